//! The window: drives one frame, applies actions, saves what is remembered.

use super::{Cx, drop, effects, figures, shell, tabs::TabSpec, theme};
use crate::app::{
    Action, AppState, View, commands::COMMANDS, settings, settings::ThemeChoice, update,
    view::text, watch::Change,
};
use crate::export::data::{Cell, tsv};
use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{Context, Event, KeyboardShortcut, Theme, ThemePreference, Ui};
use std::time::{Duration, Instant};

/// How long after a change what is remembered is written: not every program is closed by its user.
const SAVE_AFTER: Duration = Duration::from_secs(5);

/// The application as eframe runs it.
pub struct Window {
    state: AppState,
    /// The view last drawn.
    drawn: Option<View>,
    /// When something was changed that may not be written yet.
    unsaved_since: Option<Instant>,
}

impl Window {
    /// A window on a state; installs the look.
    #[must_use]
    pub fn new(ctx: &Context, state: AppState) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| options.fallback_theme = Theme::Light);
        Self {
            state,
            drawn: None,
            unsaved_since: None,
        }
    }

    /// The state, for tests and for drawing without a window.
    #[must_use]
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Draws one frame and applies what was asked for.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.set_theme(ui.ctx());
        let cx = Cx::new(&self.state, theme::Tokens::for_theme(dark(ui.ctx())));
        shell::shell_ui(ui, &cx);
        shortcuts(ui, &cx);
        drop::dropped_ui(ui, &cx);
        pasted_text(ui, &cx);
        copied_rows(ui, &cx);
        let actions = cx.into_actions();
        self.keep_view();
        let pointer_released = ui.input(|input| input.pointer.any_released());
        self.apply(ui.ctx(), actions);
        if pointer_released {
            self.state.history.close_step();
        }
    }

    /// Applies what was asked for.
    pub fn apply(&mut self, ctx: &Context, actions: Vec<Action>) {
        if actions.is_empty() {
            return;
        }
        for action in actions {
            let effect = update::apply(&mut self.state, action);
            if let Some(Err(said)) = effect.map(|effect| effects::run(ctx, effect)) {
                update::apply(&mut self.state, Action::EditorFailed(said));
            }
        }
        self.unsaved_since.get_or_insert_with(Instant::now);
        ctx.request_repaint();
    }

    /// Asks for a frame when it is time to write what is remembered: it is written after frames
    /// only, and a window at rest has none.
    fn save_in_time(&mut self, ctx: &Context) {
        let left = self
            .unsaved_since
            .map(|since| SAVE_AFTER.checked_sub(since.elapsed()));
        match left {
            Some(Some(left)) => ctx.request_repaint_after(left),
            Some(None) => self.unsaved_since = None,
            None => {}
        }
    }

    /// Keeps the view, now that it is drawn, for the case that the program stops unexpectedly.
    fn keep_view(&mut self) {
        let state = &self.state;
        if self.drawn.as_ref() != Some(&state.view) {
            let view = text::link(&state.view, &state.dataset);
            state.trail.keep_view(view);
            self.drawn = Some(state.view.clone());
        }
    }

    fn set_theme(&self, ctx: &Context) {
        let wanted = match self.state.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != wanted {
            ctx.set_theme(wanted);
        }
    }
}

fn dark(ctx: &Context) -> bool {
    ctx.theme() == Theme::Dark
}

fn shortcuts(ui: &Ui, cx: &Cx<'_>) {
    // Ctrl+Z would take Ctrl+Shift+Z too: those with more modifiers are asked first.
    let shifted = |shortcut: &KeyboardShortcut| shortcut.modifiers.shift;
    let all = COMMANDS
        .iter()
        .filter_map(|command| Some((command, command.shortcut?)));
    let (first, then): (Vec<_>, Vec<_>) = all.partition(|(_, shortcut)| shifted(shortcut));
    for (command, shortcut) in first.into_iter().chain(then) {
        // A text field keeps its own undo and deletion.
        let typing = ui.ctx().egui_wants_keyboard_input()
            && matches!(command.id, "undo" | "redo" | "clear-filter");
        if !typing
            && (command.enabled)(cx.state)
            && ui.input_mut(|input| input.consume_shortcut(&shortcut))
        {
            cx.push((command.action)());
        }
    }
}

/// Copying outside of text fields and selected words copies the marked rows of the table.
fn copied_rows(ui: &Ui, cx: &Cx<'_>) {
    let copies = ui.input(|input| input.events.contains(&Event::Copy));
    if !copies || ui.ctx().text_edit_focused() || has_selected_words(ui.ctx()) {
        return;
    }
    let Some(rows) = TabSpec::of(cx.state.view.tab).rows else {
        return;
    };
    let marked = &cx.state.marked;
    let selected = (rows.selected)(cx).filter(|_| marked.is_empty());
    let wanted = |id: &str| marked.contains(id) || selected.as_deref() == Some(id);
    let table = figures::figure(rows.figure).map(|spec| (spec.table)(cx));
    let Some(mut table) = table.filter(|_| !marked.is_empty() || selected.is_some()) else {
        return;
    };
    let key = table.key(rows.key);
    let id = |row: &[Cell]| Some(row.get(key?)?.exact_text().into_owned());
    table
        .rows
        .retain(|row| id(row).is_some_and(|id| wanted(&id)));
    let (text, count) = (tsv(&table), table.rows.len());
    cx.push(Action::CopyRows { text, count });
}

fn has_selected_words(ctx: &Context) -> bool {
    let labels = ctx.plugin::<LabelSelectionState>();
    labels.lock().has_selection()
}

/// A text pasted outside of text fields can be a view.
fn pasted_text(ui: &Ui, cx: &Cx<'_>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let pasted = ui.input(|input| {
        let mut texts = input.events.iter().filter_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        });
        texts.next_back()
    });
    if let Some(text) = pasted {
        cx.push(Action::PasteView(text));
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        if let Some(result) = self.state.jobs.poll() {
            self.apply(ctx, vec![Action::JobDone(result)]);
        }
        match self.state.watch.poll() {
            Change::None => {}
            Change::GoingOn(rest) => ctx.request_repaint_after(rest),
            Change::Done => self.apply(ctx, vec![Action::FilesChanged]),
        }
        self.save_in_time(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        // What is changed from now on has its own time: this one came before it.
        self.unsaved_since = None;
        settings::save(&self.state, |key, text| storage.set_string(key, text));
    }

    fn auto_save_interval(&self) -> Duration {
        SAVE_AFTER
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
