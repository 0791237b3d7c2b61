//! The small tables, the same in every made-up dataset, and what is said about them.

use super::Plan;
use super::lines::Lines;
use std::io;

/// A region: id, name, latitude and longitude of its middle.
pub(super) struct Region(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) f64,
    pub(super) f64,
);

pub(super) const REGIONS: [Region; 12] = [
    Region("AUR-01", "Northmark", 54.2, -31.5),
    Region("AUR-02", "Coldshore", 53.1, -38.2),
    Region("AUR-03", "Hightable", 51.6, -34.4),
    Region("AUR-04", "Riverlands", 50.3, -29.7),
    Region("AUR-05", "Middlewold", 49.8, -36.1),
    Region("AUR-06", "Saltplain", 48.4, -40.6),
    Region("AUR-07", "Eastgate", 47.9, -27.3),
    Region("AUR-08", "Orchards", 46.2, -33.8),
    Region("AUR-09", "Redsteppe", 45.5, -38.9),
    Region("AUR-10", "Lakeside", 44.1, -30.2),
    Region("AUR-11", "Southmark", 43.0, -35.5),
    Region("AUR-12", "Capital District", 47.0, -34.9),
];

/// A sector: id, share in per mille, what is built there, what its size is measured in, from
/// and to how much.
pub(super) struct Sector {
    pub(super) id: &'static str,
    pub(super) share: u64,
    pub(super) object: &'static str,
    pub(super) slug: &'static str,
    pub(super) what: &'static str,
    pub(super) unit: &'static str,
    pub(super) size: (f64, f64),
}

#[rustfmt::skip]
pub(super) const SECTORS: [Sector; 12] = [
    Sector { id: "rail", share: 90, object: "Railway", slug: "railway", what: "Length", unit: "km", size: (8.0, 620.0) },
    Sector { id: "road", share: 120, object: "Highway", slug: "highway", what: "Length", unit: "km", size: (5.0, 410.0) },
    Sector { id: "port", share: 50, object: "Dry Port", slug: "dry-port", what: "Capacity", unit: "TEU a year", size: (2e4, 9e5) },
    Sector { id: "solar", share: 110, object: "Solar Park", slug: "solar-park", what: "Capacity", unit: "MW", size: (10.0, 400.0) },
    Sector { id: "wind", share: 90, object: "Wind Farm", slug: "wind-farm", what: "Capacity", unit: "MW", size: (20.0, 700.0) },
    Sector { id: "hydro", share: 40, object: "Hydropower Plant", slug: "hydro", what: "Capacity", unit: "MW", size: (15.0, 900.0) },
    Sector { id: "oil-gas", share: 110, object: "Gas Field", slug: "gas-field", what: "Output", unit: "m m3 a year", size: (50.0, 4e3) },
    Sector { id: "mining", share: 120, object: "Copper Mine", slug: "copper-mine", what: "Output", unit: "kt a year", size: (3.0, 180.0) },
    Sector { id: "industry", share: 140, object: "Cement Works", slug: "cement-works", what: "Capacity", unit: "kt a year", size: (40.0, 2e3) },
    Sector { id: "farming", share: 70, object: "Oil Mill", slug: "oil-mill", what: "Capacity", unit: "kt a year", size: (5.0, 300.0) },
    Sector { id: "telecom", share: 30, object: "Data Centre", slug: "data-centre", what: "Capacity", unit: "MW", size: (1.0, 60.0) },
    Sector { id: "education", share: 30, object: "Training Centre", slug: "training-centre", what: "Capacity", unit: "students a year", size: (60.0, 1_500.0) },
];

const HEAD: &str = r#"// Made up by `belt-explorer generate` for tests and measurements. Nothing in it is true.
meta: (
    schema: 1,
    id: "made-up",
    version: "1",
    title: {"en": "Aurelia and Borea, made up"},
    description: {"en": "Countries that do not exist, with as many records as were asked for."},
    home: "AUR",
    partner: "BOR",
    as_of: "2024-12-31",
    licence: "CC0-1.0",
    currency: "USD",
    headline_statement: "summit-2024",
),
countries: [
    (id: "AUR", name: {"en": "Aurelia"}),
    (id: "BOR", name: {"en": "Borea"}),
    (id: "CAL", name: {"en": "Calidia"}),
    (id: "WLD", name: {"en": "World"}, kind: World),
],"#;

