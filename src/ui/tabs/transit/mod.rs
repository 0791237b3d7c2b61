//! The Transit tab: the cargo and what is asked at the left, pictures and ranking in the middle,
//! a route or how to read at the right.

mod cargo;
mod cells;
mod compared_data;
mod exports;
mod figures;
mod inspector;
mod leg_sum;
mod legs;
mod modes;
mod pointed;
mod quoted;
mod reading;
mod route_data;
mod route_exports;
mod table;
mod thresholds;
mod time_cost;
mod value_cost;

use crate::{
    analysis::transit::Question,
    app::{Action, action::TransitAction, derived::transit::RouteDetail, view::TransitPicture},
    dataset::schema::Route,
    ui::{
        Cx,
        widgets::{quiet_button, segmented},
    },
};
use eframe::egui::{Align, Layout, Ui, vec2};

pub(in crate::ui) use exports::FIGURES;
pub(super) use inspector::inspector_ui;

/// Width of the middle from which there is room for both pictures.
const TWO_CARDS: f32 = 1050.0;
/// Height of a picture card's fixed parts: title, subtitle, legend, notes, padding.
const CARD_EXTRAS: f32 = 148.0;
/// Height of the second card without its picture.
const VALUE_COST_EXTRAS: f32 = 165.0;

/// The panel at the left: the cargo and what counts.
pub(super) fn question_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(question) = asked(cx) else {
        return;
    };
    cargo::cargo_ui(ui, cx, question);
    thresholds::thresholds_ui(ui, cx);
    modes::modes_ui(ui, cx, question);
    figures::figures_ui(ui, cx, question);
    if cx.state.view.transit.question.is_some() {
        ui.add_space(6.0);
        let words = cx.t("transit-reset");
        if quiet_button(ui, &words, &words).clicked() {
            cx.push(Action::Transit(TransitAction::Reset));
        }
    }
}

/// The middle: pictures above, the ranking below.
pub(super) fn content_ui(ui: &mut Ui, cx: &Cx<'_>) {
    if cx.catalog().data().transit.routes.is_empty() {
        ui.label(cx.t("transit-empty"));
        return;
    }
    let height = (ui.available_height() * 0.56 - CARD_EXTRAS).clamp(150.0, 460.0);
    let width = ui.available_width();
    if width < TWO_CARDS {
        match cx.state.view.transit.picture {
            TransitPicture::TimeCost => time_cost::card_ui(ui, cx, height, true),
            TransitPicture::ValueCost => value_cost::card_ui(ui, cx, height, true),
        }
    } else {
        ui.horizontal_top(|ui| {
            let left = vec2((width * 0.54).floor(), 0.0);
            let first = ui.allocate_ui_with_layout(left, Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(left.x);
                time_cost::card_ui(ui, cx, height, false);
            });
            // As high as the one beside it: what it says below its picture is shorter.
            let more = first.response.rect.height() - VALUE_COST_EXTRAS - height;
            let height = height + more.clamp(0.0, 60.0);
            ui.vertical(|ui| value_cost::card_ui(ui, cx, height, false));
        });
    }
    ui.add_space(2.0);
    table::table_ui(ui, cx);
}

/// What is asked.
fn asked<'a>(cx: &Cx<'a>) -> Option<&'a Question> {
    cx.state
        .derived
        .transit
        .question
        .get()
        .map(|question| &**question)
}

/// The switch between the pictures, where only one has room.
fn picture_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let name = |picture| match picture {
        TransitPicture::TimeCost => "transit-picture-time-cost",
        TransitPicture::ValueCost => "transit-picture-value-cost",
    };
    // The layout runs from the right.
    let options: Vec<_> = TransitPicture::ALL
        .iter()
        .rev()
        .map(|picture| (*picture, cx.t(name(*picture))))
        .collect();
    if let Some(picture) = segmented(ui, cx.state.view.transit.picture, &options) {
        cx.push(Action::Transit(TransitAction::Picture(picture)));
    }
}

/// Shows a route in the inspector, or puts it away if it is there.
fn select(cx: &Cx<'_>, route: usize) {
    let routes = &cx.catalog().data().transit.routes;
    let Some(route) = routes.get(route) else {
        return;
    };
    let selected = cx.state.view.transit.selected.as_deref() == Some(route.id.as_str());
    let id = (!selected).then(|| route.id.clone());
    cx.push(Action::Transit(TransitAction::Select(id)));
}

/// Position of the route in the inspector.
fn selected(cx: &Cx<'_>) -> Option<usize> {
    let id = cx.state.view.transit.selected.as_deref()?;
    cx.catalog().route_index(id)
}

/// The route that figures about one route show, in detail: the selected, else the first of the ranking.
fn shown_route<'a>(cx: &Cx<'a>) -> Option<(&'a RouteDetail, &'a Route)> {
    let detail = cx.state.derived.transit.route.get()?;
    let detail = (**detail).as_ref()?;
    let routes = &cx.catalog().data().transit.routes;
    Some((detail, routes.get(detail.route)?))
}

/// Name of a route.
fn route_name<'a>(cx: &Cx<'a>, route: usize) -> &'a str {
    let routes = &cx.catalog().data().transit.routes;
    routes.get(route).map_or("", |route| cx.text(&route.name))
}

/// Name of a node.
fn node_name(cx: &Cx<'_>, id: &str) -> String {
    let node = cx.catalog().node(id);
    node.map_or(id.to_owned(), |node| cx.text(&node.name).to_owned())
}

/// What the status line says.
pub(super) fn status(cx: &Cx<'_>) -> (String, String) {
    let comparison = cx.state.derived.transit.comparison.get();
    let compared = comparison.map_or(0, |comparison| comparison.ranked.len());
    let all = cx.catalog().data().transit.routes.len();
    let values = [("compared", compared.into()), ("all", all.into())];
    (cx.with("status-transit", &values), String::new())
}
