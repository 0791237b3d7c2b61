//! Changes of the Overview tab.

use crate::app::{action::OverviewAction, state::AppState, view::Tab};

pub(super) fn apply(state: &mut AppState, action: OverviewAction) {
    let view = &mut state.view.overview;
    match action {
        OverviewAction::AllStatements(all) => view.all_statements = all,
        OverviewAction::Select(record) => view.selected = record,
        OverviewAction::Show(record) => {
            view.selected = Some(record);
            state.view.tab = Tab::Overview;
            state.settings.inspector_open = true;
        }
    }
}
