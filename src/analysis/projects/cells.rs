//! What each project is for the sums of a picture, numbered: projects of one number are added up together.

use super::{
    amount::MoneyStage,
    breakdown::{BreakdownBy, BreakdownColumn, column_of},
    codes::Numbered,
    options::YearBasis,
    overlap::LeftOut,
    stack::{StackBy, StackPart},
    table::ProjectTable,
};
use crate::dataset::schema::Stage;
use std::sync::Arc;

/// How many columns of a kind are kept.
const MOST_KEPT: usize = 4;

/// Where a project stands in bars of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    pub(super) year: Option<i32>,
    pub(super) part: StackPart,
    /// Whether it is done or being built, rather than only planned.
    pub(super) firm: bool,
    /// Whether its money is left out of totals.
    pub(super) left_out: bool,
}

/// What is to be said about a project's money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    pub(super) year: Option<i32>,
    /// Why it is left out of totals.
    pub(super) left_out: Option<LeftOut>,
    /// The stage of its amount; nothing without an amount.
    pub(super) stage: Option<MoneyStage>,
    /// Whether its amount is the middle of a range.
    pub(super) midpoint: bool,
}

/// Where each project stands.
pub(super) fn cells(table: &ProjectTable, stack: StackBy, basis: YearBasis) -> Arc<Numbered<Cell>> {
    table.cells.get_or_compute((stack, basis), MOST_KEPT, |_| {
        Numbered::new((0..table.len).map(|row| Cell {
            year: basis.year(table, row),
            part: stack.part(table, row),
            firm: is_firm(table, row),
            left_out: table.left_out.get(row).copied().flatten().is_some(),
        }))
    })
}

/// What is to be said about each project's money at a stage.
pub(super) fn kinds(
    table: &ProjectTable,
    stage: MoneyStage,
    basis: YearBasis,
) -> Arc<Numbered<Kind>> {
    table.kinds.get_or_compute((stage, basis), MOST_KEPT, |_| {
        Numbered::new((0..table.len).map(|row| {
            let amount = table.amount(row, stage);
            Kind {
                year: basis.year(table, row),
                left_out: table.left_out.get(row).copied().flatten(),
                stage: amount.map(|amount| amount.stage),
                midpoint: amount.is_some_and(|amount| amount.midpoint),
            }
        }))
    })
}

/// What a breakdown is made by.
pub(super) type Crossing = (StackBy, BreakdownBy, YearBasis);

/// Row and column of each project in a breakdown.
pub(super) fn crossed(
    table: &ProjectTable,
    crossing: Crossing,
) -> Arc<Numbered<(StackPart, BreakdownColumn)>> {
    let (stack, by, basis) = crossing;
    table.crossed.get_or_compute(crossing, MOST_KEPT, |_| {
        Numbered::new((0..table.len).map(|row| {
            let part = stack.part(table, row);
            (part, column_of(table, basis, by, row))
        }))
    })
}

/// Whether a project is more than a plan.
pub(super) fn is_firm(table: &ProjectTable, row: usize) -> bool {
    let stage = table.stage.get(row).copied().flatten();
    matches!(stage, Some(Stage::Done | Stage::UnderWay))
}
