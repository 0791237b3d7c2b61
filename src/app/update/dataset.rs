//! Opening datasets: jobs are started here and their results taken in.

use crate::{
    app::{
        findings::{Findings, Refused},
        history::History,
        jobs::{Lane, Task, Why},
        state::{AppState, Dialog, Message, OpenDataset},
        view::text::{self, Problem},
    },
    dataset::{
        diagnostic::{Report, Severity},
        read::Origin,
    },
};
use std::{mem, path::PathBuf};

/// How many findings a message shows.
const FINDINGS_SHOWN: usize = 5;

pub(super) fn load(state: &mut AppState, path: PathBuf) {
    state.dialog = None;
    start(state, Origin::Path(path), Why::Asked);
}

pub(super) fn reload(state: &mut AppState) {
    start(state, state.dataset.origin.clone(), Why::Asked);
}

pub(super) fn load_built_in(state: &mut AppState) {
    state.dialog = None;
    start(state, Origin::Embedded, Why::Asked);
}

/// The open files changed: they are read again, unless a person is opening something else.
pub(super) fn files_changed(state: &mut AppState) {
    let origin = state.dataset.origin.clone();
    let busy = state
        .loading
        .as_ref()
        .is_some_and(|loading| *loading != origin);
    if state.settings.live_reload && !busy {
        start(state, origin, Why::Changed);
    }
}

fn start(state: &mut AppState, origin: Origin, why: Why) {
    if why == Why::Asked {
        // What was said about another dataset would be read as about this one.
        state.message = None;
    }
    state.loading = Some(origin.clone());
    state.jobs.start(Task::Load(origin, why));
}

pub(super) fn cancel(state: &mut AppState, lane: Lane) {
    if lane == Lane::Load {
        state.loading = None;
    }
    state.jobs.cancel(lane);
}

/// Takes in a dataset that was read; it replaces the open one.
pub(super) fn opened(state: &mut AppState, dataset: OpenDataset, why: Why) {
    state.loading = None;
    let was_refused = state.findings.refused.is_some();
    let same = dataset.origin == state.dataset.origin
        && dataset.catalog.checksum() == state.dataset.catalog.checksum();
    if same && !was_refused {
        if why == Why::Asked {
            state.message = Some(Message::done(state.words.t("message-unchanged")));
        }
        return state.jobs.discard(dataset);
    }
    let dataset = OpenDataset {
        revision: state.dataset.revision + 1,
        ..dataset
    };
    let other = dataset.id() != state.dataset.id();
    let (view, dropped) = text::fit(&state.view, &state.dataset, &dataset);
    let old = mem::replace(&mut state.dataset, dataset);
    state.jobs.discard(old);
    state.view = view;
    state.findings = Findings::default();
    if other {
        // Steps back would lead to what another dataset had.
        state.history = History::default();
    }
    if let Origin::Path(path) = &state.dataset.origin {
        state.settings.remember(path);
    }
    let more = (!state.dataset.report.findings().is_empty()).then_some(Dialog::Findings);
    let words = opened_words(state, why, &dropped);
    state.message = Some(Message::done(words).with_more(more));
}

/// Takes in that a dataset was refused; the open one stays.
pub(super) fn refused(state: &mut AppState, refused: Refused, why: Why) {
    state.loading = None;
    let errors = [("errors", refused.report.count(Severity::Error).into())];
    let head = state.words.with(
        match why {
            Why::Asked => "message-refused",
            Why::Changed => "message-changed-refused",
        },
        &errors,
    );
    let text = format!("{head}\n{}", first_errors(&refused.report));
    state.message = Some(Message::error(text).with_more(Some(Dialog::Findings)));
    state.findings = Findings {
        refused: Some(refused),
        ..Findings::default()
    };
}

/// The first errors in words, with the lines they are about.
fn first_errors(report: &Report) -> String {
    let errors = report
        .findings()
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let shown = errors
        .take(FINDINGS_SHOWN)
        .map(|finding| finding.render(false));
    shown.collect::<Vec<_>>().join("\n\n")
}

/// What was opened, how much is in it, and what of the view it does not have.
fn opened_words(state: &AppState, why: Why, dropped: &[Problem]) -> String {
    let meta = state.dataset.catalog.meta();
    let title = meta.map(|meta| state.text(&meta.title)).unwrap_or_default();
    let words = &state.words;
    let data = state.dataset.catalog.data();
    let key = match why {
        Why::Asked => "message-loaded",
        Why::Changed => "message-reloaded",
    };
    let mut lines = vec![words.with(
        key,
        &[
            ("title", title.into()),
            ("projects", data.projects.len().into()),
            ("series", data.series.len().into()),
            ("routes", data.transit.routes.len().into()),
            ("sources", data.sources.len().into()),
            (
                "warnings",
                state.dataset.report.count(Severity::Warning).into(),
            ),
        ],
    )];
    if !dropped.is_empty() {
        let dropped = text::list(dropped, words);
        lines.push(words.with("message-view-dropped", &[("parts", (&dropped).into())]));
    }
    lines.join("\n")
}

/// Watches the open files, or stops watching them, as the settings say.
pub(super) fn follow(state: &mut AppState) {
    let path = match &state.dataset.origin {
        Origin::Path(path) if state.settings.live_reload => Some(path.as_path()),
        _ => None,
    };
    if let Err(error) = state.watch.follow(path) {
        let said = error.to_string();
        let text = state
            .words
            .with("message-not-watched", &[("text", (&said).into())]);
        state.message = Some(Message::error(text));
    }
}
