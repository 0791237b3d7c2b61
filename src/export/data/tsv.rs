//! A table as tab-separated text, for the clipboard and from there into a spreadsheet.

use super::{Column, DataTable};
use std::fmt::Write as _;

/// The table with tabs: names for people with their units, then one line a row. A spreadsheet
/// splits at every tab and line break, so those inside a cell become blanks.
#[must_use]
pub fn tsv(table: &DataTable) -> String {
    let mut out = line(table.columns.iter().map(heading));
    for row in table.cells() {
        out.push_str(&line(row.map(|(_, cell)| cell.exact_text())));
    }
    out
}

/// The name with the unit in brackets, where there is one.
fn heading(column: &Column) -> String {
    let mut heading = column.name.clone();
    if let Some(unit) = &column.unit {
        // Writing into a text does not fail.
        let _ = write!(heading, " ({unit})");
    }
    heading
}

fn line(cells: impl Iterator<Item = impl AsRef<str>>) -> String {
    let cells: Vec<String> = cells.map(|cell| one_line(cell.as_ref())).collect();
    cells.join("\t") + "\n"
}

fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ")
}
