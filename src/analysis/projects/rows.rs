//! The rows of the project table in the wanted order.

use super::{
    amount::MoneyStage,
    by_amount::placed,
    facets::{FACETS, NOT_STATED},
    filter::FilterResult,
    in_order::{Placed, Rows},
    order::{self, Key, OrderKey},
    table::ProjectTable,
};
use crate::dataset::catalog::Catalog;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A column of the table.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
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

/// One row.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Row {
    /// Position of the project.
    pub project: usize,
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
) -> Rows {
    if *sort == [SortKey::default()] {
        return Rows::Placed(placed(table, stage, &filtered.rows));
    }
    let key = |project: usize, column| key(catalog, table, project, column, stage, language);
    let wanted = OrderKey::new(sort, stage, language);
    let Some(order) = order::of_all(table, wanted, filtered.count, key) else {
        let sorted = order::sorted(filtered.rows.ones(), sort, key).into_iter();
        return Rows::Listed(sorted.map(|project| Row { project }).collect());
    };
    Rows::Placed(Arc::new(Placed::new(order, &filtered.rows)))
}

fn key(
    catalog: &Catalog,
    table: &ProjectTable,
    row: usize,
    column: Column,
    stage: MoneyStage,
    language: &str,
) -> Option<Key> {
    let project = catalog.data().projects.get(row)?;
    let number = |value: usize| Key::Number(f64::from(u32::try_from(value).unwrap_or(u32::MAX)));
    let year = |years: &[Option<i32>]| {
        let year = years.get(row).copied().flatten();
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
        Column::Amount => {
            let amounts = table.amounts.get(stage.index())?;
            amounts.money_of(row).map(Key::Number)
        }
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
            let value = *column.of(row).first()? as usize;
            let stated = column
                .values
                .get(value)
                .is_some_and(|own| own.id != NOT_STATED);
            stated.then(|| number(value))
        }
    }
}
