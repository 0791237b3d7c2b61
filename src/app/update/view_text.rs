//! The view as text: put on the clipboard, and taken from it.

use crate::app::{
    action::Effect,
    state::{AppState, Message},
    view::text,
};

/// The view as a link, and a message that says so.
pub(super) fn copy(state: &mut AppState) -> Effect {
    let link = text::link(&state.view, &state.dataset);
    say(state, false, "message-view-copied");
    Effect::Copy(link)
}

/// Shows the view that a text describes, as far as it is understood.
pub(in crate::app) fn paste(state: &mut AppState, pasted: &str) {
    if !text::is_view(pasted) {
        say(state, true, "message-view-none");
        return;
    }
    let reading = text::read(pasted, &state.dataset);
    state.view = reading.view;
    state.history.close_step();
    if reading.problems.is_empty() {
        say(state, false, "message-view-restored");
        return;
    }
    let head = state.words.t("message-view-in-part");
    let problems = text::list(&reading.problems, &state.words);
    state.message = Some(Message::error(format!("{head}\n{problems}")));
}

/// Shows the view from before the program stopped; if all of it is understood, it is not offered again.
pub(super) fn restore(state: &mut AppState) -> Option<Effect> {
    let stopped = state.stopped.clone()?;
    paste(state, &stopped.view);
    let whole = state.message.as_ref().is_some_and(|said| !said.is_error);
    whole.then(|| forget(state)).flatten()
}

/// Does not offer the view from before the program stopped any more.
pub(super) fn forget(state: &mut AppState) -> Option<Effect> {
    let stopped = state.stopped.take()?;
    Some(Effect::ForgetStopped(stopped.report))
}

fn say(state: &mut AppState, is_error: bool, key: &str) {
    let text = state.words.t(key);
    state.message = Some(Message {
        is_error,
        ..Message::done(text)
    });
}
