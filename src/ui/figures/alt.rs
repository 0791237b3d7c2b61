//! A figure in words, for people who do not see it: what it shows, extremes, first and last, gaps.

use super::Caption;
use crate::{
    export::data::{Cell, ColumnRole, DataTable, SeriesSummary, summaries},
    i18n::{decimal, money_m, percent},
    ui::Cx,
};

/// Series described one by one; the rest is counted.
const MOST_SERIES: usize = 6;

/// The alternative text of a figure.
pub(super) fn alt_text(cx: &Cx<'_>, caption: &Caption, table: &DataTable) -> String {
    let no = cx.t("data-no");
    let drawn = table.key("drawn");
    let not_drawn = |row: &[Cell]| {
        let cell = drawn.and_then(|at| row.get(at));
        matches!(cell, Some(Cell::Text(text)) if *text == no)
    };
    let mut all = summaries(table, not_drawn);
    let largest = |summary: &SeriesSummary| {
        summary
            .extremes
            .iter()
            .map(|(_, value)| value.abs())
            .fold(0.0, f64::max)
    };
    // The sort is stable: columns of values stay together.
    all.sort_by(|a, b| {
        a.column
            .cmp(&b.column)
            .then(largest(b).total_cmp(&largest(a)))
    });
    let filter = match caption.filter.as_str() {
        "" => String::new(),
        filter => cx.with("figure-filter", &[("filter", filter.into())]),
    };
    let mut sentences = vec![caption.title.clone(), caption.subtitle.clone(), filter];
    let described = all.iter().take(MOST_SERIES);
    sentences.extend(described.map(|summary| series_words(cx, table, summary)));
    if all.len() > MOST_SERIES {
        let more = all.len() - MOST_SERIES;
        sentences.push(cx.with("alt-more", &[("count", more.into())]));
    }
    let ended = sentences
        .iter()
        .map(|sentence| sentence.trim().trim_end_matches('.'));
    let ended: Vec<String> = ended
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| format!("{sentence}."))
        .collect();
    ended.join(" ")
}

fn series_words(cx: &Cx<'_>, table: &DataTable, summary: &SeriesSummary) -> String {
    let column = table.columns.get(summary.column);
    let unit = column.and_then(|column| column.unit.as_deref());
    let numbers = table
        .columns
        .iter()
        .filter(|column| matches!(column.role, ColumnRole::Value | ColumnRole::Range));
    // Where several numbers belong to a series, each says which it is.
    let own = column.map(|column| column.name.clone());
    let own = own.filter(|_| summary.names.is_empty() || numbers.count() > 1);
    let name: Vec<String> = summary.names.iter().cloned().chain(own).collect();
    let name = name.join(", ");
    let value = |number: f64| number_words(cx, number, unit);
    let [(first, start), (last, end)] = &summary.ends;
    let [(low_at, low), (high_at, high)] = &summary.extremes;
    let (start, end, low, high) = (value(*start), value(*end), value(*low), value(*high));
    let gaps = gap_words(&summary.gaps);
    let values = [
        ("name", (&name).into()),
        ("first", first.into()),
        ("start", (&start).into()),
        ("last", last.into()),
        ("end", (&end).into()),
        ("low", (&low).into()),
        ("lowat", low_at.into()),
        ("high", (&high).into()),
        ("highat", high_at.into()),
        ("gaps", (&gaps).into()),
        ("count", summary.count.into()),
        ("missing", summary.missing.into()),
    ];
    let has_axis = table.column(ColumnRole::Axis).is_some();
    let key = match (summary.count, has_axis, gaps.is_empty()) {
        (1, ..) => "alt-one",
        (_, true, true) => "alt-line",
        (_, true, false) => "alt-line-gaps",
        (_, false, _) => "alt-group",
    };
    cx.with(key, &values)
}

/// Runs of years: `2003, 2007–2009`.
fn gap_words(years: &[i64]) -> String {
    let runs = years
        .chunk_by(|a, b| a + 1 == *b)
        .filter_map(|run| match run {
            [] => None,
            [one] => Some(one.to_string()),
            [first, .., last] => Some(format!("{first}–{last}")),
        });
    runs.collect::<Vec<_>>().join(", ")
}

fn number_words(cx: &Cx<'_>, number: f64, unit: Option<&str>) -> String {
    let Some(unit) = unit else {
        return decimal(number, 2);
    };
    match unit.strip_suffix(" m") {
        Some(code) if code.len() == 3 => money_m(number, code),
        _ if unit == cx.t("data-fraction") => percent(number),
        _ => format!("{} {unit}", decimal(number, 2)),
    }
}
