//! The money ladder: how much of what was announced is known to be signed, lent and paid.

use super::{amount::MoneyStage, filter::FilterResult, table::ProjectTable};

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
    let counted = |row: usize| table.left_out.get(row).copied().flatten().is_none();
    let single = MoneyStage::ALL
        .into_iter()
        .filter(|stage| *stage != MoneyStage::Latest);
    let steps = single
        .map(|stage| {
            let amounts = filtered
                .rows
                .ones()
                .filter_map(|row| table.counted_m(row, stage));
            let (count, sum) = amounts.fold((0, 0.0), |(n, sum), money_m| (n + 1, sum + money_m));
            LadderStep {
                stage,
                count,
                money_m: (count > 0).then_some(sum),
            }
        })
        .collect();
    let without = |row: &usize| counted(*row) && table.amount(*row, MoneyStage::Latest).is_none();
    MoneyLadder {
        steps,
        without_amount: filtered.rows.ones().filter(without).count(),
        left_out: filtered.rows.ones().filter(|row| !counted(*row)).count(),
    }
}
