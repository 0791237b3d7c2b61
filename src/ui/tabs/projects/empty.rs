//! What stands in the place of a picture that has nothing to show: why, and how to get out.

use super::sides::{filter_by, filter_of, memos};
use crate::{
    app::action::ProjectsAction,
    ui::{Cx, widgets::quiet_button, wording},
};
use eframe::egui::Ui;

/// Why there is nothing.
pub(super) fn reason(cx: &Cx<'_>) -> String {
    let filtered = memos(cx).filtered.get();
    let empty = filtered.is_some_and(|result| result.count == 0);
    cx.t(match (cx.state.dataset.projects.len, empty) {
        (0, _) => "empty-dataset",
        (_, true) => "empty-filter",
        (_, false) => "empty-money",
    })
}

/// Why there is nothing, and the filters whose loss would help.
pub(super) fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let filtered = memos(cx).filtered.get();
    let empty = filtered.is_some_and(|result| result.count == 0);
    let filter = filter_of(cx);
    let filters = !filter.is_empty();
    ui.allocate_ui(eframe::egui::vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.3);
            ui.label(reason(cx));
            if !empty || !filters {
                return;
            }
            let parts = memos(cx).empties.get();
            for (part, kept) in parts.into_iter().flat_map(|parts| parts.iter()) {
                let words = wording::filter_part(cx, filter, part);
                let text = cx.with(
                    "empty-drop",
                    &[("filter", (&words).into()), ("count", (*kept).into())],
                );
                if quiet_button(ui, &text, &text).clicked() {
                    filter_by(cx, ProjectsAction::Drop(part.clone()));
                }
            }
            if quiet_button(ui, &cx.t("clear-all"), &cx.t("clear-all")).clicked() {
                filter_by(cx, ProjectsAction::ClearFilter);
            }
        });
    });
}
