//! Investment over time: the card with its controls, chart, legend and notices.

use super::{
    empty::empty_ui,
    halves::{LeastWidth, halves_ui, nothing_ui},
    head::{basis_ui, head_ui, set, stack_ui, stage_ui},
    moments::moments_ui,
    notices,
    sides::{filter_by, filter_of, memos, of_side, order, shared_axes, sides},
    stack,
};
use crate::{
    analysis::{
        prices::{PriceIndex, Prices},
        projects::{
            InvestmentChart, InvestmentOptions, InvestmentUnit, Moments, StackPart, YearBar,
        },
    },
    app::action::ProjectsAction,
    i18n::{axis_money, grouped, money_m, percent},
    ui::{
        Cx,
        charts::{
            BarsShown, LegendEntry, StackSeries, StackedBars, YEAR_MARKS, YearEvent, legend_ui,
            stacked_bars_ui,
        },
        theme::size,
        widgets::{choice, figure_card, muted, swatch, warning_note},
        wording,
    },
};
use eframe::egui::{Color32, Grid, RichText, Ui};

/// How wide the chart is at least beside another.
pub(super) const HALF: LeastWidth = LeastWidth(290.0);

/// The card. `height` is that of the plot alone.
pub(super) fn chart_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(chart) = memos(cx).chart.get() else {
        return;
    };
    figure_card(ui, "investment", |ui| {
        // The list beside it and a notice below say which constant prices; for both there is no room.
        let subtitle = match prices(chart) {
            Prices::Nominal => subtitle(cx, chart),
            Prices::Constant(_) => unit_words(cx, chart),
        };
        head_ui(ui, cx, &cx.t("investment-title"), &subtitle, |ui| {
            stage_ui(ui, cx);
            basis_ui(ui, cx);
            stack_ui(ui, cx);
            unit_ui(ui, cx, chart.options);
        });
        halves_ui(ui, cx, (height, HALF), |ui, cx, height| {
            half_ui(ui, cx, height);
        });
        let charts = drawn(cx);
        if !charts.is_empty() {
            let mut entries = legend(cx);
            if sides(cx)
                .iter()
                .any(|side| moments_of(&cx.on(*side)).is_some())
            {
                entries.push(LegendEntry {
                    label: cx.t("moments-legend"),
                    color: cx.tokens.accent,
                    pale: true,
                });
            }
            legend_ui(ui, &entries);
        }
        notices::notices_ui(ui, cx);
    });
}

/// The charts that have something to show: of one side, or of two.
fn drawn<'a>(cx: &Cx<'a>) -> Vec<&'a InvestmentChart> {
    let charts = sides(cx).iter().filter_map(|side| drawn_of(&cx.on(*side)));
    charts.collect()
}

/// The chart of a side, if it has something to show.
pub(super) fn drawn_of<'a>(cx: &Cx<'a>) -> Option<&'a InvestmentChart> {
    let chart = memos(cx).chart.get().map(|chart| &**chart);
    chart.filter(|chart| chart.notices.drawn > 0)
}

/// What happened in the years of a side's chart, if there is something.
fn moments_of<'a>(cx: &Cx<'a>) -> Option<&'a Moments> {
    let moments = memos(cx).moments.get().map(|moments| &**moments);
    moments.filter(|moments| !moments.is_empty() && drawn_of(cx).is_some())
}

/// Bars, and below them what happened in their years.
fn half_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(chart) = drawn_of(cx) else {
        empty_ui(ui, cx, height);
        return;
    };
    let Some(moments) = moments_of(cx) else {
        bars_ui(ui, cx, chart, height);
        return;
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(shown) = bars_ui(ui, cx, chart, height - YEAR_MARKS) {
            moments_ui(ui, cx, moments, &shown.transform);
        }
    });
}

/// The picture as it is handed out: of one side, or of two.
pub(super) fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    halves_ui(ui, cx, (height, HALF), |ui, cx, height| {
        if let Some(chart) = drawn_of(cx) {
            bars_ui(ui, cx, chart, height);
        } else {
            nothing_ui(ui, cx);
        }
    });
}

