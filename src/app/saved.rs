//! Views that a person gave a name, kept between starts as lines of text.

use super::{
    action::Effect,
    state::{AppState, Message},
    update::view_text,
    view::text,
};
use serde::{Deserialize, Serialize};

/// A view with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// What a person calls it.
    pub name: String,
    /// Id of the dataset it was made of.
    pub dataset: String,
    /// The view as text.
    pub text: String,
}

/// How many views are kept, and how long a name may be.
const MOST: usize = 200;
const LONGEST: usize = 120;

/// A change of the saved views.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedAction {
    /// The name that the next view gets.
    Name(String),
    /// Keep what is on screen under that name; one of the same name is replaced.
    Save,
    /// Show the view at this position.
    Open(usize),
    /// Put the view at this position on the clipboard.
    Copy(usize),
    /// Forget the view at this position.
    Remove(usize),
    /// Keep again what was forgotten last.
    Restore,
}

/// The state of the dialog of saved views.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Naming {
    /// What is typed.
    pub name: String,
    /// What was forgotten last, and where it stood.
    pub forgotten: Option<(usize, SavedView)>,
}

/// Applies a change.
pub(super) fn apply(state: &mut AppState, action: SavedAction) -> Option<Effect> {
    match action {
        SavedAction::Name(name) => state.naming.name = name.chars().take(LONGEST).collect(),
        SavedAction::Save => save(state),
        SavedAction::Open(at) => {
            let text = state.settings.views.get(at)?.text.clone();
            state.dialog = None;
            view_text::paste(state, &text);
        }
        SavedAction::Copy(at) => {
            return Some(Effect::Copy(state.settings.views.get(at)?.text.clone()));
        }
        SavedAction::Remove(at) => {
            if at < state.settings.views.len() {
                let view = state.settings.views.remove(at);
                state.naming.forgotten = Some((at, view));
            }
        }
        SavedAction::Restore => {
            let (at, view) = state.naming.forgotten.take()?;
            let at = at.min(state.settings.views.len());
            state.settings.views.insert(at, view);
        }
    }
    None
}

fn save(state: &mut AppState) {
    let name = state.naming.name.trim().to_owned();
    if name.is_empty() {
        return;
    }
    let view = SavedView {
        dataset: state.dataset.id().to_owned(),
        text: text::link(&state.view, &state.dataset),
        name,
    };
    let views = &mut state.settings.views;
    let same = |own: &SavedView| own.name == view.name && own.dataset == view.dataset;
    let known = views.iter().position(same);
    if known.is_none() && views.len() >= MOST {
        let said = state.words.t("views-full");
        state.message = Some(Message::error(said));
        return;
    }
    let at = known.unwrap_or(views.len());
    views.splice(at..(at + 1).min(views.len()), [view]);
    state.naming = Naming::default();
}
