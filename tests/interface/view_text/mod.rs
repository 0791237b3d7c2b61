//! The view as text: what is written is read back, each part stands alone, and the window copies and pastes it.

mod arbitrary;
mod fitting;
mod language;
mod laws;
mod window;

use crate::common;
use belt_explorer::{
    app::{
        View,
        state::OpenDataset,
        view::text::{self, Problem, Reason},
    },
    dataset::read::Origin,
    i18n::Words,
};
use std::{path::Path, sync::LazyLock};

static DATASET: LazyLock<OpenDataset> = LazyLock::new(|| {
    OpenDataset::new(
        Origin::Embedded,
        common::embedded(),
        belt_explorer::dataset::diagnostic::Report::default(),
    )
});

/// A dataset about other countries.
fn other_dataset() -> OpenDataset {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let origin = Origin::Path(root.join("tests/fixtures/good"));
    OpenDataset::new(
        origin.clone(),
        common::load(&origin),
        belt_explorer::dataset::diagnostic::Report::default(),
    )
}

/// A text that must be understood as a whole.
#[track_caller]
fn understood(text: &str) -> View {
    let reading = text::read(text, &DATASET);
    assert_eq!(in_words(&reading.problems), [""; 0], "{text}");
    reading.view
}

/// The one problem of a text.
#[track_caller]
fn problem(text: &str) -> Reason {
    let mut problems = text::read(text, &DATASET).problems;
    assert_eq!(problems.len(), 1, "{text}: {problems:?}");
    problems.remove(0).reason
}

fn in_words(problems: &[Problem]) -> Vec<String> {
    let words = Words::new("en");
    problems
        .iter()
        .map(|problem| text::words(problem, &words))
        .collect()
}
