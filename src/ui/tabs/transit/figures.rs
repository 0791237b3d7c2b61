//! Which figures count: trip, scope, years, promises.

use super::node_name;
use crate::{
    analysis::transit::{Ends, Question, Years},
    app::{Action, action::TransitAction},
    dataset::schema::RouteScope,
    ui::{
        Cx,
        widgets::{choice, field, muted, section, tick, warning_note},
        wording::transit::scope,
    },
};
use eframe::egui::{DragValue, Ui, WidgetInfo};
use std::collections::BTreeSet;

/// Scopes that a question is asked about one at a time.
const SCOPES: [RouteScope; 3] = [
    RouteScope::TerminalToTerminal,
    RouteScope::DoorToDoor,
    RouteScope::Section,
];
const WIDTH: f32 = 128.0;

/// The section.
pub(super) fn figures_ui(ui: &mut Ui, cx: &Cx<'_>, question: &Question) {
    section(ui, &cx.t("transit-figures-title"), "");
    ui.spacing_mut().combo_width = WIDTH;
    trip_ui(ui, cx, question);
    scope_ui(ui, cx, question);
    years_ui(ui, cx, question);
    let response = tick(
        ui,
        question.with_forecasts,
        &cx.t("transit-figures-forecasts"),
    );
    if response
        .on_hover_text(cx.t("transit-figures-forecasts-tip"))
        .clicked()
    {
        let on = !question.with_forecasts;
        cx.push(Action::Transit(TransitAction::Forecasts(on)));
    }
}

/// One of the trips that the dataset's routes make, or any.
fn trip_ui(ui: &mut Ui, cx: &Cx<'_>, question: &Question) {
    let mut trips: Vec<(&str, &str)> = Vec::new();
    for route in &cx.catalog().data().transit.routes {
        let trip = (route.origin.as_str(), route.destination.as_str());
        if !trips.contains(&trip) {
            trips.push(trip);
        }
    }
    let current = match &question.ends {
        Ends::Any => None,
        Ends::Near {
            origin,
            destination,
        } => Some((origin.as_str(), destination.as_str())),
    };
    let mut options: Vec<(Option<(&str, &str)>, String)> = trips
        .iter()
        .map(|(from, to)| {
            (
                Some((*from, *to)),
                format!("{} – {}", node_name(cx, from), node_name(cx, to)),
            )
        })
        .collect();
    options.sort_by(|a, b| a.1.cmp(&b.1));
    options.insert(0, (None, cx.t("transit-trip-any")));
    let mut chosen = None;
    field(ui, &cx.t("transit-trip"), |ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        chosen = choice(ui, &cx.t("transit-trip"), current, &options);
    });
    if let Some(trip) = chosen {
        let ends = trip.map_or(Ends::Any, |(origin, destination)| Ends::Near {
            origin: origin.to_owned(),
            destination: destination.to_owned(),
        });
        cx.push(Action::Transit(TransitAction::Ends(ends)));
    }
    if current.is_none() {
        warning_note(ui, &cx.t("transit-trip-any-warning"));
    }
}

fn scope_ui(ui: &mut Ui, cx: &Cx<'_>, question: &Question) {
    let unstated = question.scopes.contains(&RouteScope::Unstated);
    let stated: Vec<RouteScope> = SCOPES
        .into_iter()
        .filter(|scope| question.scopes.contains(scope))
        .collect();
    // `None` stands for several at once.
    let current = match stated[..] {
        [one] => Some(one),
        _ => None,
    };
    let mut options: Vec<(Option<RouteScope>, String)> = SCOPES
        .into_iter()
        .map(|each| (Some(each), cx.t(scope(each))))
        .collect();
    options.push((None, cx.t("transit-scope-all")));
    let with = |chosen: Option<RouteScope>, unstated: bool| {
        let chosen = chosen.map_or_else(|| SCOPES.to_vec(), |one| vec![one]);
        let unstated = unstated.then_some(RouteScope::Unstated);
        let scopes: BTreeSet<RouteScope> = chosen.into_iter().chain(unstated).collect();
        cx.push(Action::Transit(TransitAction::Scopes(scopes)));
    };
    let mut chosen = None;
    field(ui, &cx.t("transit-scope"), |ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        chosen = choice(ui, &cx.t("transit-scope"), current, &options);
    });
    if let Some(scope) = chosen {
        with(scope, unstated);
    }
    let response = tick(ui, unstated, &cx.t("transit-scope-with-unstated"));
    if response
        .on_hover_text(cx.t("transit-scope-with-unstated-tip"))
        .clicked()
    {
        with(current, !unstated);
    }
    match current {
        Some(_) => muted(ui, &cx.t("transit-scope-guard")),
        None => warning_note(ui, &cx.t("transit-scope-mixed")),
    };
}

fn years_ui(ui: &mut Ui, cx: &Cx<'_>, question: &Question) {
    let all = cx.state.derived.transit.years.get();
    let Some((first, last)) = all.and_then(|years| **years) else {
        return;
    };
    let set = |years: Option<Years>| cx.push(Action::Transit(TransitAction::Years(years)));
    let years = question.years.unwrap_or(Years {
        from: first,
        to: last,
    });
    field(ui, &cx.t("transit-years"), |ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if let Some(from) = year_ui(ui, &cx.t("transit-years-from"), years.from, (first, last))
            {
                let to = years.to.max(from);
                set(Some(Years { from, to }));
            }
            muted(ui, "–");
            if let Some(to) = year_ui(ui, &cx.t("transit-years-to"), years.to, (first, last)) {
                let from = years.from.min(to);
                set(Some(Years { from, to }));
            }
        });
    });
    let every = question.years.is_none();
    if tick(ui, every, &cx.t("transit-years-all")).clicked() {
        set(every.then_some(Years {
            from: last - 2,
            to: last,
        }));
    }
}

fn year_ui(ui: &mut Ui, name: &str, year: i32, (first, last): (i32, i32)) -> Option<i32> {
    let mut edited = year;
    let widget = DragValue::new(&mut edited)
        .range(first..=last)
        // A view from elsewhere may ask for other years: showing it must not change it.
        .clamp_existing_to_range(false)
        .speed(0.1)
        .update_while_editing(false);
    let response = ui.add_sized([54.0, ui.spacing().interact_size.y], widget);
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        ..WidgetInfo::drag_value(true, f64::from(year))
    });
    (edited != year).then_some(edited)
}
