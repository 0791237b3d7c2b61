//! Time against cost: the card with its picture, legend and notices.

use super::{asked, picture_ui, pointed, select, selected};
use crate::{
    analysis::transit::{
        Notice, Question,
        frontier::Standing,
        time_cost::{Point, TimeCost},
    },
    i18n::{axis_money, day, grouped, range, year_range},
    ui::{
        Cx,
        charts::{
            Mark, MarkEntry, Scale, Scatter, ScatterPoint, Spread, mark_legend_ui, scatter_ui,
        },
        theme::{size, strong},
        widgets::{card_title, export_button, figure_card, muted, sources_button, warning_note},
        wording::transit as words,
    },
};
use eframe::egui::{Align, Grid, Layout, Ui};

/// The card. `height` is that of the plot alone; `switch` shows the choice of pictures.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32, switch: bool) {
    let (Some(chart), Some(question)) = (cx.state.derived.transit.time_cost.get(), asked(cx))
    else {
        return;
    };
    figure_card(ui, "time-cost", |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("transit-time-cost-title"));
            if switch {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    picture_ui(ui, cx);
                });
            }
        });
        muted(ui, &subtitle(cx, question));
        if chart.points.is_empty() {
            empty_ui(ui, cx, height);
        } else {
            plot_ui(ui, cx, chart, question, height);
            mark_legend_ui(ui, &legend(cx));
        }
        notices_ui(ui, cx, chart);
    });
}

/// Scope, years and trip of the figures.
pub(super) fn subtitle(cx: &Cx<'_>, question: &Question) -> String {
    let scopes = words::scopes(cx, &question.scopes);
    let years = question.years.map_or_else(
        || cx.t("transit-years-every"),
        |years| year_range(years.from, years.to),
    );
    cx.with(
        "transit-time-cost-sub",
        &[("scopes", (&scopes).into()), ("years", (&years).into())],
    )
}

fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    ui.allocate_ui(eframe::egui::vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.35);
            ui.label(cx.t("transit-none"));
            muted(ui, &cx.t("transit-none-why"));
        });
    });
}

/// The picture alone.
pub(super) fn plot_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chart: &TimeCost,
    question: &Question,
    height: f32,
) {
    let costs = || chart.points.iter().map(|point| point.cost_usd_feu);
    let lowest = costs().map(|cost| cost.low).fold(f64::INFINITY, f64::min);
    let highest = costs().map(|cost| cost.high).fold(0.0, f64::max);
    let y_scale = Scale::for_range(lowest, highest);
    let y_title = cx.t(match y_scale {
        Scale::Linear => "transit-axis-cost",
        Scale::Logarithmic => "transit-axis-cost-log",
    });
    let title = cx.t("transit-time-cost-title");
    let name = format!("{title}. {}", subtitle(cx, question));
    let x_title = cx.t("transit-axis-days");
    let scatter = Scatter {
        name: &name,
        points: chart.points.iter().map(|point| mark(cx, point)).collect(),
        frontier: chart.frontier.clone(),
        x_title: &x_title,
        y_title: &y_title,
        y_scale,
        height,
        highlighted: pointed::route(ui),
        selected: selected(cx),
    };
    let event = scatter_ui(ui, &scatter, axis_usd, |ui, route| {
        if let Some(point) = chart.points.iter().find(|point| point.route == route) {
            tip_ui(ui, cx, chart, point);
        }
    });
    pointed::set(ui, pointed::Place::Picture, event.hovered);
    if let Some(route) = event.clicked {
        select(cx, route);
    }
}

/// A tick of a money axis.
pub(super) fn axis_usd(value: f64) -> String {
    if value >= 999_500.0 {
        format!("{}m", axis_money(value / 1e6, 0.1))
    } else {
        grouped(value)
    }
}

