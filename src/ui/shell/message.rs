//! The latest message to the person, above the status line.

use crate::{app::Action, ui::Cx};
use eframe::egui::{Align, Frame, Layout, Margin, Panel, RichText, ScrollArea, Stroke, Ui};

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
    Panel::bottom("message")
        .frame(frame)
        .max_size(220.0)
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                if ui.button(cx.t("dismiss")).clicked() {
                    cx.push(Action::DismissMessage);
                }
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ScrollArea::vertical().max_height(190.0).show(ui, |ui| {
                        ui.label(RichText::new(&message.text).color(color));
                    });
                });
            });
        });
}
