//! What projects are counted by. The counts of all projects are kept, so that of a filter that keeps
//! most of them only the others need to be counted.

use super::{
    amount::MoneyStage,
    breakdown::BreakdownColumn,
    cells::{Cell, Crossing, Fate, Kind, Sized, cells, crossed, fates, kinds, sized},
    codes::{Numbered, View},
    condition::{self, Condition},
    counting::{Column, MANY_ROWS, Money, count},
    options::YearBasis,
    outcomes::OutcomesBy,
    stack::{StackBy, StackPart},
    table::ProjectTable,
    tally::Tally,
};
use fixedbitset::FixedBitSet;
use std::sync::Arc;

/// How many counts of all projects are kept.
const MOST_TOTALS: usize = 64;
/// How many counts of [`by_kind`] are kept: a chart can have some more years around it.
const MOST_BY_KIND: usize = 3;

/// A column to count by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// The facet at this position.
    Facet(usize),
    /// The pack of facets at this position.
    Pack(usize),
    /// The year.
    Years(YearBasis),
    /// The step of the amount.
    Sizes,
    /// Where a project stands in bars, whether its money counts or not.
    Cells(StackBy, YearBasis),
    /// What is to be said about its money, whether it counts or not.
    Kinds(YearBasis),
    /// Row and column of a breakdown.
    Crossed(Crossing),
    /// What became of a project.
    Fates(OutcomesBy, StackBy),
    /// What a project is for the sizes, whether its money counts or not.
    Sized(StackBy),
}

/// A measure's column; some are made when they are asked for.
enum Found<'a> {
    Own(Column<'a>),
    Cells(Arc<Numbered<Cell>>),
    Kinds(Arc<Numbered<Kind>>),
    Crossed(Arc<Numbered<(StackPart, BreakdownColumn)>>),
    Fates(Arc<Numbered<Fate>>),
    Sized(Arc<Numbered<Sized>>),
}

impl Measure {
    /// The column of a measure that is part of the table.
    pub(super) fn own_column(self, table: &ProjectTable, stage: MoneyStage) -> Option<Column<'_>> {
        match self.find(table, stage)? {
            Found::Own(column) => Some(column),
            _ => None,
        }
    }

    /// Whether money that is left out of totals is in the tallies.
    fn takes_all_money(self) -> bool {
        matches!(self, Self::Cells(..) | Self::Kinds(_) | Self::Sized(_))
    }

    fn find(self, table: &ProjectTable, stage: MoneyStage) -> Option<Found<'_>> {
        Some(match self {
            Self::Facet(at) => {
                let column = table.facets.get(at)?;
                Found::Own((column.codes().view(), column.distinct()))
            }
            Self::Pack(at) => {
                let pack = table.packs.get(at)?;
                Found::Own((pack.codes.view(), pack.distinct()))
            }
            Self::Years(basis) => {
                let years = table.years.get(basis.index())?;
                Found::Own((years.codes.view(), years.keys.len()))
            }
            Self::Sizes => Found::Own(table.amounts.get(stage.index())?.sizes_column()),
            Self::Cells(stack, basis) => Found::Cells(cells(table, stack, basis)),
            Self::Kinds(basis) => Found::Kinds(kinds(table, stage, basis)),
            Self::Crossed(crossing) => Found::Crossed(crossed(table, crossing)),
            Self::Fates(by, stack) => Found::Fates(fates(table, by, stack)),
            Self::Sized(stack) => Found::Sized(sized(table, stage, stack)),
        })
    }
}

impl Found<'_> {
    fn column(&self) -> Column<'_> {
        match self {
            Self::Own(column) => *column,
            Self::Cells(numbered) => (numbered.codes.view(), numbered.keys.len()),
            Self::Kinds(numbered) => (numbered.codes.view(), numbered.keys.len()),
            Self::Crossed(numbered) => (numbered.codes.view(), numbered.keys.len()),
            Self::Fates(numbered) => (numbered.codes.view(), numbered.keys.len()),
            Self::Sized(numbered) => (numbered.codes.view(), numbered.keys.len()),
        }
    }
}

