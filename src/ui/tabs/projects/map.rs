//! The projects where they are: the card with its controls, map, legend and what is not on it.

use super::{
    compare::only_a_ui,
    head::{head_ui, stack_ui, stage_ui},
    map_list::not_drawn_button,
    stack,
    table_data::left_out_key,
};
use crate::{
    analysis::{
        map::{Code, Ground, Land},
        projects::{MapBubble, MoneyStage, ProjectMap, round_sizes},
    },
    app::{Action, action::ProjectsAction},
    dataset::schema::{CountryKind, Figure, Path, Project},
    i18n::money_m,
    ui::{
        Cx,
        charts::{
            Bubble, GeoMap, LegendEntry, MapEvent, MapLine, MapWords, Mark, MarkEntry, legend_ui,
            map_buttons_ui, map_ui, mark_legend_ui,
        },
        theme::{size, strong},
        widgets::{export_button, figure_card, muted, sources_button, warning_note},
        wording,
    },
};
use eframe::egui::{Align, Layout, Rect, Ui};

/// What a map is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub ground: &'a Ground,
    pub land: &'a Land,
    pub map: &'a ProjectMap,
}

/// What is computed for the map, once it is in front.
pub(super) fn parts<'a>(cx: &Cx<'a>) -> Option<Parts<'a>> {
    let derived = &cx.state.derived.projects;
    Some(Parts {
        ground: derived.ground.get()?,
        land: derived.land(&cx.state.view.projects)?,
        map: derived.map.get()?,
    })
}

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(parts) = parts(cx) else {
        return;
    };
    figure_card(ui, "map", |ui| {
        head_ui(ui, cx, &cx.t("map-title"), &subtitle(cx, parts.map), |ui| {
            stage_ui(ui, cx);
            stack_ui(ui, cx);
        });
        only_a_ui(ui, cx);
        let (rect, shown) = plot_ui(ui, cx, parts, height);
        let names = ["map-closer", "map-farther", "map-whole", "map-first"].map(|key| cx.t(key));
        let names = names.each_ref().map(String::as_str);
        if let Some(event) = map_buttons_ui(ui, &shown, rect, names) {
            happened(cx, event);
        }
        legends_ui(ui, cx, parts.map);
        notices_ui(ui, cx, parts.map);
    });
}

/// What the areas show.
pub(super) fn subtitle(cx: &Cx<'_>, map: &ProjectMap) -> String {
    let stage = cx.t(wording::stage(map.stage));
    let color = stack::words(cx, map.stack);
    let values = [
        ("stage", (&stage).into()),
        ("color", (&color).into()),
        ("currency", cx.currency().into()),
    ];
    cx.with("map-sub", &values)
}

/// The map alone; returns where it is and what it shows.
pub(super) fn plot_ui<'a>(
    ui: &mut Ui,
    cx: &Cx<'a>,
    parts: Parts<'a>,
    height: f32,
) -> (Rect, GeoMap<'a>) {
    let counts = parts.map.counts;
    let subtitle = subtitle(cx, parts.map);
    let values = [
        ("subtitle", (&subtitle).into()),
        ("count", counts.placed().into()),
    ];
    let name = cx.with("map-name", &values);
    let outside = |count: usize| cx.with("map-outside", &[("count", count.into())]);
    let words = MapWords {
        name: &name,
        outside: &outside,
    };
    let shown = state(cx, parts, height);
    let (rect, event) = map_ui(ui, &shown, &words, |ui, id| tip_ui(ui, cx, parts.map, id));
    if let Some(event) = event {
        happened(cx, event);
    }
    (rect, shown)
}

