//! The money ladder: how much of what was announced is known to be signed, lent and paid.

use super::{
    amount::MoneyStage,
    condition::{self, Condition},
    counting::MANY_ROWS,
    filter::FilterResult,
    places::sums,
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
    let count = counted.count_ones(..);
    let with = |condition| counted.intersection_count(&condition::rows(table, condition));
    let step = |(stage, money_m): (MoneyStage, f64)| {
        let count = with(Condition::Counted(stage));
        LadderStep {
            stage,
            count,
            money_m: (count > 0).then_some(money_m),
        }
    };
    let money_m = money_m(table, &counted);
    MoneyLadder {
        steps: single().zip(money_m).map(step).collect(),
        without_amount: count - with(Condition::Stated(MoneyStage::Latest)),
        left_out: filtered.count - count,
    }
}

/// The single stages.
fn single() -> impl Iterator<Item = MoneyStage> {
    let stages = MoneyStage::ALL.into_iter();
    stages.filter(|stage| *stage != MoneyStage::Latest)
}

/// The money of some of the projects that count, by stage; of most of them what all have less what the others have.
fn money_m(table: &ProjectTable, counted: &FixedBitSet) -> Vec<f64> {
    let columns: Vec<&[f64]> = single()
        .map(|stage| {
            let amounts = table.amounts.get(stage.index());
            amounts.map_or(&[][..], |amounts| amounts.money_m())
        })
        .collect();
    let mut others = table.counts.clone();
    others.difference_with(counted);
    if table.len < MANY_ROWS || others.count_ones(..) >= counted.count_ones(..) {
        return sums(&columns, counted);
    }
    let whole = table
        .sums
        .get_or_compute((), 1, |()| sums(&columns, &table.counts));
    let others = sums(&columns, &others);
    whole
        .iter()
        .zip(others)
        .map(|(all, others)| all - others)
        .collect()
}
