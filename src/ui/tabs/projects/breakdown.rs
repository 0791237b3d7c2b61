//! Parts in rows, states or years in columns: the card with its controls and words.

use super::{
    breakdown_grid::grid_ui,
    head::{MORE, counted_ui, foot_ui, head_ui, stack_ui, stage_ui},
    notices::mixed,
    stack,
};
use crate::{
    analysis::{
        prices::Prices,
        projects::{
            Breakdown, BreakdownBy, BreakdownColumn, InvestmentOptions, InvestmentUnit, SPAN,
            StackBy, StackPart, YearBasis,
        },
    },
    app::{Action, action::ProjectsAction},
    i18n::{money_m, year_range},
    ui::{
        Cx,
        widgets::{choice, figure_card},
        wording,
    },
};
use eframe::egui::Ui;

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(parts) = cx.state.derived.projects.breakdown.get() else {
        return;
    };
    let height = height + MORE;
    figure_card(ui, "breakdown", |ui| {
        let subtitle = subtitle(cx, parts.options);
        head_ui(ui, cx, &cx.t("breakdown-title"), &subtitle, |ui| {
            stage_ui(ui, cx);
            columns_ui(ui, cx);
            stack_ui(ui, cx);
            counted_ui(ui, cx);
        });
        if parts.rows.is_empty() {
            super::empty::empty_ui(ui, cx, height);
        } else {
            grid_ui(ui, cx, parts, height);
        }
        let (title, words) = (cx.t("breakdown-title"), total_words(cx, parts));
        foot_ui(
            ui,
            cx,
            ("breakdown", &title),
            &words,
            mixed_words(cx, parts),
        );
    });
}

fn columns_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let columns = BreakdownBy::ALL.map(|by| (by, cx.t(by_key(by))));
    let current = cx.state.view.projects.breakdown;
    if let Some(by) = choice(ui, &cx.t("choose-columns"), current, &columns) {
        cx.push(Action::Projects(ProjectsAction::BreakdownBy(by)));
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
    let unit = cx.with(
        "investment-sub-money",
        &[("currency", cx.currency().into())],
    );
    wording::with_prices(cx, &unit, Prices::Nominal)
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
