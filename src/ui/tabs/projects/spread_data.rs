//! The sizes of projects as they are handed out: the caption, and a row for each amount.

use super::{
    exports::{filter, some_projects},
    notices::mixed,
    sides::memos,
    spread::{drawn_words, subtitle},
    stack,
};
use crate::{
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{
        Cx,
        figures::{Caption, figure_note, yes_no},
        wording,
    },
};

/// What stands around the rows.
pub(super) fn caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let sizes = memos(cx).distribution.get();
    let sizes = sizes.filter(|sizes| sizes.drawn() > 0);
    let sizes = sizes.ok_or_else(|| cx.t("empty-money"))?;
    let (stage, division) = (
        cx.t(wording::stage(sizes.options.stage)),
        stack::words(cx, sizes.options.stack),
    );
    let subtitle = subtitle(cx);
    let values = [
        ("subtitle", (&subtitle).into()),
        ("stage", (&stage).into()),
        ("division", (&division).into()),
    ];
    let mut notes = vec![drawn_words(cx, sizes)];
    let mixed = mixed(cx, &sizes.mixed_stages);
    notes.extend(mixed.map(|(short, full)| figure_note(&short, &full)));
    Ok(Caption {
        title: cx.t("spread-title"),
        subtitle: cx.with("breakdown-sub", &values),
        filter: filter(cx),
        notes,
        sources: table(cx).sources(),
    })
}

/// One row a project with an amount.
pub(super) fn table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let money = format!("money_{}_m", currency.to_lowercase());
    let mut out = DataTable::new(vec![
        Column::plain("division_id", cx.t("data-division-id")),
        Column::with_role("division", cx.t("data-division"), ColumnRole::Series),
        Column::plain("project_id", cx.t("data-project-id")),
        Column::with_role("project", cx.t("column-name"), ColumnRole::Axis),
        Column::with_role(&money, cx.t("data-money"), ColumnRole::Value)
            .unit(format!("{currency} m")),
        Column::plain("stage", cx.t("data-stage")),
        Column::plain("middle_of_range", cx.t("data-midpoint")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let (Some(sizes), Some(filtered)) = (memos(cx).distribution.get(), memos(cx).filtered.get())
    else {
        return out;
    };
    let (by, stage) = (sizes.options.stack, sizes.options.stage);
    let all = &cx.catalog().data().projects;
    let sizes_of_rows = sizes.all_sizes(&cx.state.dataset.projects, filtered);
    for (row, sizes) in sizes.rows.iter().zip(&sizes_of_rows) {
        let id = stack::value(cx, by, row.part).map_or("", |value| value.id.as_str());
        let division = stack::name(cx, by, row.part);
        for size in sizes {
            let amount = cx.state.dataset.projects.amount(size.project, stage);
            let (Some(project), Some(amount)) = (all.get(size.project), amount) else {
                continue;
            };
            let figure = project.figures.get(amount.figure);
            let sources = figure.map_or(&project.sources, |figure| &figure.sources);
            out.rows.push(vec![
                Cell::text(id),
                Cell::text(&division),
                Cell::text(&project.id),
                Cell::text(cx.text(&project.name)),
                Cell::number(size.money_m),
                Cell::text(cx.t(wording::stage(amount.stage))),
                Cell::text(yes_no(cx, size.midpoint)),
                Cell::list(sources),
            ]);
        }
    }
    out
}
