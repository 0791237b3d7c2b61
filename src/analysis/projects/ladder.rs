//! The money ladder: how much of what was announced is known to be signed, lent and paid.

use super::{
    amount::MoneyStage,
    condition::{self, Condition},
    cores,
    counting::MANY_ROWS,
    filter::FilterResult,
    table::ProjectTable,
};
use fixedbitset::FixedBitSet;

/// Money by stage, for the projects a filter keeps. Stages are never added up.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyLadder {
    /// One step for each single stage, in order.
    pub steps: Vec<LadderStep>,
    /// Projects that state no amount at any stage.
    pub without_amount: usize,
    /// Projects whose money is left out so that nothing counts twice.
    pub left_out: usize,
}

/// One stage of money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LadderStep {
    /// The stage.
    pub stage: MoneyStage,
    /// Projects that state an amount at this stage.
    pub count: usize,
    /// Their money in millions; nothing if no project states one.
    pub money_m: Option<f64>,
}

/// Computes the ladder.
#[must_use]
pub fn money_ladder(table: &ProjectTable, filtered: &FilterResult) -> MoneyLadder {
    let mut counted = filtered.rows.clone();
    counted.intersect_with(&table.counts);
    let single: Vec<MoneyStage> = MoneyStage::ALL
        .into_iter()
        .filter(|stage| *stage != MoneyStage::Latest)
        .collect();
    let count = counted.count_ones(..);
    let step = |at: usize| single.get(at).map(|stage| step(table, &counted, *stage));
    let steps = cores::each(single.len(), count > MANY_ROWS, step);
    let stated = condition::rows(table, Condition::Stated(MoneyStage::Latest));
    MoneyLadder {
        steps: steps.into_iter().flatten().collect(),
        without_amount: count - counted.intersection_count(&stated),
        left_out: filtered.count - count,
    }
}

fn step(table: &ProjectTable, counted: &FixedBitSet, stage: MoneyStage) -> LadderStep {
    let all = condition::rows(table, Condition::Counted(stage));
    let mut rows = counted.clone();
    rows.intersect_with(&all);
    let count = rows.count_ones(..);
    LadderStep {
        stage,
        count,
        money_m: (count > 0).then(|| money_m(table, stage, &all, &rows)),
    }
}

/// The money of some of the projects that have any; of most of them what all have less what the others have.
fn money_m(table: &ProjectTable, stage: MoneyStage, all: &FixedBitSet, rows: &FixedBitSet) -> f64 {
    let amounts = table.amounts.get(stage.index());
    let amounts = amounts.map_or(&[][..], |amounts| amounts.money_m());
    let sum = |rows: &FixedBitSet| -> f64 { rows.ones().filter_map(|row| amounts.get(row)).sum() };
    let mut others = all.clone();
    others.difference_with(rows);
    let count = others.count_ones(..);
    if table.len < MANY_ROWS || count >= rows.count_ones(..) {
        return sum(rows);
    }
    let whole = table
        .sums
        .get_or_compute(stage, MoneyStage::ALL.len(), |_| sum(all));
    *whole - sum(&others)
}
