//! What is known about a number, as the last columns of every table of trade: what it may be used
//! for, its mark, valuation, series and sources; and units as keys for programs.

use crate::{
    analysis::{
        amount::Sources,
        trade::{OtherValue, Point, Standing, chart::Unit},
    },
    dataset::schema::{Mark, Valuation},
    export::data::{Cell, Column, ColumnRole},
    ui::{Cx, wording::trade as words},
};

/// What is known about a number.
#[derive(Default)]
pub(super) struct Known<'a> {
    standing: Option<Standing>,
    mark: Option<&'a Mark>,
    valuation: Option<Valuation>,
    editions_differ: Option<bool>,
    series: Option<&'a str>,
    sources: Option<&'a Sources>,
}

impl<'a> Known<'a> {
    /// About a number that is shown.
    pub(super) fn of(point: &'a Point) -> Self {
        let others = !point.others.is_empty();
        Self {
            standing: Some(point.standing),
            mark: point.mark.as_ref(),
            valuation: point.valuation,
            editions_differ: others.then(|| point.is_in_conflict()),
            series: point.series.as_deref(),
            sources: Some(&point.sources),
        }
    }

    /// About what another series of the same recorder gives.
    pub(super) fn of_other(cx: &Cx<'a>, other: &'a OtherValue) -> Self {
        let series = cx.catalog().series(&other.series);
        Self {
            standing: Some(other.standing),
            mark: other.mark.as_ref(),
            valuation: series.and_then(|series| series.valuation),
            editions_differ: None,
            series: Some(&other.series),
            sources: Some(&other.sources),
        }
    }

    /// About what is computed from several numbers: their sources.
    pub(super) fn from_sources(sources: Option<&'a Sources>) -> Self {
        Self {
            sources,
            ..Self::default()
        }
    }

    /// The cells under [`columns`].
    pub(super) fn cells(&self, cx: &Cx<'_>) -> Vec<Cell> {
        let key =
            |key: Option<&'static str>| Cell::text(key.map_or(String::new(), |key| cx.t(key)));
        let mark = self.mark;
        let note = mark.and_then(|mark| mark.note.as_deref());
        let period = mark.and_then(|mark| mark.period);
        let full = self.standing.map(Standing::is_full_year);
        vec![
            yes_no(cx, full),
            key(self.standing.map(words::standing)),
            key(mark.and_then(|mark| words::mark(mark.kind))),
            Cell::text(period.map_or(String::new(), |period| period.to_string())),
            Cell::text(note.unwrap_or_default()),
            key(self.valuation.map(words::valuation)),
            yes_no(cx, self.editions_differ),
            Cell::text(self.series.unwrap_or_default()),
            Cell::list(self.sources.into_iter().flatten()),
        ]
    }
}

/// The columns that say what is known about a number.
pub(super) fn columns(cx: &Cx<'_>) -> Vec<Column> {
    vec![
        Column::plain("whole_year", cx.t("data-whole-year")),
        Column::plain("standing", cx.t("data-trade-standing")),
        Column::plain("mark", cx.t("data-trade-mark")),
        Column::plain("period", cx.t("data-trade-period")),
        Column::plain("note", cx.t("data-note")),
        Column::plain("valuation", cx.t("data-trade-valuation")),
        Column::plain("editions_differ", cx.t("data-trade-editions-differ")),
        Column::plain("series_id", cx.t("data-trade-series-id")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]
}

/// Yes or no; an empty cell where neither can be said.
pub(super) fn yes_no(cx: &Cx<'_>, yes: Option<bool>) -> Cell {
    yes.map_or(Cell::Missing, |yes| {
        Cell::text(cx.t(if yes { "data-yes" } else { "data-no" }))
    })
}

/// A column of numbers in a unit, which its key names: `value_usd_m`.
pub(super) fn in_unit(
    cx: &Cx<'_>,
    start: &str,
    name: &str,
    role: ColumnRole,
    unit: &Unit,
) -> Column {
    let (end, words) = match unit {
        Unit::Stated(stated) => (slug(stated), stated.clone()),
        Unit::Fraction => ("fraction".to_owned(), cx.t("data-fraction")),
        Unit::Ratio => ("ratio".to_owned(), cx.t("unit-ratio")),
        Unit::Index(year) => (format!("index_{year}"), words::unit_head(unit)),
    };
    let key = if end.is_empty() {
        start.to_owned()
    } else {
        format!("{start}_{end}")
    };
    Column::with_role(&key, cx.t(name), role).unit(words)
}

/// A unit as a part of a key: lower case, all but ASCII letters and digits one underscore.
fn slug(unit: &str) -> String {
    let words = unit.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_").to_ascii_lowercase()
}
