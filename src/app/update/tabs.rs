//! Changes of the smaller tabs, and links.

use crate::app::{
    action::{Effect, SourcesAction, TradeAction},
    state::AppState,
    view::{SourcesView, Tab, TradeView},
};

pub(super) fn show(state: &mut AppState, tab: Tab) {
    state.view.tab = tab;
    state.history.close_step();
}

pub(super) fn trade(view: &mut TradeView, action: &TradeAction) {
    match action {
        TradeAction::SelectYear(year) => view.selected_year = *year,
    }
}

pub(super) fn sources(view: &mut SourcesView, action: SourcesAction) {
    match action {
        SourcesAction::Search(text) => view.text = text,
        SourcesAction::Select(id) => view.selected = id,
    }
}

/// Only web links are opened: a dataset must not start programs.
pub(super) fn open_link(link: String) -> Option<Effect> {
    let web = link.starts_with("https://") || link.starts_with("http://");
    web.then_some(Effect::OpenLink(link))
}
