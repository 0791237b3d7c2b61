//! What is on screen at one moment, from which figures are made on any thread.

use super::{Caption, FigureError, FigureSpec};
use crate::{
    app::{
        Action, AppState, Tab, View,
        jobs::{Jobs, Runner},
        settings::{Settings, ThemeChoice},
        state::OpenDataset,
        update,
    },
    export::{citation::SourceRef, data::DataTable},
    ui::{Cx, theme},
};
use eframe::egui::Theme;
use std::sync::Arc;

/// What a figure is made from: the dataset, the language and the view, as they were at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The dataset.
    pub dataset: OpenDataset,
    /// Language tag of the words.
    pub language: String,
    /// What is on screen.
    pub view: View,
}

/// A figure's caption and numbers, and the state they were read from.
pub(super) struct Numbers<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) spec: &'a FigureSpec,
    pub(super) caption: Caption,
    pub(super) table: DataTable,
}

impl Numbers<'_> {
    /// The sources of what is drawn; for a table those of its rows.
    pub(super) fn sources(&self) -> Vec<SourceRef> {
        let rows;
        let ids = if self.caption.sources.is_empty() {
            rows = self.table.sources();
            &rows
        } else {
            &self.caption.sources
        };
        let sources = ids.iter().filter_map(|id| self.cx.catalog().source(id));
        sources.map(SourceRef::from).collect()
    }
}

impl Snapshot {
    /// What a state shows at this moment.
    #[must_use]
    pub fn of(state: &AppState) -> Self {
        Self {
            dataset: state.dataset.clone(),
            language: state.settings.language.clone(),
            view: state.view.clone(),
        }
    }

    /// Caption and numbers of a figure.
    ///
    /// # Errors
    /// When there is nothing to show.
    pub fn data(&self, spec: &FigureSpec) -> Result<(Caption, DataTable), FigureError> {
        self.numbers(spec, |numbers| {
            (numbers.caption.clone(), numbers.table.clone())
        })
    }

    /// Makes something of a figure's caption and numbers.
    pub(super) fn numbers<T>(
        &self,
        spec: &FigureSpec,
        make: impl FnOnce(&Numbers<'_>) -> T,
    ) -> Result<T, FigureError> {
        let state = self.state(spec, Theme::Light);
        let cx = Cx::new(&state, theme::Tokens::for_theme(false));
        let caption = (spec.caption)(&cx).map_err(FigureError::Nothing)?;
        let numbers = Numbers {
            cx: &cx,
            spec,
            caption,
            table: (spec.table)(&cx),
        };
        Ok(make(&numbers))
    }

    /// The state of a program that shows the figure.
    pub(super) fn state(&self, spec: &FigureSpec, theme: Theme) -> AppState {
        let mut shown = self.clone();
        spec.bring_to_front(&mut shown.view);
        shown.state_on(spec.tab, theme)
    }

    /// The state of a program that shows a tab.
    pub(super) fn state_on(&self, tab: Tab, theme: Theme) -> AppState {
        let settings = Settings {
            theme: match theme {
                Theme::Light => ThemeChoice::Light,
                Theme::Dark => ThemeChoice::Dark,
            },
            language: self.language.clone(),
            ..Settings::default()
        };
        let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
        let mut view = self.view.clone();
        // What a person points at is no part of a figure, but the route whose figures are shown is.
        view.overview.selected = None;
        view.projects.selected = None;
        view.trade.selected_year = None;
        view.sources.selected = None;
        let mut state = AppState::new(self.dataset.clone(), settings, view, jobs);
        update::apply(&mut state, Action::ShowTab(tab));
        state
    }
}
