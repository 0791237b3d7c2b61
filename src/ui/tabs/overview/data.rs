//! The official list and the events as data.

use super::{events, list};
use crate::{
    dataset::schema::Scope,
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, figures::qualifier_id, wording},
};

/// One row a statement that is drawn, in order of date.
pub(super) fn list_table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let money = format!("money_{}_m", currency.to_lowercase());
    let (value, sources) = (ColumnRole::Value, ColumnRole::Sources);
    let mut out = DataTable::new(vec![
        Column::with_role("date", cx.t("data-said-on"), ColumnRole::Axis),
        Column::plain("list_id", cx.t("data-list-id")),
        Column::plain("list", cx.t("data-list")),
        Column::with_role("said_by", cx.t("inspect-said"), ColumnRole::Series),
        Column::plain("about", cx.t("data-said-about")),
        Column::with_role("projects", cx.t("list-count"), value).unit(cx.t("data-projects")),
        Column::with_role(&money, cx.t("data-money"), value).unit(format!("{currency} m")),
        Column::plain("money_qualifier", cx.t("data-qualifier")),
        Column::plain("note", cx.t("data-note")),
        Column::with_role("source_ids", cx.t("data-source-ids"), sources),
    ]);
    let Some((stated, programme)) = list::stated(cx) else {
        return out;
    };
    for point in list::shown(cx, stated) {
        let Some(state) = programme.states.get(point.state) else {
            continue;
        };
        out.rows.push(vec![
            Cell::text(point.date.to_string()),
            Cell::text(&programme.id),
            Cell::text(cx.text(&programme.name)),
            Cell::text(cx.text(&state.said_by)),
            Cell::text(cx.t(scope_key(point.scope))),
            Cell::number(point.count),
            Cell::number(point.money_m),
            Cell::text(qualifier_id(state.total.qualifier)),
            Cell::text(state.note.clone().unwrap_or_default()),
            Cell::list(&state.sources),
        ]);
    }
    out
}

fn scope_key(scope: Scope) -> &'static str {
    match scope {
        Scope::List => "figure-list-own",
        Scope::Wider => "list-scope-wider",
        Scope::Other => "list-scope-other",
    }
}

/// All events in order of date.
pub(super) fn events_table(cx: &Cx<'_>) -> DataTable {
    let mut out = DataTable::new(vec![
        Column::with_role("date", cx.t("inspect-date"), ColumnRole::Axis),
        Column::with_role("drawn_at_year", cx.t("data-drawn-at"), ColumnRole::Value),
        Column::with_role("kind", cx.t("data-kind"), ColumnRole::Series),
        Column::plain("event_id", cx.t("data-event-id")),
        Column::plain("event", cx.t("inspect-event")),
        Column::plain("description", cx.t("data-description")),
        Column::plain("project_ids", cx.t("data-project-ids")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let events = events::events(cx).into_iter();
    out.rows = events
        .map(|event| {
            vec![
                Cell::text(event.date.to_string()),
                Cell::number(event.date.as_year_fraction()),
                Cell::text(cx.t(wording::event_kind(event.kind))),
                Cell::text(&event.id),
                Cell::text(cx.text(&event.title)),
                Cell::text(cx.text(&event.description)),
                Cell::list(&event.projects),
                Cell::list(&event.sources),
            ]
        })
        .collect();
    out
}