fn mark(cx: &Cx<'_>, point: &Point) -> ScatterPoint {
    let (n_days, n_cost) = point.n_figures;
    let spread = |band: crate::analysis::transit::Band, middle, n: usize| Spread {
        low: band.low,
        typical: band.typical,
        high: band.high,
        middle,
        single: n == 1,
    };
    ScatterPoint {
        id: point.route,
        label: point.label.clone(),
        remark: words::n_figures(n_days, n_cost),
        color: words::mode_color(cx, point.mode),
        x: spread(point.days, point.days_middle_half, n_days),
        y: spread(point.cost_usd_feu, point.cost_middle_half, n_cost),
        hollow: point.standing != Standing::Frontier,
    }
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &TimeCost, point: &Point) {
    ui.label(strong(&point.label, size::BODY));
    let (n_days, n_cost) = point.n_figures;
    let middle = |half: Option<(f64, f64)>, word: fn(f64) -> String| {
        half.map(|(low, high)| {
            let half = range(&word(low), &word(high));
            cx.with("transit-tip-middle", &[("range", (&half).into())])
        })
        .unwrap_or_default()
    };
    Grid::new("route-tip")
        .num_columns(3)
        .spacing([12.0, 2.0])
        .show(ui, |ui| {
            muted(ui, &cx.t("transit-axis-days"));
            ui.label(strong(day(point.days.typical), size::BODY));
            ui.label(format!(
                "{} · n = {n_days}{}",
                words::days_band(point.days),
                middle(point.days_middle_half, day)
            ));
            ui.end_row();
            muted(ui, &cx.t("transit-axis-cost"));
            ui.label(strong(words::usd(point.cost_usd_feu.typical), size::BODY));
            ui.label(format!(
                "{} · n = {n_cost}{}",
                words::usd_band(point.cost_usd_feu),
                middle(point.cost_middle_half, words::usd)
            ));
            ui.end_row();
        });
    if let Some(years) = point.years {
        let years = year_range(years.from, years.to);
        muted(
            ui,
            &cx.with("transit-tip-years", &[("years", (&years).into())]),
        );
    }
    ui.label(standing_words(cx, chart, &point.standing));
    muted(ui, &cx.t("transit-tip-click"));
}

/// Where a route stands, and who beats it.
fn standing_words(cx: &Cx<'_>, chart: &TimeCost, standing: &Standing) -> String {
    let Standing::Dominated { by, surely } = standing else {
        return cx.t("transit-standing-frontier-full");
    };
    let names: Vec<&str> = by
        .iter()
        .filter_map(|i| chart.points.get(*i))
        .map(|point| point.label.as_str())
        .collect();
    let key = if *surely {
        "transit-standing-surely-full"
    } else {
        "transit-standing-possibly-full"
    };
    cx.with(key, &[("by", (&names.join("; ")).into())])
}

/// What the marks and lines mean.
pub(super) fn legend(cx: &Cx<'_>) -> Vec<MarkEntry> {
    let entry = |mark, key: &str| MarkEntry {
        label: cx.t(key),
        color: cx.tokens.muted,
        mark,
    };
    vec![
        entry(Mark::Full, "transit-legend-best"),
        entry(Mark::Ring, "transit-legend-beaten"),
        entry(Mark::Diamond, "transit-legend-single"),
        entry(Mark::Spread, "transit-legend-spread"),
        entry(Mark::Dashes, "transit-legend-frontier"),
    ]
}

/// What limits the picture, and the sources of its figures.
fn notices_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &TimeCost) {
    ui.horizontal(|ui| {
        let values = [
            ("compared", chart.points.len().into()),
            ("missing", chart.n_missing.into()),
        ];
        muted(ui, &cx.with("transit-time-cost-count", &values));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            export_button(ui, cx, "time-cost", &cx.t("transit-time-cost-title"));
            sources_button(ui, cx, &cx.t("transit-time-cost-title"), &chart.sources);
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(14.0, 1.0);
        for notice in notices(chart) {
            let (short, full) = words::notice(cx, notice);
            warning_note(ui, &short).on_hover_text(full);
        }
    });
}

/// What limits the picture: emissions are not part of it.
pub(super) fn notices(chart: &TimeCost) -> impl Iterator<Item = &Notice> {
    let notices = chart.notices.iter();
    notices.filter(|notice| !notice.is_about_emissions())
}
