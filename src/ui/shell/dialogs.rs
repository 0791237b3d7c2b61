//! Dialogs: about, and the sheet of shortcuts.

use super::{browse, export, findings, views};
use crate::{
    app::{Action, commands::COMMANDS, state::Dialog},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, section},
    },
};
use eframe::egui::{
    Align, Frame, Grid, Id, Key, Layout, Margin, Modal, RichText, ScrollArea, Ui, Vec2, vec2,
};

/// Room beside and above a dialog.
const ROUND_A_DIALOG: Vec2 = vec2(60.0, 60.0);
/// The room that the largest dialog needs.
const LEAST_ROOM: Vec2 = vec2(880.0, 560.0);
/// Room around the list of shortcuts: title, hint, button, and the margins of the dialog.
const ROUND_SHORTCUTS: f32 = 200.0;

pub(super) fn dialogs_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(dialog) = cx.state.dialog else {
        return;
    };
    let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(22, 18));
    let modal = Modal::new(Id::unique("dialog")).frame(frame);
    let room = ui.ctx().content_rect().size() - ROUND_A_DIALOG;
    let closed = modal.show(ui.ctx(), |ui| {
        if room.x >= LEAST_ROOM.x && room.y >= LEAST_ROOM.y {
            return dialog_ui(ui, cx, dialog);
        }
        ScrollArea::both()
            .max_width(room.x.max(0.0))
            .max_height(room.y.max(0.0))
            .show(ui, |ui| dialog_ui(ui, cx, dialog))
            .inner
    });
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    if closed.inner || closed.should_close() || escape {
        cx.push(Action::ShowDialog(None));
    }
}

/// The content; returns whether it was closed.
fn dialog_ui(ui: &mut Ui, cx: &Cx<'_>, dialog: Dialog) -> bool {
    ui.set_width(match dialog {
        Dialog::Export | Dialog::Findings => 880.0,
        Dialog::Browse => 760.0,
        Dialog::Views => 640.0,
        Dialog::About | Dialog::Shortcuts => 560.0,
    });
    match dialog {
        Dialog::Browse => browse::browse_ui(ui, cx),
        Dialog::Findings => findings::findings_ui(ui, cx),
        Dialog::About => about_ui(ui, cx),
        Dialog::Shortcuts => shortcuts_ui(ui, cx),
        Dialog::Views => views::views_ui(ui, cx),
        Dialog::Export => export::export_ui(ui, cx),
    }
    ui.add_space(8.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.button(cx.t("close")).clicked()
    })
    .inner
}

fn about_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("app-name"), size::TITLE));
    muted(
        ui,
        &cx.with(
            "about-version",
            &[("version", env!("CARGO_PKG_VERSION").into())],
        ),
    );
    ui.label(cx.t("about-text"));
    muted(ui, &cx.t("about-licences"));
    let Some(meta) = cx.catalog().meta() else {
        return;
    };
    section(ui, cx.text(&meta.title), &meta.version);
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        ui.label(cx.text(&meta.description));
        if let Some(licence) = &meta.licence {
            muted(ui, licence);
        }
        if !meta.attributions.is_empty() {
            section(ui, &cx.t("about-credits"), "");
        }
        for credit in &meta.attributions {
            ui.label(RichText::new(&credit.to).size(size::TABLE));
            muted(ui, &credit.text);
        }
        if !meta.notes.is_empty() {
            section(ui, &cx.t("about-notes"), "");
        }
        for note in &meta.notes {
            muted(ui, cx.text(note));
        }
    });
}

fn shortcuts_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("shortcuts-title"), size::TITLE));
    let room = ui.ctx().content_rect().height() - ROUND_SHORTCUTS;
    let scroll = ScrollArea::vertical().max_height(room.max(LEAST_ROOM.y / 2.0));
    scroll.show(ui, |ui| {
        let grid = Grid::new("shortcuts").num_columns(2).spacing([24.0, 6.0]);
        grid.show(ui, |ui| {
            for command in COMMANDS {
                let Some(shortcut) = &command.shortcut else {
                    continue;
                };
                ui.label(cx.t(&format!("command-{}", command.id)));
                muted(ui, &ui.ctx().format_shortcut(shortcut));
                ui.end_row();
            }
        });
    });
    muted(ui, &cx.t("shortcuts-more"));
}
