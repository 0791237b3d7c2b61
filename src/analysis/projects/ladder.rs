//! The money ladder: how much of what was announced is known to be signed, lent and paid.

use super::{
    amount::MoneyStage,
    change::shortest,
    condition::{self, Condition},
    counting::MANY_ROWS,
    filter::FilterResult,
    money::{AmountColumn, Coded},
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
    let count = filtered.rows.intersection_count(&table.counts);
    let with_amount = condition::rows(table, Condition::Counted(MoneyStage::Latest));
    MoneyLadder {
        steps: single().map(|stage| step(table, stage, filtered)).collect(),
        without_amount: count - filtered.rows.intersection_count(&with_amount),
        left_out: filtered.count - count,
    }
}

/// How many stages there are.
const STAGES: usize = MoneyStage::ALL.len();

/// The single stages.
fn single() -> impl Iterator<Item = MoneyStage> {
    let stages = MoneyStage::ALL.into_iter();
    stages.filter(|stage| *stage != MoneyStage::Latest)
}

/// The money at a stage.
fn step(table: &ProjectTable, stage: MoneyStage, filtered: &FilterResult) -> LadderStep {
    let all = condition::rows(table, Condition::Counted(stage));
    let mut own = filtered.rows.clone();
    own.intersect_with(&all);
    let count = own.count_ones(..);
    let amounts = table.amounts.get(stage.index()).filter(|_| count > 0);
    let money_m = |amounts: &AmountColumn| {
        let money = amounts.money();
        if table.len < MANY_ROWS {
            return money.sum_m(&money.counts(&own));
        }
        let counts = counts(table, stage, money, (&all, &own));
        let money_m = money.sum_m(&counts);
        table.last_stated.replace(stage, (own, counts), STAGES);
        money_m
    };
    LadderStep {
        stage,
        count,
        money_m: amounts.map(money_m),
    }
}

/// How many of some projects state each amount, of `all` that could.
fn counts(
    table: &ProjectTable,
    stage: MoneyStage,
    money: &Coded,
    (all, own): (&FixedBitSet, &FixedBitSet),
) -> Vec<u32> {
    let last = table.last_stated.get(&stage);
    let last = last.as_deref();
    let known: Vec<&FixedBitSet> = [all].into_iter().chain(last.map(|(own, _)| own)).collect();
    let Some(change) = shortest(own, &known) else {
        return money.counts(own);
    };
    let last = last.filter(|_| change.from > 0);
    let mut counts = last.map_or_else(
        || {
            let stated = table
                .stated
                .get_or_compute(stage, STAGES, |_| money.counts(all));
            stated.to_vec()
        },
        |(_, counts)| counts.clone(),
    );
    let added = counts.iter_mut().zip(money.counts(&change.added));
    added.for_each(|(count, more)| *count += more);
    let removed = counts.iter_mut().zip(money.counts(&change.removed));
    removed.for_each(|(count, fewer)| *count -= fewer);
    counts
}
