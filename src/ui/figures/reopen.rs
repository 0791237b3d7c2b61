//! A figure opened again: from its recipe to the view that made it, and what has changed since.

use super::{Snapshot, figure};
use crate::{
    app::{
        jobs::{Lane, NotExported, Outcome, Work},
        recipe::{Recipe, Reopened},
        state::AppState,
        view::text,
    },
    export::{data::changes, metadata::read_recipe},
};
use std::path::PathBuf;

/// A job that reads how a figure was made.
#[must_use]
pub fn reopen(state: &AppState, path: PathBuf) -> Work {
    let snapshot = Snapshot::of(state);
    Work::new(Lane::Load, move |_| {
        let file = path.file_name().unwrap_or(path.as_os_str());
        let file = file.to_string_lossy().into_owned();
        match read_recipe(&path) {
            Ok(recipe) => Outcome::Reopened(Box::new(reopened(&snapshot, file, recipe))),
            Err(error) => {
                let text = format!("{}: {error}", path.display());
                Outcome::NotExported(NotExported::Failed(text))
            }
        }
    })
}

/// What a recipe means for a dataset.
#[must_use]
pub fn reopened(snapshot: &Snapshot, file: String, recipe: Recipe) -> Reopened {
    if recipe.dataset.id != snapshot.dataset.id() {
        return Reopened {
            file,
            recipe,
            view: None,
            problems: Vec::new(),
            changes: None,
        };
    }
    let spec = figure(&recipe.figure);
    let mut reading = text::read(&recipe.view, &snapshot.dataset);
    if let Some(spec) = spec {
        spec.bring_to_front(&mut reading.view);
    }
    let now = Snapshot {
        view: reading.view.clone(),
        language: recipe.language.clone(),
        ..snapshot.clone()
    };
    let table = spec.and_then(|spec| now.data(spec).ok());
    let table = table.map(|(_, table)| table).unwrap_or_default();
    // Numbers that cannot be read say nothing about what changed.
    let changes = |then: &String| changes(then, &table).ok();
    Reopened {
        changes: recipe.numbers.as_ref().and_then(changes),
        file,
        view: Some(reading.view),
        problems: reading.problems,
        recipe,
    }
}
