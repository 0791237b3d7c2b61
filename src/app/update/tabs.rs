//! Changes of the smaller tabs, and links.

use crate::app::{
    action::{Effect, TradeAction, TransitAction},
    state::AppState,
    view::{Tab, TradeView, TransitView},
};

pub(super) fn show(state: &mut AppState, tab: Tab) {
    state.view.tab = tab;
    state.history.close_step();
}

pub(super) fn trade(view: &mut TradeView, action: TradeAction) {
    match action {
        TradeAction::Choose(choice) => view.choice = *choice,
        TradeAction::Freight(margin) => view.choice.margin = margin,
        TradeAction::SelectYear(year) => view.selected_year = year,
    }
}

pub(super) fn transit(view: &mut TransitView, action: TransitAction) {
    match action {
        TransitAction::Select(id) => view.selected = id,
    }
}

/// Only web links are opened: a dataset must not start programs.
pub(super) fn open_link(link: String) -> Option<Effect> {
    let web = link.starts_with("https://") || link.starts_with("http://");
    web.then_some(Effect::OpenLink(link))
}
