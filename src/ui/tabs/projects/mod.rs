//! The Projects tab: facets at the left, investment over time and the table in the middle, the record at the right.

mod breakdown;
mod breakdown_data;
mod breakdown_grid;
mod bridge;
mod chart;
mod chart_data;
mod compare;
mod compare_data;
mod empty;
mod exports;
mod facet_order;
mod filters;
mod halves;
mod head;
mod inspector;
mod ladder;
mod map;
mod map_data;
mod map_list;
mod moments;
mod notices;
mod outcomes;
mod outcomes_data;
mod outcomes_rows;
mod record;
mod record_figures;
mod record_map;
mod record_parts;
mod schedule;
mod schedule_data;
mod search;
mod sides;
mod sizes;
mod spread;
mod spread_data;
mod stack;
mod table;
mod table_cells;
mod table_chooser;
mod table_columns;
mod table_data;
mod table_lines;
mod table_widths;

use crate::{
    app::{Action, action::ProjectsAction, view::ProjectsPicture},
    ui::{Cx, widgets::chip, wording},
};
use eframe::egui::{Align, Layout, Ui, vec2};

pub(in crate::ui) use exports::FIGURES;
pub(super) use filters::filters_ui;
pub(super) use inspector::inspector_ui;
pub(in crate::ui) use record_map::map as small_map;
pub(in crate::ui) use record_parts::{Entry, PLACE, Record, Section, Tone};

/// Height of the chart card's fixed parts: title, subtitle, controls, legend, notes, padding.
const CHART_EXTRAS: f32 = 152.0;
/// Width of the middle from which there is room for a second card beside the chart.
const TWO_CARDS: f32 = 1050.0;
const LADDER_WIDTH: f32 = 360.0;

/// The middle of the tab.
pub(super) fn content_ui(ui: &mut Ui, cx: &Cx<'_>) {
    chips_ui(ui, cx);
    compare::strip_ui(ui, cx);
    let comparing = sides::is_comparing(cx);
    // Two halves have heads of their own, and half of the width each: they would be low too.
    let (share, extras) = if comparing {
        (0.6, CHART_EXTRAS - halves::HALF_WORDS)
    } else {
        (0.52, CHART_EXTRAS)
    };
    let height = (ui.available_height() * share - extras).clamp(150.0, 420.0);
    // Two halves need the room of the ladder, which is of one side.
    if ui.available_width() < TWO_CARDS || comparing {
        picture_ui(ui, cx, height);
    } else {
        ui.horizontal_top(|ui| {
            let size = vec2(ui.available_width() - LADDER_WIDTH, 0.0);
            let chart = ui
                .allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
                    ui.set_width(size.x - 8.0);
                    picture_ui(ui, cx, height);
                })
                .response;
            ui.vertical(|ui| ladder::ladder_ui(ui, cx, chart.rect.height()));
        });
    }
    ui.add_space(2.0);
    table::table_ui(ui, cx);
}

/// The picture that is in front.
fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    match cx.state.view.projects.picture {
        ProjectsPicture::Chart => chart::chart_ui(ui, cx, height),
        ProjectsPicture::Breakdown => breakdown::card_ui(ui, cx, height),
        ProjectsPicture::Outcomes => outcomes::card_ui(ui, cx, height),
        ProjectsPicture::Sizes => spread::card_ui(ui, cx, height),
        ProjectsPicture::Schedule => schedule::card_ui(ui, cx, height),
        ProjectsPicture::Map => map::card_ui(ui, cx, height),
    }
}

/// What the filter holds, each part with a way to drop it.
fn chips_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let filter = &cx.state.view.projects.filter;
    let parts = filter.parts();
    if parts.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for part in parts {
            let text = wording::filter_part(cx, filter, &part);
            let name = cx.with("chip-drop", &[("filter", (&text).into())]);
            if chip(ui, &text, &name).clicked() {
                cx.push(Action::Projects(ProjectsAction::Drop(part)));
            }
        }
        if ui.link(cx.t("clear-all")).clicked() {
            cx.push(Action::Projects(ProjectsAction::ClearFilter));
        }
        if !sides::is_comparing(cx) {
            let (words, tip) = (cx.t("compare-start"), cx.t("command-compare-tip"));
            if ui.link(words).on_hover_text(tip).clicked() {
                cx.push(Action::Projects(ProjectsAction::Compare));
            }
        }
    });
}

/// What the status line says.
pub(super) fn status(cx: &Cx<'_>) -> (String, String) {
    let filtered = cx.state.derived.projects.a.filtered.get();
    let shown = filtered.map_or(0, |result| result.count);
    let all = cx.state.dataset.projects.len;
    let values = [("shown", shown.into()), ("all", all.into())];
    let sentence = wording::filter_sentence(cx, &cx.state.view.projects.filter);
    let shown = cx.with("status-projects", &values);
    (sides::of_side(cx, &shown), sentence)
}
