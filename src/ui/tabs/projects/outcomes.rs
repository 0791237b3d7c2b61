//! What became of projects: the card, its controls and its words.

use super::{
    halves::{LeastWidth, halves_ui, nothing_ui},
    head::{MORE, counted_ui, foot_ui, head_ui, scroll_area, stack_ui, stage_ui},
    outcomes_rows::rows_ui,
    sides::{memos, sides},
    stack,
};
use crate::{
    analysis::projects::{COHORT, InvestmentUnit, OUTCOMES, OutcomeKey, Outcomes, OutcomesBy},
    app::{Action, action::ProjectsAction, view::Side},
    dataset::schema::Stage,
    i18n::year_range,
    ui::{
        Cx,
        charts::{LegendEntry, legend_ui},
        widgets::{choice, figure_card},
        wording,
    },
};
use eframe::egui::{Color32, Ui};

/// How wide the rows are at least beside others.
pub(super) const HALF: LeastWidth = LeastWidth(400.0);

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(outcomes) = memos(cx).outcomes.get() else {
        return;
    };
    let height = height + MORE;
    figure_card(ui, "outcomes", |ui| {
        let subtitle = subtitle(cx, outcomes);
        head_ui(ui, cx, &cx.t("outcomes-title"), &subtitle, |ui| {
            if is_money(outcomes) {
                stage_ui(ui, cx);
            }
            if outcomes.by == OutcomesBy::Division {
                stack_ui(ui, cx);
            }
            by_ui(ui, cx);
            counted_ui(ui, cx);
        });
        halves_ui(ui, cx, (height, HALF), half_ui);
        let some = |side: &Side| {
            let own = memos(&cx.on(*side)).outcomes.get();
            own.is_some_and(|own| !own.rows.is_empty())
        };
        if sides(cx).iter().any(some) {
            legend_ui(ui, &legend(cx));
        }
        let title = cx.t("outcomes-title");
        foot_ui(ui, cx, ("outcomes", &title), &cx.t("outcomes-note"), None);
    });
}

/// The rows of a side.
fn half_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let outcomes = memos(cx).outcomes.get();
    match outcomes.filter(|outcomes| !outcomes.rows.is_empty()) {
        None => super::empty::empty_ui(ui, cx, height),
        Some(outcomes) => {
            scroll_area("outcomes", height).show(ui, |ui| rows_ui(ui, cx, outcomes, height));
        }
    }
}

/// The picture as it is handed out: of one side, or of two.
pub(super) fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    halves_ui(ui, cx, (height, HALF), |ui, cx, height| {
        match memos(cx).outcomes.get() {
            Some(outcomes) if !outcomes.rows.is_empty() => rows_ui(ui, cx, outcomes, height),
            _ => nothing_ui(ui, cx),
        }
    });
}

fn by_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let choices = OutcomesBy::ALL.map(|by| (by, cx.t(by_key(by))));
    let current = cx.state.view.projects.outcomes;
    if let Some(by) = choice(ui, &cx.t("choose-rows"), current, &choices) {
        cx.push(Action::Projects(ProjectsAction::OutcomesBy(by)));
    }
}

fn by_key(by: OutcomesBy) -> &'static str {
    match by {
        OutcomesBy::Cohort => "outcomes-cohort",
        OutcomesBy::Division => "outcomes-division",
    }
}

/// Whether bars are shares of money rather than of projects.
pub(super) fn is_money(outcomes: &Outcomes) -> bool {
    outcomes.options.unit != InvestmentUnit::Count
}

/// What the bars are shares of.
pub(super) fn subtitle(cx: &Cx<'_>, outcomes: &Outcomes) -> String {
    if !is_money(outcomes) {
        return cx.t("outcomes-sub-count");
    }
    let stage = cx.t(wording::stage(outcomes.options.stage)).to_lowercase();
    cx.with("outcomes-sub-money", &[("stage", (&stage).into())])
}

/// What a row is called.
pub(super) fn row_name(cx: &Cx<'_>, outcomes: &Outcomes, key: OutcomeKey) -> String {
    match key {
        OutcomeKey::All => cx.t("outcomes-all"),
        OutcomeKey::Cohort(from) => year_range(from, from + COHORT - 1),
        OutcomeKey::Undated => cx.t("outcomes-undated"),
        OutcomeKey::Part(part) => stack::name(cx, outcomes.options.stack, part),
    }
}

/// What a state is called.
pub(super) fn outcome_name(cx: &Cx<'_>, outcome: usize) -> String {
    let stage = OUTCOMES.get(outcome).copied().flatten();
    cx.t(match stage {
        Some(Stage::Done) => "outcome-done",
        Some(Stage::UnderWay) => "outcome-under-way",
        Some(Stage::Planned) => "outcome-planned",
        Some(Stage::Stopped) => "outcome-stopped",
        None => "outcome-unknown",
    })
}

/// The colour of a state: the further a project has come, the fuller.
pub(super) fn outcome_color(cx: &Cx<'_>, outcome: usize) -> Color32 {
    let tokens = cx.tokens;
    match OUTCOMES.get(outcome).copied().flatten() {
        Some(Stage::Done) => tokens.accent,
        Some(Stage::UnderWay) => tokens.surface.lerp_to_gamma(tokens.accent, 0.58),
        Some(Stage::Planned) => tokens.surface.lerp_to_gamma(tokens.accent, 0.26),
        Some(Stage::Stopped) => tokens.warning,
        None => tokens.border,
    }
}

/// What the colours mean.
pub(super) fn legend(cx: &Cx<'_>) -> Vec<LegendEntry> {
    let entry = |outcome| LegendEntry {
        label: outcome_name(cx, outcome),
        color: outcome_color(cx, outcome),
        pale: false,
    };
    (0..OUTCOMES.len()).map(entry).collect()
}
