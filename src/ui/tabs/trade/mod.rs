//! The Trade tab: choices at the left, what both recorders say and the gap between them in the
//! middle with the table, one year in full at the right.

mod chart;
mod exports;
mod filters;
mod gap;
mod inspector;
mod line_data;
mod notes;
mod point_data;
mod products;
mod ranking;
mod ranking_data;
mod ranking_exports;
mod table;

use crate::{
    analysis::trade::{Show, TradeAnswer, TradeChoice, chart::Chart},
    app::{Action, action::TradeAction},
    i18n::year_range,
    ui::{Cx, wording},
};
use eframe::egui::{Align, Layout, Ui, vec2};
use std::sync::Arc;

pub(in crate::ui) use exports::FIGURES;
pub(super) use filters::filters_ui;
pub(super) use inspector::inspector_ui;

/// Width of the middle from which the table stands beside the charts.
const TABLE_BESIDE: f32 = 1050.0;
/// Share of the width that the charts then take.
const CHARTS_SHARE: f32 = 0.56;
/// Height of a chart card's fixed parts: title, subtitle, notes, padding.
const CHART_EXTRAS: f32 = 130.0;
/// The same of the gap's card, which has one line of notes.
const GAP_EXTRAS: f32 = 118.0;

/// The middle of the tab.
pub(super) fn content_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(answer) = cx.state.derived.trade.answer.get() else {
        return;
    };
    if choice(cx).show == Show::Products {
        products::products_ui(ui, cx, answer);
        return;
    }
    let Some(chart) = &answer.chart else { return };
    if ui.available_width() >= TABLE_BESIDE {
        beside_ui(ui, cx, answer, chart);
    } else {
        below_ui(ui, cx, answer, chart);
    }
}

/// Charts at the left over the whole height, ranking and table at the right.
fn beside_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &Arc<TradeAnswer>, chart: &Chart) {
    let (width, height) = (ui.available_width(), ui.available_height());
    let gap_height = if answer.gap.is_some() {
        (height - CHART_EXTRAS - GAP_EXTRAS) * 0.34
    } else {
        0.0
    };
    let extras = if answer.gap.is_some() {
        CHART_EXTRAS + GAP_EXTRAS
    } else {
        CHART_EXTRAS
    };
    let chart_height = (height - extras - gap_height).max(150.0);
    ui.horizontal_top(|ui| {
        let charts = vec2(width * CHARTS_SHARE, height);
        ui.allocate_ui_with_layout(charts, Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(charts.x - 8.0);
            chart::chart_ui(ui, cx, answer, chart, chart_height);
            if let Some(gap_chart) = &answer.gap {
                gap::gap_ui(ui, cx, answer, gap_chart, gap_height.max(90.0));
            }
        });
        ui.vertical(|ui| {
            if let Some(ranking) = &answer.ranking {
                ranking::partners_ui(ui, cx, chart, ranking, height * 0.5);
            }
            table::table_ui(ui, cx, chart);
        });
    });
}

/// Everything below each other; partners have their ranking beside the table.
fn below_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &Arc<TradeAnswer>, chart: &Chart) {
    let height = ui.available_height();
    let share = if answer.gap.is_some() { 0.43 } else { 0.58 };
    chart::chart_ui(
        ui,
        cx,
        answer,
        chart,
        (height * share - CHART_EXTRAS).clamp(120.0, 420.0),
    );
    if let Some(gap_chart) = &answer.gap {
        gap::gap_ui(
            ui,
            cx,
            answer,
            gap_chart,
            (height * 0.31 - GAP_EXTRAS).clamp(76.0, 200.0),
        );
    }
    match &answer.ranking {
        None => table::table_ui(ui, cx, chart),
        Some(ranking) => {
            let (width, height) = (ui.available_width(), ui.available_height());
            ui.horizontal_top(|ui| {
                let half = vec2(width * 0.5, height);
                ui.allocate_ui_with_layout(half, Layout::top_down(Align::LEFT), |ui| {
                    ui.set_width(half.x - 8.0);
                    ranking::partners_ui(ui, cx, chart, ranking, height);
                });
                ui.vertical(|ui| table::table_ui(ui, cx, chart));
            });
        }
    }
}

fn choice<'a>(cx: &Cx<'a>) -> &'a TradeChoice {
    &cx.state.view.trade.choice
}

/// Asks for a changed choice.
fn choose(cx: &Cx<'_>, change: impl FnOnce(&mut TradeChoice)) {
    let mut choice = choice(cx).clone();
    change(&mut choice);
    cx.push(Action::Trade(TradeAction::Choose(Box::new(choice))));
}

/// Shows a year in the inspector; the same year again closes it.
fn select_year(cx: &Cx<'_>, year: i32) {
    let selected = cx.state.view.trade.selected_year;
    let year = (selected != Some(year)).then_some(year);
    cx.push(Action::Trade(TradeAction::SelectYear(year)));
}

/// What the status line says.
pub(super) fn status(cx: &Cx<'_>) -> (String, String) {
    let answer = cx.state.derived.trade.answer.get();
    let Some(chart) = answer.and_then(|answer| answer.chart.as_ref()) else {
        return (String::new(), String::new());
    };
    let title = wording::trade::title(cx, chart);
    let words = match chart.title.years {
        Some((first, last)) => {
            let years = year_range(first, last);
            let values = [("title", (&title).into()), ("years", (&years).into())];
            cx.with("status-trade", &values)
        }
        None => title,
    };
    (words, String::new())
}
