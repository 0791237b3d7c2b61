//! One route in detail: its legs, and how far they add up to what is quoted for the whole
//! (`formulas` G, features G5).

use super::quote::{Filter, Stated, observations_of};
use super::summary::summarise;
use super::{Band, Notice, Question, Summary};
use crate::analysis::geo::{self, Position};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Id, Leg, Metric, Mode, Route, RouteScope};
use std::collections::BTreeSet;

/// Length added to the great circle of a flight, km (GLEC, ISO 14083).
const AIR_DETOUR_KM: f64 = 95.0;

/// Scopes whose distances are about the whole route.
const WHOLE_ROUTE: [RouteScope; 3] = [
    RouteScope::TerminalToTerminal,
    RouteScope::DoorToDoor,
    RouteScope::Unstated,
];

/// Length of a leg.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LegLength {
    /// As stated, km.
    Stated(f64),
    /// Great circles over its nodes, adjusted for the mode's detours, km.
    Estimated(f64),
    /// Neither stated nor to be estimated.
    Missing,
}

/// One leg as the inspector shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct LegView {
    /// Position in the route's legs.
    pub leg: usize,
    /// How goods move.
    pub mode: Mode,
    /// Its length.
    pub length: LegLength,
    /// Its share of the route's length; missing if a leg has no length.
    pub share: Option<f64>,
    /// Its days as stated; missing if nothing is.
    pub days: Option<Stated>,
}

/// A sum over the legs that are known, beside what is quoted for the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct LegTotal {
    /// Sum over the known legs; missing if none is.
    pub known: Option<Band>,
    /// Legs in the sum.
    pub n_known: usize,
    /// Legs not in it.
    pub n_missing: usize,
    /// What sources quote for the whole route.
    pub quoted: Summary,
    /// Quoted less known, at typical values: not located on any leg.
    pub not_located: Option<f64>,
}

/// A route in detail.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteLegs {
    /// Legs in order.
    pub legs: Vec<LegView>,
    /// km: stated lengths against the quoted distance (of any year).
    pub km: LegTotal,
    /// Days: typical values and mid-points against the quoted days.
    pub days: LegTotal,
    /// Great circle between the ends, km.
    pub great_circle_km: Option<f64>,
    /// Length over great circle; of the legs where all are stated, else of the quoted distance.
    pub circuity: Option<f64>,
    /// Ids of the sources of route, legs and quoted figures, sorted.
    pub sources: Vec<Id>,
    /// What limits the answer.
    pub notices: Vec<Notice>,
}

impl LegLength {
    /// Stated or estimated km.
    #[must_use]
    pub fn km(self) -> Option<f64> {
        match self {
            Self::Stated(km) | Self::Estimated(km) => Some(km),
            Self::Missing => None,
        }
    }

    fn stated_km(self) -> Option<f64> {
        match self {
            Self::Stated(km) => Some(km),
            Self::Estimated(_) | Self::Missing => None,
        }
    }
}

/// Stated length of a leg, else an estimate (`formulas` D9).
#[must_use]
pub fn leg_length(catalog: &Catalog, leg: &Leg) -> LegLength {
    if let Some(km) = leg.distance_km {
        return LegLength::Stated(km);
    }
    let ids = [leg.from.as_str()]
        .into_iter()
        .chain(leg.via.iter().map(Id::as_str))
        .chain([leg.to.as_str()]);
    let points: Option<Vec<Position>> = ids.map(|id| position(catalog, id)).collect();
    let great_circles = points.and_then(|points| geo::line_km(&points));
    match great_circles.and_then(|km| adjusted_km(leg.mode, km)) {
        Some(km) => LegLength::Estimated(km),
        None => LegLength::Missing,
    }
}

/// Great circle times the distance adjustment factor of a mode (GLEC, ISO 14083).
#[must_use]
pub fn adjusted_km(mode: Mode, great_circle_km: f64) -> Option<f64> {
    match mode {
        Mode::Road => Some(great_circle_km * 1.05),
        Mode::Sea | Mode::Ferry => Some(great_circle_km * 1.15),
        Mode::Air => Some(great_circle_km + AIR_DETOUR_KM),
        // No adjustment is published for these: the estimate is a lower bound.
        Mode::Rail | Mode::Waterway => Some(great_circle_km),
        Mode::Multimodal => None,
    }
}

