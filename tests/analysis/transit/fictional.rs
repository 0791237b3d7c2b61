//! A small dataset of routes that exist nowhere, on the equator, where one degree is 111.195080 km.

use belt_explorer::analysis::transit::question::Years;
use belt_explorer::analysis::transit::{Cargo, Ends, Question};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::schema::{Dataset, RouteScope};
use std::collections::BTreeSet;

/// One degree on the equator, km.
pub const DEGREE_KM: f64 = 111.195_080;

const PLACES: &str = r#"(transit: (
    nodes: [
        (id: "alpha", name: {"en": "Alpha"}, country: "AAA", lat: 0, lon: 0, kind: City, sources: ["g"]),
        (id: "mid", name: {"en": "Mid"}, country: "BBB", lat: 0, lon: 20, kind: Border, sources: ["g"]),
        (id: "beta", name: {"en": "Beta"}, country: "CCC", lat: 0, lon: 40, kind: City, sources: ["g"]),
        (id: "far", name: {"en": "Far"}, country: "DDD", lat: 60, lon: 100, kind: City, sources: ["g"]),
    ],
    routes: [
        (id: "elsewhere", name: {"en": "Elsewhere"}, mode: Rail, origin: "alpha", destination: "far",
         through_home: false, sources: ["r"]),
        (id: "rail", name: {"en": "Rail", "kk": "Temirzhol"}, mode: Rail, origin: "alpha",
         destination: "beta", through_home: true, sources: ["r"], legs: [
            (from: "alpha", to: "mid", mode: Rail, distance_km: 2500, days_typical: 5, sources: ["l"]),
            (from: "mid", to: "beta", mode: Rail, days_low: 2, days_high: 4),
            (from: "beta", to: "beta", mode: Rail, distance_km: 0, days_high: 2),
        ]),
        (id: "ship", name: {"en": "Ship"}, mode: Sea, origin: "beta", destination: "alpha",
         through_home: false, sources: ["r"], legs: [
            (from: "beta", to: "alpha", mode: Sea, distance_km: 8000),
        ]),
        (id: "slow", name: {"en": "Slow ship"}, mode: Sea, origin: "alpha", destination: "beta",
         through_home: false, sources: ["r"]),
        (id: "plane", name: {"en": "Plane"}, mode: Air, origin: "alpha", destination: "beta",
         through_home: false, sources: ["r"], legs: [
            (from: "alpha", to: "beta", mode: Air),
        ]),
        (id: "truck", name: {"en": "Truck"}, mode: Road, origin: "alpha", destination: "beta",
         through_home: true, sources: ["r"], legs: [
            (from: "alpha", to: "nowhere", mode: Road),
            (from: "nowhere", to: "beta", mode: Road, distance_km: 100),
        ]),
        (id: "dream", name: {"en": "Dream"}, mode: Rail, origin: "alpha", destination: "beta",
         through_home: true, sources: ["r"]),
    ],
))"#;

/// Metric, unit, scope, period, low, typical, high, about, forecast, source of each figure.
const FIGURES: &str = "
    rail      Days Terminal 2023 - 10 - - s1
    rail      Days Terminal 2024 12 - 16 - s2
    rail      Days Unstated 2024 - 11 - - s1
    rail      Days Terminal 2024 8 - - - s3
    rail      Days Terminal 2020 - 30 - - old
    rail      Days Terminal 2024 - 20 - peak s4
    rail      Days Terminal 2024 - 5 - forecast s5
    rail      Days Door     2024 - 18 - - s6
    rail      Days Terminal -    - 9 - - s7
    rail      USD/TEU Terminal 2024 - 3000 - - s1
    rail      USD/FEU Terminal 2023 4000 - 5000 - s2
    rail      USD/kg  Terminal 2024 - 3 - - s8
    rail      EUR/FEU Terminal 2024 - 5000 - - s8
    rail      km Unstated 2019 - 5000 - - s9
    ship      Days Terminal 2024 28 30 35 - s1
    ship      USD/FEU Terminal 2024 1500 2000 2500 - s1
    slow      Days Terminal 2024 - 40 - - s1
    slow      USD/FEU Terminal 2024 - 3000 - - s1
    plane     Days Terminal 2024 - 4 - - s1
    plane     USD/kg Terminal 2023..2024 - 2 - - s1
    truck     Days Door 2024 - 14 - - s1
    truck     USD/FEU Door 2024 - 7000 - - s1
    dream     Days Terminal 2024 - 2 - forecast s1
    dream     USD/FEU Terminal 2024 - 100 - forecast s1
    elsewhere Days Terminal 2022 - 3 - - s1
    elsewhere USD/FEU Terminal 2022 - 500 - - s1
";

/// The routes with all their figures.
pub fn catalog() -> Catalog {
    catalog_with(FIGURES)
}

/// The routes with the figures of some lines.
pub fn catalog_with(figures: &str) -> Catalog {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let lines = figures.lines().filter(|line| !line.trim().is_empty());
    let observations: String = lines.map(observation).collect();
    let text = PLACES.replacen(
        "nodes:",
        &format!("observations: [{observations}], nodes:"),
        1,
    );
    let data: Dataset = options
        .from_str(&text)
        .expect("the fictional dataset is well formed");
    Catalog::build(data)
}

fn observation(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [
        route,
        what,
        scope,
        period,
        low,
        typical,
        high,
        about,
        source,
    ] = words[..]
    else {
        panic!("nine words expected: {line}");
    };
    let (metric, unit) = match what {
        "Days" => ("Days", "days"),
        "km" => ("Distance", "km"),
        unit => ("Cost", unit),
    };
    let scope = match scope {
        "Terminal" => "TerminalToTerminal",
        "Door" => "DoorToDoor",
        scope => scope,
    };
    let mut fields = vec![
        format!("route: \"{route}\", metric: {metric}, unit: \"{unit}\""),
        format!("scope: {scope}, sources: [\"{source}\"]"),
    ];
    for (field, value) in [("low", low), ("typical", typical), ("high", high)] {
        if value != "-" {
            fields.push(format!("{field}: {value}"));
        }
    }
    if period != "-" {
        fields.push(format!("period: \"{period}\""));
    }
    match about {
        "-" => {}
        "forecast" => fields.push("forecast: true".to_owned()),
        about => fields.push(format!("about: \"{about}\"")),
    }
    format!("({}), ", fields.join(", "))
}

/// The question most tests ask.
pub fn question() -> Question {
    Question {
        years: Some(Years {
            from: 2022,
            to: 2024,
        }),
        scopes: BTreeSet::from([RouteScope::TerminalToTerminal, RouteScope::Unstated]),
        with_forecasts: false,
        modes: BTreeSet::new(),
        ends: Ends::Near {
            origin: "alpha".to_owned(),
            destination: "beta".to_owned(),
        },
        cargo: Cargo::default(),
    }
}
