//! Parts in rows, states or years in columns: the card with its controls and words.

use super::{
    breakdown_grid::grid_ui,
    halves::{HALF_WORDS, LeastWidth, half_words_ui, halves_ui, nothing_ui},
    head::{MORE, counted_ui, foot_ui, head_ui, scroll_area, stack_ui, stage_ui},
    notices::mixed,
    sides::{is_comparing, memos},
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

/// How wide the grid is at least beside another.
pub(super) const HALF: LeastWidth = LeastWidth(560.0);

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(parts) = memos(cx).breakdown.get() else {
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
        halves_ui(ui, cx, (height, HALF), half_ui);
        let title = cx.t("breakdown-title");
        let (words, mixed) = if is_comparing(cx) {
            // Each half says its own.
            (String::new(), None)
        } else {
            (total_words(cx, parts), mixed_words(cx, parts))
        };
        foot_ui(ui, cx, ("breakdown", &title), &words, mixed);
    });
}

/// The grid of a side, and what it says of itself where there are two.
fn half_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(parts) = memos(cx).breakdown.get() else {
        return;
    };
    if parts.rows.is_empty() {
        super::empty::empty_ui(ui, cx, height);
        return;
    }
    if is_comparing(cx) {
        let area = scroll_area("breakdown", height - HALF_WORDS);
        area.show(ui, |ui| grid_ui(ui, cx, parts, height - HALF_WORDS));
    } else {
        grid_ui(ui, cx, parts, height);
    }
    let (words, mixed) = (total_words(cx, parts), mixed_words(cx, parts));
    half_words_ui(ui, cx, &words, mixed.as_ref());
}

/// The picture as it is handed out: of one side, or of two.
pub(super) fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    halves_ui(ui, cx, (height, HALF), |ui, cx, height| {
        match memos(cx).breakdown.get() {
            Some(parts) if !parts.rows.is_empty() => grid_ui(ui, cx, parts, height),
            _ => nothing_ui(ui, cx),
        }
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
    let bridge = memos(cx).bridge.get()?;
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
