//! The rows of the project table in the wanted order.

use super::{
    amount::MoneyStage,
    facets::{FACETS, NOT_STATED},
    filter::FilterResult,
    table::ProjectTable,
};
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
    /// Year work started.
    Started,
    /// Parties from the home country.
    Host,
    /// Who lends.
    Lender,
    /// Who builds or supplies.
    Contractor,
    /// Form of the money.
    Instrument,
    /// Official lists.
    Programme,
}

impl Column {
    /// All columns, in the order in which they stand where nobody chose another.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::Sector,
        Self::Status,
        Self::Region,
        Self::Party,
        Self::Host,
        Self::Contractor,
        Self::Lender,
        Self::Instrument,
        Self::Programme,
        Self::Year,
        Self::Started,
        Self::Completed,
        Self::Amount,
        Self::Sources,
    ];

    /// The facet whose values stand in the column, where it has no rule of its own.
    #[must_use]
    pub fn facet(self) -> Option<&'static str> {
        match self {
            Self::Host => Some("host"),
            Self::Lender => Some("lender"),
            Self::Contractor => Some("contractor"),
            Self::Instrument => Some("instrument"),
            Self::Programme => Some("programme"),
            _ => None,
        }
    }

    /// Whether a first click sorts it from the largest or latest down.
    #[must_use]
    pub fn starts_descending(self) -> bool {
        matches!(
            self,
            Self::Amount | Self::Year | Self::Started | Self::Completed | Self::Sources
        )
    }
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

/// The projects a filter keeps, sorted by the first key, equal ones by the next; what is still equal keeps the
/// order of the file.
#[must_use]
pub fn project_rows(
    catalog: &Catalog,
    table: &ProjectTable,
    filtered: &FilterResult,
    stage: MoneyStage,
    sort: &[SortKey],
    language: &str,
) -> Vec<Row> {
    let mut keyed: Vec<(Vec<Option<Key>>, Row)> = filtered
        .rows
        .ones()
        .map(|project| {
            let amount_m = table.amount(project, stage).map(|amount| amount.money_m);
            let row = Row { project, amount_m };
            let keys = sort.iter();
            let keys = keys.map(|sort| key(catalog, table, row, sort.column, language));
            (keys.collect(), row)
        })
        .collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let pairs = sort.iter().zip(a.iter().zip(b));
        let orders = pairs.map(|(sort, (a, b))| in_order(a.as_ref(), b.as_ref(), *sort));
        orders.fold(Ordering::Equal, Ordering::then)
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// What has no value comes last in either direction.
fn in_order(a: Option<&Key>, b: Option<&Key>, sort: SortKey) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) if sort.descending => compare(b, a),
        (Some(a), Some(b)) => compare(a, b),
    }
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
    let year = |years: &[Option<i32>]| {
        let year = years.get(row.project).copied().flatten();
        year.map(|year| Key::Number(year.into()))
    };
    match column {
        Column::Name => Some(Key::Words(super::fold(
            catalog.text(&project.name, language),
        ))),
        Column::Sector => catalog.sector_index(&project.sector).map(number),
        Column::Status => {
            let latest = project.status.last()?;
            catalog.status_index(&latest.status).map(number)
        }
        Column::Year => year(&table.announced),
        Column::Started => year(&table.started),
        Column::Completed => year(&table.completed),
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
        // In the order of the facet's values, of several by the first.
        Column::Host
        | Column::Lender
        | Column::Contractor
        | Column::Instrument
        | Column::Programme => {
            let facet = FACETS
                .iter()
                .position(|own| Some(own.id) == column.facet())?;
            let column = table.facets.get(facet)?;
            let value = *column.of(row.project).first()? as usize;
            let stated = column
                .values
                .get(value)
                .is_some_and(|own| own.id != NOT_STATED);
            stated.then(|| number(value))
        }
    }
}
