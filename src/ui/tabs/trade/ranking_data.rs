//! The rankings of partners and products as data: the ranked parts, what stands apart from the
//! ranks, the computed rest, the whole that shares refer to, and other editions of each number.

use super::point_data::{self, Known, in_unit, yes_no};
use crate::{
    analysis::{
        amount::Sources,
        levels::ratio,
        trade::{
            chart::Unit,
            ranking::{Base, Ranked, Ranking},
        },
    },
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, wording::trade as words},
};

/// What is ranked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    /// Countries.
    Partners,
    /// Product codes.
    Products,
}

/// The numbers of the ranking of partners.
pub(super) fn partners_table(cx: &Cx<'_>) -> DataTable {
    table(cx, Parts::Partners)
}

/// The numbers of the ranking of products.
pub(super) fn products_table(cx: &Cx<'_>) -> DataTable {
    table(cx, Parts::Products)
}

/// A row before it becomes cells.
struct Row<'a> {
    rank: Option<usize>,
    /// Id of the country or product; none for sums.
    id: Option<&'a str>,
    /// Message key of where it stands.
    place: &'static str,
    drawn: bool,
    value: Option<f64>,
    share: Option<f64>,
    known: Known<'a>,
}

fn table(cx: &Cx<'_>, parts: Parts) -> DataTable {
    let answer = cx.state.derived.trade.answer.get();
    let Some(ranking) = answer.and_then(|answer| answer.ranking.as_ref()) else {
        return DataTable::default();
    };
    let mut out = DataTable::new(columns(cx, parts, ranking));
    let mut add = |row: &Row<'_>| out.rows.push(cells(cx, parts, ranking, row));
    let lists = [
        (&ranking.rows, "ranking-place-ranked"),
        (&ranking.territories, "ranking-place-territory"),
        (&ranking.groups, "ranking-place-group"),
    ];
    for (list, place) in lists {
        for ranked in list {
            for row in rows(cx, ranking, ranked, place) {
                add(&row);
            }
        }
    }
    let both: Sources = [&ranking.whole.sources, &ranking.listed.sources]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    for row in sums(ranking, &both) {
        add(&row);
    }
    out
}

/// A part, and what the recorder's other series give for it.
fn rows<'a>(
    cx: &Cx<'a>,
    ranking: &Ranking,
    ranked: &'a Ranked,
    place: &'static str,
) -> Vec<Row<'a>> {
    let rank = ranking.rank(&ranked.id);
    let shown = Row {
        rank,
        id: Some(&ranked.id),
        place,
        drawn: true,
        value: Some(ranked.point.value),
        share: ranked.share,
        known: Known::of(&ranked.point),
    };
    let others = ranked.point.others.iter().map(|other| Row {
        rank,
        id: Some(&ranked.id),
        place,
        drawn: false,
        value: Some(other.value),
        share: None,
        known: Known::of_other(cx, other),
    });
    std::iter::once(shown).chain(others).collect()
}

/// The rest, which is drawn, and the whole, which the notes name.
fn sums<'a>(ranking: &'a Ranking, both: &'a Sources) -> Vec<Row<'a>> {
    let whole = ranking.whole.value;
    let rest = ranking.rest.filter(|rest| *rest > 0.0);
    let rest = rest.map(|rest| Row {
        rank: None,
        id: None,
        place: "ranking-place-rest",
        drawn: true,
        value: Some(rest),
        share: whole.and_then(|whole| ratio(rest, whole)),
        known: Known::from_sources(Some(both)),
    });
    let whole = whole.map(|whole| Row {
        rank: None,
        id: None,
        place: match ranking.base {
            Base::Published => "ranking-place-published",
            Base::Listed => "ranking-place-listed",
        },
        drawn: false,
        value: Some(whole),
        share: None,
        known: Known::from_sources(Some(&ranking.whole.sources)),
    });
    rest.into_iter().chain(whole).collect()
}

fn columns(cx: &Cx<'_>, parts: Parts, ranking: &Ranking) -> Vec<Column> {
    let unit = Unit::Stated(ranking.unit.clone());
    let mut columns = vec![
        Column::with_role("rank", cx.t("data-trade-rank"), ColumnRole::Axis),
        Column::plain("place", cx.t("data-trade-place")),
    ];
    match parts {
        Parts::Partners => columns.extend([
            Column::plain("partner_id", cx.t("data-trade-partner-id")),
            Column::with_role("partner", cx.t("data-trade-partner"), ColumnRole::Series),
        ]),
        Parts::Products => columns.extend([
            Column::plain("product_id", cx.t("data-trade-product-id")),
            Column::plain("code", cx.t("data-trade-code")),
            Column::plain("code_edition", cx.t("data-trade-edition")),
            Column::with_role("product", cx.t("trade-product"), ColumnRole::Series),
            Column::plain("partner_id", cx.t("data-trade-partner-id")),
        ]),
    }
    columns.extend([
        Column::plain("drawn", cx.t("data-trade-drawn")),
        in_unit(cx, "value", "data-value", ColumnRole::Value, &unit),
        in_unit(
            cx,
            "share",
            "what-share",
            ColumnRole::Plain,
            &Unit::Fraction,
        ),
        Column::plain("year", cx.t("data-year")),
        Column::plain("quantity", cx.t("data-trade-quantity")),
        Column::plain("recorder_id", cx.t("data-trade-recorder-id")),
        Column::plain("recorder", cx.t("data-trade-recorder")),
        Column::plain("reporter_id", cx.t("data-trade-reporter-id")),
    ]);
    columns.extend(point_data::columns(cx));
    columns
}

fn cells(cx: &Cx<'_>, parts: Parts, ranking: &Ranking, row: &Row<'_>) -> Vec<Cell> {
    let question = &ranking.question;
    let rank = row.rank.and_then(|rank| i64::try_from(rank).ok());
    let mut cells = vec![Cell::whole(rank), Cell::text(cx.t(row.place))];
    cells.extend(part(cx, parts, row));
    cells.extend([
        yes_no(cx, Some(row.drawn)),
        Cell::number(row.value),
        Cell::number(row.share),
        Cell::Whole(i64::from(ranking.year)),
        Cell::text(cx.t(words::quantity(question.traded))),
        Cell::text(&question.recorder),
        Cell::text(words::recorder(cx, &question.recorder)),
        Cell::text(&question.reporter),
    ]);
    cells.extend(row.known.cells(cx));
    cells
}

/// Codes and name of a part; a sum has the name of its place alone.
fn part(cx: &Cx<'_>, parts: Parts, row: &Row<'_>) -> Vec<Cell> {
    let id = Cell::text(row.id.unwrap_or_default());
    match parts {
        Parts::Partners => {
            let name = row.id.map(|id| words::country(cx, id));
            vec![id, Cell::text(name.unwrap_or_else(|| cx.t(row.place)))]
        }
        Parts::Products => {
            let product = row.id.and_then(|id| cx.catalog().product(id));
            let edition = product.and_then(|product| product.edition.as_deref());
            let name = product.map(|product| cx.text(&product.name).to_owned());
            vec![
                id,
                Cell::text(product.map_or("", |product| product.code.as_str())),
                Cell::text(edition.unwrap_or_default()),
                Cell::text(name.unwrap_or_else(|| cx.t(row.place))),
                Cell::text(cx.catalog().partner()),
            ]
        }
    }
}
