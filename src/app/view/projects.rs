//! What the Projects tab shows.

use crate::analysis::projects::{Filter, InvestmentOptions, SortKey};
use serde::{Deserialize, Serialize};

/// Filter, chart choices, order and selection of the Projects tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectsView {
    /// Which projects.
    pub filter: Filter,
    /// What the chart shows.
    pub chart: InvestmentOptions,
    /// Order of the table.
    pub sort: SortKey,
    /// Id of the project in the inspector.
    pub selected: Option<String>,
}
