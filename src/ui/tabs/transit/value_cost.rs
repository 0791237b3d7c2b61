//! Generalised cost over the value of the cargo: which route costs least for which goods.

use super::{asked, cargo, picture_ui, pointed, selected, time_cost::axis_usd};
use crate::{
    analysis::transit::{
        Cargo,
        breakeven::{BreakEven, BreakEvenBand},
        value_cost::{ValueCost, ValueLine},
    },
    app::{Action, action::TransitAction},
    ui::{
        Cx,
        charts::{Stretch, Threshold, ValueLines, ValueSeries, value_lines_ui},
        theme::{size, strong},
        widgets::{
            card_title, export_button, figure_card, muted, sources_button, swatch, warning_note,
        },
        wording::transit as words,
    },
};
use eframe::egui::{Align, Grid, Layout, Ui};

/// The card. `height` is that of the plot alone; `switch` shows the choice of pictures.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32, switch: bool) {
    let transit = &cx.state.derived.transit;
    let (Some(chart), Some(question)) = (transit.value_cost.get(), asked(cx)) else {
        return;
    };
    figure_card(ui, "value-cost", |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("transit-value-cost-title"));
            if switch {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    picture_ui(ui, cx);
                });
            }
        });
        let subtitle = subtitle(cx, &question.cargo);
        muted(ui, &subtitle);
        if chart.lines.is_empty() {
            ui.allocate_space(eframe::egui::vec2(ui.available_width(), height));
            muted(ui, &cx.t("transit-none"));
            return;
        }
        plot_ui(
            ui,
            cx,
            chart,
            question.cargo,
            height,
            "transit-value-cost-own",
        );
        muted(ui, &cx.t("transit-value-cost-legend"));
        ui.horizontal(|ui| {
            muted(ui, &cx.t("transit-value-cost-click"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_button(ui, cx, "value-cost", &cx.t("transit-value-cost-title"));
                if let Some(comparison) = transit.comparison.get() {
                    sources_button(
                        ui,
                        cx,
                        &cx.t("transit-value-cost-title"),
                        &comparison.sources,
                    );
                }
            });
        });
        warning_note(ui, &cx.t("transit-value-cost-warning"))
            .on_hover_text(cx.t("transit-threshold-range-tip"));
    });
}

fn subtitle(cx: &Cx<'_>, cargo: &Cargo) -> String {
    let made_of = cargo::cost_words(cx, cargo);
    let cargo = cargo::cargo_words(cx, cargo);
    cx.with(
        "transit-value-cost-sub",
        &[("made", (&made_of).into()), ("cargo", (&cargo).into())],
    )
}

/// The picture alone; `own` is the key of the words at the cargo's own value.
pub(super) fn plot_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chart: &ValueCost,
    cargo: Cargo,
    height: f32,
    own: &str,
) {
    let name = format!(
        "{}. {}",
        cx.t("transit-value-cost-title"),
        subtitle(cx, &cargo)
    );
    let own = cx.with(own, &[("value", (&words::usd(chart.value_usd)).into())]);
    let (x_title, y_title) = (
        cx.t("transit-axis-value-log"),
        cx.t("transit-axis-generalised-log"),
    );
    let lines = ValueLines {
        name: &name,
        series: chart.lines.iter().map(|line| series(cx, line)).collect(),
        stretches: stretches(chart),
        thresholds: thresholds(chart),
        values: chart.values_usd,
        own: (chart.value_usd, &own),
        x_title: &x_title,
        y_title: &y_title,
        height,
        highlighted: pointed::route(ui).or(selected(cx)),
    };
    let event = value_lines_ui(ui, &lines, axis_usd, |ui, value| {
        tip_ui(ui, cx, chart, value);
    });
    if let Some(value) = event.clicked {
        let value_usd = rounded(value);
        let cargo = Cargo { value_usd, ..cargo };
        cx.push(Action::Transit(TransitAction::Cargo(cargo)));
    }
}

fn series(cx: &Cx<'_>, line: &ValueLine) -> ValueSeries {
    ValueSeries {
        id: line.route,
        color: words::mode_color(cx, line.mode),
        fixed: line.line.fixed_usd.typical,
        per_value: line.line.per_value.typical,
    }
}

fn stretches(chart: &ValueCost) -> Vec<Stretch> {
    let ends = chart
        .envelope
        .iter()
        .skip(1)
        .map(|step| step.from_value_usd)
        .chain([chart.values_usd.1]);
    chart
        .envelope
        .iter()
        .zip(ends)
        .filter_map(|(step, to)| {
            let line = chart.lines.get(step.line)?;
            Some(Stretch {
                series: step.line,
                from: step.from_value_usd,
                to,
                label: line.label.clone(),
            })
        })
        .collect()
}

fn thresholds(chart: &ValueCost) -> Vec<Threshold> {
    chart
        .envelope
        .iter()
        .skip(1)
        .map(|step| Threshold {
            at: step.from_value_usd,
            label: words::usd(step.from_value_usd),
            range: step.band.map(ends),
        })
        .collect()
}

/// Lowest and highest value a threshold may have.
pub(super) fn ends(band: BreakEvenBand) -> (f64, f64) {
    let value = |at: BreakEven| match at {
        BreakEven::Always => 0.0,
        BreakEven::Above(value) | BreakEven::Below(value) => value,
        BreakEven::Never => f64::INFINITY,
    };
    let (best, worst) = (value(band.best), value(band.worst));
    (best.min(worst), best.max(worst))
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &ValueCost, value: f64) {
    let value = rounded(value);
    let words_of = words::usd(value);
    ui.label(strong(
        cx.with("transit-tip-at-value", &[("value", (&words_of).into())]),
        size::BODY,
    ));
    let mut costs: Vec<(&ValueLine, crate::analysis::transit::Band)> = chart
        .lines
        .iter()
        .map(|line| (line, line.line.at(value)))
        .collect();
    costs.sort_by(|a, b| a.1.typical.total_cmp(&b.1.typical));
    Grid::new("value-tip")
        .num_columns(4)
        .spacing([8.0, 2.0])
        .show(ui, |ui| {
            for (line, cost) in costs {
                swatch(ui, words::mode_color(cx, line.mode));
                ui.label(&line.label);
                ui.label(words::usd(cost.typical));
                muted(ui, &words::usd_band(cost));
                ui.end_row();
            }
        });
}

/// Two digits: more would pretend that a pointer is exact.
fn rounded(value: f64) -> f64 {
    let unit = 10_f64.powf(value.max(1.0).log10().floor() - 1.0);
    (value / unit).round() * unit
}
