//! What the Projects tab shows.

use crate::analysis::{
    map::MapFrame,
    projects::{BreakdownBy, Column, Filter, InvestmentOptions, OutcomesBy, SortKey},
};
use serde::{Deserialize, Serialize};

/// Filter, chart choices, order and selection of the Projects tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectsView {
    /// Which projects.
    pub filter: Filter,
    /// The other side of a comparison, B; [`Self::filter`] is its A. None if nothing is compared.
    pub against: Option<Filter>,
    /// What the pictures of the two sides are measured by.
    pub axes: ComparedAxes,
    /// Which picture stands above the table.
    pub picture: ProjectsPicture,
    /// What the chart shows.
    pub chart: InvestmentOptions,
    /// What stands in the columns of the breakdown.
    pub breakdown: BreakdownBy,
    /// What the rows of the outcomes hold.
    pub outcomes: OutcomesBy,
    /// Where the map looks; where most projects are if there is none. Looking around is no step of undo.
    pub map_frame: Option<MapFrame>,
    /// First order of the table.
    pub sort: SortKey,
    /// How the table is laid out.
    pub table: TableView,
    /// Id of the project in the inspector.
    pub selected: Option<String>,
}

/// How the table of projects is laid out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    /// What orders projects that the first order finds equal.
    pub then: Vec<SortKey>,
    /// The columns in order; none for those that have room.
    pub columns: Vec<Column>,
    /// How many of the first columns stay while the others roll sideways.
    pub frozen: usize,
    /// Id of the facet that the rows are gathered by.
    pub group: Option<String>,
}

impl Default for TableView {
    fn default() -> Self {
        Self {
            then: Vec::new(),
            columns: Vec::new(),
            // The name: without it nobody knows what a row is.
            frozen: 1,
            group: None,
        }
    }
}

/// A side of a comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// What the tab is about: facets, table and record are of it.
    #[default]
    A,
    /// What it is held against.
    B,
}

/// What the pictures of two sides are measured by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ComparedAxes {
    /// The same axes, so that equal lengths are equal amounts.
    #[default]
    Shared,
    /// Each its own.
    Own,
}

impl ProjectsView {
    /// The filter of a side; that of the tab while nothing is compared.
    #[must_use]
    pub fn filter_of(&self, side: Side) -> &Filter {
        match side {
            Side::A => &self.filter,
            Side::B => self.against.as_ref().unwrap_or(&self.filter),
        }
    }

    /// All orders of the table, the first one first.
    #[must_use]
    pub fn order(&self) -> Vec<SortKey> {
        let first = std::iter::once(self.sort);
        first.chain(self.table.then.iter().copied()).collect()
    }
}

/// A picture of the Projects tab.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProjectsPicture {
    /// Investment over time.
    #[default]
    Chart,
    /// Parts in rows, states or years in columns.
    Breakdown,
    /// What became of projects, by when they were announced.
    Outcomes,
    /// How large they are.
    Sizes,
    /// When they were announced, begun and finished.
    Schedule,
    /// The projects where they are.
    Map,
}

impl ProjectsPicture {
    /// All pictures in order.
    pub const ALL: [Self; 6] = [
        Self::Chart,
        Self::Breakdown,
        Self::Outcomes,
        Self::Sizes,
        Self::Schedule,
        Self::Map,
    ];
}
