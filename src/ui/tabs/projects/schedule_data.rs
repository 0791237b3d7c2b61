//! The dates of projects as they are handed out: the caption, and a row for each project.

use super::{
    exports::{filter, some_projects},
    schedule::{ON_PAPER, axis, dated_words, lateness, rows_ui},
};
use crate::{
    dataset::schema::{Id, PartialDate, Project},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, charts::span_head_ui, figures::Caption},
};
use eframe::egui::Ui;
use std::collections::BTreeSet;

/// What stands around the rows.
pub(super) fn caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let schedule = cx.state.derived.projects.schedule.get();
    let schedule = schedule.filter(|schedule| axis(schedule).is_some());
    let schedule = schedule.ok_or_else(|| cx.t("empty-dates"))?;
    let mut notes = vec![dated_words(cx, schedule)];
    if schedule.rows.len() > ON_PAPER {
        let values = [
            ("shown", ON_PAPER.into()),
            ("count", schedule.rows.len().into()),
        ];
        notes.push(cx.with("schedule-on-paper", &values));
    }
    Ok(Caption {
        title: cx.t("schedule-title"),
        subtitle: cx.t("schedule-sub"),
        filter: filter(cx),
        notes,
        sources: table(cx).sources(),
    })
}

/// The first rows.
pub(super) fn plot_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(schedule) = cx.state.derived.projects.schedule.get() else {
        return;
    };
    let Some(axis) = axis(schedule) else {
        return;
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    span_head_ui(ui, axis);
    let shown = schedule.rows.len().min(ON_PAPER);
    rows_ui(ui, cx, schedule, axis, 0..shown);
}

/// One row a project with a date.
pub(super) fn table(cx: &Cx<'_>) -> DataTable {
    let mut out = DataTable::new(vec![
        Column::plain("project_id", cx.t("data-project-id")),
        Column::with_role("project", cx.t("column-name"), ColumnRole::Axis),
        Column::plain("announced", cx.t("schedule-announced")),
        Column::plain("started", cx.t("schedule-started")),
        Column::plain("planned_end", cx.t("schedule-planned")),
        Column::plain("completed", cx.t("schedule-completed")),
        Column::with_role("years", cx.t("data-years-between"), ColumnRole::Value)
            .unit(cx.t("data-years")),
        Column::with_role("late_years", cx.t("data-late"), ColumnRole::Value)
            .unit(cx.t("data-years")),
        Column::with_role("overdue_years", cx.t("data-overdue"), ColumnRole::Value)
            .unit(cx.t("data-years")),
        Column::plain("in_words", cx.t("data-in-words")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let Some(schedule) = cx.state.derived.projects.schedule.get() else {
        return out;
    };
    let all = &cx.catalog().data().projects;
    let date = |date: Option<PartialDate>| {
        Cell::text(date.map(|date| date.to_string()).unwrap_or_default())
    };
    for span in schedule.spans(cx.catalog(), &cx.state.dataset.projects) {
        let Some(project) = all.get(span.project) else {
            continue;
        };
        out.rows.push(vec![
            Cell::text(&project.id),
            Cell::text(cx.text(&project.name)),
            date(span.announced),
            date(span.started),
            date(span.planned_end),
            date(span.completed),
            Cell::number(span.years()),
            Cell::number(span.late_years),
            Cell::number(span.overdue_years),
            Cell::text(lateness(cx, &span).unwrap_or_default()),
            Cell::list(sources(project)),
        ]);
    }
    out
}

/// Sources of the dates.
fn sources(project: &Project) -> BTreeSet<&str> {
    let steps = project.milestones.iter();
    let own = steps.flat_map(|step| &step.sources);
    own.map(Id::as_str).collect()
}
