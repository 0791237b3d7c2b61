//! The map as it is handed out: its caption, and a row for each bubble.

use super::{
    exports::{filter, some_projects},
    map::{drawn_words, notes, parts, path_words, subtitle},
    table_data::{left_out_key, precision},
};
use crate::dataset::schema::Id;
use crate::{
    analysis::projects::{MapBubble, ProjectMap},
    dataset::schema::{Precision, Project},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, figures::Caption, wording},
};

/// What stands around the map.
pub(super) fn caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let map = parts(cx).map(|parts| parts.map);
    let map = map.filter(|map| !map.bubbles.is_empty());
    let map = map.ok_or_else(|| cx.t("empty-map"))?;
    let mut all = vec![drawn_words(cx, map)];
    all.extend(notes(cx, map));
    Ok(Caption {
        title: cx.t("map-title"),
        subtitle: subtitle(cx, map),
        filter: filter(cx),
        notes: all,
        sources: map.sources.iter().map(Id::to_string).collect(),
    })
}

/// One row a bubble, the largest first.
pub(super) fn table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let money = format!("money_{}_m", currency.to_lowercase());
    let mut out = DataTable::new(vec![
        Column::plain("project_id", cx.t("data-project-id")),
        Column::with_role("project", cx.t("column-name"), ColumnRole::Series),
        Column::plain("lat", cx.t("data-lat")),
        Column::plain("lon", cx.t("data-lon")),
        Column::plain("place_precision", cx.t("data-precision")),
        Column::with_role(&money, cx.t("data-money"), ColumnRole::Value)
            .unit(format!("{currency} m")),
        Column::plain("money_stage", cx.t("data-stage")),
        Column::plain("left_out_of_totals", cx.t("data-left-out")),
        Column::plain("sector", cx.t("column-sector")),
        Column::plain("status", cx.t("column-status")),
        Column::plain("line", cx.t("data-line")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let Some(map) = parts(cx).map(|parts| parts.map) else {
        return out;
    };
    let all = &cx.catalog().data().projects;
    let rows = map.bubbles.iter().filter_map(|bubble| {
        let project = all.get(bubble.project)?;
        Some(row(cx, map, bubble, project))
    });
    out.rows = rows.collect();
    out
}

fn row(cx: &Cx<'_>, map: &ProjectMap, bubble: &MapBubble, project: &Project) -> Vec<Cell> {
    let (catalog, table) = (cx.catalog(), &cx.state.dataset.projects);
    let amount = table.amount(bubble.project, map.stage);
    let stage = amount.map(|amount| cx.t(wording::stage(amount.stage)));
    let left_out = bubble
        .left_out(table)
        .map(|reason| cx.t(left_out_key(reason)));
    let sector = catalog.sector(&project.sector);
    let latest = project.status.last();
    let status = latest.and_then(|latest| catalog.status(&latest.status));
    let exact = project
        .place
        .as_ref()
        .filter(|place| place.lat.is_some() && place.precision != Precision::Country)
        .map(|place| precision(place.precision))
        // Without a position of its own it stands on its line.
        .or(project.path.as_ref().map(|_| "line"));
    let path = project.path.as_ref();
    vec![
        Cell::text(&project.id),
        Cell::text(cx.text(&project.name)),
        Cell::number(bubble.at.lat),
        Cell::number(bubble.at.lon),
        Cell::text(exact.unwrap_or_default()),
        Cell::number(bubble.counted_m),
        Cell::text(
            stage
                .filter(|_| bubble.counted_m.is_some())
                .unwrap_or_default(),
        ),
        Cell::text(left_out.unwrap_or_default()),
        Cell::text(sector.map_or("", |sector| cx.text(&sector.name))),
        Cell::text(status.map_or("", |status| cx.text(&status.name))),
        Cell::text(path.map_or_else(String::new, |path| path_words(cx, path))),
        Cell::list(bubble.sources(table, project, map.stage)),
    ]
}
