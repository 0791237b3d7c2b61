//! Yearly numbers: trade, investment, debt, prices, volumes. One kind of thing.

use super::years::once_each;
use super::{Ids, Period, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Yearly numbers of one measure from one recorder.
///
/// Another source for the same numbers is another series: conflicts stay side by side.
/// A year without a number is absent, never zero; a recorded zero is a zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Stable id.
    pub id: String,
    /// Id of the [`super::Measure`].
    pub measure: String,
    /// Id of the [`super::Recorder`]: whose record it is.
    pub recorder: String,
    /// A name where the dimensions below do not say it all.
    #[serde(default)]
    pub name: Text,
    /// Id of the country that reports (the exporter of an export, the host of an inflow).
    #[serde(default)]
    pub reporter: Option<String>,
    /// Id of the country at the other end.
    #[serde(default)]
    pub partner: Option<String>,
    /// Direction, seen from the reporter.
    #[serde(default)]
    pub flow: Option<Flow>,
    /// Id of the [`Product`]; absent means all goods.
    #[serde(default)]
    pub product: Option<String>,
    /// Branch of the economy as the recorder names it; absent means all.
    #[serde(default)]
    pub branch: Option<String>,
    /// Id of the transit route it is about.
    #[serde(default)]
    pub route: Option<String>,
    /// How goods are valued.
    #[serde(default)]
    pub valuation: Option<Valuation>,
    /// Unit of the values, such as `USD m`, `t`, `TEU`, `EUR per USD`, `index 2015=100`.
    pub unit: String,
    /// First and last month if each value covers only a part of its year.
    #[serde(default)]
    pub months: Option<(u8, u8)>,
    /// Which series gives the shown value where several from one recorder cover a year:
    /// the highest; the others are shown as conflicts.
    #[serde(default)]
    pub preference: i32,
    /// Ids of the sources of all values; never empty.
    pub sources: Ids,
    /// Year to value.
    #[serde(deserialize_with = "once_each")]
    pub values: BTreeMap<i32, f64>,
    /// What to know about single years.
    #[serde(default, deserialize_with = "once_each")]
    pub marks: BTreeMap<i32, Mark>,
    /// What to know about the whole series.
    #[serde(default)]
    pub note: Option<String>,
}

/// What to know about one year's value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// What kind of mark.
    pub kind: MarkKind,
    /// In words.
    #[serde(default)]
    pub note: Option<String>,
    /// Ids of this year's own sources, where the years of one series come from different ones;
    /// empty: those of the series, which lists them all.
    #[serde(default)]
    pub sources: Ids,
    /// The part of the year covered, where it is not all.
    #[serde(default)]
    pub period: Option<Period>,
}

/// How a year's value differs from a full, final record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MarkKind {
    /// Will be revised.
    Provisional,
    /// Covers a part of the year; drawn hollow, never in growth rates or totals.
    PartialYear,
    /// Somebody's estimate, not a record; drawn dashed.
    Estimate,
    /// Computed from another published number, such as by an exchange rate.
    Derived,
    /// Published in rounded form.
    Rounded,
    /// "more than".
    AtLeast,
    /// "up to".
    AtMost,
    /// A plan or forecast, not a record.
    Forecast,
    /// Only a remark.
    Note,
}

/// Direction of a flow, seen from the reporter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Flow {
    /// Out of the reporter.
    Export,
    /// Into the reporter.
    Import,
}

/// How traded goods are valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Valuation {
    /// Free on board: without freight and insurance to the importer's border.
    Fob,
    /// Cost, insurance, freight: with them.
    Cif,
    /// Not known.
    Unknown,
}

/// A product code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Stable id, such as `HS1992-27`.
    pub id: String,
    /// The code as the classification writes it, such as `27` or `270900`.
    pub code: String,
    /// The classification's edition, such as `HS1992`; absent if the source does not say.
    #[serde(default)]
    pub edition: Option<String>,
    /// Names by language.
    pub name: Text,
}
