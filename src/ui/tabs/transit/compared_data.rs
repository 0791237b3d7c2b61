//! The numbers behind the comparison: time against cost, cost over cargo value, the ranking.

use super::value_cost::ends;
use crate::dataset::schema::Id;
use crate::{
    analysis::transit::{
        Band, Comparison, Summary, Years,
        frontier::Standing,
        ranking::{Known, NotCompared, Ranked},
        rows::RouteRow,
        time_cost::Point,
        value_cost::{ValueCost, ValueLine},
    },
    dataset::schema::{Mode, Route, RouteScope},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, figures::yes_no, wording::transit as words},
};
use std::collections::BTreeSet;

/// A number with its range: three columns whose keys begin alike.
pub(super) fn band_columns(cx: &Cx<'_>, key: &str, name: &str, unit: &str) -> [Column; 3] {
    let end = |end: &str, words: &str| {
        let name = cx.with(words, &[("name", name.into())]);
        Column::with_role(&format!("{key}_{end}"), name, ColumnRole::Range).unit(unit)
    };
    [
        Column::with_role(key, name, ColumnRole::Value).unit(unit),
        end("low", "data-lowest"),
        end("high", "data-highest"),
    ]
}

/// The cells of such columns.
pub(super) fn band_cells(band: Option<Band>) -> [Cell; 3] {
    let cell = |end: fn(Band) -> f64| Cell::number(band.map(end));
    [
        cell(|band| band.typical),
        cell(|band| band.low),
        cell(|band| band.high),
    ]
}

/// Which route, by id and by name, and its mode.
fn route_columns(cx: &Cx<'_>) -> [Column; 3] {
    [
        Column::plain("route_id", cx.t("data-route-id")),
        Column::with_role("route", cx.t("transit-column-route"), ColumnRole::Series),
        Column::plain("mode", cx.t("data-mode")),
    ]
}

fn route_cells(cx: &Cx<'_>, route: usize) -> [Cell; 3] {
    let routes = &cx.catalog().data().transit.routes;
    let route = routes.get(route);
    let mode = |mode: Mode| cx.t(words::mode(mode));
    [
        Cell::text(route_id(route)),
        Cell::text(route.map_or("", |route| cx.text(&route.name))),
        Cell::text(route.map_or(String::new(), |route| mode(route.mode))),
    ]
}

fn route_id(route: Option<&Route>) -> &str {
    route.map_or("", |route| route.id.as_str())
}

/// Days and freight of a route as the figures of sources make them, with how many figures.
fn summary_columns(cx: &Cx<'_>) -> Vec<Column> {
    let metrics = [
        ("days", "data-days", "data-days-unit"),
        ("cost_usd_feu", "data-freight", "transit-axis-cost"),
    ];
    let mut columns = Vec::new();
    for (key, name, unit) in metrics {
        let (name, unit) = (cx.t(name), cx.t(unit));
        columns.extend(band_columns(cx, key, &name, &unit));
        for (end, words) in [("q1", "data-quartile-1"), ("q3", "data-quartile-3")] {
            let name = cx.with(words, &[("name", (&name).into())]);
            let quartile = Column::with_role(&format!("{key}_{end}"), name, ColumnRole::Range);
            columns.push(quartile.unit(&unit));
        }
        let n = cx.with("data-figures-behind", &[("name", (&name).into())]);
        columns.push(Column::plain(&format!("{key}_figures"), n));
    }
    columns
}

fn summary_cells(band: Option<Band>, middle: Option<(f64, f64)>, n: usize) -> Vec<Cell> {
    let mut cells = band_cells(band).to_vec();
    cells.push(Cell::number(middle.map(|(low, _)| low)));
    cells.push(Cell::number(middle.map(|(_, high)| high)));
    cells.push(Cell::count(n));
    cells
}

/// Years and scopes of the figures.
fn about_columns(cx: &Cx<'_>) -> [Column; 3] {
    [
        Column::plain("figures_from_year", cx.t("data-from-year")),
        Column::plain("figures_to_year", cx.t("data-to-year")),
        Column::plain("figures_scopes", cx.t("data-scopes")),
    ]
}

fn about_cells(cx: &Cx<'_>, known: &Known) -> [Cell; 3] {
    let years = [known.days.years, known.cost.years];
    let years = years.into_iter().flatten().reduce(Years::joined);
    let scopes = known.days.scopes.keys().chain(known.cost.scopes.keys());
    let scopes: BTreeSet<RouteScope> = scopes.copied().collect();
    let scopes = scopes.into_iter().map(|scope| cx.t(words::scope(scope)));
    [
        Cell::whole(years.map(|years| i64::from(years.from))),
        Cell::whole(years.map(|years| i64::from(years.to))),
        Cell::list(scopes),
    ]
}

fn standing_columns(cx: &Cx<'_>) -> [Column; 2] {
    [
        Column::plain("standing", cx.t("transit-column-standing")),
        Column::plain("beaten_by", cx.t("data-beaten-by")),
    ]
}

