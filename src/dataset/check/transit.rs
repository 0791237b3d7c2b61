//! Routes: legs that join, distances and speeds that can be.

use super::walk::{elements, items};
use super::{Context, Sink};
use crate::dataset::place::At;
use crate::dataset::read::limits::MAX_RIVALS;
use crate::dataset::schema::{
    BorderMeasure, BorderMetric, Direction, Id, Leg, Metric, Mode, Node, Route, RouteScope, Text,
};
use crate::dataset::section::Section;
use std::collections::HashMap;

/// Mean radius of the Earth (IUGG), in km.
const EARTH_RADIUS_KM: f64 = 6371.0088;
/// How far below the straight line a distance may be: positions stand for whole places.
const STRAIGHT_TOLERANCE: f64 = 0.98;
/// Fastest plausible speed at borders and on corridors, in km/h.
const MOST_CORRIDOR_KMH: f64 = 150.0;

pub(super) fn legs_join(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, route) in items(Section::Routes, &context.data.transit.routes) {
        let legs: Vec<_> = elements(at, "legs", &route.legs).collect();
        for pair in legs.windows(2) {
            if let [(_, before), (at, after)] = pair
                && before.to != after.from
            {
                let message = format_args!(
                    "it starts at `{}`, but the leg before it ends at `{}`",
                    after.from, before.to
                );
                sink.report(at.field("from"), message);
            }
        }
    }
}

pub(super) fn route_ends(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, route) in items(Section::Routes, &context.data.transit.routes) {
        let (Some(first), Some(last)) = (route.legs.first(), route.legs.last()) else {
            continue;
        };
        for (field, own, leg, word) in [
            ("origin", &route.origin, &first.from, "first leg starts"),
            ("destination", &route.destination, &last.to, "last leg ends"),
        ] {
            if own != leg {
                let message = format_args!("`{own}`, but the {word} at `{leg}`");
                sink.report(at.field(field), message);
            }
        }
    }
}

fn node<'a>(context: &Context<'a>, id: &str) -> Option<&'a Node> {
    let index = context.find(Section::Nodes, id)?;
    context.data.transit.nodes.get(index)
}

/// Great-circle distance in km (haversine); `None` where a node is unknown.
fn straight_km(context: &Context<'_>, from: &str, to: &str) -> Option<f64> {
    let (from, to) = (node(context, from)?, node(context, to)?);
    let (lat, other_lat) = (from.lat.to_radians(), to.lat.to_radians());
    let half_lat = (other_lat - lat) / 2.0;
    let half_lon = (to.lon - from.lon).to_radians() / 2.0;
    let chord = half_lat.sin().powi(2) + lat.cos() * other_lat.cos() * half_lon.sin().powi(2);
    Some(2.0 * EARTH_RADIUS_KM * chord.sqrt().min(1.0).asin())
}

pub(super) fn too_short(context: &Context<'_>, sink: &mut Sink<'_>) {
    let transit = &context.data.transit;
    let mut check = |at: At, stated: f64, from: &str, to: &str| {
        if let Some(straight) = straight_km(context, from, to)
            && stated < straight * STRAIGHT_TOLERANCE
        {
            let message = format_args!(
                "{stated} km is shorter than the straight line from `{from}` to `{to}`, {straight:.0} km"
            );
            sink.report(at, message);
        }
    };
    for (at, route) in items(Section::Routes, &transit.routes) {
        for (at, leg) in elements(at, "legs", &route.legs) {
            if let Some(stated) = leg.distance_km {
                check(at.field("distance_km"), stated, &leg.from, &leg.to);
            }
        }
    }
    for (at, item) in items(Section::Observations, &transit.observations) {
        let whole = matches!(
            item.scope,
            RouteScope::TerminalToTerminal | RouteScope::DoorToDoor
        );
        let route = context.find(Section::Routes, &item.route);
        let route = route.and_then(|index| transit.routes.get(index));
        let stated = item.high.or(item.typical).or(item.low);
        if let (Some(route), Some(stated)) = (route, stated)
            && whole
            && item.metric == Metric::Distance
            && item.unit == "km"
        {
            check(at, stated, &route.origin, &route.destination);
        }
    }
}

/// Fastest plausible average speed of a whole leg, stops included, in km/h.
fn most_kmh(mode: Mode) -> f64 {
    match mode {
        Mode::Rail | Mode::Multimodal => 100.0,
        Mode::Road => 90.0,
        Mode::Sea | Mode::Ferry => 50.0,
        Mode::Waterway => 30.0,
        Mode::Air => 900.0,
    }
}

