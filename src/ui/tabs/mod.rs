//! The tabs: one folder each, one row each in [`TABS`]. The bar, the shell and the tests loop over it.

mod overview;
pub(in crate::ui) mod projects;
mod sources;
mod trade;
mod transit;

use super::{Cx, figures::FigureSpec};
use crate::app::Tab;
use eframe::egui::Ui;

/// Draws a part of a tab.
pub type Part = fn(&mut Ui, &Cx<'_>);

/// What a tab shows of all, and the filter as a sentence: for the status line.
pub type Status = fn(&Cx<'_>) -> (String, String);

/// A tab.
pub struct TabSpec {
    /// Which tab.
    pub tab: Tab,
    /// Stable id, for the command line.
    pub id: &'static str,
    /// Message key of its name.
    pub name: &'static str,
    /// The panel at the left, if it has one.
    pub filters: Option<Part>,
    /// The middle.
    pub content: Part,
    /// The panel at the right, if it has one.
    pub inspector: Option<Part>,
    /// What the status line says of it.
    pub status: Status,
    /// The table whose rows can be marked and copied, if it has one.
    pub rows: Option<TabRows>,
}

/// The table of a tab whose rows can be copied.
#[derive(Clone, Copy)]
pub struct TabRows {
    /// Id of the figure that holds its numbers.
    pub figure: &'static str,
    /// Key of the column that names a row.
    pub key: &'static str,
    /// Id of the row in the inspector.
    pub selected: fn(&Cx<'_>) -> Option<String>,
}

const OVERVIEW: TabSpec = TabSpec {
    tab: Tab::Overview,
    id: "overview",
    name: "tab-overview",
    filters: None,
    content: overview::content_ui,
    inspector: Some(overview::inspector_ui),
    status: overview::status,
    rows: None,
};

/// The tabs, in order.
pub const TABS: &[TabSpec] = &[
    OVERVIEW,
    TabSpec {
        tab: Tab::Projects,
        id: "projects",
        name: "tab-projects",
        filters: Some(projects::filters_ui),
        content: projects::content_ui,
        inspector: Some(projects::inspector_ui),
        status: projects::status,
        rows: Some(TabRows {
            figure: "projects",
            key: "project_id",
            selected: |cx| cx.state.view.projects.selected.clone(),
        }),
    },
    TabSpec {
        tab: Tab::Trade,
        id: "trade",
        name: "tab-trade",
        filters: Some(trade::filters_ui),
        content: trade::content_ui,
        inspector: Some(trade::inspector_ui),
        status: trade::status,
        rows: Some(TabRows {
            figure: "trade",
            key: "year",
            selected: |cx| {
                cx.state
                    .view
                    .trade
                    .selected_year
                    .map(|year| year.to_string())
            },
        }),
    },
    TabSpec {
        tab: Tab::Transit,
        id: "transit",
        name: "tab-transit",
        filters: Some(transit::question_ui),
        content: transit::content_ui,
        inspector: Some(transit::inspector_ui),
        status: transit::status,
        rows: Some(TabRows {
            figure: "routes",
            key: "route_id",
            selected: |cx| cx.state.view.transit.selected.clone(),
        }),
    },
    TabSpec {
        tab: Tab::Sources,
        id: "sources",
        name: "tab-sources",
        filters: Some(sources::filters_ui),
        content: sources::content_ui,
        inspector: Some(sources::inspector_ui),
        status: sources::status,
        rows: Some(TabRows {
            figure: "sources",
            key: "source_id",
            selected: |cx| cx.state.view.sources.selected.clone(),
        }),
    },
];

/// What each tab hands out, in order.
pub const FIGURES: &[&[FigureSpec]] = &[
    overview::FIGURES,
    projects::FIGURES,
    trade::FIGURES,
    transit::FIGURES,
    sources::FIGURES,
];

impl TabSpec {
    /// The row of a tab.
    #[must_use]
    pub fn of(tab: Tab) -> &'static Self {
        TABS.iter()
            .find(|spec| spec.tab == tab)
            .unwrap_or(&OVERVIEW)
    }
}
