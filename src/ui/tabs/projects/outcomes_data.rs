//! What became of projects as it is handed out: the caption, and a row for each share.

use super::{
    exports::{filter, some_projects, step_origin},
    outcomes::{outcome_name, row_name, subtitle},
    sides::memos,
    stack,
};
use crate::dataset::schema::Id;
use crate::{
    analysis::projects::{OUTCOMES, OutcomeKey, OutcomeRow, Outcomes, OutcomesBy},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, figures::Caption},
};

/// What stands around the bars.
pub(super) fn caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let outcomes = memos(cx).outcomes.get();
    let outcomes = outcomes.ok_or_else(|| cx.t("empty-filter"))?;
    let rows = match outcomes.by {
        OutcomesBy::Cohort => cx.t("outcomes-cohort"),
        OutcomesBy::Division => stack::words(cx, outcomes.options.stack),
    };
    let subtitle = subtitle(cx, outcomes);
    let values = [("subtitle", (&subtitle).into()), ("rows", (&rows).into())];
    Ok(Caption {
        title: cx.t("outcomes-title"),
        subtitle: cx.with("outcomes-figure-sub", &values),
        filter: filter(cx),
        notes: vec![cx.t("outcomes-note")],
        sources: table(cx).sources(),
    })
}

/// One row a share; the row of all projects is their sum and stands in none.
pub(super) fn table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let money = format!("money_{}_m", currency.to_lowercase());
    let mut out = DataTable::new(vec![
        Column::with_role("row", cx.t("data-row"), ColumnRole::Axis),
        Column::with_role("outcome", cx.t("data-outcome"), ColumnRole::Series),
        Column::with_role("share", cx.t("data-share"), ColumnRole::Value)
            .unit(cx.t("data-fraction")),
        Column::plain("projects", cx.t("data-projects-count")),
        Column::with_role(&money, cx.t("data-money"), ColumnRole::Value)
            .unit(format!("{currency} m")),
        Column::plain("projects_with_money", cx.t("data-with-money")),
        Column::plain("years_to_end_median", cx.t("data-years-to-end")),
        Column::plain("years_to_end_n", cx.t("data-years-n")),
        Column::plain("project_ids", cx.t("data-project-ids")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let derived = memos(cx);
    let (Some(outcomes), Some(filtered)) = (derived.outcomes.get(), derived.filtered.get()) else {
        return out;
    };
    let members = outcomes.members(&cx.state.dataset.projects, filtered);
    let rows = outcomes.rows.iter();
    for row in rows.filter(|row| row.key != OutcomeKey::All) {
        for outcome in 0..OUTCOMES.len() {
            if let Some(own) = members.get(&(row.key, outcome)) {
                out.rows.push(row_of(cx, outcomes, row, outcome, own));
            }
        }
    }
    out
}

fn row_of(
    cx: &Cx<'_>,
    outcomes: &Outcomes,
    row: &OutcomeRow,
    outcome: usize,
    members: &[usize],
) -> Vec<Cell> {
    let all = &cx.catalog().data().projects;
    let part = row.stages.get(outcome).copied().unwrap_or_default();
    let projects = members.iter().filter_map(|at| all.get(*at));
    // What says in which state a project is, and where its amount is from.
    let (_, mut sources) = step_origin(cx, members.iter().copied(), outcomes.options.stage);
    let states = projects.clone().filter_map(|project| project.status.last());
    sources.extend(states.flat_map(|state| state.sources.iter().map(Id::as_str)));
    if sources.is_empty() {
        let own = projects.clone().flat_map(|project| &project.sources);
        sources.extend(own.map(Id::as_str));
    }
    vec![
        Cell::text(row_name(cx, outcomes, row.key)),
        Cell::text(outcome_name(cx, outcome)),
        Cell::number(row.share(outcome, outcomes.options.unit)),
        Cell::count(part.count),
        Cell::number(part.stated_m()),
        Cell::count(part.with_money),
        Cell::number(row.years_to_end.median()),
        Cell::count(row.years_to_end.count()),
        Cell::list(projects.map(|project| &project.id)),
        Cell::list(sources),
    ]
}