/// A route in detail; missing if there is no such route.
#[must_use]
pub fn route_legs(catalog: &Catalog, route: usize, question: &Question) -> Option<RouteLegs> {
    let record = catalog.data().transit.routes.get(route)?;
    let legs = leg_views(catalog, record);
    let km = km_total(catalog, record, question, &legs);
    let days = days_total(catalog, record, question, &legs);
    let great_circle_km = position(catalog, &record.origin)
        .zip(position(catalog, &record.destination))
        .map(|(from, to)| geo::great_circle_km(from, to));
    let whole = match (&km.known, km.n_missing) {
        (Some(known), 0) => Some(known.typical),
        _ => km.quoted.band.map(|band| band.typical),
    };
    let circuity = whole
        .zip(great_circle_km)
        .and_then(|(km, circle)| geo::circuity(km, circle));
    let ids = record
        .sources
        .iter()
        .chain(record.legs.iter().flat_map(|leg| &leg.sources));
    let quoted = km.quoted.sources.iter().chain(&days.quoted.sources);
    let sources: BTreeSet<&Id> = ids.chain(quoted).collect();
    let sources = sources.into_iter().cloned().collect();
    Some(RouteLegs {
        sources,
        notices: notices(&legs, circuity),
        legs,
        km,
        days,
        great_circle_km,
        circuity,
    })
}

/// Where a node lies.
pub(super) fn position(catalog: &Catalog, node: &str) -> Option<Position> {
    catalog.node(node).map(|node| Position {
        lat: node.lat,
        lon: node.lon,
    })
}

fn leg_views(catalog: &Catalog, route: &Route) -> Vec<LegView> {
    let lengths: Vec<LegLength> = route
        .legs
        .iter()
        .map(|leg| leg_length(catalog, leg))
        .collect();
    let whole_km: Option<f64> = lengths.iter().map(|length| length.km()).sum();
    let legs = route.legs.iter().zip(lengths).enumerate();
    legs.map(|(i, (leg, length))| {
        let stated = Stated {
            low: leg.days_low,
            typical: leg.days_typical,
            high: leg.days_high,
        };
        let share = length.km().zip(whole_km).map(|(km, whole)| km / whole);
        LegView {
            leg: i,
            mode: leg.mode,
            length,
            share: share.filter(|share| share.is_finite()),
            days: stated.numbers().next().is_some().then_some(stated),
        }
    })
    .collect()
}

fn km_total(catalog: &Catalog, route: &Route, question: &Question, legs: &[LegView]) -> LegTotal {
    // Tracks and sea lanes do not change with the year: distances of any year count.
    let filter = Filter {
        years: None,
        scopes: &BTreeSet::from(WHOLE_ROUTE),
        with_forecasts: false,
        cargo: &question.cargo,
    };
    let quoted = quoted(catalog, route, Metric::Distance, filter);
    let known = legs
        .iter()
        .map(|leg| leg.length.stated_km().map(Band::exact));
    total(known.collect(), quoted)
}

fn days_total(catalog: &Catalog, route: &Route, question: &Question, legs: &[LegView]) -> LegTotal {
    let quoted = quoted(catalog, route, Metric::Days, Filter::of(question));
    let band = |stated: Stated| {
        let typical = stated.typical_or_midpoint()?;
        Some(Band {
            low: stated.numbers().fold(typical, f64::min),
            typical,
            high: stated.numbers().fold(typical, f64::max),
        })
    };
    let known = legs.iter().map(|leg| leg.days.and_then(band));
    total(known.collect(), quoted)
}

fn quoted(catalog: &Catalog, route: &Route, metric: Metric, filter: Filter<'_>) -> Summary {
    let observations = observations_of(catalog, route);
    summarise(catalog, &observations, metric, route.mode, filter)
}

fn total(legs: Vec<Option<Band>>, quoted: Summary) -> LegTotal {
    let n_legs = legs.len();
    let known: Vec<Band> = legs.into_iter().flatten().collect();
    let (n_known, sum) = (known.len(), known.into_iter().reduce(|a, b| a + b));
    LegTotal {
        known: sum,
        n_known,
        n_missing: n_legs - n_known,
        not_located: quoted
            .band
            .zip(sum)
            .map(|(all, legs)| all.typical - legs.typical),
        quoted,
    }
}

fn notices(legs: &[LegView], circuity: Option<f64>) -> Vec<Notice> {
    let estimated = legs
        .iter()
        .any(|leg| matches!(leg.length, LegLength::Estimated(_)));
    let too_short = circuity.is_some_and(|ratio| ratio < 1.0);
    [
        estimated.then_some(Notice::EstimatedLengths { routes: 1 }),
        too_short.then_some(Notice::ShorterThanGreatCircle),
    ]
    .into_iter()
    .flatten()
    .collect()
}
