//! Sources: what every figure points to.

use super::PartialDate;
use serde::{Deserialize, Serialize};

/// A publication, page or table that figures are taken from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub date: Option<PartialDate>,
    /// Where it is; `http` or `https`.
    #[serde(default)]
    pub url: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Terms, as far as known.
    #[serde(default)]
    pub licence: Option<String>,
    /// How the source counts, or how it was read.
    #[serde(default)]
    pub method: Option<String>,
    /// Anything the reader should know, such as the edition or the copy that was read.
    #[serde(default)]
    pub note: Option<String>,
}

/// What kind of publication a source is, from the most to the least official.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceKind {
    /// A government, ministry, embassy or state body.
    Official,
    /// An official statistic.
    Statistics,
    /// A data collection.
    Dataset,
    /// Academic or policy research.
    Research,
    /// A company or association about itself.
    Company,
    /// Press.
    News,
    /// A wiki.
    Wiki,
}

impl SourceKind {
    /// All kinds in the order of the enumeration.
    pub const ALL: [Self; 7] = [
        Self::Official,
        Self::Statistics,
        Self::Dataset,
        Self::Research,
        Self::Company,
        Self::News,
        Self::Wiki,
    ];
}
