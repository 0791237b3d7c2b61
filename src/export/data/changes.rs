//! Which numbers of a figure are others now than when it was drawn.

use super::{ColumnRole, DataTable, csv};
use crate::app::recipe::Change;
use ::csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;

/// Rows by what names them: for each name the numbers of its rows, in order.
type Rows = BTreeMap<Vec<String>, Vec<String>>;

/// Compares the numbers of then, as CSV, with those of now.
///
/// A row is known again by its year, names and kinds: by all that is neither a number nor a list
/// of records.
///
/// # Errors
/// In words, when the CSV of then cannot be read.
pub fn changes(then: &str, now: &DataTable) -> Result<Vec<Change>, String> {
    let names: Vec<&str> = keys(now, |role| {
        matches!(
            role,
            ColumnRole::Axis | ColumnRole::Series | ColumnRole::Plain
        )
    });
    let values = keys(now, |role| {
        matches!(role, ColumnRole::Value | ColumnRole::Range)
    });
    let before = rows(then, &names, &values).map_err(|error| error.to_string())?;
    let after = rows(&csv(now), &names, &values).map_err(|error| error.to_string())?;
    let mut found = Vec::new();
    for (name, then) in &before {
        let now = after.get(name).map_or(&[][..], Vec::as_slice);
        for at in 0..then.len().max(now.len()) {
            let (then, now) = (then.get(at), now.get(at));
            if then != now {
                found.push(change(name, then, now));
            }
        }
    }
    for (name, now) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        found.extend(now.iter().map(|now| change(name, None, Some(now))));
    }
    Ok(found)
}

fn change(name: &[String], then: Option<&String>, now: Option<&String>) -> Change {
    let words: Vec<&str> = name
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    Change {
        place: words.join(", "),
        then: then.cloned(),
        now: now.cloned(),
    }
}

/// Columns for a purpose; lists of records come and go with the records and name nothing.
fn keys(table: &DataTable, wanted: impl Fn(ColumnRole) -> bool) -> Vec<&str> {
    let columns = table.columns.iter();
    columns
        .filter(|column| wanted(column.role) && !column.key.ends_with("_ids"))
        .map(|column| column.key.as_str())
        .collect()
}

fn rows(text: &str, names: &[&str], values: &[&str]) -> Result<Rows, ::csv::Error> {
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let head = reader.headers()?.clone();
    let cells = |row: &StringRecord, wanted: &[&str]| -> Vec<String> {
        let cell = |key: &&str| {
            let at = head.iter().position(|known| known == *key);
            at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
        };
        wanted.iter().map(cell).collect()
    };
    let mut rows = Rows::new();
    for row in reader.records() {
        let row = row?;
        let numbers = cells(&row, values);
        let numbers: Vec<String> = numbers
            .into_iter()
            .filter(|number| !number.is_empty())
            .collect();
        rows.entry(cells(&row, names))
            .or_default()
            .push(numbers.join(" / "));
    }
    Ok(rows)
}
