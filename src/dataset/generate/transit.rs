//! Transit: routes from the partner through the home country, and what is quoted for them.

use super::lines::Lines;
use super::names::Town;
use super::random::{Random, rounded};
use super::{LAST_YEAR, Plan, kind};
use std::io;

/// Kilometres to a degree of latitude; of longitude there are fewer.
const KM_A_DEGREE: f64 = 111.2;
/// What is quoted for a route: metric, unit, median.
const QUOTES: [(&str, &str, f64); 3] = [
    ("Days", "days", 16.0),
    ("Cost", "USD/FEU", 5_200.0),
    ("Reliability", "%", 60.0),
];

/// The nodes of a route: id, country, latitude, longitude, kind.
struct Node {
    id: String,
    name: String,
    country: &'static str,
    lat: f64,
    lon: f64,
    kind: &'static str,
}

/// Its start, the border and its end.
fn nodes(plan: Plan, route: u64) -> [Node; 3] {
    let mut random = Random::of(plan.seed, kind::ROUTE, route);
    let mut node = |position: u64, country, kind, lat: f64, lon: f64| {
        let town = Town((3 * route + position).wrapping_mul(11));
        let tenth = |degrees: f64| (degrees * 100.0).round() / 100.0;
        Node {
            id: format!("{}{}", town.slug(), town.again_in_id()),
            name: format!("{town}{}", town.again()),
            country,
            lat: tenth(random.between(lat - 2.0, lat + 2.0)),
            lon: tenth(random.between(lon - 3.0, lon + 3.0)),
            kind,
        }
    };
    [
        node(0, "BOR", "City", 45.0, -10.0),
        node(1, "AUR", "Border", 47.0, -26.0),
        node(2, "CAL", "RailTerminal", 51.0, -46.0),
    ]
}

/// A distance that is surely longer than the straight line.
fn km(from: &Node, to: &Node) -> f64 {
    let degrees = (from.lat - to.lat).hypot(from.lon - to.lon);
    (degrees * KM_A_DEGREE * 1.05).round()
}

fn route_id(number: u64) -> String {
    format!("overland-{number}")
}

pub(super) fn write(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.inside("transit: (", "),", |lines| {
        lines.inside("nodes: [", "],", |lines| {
            (0..plan.routes()).try_for_each(|route| {
                nodes(plan, route)
                    .iter()
                    .try_for_each(|node| node_record(node, lines))
            })
        })?;
        lines.list("routes", plan.routes(), |lines, number| {
            route(plan, number, lines)
        })?;
        lines.inside("observations: [", "],", |lines| {
            (0..plan.routes()).try_for_each(|route| observations(plan, route, lines))
        })?;
        lines.list("cargo_presets", 1, |lines, _| {
            lines.record(|lines| {
                lines.line(r#"id: "machines","#)?;
                lines.line(r#"name: {"en": "Machines"},"#)?;
                lines.line("value_per_feu: 90000,")?;
                lines.line("tonnes_per_feu: 14,")?;
                lines.line(r#"sources: ["forwarders"],"#)
            })
        })
    })
}

fn node_record(node: &Node, lines: &mut Lines<'_>) -> io::Result<()> {
    let Node {
        id,
        name,
        country,
        lat,
        lon,
        kind,
    } = node;
    lines.record(|lines| {
        lines.line(format_args!(r#"id: "{id}","#))?;
        lines.line(format_args!(r#"name: {{"en": "{name}"}},"#))?;
        lines.line(format_args!(r#"country: "{country}","#))?;
        lines.line(format_args!("lat: {lat},"))?;
        lines.line(format_args!("lon: {lon},"))?;
        lines.line(format_args!("kind: {kind},"))?;
        lines.line(r#"sources: ["forwarders"],"#)
    })
}

fn route(plan: Plan, number: u64, lines: &mut Lines<'_>) -> io::Result<()> {
    let [start, border, end] = nodes(plan, number);
    lines.record(|lines| {
        lines.line(format_args!(r#"id: "{}","#, route_id(number)))?;
        let (from, to) = (&start.name, &end.name);
        lines.line(format_args!(r#"name: {{"en": "{from} to {to} by rail"}},"#))?;
        lines.line("mode: Rail,")?;
        lines.line(format_args!(r#"origin: "{}","#, start.id))?;
        lines.line(format_args!(r#"destination: "{}","#, end.id))?;
        lines.line("through_home: true,")?;
        let legs = [(&start, &border), (&border, &end)];
        lines.inside("legs: [", "],", |lines| {
            legs.iter().try_for_each(|(from, to)| leg(from, to, lines))
        })?;
        lines.line(r#"sources: ["forwarders"],"#)
    })
}

fn leg(from: &Node, to: &Node, lines: &mut Lines<'_>) -> io::Result<()> {
    let km = km(from, to);
    let days = (km / 60.0).round() / 10.0;
    lines.record(|lines| {
        lines.line(format_args!(r#"from: "{}","#, from.id))?;
        lines.line(format_args!(r#"to: "{}","#, to.id))?;
        lines.line("mode: Rail,")?;
        lines.line(format_args!("distance_km: {km},"))?;
        lines.line(format_args!("days_typical: {days},"))?;
        lines.line(r#"sources: ["forwarders"],"#)
    })
}

fn observations(plan: Plan, route: u64, lines: &mut Lines<'_>) -> io::Result<()> {
    let mut random = Random::of(plan.seed, kind::ROUTE, plan.routes() + route);
    for year in [LAST_YEAR - 6, LAST_YEAR - 1] {
        for (metric, unit, median) in QUOTES {
            let value = rounded(random.between(0.8, 1.3) * median);
            lines.record(|lines| {
                lines.line(format_args!(r#"route: "{}","#, route_id(route)))?;
                lines.line(format_args!("metric: {metric},"))?;
                lines.line(format_args!(r#"unit: "{unit}","#))?;
                lines.line("scope: TerminalToTerminal,")?;
                lines.line(format_args!(r#"period: "{year}","#))?;
                lines.line(format_args!("typical: {value},"))?;
                lines.line(r#"sources: ["forwarders"],"#)
            })?;
        }
    }
    Ok(())
}
