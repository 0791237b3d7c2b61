//! The dialog of saved views: a name for what is on screen, and what was kept before.

use crate::{
    app::{
        Action,
        saved::{SavedAction, SavedView},
    },
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, quiet_button},
    },
};
use eframe::egui::{
    Align, Button, Key, Label, Layout, RichText, ScrollArea, TextEdit, Ui, WidgetInfo,
};

/// Height of the list.
const HEIGHT: f32 = 320.0;

/// The content of the dialog.
pub(super) fn views_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("views-title"), size::TITLE));
    muted(ui, &cx.t("views-words"));
    ui.add_space(6.0);
    name_ui(ui, cx);
    ui.add_space(8.0);
    let own = |view: &&SavedView| view.dataset == cx.state.dataset.id();
    let views = &cx.state.settings.views;
    if !views.iter().any(|view| own(&view)) {
        muted(ui, &cx.t("views-none"));
    }
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        for (at, view) in views.iter().enumerate().filter(|(_, view)| own(view)) {
            view_ui(ui, cx, at, view);
        }
    });
    if let Some((_, view)) = &cx.state.naming.forgotten {
        let words = cx.with("views-restore", &[("name", (&view.name).into())]);
        if quiet_button(ui, &words, &words).clicked() {
            cx.push(Action::Saved(SavedAction::Restore));
        }
    }
}

/// The name and the button that keeps the view under it; Enter does too.
fn name_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let mut name = cx.state.naming.name.clone();
    let label = cx.t("views-name");
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can = !name.trim().is_empty();
            let saved = ui
                .add_enabled(can, Button::new(cx.t("views-save")))
                .clicked();
            let field = TextEdit::singleline(&mut name).hint_text(&label);
            let field = field.desired_width(ui.available_width());
            let response = ui.add(field);
            response.widget_info(|| WidgetInfo {
                label: Some(label.clone()),
                ..WidgetInfo::text_edit(true, &name, &name, "")
            });
            // So that a name can be typed at once; Tab leads on from it.
            if name.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            if response.changed() {
                cx.push(Action::Saved(SavedAction::Name(name.clone())));
            }
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if saved || (entered && can) {
                cx.push(Action::Saved(SavedAction::Save));
            }
        });
    });
}

fn view_ui(ui: &mut Ui, cx: &Cx<'_>, at: usize, view: &SavedView) {
    let named = |key: &str| cx.with(key, &[("name", (&view.name).into())]);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if quiet_button(ui, "×", &named("views-remove")).clicked() {
                cx.push(Action::Saved(SavedAction::Remove(at)));
            }
            if quiet_button(ui, &cx.t("views-copy"), &named("views-copy-name")).clicked() {
                cx.push(Action::Saved(SavedAction::Copy(at)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui
                    .link(&view.name)
                    .on_hover_text(named("views-open"))
                    .clicked()
                {
                    cx.push(Action::Saved(SavedAction::Open(at)));
                }
                let text = RichText::new(&view.text).size(size::SMALL);
                ui.add(Label::new(text.color(cx.tokens.muted)).truncate());
            });
        });
    });
}
