//! The dialog that writes the page of a record: where to, and under which name.

use super::{form, work};
use crate::{
    app::Action,
    ui::{
        Cx,
        theme::{size, strong},
        widgets::muted,
    },
};
use eframe::egui::Ui;

/// The content of the dialog.
pub(in crate::ui::shell) fn record_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let selected = cx.state.view.projects.selected.as_deref();
    let Some(project) = selected.and_then(|id| cx.catalog().project(id)) else {
        ui.label(cx.t("record-gone"));
        return;
    };
    ui.label(strong(cx.t("record-page-title"), size::TITLE));
    ui.label(cx.text(&project.name));
    muted(ui, &cx.t("record-page-about"));
    ui.add_space(4.0);
    form::folder_ui(ui, cx);
    form::name_ui(ui, cx, work::record_name(cx, &project.id));
    let exists = form::refused_ui(ui, cx);
    if form::save_ui(ui, cx, exists) {
        cx.push(Action::Start(work::save_record(cx, &project.id, exists)));
    }
}
