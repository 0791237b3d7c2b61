//! Applies actions to the state: one line an action here, one file an area beside.
//!
//! Undo is one rule, here: if an action changed the content of the view, the view from before is recorded.

mod dataset;
mod export;
mod figure;
mod overview;
mod projects;
mod sources;
mod tabs;
mod trade;
mod transit;
mod view_text;

use super::{
    action::{Action, Effect},
    derived,
    jobs::{JobResult, Outcome, Task},
    state::{AppState, Message},
    view::Tab,
};

/// Applies one action; returns what the window has to do.
pub fn apply(state: &mut AppState, action: Action) -> Option<Effect> {
    let before = state.view.clone();
    let (label, merge_key) = (action.undo_label(), action.merge_key());
    let steps_history = matches!(action, Action::Undo | Action::Redo | Action::JobDone(_));
    let effect = dispatch(state, action);
    if before.tab != state.view.tab {
        state.marked.clear();
    }
    if !steps_history && before.content() != state.view.content() {
        state.history.record(before, label, merge_key);
    }
    derived::refresh(state);
    effect
}

fn dispatch(state: &mut AppState, action: Action) -> Option<Effect> {
    match action {
        Action::ShowTab(tab) => tabs::show(state, tab),
        Action::Overview(action) => overview::apply(state, action),
        Action::Projects(action) => projects::apply(&mut state.view.projects, action),
        Action::Trade(action) => trade::apply(&mut state.view.trade, action),
        Action::Transit(action) => transit::apply(state, action),
        Action::Sources(action) => sources::apply(&mut state.view.sources, action),
        Action::ShowProject(id) => {
            state.view.tab = Tab::Projects;
            state.view.projects.selected = Some(id);
            state.settings.inspector_open = true;
        }
        Action::ShowSource(id) => {
            state.view.tab = Tab::Sources;
            state.view.sources.selected = Some(id);
            state.settings.inspector_open = true;
        }
        Action::Undo => step(state, super::history::History::undo),
        Action::Redo => step(state, super::history::History::redo),
        Action::SetTheme(theme) => state.settings.theme = theme,
        Action::ToggleFilters => state.settings.filters_open = !state.settings.filters_open,
        Action::ToggleInspector => state.settings.inspector_open = !state.settings.inspector_open,
        Action::FocusSearch => {
            state.settings.filters_open = true;
            return Some(Effect::FocusSearch);
        }
        Action::ShowDialog(dialog) => state.dialog = dialog,
        Action::Load(path) => dataset::load(state, path),
        Action::Reload => dataset::reload(state),
        Action::LoadBuiltIn => dataset::load_built_in(state),
        Action::CancelJob(lane) => state.jobs.cancel(lane),
        Action::Start(work) => state.jobs.start(Task::Work(work)),
        Action::Export(action) => export::apply(state, action),
        Action::JobDone(result) => return done(state, result),
        Action::DismissMessage => state.message = None,
        Action::OpenLink(link) => return tabs::open_link(link),
        Action::Copy(text) => return Some(Effect::Copy(text)),
        Action::MarkRows(ids) => state.marked = ids,
        Action::CopyRows { text, count } => {
            let count = [("count", count.into())];
            state.message = Some(Message {
                is_error: false,
                text: state.words.with("message-rows-copied", &count),
            });
            return Some(Effect::Copy(text));
        }
        Action::CopyView => return Some(view_text::copy(state)),
        Action::RequestPaste => return Some(Effect::RequestPaste),
        Action::PasteView(text) => view_text::paste(state, &text),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

/// Takes in what came of a job.
fn done(state: &mut AppState, result: JobResult) -> Option<Effect> {
    match result.outcome {
        outcome @ (Outcome::Loaded(_) | Outcome::Refused { .. } | Outcome::Panicked(_)) => {
            dataset::done(state, outcome);
            None
        }
        Outcome::Reopened(figure) => {
            figure::reopened(state, *figure);
            None
        }
        outcome => export::done(state, outcome),
    }
}

fn step(
    state: &mut AppState,
    take: fn(&mut super::history::History, &super::view::View) -> Option<super::view::View>,
) {
    if let Some(view) = take(&mut state.history, &state.view) {
        state.view.restore(&view);
    }
}
