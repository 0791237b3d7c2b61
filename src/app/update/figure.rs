//! A figure that was opened again: the view that made it, and what has changed since.

use crate::app::{
    recipe::{Change, Reopened},
    state::{AppState, Message},
    view::text,
};

/// Changed numbers that the message names one by one.
const MOST_CHANGES: usize = 5;

/// Shows the view that made the figure, and says what is not as it was.
pub(super) fn reopened(state: &mut AppState, figure: Reopened) {
    let file = [("file", (&figure.file).into())];
    let Some(view) = figure.view else {
        let there = state.dataset.id();
        let values = [
            ("file", (&figure.file).into()),
            ("dataset", (&figure.recipe.dataset.id).into()),
            ("version", (&figure.recipe.dataset.version).into()),
            ("open", there.into()),
        ];
        let text = state.words.with("figure-other-dataset", &values);
        state.message = Some(Message::error(text));
        return;
    };
    let before = std::mem::replace(&mut state.view, view);
    if before.content() != state.view.content() {
        state.history.record(before, "undo-view", None);
        state.history.close_step();
    }
    let mut lines = vec![state.words.with("figure-reopened", &file)];
    let same = figure.recipe.dataset.checksum == state.dataset.catalog.checksum();
    if !same {
        let now = state
            .dataset
            .catalog
            .meta()
            .map_or("", |meta| meta.version.as_str());
        let values = [
            ("then", (&figure.recipe.dataset.version).into()),
            ("now", now.into()),
        ];
        lines.push(state.words.with("figure-data-differs", &values));
    }
    if let Some(changes) = figure.changes.as_ref().filter(|_| !same) {
        lines.extend(change_lines(state, changes));
    }
    if !figure.problems.is_empty() {
        lines.push(state.words.t("message-view-in-part"));
        lines.push(text::list(&figure.problems, &state.words));
    }
    state.message = Some(Message {
        is_error: !figure.problems.is_empty(),
        ..Message::done(lines.join("\n"))
    });
}

fn change_lines(state: &AppState, changes: &[Change]) -> Vec<String> {
    let words = &state.words;
    let count = [("count", changes.len().into())];
    let mut lines = vec![words.with("figure-changes", &count)];
    let none = words.t("figure-no-number");
    lines.extend(changes.iter().take(MOST_CHANGES).map(|change| {
        let then = change.then.as_ref().unwrap_or(&none);
        let now = change.now.as_ref().unwrap_or(&none);
        format!("  {}: {then} → {now}", change.place)
    }));
    if changes.len() > MOST_CHANGES {
        let more = changes.len() - MOST_CHANGES;
        lines.push(words.with("figure-changes-more", &[("count", more.into())]));
    }
    lines
}
