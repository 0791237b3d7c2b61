//! Investment over time: the card with its controls, chart, legend and notices.

use super::{notices, stack, switch_ui};
use crate::{
    analysis::projects::{
        InvestmentChart, InvestmentOptions, InvestmentUnit, MoneyStage, StackBy, StackPart,
        YearBar, YearBasis,
    },
    app::{Action, action::ProjectsAction},
    i18n::{axis_money, grouped, money_m, percent},
    ui::{
        Cx,
        charts::{LegendEntry, StackSeries, StackedBars, YearEvent, legend_ui, stacked_bars_ui},
        theme::size,
        widgets::{
            card_title, choice, figure_card, muted, quiet_button, segmented, swatch, warning_note,
        },
        wording,
    },
};
use eframe::egui::{Align, Color32, Grid, Layout, RichText, Ui};

/// The card. `height` is that of the plot alone.
pub(super) fn chart_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(chart) = cx.state.derived.projects.chart.get() else {
        return;
    };
    figure_card(ui, "investment", |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("investment-title"));
            switch_ui(ui, cx);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                unit_ui(ui, cx, chart.options);
            });
        });
        ui.horizontal(|ui| {
            muted(ui, &subtitle(cx, chart.options));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                controls_ui(ui, cx, chart.options);
            });
        });
        if chart.notices.drawn == 0 {
            empty_ui(ui, cx, height);
        } else {
            bars_ui(ui, cx, chart, height);
            legend_ui(ui, &legend(cx, chart));
        }
        notices::notices_ui(ui, cx, chart);
    });
}

fn set(cx: &Cx<'_>, options: InvestmentOptions) {
    cx.push(Action::Projects(ProjectsAction::Chart(options)));
}

fn unit_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    let name = |unit| match unit {
        InvestmentUnit::Money => "unit-money",
        InvestmentUnit::Count => "unit-count",
        InvestmentUnit::Cumulative => "unit-cumulative",
        InvestmentUnit::Share => "unit-share",
    };
    // The layout runs from the right.
    let units: Vec<_> = InvestmentUnit::ALL
        .iter()
        .rev()
        .map(|unit| (*unit, cx.t(name(*unit))))
        .collect();
    if let Some(unit) = segmented(ui, options.unit, &units) {
        set(cx, InvestmentOptions { unit, ..options });
    }
}

fn controls_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    ui.spacing_mut().combo_width = 80.0;
    let stages = MoneyStage::ALL.map(|stage| (stage, cx.t(wording::stage(stage))));
    let bases = YearBasis::ALL.map(|basis| (basis, cx.t(wording::year_basis(basis))));
    let stacks = StackBy::ALL.map(|by| (by, stack::words(cx, by)));
    if let Some(stage) = choice(ui, &cx.t("choose-stage"), options.stage, &stages) {
        set(cx, InvestmentOptions { stage, ..options });
    }
    if let Some(basis) = choice(ui, &cx.t("choose-basis"), options.basis, &bases) {
        set(cx, InvestmentOptions { basis, ..options });
    }
    if let Some(stack) = choice(ui, &cx.t("choose-stack"), options.stack, &stacks) {
        set(cx, InvestmentOptions { stack, ..options });
    }
}

pub(super) fn subtitle(cx: &Cx<'_>, options: InvestmentOptions) -> String {
    let key = match options.unit {
        InvestmentUnit::Money => "investment-sub-money",
        InvestmentUnit::Count => "investment-sub-count",
        InvestmentUnit::Cumulative => "investment-sub-cumulative",
        InvestmentUnit::Share => "investment-sub-share",
    };
    cx.with(key, &[("currency", cx.currency().into())])
}

/// Everything the controls say too: for readers who hear the chart.
fn full_name(cx: &Cx<'_>, options: InvestmentOptions) -> String {
    let title = cx.t("investment-title");
    let subtitle = subtitle(cx, options);
    let stage = cx.t(wording::stage(options.stage));
    let basis = cx.t(wording::year_basis(options.basis));
    let values = [
        ("title", (&title).into()),
        ("subtitle", (&subtitle).into()),
        ("stage", (&stage).into()),
        ("basis", (&basis).into()),
    ];
    cx.with("investment-name", &values)
}

fn color(cx: &Cx<'_>, chart: &InvestmentChart, part: StackPart) -> Color32 {
    stack::color(cx, chart.options.stack, part, &chart.values)
}

pub(super) fn name(cx: &Cx<'_>, chart: &InvestmentChart, part: StackPart) -> String {
    stack::name(cx, chart.options.stack, part)
}