/// Where a route stands; who beats it stands as positions in the ranking.
fn standing_cells(cx: &Cx<'_>, comparison: &Comparison, standing: &Standing) -> [Cell; 2] {
    let routes = &cx.catalog().data().transit.routes;
    let by = match standing {
        Standing::Dominated { by, .. } => by.as_slice(),
        Standing::Frontier | Standing::NotComparable => &[],
    };
    let ranked = by.iter().filter_map(|rank| comparison.ranked.get(*rank));
    let ids = ranked.map(|row| route_id(routes.get(row.known.route)));
    [Cell::text(cx.t(words::standing(standing))), Cell::list(ids)]
}

/// Sources of the days and of the freight, apart.
fn source_columns(cx: &Cx<'_>) -> [Column; 2] {
    let sources = ColumnRole::Sources;
    [
        Column::with_role("days_source_ids", cx.t("data-days-sources"), sources),
        Column::with_role("cost_source_ids", cx.t("data-freight-sources"), sources),
    ]
}

fn source_cells(known: &Known) -> [Cell; 2] {
    let ids = |summary: &Summary| Cell::list(summary.sources.iter().map(Id::as_str));
    [ids(&known.days), ids(&known.cost)]
}

fn rank_column(cx: &Cx<'_>) -> Column {
    Column::with_role("rank", cx.t("data-rank"), ColumnRole::Axis)
}

/// One row a point, in the order of the ranking.
pub(super) fn time_cost_table(cx: &Cx<'_>) -> DataTable {
    let mut columns = vec![rank_column(cx)];
    columns.extend(route_columns(cx));
    columns.extend(summary_columns(cx));
    columns.extend(about_columns(cx));
    columns.extend(standing_columns(cx));
    columns.extend(source_columns(cx));
    let mut out = DataTable::new(columns);
    let transit = &cx.state.derived.transit;
    let (Some(chart), Some(comparison)) = (transit.time_cost.get(), transit.comparison.get())
    else {
        return out;
    };
    for (rank, (point, row)) in chart.points.iter().zip(&comparison.ranked).enumerate() {
        out.rows
            .push(point_row(cx, comparison, rank, point, &row.known));
    }
    out
}

fn point_row(
    cx: &Cx<'_>,
    comparison: &Comparison,
    rank: usize,
    point: &Point,
    known: &Known,
) -> Vec<Cell> {
    let (n_days, n_cost) = point.n_figures;
    let (days, cost) = (point.days_middle_half, point.cost_middle_half);
    let mut row = vec![Cell::count(rank + 1)];
    row.extend(route_cells(cx, point.route));
    row.extend(summary_cells(Some(point.days), days, n_days));
    row.extend(summary_cells(Some(point.cost_usd_feu), cost, n_cost));
    row.extend(about_cells(cx, known));
    row.extend(standing_cells(cx, comparison, &point.standing));
    row.extend(source_cells(known));
    row
}

/// One row a line: what it is made of, and over which values it costs least.
pub(super) fn value_cost_table(cx: &Cx<'_>) -> DataTable {
    let usd = cx.t("data-usd-shipment");
    let mut columns = vec![rank_column(cx)];
    columns.extend(route_columns(cx));
    columns.extend(band_columns(cx, "fixed_usd", &cx.t("data-fixed"), &usd));
    let share = cx.t("data-share-unit");
    columns.extend(band_columns(
        cx,
        "share_of_value",
        &cx.t("data-per-value"),
        &share,
    ));
    let own = cx.t("data-own-value");
    columns.push(Column::plain("cargo_value_usd", own).unit(&usd));
    let at = cx.t("transit-column-with-time");
    columns.extend(band_columns(cx, "cost_at_cargo_value_usd", &at, &usd));
    let [from, low, high] =
        band_columns(cx, "cheapest_from_usd", &cx.t("data-cheapest-from"), &usd);
    columns.extend([from, low, high]);
    let to = Column::with_role(
        "cheapest_to_usd",
        cx.t("data-cheapest-to"),
        ColumnRole::Value,
    );
    columns.push(to.unit(&usd));
    columns.push(Column::plain("cheaper_than", cx.t("data-cheaper-than")));
    columns.push(Column::plain(
        "threshold_range",
        cx.t("data-threshold-range"),
    ));
    columns.extend(source_columns(cx));
    let mut out = DataTable::new(columns);
    let transit = &cx.state.derived.transit;
    let (Some(chart), Some(comparison)) = (transit.value_cost.get(), transit.comparison.get())
    else {
        return out;
    };
    for (at, (line, ranked)) in chart.lines.iter().zip(&comparison.ranked).enumerate() {
        let mut row = vec![Cell::count(at + 1)];
        row.extend(route_cells(cx, line.route));
        row.extend(band_cells(Some(line.line.fixed_usd)));
        row.extend(band_cells(Some(line.line.per_value)));
        row.push(Cell::number(chart.value_usd));
        row.extend(band_cells(Some(line.line.at(chart.value_usd))));
        row.extend(threshold_cells(cx, chart, at));
        row.extend(source_cells(&ranked.known));
        out.rows.push(row);
    }
    out
}

