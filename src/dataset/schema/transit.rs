//! Transit: nodes, routes and their legs, what sources say about them, borders, emission factors.

use super::{Ids, Period, Text, list};
use serde::{Deserialize, Serialize};

/// Everything about transit routes; each file may carry a part.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Transit {
    /// Places that legs connect.
    #[serde(deserialize_with = "list::exact")]
    pub nodes: Vec<Node>,
    /// Routes with their legs in order.
    #[serde(deserialize_with = "list::exact")]
    pub routes: Vec<Route>,
    /// What sources say about a route.
    #[serde(deserialize_with = "list::exact")]
    pub observations: Vec<Observation>,
    /// Measured performance of borders and corridors.
    #[serde(deserialize_with = "list::exact")]
    pub borders: Vec<BorderMeasure>,
    /// Published emission factors.
    #[serde(deserialize_with = "list::exact")]
    pub factors: Vec<EmissionFactor>,
    /// Corridors through the home country.
    #[serde(deserialize_with = "list::exact")]
    pub corridors: Vec<Corridor>,
    /// Typical cargoes to start from.
    #[serde(deserialize_with = "list::exact")]
    pub cargo_presets: Vec<CargoPreset>,
}

/// A place that legs connect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Id of the country.
    pub country: String,
    /// Latitude in degrees north.
    pub lat: f64,
    /// Longitude in degrees east.
    pub lon: f64,
    /// What kind of place.
    pub kind: NodeKind,
    /// Ids of the sources of the position; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// What kind of place a [`Node`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NodeKind {
    /// A city.
    City,
    /// A sea or lake port.
    Port,
    /// A border crossing.
    Border,
    /// A rail terminal.
    RailTerminal,
    /// An inland port.
    DryPort,
    /// An airport.
    Airport,
}

/// How goods move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// Train.
    Rail,
    /// Sea-going ship.
    Sea,
    /// Truck.
    Road,
    /// Aircraft.
    Air,
    /// Ferry or feeder over an inland sea.
    Ferry,
    /// Inland waterway.
    Waterway,
    /// More than one mode on one route.
    Multimodal,
}

impl Mode {
    /// All modes in display order.
    pub const ALL: [Self; 7] = [
        Self::Rail,
        Self::Multimodal,
        Self::Road,
        Self::Sea,
        Self::Air,
        Self::Ferry,
        Self::Waterway,
    ];
}

/// A route: an ordered chain of legs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// The mode that gives the route its character.
    pub mode: Mode,
    /// Id of the first node.
    pub origin: String,
    /// Id of the last node.
    pub destination: String,
    /// The family of routes it belongs to.
    #[serde(default)]
    pub corridor: Option<String>,
    /// Whether it passes through the home country.
    pub through_home: bool,
    /// Whether it runs, is planned, or is suspended, in words.
    #[serde(default)]
    pub status: Option<String>,
    /// Legs in order: each starts where the one before it ends.
    #[serde(default, deserialize_with = "list::exact")]
    pub legs: Vec<Leg>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// A leg of a route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// Id of the node it starts from.
    pub from: String,
    /// Id of the node it ends at.
    pub to: String,
    /// Ids of nodes it bends through, for drawing.
    #[serde(default)]
    pub via: Ids,
    /// How goods move.
    pub mode: Mode,
    /// Length in km.
    #[serde(default)]
    pub distance_km: Option<f64>,
    /// Fewest days.
    #[serde(default)]
    pub days_low: Option<f64>,
    /// Typical days.
    #[serde(default)]
    pub days_typical: Option<f64>,
    /// Most days.
    #[serde(default)]
    pub days_high: Option<f64>,
    /// Gauge, transshipment, customs.
    #[serde(default)]
    pub handling: Option<String>,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// One figure a source quotes for a route. At least one of `low`, `typical`, `high` is present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Id of the route.
    pub route: String,
    /// What is measured.
    pub metric: Metric,
    /// Unit, such as `days`, `USD/FEU`, `USD/TEU`, `USD/kg`, `km`, `%`, `ratio`.
    pub unit: String,
    /// Between which ends it was measured.
    pub scope: RouteScope,
    /// The year or period it is about.
    #[serde(default)]
    pub period: Option<Period>,
    /// Lowest.
    #[serde(default)]
    pub low: Option<f64>,
    /// Typical, average, or the only one.
    #[serde(default)]
    pub typical: Option<f64>,
    /// Highest.
    #[serde(default)]
    pub high: Option<f64>,
    /// One direction only.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// What else the figure is limited to, such as "peak season" or "without subsidy".
    #[serde(default)]
    pub about: Option<String>,
    /// A promise or plan, not something seen.
    #[serde(default)]
    pub forecast: bool,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// End points and anything else the source says.
    #[serde(default)]
    pub note: Option<String>,
}

