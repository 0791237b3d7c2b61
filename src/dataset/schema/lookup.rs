//! The small tables other records point into: countries, regions, sectors, statuses, recorders, measures.

use super::Text;
use serde::{Deserialize, Serialize};

/// A country, territory or group of countries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code; groups take a code of their own, such as `WLD`.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Country, territory, group or the world.
    #[serde(default)]
    pub kind: CountryKind,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default)]
    pub iso2: Option<String>,
}

/// What kind of reporting unit a [`Country`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum CountryKind {
    /// A state.
    #[default]
    Country,
    /// A customs territory or province that reports apart from a state.
    Territory,
    /// Several countries; overlaps with its members, so never added to them.
    Group,
    /// All countries together.
    World,
}

/// A first-level region of a country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Id of the country.
    pub country: String,
}

/// A group of sectors that shares one colour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorGroup {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Colour slot of the theme, 0 to 7; the last is the neutral one.
    pub slot: u8,
}

/// A sector of the economy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Id of its [`SectorGroup`].
    pub group: String,
}

/// A state a project can be in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Which of the four broad stages it counts as.
    pub stage: Stage,
    /// What the state means.
    #[serde(default)]
    pub definition: Text,
}

/// The four broad stages every status belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Talked about, agreed or in preparation: nothing is being built.
    Planned,
    /// Being built.
    UnderWay,
    /// Works, or the deal is closed.
    Done,
    /// Suspended, cancelled or dropped.
    Stopped,
}

/// Who records a statistic, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorder {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// What kind of recorder it is.
    pub kind: RecorderKind,
    /// Id of the country whose service it is, if one.
    #[serde(default)]
    pub country: Option<String>,
    /// How it records: valuation, origin or consignment, thresholds, known quirks.
    #[serde(default)]
    pub method: Text,
}

/// What kind of recorder a [`Recorder`] is; kinds are never mixed in one sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecorderKind {
    /// A country's own statistics or customs service.
    National,
    /// A central bank's balance of payments.
    CentralBank,
    /// An international organisation.
    International,
    /// Someone who reconciles both sides' records into one number.
    Reconciled,
    /// A tracker that lists single deals.
    Tracker,
    /// A company or association that publishes its own operating figures.
    Operator,
    /// Research, press or anyone else.
    Other,
}

/// What a series measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// What the program may do with it.
    pub role: MeasureRole,
    /// What it means, in at most about 80 words.
    #[serde(default)]
    pub definition: Text,
}

/// What the program may do with a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MeasureRole {
    /// Value of goods traded in a year.
    TradeValue,
    /// Quantity of a product traded in a year.
    TradeQuantity,
    /// Investment during a year.
    InvestmentFlow,
    /// Investment held at the end of a year.
    InvestmentStock,
    /// Sum of listed deals of a year.
    DealSum,
    /// Debt outstanding, or loans committed.
    Debt,
    /// Price index or deflator.
    PriceIndex,
    /// Units of a currency for one unit of another.
    ExchangeRate,
    /// Gross domestic product.
    Gdp,
    /// People.
    Population,
    /// Containers, tonnes or trains in a year.
    Volume,
    /// Anything else; shown, never computed with.
    Other,
}
