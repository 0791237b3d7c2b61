//! Changes of the Transit tab.

use crate::{
    analysis::transit::{
        Question,
        rows::{RowOrder, RowSort},
    },
    app::{action::TransitAction, derived, state::AppState},
};

pub(super) fn apply(state: &mut AppState, action: TransitAction) {
    match action {
        TransitAction::Cargo(cargo) => ask(state, |question| question.cargo = cargo),
        TransitAction::Scopes(scopes) => ask(state, |question| question.scopes = scopes),
        TransitAction::Years(years) => ask(state, |question| question.years = years),
        TransitAction::Forecasts(on) => ask(state, |question| question.with_forecasts = on),
        TransitAction::ToggleMode(mode) => ask(state, |question| {
            if !question.modes.remove(&mode) {
                question.modes.insert(mode);
            }
        }),
        TransitAction::Ends(ends) => ask(state, |question| question.ends = ends),
        TransitAction::Reset => state.view.transit.question = None,
        TransitAction::Picture(picture) => state.view.transit.picture = picture,
        TransitAction::Sort(order) => {
            state.view.transit.sort = sorted(state.view.transit.sort, order);
        }
        TransitAction::Select(id) => state.view.transit.selected = id,
    }
}

/// Changes a part of what is asked; the dataset's own question is stored as none.
fn ask(state: &mut AppState, change: impl FnOnce(&mut Question)) {
    let default = derived::transit::default_question(state);
    let mut question = state.view.transit.asked(&state.dataset.catalog, &default);
    change(&mut question);
    state.view.transit.question = (question != *default).then_some(question);
}

/// The same column again turns the order; counts and years start with the largest.
fn sorted(current: RowSort, order: RowOrder) -> RowSort {
    let descending = if current.order == order {
        !current.descending
    } else {
        matches!(order, RowOrder::Figures | RowOrder::Years)
    };
    RowSort { order, descending }
}
