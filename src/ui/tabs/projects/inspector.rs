//! The panel at the right: the record of the selected project, or how to read what is on screen.

use super::record;
use crate::{
    app::{Action, action::ProjectsAction},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, quiet_button, section},
    },
};
use eframe::egui::{Align, Layout, Ui};

/// The panel.
pub(in crate::ui::tabs) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let selected = cx.state.view.projects.selected.as_deref();
    match selected.and_then(|id| cx.catalog().project(id)) {
        Some(project) => {
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                if quiet_button(ui, "×", &cx.t("close-record")).clicked() {
                    cx.push(Action::Projects(ProjectsAction::Select(None)));
                }
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ui.label(strong(cx.text(&project.name), size::TITLE));
                });
            });
            record::record_ui(ui, cx, project);
        }
        None => reading_ui(ui, cx),
    }
}

/// Nothing is selected: say how the numbers are made.
fn reading_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("reading-title"), size::TITLE));
    muted(ui, &cx.t("reading-select"));
    for (title, text) in [
        ("reading-amount-title", "reading-amount"),
        ("reading-stage-title", "reading-stage"),
        ("reading-double-title", "reading-double"),
        ("reading-missing-title", "reading-missing"),
        ("reading-map-title", "reading-map"),
    ] {
        section(ui, &cx.t(title), "");
        muted(ui, &cx.t(text));
    }
}
