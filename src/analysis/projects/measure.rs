//! What projects are counted by. The counts of all projects and the last ones are kept, so that only what differs
//! from these needs to be counted.

use super::{
    amount::MoneyStage,
    breakdown::BreakdownColumn,
    cells::{Cell, Crossing, Fate, Kind, Sized, cells, crossed, fates, kinds, sized},
    change::{Change, shortest},
    codes::{Numbered, View},
    condition::{self, Condition},
    counting::{Column, MANY_ROWS, Money, Sum, count},
    options::YearBasis,
    outcomes::OutcomesBy,
    stack::{StackBy, StackPart},
    table::ProjectTable,
    tally::Tally,
};
use fixedbitset::FixedBitSet;
use std::{
    ops::{AddAssign, SubAssign},
    sync::Arc,
};

/// How many counts of all projects are kept.
const MOST_TOTALS: usize = 64;
/// How many counts of the last projects are kept.
const MOST_LAST: usize = 64;
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

/// Some projects, and what was added up for each code of a measure's column.
pub(super) type Counted = (Arc<FixedBitSet>, Arc<Vec<Sum>>);

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
    let sums = sums(table, rows, stage, measures).into_iter();
    sums.map(|own| told_apart(table, stage, &own)).collect()
}

/// What was added up at a stage, as it is told: projects apart from those with money, and money in millions.
pub(super) fn told_apart(table: &ProjectTable, stage: MoneyStage, sums: &[Sum]) -> Vec<Tally> {
    let amounts = table.amounts.get(stage.index());
    let scale = amounts.map_or(1.0, |amounts| amounts.money().units_a_million());
    sums.iter().map(|own| own.tally(scale)).collect()
}

/// The same as it was added up, for many codes.
pub(super) fn sums(
    table: &ProjectTable,
    rows: &FixedBitSet,
    stage: MoneyStage,
    measures: &[Measure],
) -> Vec<Arc<Vec<Sum>>> {
    let alone = || counted(table, rows, stage, measures);
    if table.len < MANY_ROWS {
        return alone().into_iter().map(Arc::new).collect();
    }
    let all = condition::every(table.len);
    let last = last(table, stage, measures);
    let last_rows = last.first().map(|(rows, _)| &**rows);
    let known: Vec<&FixedBitSet> = [&all].into_iter().chain(last_rows).collect();
    let sums = match shortest(rows, &known) {
        Some(change) => {
            let sums = match change.from {
                0 => totals(table, stage, measures),
                _ => last.iter().map(|(_, sums)| sums.to_vec()).collect(),
            };
            changed(sums, &change, |rows| counted(table, rows, stage, measures))
        }
        None => alone(),
    };
    let sums: Vec<Arc<Vec<Sum>>> = sums.into_iter().map(Arc::new).collect();
    let rows = Arc::new(rows.clone());
    for (measure, sums) in measures.iter().zip(&sums) {
        let counted = (Arc::clone(&rows), Arc::clone(sums));
        table.last.replace((*measure, stage), counted, MOST_LAST);
    }
    sums
}

/// What some measures counted last, if all of them counted the same projects; otherwise nothing. It is asked for
/// once: another thread may count in the meantime.
fn last(table: &ProjectTable, stage: MoneyStage, measures: &[Measure]) -> Vec<Counted> {
    let last = measures.iter().map(|own| table.last.get(&(*own, stage)));
    let last: Option<Vec<Counted>> = last.map(|own| own.as_deref().cloned()).collect();
    let last = last.unwrap_or_default();
    let first = last.first().map(|(rows, _)| Arc::clone(rows));
    let is_same = |(rows, _): &Counted| first.as_ref().is_some_and(|own| Arc::ptr_eq(own, rows));
    if last.iter().all(is_same) {
        last
    } else {
        Vec::new()
    }
}

/// Sums with what a change adds and without what it takes off.
fn changed(
    mut sums: Vec<Vec<Sum>>,
    change: &Change,
    counted: impl Fn(&FixedBitSet) -> Vec<Vec<Sum>>,
) -> Vec<Vec<Sum>> {
    let mut each = |rows: &FixedBitSet, apply: fn(&mut Sum, Sum)| {
        if rows.is_clear() {
            return;
        }
        let by = counted(rows);
        let pairs = sums.iter_mut().flatten().zip(by.into_iter().flatten());
        pairs.for_each(|(own, other)| apply(own, other));
    };
    each(&change.added, Sum::add_assign);
    each(&change.removed, Sum::sub_assign);
    sums
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
) -> Vec<Vec<Sum>> {
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
        codes: amounts.map_or(View::Bytes(&[]), |amounts| amounts.money().codes()),
        units: amounts.map_or(&[], |amounts| amounts.money().units()),
        with: &condition::rows(table, with),
    };
    count(rows, money, &columns)
}

/// The counts of all projects.
fn totals(table: &ProjectTable, stage: MoneyStage, measures: &[Measure]) -> Vec<Vec<Sum>> {
    let known = measures.iter().map(|own| table.totals.get(&(*own, stage)));
    let known: Vec<Option<Arc<Vec<Sum>>>> = known.collect();
    let missing = measures.iter().zip(&known);
    let missing = missing.filter(|(_, known)| known.is_none());
    let missing: Vec<Measure> = missing.map(|(own, _)| *own).collect();
    let mut found = Vec::new();
    if !missing.is_empty() {
        found = counted(table, &condition::every(table.len), stage, &missing);
        for (measure, sums) in missing.into_iter().zip(&found) {
            let sums = sums.clone();
            table.totals.keep((measure, stage), sums, MOST_TOTALS);
        }
    }
    let mut found = found.into_iter();
    let totals = known.into_iter().map(|known| match known {
        Some(sums) => sums.to_vec(),
        None => found.next().unwrap_or_default(),
    });
    totals.collect()
}