pub(super) fn bars_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &InvestmentChart, height: f32) {
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
    let view = &cx.state.view.projects;
    let name = full_name(cx, chart.options);
    let bars = StackedBars {
        name: &name,
        years: &years,
        series: series.collect(),
        partial_year: chart.partial_year,
        chosen: view.filter.years.map(|(_, from, to)| (from, to)),
        height,
    };
    let event = stacked_bars_ui(ui, &bars, axis_money, |ui, year| {
        if let Some(bar) = chart.bars.iter().find(|bar| bar.year == year) {
            tip_ui(ui, cx, chart, bar);
        }
    });
    let basis = view.chart.basis;
    let years = match event {
        None => return,
        // A second click on the only chosen year takes the choice back.
        Some(YearEvent::Year(year)) if view.filter.years == Some((basis, year, year)) => None,
        Some(YearEvent::Year(year)) => Some((basis, year, year)),
        Some(YearEvent::Years(from, to)) => Some((basis, from, to)),
    };
    cx.push(Action::Projects(ProjectsAction::Years(years)));
}

/// Money is drawn in billions, counts as they are.
fn value_scale(chart: &InvestmentChart) -> f64 {
    match chart.options.unit {
        InvestmentUnit::Money | InvestmentUnit::Cumulative => 0.001,
        InvestmentUnit::Count | InvestmentUnit::Share => 1.0,
    }
}

fn value_words(cx: &Cx<'_>, unit: InvestmentUnit, value: f64) -> String {
    match unit {
        InvestmentUnit::Money | InvestmentUnit::Cumulative => money_m(value, cx.currency()),
        InvestmentUnit::Count => grouped(value),
        InvestmentUnit::Share => percent(value),
    }
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
                if firm + planned <= 0.0 {
                    continue;
                }
                swatch(ui, color(cx, chart, *value));
                ui.label(name(cx, chart, *value));
                let words = value_words(cx, chart.options.unit, firm + planned);
                let words = if *planned > 0.0 {
                    let planned = value_words(cx, chart.options.unit, *planned);
                    cx.with(
                        "tip-planned",
                        &[("value", (&words).into()), ("planned", (&planned).into())],
                    )
                } else {
                    words
                };
                ui.label(words);
                ui.end_row();
            }
        });
    if chart.options.unit != InvestmentUnit::Share {
        let total = value_words(cx, chart.options.unit, bar.total());
        ui.label(cx.with("tip-total", &[("value", (&total).into())]));
    }
    muted(
        ui,
        &cx.with(
            "tip-count",
            &[
                ("count", bar.count.into()),
                ("missing", bar.without_amount.into()),
            ],
        ),
    );
}

pub(super) fn legend(cx: &Cx<'_>, chart: &InvestmentChart) -> Vec<LegendEntry> {
    let mut entries: Vec<LegendEntry> = chart
        .values
        .iter()
        .map(|value| LegendEntry {
            label: name(cx, chart, *value),
            color: color(cx, chart, *value),
            pale: false,
        })
        .collect();
    let any = |part: fn(&(f64, f64)) -> f64| {
        chart
            .bars
            .iter()
            .flat_map(|bar| &bar.parts)
            .any(|value| part(value) > 0.0)
    };
    if any(|value| value.1) {
        entries.push(LegendEntry {
            label: cx.t("legend-planned"),
            color: cx.tokens.muted,
            pale: true,
        });
    }
    entries
}

fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let filtered = cx.state.derived.projects.filtered.get();
    let empty = filtered.is_some_and(|result| result.count == 0);
    let filters = !cx.state.view.projects.filter.is_empty();
    ui.allocate_ui(eframe::egui::vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.3);
            let key = match (cx.state.dataset.projects.len, empty) {
                (0, _) => "empty-dataset",
                (_, true) => "empty-filter",
                (_, false) => "empty-money",
            };
            ui.label(cx.t(key));
            if !empty || !filters {
                return;
            }
            for (part, kept) in cx
                .state
                .derived
                .projects
                .empties
                .get()
                .into_iter()
                .flat_map(|parts| parts.iter())
            {
                let words = wording::filter_part(cx, &cx.state.view.projects.filter, part);
                let text = cx.with(
                    "empty-drop",
                    &[("filter", (&words).into()), ("count", (*kept).into())],
                );
                if quiet_button(ui, &text, &text).clicked() {
                    cx.push(Action::Projects(ProjectsAction::Drop(part.clone())));
                }
            }
            if quiet_button(ui, &cx.t("clear-all"), &cx.t("clear-all")).clicked() {
                cx.push(Action::Projects(ProjectsAction::ClearFilter));
            }
        });
    });
}