/// Average speed of a leg on its fastest stated day count, in km/h.
fn speed_kmh(leg: &Leg) -> Option<f64> {
    let days = leg.days_low.or(leg.days_typical).or(leg.days_high)?;
    Some(leg.distance_km? / (days * 24.0)).filter(|speed| speed.is_finite())
}

pub(super) fn absurd_speed(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, route) in items(Section::Routes, &context.data.transit.routes) {
        for (at, leg) in elements(at, "legs", &route.legs) {
            let most = most_kmh(leg.mode);
            if let Some(speed) = speed_kmh(leg)
                && speed > most
            {
                let message = format_args!(
                    "its distance and days mean {speed:.0} km/h; {:?} hardly reaches {most} km/h",
                    leg.mode
                );
                sink.report(at.field("distance_km"), message);
            }
        }
    }
    for (at, item) in items(Section::Borders, &context.data.transit.borders) {
        let is_speed = matches!(
            item.metric,
            BorderMetric::SpeedWithDelay | BorderMetric::SpeedWithoutDelay
        );
        if is_speed && item.unit == "km/h" && item.value > MOST_CORRIDOR_KMH {
            let message = format_args!("{} km/h is more than {MOST_CORRIDOR_KMH} km/h", item.value);
            sink.report(at.field("value"), message);
        }
    }
}

pub(super) fn delayed_faster(context: &Context<'_>, sink: &mut Sink<'_>) {
    let borders = &context.data.transit.borders;
    let speeds = |metric: BorderMetric| {
        items(Section::Borders, borders).filter(move |(_, item)| item.metric == metric)
    };
    let mut moving: HashMap<Same<'_>, Vec<&BorderMeasure>> = HashMap::new();
    for (_, item) in speeds(BorderMetric::SpeedWithoutDelay) {
        moving.entry(same(item)).or_default().push(item);
    }
    for (at, with) in speeds(BorderMetric::SpeedWithDelay) {
        let others = moving.get(&same(with)).into_iter().flatten();
        let without = others
            .take(MAX_RIVALS)
            .find(|item| one_edition(with, item) && with.value > item.value);
        if let Some(without) = without {
            let message = format_args!(
                "with delay {} {} is faster than without, {}",
                with.value, with.unit, without.value
            );
            let hint = "the speed without delay counts moving time only, so it is never lower";
            sink.report_with_hint(at.field("value"), message, hint);
        }
    }
}

/// What two measures have in common if they are of one thing.
type Same<'a> = (
    &'a Text,
    Option<&'a str>,
    Mode,
    i32,
    Option<Direction>,
    &'a str,
);

fn same(item: &BorderMeasure) -> Same<'_> {
    let node = item.node.as_deref();
    let unit = item.unit.as_str();
    (
        &item.place,
        node,
        item.mode,
        item.year,
        item.direction,
        unit,
    )
}

/// Whether two measures are of one edition: revised years differ between editions.
fn one_edition(one: &BorderMeasure, other: &BorderMeasure) -> bool {
    let few = |item: &'_ BorderMeasure| item.sources.len().min(MAX_RIVALS);
    let others = other.sources.get(..few(other)).unwrap_or_default();
    one.sources
        .iter()
        .take(few(one))
        .any(|id| others.contains(id))
}

pub(super) fn through_home(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(meta) = context.meta() else {
        return;
    };
    for (at, route) in items(Section::Routes, &context.data.transit.routes) {
        if route.legs.is_empty() {
            continue;
        }
        let at = at.field("through_home");
        match (route.through_home, touches(context, route, &meta.home)) {
            (true, false) => sink.report(at, "true, but none of its nodes is in the home country"),
            (false, true) => sink.report(at, "false, but it has a node in the home country"),
            _ => {}
        }
    }
}

/// Whether any node of a route's legs is in a country.
fn touches(context: &Context<'_>, route: &Route, country: &str) -> bool {
    let nodes = route.legs.iter().flat_map(|leg| {
        let ends = [leg.from.as_str(), &leg.to];
        ends.into_iter().chain(leg.via.iter().map(Id::as_str))
    });
    nodes
        .filter_map(|id| node(context, id))
        .any(|node| node.country == country)
}
