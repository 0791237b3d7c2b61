//! The rows of the project table in the wanted order.

use super::{amount::MoneyStage, filter::FilterResult, table::ProjectTable};
use crate::dataset::catalog::Catalog;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Column {
    /// Name.
    Name,
    /// Sector.
    Sector,
    /// Latest status.
    Status,
    /// Year announced.
    Year,
    /// Amount at the chosen stage.
    #[default]
    Amount,
    /// Number of sources.
    Sources,
    /// Region.
    Region,
    /// Party from the partner country.
    Party,
    /// Year completed.
    Completed,
}

/// By what the rows are sorted; rows without a value come last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SortKey {
    /// The column.
    pub column: Column,
    /// Largest or last first.
    pub descending: bool,
}

impl Default for SortKey {
    fn default() -> Self {
        Self {
            column: Column::Amount,
            descending: true,
        }
    }
}

/// One row: a project and its amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// Position of the project.
    pub project: usize,
    /// Amount at the chosen stage, in millions.
    pub amount_m: Option<f64>,
}

enum Key {
    Number(f64),
    Words(String),
}

/// The projects a filter keeps, sorted; ties keep the order of the file.
#[must_use]
pub fn project_rows(
    catalog: &Catalog,
    table: &ProjectTable,
    filtered: &FilterResult,
    stage: MoneyStage,
    sort: SortKey,
    language: &str,
) -> Vec<Row> {
    let mut keyed: Vec<(Option<Key>, Row)> = filtered
        .rows
        .ones()
        .map(|project| {
            let amount_m = table.amount(project, stage).map(|amount| amount.money_m);
            let row = Row { project, amount_m };
            (key(catalog, table, row, sort.column, language), row)
        })
        .collect();
    keyed.sort_by(|a, b| match (&a.0, &b.0) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) if sort.descending => compare(b, a),
        (Some(a), Some(b)) => compare(a, b),
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

fn compare(a: &Key, b: &Key) -> Ordering {
    match (a, b) {
        (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
        (Key::Words(a), Key::Words(b)) => a.cmp(b),
        (Key::Number(_), Key::Words(_)) => Ordering::Less,
        (Key::Words(_), Key::Number(_)) => Ordering::Greater,
    }
}

fn key(
    catalog: &Catalog,
    table: &ProjectTable,
    row: Row,
    column: Column,
    language: &str,
) -> Option<Key> {
    let project = catalog.data().projects.get(row.project)?;
    let number = |value: usize| Key::Number(f64::from(u32::try_from(value).unwrap_or(u32::MAX)));
    match column {
        Column::Name => Some(Key::Words(super::fold(
            catalog.text(&project.name, language),
        ))),
        Column::Sector => catalog.sector_index(&project.sector).map(number),
        Column::Status => {
            let latest = project.status.last()?;
            catalog.status_index(&latest.status).map(number)
        }
        Column::Year => table
            .announced
            .get(row.project)
            .copied()
            .flatten()
            .map(|year| Key::Number(year.into())),
        Column::Completed => table
            .completed
            .get(row.project)
            .copied()
            .flatten()
            .map(|year| Key::Number(year.into())),
        Column::Amount => row.amount_m.map(Key::Number),
        Column::Sources => Some(number(project.sources.len())),
        Column::Region => {
            let region = catalog.region(project.regions.first()?)?;
            Some(Key::Words(super::fold(
                catalog.text(&region.name, language),
            )))
        }
        Column::Party => {
            let party = project.parties.iter().find_map(|party| {
                let organisation = catalog.organisation(&party.organisation)?;
                (organisation.country.as_deref() == Some(catalog.partner())).then_some(organisation)
            })?;
            Some(Key::Words(super::fold(catalog.text(&party.name, language))))
        }
    }
}
