//! Opening datasets: jobs are started here and their results taken in.

use crate::{
    app::{
        history::History,
        jobs::{Outcome, Task},
        state::{AppState, Message, OpenDataset},
        view::text::{self, Problem},
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
        Outcome::Loaded(dataset) => {
            let revision = state.dataset.revision + 1;
            let dataset = OpenDataset {
                revision,
                ..*dataset
            };
            let other = dataset.id() != state.dataset.id();
            let (view, dropped) = text::fit(&state.view, &state.dataset, &dataset);
            let before = std::mem::replace(&mut state.dataset, dataset);
            state.jobs.discard(before);
            state.view = view;
            if other {
                // Steps back would lead to what another dataset had.
                state.history = History::default();
            }
            (false, loaded_words(state, &dropped))
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
        | Outcome::TextForClipboard(_)
        | Outcome::Reopened(_)
        | Outcome::Previewed(_) => return,
    };
    state.message = Some(Message { is_error, text });
}

/// What was opened, and what of the view it does not have.
fn loaded_words(state: &AppState, dropped: &[Problem]) -> String {
    let meta = state.dataset.catalog.meta();
    let title = meta.map(|meta| state.text(&meta.title)).unwrap_or_default();
    let words = &state.words;
    let opened = words.with("message-loaded", &[("title", title.into())]);
    if dropped.is_empty() {
        return opened;
    }
    let dropped = text::list(dropped, words);
    let dropped = words.with("message-view-dropped", &[("parts", (&dropped).into())]);
    format!("{opened}\n{dropped}")
}