/// What the bars measure, in which prices.
fn unit_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    let name = |unit| match unit {
        InvestmentUnit::Money => "unit-money",
        InvestmentUnit::Count => "unit-count",
        InvestmentUnit::Cumulative => "unit-cumulative",
        InvestmentUnit::Share => "unit-share",
        InvestmentUnit::Change => "unit-change",
    };
    let base = match options.prices {
        Prices::Constant(year) => Some(year),
        Prices::Nominal => PriceIndex::of(cx.catalog()).map(|index| index.default_base),
    };
    let mut units: Vec<((InvestmentUnit, Prices), String)> = Vec::new();
    for unit in InvestmentUnit::ALL {
        let words = cx.t(name(unit));
        if let Some(year) = base.filter(|_| unit.has_prices()) {
            let year_words = year.to_string();
            let values = [("unit", (&words).into()), ("year", (&year_words).into())];
            let in_prices = cx.with("unit-in-prices", &values);
            units.push(((unit, Prices::Nominal), words));
            units.push(((unit, Prices::Constant(year)), in_prices));
        } else {
            units.push(((unit, options.prices), words));
        }
    }
    let current = (options.unit, options.prices);
    if let Some((unit, prices)) = choice(ui, &cx.t("choose-unit"), current, &units) {
        set(
            cx,
            InvestmentOptions {
                unit,
                prices,
                ..options
            },
        );
    }
}

/// What is measured, in which unit and prices.
pub(super) fn subtitle(cx: &Cx<'_>, chart: &InvestmentChart) -> String {
    let unit = unit_words(cx, chart);
    if chart.options.unit.has_prices() {
        wording::with_prices(cx, &unit, prices(chart))
    } else {
        unit
    }
}

fn unit_words(cx: &Cx<'_>, chart: &InvestmentChart) -> String {
    let key = match chart.options.unit {
        InvestmentUnit::Money => "investment-sub-money",
        InvestmentUnit::Count => "investment-sub-count",
        InvestmentUnit::Cumulative => "investment-sub-cumulative",
        InvestmentUnit::Share => "investment-sub-share",
        InvestmentUnit::Change => "investment-sub-change",
    };
    cx.with(key, &[("currency", cx.currency().into())])
}

/// The prices that the bars are in, whatever was asked for.
pub(super) fn prices(chart: &InvestmentChart) -> Prices {
    let deflator = chart.deflator.as_ref();
    deflator.map_or(Prices::Nominal, |deflator| {
        Prices::Constant(deflator.base_year)
    })
}

/// Everything the controls say too: for readers who hear the chart.
fn full_name(cx: &Cx<'_>, chart: &InvestmentChart) -> String {
    let options = chart.options;
    let title = cx.t("investment-title");
    let subtitle = subtitle(cx, chart);
    let stage = cx.t(wording::stage(options.stage));
    let basis = cx.t(wording::year_basis(options.basis));
    let values = [
        ("title", (&title).into()),
        ("subtitle", (&subtitle).into()),
        ("stage", (&stage).into()),
        ("basis", (&basis).into()),
    ];
    of_side(cx, &cx.with("investment-name", &values))
}

fn color(cx: &Cx<'_>, chart: &InvestmentChart, part: StackPart) -> Color32 {
    let order = order(cx, &chart.values);
    stack::color(cx, chart.options.stack, part, order)
}

pub(super) fn name(cx: &Cx<'_>, chart: &InvestmentChart, part: StackPart) -> String {
    stack::name(cx, chart.options.stack, part)
}

/// The bars alone.
pub(super) fn bars_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chart: &InvestmentChart,
    height: f32,
) -> Option<BarsShown> {
    let years: Vec<i32> = chart.bars.iter().map(|bar| bar.year).collect();
    let scale = if chart.options.unit == InvestmentUnit::Share {
        100.0
    } else {
        value_scale(chart)
    };
    let series = chart
        .values
        .iter()
        .enumerate()
        .map(|(position, value)| StackSeries {
            color: color(cx, chart, *value),
            values: chart
                .bars
                .iter()
                .map(|bar| {
                    let (firm, planned) = bar.parts.get(position).copied().unwrap_or_default();
                    (firm * scale, planned * scale)
                })
                .collect(),
        });
    let name = full_name(cx, chart);
    let shared = shared_axes(cx).and_then(|axes| axes.reach);
    let (low, high) = shared.unwrap_or_else(|| chart.reach());
    let bars = StackedBars {
        name: &name,
        years: &years,
        series: series.collect(),
        partial_year: chart.partial_year,
        chosen: filter_of(cx).years.map(|(_, from, to)| (from, to)),
        reach: (low * scale, high * scale),
        net: chart.options.unit == InvestmentUnit::Change,
        height,
    };
    let shown = stacked_bars_ui(ui, &bars, axis_money, |ui, year| {
        if let Some(bar) = chart.bars.iter().find(|bar| bar.year == year) {
            tip_ui(ui, cx, chart, bar);
        }
    })?;
    choose_years(cx, shown.event);
    Some(shown)
}

