//! Claims: who said what number, and what in the dataset can confirm or contradict it.

use super::{Ids, Metric, PartialDate, Qualifier, Text};
use serde::{Deserialize, Serialize};

/// One occasion on which several claims were made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Stable id.
    pub id: String,
    /// Title by language.
    pub title: Text,
    /// When it was made.
    pub date: PartialDate,
    /// Who made it.
    pub speaker: Text,
    /// Where and to whom, and what followed.
    #[serde(default)]
    pub summary: Text,
    /// Ids of the sources; never empty.
    pub sources: Ids,
}

/// One number, or one point without a number, that somebody stated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Stable id.
    pub id: String,
    /// Id of the [`Statement`] it belongs to.
    #[serde(default)]
    pub statement: Option<String>,
    /// When it was said.
    pub date: PartialDate,
    /// Who said it.
    pub speaker: Text,
    /// What was said, in this dataset's own words.
    pub text: Text,
    /// What it is about, such as `turnover`, `investment`, `projects`, `days`, `opinion`.
    pub topic: String,
    /// The stated value, in `unit`.
    #[serde(default)]
    pub value: Option<f64>,
    /// Lower end of a stated range.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper end of a stated range.
    #[serde(default)]
    pub high: Option<f64>,
    /// Words that qualify the number.
    #[serde(default)]
    pub qualifier: Option<Qualifier>,
    /// Unit of the value, such as `USD bn`, `days`, `jobs`; required with a value.
    #[serde(default)]
    pub unit: Option<String>,
    /// The period the number is about, in words or as dates.
    #[serde(default)]
    pub period: Option<String>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// What the claim can be compared with.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// What to know when comparing: a research note, not a verdict.
    #[serde(default)]
    pub note: Option<String>,
}

/// A number in the dataset that a claim can be compared with: the sum of series in one year or
/// over several, what others stated about an official list, or what sources quote for routes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What the number is, in words: recorder and definition.
    pub label: Text,
    /// Ids of the series to be added; all in the same unit.
    #[serde(default)]
    pub series: Ids,
    /// A number of an official list, as stated by others.
    #[serde(default)]
    pub list: Option<ListCheck>,
    /// Figures quoted for routes.
    #[serde(default)]
    pub quotes: Option<QuoteCheck>,
    /// The year; the last one where `since` is set.
    pub year: i32,
    /// First year of a sum over years, where years without a number add nothing and are to be
    /// named; of a list and of quotes, the first year whose statements are compared.
    #[serde(default)]
    pub since: Option<i32>,
    /// Factor from the number's unit to the claim's unit, such as 0.001 from `USD m` to `USD bn`.
    pub factor: f64,
}

/// A number of an official list that a claim can be compared with: every statement about the
/// list itself that has it is a value of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListCheck {
    /// Id of the [`super::Programme`].
    pub programme: String,
    /// Which part of the list.
    pub part: ListPart,
    /// Which number of that part.
    pub number: ListNumber,
}

/// A part of an official list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ListPart {
    /// All of it.
    Total,
    /// Finished.
    Implemented,
    /// To be finished or launched in the year of the statement.
    Launching,
    /// Being built.
    UnderWay,
    /// In preparation.
    Preparation,
}

/// Which number of a list a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ListNumber {
    /// Number of projects.
    Count,
    /// Money, in millions of the dataset's currency.
    Money,
    /// Jobs promised by the whole list.
    Jobs,
}

/// Figures quoted for routes that a claim can be compared with; each route is a range of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteCheck {
    /// Ids of the routes.
    pub routes: Ids,
    /// What is measured.
    pub metric: Metric,
}
