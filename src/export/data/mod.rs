//! The numbers of a figure or a table, as they are handed out: rows of cells under named columns.
//!
//! One shape for every format: CSV, JSON, tab-separated text, the tables of a report, and the
//! text summary of a chart are all made from a [`DataTable`]. Not here: which numbers a figure
//! shows (the interface says) and where files are written to.

mod changes;
mod csv;
mod json;
mod summary;
mod tsv;

pub use changes::changes;
pub use csv::csv;
pub use json::json;
pub use summary::{SeriesSummary, summaries};
pub use tsv::tsv;

use std::borrow::Cow;

/// Between the items of a list; ids have no spaces.
const LIST_SEPARATOR: &str = "; ";

/// Rows of cells under named columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataTable {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Name for programs: lower case, with the unit where there is one (`amount_usd_m`).
    pub key: String,
    /// Name for people, in the language of the interface.
    pub name: String,
    /// Unit for people; none for words, codes and plain counts.
    pub unit: Option<String>,
    /// What the column is for.
    pub role: ColumnRole,
}

/// What a column is for: how it is set, and what a summary makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnRole {
    /// Where a number lies: a year, a date, a rank.
    Axis,
    /// Which line, bar or group a number belongs to, in words.
    Series,
    /// A number that the picture draws.
    Value,
    /// An end of a number's range that the picture draws.
    Range,
    /// Ids of the sources of the row.
    Sources,
    /// Anything else: codes, kinds, remarks.
    Plain,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known: an empty cell, never a zero.
    Missing,
    /// Words, a code or a date.
    Text(String),
    /// A number, unrounded.
    Number(f64),
    /// A whole number: a year, a count.
    Whole(i64),
    /// Several words or ids.
    List(Vec<String>),
}

impl ColumnRole {
    /// Name for programs.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Axis => "axis",
            Self::Series => "series",
            Self::Value => "value",
            Self::Range => "range",
            Self::Sources => "sources",
            Self::Plain => "plain",
        }
    }
}

impl DataTable {
    /// A table without rows.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    /// Position of the first column with a role.
    #[must_use]
    pub fn column(&self, role: ColumnRole) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// Position of the column with a key.
    #[must_use]
    pub fn key(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The cells of each row, as many as there are columns: what a row lacks is missing.
    pub fn cells(&self) -> impl Iterator<Item = impl Iterator<Item = (&Column, &Cell)>> {
        self.rows.iter().map(|row| {
            let cells = row.iter().chain(std::iter::repeat(&Cell::Missing));
            self.columns.iter().zip(cells)
        })
    }

    /// Ids of all sources named in its rows, each once, in order of their first row.
    #[must_use]
    pub fn sources(&self) -> Vec<String> {
        let mut seen = std::collections::BTreeSet::new();
        let mut sources = Vec::new();
        for (position, column) in self.columns.iter().enumerate() {
            if column.role != ColumnRole::Sources {
                continue;
            }
            for row in &self.rows {
                let Some(Cell::List(ids)) = row.get(position) else {
                    continue;
                };
                for id in ids {
                    if seen.insert(id) {
                        sources.push(id.clone());
                    }
                }
            }
        }
        sources
    }
}

impl Column {
    /// A column of words or codes.
    #[must_use]
    pub fn plain(key: &str, name: impl Into<String>) -> Self {
        Self::with_role(key, name, ColumnRole::Plain)
    }

    /// A column for a role, without a unit.
    #[must_use]
    pub fn with_role(key: &str, name: impl Into<String>, role: ColumnRole) -> Self {
        Self {
            key: key.to_owned(),
            name: name.into(),
            unit: None,
            role,
        }
    }

    /// The same column with a unit for people; the key must name it too.
    #[must_use]
    pub fn unit(self, unit: impl Into<String>) -> Self {
        Self {
            unit: Some(unit.into()),
            ..self
        }
    }
}

impl Cell {
    /// Words; missing if there are none.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Missing
        } else {
            Self::Text(text)
        }
    }

    /// A number; missing if there is none or it is not finite.
    #[must_use]
    pub fn number(number: impl Into<Option<f64>>) -> Self {
        match number.into().filter(|number| number.is_finite()) {
            Some(number) => Self::Number(number),
            None => Self::Missing,
        }
    }

    /// A whole number; missing if there is none.
    #[must_use]
    pub fn whole(number: impl Into<Option<i64>>) -> Self {
        number.into().map_or(Self::Missing, Self::Whole)
    }

    /// A count of records.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Several ids; missing if there are none.
    #[must_use]
    pub fn list<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<String> = items.into_iter().map(Into::into).collect();
        if items.is_empty() {
            Self::Missing
        } else {
            Self::List(items)
        }
    }

    /// The cell as exact text: numbers as [`exact`] writes them, lists joined by `; `, nothing
    /// where nothing is known.
    #[must_use]
    pub fn exact_text(&self) -> Cow<'_, str> {
        match self {
            Self::Missing => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(exact(*number)),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::List(items) => Cow::Owned(items.join(LIST_SEPARATOR)),
        }
    }

    /// The number, if the cell is one.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "years and counts are far below 2^53"
    )]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Whole(number) => Some(*number as f64),
            Self::Missing | Self::Text(_) | Self::List(_) => None,
        }
    }
}

/// The shortest text that reads back as the same number: `1234.5`, `0.1`, `3000000`; nothing if
/// it is not finite. No thousands are separated; only numbers that would be mostly zeros have an
/// exponent.
#[must_use]
pub fn exact(number: f64) -> String {
    let size = number.abs();
    if !number.is_finite() {
        String::new()
    } else if size == 0.0 || (1e-6..1e18).contains(&size) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}
