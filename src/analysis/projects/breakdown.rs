//! Projects in rows and columns: which part holds how much, in which state or years.

use super::{
    cells::crossed,
    facets::FACETS,
    filter::FilterResult,
    measure::{Measure, tallies},
    options::{InvestmentOptions, InvestmentUnit, YearBasis},
    stack::{StackBy, StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
    tally::Tally,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands in the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum BreakdownBy {
    /// Latest status.
    #[default]
    Status,
    /// Five years each, by the step that gives a project its year.
    Years,
}

impl BreakdownBy {
    /// All choices.
    pub const ALL: [Self; 2] = [Self::Status, Self::Years];
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BreakdownColumn {
    /// A status, by its position in the facet's column.
    Status(usize),
    /// The five years from this one on.
    Years(i32),
    /// Projects without a year.
    Undated,
}

/// Years in one column.
pub const SPAN: i32 = 5;

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakdownRow {
    /// Which projects.
    pub part: StackPart,
    /// All of them.
    pub total: Tally,
    /// One cell for each of [`Breakdown::columns`].
    pub cells: Vec<Tally>,
}

/// The whole picture. Each project is in one row and one column, so that both sum to the total.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    /// The choices it answers.
    pub options: InvestmentOptions,
    /// The columns, in order.
    pub columns: Vec<BreakdownColumn>,
    /// The rows, in order.
    pub rows: Vec<BreakdownRow>,
    /// Everything.
    pub total: Tally,
}

/// Gathers the projects that a filter keeps.
#[must_use]
pub fn breakdown(
    table: &ProjectTable,
    filtered: &FilterResult,
    options: InvestmentOptions,
    by: BreakdownBy,
) -> Breakdown {
    let mut total = Tally::default();
    let mut cells: BTreeMap<(StackPart, BreakdownColumn), Tally> = BTreeMap::new();
    let mut sizes: BTreeMap<StackPart, f64> = BTreeMap::new();
    let crossing = (options.stack, by, options.basis);
    let measure = [Measure::Crossed(crossing)];
    let counted = tallies(table, &filtered.rows, options.stage, &measure);
    let known = crossed(table, crossing);
    let counted = known.keys.iter().zip(counted.into_iter().flatten());
    for ((part, column), tally) in counted.filter(|(_, tally)| tally.count > 0) {
        total += tally;
        *cells.entry((*part, *column)).or_default() += tally;
        let size = match options.unit {
            InvestmentUnit::Count => f64::from(u32::try_from(tally.count).unwrap_or(u32::MAX)),
            _ => tally.money_m,
        };
        *sizes.entry(*part).or_default() += size;
    }
    let parts = drawn_parts(table, options.stack, &sizes);
    let mut columns: Vec<BreakdownColumn> = cells.keys().map(|(_, column)| *column).collect();
    columns.sort_unstable();
    columns.dedup();
    let empty = |part: &StackPart| BreakdownRow {
        part: *part,
        total: Tally::default(),
        cells: vec![Tally::default(); columns.len()],
    };
    let mut rows: Vec<BreakdownRow> = parts.iter().map(empty).collect();
    for ((part, column), cell) in &cells {
        let part = drawn_as(*part, &parts);
        let row = rows.iter_mut().find(|row| row.part == part);
        let at = columns.binary_search(column);
        if let (Some(row), Ok(at)) = (row, at) {
            row.total += *cell;
            if let Some(own) = row.cells.get_mut(at) {
                *own += *cell;
            }
        }
    }
    Breakdown {
        options,
        columns,
        rows,
        total,
    }
}

/// The column that a project is in.
pub(super) fn column_of(
    table: &ProjectTable,
    basis: YearBasis,
    by: BreakdownBy,
    row: usize,
) -> BreakdownColumn {
    match by {
        BreakdownBy::Status => match StackBy::Status.part(table, row) {
            StackPart::Value(value) => BreakdownColumn::Status(value),
            // A project has one latest status.
            StackPart::Several | StackPart::Other => BreakdownColumn::Status(usize::MAX),
        },
        BreakdownBy::Years => match basis.year(table, row) {
            Some(year) => BreakdownColumn::Years(year.div_euclid(SPAN) * SPAN),
            None => BreakdownColumn::Undated,
        },
    }
}

impl Breakdown {
    /// Which projects each cell is made of: positions, in the order of the dataset.
    #[must_use]
    pub fn members(
        &self,
        table: &ProjectTable,
        filtered: &FilterResult,
        by: BreakdownBy,
    ) -> BTreeMap<(StackPart, BreakdownColumn), Vec<usize>> {
        let parts: Vec<StackPart> = self.rows.iter().map(|row| row.part).collect();
        let mut members: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for row in filtered.rows.ones() {
            let part = drawn_as(self.options.stack.part(table, row), &parts);
            let column = column_of(table, self.options.basis, by, row);
            members.entry((part, column)).or_default().push(row);
        }
        members
    }

    /// What is drawn of a cell: projects, or millions; nothing if no project has money.
    #[must_use]
    pub fn value(&self, cell: Tally) -> Option<f64> {
        if self.options.unit == InvestmentUnit::Count {
            let count = u32::try_from(cell.count).unwrap_or(u32::MAX);
            return (count > 0).then_some(f64::from(count));
        }
        cell.stated_m()
    }

    /// The largest value of any cell, and of any whole row.
    #[must_use]
    pub fn largest(&self) -> (f64, f64) {
        let largest = |cells: &mut dyn Iterator<Item = Tally>| {
            let values = cells.filter_map(|cell| self.value(cell));
            values.fold(0.0, f64::max)
        };
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let rows = self.rows.iter().map(|row| row.total);
        (largest(&mut cells.copied()), largest(&mut rows.into_iter()))
    }

    /// Whether the rows are those of an open list, of which small ones are gathered.
    #[must_use]
    pub fn is_open_list(&self) -> bool {
        let facet = FACETS.get(self.options.stack.facet());
        facet.is_some_and(|facet| facet.by_count)
    }
}