fn state<'a>(cx: &Cx<'a>, parts: Parts<'a>, height: f32) -> GeoMap<'a> {
    let view = &cx.state.view.projects;
    let map = parts.map;
    let most = map.bubbles.iter().find_map(|bubble| bubble.counted_m);
    let most = most.unwrap_or(1.0);
    let projects = &cx.catalog().data().projects;
    let bubbles = map.bubbles.iter().map(|bubble| Bubble {
        id: bubble.project,
        at: bubble.at,
        radius: bubble.counted_m.map(|money_m| share(money_m, most)),
        color: stack::color(cx, map.stack, bubble.part, &map.parts),
        exact: bubble.exact,
        name: projects
            .get(bubble.project)
            .map_or("", |project| cx.text(&project.name)),
    });
    let lines = paths(cx, map).map(|(bubble, path)| MapLine {
        id: bubble.project,
        points: &path.points,
        color: stack::color(cx, map.stack, bubble.part, &map.parts),
        schematic: path.schematic,
    });
    let sizes = round_sizes(most).filter(|_| !map.bubbles.is_empty());
    let sizes = sizes.into_iter().flatten();
    let code = |id: &str| id.as_bytes().try_into().ok();
    let countries = cx.catalog().data().countries.iter();
    let countries = countries
        .filter(|country| country.kind == CountryKind::Country)
        .filter_map(|country| Some((code(&country.id)?, cx.text(&country.name))));
    GeoMap {
        ground: parts.ground,
        land: parts.land,
        frame: view.map_frame,
        bubbles: bubbles.collect(),
        lines: lines.collect(),
        sizes: sizes
            .map(|money_m| (share(money_m, most), money_m_words(cx, money_m)))
            .collect(),
        countries: countries.collect::<Vec<(Code, &str)>>(),
        partner: code(cx.catalog().partner()),
        area: view.filter.area,
        selected: view
            .selected
            .as_deref()
            .and_then(|id| cx.catalog().project_index(id)),
        height,
    }
}

/// The bubbles with a line, and what it is.
fn paths<'a>(cx: &Cx<'a>, map: &'a ProjectMap) -> impl Iterator<Item = (&'a MapBubble, &'a Path)> {
    let projects = &cx.catalog().data().projects;
    let with_line = map.bubbles.iter().filter(|bubble| bubble.has_line);
    with_line.filter_map(|bubble| {
        let path = projects.get(bubble.project)?.path.as_deref()?;
        Some((bubble, path))
    })
}

fn money_m_words(cx: &Cx<'_>, amount_m: f64) -> String {
    money_m(amount_m, cx.currency())
}

/// Radius of a bubble as a share of the largest: areas are to each other as the amounts are.
#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn share(money_m: f64, most: f64) -> f32 {
    (money_m / most).max(0.0).sqrt() as f32
}

fn happened(cx: &Cx<'_>, event: MapEvent) {
    let action = match event {
        MapEvent::Frame(frame) => ProjectsAction::MapFrame(frame),
        MapEvent::Area(area) => ProjectsAction::Area(Some(area)),
        MapEvent::Bubble(project) => {
            let project = cx.catalog().data().projects.get(project);
            let id = project.map(|project| project.id.clone());
            // A second click puts the record away.
            let again = id == cx.state.view.projects.selected;
            ProjectsAction::Select(id.filter(|_| !again))
        }
    };
    cx.push(Action::Projects(action));
}

/// What colours and marks mean.
pub(super) fn legends_ui(ui: &mut Ui, cx: &Cx<'_>, map: &ProjectMap) {
    let colors = map.parts.iter().map(|part| LegendEntry {
        label: stack::name(cx, map.stack, *part),
        color: stack::color(cx, map.stack, *part, &map.parts),
        pale: false,
    });
    legend_ui(ui, &colors.collect::<Vec<_>>());
    let any = |has: fn(&MapBubble) -> bool| map.bubbles.iter().any(has);
    let any_line = |schematic: bool| paths(cx, map).any(|(_, path)| path.schematic == schematic);
    let marks = [
        (any(|one| one.exact), Mark::Full, "map-exact"),
        (any(|one| !one.exact), Mark::DashedRing, "map-region"),
        (
            any(|one| one.counted_m.is_none()),
            Mark::Diamond,
            "map-no-amount",
        ),
        (any_line(false), Mark::Line, "map-line"),
        (any_line(true), Mark::Dashes, "map-line-schematic"),
    ];
    let marks = marks.into_iter().filter(|(shown, ..)| *shown);
    let marks = marks.map(|(_, mark, key)| MarkEntry {
        label: cx.t(key),
        color: cx.tokens.muted,
        mark,
    });
    mark_legend_ui(ui, &marks.collect::<Vec<_>>());
}

