//! The numbers about one route: every figure that sources quote, and its legs with their sums.

use super::{
    compared_data::{band_cells, band_columns},
    node_name, shown_route,
};
use crate::{
    analysis::transit::{
        Band,
        legs::{LegLength, LegTotal, LegView, RouteLegs},
        quote::{History, Quote, Stated},
    },
    dataset::schema::{Direction, Id, Leg, Observation, Route},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, figures::yes_no, wording::transit as words},
};
use std::collections::BTreeSet;

/// Every figure about the days of the route.
pub(super) fn days_table(cx: &Cx<'_>) -> DataTable {
    let (name, unit) = (cx.t("data-days"), cx.t("data-days-unit"));
    let value = band_columns(cx, "days", &name, &unit);
    quoted_table(
        cx,
        value,
        shown_route(cx).map(|(detail, route)| (&detail.days, route)),
    )
}

/// Every figure about the cost of the route.
pub(super) fn cost_table(cx: &Cx<'_>) -> DataTable {
    let (name, unit) = (cx.t("data-freight"), cx.t("transit-axis-cost"));
    let value = band_columns(cx, "cost_usd_feu", &name, &unit);
    quoted_table(
        cx,
        value,
        shown_route(cx).map(|(detail, route)| (&detail.cost, route)),
    )
}

