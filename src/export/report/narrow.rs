//! A table that is handed out has columns for programs too; here it is narrowed to what people read.

use crate::export::data::{Cell, Column, ColumnRole, DataTable};

/// Columns that say again what another one says, or that only a map needs.
const FOR_PROGRAMS: &[&str] = &[
    "amount_is_midpoint",
    "drawn",
    "lat",
    "lon",
    "place_precision",
    "url",
];

/// The columns that people read, and what is the same in all rows: name and value.
///
/// The column of sources is called `sources`. Left out are ids, but for those of sources, and columns in which nothing is known; a remark
/// that is the same in every row is said once.
#[must_use]
pub fn for_people(table: &DataTable, sources: &str) -> (DataTable, Vec<(String, String)>) {
    let mut kept = Vec::new();
    let mut same = Vec::new();
    for (position, column) in table.columns.iter().enumerate() {
        let cells = || {
            table
                .rows
                .iter()
                .map(move |row| row.get(position).unwrap_or(&Cell::Missing))
        };
        if !is_read(column) || cells().all(|cell| *cell == Cell::Missing) {
            continue;
        }
        match cells().next() {
            Some(Cell::Text(text))
                if column.role == ColumnRole::Plain
                    && table.rows.len() > 1
                    && cells().all(|cell| matches!(cell, Cell::Text(other) if other == text)) =>
            {
                same.push((column.name.clone(), text.clone()));
            }
            _ => kept.push(position),
        }
    }
    let of_sources = table.columns.iter();
    let of_sources = of_sources.filter(|column| column.role == ColumnRole::Sources);
    // Several such columns are told apart by their own names.
    let is_alone = of_sources.count() == 1;
    let named = |column: &Column| {
        let mut column = column.clone();
        if is_alone && column.role == ColumnRole::Sources {
            sources.clone_into(&mut column.name);
        }
        column
    };
    let columns = kept.iter().filter_map(|at| table.columns.get(*at));
    let mut narrow = DataTable::new(columns.map(named).collect());
    let cell = |row: &Vec<Cell>, at: &usize| row.get(*at).cloned().unwrap_or(Cell::Missing);
    let rows = table.rows.iter();
    narrow.rows = rows
        .map(|row| kept.iter().map(|at| cell(row, at)).collect())
        .collect();
    (narrow, same)
}

fn is_read(column: &Column) -> bool {
    let is_id = column.key == "id" || column.key.ends_with("_id") || column.key.ends_with("_ids");
    column.role == ColumnRole::Sources || !(is_id || FOR_PROGRAMS.contains(&column.key.as_str()))
}