const TABLES: &str = r#"sector_groups: [
    (id: "transport", name: {"en": "Transport"}, slot: 0),
    (id: "power", name: {"en": "Power"}, slot: 1),
    (id: "oil-and-gas", name: {"en": "Oil and gas"}, slot: 2),
    (id: "metals", name: {"en": "Mining and metals"}, slot: 3),
    (id: "making", name: {"en": "Industry"}, slot: 4),
    (id: "food", name: {"en": "Farming and food"}, slot: 5),
    (id: "rest", name: {"en": "Other"}, slot: 7),
],
sectors: [
    (id: "rail", name: {"en": "Rail"}, group: "transport"),
    (id: "road", name: {"en": "Roads"}, group: "transport"),
    (id: "port", name: {"en": "Ports and terminals"}, group: "transport"),
    (id: "solar", name: {"en": "Solar power"}, group: "power"),
    (id: "wind", name: {"en": "Wind power"}, group: "power"),
    (id: "hydro", name: {"en": "Hydropower"}, group: "power"),
    (id: "oil-gas", name: {"en": "Oil and gas"}, group: "oil-and-gas"),
    (id: "mining", name: {"en": "Mining"}, group: "metals"),
    (id: "industry", name: {"en": "Manufacturing"}, group: "making"),
    (id: "farming", name: {"en": "Farming"}, group: "food"),
    (id: "telecom", name: {"en": "Telecoms"}, group: "rest"),
    (id: "education", name: {"en": "Education"}, group: "rest"),
],
statuses: [
    (id: "planned", name: {"en": "Planned"}, stage: Planned),
    (id: "construction", name: {"en": "Under construction"}, stage: UnderWay),
    (id: "operational", name: {"en": "In operation"}, stage: Done),
    (id: "suspended", name: {"en": "Suspended"}, stage: Stopped),
    (id: "cancelled", name: {"en": "Cancelled"}, stage: Stopped),
],
recorders: [
    (id: "aur-customs", name: {"en": "Customs of Aurelia"}, kind: National, country: "AUR"),
    (id: "bor-customs", name: {"en": "Customs of Borea"}, kind: National, country: "BOR"),
    (id: "aur-bank", name: {"en": "Bank of Aurelia"}, kind: CentralBank, country: "AUR"),
],
measures: [
    (id: "goods-trade", name: {"en": "Trade in goods"}, role: TradeValue),
    (id: "fdi-inflow", name: {"en": "Inflow of direct investment"}, role: InvestmentFlow),
],"#;

/// The statement, a claim that can be compared, and the sources that are there at any size.
pub(super) const STATEMENTS: &str = r#"statements: [
    (
        id: "summit-2024",
        title: {"en": "Summit of 2024"},
        date: "2024-09-02",
        speaker: {"en": "Head of government of Aurelia"},
        sources: ["summit-report"],
    ),
],
claims: [
    (
        id: "turnover-2024",
        statement: "summit-2024",
        date: "2024-09-02",
        speaker: {"en": "Head of government of Aurelia"},
        text: {"en": "Trade with Borea has passed 20 billion dollars."},
        topic: "turnover",
        value: 20,
        qualifier: MoreThan,
        unit: "USD bn",
        period: "2024",
        sources: ["summit-report"],
        checks: [
            (
                label: {"en": "Both directions, as customs of Aurelia record them"},
                series: ["aur-customs-export", "aur-customs-import"],
                year: 2024,
                factor: 0.001,
            ),
        ],
    ),
],"#;

/// What the dataset is about, and its small tables.
pub(super) fn write(lines: &mut Lines<'_>) -> io::Result<()> {
    lines.text(HEAD)?;
    lines.inside("regions: [", "],", |lines| {
        REGIONS.iter().try_for_each(|Region(id, name, ..)| {
            lines.line(format_args!(
                r#"(id: "{id}", name: {{"en": "{name}"}}, country: "AUR"),"#
            ))
        })
    })?;
    lines.text(TABLES)
}

/// The official list, as it was stated in three years.
pub(super) fn programme(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    let members = plan.projects / 8 + 10;
    lines.list("programmes", 1, |lines, _| {
        lines.record(|lines| {
            lines.line(r#"id: "joint-list","#)?;
            lines.line(r#"name: {"en": "Joint list of projects"},"#)?;
            lines.list("states", 3, |lines, state| {
                lines.record(|lines| {
                    let year = 2016 + 4 * state;
                    let total = (members * (state + 1) / 3).min(u64::from(u32::MAX));
                    let (done, under_way) = (total * (state + 1) / 5, total / 4);
                    lines.line(format_args!(r#"date: "{year}-11","#))?;
                    lines.line(r#"said_by: {"en": "Ministry of Transport of Aurelia"},"#)?;
                    lines.line(format_args!("total: (count: {total}),"))?;
                    lines.line(format_args!("implemented: (count: {done}),"))?;
                    lines.line(format_args!("under_way: (count: {under_way}),"))?;
                    lines.line(r#"sources: ["summit-report"],"#)
                })
            })
        })
    })
}
