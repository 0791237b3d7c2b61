//! What each project is for the sums of a picture, numbered: projects of one number are added up together.

use super::{
    amount::MoneyStage,
    breakdown::{BreakdownBy, BreakdownColumn, column_of},
    codes::Numbered,
    options::YearBasis,
    outcomes::{OutcomeKey, OutcomesBy, outcome_key},
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

/// What a project is for the sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sized {
    pub(super) part: StackPart,
    /// Whether its money is left out of totals.
    pub(super) left_out: bool,
    /// The stage of its amount; nothing without an amount.
    pub(super) stage: Option<MoneyStage>,
    /// Whether its amount is the middle of a range.
    pub(super) midpoint: bool,
    /// Whether its amount is above zero.
    pub(super) above_zero: bool,
}

/// What each project is for the sizes at a stage.
pub(super) fn sized(
    table: &ProjectTable,
    stage: MoneyStage,
    stack: StackBy,
) -> Arc<Numbered<Sized>> {
    table.sized.get_or_compute((stage, stack), MOST_KEPT, |_| {
        Numbered::new((0..table.len).map(|row| {
            let amount = table.amount(row, stage);
            Sized {
                part: stack.part(table, row),
                left_out: table.left_out.get(row).copied().flatten().is_some(),
                stage: amount.map(|amount| amount.stage),
                midpoint: amount.is_some_and(|amount| amount.midpoint),
                above_zero: amount.is_some_and(|amount| amount.money_m > 0.0),
            }
        }))
    })
}

/// What became of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Fate {
    /// Its row, before small parts are gathered.
    pub(super) key: OutcomeKey,
    pub(super) stage: Option<Stage>,
    /// Years from announcement to completion.
    pub(super) years: Option<i32>,
}

/// What became of each project.
pub(super) fn fates(table: &ProjectTable, by: OutcomesBy, stack: StackBy) -> Arc<Numbered<Fate>> {
    table.fates.get_or_compute((by, stack), MOST_KEPT, |_| {
        Numbered::new((0..table.len).map(|row| {
            let year = |basis: YearBasis| basis.year(table, row);
            let ends = year(YearBasis::Announced).zip(year(YearBasis::Completed));
            let years = ends.map(|(from, to)| to.saturating_sub(from));
            Fate {
                key: outcome_key(table, by, stack, row),
                stage: table.stage.get(row).copied().flatten(),
                // An end before the announcement is no time it took.
                years: years.filter(|years| *years >= 0),
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
