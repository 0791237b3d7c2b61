//! The list of what is wrong with a dataset.

use crate::app::{
    action::Effect,
    findings::{FindingsAction, NoEditor, editor_command},
    state::{AppState, Message},
};

pub(super) fn apply(state: &mut AppState, action: FindingsAction) -> Option<Effect> {
    let findings = &mut state.findings;
    match action {
        FindingsAction::Severity(severity) => {
            findings.severity = severity;
            findings.code = None;
            findings.chosen = 0;
        }
        FindingsAction::Code(code) => {
            findings.code = code;
            findings.chosen = 0;
        }
        FindingsAction::Choose(position) => findings.chosen = position,
        FindingsAction::Editor(command) => state.settings.editor = command,
        FindingsAction::OpenPlace(place) => match editor_command(&state.settings.editor, &place) {
            Ok((program, arguments)) => return Some(Effect::Run { program, arguments }),
            Err(why) => {
                let key = match why {
                    NoEditor::NotSet => "editor-not-set",
                    NoEditor::Quotes => "editor-quotes",
                };
                state.message = Some(Message::error(state.words.t(key)));
            }
        },
    }
    None
}