/// A click on a bar or a drag over several chooses their years.
fn choose_years(cx: &Cx<'_>, event: Option<YearEvent>) {
    let (chosen, basis) = (filter_of(cx).years, cx.state.view.projects.chart.basis);
    let years = match event {
        None => return,
        // A second click on the only chosen year takes the choice back.
        Some(YearEvent::Year(year)) if chosen == Some((basis, year, year)) => None,
        Some(YearEvent::Year(year)) => Some((basis, year, year)),
        Some(YearEvent::Years(from, to)) => Some((basis, from, to)),
    };
    filter_by(cx, ProjectsAction::Years(years));
}

/// Money is drawn in billions, counts as they are.
fn value_scale(chart: &InvestmentChart) -> f64 {
    match chart.options.unit {
        InvestmentUnit::Money | InvestmentUnit::Cumulative | InvestmentUnit::Change => 0.001,
        InvestmentUnit::Count | InvestmentUnit::Share => 1.0,
    }
}

fn value_words(cx: &Cx<'_>, unit: InvestmentUnit, value: f64) -> String {
    match unit {
        InvestmentUnit::Money | InvestmentUnit::Cumulative | InvestmentUnit::Change => {
            money_m(value, cx.currency())
        }
        InvestmentUnit::Count => grouped(value),
        InvestmentUnit::Share => percent(value),
    }
}

/// A part of a bar, and how much of it is only planned.
fn part_words(cx: &Cx<'_>, unit: InvestmentUnit, firm: f64, planned: f64) -> String {
    let words = value_words(cx, unit, firm + planned);
    if planned == 0.0 {
        return words;
    }
    let planned = value_words(cx, unit, planned);
    let values = [("value", (&words).into()), ("planned", (&planned).into())];
    cx.with("tip-planned", &values)
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &InvestmentChart, bar: &YearBar) {
    ui.label(RichText::new(bar.year.to_string()).font(crate::ui::theme::semibold(size::BODY)));
    let partial = chart.partial_year == Some(bar.year);
    if partial {
        warning_note(ui, &cx.t("partial-year"));
    }
    Grid::new("tip")
        .num_columns(3)
        .spacing([8.0, 2.0])
        .show(ui, |ui| {
            for (value, (firm, planned)) in chart.values.iter().zip(&bar.parts).rev() {
                if *firm == 0.0 && *planned == 0.0 {
                    continue;
                }
                swatch(ui, color(cx, chart, *value));
                ui.label(name(cx, chart, *value));
                ui.label(part_words(cx, chart.options.unit, *firm, *planned));
                ui.end_row();
            }
        });
    let total = value_words(cx, chart.options.unit, bar.total());
    // Where nothing is stated there is nothing to add up, which is not zero.
    let is_drawn = bar
        .parts
        .iter()
        .any(|(firm, planned)| *firm != 0.0 || *planned != 0.0);
    match chart.options.unit {
        InvestmentUnit::Change => {
            ui.label(cx.with("tip-net", &[("value", (&total).into())]));
        }
        InvestmentUnit::Money | InvestmentUnit::Count | InvestmentUnit::Cumulative if is_drawn => {
            ui.label(cx.with("tip-total", &[("value", (&total).into())]));
        }
        _ => {}
    }
    if !bar.priced {
        warning_note(ui, &cx.t("tip-unpriced"));
    }
    let values = [
        ("count", bar.count.into()),
        ("missing", bar.without_amount.into()),
    ];
    muted(ui, &cx.with("tip-count", &values));
}

/// What the colours mean: of one chart, or of those of both sides.
pub(super) fn legend(cx: &Cx<'_>) -> Vec<LegendEntry> {
    let charts = drawn(cx);
    let Some(first) = charts.first() else {
        return Vec::new();
    };
    let occurs = |part: &&StackPart| charts.iter().any(|chart| chart.values.contains(part));
    let parts = order(cx, &first.values).iter().filter(occurs);
    let mut entries: Vec<LegendEntry> = parts
        .map(|value| LegendEntry {
            label: name(cx, first, *value),
            color: color(cx, first, *value),
            pale: false,
        })
        .collect();
    let bars = charts.iter().flat_map(|chart| &chart.bars);
    let mut parts = bars.flat_map(|bar| &bar.parts);
    if parts.any(|(_, planned)| *planned != 0.0) {
        entries.push(LegendEntry {
            label: cx.t("legend-planned"),
            color: cx.tokens.muted,
            pale: true,
        });
    }
    entries
}
