//! Applies actions to the state: one line an action here, one file an area beside.
//!
//! Undo is one rule, here: if an action changed the content of the view, the view from before is recorded.

mod browse;
mod dataset;
mod export;
mod figure;
mod findings;
mod overview;
mod projects;
mod sources;
mod tabs;
mod trade;
mod transit;
pub(super) mod view_text;

use super::{
    action::{Action, Effect},
    derived,
    export::Preview,
    jobs::{JobResult, Lane, Outcome, Task, Waker},
    saved::{self, Naming},
    state::{AppState, Dialog, Message},
    view::Tab,
    watch::FileWatch,
};

/// Applies one action; returns what the window has to do.
pub fn apply(state: &mut AppState, action: Action) -> Option<Effect> {
    state.trail.note(&action);
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
    dataset::follow(state);
    derived::refresh(state);
    effect
}

/// Lets the window know when the open files change.
pub fn watch_files(state: &mut AppState, waker: Waker) {
    state.watch = FileWatch::new(waker);
    dataset::follow(state);
}

fn dispatch(state: &mut AppState, action: Action) -> Option<Effect> {
    match action {
        Action::ShowTab(tab) => tabs::show(state, tab),
        Action::Overview(action) => overview::apply(state, action),
        Action::Projects(action) => projects::apply(state, action),
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
        Action::ShowDialog(dialog) => {
            state.dialog = dialog;
            state.naming = Naming::default();
        }
        Action::Saved(action) => return saved::apply(state, action),
        Action::Load(path) => dataset::load(state, path),
        Action::Reload => dataset::reload(state),
        Action::LoadBuiltIn => dataset::load_built_in(state),
        Action::FilesChanged => dataset::files_changed(state),
        Action::TooManyDropped(count) => {
            let count = [("count", count.into())];
            let text = state.words.with("message-dropped-many", &count);
            state.message = Some(Message::error(text));
        }
        Action::ToggleLiveReload => state.settings.live_reload = !state.settings.live_reload,
        Action::Browse(action) => return browse::apply(state, action),
        Action::Findings(action) => return findings::apply(state, action),
        Action::EditorFailed(said) => {
            let text = state
                .words
                .with("editor-failed", &[("text", (&said).into())]);
            state.message = Some(Message::error(text));
        }
        Action::CancelJob(lane) => dataset::cancel(state, lane),
        Action::Start(work) => state.jobs.start(Task::Work(work)),
        Action::Export(action) => export::apply(state, action),
        Action::JobDone(result) => return done(state, result),
        Action::DismissMessage => state.message = None,
        Action::RestoreStopped => return view_text::restore(state),
        Action::DismissStopped => return view_text::forget(state),
        Action::OpenLink(link) => return tabs::open_link(link),
        Action::Copy(text) => return Some(Effect::Copy(text)),
        Action::MarkRows(ids) => state.marked = ids,
        Action::CopyRows { text, count } => {
            let count = [("count", count.into())];
            let said = state.words.with("message-rows-copied", &count);
            state.message = Some(Message::done(said));
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
        Outcome::Loaded(loaded, why) => {
            dataset::opened(state, *loaded, why);
            None
        }
        Outcome::Refused(refused, why) => {
            dataset::refused(state, refused, why);
            None
        }
        Outcome::Listed(found) => {
            browse::listed(state, found);
            None
        }
        Outcome::Panicked(text) => {
            panicked(state, result.lane, &text);
            None
        }
        Outcome::Reopened(figure) => {
            figure::reopened(state, *figure);
            None
        }
        outcome => export::done(state, outcome),
    }
}

/// A job ended by a defect: what was wanted is not there, and everything else stays as it is. It is said where a
/// person looks for the result.
fn panicked(state: &mut AppState, lane: Lane, text: &str) {
    let key = match lane {
        Lane::Load => "message-load-panicked",
        Lane::Export => "message-export-panicked",
        Lane::Preview => "message-preview-panicked",
        Lane::Browse => "message-browse-panicked",
    };
    let text = state.words.with(key, &[("text", text.into())]);
    match lane {
        Lane::Export if state.dialog.is_some_and(Dialog::writes) => {
            state.export.failed = Some(text);
        }
        Lane::Load | Lane::Export => {
            state.loading = state.loading.take().filter(|_| lane != Lane::Load);
            state.message = Some(Message::error(text));
        }
        Lane::Preview => {
            // No key: nothing is drawn again until something else is wanted.
            state.export.preview = Some(Preview {
                key: String::new(),
                content: Err(text),
                alt: String::new(),
            });
        }
        Lane::Browse => state.browser.listing = Some(Err(text)),
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
