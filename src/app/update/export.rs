//! The export dialog, and what comes of writing.

use crate::app::{
    action::{Effect, ExportAction},
    export::ExportForm,
    jobs::{NotExported, Outcome},
    state::{AppState, Dialog, Message},
};

pub(super) fn apply(state: &mut AppState, action: ExportAction) {
    match action {
        ExportAction::Open { figure } => open(state, figure, Dialog::Export),
        ExportAction::OpenRecord => {
            let selected = state.view.projects.selected.as_deref();
            // Another dataset may lack the project.
            if selected.is_some_and(|id| state.dataset.catalog.project(id).is_some()) {
                open(state, None, Dialog::Record);
            }
        }
        ExportAction::Change(form) => {
            state.settings.export = form.choices.clone();
            state.export.form = *form;
            state.export.exists = None;
            state.export.failed = None;
        }
    }
}

fn open(state: &mut AppState, figure: Option<String>, dialog: Dialog) {
    state.export.form = ExportForm {
        figure,
        choices: state.settings.export.clone(),
        ..ExportForm::default()
    };
    state.export.exists = None;
    state.export.failed = None;
    state.dialog = Some(dialog);
}

/// Takes in what came of drawing or writing.
pub(super) fn done(state: &mut AppState, outcome: Outcome) -> Option<Effect> {
    if !matches!(outcome, Outcome::Previewed(_)) {
        // What was said of the attempt before is over.
        state.export.failed = None;
    }
    let is_open = state.dialog.is_some_and(Dialog::writes);
    let (is_error, text) = match outcome {
        Outcome::Previewed(preview) => {
            state.export.preview = Some(*preview);
            return None;
        }
        Outcome::NotExported(NotExported::Exists(path)) if is_open => {
            state.export.exists = Some(path);
            return None;
        }
        Outcome::NotExported(NotExported::Exists(path)) => {
            let path = path.display().to_string();
            let values = [("path", (&path).into())];
            (true, state.words.with("message-exists", &values))
        }
        Outcome::NotExported(NotExported::Failed(reason)) if is_open => {
            // Behind the dialog a message would not be seen.
            state.export.failed = Some(reason);
            return None;
        }
        Outcome::NotExported(NotExported::Failed(reason)) => (true, reason),
        Outcome::Exported(path) => {
            state.dialog = state.dialog.filter(|dialog| !dialog.writes());
            let path = path.display().to_string();
            let values = [("path", (&path).into())];
            (false, state.words.with("message-exported", &values))
        }
        Outcome::ForClipboard(image) => {
            let text = state.words.t("message-picture-copied");
            state.message = Some(Message::done(text));
            return Some(Effect::CopyImage(image));
        }
        Outcome::TextForClipboard(text) => {
            state.message = Some(Message::done(state.words.t("message-text-copied")));
            return Some(Effect::Copy(text));
        }
        Outcome::Loaded(..)
        | Outcome::Refused(..)
        | Outcome::Listed(_)
        | Outcome::Reopened(_)
        | Outcome::Cancelled
        | Outcome::Panicked(_) => return None,
    };
    state.message = Some(Message {
        is_error,
        ..Message::done(text)
    });
    None
}