fn quoted_table(cx: &Cx<'_>, value: [Column; 3], shown: Option<(&History, &Route)>) -> DataTable {
    let mut columns = vec![
        Column::with_role("from_year", cx.t("data-about-from"), ColumnRole::Axis),
        Column::plain("to_year", cx.t("data-about-to")),
        Column::plain("drawn_at_year", cx.t("data-drawn-at")),
        Column::plain("route_id", cx.t("data-route-id")),
        Column::with_role("route", cx.t("transit-column-route"), ColumnRole::Series),
    ];
    columns.extend(value);
    columns.extend([
        Column::plain("drawn", cx.t("data-drawn")),
        Column::plain("counts", cx.t("data-counts")),
        Column::plain("left_out_because", cx.t("data-left-out-because")),
        Column::plain("scope", cx.t("transit-scope")),
        Column::plain("forecast", cx.t("data-forecast")),
        Column::plain("direction", cx.t("data-direction")),
        Column::plain("limited_to", cx.t("data-limited-to")),
        Column::plain("stated_typical", cx.t("data-stated-typical")),
        Column::plain("stated_low", cx.t("data-stated-low")),
        Column::plain("stated_high", cx.t("data-stated-high")),
        Column::plain("stated_unit", cx.t("data-stated-unit")),
        Column::plain("note", cx.t("data-note")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let mut out = DataTable::new(columns);
    let all = &cx.catalog().data().transit.observations;
    if let Some((history, route)) = shown {
        let quotes = history.quotes.iter();
        let quotes = quotes.filter_map(|quote| Some((quote, all.get(quote.observation)?)));
        out.rows = quotes
            .map(|(quote, seen)| quote_row(cx, route, quote, seen))
            .collect();
    }
    out
}

fn quote_row(cx: &Cx<'_>, route: &Route, quote: &Quote, seen: &Observation) -> Vec<Cell> {
    let year = |year: Option<i32>| Cell::whole(year.map(i64::from));
    let stated = |of: fn(Stated) -> Option<f64>| Cell::number(quote.stated.and_then(of));
    let reason = quote.left_out.map(|reason| words::left_out(cx, reason));
    let direction = seen.direction.map_or("", |direction| match direction {
        Direction::Inbound => "data-inbound",
        Direction::Outbound => "data-outbound",
    });
    let direction = (!direction.is_empty()).then(|| cx.t(direction));
    vec![
        year(quote.years.map(|years| years.from)),
        year(quote.years.map(|years| years.to)),
        Cell::number(quote.at_year),
        Cell::text(&route.id),
        Cell::text(cx.text(&route.name)),
        stated(|stated| stated.typical),
        stated(|stated| stated.low),
        stated(|stated| stated.high),
        Cell::text(yes_no(cx, quote.stated.is_some())),
        Cell::text(yes_no(cx, quote.left_out.is_none())),
        Cell::text(reason.unwrap_or_default()),
        Cell::text(cx.t(words::scope(seen.scope))),
        Cell::text(yes_no(cx, seen.forecast)),
        Cell::text(direction.unwrap_or_default()),
        Cell::text(seen.about.clone().unwrap_or_default()),
        Cell::number(seen.typical),
        Cell::number(seen.low),
        Cell::number(seen.high),
        Cell::text(&seen.unit),
        Cell::text(seen.note.clone().unwrap_or_default()),
        Cell::list(&seen.sources),
    ]
}

/// The legs in order, then their sums, what is quoted for the whole, and the difference.
pub(super) fn legs_table(cx: &Cx<'_>) -> DataTable {
    let (length, days) = (cx.t("transit-totals-km"), cx.t("data-days"));
    let mut columns = vec![
        Column::with_role("leg", cx.t("data-leg"), ColumnRole::Axis),
        Column::with_role("part", cx.t("data-part"), ColumnRole::Series),
        Column::plain("route_id", cx.t("data-route-id")),
        Column::plain("from_id", cx.t("data-from-id")),
        Column::plain("from", cx.t("data-from")),
        Column::plain("to_id", cx.t("data-to-id")),
        Column::plain("to", cx.t("data-to")),
        Column::plain("mode", cx.t("data-mode")),
    ];
    columns.extend(band_columns(cx, "length_km", &length, "km"));
    columns.extend([
        Column::plain("length_is", cx.t("data-length-is")),
        Column::plain("length_of", cx.t("data-length-of")),
        Column::plain("share_of_length", cx.t("data-share-of-length")),
    ]);
    columns.extend(band_columns(cx, "days", &days, &cx.t("data-days-unit")));
    columns.extend([
        Column::plain("days_of", cx.t("data-days-of")),
        Column::with_role("detour_ratio", cx.t("data-detour"), ColumnRole::Value),
        Column::plain("handling", cx.t("data-handling")),
        Column::plain("note", cx.t("data-note")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let mut out = DataTable::new(columns);
    let Some((detail, route)) = shown_route(cx) else {
        return out;
    };
    for (leg, view) in route.legs.iter().zip(&detail.legs.legs) {
        out.rows.push(leg_row(cx, route, leg, view));
    }
    out.rows.extend(total_rows(cx, route, &detail.legs));
    out
}

fn leg_row(cx: &Cx<'_>, route: &Route, leg: &Leg, view: &LegView) -> Vec<Cell> {
    let length_is = match view.length {
        LegLength::Stated(_) => "data-length-stated",
        LegLength::Estimated(_) => "data-length-estimated",
        LegLength::Missing => "data-length-missing",
    };
    let days = |of: fn(Stated) -> Option<f64>| Cell::number(view.days.and_then(of));
    let days = [
        days(|stated| stated.typical),
        days(|stated| stated.low),
        days(|stated| stated.high),
    ];
    let mut row = vec![
        Cell::count(view.leg + 1),
        Cell::text(cx.t("data-part-leg")),
        Cell::text(&route.id),
        Cell::text(&leg.from),
        Cell::text(node_name(cx, &leg.from)),
        Cell::text(&leg.to),
        Cell::text(node_name(cx, &leg.to)),
        Cell::text(cx.t(words::mode(view.mode))),
        Cell::number(view.length.km()),
        Cell::Missing,
        Cell::Missing,
        Cell::text(cx.t(length_is)),
        Cell::Missing,
        Cell::number(view.share),
    ];
    row.extend(days);
    row.extend([
        Cell::Missing,
        Cell::Missing,
        Cell::text(leg.handling.clone().unwrap_or_default()),
        Cell::text(leg.note.clone().unwrap_or_default()),
        Cell::list(&leg.sources),
    ]);
    row
}

/// A row about the whole route.
struct Whole<'a> {
    part: &'static str,
    km: Option<Band>,
    km_of: Option<usize>,
    days: Option<Band>,
    days_of: Option<usize>,
    detour: Option<f64>,
    sources: BTreeSet<&'a Id>,
}

fn total_rows(cx: &Cx<'_>, route: &Route, legs: &RouteLegs) -> Vec<Vec<Cell>> {
    // How many figures or legs stand behind a number says nothing where there is no number.
    let of = |band: Option<Band>, n: usize| (band, band.map(|_| n));
    let (km, days) = (&legs.km, &legs.days);
    let quoted = |total: &LegTotal| of(total.quoted.band, total.quoted.used.len());
    let known = |total: &LegTotal| of(total.known, total.n_known);
    let quoted_by = km.quoted.sources.iter().chain(&days.quoted.sources);
    let row = |part, (km, km_of), (days, days_of)| Whole {
        part,
        km,
        km_of,
        days,
        days_of,
        detour: None,
        sources: BTreeSet::new(),
    };
    let difference = |total: &LegTotal| (total.not_located.map(Band::exact), None);
    let places = [&route.origin, &route.destination];
    let places = places.into_iter().filter_map(|id| cx.catalog().node(id));
    let circle = legs.great_circle_km.map(Band::exact);
    let rows = [
        Whole {
            sources: route.legs.iter().flat_map(|leg| &leg.sources).collect(),
            ..row("data-part-known", known(km), known(days))
        },
        Whole {
            sources: quoted_by.collect(),
            ..row("data-part-quoted", quoted(km), quoted(days))
        },
        row("data-part-difference", difference(km), difference(days)),
        Whole {
            detour: legs.circuity,
            sources: places.flat_map(|node| &node.sources).collect(),
            ..row("data-part-circle", (circle, None), (None, None))
        },
    ];
    let stated = |row: &&Whole<'_>| row.km.is_some() || row.days.is_some();
    rows.iter()
        .filter(stated)
        .map(|row| whole_row(cx, route, row))
        .collect()
}

fn whole_row(cx: &Cx<'_>, route: &Route, whole: &Whole<'_>) -> Vec<Cell> {
    let count = |n: Option<usize>| n.map_or(Cell::Missing, Cell::count);
    let mut row = vec![
        Cell::Missing,
        Cell::text(cx.t(whole.part)),
        Cell::text(&route.id),
        Cell::text(&route.origin),
        Cell::text(node_name(cx, &route.origin)),
        Cell::text(&route.destination),
        Cell::text(node_name(cx, &route.destination)),
        Cell::text(cx.t(words::mode(route.mode))),
    ];
    row.extend(band_cells(whole.km));
    row.extend([Cell::Missing, count(whole.km_of), Cell::Missing]);
    row.extend(band_cells(whole.days));
    row.extend([
        count(whole.days_of),
        Cell::number(whole.detour),
        Cell::Missing,
        Cell::Missing,
        Cell::list(whole.sources.iter().map(|id| id.as_str())),
    ]);
    row
}
