//! The dialog that looks for a dataset, or for a folder.

use crate::app::{
    action::Effect,
    browse::{self, BrowseAction, Browser, Found, Purpose},
    jobs::Task,
    state::{AppState, Dialog},
};
use std::path::PathBuf;

pub(super) fn apply(state: &mut AppState, action: BrowseAction) -> Option<Effect> {
    match action {
        BrowseAction::Open(purpose) => open(state, purpose),
        BrowseAction::Go(path) => go(state, path),
        BrowseAction::Type(text) => state.browser.typed = text,
        BrowseAction::Choose(path) => state.browser.chosen = path,
        BrowseAction::Take(path) => take(state, path),
        BrowseAction::ForgetRecent => state.settings.recent.clear(),
    }
    None
}

fn open(state: &mut AppState, purpose: Purpose) {
    let folder = first_folder(state, purpose);
    state.browser = Browser {
        purpose,
        back: state.dialog.filter(|dialog| dialog.writes()),
        ..Browser::default()
    };
    state.dialog = Some(Dialog::Browse);
    go(state, folder);
}

/// Where the dataset opened last is; else where a person keeps things.
fn first_folder(state: &AppState, purpose: Purpose) -> PathBuf {
    let chosen = &state.settings.export.folder;
    let own = match purpose {
        Purpose::ExportFolder => Some(PathBuf::from(chosen)),
        // The open dataset is the one opened last, and is remembered with its whole path.
        Purpose::Dataset => {
            let last = state.settings.recent.first();
            last.and_then(|path| path.parent()).map(PathBuf::from)
        }
    };
    own.filter(|folder| !folder.as_os_str().is_empty())
        .or_else(|| browse::places().into_iter().next().map(|(_, path)| path))
        .unwrap_or_else(|| PathBuf::from("."))
}

fn go(state: &mut AppState, path: PathBuf) {
    let from = state.browser.listing.as_ref().and_then(|listing| {
        let listing = listing.as_ref().ok()?;
        Some(listing.folder.clone())
    });
    state.jobs.start(Task::Work(browse::look(path, from)));
}

/// Takes in what a path leads to.
pub(super) fn listed(state: &mut AppState, found: Result<Found, String>) {
    if state.dialog != Some(Dialog::Browse) {
        return;
    }
    match found {
        Ok(Found::File(path)) => match state.browser.purpose {
            Purpose::Dataset => super::dataset::load(state, path),
            Purpose::ExportFolder => {
                let words = state.words.t("browse-no-folder");
                state.browser.listing = Some(Err(words));
            }
        },
        Ok(Found::Folder(listing)) => {
            state.browser.typed = listing.folder.display().to_string();
            state.browser.chosen = None;
            state.browser.listing = Some(Ok(listing));
        }
        Err(said) => state.browser.listing = Some(Err(said)),
    }
}

fn take(state: &mut AppState, path: PathBuf) {
    match state.browser.purpose {
        Purpose::Dataset => super::dataset::load(state, path),
        Purpose::ExportFolder => {
            let folder = path.display().to_string();
            state.settings.export.folder.clone_from(&folder);
            state.export.form.choices.folder = folder;
            state.export.exists = None;
            state.dialog = state.browser.back.or(Some(Dialog::Export));
        }
    }
}
