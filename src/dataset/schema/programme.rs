//! Official lists of projects, as somebody stated them on a date.

use super::{Ids, PartialDate, Qualifier, Text, list};
use serde::{Deserialize, Serialize};

/// An official list of projects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// What the list is.
    #[serde(default)]
    pub description: Text,
    /// The list as stated, in order of date; several on one date are several statements.
    #[serde(deserialize_with = "list::exact")]
    pub states: Vec<ProgrammeState>,
}

/// The list as one speaker stated it on one date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeState {
    /// When it was stated.
    pub date: PartialDate,
    /// Who stated it, and about what.
    pub said_by: Text,
    /// Whether the speaker counted the list itself or something else.
    #[serde(default)]
    pub scope: Scope,
    /// The whole list.
    #[serde(default)]
    pub total: StatePart,
    /// Finished.
    #[serde(default)]
    pub implemented: StatePart,
    /// To be finished or launched in the year of the statement.
    #[serde(default)]
    pub launching: StatePart,
    /// Being built.
    #[serde(default)]
    pub under_way: StatePart,
    /// In preparation.
    #[serde(default)]
    pub preparation: StatePart,
    /// Jobs promised by the whole list.
    #[serde(default)]
    pub jobs: Option<u64>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know, such as a misprint.
    #[serde(default)]
    pub note: Option<String>,
}

/// Number of projects and money of one part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StatePart {
    /// Number of projects.
    pub count: Option<u32>,
    /// Money, in millions of the dataset's currency.
    pub money_m: Option<f64>,
    /// Words that qualify the money.
    pub qualifier: Option<Qualifier>,
}

/// What a speaker counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// The list itself.
    #[default]
    List,
    /// More than the list.
    Wider,
    /// A part of the list, or something beside it.
    Other,
}
