//! A table as JSON: what its columns are, then one object a row.

use super::{Cell, Column, DataTable};
use serde_json::Value;

/// The table as an object with `columns` (key, name, unit, role) and `rows` (an object each, with
/// the keys in the order of the columns). Missing is `null`, a list is an array; each row has its
/// own line, so that versions can be compared.
#[must_use]
pub fn json(table: &DataTable) -> String {
    let columns = table.columns.iter().map(column);
    let rows = table
        .cells()
        .map(|row| object(row.map(|(column, cell)| (column.key.as_str(), value(cell)))));
    format!(
        "{{\n\"columns\": {},\n\"rows\": {}\n}}\n",
        lines(columns),
        lines(rows)
    )
}

fn column(column: &Column) -> String {
    let unit = column.unit.as_deref().map_or(Value::Null, Value::from);
    object(
        [
            ("key", Value::from(column.key.as_str())),
            ("name", Value::from(column.name.as_str())),
            ("unit", unit),
            ("role", Value::from(column.role.id())),
        ]
        .into_iter(),
    )
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Missing => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        // Not finite is null.
        Cell::Number(number) => Value::from(*number),
        Cell::Whole(number) => Value::from(*number),
        Cell::List(items) => Value::from(items.as_slice()),
    }
}

/// `serde_json`'s own objects sort their keys; here they keep the order of the columns.
fn object<'a>(fields: impl Iterator<Item = (&'a str, Value)>) -> String {
    let fields: Vec<String> = fields
        .map(|(key, value)| format!("{}: {value}", Value::from(key)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("\n  {item}")).collect();
    if items.is_empty() {
        "[]".to_owned()
    } else {
        format!("[{}\n]", items.join(","))
    }
}
