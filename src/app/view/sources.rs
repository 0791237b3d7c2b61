//! What the Sources tab shows.

use crate::analysis::sources::{SourceFilter, SourceSort};
use serde::{Deserialize, Serialize};

/// Filter, order and selection of the Sources tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourcesView {
    /// Which sources.
    pub filter: SourceFilter,
    /// Order of the table.
    pub sort: SourceSort,
    /// Id of the source in the inspector.
    pub selected: Option<String>,
}
