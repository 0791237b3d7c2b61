//! The panel at the right: the selected route, or how to read what is on screen.

use super::{legs, node_name, quoted, reading, selected, shown_route};
use crate::{
    app::{Action, action::TransitAction, derived::transit::RouteDetail},
    dataset::schema::Route,
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{field, muted, quiet_button, section, source_list, swatch, warning_note},
        wording::transit as words,
    },
};
use eframe::egui::{Align, Layout, Ui};

/// The panel.
pub(in crate::ui::tabs) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let shown = shown_route(cx).filter(|(detail, _)| selected(cx) == Some(detail.route));
    let Some((detail, route)) = shown else {
        reading::reading_ui(ui, cx);
        return;
    };
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if quiet_button(ui, "×", &cx.t("transit-close-route")).clicked() {
            cx.push(Action::Transit(TransitAction::Select(None)));
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.label(strong(cx.text(&route.name), size::TITLE));
        });
    });
    head_ui(ui, cx, route);
    compared_ui(ui, cx, detail);
    legs::legs_ui(ui, cx, route, &detail.legs);
    quoted::quoted_ui(ui, cx, route, detail);
    notes_ui(ui, cx, route);
    let sources = &detail.legs.sources;
    let values = [("count", sources.len().into())];
    section(ui, &cx.with("record-sources", &values), "");
    source_list(ui, cx, sources);
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, route: &Route) {
    ui.horizontal_wrapped(|ui| {
        swatch(ui, words::mode_color(cx, route.mode));
        let mode = cx.t(words::mode(route.mode));
        let ends = format!(
            "{} – {}",
            node_name(cx, &route.origin),
            node_name(cx, &route.destination)
        );
        muted(ui, &format!("{mode} · {ends}"));
    });
    if let Some(corridor) = &route.corridor {
        field(ui, &cx.t("transit-route-corridor"), |ui| {
            ui.label(corridor);
        });
    }
    if let Some(status) = &route.status {
        field(ui, &cx.t("transit-route-status"), |ui| {
            ui.label(status);
        });
    }
}

/// Why the route is not in the ranking, if it is not.
fn compared_ui(ui: &mut Ui, cx: &Cx<'_>, detail: &RouteDetail) {
    let Some(comparison) = cx.state.derived.transit.comparison.get() else {
        return;
    };
    let missing = comparison
        .not_compared
        .iter()
        .find(|row| row.known.route == detail.route);
    if let Some(row) = missing {
        warning_note(ui, &cx.t("transit-not-compared-why"));
        for reason in &row.reasons {
            let text = format!("– {}", words::reason(cx, reason).1);
            warning_note(ui, &text);
        }
    }
}

fn notes_ui(ui: &mut Ui, cx: &Cx<'_>, route: &Route) {
    let legs = route.legs.iter().filter_map(|leg| leg.note.as_ref());
    let notes: Vec<&String> = route.note.iter().chain(legs).collect();
    if notes.is_empty() {
        return;
    }
    section(ui, &cx.t("transit-route-notes"), "");
    for note in notes {
        muted(ui, note);
    }
}
