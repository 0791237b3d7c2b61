//! The key figures as data: one row for what each recorder, speaker or stage gives.

use super::key_figures::recorder_name;
use crate::{
    analysis::overview::{ListQuantity, Quantity, StageCounts},
    analysis::programme::LatestRange,
    dataset::schema::{Id, Project, Stage},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::Cx,
};
use std::collections::BTreeSet;

/// One row a mark, in the order of the figures.
pub(super) fn key_table(cx: &Cx<'_>) -> DataTable {
    let mut out = DataTable::new(vec![
        Column::with_role("date", cx.t("data-date"), ColumnRole::Axis),
        Column::with_role("figure", cx.t("data-key-figure"), ColumnRole::Series),
        Column::plain("recorder_id", cx.t("data-recorder-id")),
        Column::with_role("said_by", cx.t("data-recorder"), ColumnRole::Series),
        Column::with_role("value", cx.t("data-value"), ColumnRole::Value),
        Column::plain("unit", cx.t("data-unit")),
        Column::plain("project_ids", cx.t("data-project-ids")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let Some(overview) = cx.state.derived.overview.overview.get() else {
        return out;
    };
    let recorded = [
        ("figure-turnover", overview.turnover.as_ref()),
        ("figure-stock", overview.stock.as_ref()),
    ];
    for (key, quantity) in recorded {
        let rows = quantity.map(|quantity| quantity_rows(cx, key, quantity));
        out.rows.extend(rows.into_iter().flatten());
    }
    let list = overview.list.as_ref().map(|list| list_rows(cx, list));
    out.rows.extend(list.into_iter().flatten());
    if overview.stages.total() > 0 {
        out.rows.extend(stage_rows(cx, overview.stages));
    }
    out
}

fn quantity_rows(cx: &Cx<'_>, key: &str, quantity: &Quantity) -> Vec<Vec<Cell>> {
    let year = quantity.year.to_string();
    let title = cx.with(key, &[("year", (&year).into())]);
    let marks = quantity.marks.iter();
    marks
        .map(|mark| {
            vec![
                Cell::text(&year),
                Cell::text(&title),
                Cell::text(&mark.recorder),
                Cell::text(recorder_name(cx, &mark.recorder)),
                Cell::number(mark.value),
                Cell::text(&quantity.unit),
                Cell::Missing,
                Cell::list(&mark.sources),
            ]
        })
        .collect()
}

/// The recent statements about the list: how many projects, and how much money.
fn list_rows(cx: &Cx<'_>, list: &ListQuantity) -> Vec<Vec<Cell>> {
    let programme = cx.catalog().programme(&list.programme);
    let states = programme.map_or(&[][..], |programme| &programme.states);
    let money = format!("{} m", cx.currency());
    let row = |at: usize, value: f64, unit: &str| {
        let state = states.get(at)?;
        Some(vec![
            Cell::text(state.date.to_string()),
            Cell::text(cx.t("figure-list")),
            Cell::Missing,
            Cell::text(cx.text(&state.said_by)),
            Cell::number(value),
            Cell::text(unit),
            Cell::Missing,
            Cell::list(&state.sources),
        ])
    };
    let values = |range: &Option<LatestRange>, unit: &str| -> Vec<Vec<Cell>> {
        let values = range.iter().flat_map(|range| &range.values);
        values
            .filter_map(|(at, value)| row(*at, *value, unit))
            .collect()
    };
    let mut rows = values(&list.count, &cx.t("data-projects"));
    rows.extend(values(&list.money, &money));
    rows
}

/// How many projects are how far, and which.
fn stage_rows(cx: &Cx<'_>, counts: StageCounts) -> Vec<Vec<Cell>> {
    let as_of = cx.catalog().meta().map(|meta| meta.as_of.to_string());
    let parts = [
        ("data-stage-done", counts.done, Some(Stage::Done)),
        (
            "data-stage-under-way",
            counts.under_way,
            Some(Stage::UnderWay),
        ),
        ("data-stage-planned", counts.planned, Some(Stage::Planned)),
        ("data-stage-stopped", counts.stopped, Some(Stage::Stopped)),
        ("data-stage-unknown", counts.unknown, None),
    ];
    let all = &cx.catalog().data().projects;
    let row = |(key, count, stage): (&str, usize, Option<Stage>)| {
        let own = all.iter().filter(|project| stage_of(cx, project) == stage);
        let own: Vec<&Project> = own.collect();
        let sources: BTreeSet<&Id> = own.iter().flat_map(|project| stated_by(project)).collect();
        vec![
            Cell::text(as_of.clone().unwrap_or_default()),
            Cell::text(cx.t("figure-stages")),
            Cell::Missing,
            Cell::text(cx.t(key)),
            Cell::count(count),
            Cell::text(cx.t("data-projects")),
            Cell::list(own.iter().map(|project| &project.id)),
            Cell::list(sources),
        ]
    };
    parts.into_iter().map(row).collect()
}

/// How far a project is by its latest known status.
fn stage_of(cx: &Cx<'_>, project: &Project) -> Option<Stage> {
    let latest = project.status.last()?;
    cx.catalog()
        .status(&latest.status)
        .map(|status| status.stage)
}

/// Who says so: the sources of the latest status, else those of the project.
fn stated_by(project: &Project) -> &[Id] {
    let latest = project.status.last().map(|latest| &latest.sources);
    latest.unwrap_or(&project.sources)
}
