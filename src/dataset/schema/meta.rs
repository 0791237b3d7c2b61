//! What a dataset is: its title, its two countries, its licence.

use super::{PartialDate, Text};
use serde::{Deserialize, Serialize};

/// What the dataset is about, who keeps it, and under which terms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Version of the file format; see [`super::SCHEMA_VERSION`].
    pub schema: u32,
    /// Stable id of the dataset, such as `aurelia-borea`.
    pub id: String,
    /// The dataset's own version, such as `2026.11`.
    pub version: String,
    /// Title shown in the window.
    pub title: Text,
    /// A paragraph that says what the dataset holds and what it leaves out.
    #[serde(default)]
    pub description: Text,
    /// Id of the home country: the side whose projects, trade and transit are described.
    pub home: String,
    /// Id of the partner country.
    pub partner: String,
    /// The day up to which facts were collected.
    pub as_of: PartialDate,
    /// Licence of the dataset as a whole (SPDX id or a sentence).
    #[serde(default)]
    pub licence: Option<String>,
    /// Attributions that sources ask for.
    #[serde(default)]
    pub attributions: Vec<Attribution>,
    /// Who keeps the dataset.
    #[serde(default)]
    pub maintainers: Vec<String>,
    /// ISO 4217 code of the currency amounts are in unless a figure's unit says otherwise.
    pub currency: String,
    /// Id of the price-index series used for constant prices.
    #[serde(default)]
    pub price_index: Option<String>,
    /// Base year offered first for constant prices.
    #[serde(default)]
    pub price_base: Option<i32>,
    /// Language tag of the texts that are always present.
    #[serde(default = "english")]
    pub language: String,
    /// Id of the statement that the overview opens with.
    #[serde(default)]
    pub headline_statement: Option<String>,
    /// Points the reader should know: known gaps, remaining warnings and why they stand.
    #[serde(default)]
    pub notes: Vec<Text>,
}

fn english() -> String {
    "en".to_owned()
}

/// A credit that a source asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Who is credited.
    pub to: String,
    /// The credit, as asked for.
    pub text: String,
    /// Where the terms are.
    #[serde(default)]
    pub url: Option<String>,
}
