//! A table as comma-separated text (RFC 4180).

use super::DataTable;
use ::csv::{Terminator, WriterBuilder};

/// The table as UTF-8 text with commas: a line of column keys, then one line a row, each ended by
/// CRLF; what holds a comma, a quote or a line break is quoted; a missing cell is empty.
#[must_use]
pub fn csv(table: &DataTable) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory does not fail, and all rows are of one length.
    let _ = writer.write_record(table.columns.iter().map(|column| &column.key));
    for row in table.cells() {
        let cells = row.map(|(_, cell)| cell.exact_text());
        let _ = writer.write_record(cells.map(|text| text.into_owned().into_bytes()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    // Only whole texts were written.
    String::from_utf8(bytes).unwrap_or_default()
}
