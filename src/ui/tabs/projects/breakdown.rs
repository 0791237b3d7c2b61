//! Parts in rows, states or years in columns: the card with its controls and words.

use super::{breakdown_grid::grid_ui, notices::mixed, stack, switch_ui};
use crate::{
    analysis::projects::{
        Breakdown, BreakdownBy, BreakdownColumn, InvestmentOptions, InvestmentUnit, MoneyStage,
        SPAN, StackBy, StackPart, YearBasis,
    },
    app::{Action, action::ProjectsAction},
    i18n::{money_m, year_range},
    ui::{
        Cx,
        widgets::{card_title, choice, export_button, figure_card, muted, warning_note},
        wording,
    },
};
use eframe::egui::{Align, Layout, Ui};

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(parts) = cx.state.derived.projects.breakdown.get() else {
        return;
    };
    figure_card(ui, "breakdown", |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("breakdown-title"));
            switch_ui(ui, cx);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                unit_ui(ui, cx, parts.options);
            });
        });
        ui.horizontal(|ui| {
            muted(ui, &subtitle(cx, parts.options));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                controls_ui(ui, cx, parts.options);
            });
        });
        if parts.rows.is_empty() {
            muted(ui, &cx.t("empty-filter"));
        } else {
            grid_ui(ui, cx, parts, height);
        }
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            muted(ui, &total_words(cx, parts));
            if let Some((short, full)) = mixed_words(cx, parts) {
                warning_note(ui, &short).on_hover_text(full);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_button(ui, cx, "breakdown", &cx.t("breakdown-title"));
            });
        });
    });
}

fn set(cx: &Cx<'_>, options: InvestmentOptions) {
    cx.push(Action::Projects(ProjectsAction::Chart(options)));
}

fn unit_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    let units = [InvestmentUnit::Money, InvestmentUnit::Count];
    let names = [cx.t("unit-money"), cx.t("unit-count")];
    let units: Vec<_> = units.into_iter().zip(names).collect();
    // What is drawn over the years only is drawn as money here.
    let current = match options.unit {
        InvestmentUnit::Count => InvestmentUnit::Count,
        _ => InvestmentUnit::Money,
    };
    if let Some(unit) = choice(ui, &cx.t("choose-unit"), current, &units) {
        set(cx, InvestmentOptions { unit, ..options });
    }
}

fn controls_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    ui.spacing_mut().combo_width = 80.0;
    let stages = MoneyStage::ALL.map(|stage| (stage, cx.t(wording::stage(stage))));
    let stacks = StackBy::ALL.map(|by| (by, stack::words(cx, by)));
    let columns = BreakdownBy::ALL.map(|by| (by, cx.t(by_key(by))));
    if let Some(stage) = choice(ui, &cx.t("choose-stage"), options.stage, &stages) {
        set(cx, InvestmentOptions { stage, ..options });
    }
    if let Some(by) = choice(
        ui,
        &cx.t("choose-columns"),
        cx.state.view.projects.breakdown,
        &columns,
    ) {
        cx.push(Action::Projects(ProjectsAction::BreakdownBy(by)));
    }
    if let Some(stack) = choice(ui, &cx.t("choose-stack"), options.stack, &stacks) {
        set(cx, InvestmentOptions { stack, ..options });
    }
}

fn by_key(by: BreakdownBy) -> &'static str {
    match by {
        BreakdownBy::Status => "breakdown-status",
        BreakdownBy::Years => "breakdown-years",
    }
}

/// What the numbers are.
pub(super) fn subtitle(cx: &Cx<'_>, options: InvestmentOptions) -> String {
    if options.unit == InvestmentUnit::Count {
        return cx.t("investment-sub-count");
    }
    cx.with(
        "investment-sub-money",
        &[("currency", cx.currency().into())],
    )
}

/// How many projects there are, and how many of them have no money in the picture.
pub(super) fn total_words(cx: &Cx<'_>, parts: &Breakdown) -> String {
    let total = parts.total;
    let money = money_m(total.money_m, cx.currency());
    let values = [
        ("count", total.count.into()),
        ("n", total.with_money.into()),
        ("money", (&money).into()),
        ("missing", (total.count - total.with_money).into()),
    ];
    cx.with("breakdown-total", &values)
}

/// That the money mixes stages, where it is money and does.
pub(super) fn mixed_words(cx: &Cx<'_>, parts: &Breakdown) -> Option<(String, String)> {
    let bridge = cx.state.derived.projects.bridge.get()?;
    let is_money = parts.options.unit != InvestmentUnit::Count;
    is_money.then(|| mixed(cx, &bridge.mixed_stages)).flatten()
}

/// What a column is called.
pub(super) fn column_name(cx: &Cx<'_>, column: BreakdownColumn) -> String {
    match column {
        BreakdownColumn::Status(value) => stack::name(cx, StackBy::Status, StackPart::Value(value)),
        BreakdownColumn::Years(from) => year_range(from, from + SPAN - 1),
        BreakdownColumn::Undated => cx.t("breakdown-undated"),
    }
}

/// The step that gives the years of the columns, where there are some.
pub(super) fn basis(cx: &Cx<'_>) -> Option<YearBasis> {
    let view = &cx.state.view.projects;
    (view.breakdown == BreakdownBy::Years).then_some(view.chart.basis)
}