/// From which value to which a line costs least, and how far the figures' ranges move the beginning.
///
/// Zero as an end of the range means any value; an end that no value reaches is empty, and the
/// words say so.
fn threshold_cells(cx: &Cx<'_>, chart: &ValueCost, line: usize) -> [Cell; 6] {
    let at = chart.envelope.iter().position(|step| step.line == line);
    let step = at.and_then(|at| chart.envelope.get(at));
    let next = at.and_then(|at| chart.envelope.get(at + 1));
    let before = at.and_then(|at| chart.envelope.get(at.checked_sub(1)?));
    let routes = &cx.catalog().data().transit.routes;
    let id = |line: &ValueLine| route_id(routes.get(line.route));
    let beaten = before.and_then(|before| chart.lines.get(before.line));
    let range = step.and_then(|step| step.band);
    let (low, high) = range.map(ends).unzip();
    [
        Cell::number(step.map(|step| step.from_value_usd)),
        Cell::number(low),
        Cell::number(high),
        Cell::number(next.map(|next| next.from_value_usd)),
        Cell::text(beaten.map_or("", id)),
        Cell::text(range.map_or(String::new(), |range| words::threshold_range(cx, range))),
    ]
}

/// The ranking in the order on screen, then the routes that are not compared, with the reasons.
pub(super) fn routes_table(cx: &Cx<'_>) -> DataTable {
    let mut columns = vec![rank_column(cx)];
    columns.extend(route_columns(cx));
    columns.push(Column::plain("compared", cx.t("data-compared")));
    columns.extend(summary_columns(cx));
    let (with_time, usd) = (cx.t("transit-column-with-time"), cx.t("data-usd-shipment"));
    columns.extend(band_columns(cx, "cost_with_time_usd", &with_time, &usd));
    let (emissions, tonnes) = (cx.t("data-emissions"), cx.t("transit-column-emissions"));
    columns.extend(band_columns(cx, "emissions_t_co2e", &emissions, &tonnes));
    columns.push(Column::plain("legs", cx.t("transit-legs-title")));
    columns.push(Column::plain(
        "legs_with_estimated_length",
        cx.t("data-legs-estimated"),
    ));
    columns.extend(about_columns(cx));
    columns.extend(standing_columns(cx));
    columns.push(Column::plain(
        "not_compared_because",
        cx.t("data-not-compared"),
    ));
    columns.extend(source_columns(cx));
    let mut out = DataTable::new(columns);
    let transit = &cx.state.derived.transit;
    let (Some(rows), Some(comparison)) = (transit.rows.get(), transit.comparison.get()) else {
        return out;
    };
    out.rows = rows
        .iter()
        .filter_map(|row| match row {
            RouteRow::Ranked(at) => {
                let ranked = comparison.ranked.get(*at)?;
                Some(ranked_row(cx, comparison, *at, ranked))
            }
            RouteRow::NotCompared(at) => {
                let row = comparison.not_compared.get(*at)?;
                Some(other_row(cx, comparison, row))
            }
            RouteRow::NotComparedHead => None,
        })
        .collect();
    out
}

fn ranked_row(cx: &Cx<'_>, comparison: &Comparison, rank: usize, row: &Ranked) -> Vec<Cell> {
    let cost = Some(row.generalised_usd);
    let mut cells = vec![Cell::count(rank + 1)];
    cells.extend(known_cells(cx, &row.known, true, cost));
    cells.extend(standing_cells(cx, comparison, &row.standing));
    cells.push(Cell::Missing);
    cells.extend(source_cells(&row.known));
    cells
}

fn other_row(cx: &Cx<'_>, comparison: &Comparison, row: &NotCompared) -> Vec<Cell> {
    let reasons = row.reasons.iter().map(|reason| words::reason(cx, reason).1);
    let mut cells = vec![Cell::Missing];
    cells.extend(known_cells(cx, &row.known, false, None));
    cells.extend(standing_cells(cx, comparison, &Standing::NotComparable));
    cells.push(Cell::list(reasons));
    cells.extend(source_cells(&row.known));
    cells
}

/// What is known of a route, compared or not.
fn known_cells(cx: &Cx<'_>, known: &Known, compared: bool, cost_usd: Option<Band>) -> Vec<Cell> {
    let mut cells = route_cells(cx, known.route).to_vec();
    cells.push(Cell::text(yes_no(cx, compared)));
    for of in [&known.days, &known.cost] {
        cells.extend(summary_cells(of.band, of.middle_half, of.used.len()));
    }
    cells.extend(band_cells(cost_usd));
    cells.extend(band_cells(known.emissions.tonnes_co2e));
    cells.push(Cell::count(known.emissions.n_legs));
    cells.push(Cell::count(known.emissions.n_estimated));
    cells.extend(about_cells(cx, known));
    cells
}
