//! What the Projects tab shows.

use crate::analysis::projects::{Column, Filter, InvestmentOptions, SortKey};
use serde::{Deserialize, Serialize};

/// Filter, chart choices, order and selection of the Projects tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectsView {
    /// Which projects.
    pub filter: Filter,
    /// What the chart shows.
    pub chart: InvestmentOptions,
    /// First order of the table.
    pub sort: SortKey,
    /// How the table is laid out.
    pub table: TableView,
    /// Id of the project in the inspector.
    pub selected: Option<String>,
}

/// How the table of projects is laid out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    /// What orders projects that the first order finds equal.
    pub then: Vec<SortKey>,
    /// The columns in order; none for those that have room.
    pub columns: Vec<Column>,
    /// Id of the facet that the rows are gathered by.
    pub group: Option<String>,
}

impl ProjectsView {
    /// All orders of the table, the first one first.
    #[must_use]
    pub fn order(&self) -> Vec<SortKey> {
        let first = std::iter::once(self.sort);
        first.chain(self.table.then.iter().copied()).collect()
    }
}
