//! What a table of numbers says at a glance: extremes, first and last, gaps. Words are made elsewhere.

use super::{Cell, ColumnRole, DataTable};
use std::collections::BTreeSet;

/// One line, group or criterion of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesSummary {
    /// Its names, from the columns that name series; empty if there is only one.
    pub names: Vec<String>,
    /// Position of the column with its numbers.
    pub column: usize,
    /// Number of numbers.
    pub count: usize,
    /// Rows where a number is missing.
    pub missing: usize,
    /// The first and the last along the axis: position on the axis and number.
    pub ends: [(String, f64); 2],
    /// The smallest and the largest.
    pub extremes: [(String, f64); 2],
    /// Years between the first and the last that have no number.
    pub gaps: Vec<i64>,
}

/// The summaries of all series of a table, in the order of their first row, for every column of
/// values. Rows for which `skip` holds are left out.
#[must_use]
pub fn summaries(table: &DataTable, skip: impl Fn(&[Cell]) -> bool) -> Vec<SeriesSummary> {
    let with_role = |role| {
        let columns = table.columns.iter().enumerate();
        columns
            .filter(move |(_, column)| column.role == role)
            .map(|(position, _)| position)
            .collect::<Vec<_>>()
    };
    let (axis, names) = (with_role(ColumnRole::Axis), with_role(ColumnRole::Series));
    // Without an axis the series are the positions.
    let (place, names) = match axis.first() {
        Some(axis) => (vec![*axis], names),
        None => (names, Vec::new()),
    };
    let rows: Vec<&Vec<Cell>> = table.rows.iter().filter(|row| !skip(row)).collect();
    let mut out = Vec::new();
    // Where only the ends of ranges are stated, they are what there is.
    let stated = |column: &usize| rows.iter().any(|row| number_at(row, *column).is_some());
    let mut columns = with_role(ColumnRole::Value);
    columns.retain(stated);
    if columns.is_empty() {
        columns = with_role(ColumnRole::Range);
    }
    for value in columns {
        let mut keys: Vec<Vec<String>> = Vec::new();
        let mut groups: Vec<Vec<&Vec<Cell>>> = Vec::new();
        for row in &rows {
            let key = texts(row, &names);
            let at = keys.iter().position(|known| *known == key);
            let at = at.unwrap_or_else(|| {
                keys.push(key);
                groups.push(Vec::new());
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.push(row);
            }
        }
        let found = keys.into_iter().zip(groups);
        out.extend(found.filter_map(|(names, rows)| summary(names, &rows, &place, value)));
    }
    out
}

fn number_at(row: &[Cell], column: usize) -> Option<f64> {
    row.get(column).and_then(Cell::as_number)
}

fn texts(row: &[Cell], columns: &[usize]) -> Vec<String> {
    let cells = columns.iter().filter_map(|at| row.get(*at));
    cells.map(|cell| cell.exact_text().into_owned()).collect()
}

fn summary(
    names: Vec<String>,
    rows: &[&Vec<Cell>],
    place: &[usize],
    value: usize,
) -> Option<SeriesSummary> {
    let number = |row: &&Vec<Cell>| number_at(row, value);
    let points: Vec<(String, f64)> = rows
        .iter()
        .filter_map(|row| Some((texts(row, place).join(", "), number(row)?)))
        .collect();
    let (first, last) = (points.first()?, points.last()?);
    let by_size = |a: &&(String, f64), b: &&(String, f64)| a.1.total_cmp(&b.1);
    // Of equals the first, so that a flat line is summed up by its start.
    let lowest = points.iter().min_by(by_size)?;
    let highest = points.iter().rev().max_by(by_size)?;
    let years: BTreeSet<i64> = rows
        .iter()
        .filter(|row| number(row).is_some())
        .filter_map(|row| match place.first().and_then(|at| row.get(*at)) {
            Some(Cell::Whole(year)) => Some(*year),
            _ => None,
        })
        .collect();
    let span = years.first().zip(years.last());
    let gaps = span.map(|(from, to)| (*from..=*to).filter(|year| !years.contains(year)).collect());
    Some(SeriesSummary {
        names,
        column: value,
        count: points.len(),
        missing: rows.len() - points.len(),
        ends: [first.clone(), last.clone()],
        extremes: [lowest.clone(), highest.clone()],
        gaps: gaps.unwrap_or_default(),
    })
}
