//! The end of a record: where it is, what it has to do with, and the events that name it.

use crate::{
    analysis::{map::MapFrame, projects::Related},
    app::{
        Action,
        action::{OverviewAction, ProjectsAction},
        view::{OverviewRecord, ProjectsPicture},
    },
    dataset::schema::{Precision, Project},
    i18n::short_date,
    ui::{
        Cx,
        widgets::{field, muted, section},
        wording,
    },
};
use eframe::egui::Ui;

/// How close the map goes to a place.
const CLOSE: f64 = 6.0;

/// Where it is, and how exactly that is known; a click shows it on the map.
pub(super) fn place_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let Some(place) = &project.place else {
        return;
    };
    section(ui, &cx.t("record-place"), "");
    let name = cx.text(&place.name);
    if !name.is_empty() {
        ui.label(name);
    }
    muted(ui, &cx.t(wording::precision(place.precision)));
    let at = place.lat.zip(place.lon);
    let at = at.filter(|_| place.precision != Precision::Country);
    let Some((lat, lon)) = at else {
        return;
    };
    if ui.link(cx.t("record-on-map")).clicked() {
        let zoom = CLOSE;
        let frame = MapFrame { lat, lon, zoom };
        let picture = ProjectsPicture::Map;
        cx.push(Action::Projects(ProjectsAction::Picture(picture)));
        cx.push(Action::Projects(ProjectsAction::MapFrame(Some(frame))));
    }
}

/// Records and events that have to do with it.
pub(super) fn related_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(related) = cx.state.derived.projects.related.get() else {
        return;
    };
    projects_ui(ui, cx, related);
    events_ui(ui, cx, related);
}

fn projects_ui(ui: &mut Ui, cx: &Cx<'_>, related: &Related) {
    let lists = [
        ("related-umbrella", related.umbrella.as_slice()),
        ("related-parts", &related.parts),
        ("related-replaces", related.replaces.as_slice()),
        ("related-replaced-by", &related.replaced_by),
        ("related-overlaps", &related.overlaps),
    ];
    if lists.iter().all(|(_, list)| list.is_empty()) {
        return;
    }
    section(ui, &cx.t("related-title"), "");
    let all = &cx.catalog().data().projects;
    for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        field(ui, &cx.t(key), |ui| {
            for other in list.iter().filter_map(|at| all.get(*at)) {
                if ui.link(cx.text(&other.name)).clicked() {
                    let id = Some(other.id.clone());
                    cx.push(Action::Projects(ProjectsAction::Select(id)));
                }
            }
        });
    }
}

fn events_ui(ui: &mut Ui, cx: &Cx<'_>, related: &Related) {
    if related.events.is_empty() {
        return;
    }
    section(ui, &cx.t("related-events"), "");
    let all = &cx.catalog().data().events;
    for event in related.events.iter().filter_map(|at| all.get(*at)) {
        field(ui, &short_date(event.date), |ui| {
            if ui.link(cx.text(&event.title)).clicked() {
                let record = OverviewRecord::Event(event.id.clone());
                cx.push(Action::Overview(OverviewAction::Show(record)));
            }
        });
    }
}