/// What an [`Observation`] measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Metric {
    /// Transit time.
    Days,
    /// Freight cost for a shipment unit.
    Cost,
    /// Distance.
    Distance,
    /// Share of shipments on time, in per cent.
    Reliability,
    /// Waiting time at a border or port.
    Wait,
    /// Delay against plan.
    Delay,
    /// Emissions of a shipment unit.
    Emissions,
    /// Tariff for a unit and distance.
    Tariff,
    /// Subsidy.
    Subsidy,
    /// Speed.
    Speed,
    /// Ratio to another route or mode; `about` says which.
    Ratio,
    /// Difference to another route or an earlier time; `about` says which.
    Change,
    /// Fee or cost at a border.
    BorderCost,
}

/// Between which ends a figure was measured; figures of different scope never compete unmarked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RouteScope {
    /// From one border to another, or one section of the route.
    Section,
    /// From terminal to terminal or port to port.
    TerminalToTerminal,
    /// From door to door.
    DoorToDoor,
    /// Between other end points than the route's own.
    OtherPair,
    /// The source does not say.
    Unstated,
}

/// Direction along a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// From the route's destination towards its origin.
    Inbound,
    /// From the route's origin towards its destination.
    Outbound,
}

/// A measured performance of a border crossing, a place or a corridor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorderMeasure {
    /// Which border, country or corridor, in words.
    pub place: Text,
    /// Id of the node, where it is one.
    #[serde(default)]
    pub node: Option<String>,
    /// Train or truck.
    pub mode: Mode,
    /// What is measured.
    pub metric: BorderMetric,
    /// Year.
    pub year: i32,
    /// Unit: `hours`, `days`, `minutes`, `USD`, `km/h`.
    pub unit: String,
    /// The value, in `unit`.
    pub value: f64,
    /// One direction only.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know, such as "as first reported".
    #[serde(default)]
    pub note: Option<String>,
}

/// What a [`BorderMeasure`] measures (CAREC CPMM terms where they apply).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BorderMetric {
    /// Time to clear a border crossing (TFI1).
    BorderTime,
    /// Cost at a border crossing (TFI2).
    BorderCost,
    /// Cost to travel 500 km with 20 t (TFI3).
    TransportCost,
    /// Speed including stops (TFI4, SWD).
    SpeedWithDelay,
    /// Speed while moving (SWOD).
    SpeedWithoutDelay,
    /// Waiting time; the note says whether low, average or high.
    Wait,
    /// Handling or processing time of a train or container.
    HandlingTime,
    /// Cost of the change of gauge.
    GaugeChangeCost,
}

/// A published emission factor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmissionFactor {
    /// How goods move.
    pub mode: Mode,
    /// Grams for one tonne-kilometre.
    pub g_per_tkm: f64,
    /// Which gases.
    pub gas: EmissionGas,
    /// Which part of the energy chain.
    pub scope: EmissionScope,
    /// Vehicle, country, edition.
    pub label: Text,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// Which gases an emission factor counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EmissionGas {
    /// Carbon dioxide alone.
    Co2,
    /// All greenhouse gases as CO2 equivalents.
    Co2e,
}

/// Which part of the energy chain an emission factor counts; never mixed silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EmissionScope {
    /// Tank to wheel or wake: burning the fuel.
    TankToWheel,
    /// Well to wheel or wake: making the fuel too.
    WellToWheel,
    /// The source does not say.
    Unstated,
}

/// A corridor through the home country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corridor {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Rail or road.
    pub mode: Mode,
    /// Where it runs.
    #[serde(default)]
    pub description: Text,
    /// Length in km.
    #[serde(default)]
    pub length_km: Option<f64>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
}

/// A typical cargo to start from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CargoPreset {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Value of one forty-foot container's load, in the dataset's currency.
    pub value_per_feu: f64,
    /// Mass of one forty-foot container's load, in tonnes.
    pub tonnes_per_feu: f64,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// What is computed or assumed.
    #[serde(default)]
    pub note: Option<String>,
}
