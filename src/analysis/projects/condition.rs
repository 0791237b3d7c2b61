//! The rows for which one part of a filter holds, kept from one query to the next: a keystroke or
//! a click changes one part, and only that is looked at again.

use super::{
    amount::MoneyStage, codes::View, cores, counting::MANY_ROWS, facets::FacetColumn,
    filter::Choice, map::Spot, options::YearBasis, places::WORD, search_text::BLOCK,
    sizes::AmountFilter, table::ProjectTable,
};
use crate::analysis::map::GeoBox;
use fixedbitset::FixedBitSet;
use std::{collections::BTreeSet, sync::Arc};

/// How many conditions are kept: those of the last filters, and what all results need.
const MOST_KEPT: usize = 96;

/// One thing that must hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    /// A folded word or phrase occurs.
    Needle(String),
    /// The facet at this position has what is chosen.
    Facet(usize, Choice),
    /// A year lies between two.
    Years(YearBasis, i32, i32),
    /// An amount passes.
    Amount(AmountFilter, MoneyStage),
    /// The project is drawn in a part of the map.
    Area(GeoBox),
    /// There is an amount.
    Stated(MoneyStage),
    /// There is an amount that counts in totals.
    Counted(MoneyStage),
}

/// The rows for which a condition holds.
pub(super) fn rows(table: &ProjectTable, condition: Condition) -> Arc<FixedBitSet> {
    table
        .conditions
        .get_or_compute(condition, MOST_KEPT, |condition| find(table, condition))
}

fn find(table: &ProjectTable, condition: &Condition) -> FixedBitSet {
    match condition {
        Condition::Needle(needle) => table.search.find(needle, table.len),
        Condition::Facet(facet, choice) => {
            let column = table.facets.get(*facet);
            column.map_or_else(|| every(table.len), |column| facet_rows(column, choice))
        }
        Condition::Years(basis, from, to) => {
            year_rows(table, *basis, |year| (*from..=*to).contains(&year))
        }
        Condition::Amount(amount, stage) => {
            amount_rows(table, *stage, |money_m| amount.holds(money_m))
        }
        Condition::Stated(stage) => amount_rows(table, *stage, |money_m| money_m.is_some()),
        Condition::Counted(stage) => {
            let mut counted = (*rows(table, Condition::Stated(*stage))).clone();
            counted.intersect_with(&table.counts);
            counted
        }
        Condition::Area(area) => rows_of(&table.spots, |spot| {
            Spot::at(spot).is_some_and(|at| area.holds(at))
        }),
    }
}

/// The rows whose amount passes.
fn amount_rows(
    table: &ProjectTable,
    stage: MoneyStage,
    holds: impl Fn(Option<f64>) -> bool,
) -> FixedBitSet {
    let Some(column) = table.amounts.get(stage.index()) else {
        return FixedBitSet::with_capacity(table.len);
    };
    let money = column.money();
    let passes: Vec<bool> = money.values_m().map(holds).collect();
    rows_with(money.codes(), &passes)
}

/// The rows whose year passes.
pub(super) fn year_rows(
    table: &ProjectTable,
    basis: YearBasis,
    holds: impl Fn(i32) -> bool,
) -> FixedBitSet {
    let Some(years) = table.years.get(basis.index()) else {
        return FixedBitSet::with_capacity(table.len);
    };
    let passes = years.keys.iter().map(|year| year.is_some_and(&holds));
    rows_with(years.codes.view(), &passes.collect::<Vec<bool>>())
}

/// All rows.
pub(super) fn every(len: usize) -> FixedBitSet {
    let mut rows = FixedBitSet::with_capacity(len);
    rows.insert_range(..);
    rows
}

/// The rows whose value in a column passes.
fn rows_of<T: Sync>(column: &[T], holds: impl Fn(&T) -> bool + Sync) -> FixedBitSet {
    let blocks: Vec<&[T]> = column.chunks(BLOCK).collect();
    let words = cores::each(blocks.len(), column.len() > MANY_ROWS, |block| {
        let rows = blocks.get(block).copied().unwrap_or_default();
        let words = rows.chunks(WORD).map(|rows| {
            let bits = rows.iter().enumerate();
            bits.fold(0, |word, (bit, value)| {
                word | (usize::from(holds(value)) << bit)
            })
        });
        words.collect::<Vec<usize>>()
    });
    FixedBitSet::with_capacity_and_blocks(column.len(), words.into_iter().flatten())
}

/// The rows whose code passes.
fn rows_with(codes: View<'_>, passes: &[bool]) -> FixedBitSet {
    let holds = |code: usize| passes.get(code) == Some(&true);
    match codes {
        View::Bytes(codes) => rows_of(codes, |code| holds(usize::from(*code))),
        View::Shorts(codes) => rows_of(codes, |code| holds(usize::from(*code))),
        View::Longs(codes) => rows_of(codes, |code| holds(*code as usize)),
    }
}

fn facet_rows(column: &FacetColumn, choice: &Choice) -> FixedBitSet {
    let positions = |ids: &BTreeSet<String>| {
        let mut chosen = vec![false; column.values.len()];
        for position in ids.iter().filter_map(|id| column.position(id)) {
            if let Some(chosen) = chosen.get_mut(position) {
                *chosen = true;
            }
        }
        chosen
    };
    let (include, exclude) = (positions(&choice.include), positions(&choice.exclude));
    let has = |values: &[u32], chosen: &[bool]| {
        let mut chosen_of = values.iter().map(|value| chosen.get(*value as usize));
        chosen_of.any(|chosen| chosen == Some(&true))
    };
    // What a code means is looked up once, not for every row that has it.
    let passes: Vec<bool> = (0..column.distinct())
        .map(|code| {
            let values = column.sets().get(code);
            (choice.include.is_empty() || has(values, &include)) && !has(values, &exclude)
        })
        .collect();
    rows_with(column.codes().view(), &passes)
}
