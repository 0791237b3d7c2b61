//! What stands in the place of a picture that has nothing to show: why, and how to get out.

use crate::{
    app::{Action, action::ProjectsAction},
    ui::{Cx, widgets::quiet_button, wording},
};
use eframe::egui::Ui;

/// Why there is nothing, and the filters whose loss would help.
pub(super) fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let filtered = cx.state.derived.projects.filtered.get();
    let empty = filtered.is_some_and(|result| result.count == 0);
    let filters = !cx.state.view.projects.filter.is_empty();
    ui.allocate_ui(eframe::egui::vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.3);
            let key = match (cx.state.dataset.projects.len, empty) {
                (0, _) => "empty-dataset",
                (_, true) => "empty-filter",
                (_, false) => "empty-money",
            };
            ui.label(cx.t(key));
            if !empty || !filters {
                return;
            }
            for (part, kept) in cx
                .state
                .derived
                .projects
                .empties
                .get()
                .into_iter()
                .flat_map(|parts| parts.iter())
            {
                let words = wording::filter_part(cx, &cx.state.view.projects.filter, part);
                let text = cx.with(
                    "empty-drop",
                    &[("filter", (&words).into()), ("count", (*kept).into())],
                );
                if quiet_button(ui, &text, &text).clicked() {
                    cx.push(Action::Projects(ProjectsAction::Drop(part.clone())));
                }
            }
            if quiet_button(ui, &cx.t("clear-all"), &cx.t("clear-all")).clicked() {
                cx.push(Action::Projects(ProjectsAction::ClearFilter));
            }
        });
    });
}
