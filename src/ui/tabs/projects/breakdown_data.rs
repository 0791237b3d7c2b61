//! The breakdown as it is handed out: its caption, and a row for each cell.

use super::{
    breakdown::{basis, column_name, mixed_words, subtitle, total_words},
    exports::{filter, some_projects, step_origin},
    sides::memos,
    stack,
};
use crate::dataset::schema::Id;
use crate::{
    analysis::projects::{Breakdown, BreakdownRow, Tally},
    dataset::schema::Project,
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{
        Cx,
        figures::{Caption, figure_note},
        wording,
    },
};

/// What stands around the grid.
pub(super) fn caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let parts = memos(cx).breakdown.get();
    let parts = parts.ok_or_else(|| cx.t("empty-filter"))?;
    let stage = cx.t(wording::stage(parts.options.stage));
    let division = stack::words(cx, parts.options.stack);
    let values = [
        ("subtitle", subtitle(cx, parts.options)),
        ("stage", stage),
        ("division", division),
    ];
    let values: Vec<_> = values
        .iter()
        .map(|(key, text)| (*key, text.into()))
        .collect();
    let mut notes = vec![total_words(cx, parts), cx.t("breakdown-note")];
    notes.extend(mixed_words(cx, parts).map(|(short, full)| figure_note(&short, &full)));
    notes.extend(basis(cx).map(|basis| cx.t(wording::year_basis(basis))));
    Ok(Caption {
        title: cx.t("breakdown-title"),
        subtitle: cx.with("breakdown-sub", &values),
        filter: filter(cx),
        notes,
        sources: table(cx).sources(),
    })
}

/// One row a cell that holds projects, and one for each whole row.
pub(super) fn table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let money = format!("money_{}_m", currency.to_lowercase());
    let mut out = DataTable::new(vec![
        Column::plain("division_id", cx.t("data-division-id")),
        Column::with_role("division", cx.t("data-division"), ColumnRole::Series),
        Column::with_role("column", cx.t("data-column"), ColumnRole::Axis),
        Column::plain("projects", cx.t("data-projects-count")),
        Column::with_role(&money, cx.t("data-money"), ColumnRole::Value)
            .unit(format!("{currency} m")),
        Column::plain("projects_with_money", cx.t("data-with-money")),
        Column::plain("project_ids", cx.t("data-project-ids")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let derived = memos(cx);
    let (Some(parts), Some(filtered)) = (derived.breakdown.get(), derived.filtered.get()) else {
        return out;
    };
    let (projects, by) = (&cx.state.dataset.projects, cx.state.view.projects.breakdown);
    let members = parts.members(projects, filtered, by);
    for row in &parts.rows {
        let own = members.iter().filter(|((part, _), _)| *part == row.part);
        let own: Vec<usize> = own.flat_map(|(_, rows)| rows.iter().copied()).collect();
        let all = cx.t("data-all");
        out.rows
            .push(row_of(cx, parts, row, (&all, row.total), &own));
        for (column, cell) in parts.columns.iter().zip(&row.cells) {
            if cell.count > 0 {
                let own = members.get(&(row.part, *column));
                let own = own.map_or(&[][..], Vec::as_slice);
                let column = column_name(cx, *column);
                out.rows.push(row_of(cx, parts, row, (&column, *cell), own));
            }
        }
    }
    out
}

fn row_of(
    cx: &Cx<'_>,
    parts: &Breakdown,
    row: &BreakdownRow,
    (column, cell): (&str, Tally),
    members: &[usize],
) -> Vec<Cell> {
    let all = &cx.catalog().data().projects;
    let members = members.iter();
    let projects: Vec<(usize, &Project)> = members
        .filter_map(|at| Some((*at, all.get(*at)?)))
        .collect();
    let rows = projects.iter().map(|(at, _)| *at);
    let (_, mut sources) = step_origin(cx, rows, parts.options.stage);
    if sources.is_empty() {
        // What says that there are such projects, where no amount has a source.
        let own = projects.iter().flat_map(|(_, project)| &project.sources);
        sources.extend(own.map(Id::as_str));
    }
    let by = parts.options.stack;
    let id = stack::value(cx, by, row.part).map_or("", |value| value.id.as_str());
    vec![
        Cell::text(id),
        Cell::text(stack::name(cx, by, row.part)),
        Cell::text(column),
        Cell::count(cell.count),
        Cell::number(cell.stated_m()),
        Cell::count(cell.with_money),
        Cell::list(projects.iter().map(|(_, project)| &project.id)),
        Cell::list(sources),
    ]
}