/// Counts some projects by each of some measures: a tally for each code of its column.
pub(super) fn tallies(
    table: &ProjectTable,
    rows: &FixedBitSet,
    stage: MoneyStage,
    measures: &[Measure],
) -> Vec<Vec<Tally>> {
    let kept = rows.count_ones(..);
    if table.len < MANY_ROWS || kept <= table.len / 2 {
        return counted(table, rows, stage, measures);
    }
    let totals = totals(table, stage, measures);
    let mut others = rows.clone();
    others.toggle_range(..);
    let mut counted = counted(table, &others, stage, measures);
    for (all, own) in totals.iter().zip(&mut counted) {
        for (all, own) in all.iter().zip(own) {
            *own = minus(*all, *own);
        }
    }
    counted
}

/// What is to be said about the money of some projects: the chart and the bridge both ask.
pub(super) fn by_kind(
    table: &ProjectTable,
    rows: &FixedBitSet,
    stage: MoneyStage,
    basis: YearBasis,
) -> Arc<Vec<Tally>> {
    let key = (stage, basis, rows.clone());
    table.by_kind.get_or_compute(key, MOST_BY_KIND, |_| {
        let counted = tallies(table, rows, stage, &[Measure::Kinds(basis)]);
        counted.into_iter().next().unwrap_or_default()
    })
}

/// The sums of the bars of some projects, and what is to be said about their money, in one pass.
pub(super) fn by_cell_and_kind(
    table: &ProjectTable,
    rows: &FixedBitSet,
    stage: MoneyStage,
    (stack, basis): (StackBy, YearBasis),
) -> (Vec<Tally>, Arc<Vec<Tally>>) {
    let key = (stage, basis, rows.clone());
    let known = table.by_kind.get(&key);
    let mut measures = vec![Measure::Cells(stack, basis)];
    if known.is_none() {
        measures.push(Measure::Kinds(basis));
    }
    let mut counted = tallies(table, rows, stage, &measures).into_iter();
    let by_cell = counted.next().unwrap_or_default();
    let by_kind = known.unwrap_or_else(|| {
        let counted = counted.next().unwrap_or_default();
        table.by_kind.keep(key, counted, MOST_BY_KIND)
    });
    (by_cell, by_kind)
}

fn counted(
    table: &ProjectTable,
    rows: &FixedBitSet,
    stage: MoneyStage,
    measures: &[Measure],
) -> Vec<Vec<Tally>> {
    let found: Vec<Option<Found<'_>>> = measures.iter().map(|own| own.find(table, stage)).collect();
    let nothing: Column<'_> = (View::Bytes(&[]), 0);
    let columns: Vec<Column<'_>> = found
        .iter()
        .map(|found| found.as_ref().map_or(nothing, Found::column))
        .collect();
    let amounts = table.amounts.get(stage.index());
    let all_money = measures.iter().any(|measure| measure.takes_all_money());
    let with = if all_money {
        Condition::Stated(stage)
    } else {
        Condition::Counted(stage)
    };
    let money = Money {
        money_m: amounts.map_or(&[], |amounts| amounts.money_m()),
        with: &condition::rows(table, with),
    };
    count(rows, money, &columns)
}

/// The counts of all projects.
fn totals(table: &ProjectTable, stage: MoneyStage, measures: &[Measure]) -> Vec<Arc<Vec<Tally>>> {
    let known = |measure: &Measure| table.totals.get(&(*measure, stage));
    let missing = measures.iter().filter(|measure| known(measure).is_none());
    let missing: Vec<Measure> = missing.copied().collect();
    if !missing.is_empty() {
        let mut all = FixedBitSet::with_capacity(table.len);
        all.insert_range(..);
        let all = counted(table, &all, stage, &missing);
        for (measure, tallies) in missing.into_iter().zip(all) {
            table.totals.keep((measure, stage), tallies, MOST_TOTALS);
        }
    }
    let totals = measures.iter().map(|own| known(own).unwrap_or_default());
    totals.collect()
}

fn minus(all: Tally, others: Tally) -> Tally {
    let with_money = all.with_money.saturating_sub(others.with_money);
    // What rounding leaves over is no money.
    let money_m = if with_money == 0 {
        0.0
    } else {
        all.money_m - others.money_m
    };
    Tally {
        count: all.count.saturating_sub(others.count),
        with_money,
        money_m,
    }
}
