//! Says that the program stopped unexpectedly the last time, and offers the view from before.

use crate::{app::Action, ui::Cx};
use eframe::egui::{Align, Frame, Layout, Margin, Panel, Stroke, Ui};

pub(super) fn stopped_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(stopped) = &cx.state.stopped else {
        return;
    };
    let frame = Frame::new()
        .fill(cx.tokens.selection)
        .stroke(Stroke::new(1.0, cx.tokens.border))
        .inner_margin(Margin::symmetric(14, 8));
    let report = stopped.report.display().to_string();
    Panel::top("stopped").frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            if ui.button(cx.t("dismiss")).clicked() {
                cx.push(Action::DismissStopped);
            }
            if ui.button(cx.t("stopped-copy")).clicked() {
                cx.push(Action::Copy(report.clone()));
            }
            if !stopped.view.is_empty() && ui.button(cx.t("stopped-restore")).clicked() {
                cx.push(Action::RestoreStopped);
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.label(cx.with("stopped", &[("report", (&report).into())]));
            });
        });
    });
}
