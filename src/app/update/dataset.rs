//! Opening datasets: jobs are started here and their results taken in.

use crate::{
    app::{
        jobs::{Outcome, Task},
        state::{AppState, Message, OpenDataset},
        view::View,
    },
    dataset::read::Origin,
};
use std::path::PathBuf;

pub(super) fn load(state: &mut AppState, path: PathBuf) {
    state.jobs.start(Task::Load(Origin::Path(path)));
}

pub(super) fn reload(state: &mut AppState) {
    let origin = state.dataset.origin.clone();
    state.jobs.start(Task::Load(origin));
}

pub(super) fn load_built_in(state: &mut AppState) {
    state.jobs.start(Task::Load(Origin::Embedded));
}

/// Takes in a result; whatever went wrong, the open dataset stays.
pub(super) fn done(state: &mut AppState, outcome: Outcome) {
    let (is_error, text) = match outcome {
        Outcome::Loaded {
            origin,
            catalog,
            warnings,
        } => {
            let revision = state.dataset.revision + 1;
            let other = catalog.meta().map(|meta| meta.id.as_str()) != Some(state.dataset.id());
            state.dataset = OpenDataset::new(origin, *catalog, warnings, revision);
            if other {
                // Ids of one dataset mean nothing in another.
                state.view = View {
                    tab: state.view.tab,
                    ..View::default()
                };
                state.history = crate::app::history::History::default();
            }
            let title = state
                .dataset
                .catalog
                .meta()
                .map(|meta| state.text(&meta.title))
                .unwrap_or_default();
            (
                false,
                state
                    .words
                    .with("message-loaded", &[("title", title.into())]),
            )
        }
        Outcome::Refused { errors, report, .. } => {
            let head = state
                .words
                .with("message-refused", &[("errors", errors.into())]);
            (true, format!("{head}\n{report}"))
        }
        Outcome::Panicked(text) => (
            true,
            state
                .words
                .with("message-panicked", &[("text", (&text).into())]),
        ),
        Outcome::Cancelled
        | Outcome::Exported(_)
        | Outcome::NotExported(_)
        | Outcome::ForClipboard(_)
        | Outcome::Previewed(..) => return,
    };
    state.message = Some(Message { is_error, text });
}
