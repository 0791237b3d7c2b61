//! The latest message to the person, above the status line.

use crate::{
    app::{Action, state::Dialog},
    ui::Cx,
};
use eframe::egui::{Frame, Label, Margin, Panel, RichText, ScrollArea, Stroke, Ui};

/// Room for the button at the right.
const DISMISS_WIDTH: f32 = 90.0;
/// Room for the button of a dialog that says more.
const MORE_WIDTH: f32 = 120.0;

/// Message key of the button that opens a dialog.
fn more_key(dialog: Dialog) -> &'static str {
    match dialog {
        Dialog::Findings => "show-findings",
        Dialog::About
        | Dialog::Shortcuts
        | Dialog::Export
        | Dialog::Record
        | Dialog::Browse
        | Dialog::Views => "details",
    }
}

pub(super) fn message_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(message) = &cx.state.message else {
        return;
    };
    let color = if message.is_error {
        cx.tokens.warning
    } else {
        cx.tokens.text
    };
    let frame = Frame::new()
        .fill(cx.tokens.selection)
        .stroke(Stroke::new(1.0, cx.tokens.border))
        .inner_margin(Margin::symmetric(14, 8));
    Panel::bottom("message").frame(frame).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let more = if message.more.is_some() {
                MORE_WIDTH
            } else {
                0.0
            };
            let width = ui.available_width() - DISMISS_WIDTH - more;
            ScrollArea::both()
                .max_width(width)
                .max_height(190.0)
                .min_scrolled_height(190.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    // Findings point at columns of a line: every character is as wide as the next.
                    let text = RichText::new(&message.text).color(color);
                    let text = if message.is_error {
                        text.monospace()
                    } else {
                        text
                    };
                    ui.add(Label::new(text).extend());
                });
            if let Some(dialog) = message.more
                && ui.button(cx.t(more_key(dialog))).clicked()
            {
                cx.push(Action::ShowDialog(Some(dialog)));
            }
            if ui.button(cx.t("dismiss")).clicked() {
                cx.push(Action::DismissMessage);
            }
        });
    });
}
