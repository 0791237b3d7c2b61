//! Tabs and links.

use crate::app::{action::Effect, state::AppState, view::Tab};

pub(super) fn show(state: &mut AppState, tab: Tab) {
    state.view.tab = tab;
    state.history.close_step();
}

/// Only web links are opened: a dataset must not start programs.
pub(super) fn open_link(link: String) -> Option<Effect> {
    let web = link.starts_with("https://") || link.starts_with("http://");
    web.then_some(Effect::OpenLink(link))
}