fn notices_ui(ui: &mut Ui, cx: &Cx<'_>, map: &ProjectMap) {
    ui.spacing_mut().interact_size.y = 18.0;
    ui.horizontal(|ui| {
        muted(ui, &drawn_words(cx, map)).on_hover_text(notes(cx, map).join("\n"));
        not_drawn_button(ui, cx, map);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            export_button(ui, cx, "map", &cx.t("map-title"));
            sources_button(ui, cx, &cx.t("map-title"), &map.sources);
        });
    });
}

/// How many of the projects are on the map.
pub(super) fn drawn_words(cx: &Cx<'_>, map: &ProjectMap) -> String {
    let values = [
        ("drawn", map.bubbles.len().into()),
        ("shown", map.counts.shown().into()),
    ];
    cx.with("map-drawn", &values)
}

/// What to know about the map, each as a sentence.
pub(super) fn notes(cx: &Cx<'_>, map: &ProjectMap) -> Vec<String> {
    let counts = map.counts;
    let one =
        |key: &str, count: usize| (count > 0).then(|| cx.with(key, &[("count", count.into())]));
    let notes = [
        one("map-note-region", counts.region),
        one("map-note-country", counts.country),
        one("map-note-nowhere", counts.nowhere),
        one("map-note-without", counts.without_amount),
        one("map-note-left-out", counts.left_out),
        one("map-note-beyond", counts.beyond),
        Some(cx.t("map-borders")),
    ];
    notes.into_iter().flatten().collect()
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, map: &ProjectMap, at: usize) {
    let Some(project) = cx.catalog().data().projects.get(at) else {
        return;
    };
    ui.label(strong(cx.text(&project.name), size::BODY));
    ui.label(money_words(cx, map.stage, at, project));
    let left_out = cx.state.dataset.projects.left_out.get(at);
    if let Some(reason) = left_out.copied().flatten() {
        let reason = cx.t(left_out_key(reason));
        warning_note(
            ui,
            &cx.with("map-tip-left-out", &[("reason", (&reason).into())]),
        );
    }
    let sector = cx.catalog().sector(&project.sector);
    let latest = project.status.last();
    let status = latest.and_then(|latest| cx.catalog().status(&latest.status));
    let parts = [
        sector.map(|sector| cx.text(&sector.name)),
        status.map(|status| cx.text(&status.name)),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    muted(ui, &parts.join(" · "));
    muted(ui, &place_words(cx, project));
    if let Some(path) = &project.path {
        muted(ui, &path_words(cx, path));
    }
}

/// The places that a line passes, and whether it is more than these.
pub(super) fn path_words(cx: &Cx<'_>, path: &Path) -> String {
    let names = path.points.iter().map(|point| cx.text(&point.name));
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let key = if path.schematic {
        "map-line-schematic"
    } else {
        "map-line"
    };
    let parts = [names.join(" – "), cx.t(key)];
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// The amount with its kind and date.
fn money_words(cx: &Cx<'_>, stage: MoneyStage, at: usize, project: &Project) -> String {
    let amount = cx.state.dataset.projects.amount(at, stage);
    let figure = amount.and_then(|amount| project.figures.get(amount.figure));
    let Some(figure) = figure else {
        return cx.t("map-tip-no-amount");
    };
    figure_words(cx, figure)
}

fn figure_words(cx: &Cx<'_>, figure: &Figure) -> String {
    let value = wording::figure_value(cx, figure);
    let kind = cx.t(wording::figure_kind(figure.kind));
    let date = figure.date.map(|date| date.to_string()).unwrap_or_default();
    let parts = [value, kind, date];
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Name of the place and how exact the point is.
pub(super) fn place_words(cx: &Cx<'_>, project: &Project) -> String {
    let Some(place) = &project.place else {
        return cx.t("map-place-none");
    };
    let exact = cx.t(wording::precision(place.precision));
    let name = cx.text(&place.name);
    if name.is_empty() {
        exact
    } else {
        format!("{name} · {exact}")
    }
}
