//! What is not on the map: a button with their number, and the list behind it.

use crate::{
    analysis::projects::{ProjectMap, Spot},
    app::{Action, action::ProjectsAction},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, quiet_button},
    },
};
use eframe::egui::{Align, Layout, Popup, PopupCloseBehavior, ScrollArea, Ui};

/// Width and height of the popup.
const WIDTH: f32 = 340.0;
const HEIGHT: f32 = 320.0;

/// A button with the number of projects that are not on the map; a click lists them.
pub(super) fn not_drawn_button(ui: &mut Ui, cx: &Cx<'_>, map: &ProjectMap) {
    let count = map.counts.not_placed();
    if count == 0 {
        return;
    }
    let words = cx.with("map-off", &[("count", count.into())]);
    let response = quiet_button(ui, &words, &words);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH);
            // A menu stretches its lines; sentences must not be.
            ui.with_layout(Layout::top_down(Align::Min), |ui| list_ui(ui, cx, map));
        });
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, map: &ProjectMap) {
    ui.label(strong(cx.t("map-off-title"), size::BODY));
    muted(ui, &cx.t("map-off-words"));
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        let groups = [
            ("map-off-country", Spot::Country),
            ("map-off-nowhere", Spot::None),
        ];
        for (key, spot) in groups {
            let spots = &cx.state.dataset.projects.spots;
            let own = map.not_drawn.iter();
            let own: Vec<usize> = own
                .copied()
                .filter(|project| spots.get(*project) == Some(&spot))
                .collect();
            if own.is_empty() {
                continue;
            }
            ui.add_space(4.0);
            ui.label(strong(cx.t(key), size::SMALL));
            for project in own {
                project_ui(ui, cx, project);
            }
        }
        let more = map.counts.not_placed() - map.not_drawn.len();
        if more > 0 {
            muted(ui, &cx.with("map-off-more", &[("count", more.into())]));
        }
    });
}

fn project_ui(ui: &mut Ui, cx: &Cx<'_>, project: usize) {
    let Some(project) = cx.catalog().data().projects.get(project) else {
        return;
    };
    let name = cx.text(&project.name);
    let full = cx.with("map-off-show", &[("name", name.into())]);
    if quiet_button(ui, name, &full).clicked() {
        let id = Some(project.id.clone());
        cx.push(Action::Projects(ProjectsAction::Select(id)));
    }
}
