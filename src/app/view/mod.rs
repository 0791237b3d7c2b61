//! Everything that decides what is on screen. It serialises; undo, saved settings and links are made of it.

mod overview;
mod projects;
mod sources;
pub mod text;
mod trade;
mod transit;

pub use overview::{OverviewRecord, OverviewView};
pub use projects::{ComparedAxes, ProjectsPicture, ProjectsView, Side, TableView};
pub use sources::SourcesView;
pub use trade::TradeView;
pub use transit::{TransitPicture, TransitView};

use serde::{Deserialize, Serialize};

/// The tabs, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Tab {
    /// What the dataset holds, the headline statement, events.
    #[default]
    Overview,
    /// Projects and their money.
    Projects,
    /// Trade by both recorders.
    Trade,
    /// Transit routes for a cargo.
    Transit,
    /// Where every figure comes from.
    Sources,
}

/// What is on screen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// The tab in front.
    pub tab: Tab,
    /// The Overview tab.
    pub overview: OverviewView,
    /// The Projects tab.
    pub projects: ProjectsView,
    /// The Trade tab.
    pub trade: TradeView,
    /// The Transit tab.
    pub transit: TransitView,
    /// The Sources tab.
    pub sources: SourcesView,
}

impl View {
    /// The view without what is only pointed at: the tab in front, the selected records, and where the map
    /// looks.
    ///
    /// Undo compares this part, so that looking around leaves no steps behind.
    #[must_use]
    pub fn content(&self) -> Self {
        let mut content = self.clone();
        content.tab = Tab::default();
        content.overview.selected = None;
        content.projects.selected = None;
        content.projects.map_frame = None;
        content.trade.selected_year = None;
        content.transit.selected = None;
        content.sources.selected = None;
        content
    }

    /// Takes everything but what is only pointed at from another view.
    pub fn restore(&mut self, other: &Self) {
        let pointed = self.clone();
        self.clone_from(other);
        self.tab = pointed.tab;
        self.overview.selected = pointed.overview.selected;
        self.projects.selected = pointed.projects.selected;
        self.projects.map_frame = pointed.projects.map_frame;
        self.trade.selected_year = pointed.trade.selected_year;
        self.transit.selected = pointed.transit.selected;
        self.sources.selected = pointed.sources.selected;
    }
}
