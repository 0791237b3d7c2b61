//! The table of projects as data: the columns on screen, with codes, coordinates and sources.

use super::table_cells::partner_names;
use crate::{
    analysis::projects::{Amount, LeftOut, Row},
    dataset::schema::{Precision, Project},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, wording},
};

/// One row a project shown, in the order of the table.
pub(super) fn projects_table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let money = format!("amount_{}_m", currency.to_lowercase());
    let party = cx.with("column-party", &[("partner", cx.partner().into())]);
    let mut out = DataTable::new(vec![
        Column::plain("project_id", cx.t("data-project-id")),
        Column::with_role("project", cx.t("column-name"), ColumnRole::Series),
        Column::plain("sector_id", cx.t("data-sector-id")),
        Column::plain("sector", cx.t("column-sector")),
        Column::plain("status_id", cx.t("data-status-id")),
        Column::plain("status", cx.t("column-status")),
        Column::plain("regions", cx.t("column-region")),
        Column::plain("partner_parties", party),
        Column::plain("year_announced", cx.t("basis-announced")),
        Column::plain("year_started", cx.t("basis-started")),
        Column::plain("year_completed", cx.t("basis-completed")),
        Column::with_role(&money, cx.t("data-amount"), ColumnRole::Value)
            .unit(format!("{currency} m")),
        Column::plain("amount_stage", cx.t("data-stage")),
        Column::plain("amount_is_midpoint", cx.t("data-midpoint")),
        Column::plain("left_out_of_totals", cx.t("data-left-out")),
        Column::plain("lat", cx.t("data-lat")),
        Column::plain("lon", cx.t("data-lon")),
        Column::plain("place_precision", cx.t("data-precision")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let Some(rows) = cx.state.derived.projects.rows.get() else {
        return out;
    };
    let all = &cx.catalog().data().projects;
    let rows = rows
        .iter()
        .filter_map(|row| Some((row, all.get(row.project)?)));
    out.rows = rows
        .map(|(row, project)| row_of(cx, row, project))
        .collect();
    out
}

fn row_of(cx: &Cx<'_>, row: Row, project: &Project) -> Vec<Cell> {
    let catalog = cx.catalog();
    let table = &cx.state.dataset.projects;
    let stage = cx.state.view.projects.chart.stage;
    let amount = table.amount(row.project, stage);
    let left_out = table.left_out.get(row.project).copied().flatten();
    let status = project.status.last().map(|entry| entry.status.as_str());
    let status_name = status.and_then(|id| catalog.status(id));
    let sector = catalog.sector(&project.sector);
    let regions = project.regions.iter().filter_map(|id| catalog.region(id));
    let year = |years: &[Option<i32>]| {
        let year = years.get(row.project).copied().flatten();
        Cell::whole(year.map(i64::from))
    };
    let place = project.place.as_ref();
    vec![
        Cell::text(&project.id),
        Cell::text(cx.text(&project.name)),
        Cell::text(&project.sector),
        Cell::text(sector.map_or("", |sector| cx.text(&sector.name))),
        Cell::text(status.unwrap_or_default()),
        Cell::text(status_name.map_or("", |status| cx.text(&status.name))),
        Cell::list(regions.map(|region| cx.text(&region.name))),
        Cell::text(partner_names(cx, project)),
        year(&table.announced),
        year(&table.started),
        year(&table.completed),
        Cell::number(amount.map(|amount| amount.money_m)),
        Cell::text(amount.map_or(String::new(), |amount| cx.t(wording::stage(amount.stage)))),
        Cell::text(midpoint(cx, amount)),
        Cell::text(left_out.map_or(String::new(), |reason| cx.t(left_out_key(reason)))),
        Cell::number(place.and_then(|place| place.lat)),
        Cell::number(place.and_then(|place| place.lon)),
        Cell::text(place.map_or("", |place| precision(place.precision))),
        Cell::list(&project.sources),
    ]
}

fn midpoint(cx: &Cx<'_>, amount: Option<Amount>) -> String {
    let key = amount.map(|amount| {
        if amount.midpoint {
            "data-yes"
        } else {
            "data-no"
        }
    });
    key.map(|key| cx.t(key)).unwrap_or_default()
}

/// Message key of why a project's money is in no total.
pub(super) fn left_out_key(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::Umbrella => "left-out-umbrella",
        LeftOut::Replaced => "left-out-replaced",
        LeftOut::Overlap => "left-out-overlap",
        LeftOut::Stopped => "left-out-stopped",
    }
}

/// How exact a position is, as a word for programs.
pub(super) fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Site => "site",
        Precision::Town => "town",
        Precision::Region => "region",
        Precision::Country => "country",
    }
}
