//! The way up, and the path: it can be typed at once, without a click into its field.

use crate::{
    app::{Action, browse::BrowseAction},
    ui::Cx,
};
use eframe::egui::{
    Button, Context, Event, Id, Key, Modifiers, Role, TextEdit, Ui, WidgetInfo, text::CCursor,
    text_edit::TextEditState, text_selection::CCursorRange,
};
use std::path::{MAIN_SEPARATOR, Path};

/// What the field shows, and what a person does with it.
pub(super) fn path_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let listing = cx.state.browser.listing.as_ref();
    let listing = listing.and_then(|listing| listing.as_ref().ok());
    let folder = listing.map(|listing| listing.folder.as_path());
    ui.horizontal(|ui| {
        up_ui(ui, cx, folder.and_then(Path::parent));
        let id = ui.make_persistent_id("browse-path");
        let mut typed = cx.state.browser.typed.clone();
        if let Some(begun) = begun(ui, folder) {
            typed = begun;
            let end = CCursor::new(typed.chars().count());
            focus(ui.ctx(), id, CCursorRange::one(end));
            cx.push(Action::Browse(BrowseAction::Type(typed.clone())));
        } else if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::L)) {
            let end = CCursor::new(typed.chars().count());
            focus(ui.ctx(), id, CCursorRange::two(CCursor::default(), end));
        }
        let field = TextEdit::singleline(&mut typed)
            .id(id)
            .hint_text(cx.t("browse-path-hint"))
            .desired_width(ui.available_width() - 8.0);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo {
            label: Some(cx.t("browse-path")),
            ..WidgetInfo::text_edit(true, &typed, &typed, "")
        });
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.changed() {
            cx.push(Action::Browse(BrowseAction::Type(typed.clone())));
        }
        if enter && !typed.trim().is_empty() {
            cx.push(Action::Browse(BrowseAction::Go(typed.trim().into())));
        }
    });
}

fn up_ui(ui: &mut Ui, cx: &Cx<'_>, parent: Option<&Path>) {
    let up = ui
        .add_enabled(parent.is_some(), Button::new("↑"))
        .on_hover_text(cx.t("browse-up"));
    up.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.t("browse-up")));
    let back = is_free(ui) && ui.input(|input| input.key_pressed(Key::Backspace));
    if let Some(parent) = parent.filter(|_| up.clicked() || back) {
        cx.push(Action::Browse(BrowseAction::Go(parent.to_path_buf())));
    }
}

/// Whether keys are for nobody else.
fn is_free(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none())
}

/// The path that a person begins to type: a whole one, or one in the folder.
fn begun(ui: &mut Ui, folder: Option<&Path>) -> Option<String> {
    if !is_free(ui) {
        return None;
    }
    let mut text = String::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Text(more) = event else {
                return true;
            };
            text.push_str(more);
            false
        });
    });
    let is_whole = text.starts_with(['/', '~', MAIN_SEPARATOR]);
    let folder = folder.filter(|_| !is_whole).map(|folder| {
        let mut folder = folder.display().to_string();
        if !folder.ends_with(MAIN_SEPARATOR) {
            folder.push(MAIN_SEPARATOR);
        }
        folder
    });
    (!text.trim().is_empty()).then(|| folder.unwrap_or_default() + &text)
}

fn focus(ctx: &Context, id: Id, marked: CCursorRange) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(marked));
    state.store(ctx, id);
}
