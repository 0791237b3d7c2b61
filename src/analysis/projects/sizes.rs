//! Filtering projects by the size of their money: ranges, steps of a histogram, what states none.

use super::{
    amount::MoneyStage,
    filter::{FilterResult, Sizes},
    table::ProjectTable,
};
use serde::{Deserialize, Serialize};

/// Which amounts pass.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum AmountFilter {
    /// Only projects that state none.
    NotStated,
    /// Amounts from one to another, in millions of the dataset's currency; an open side has no end.
    Range {
        /// Least amount.
        from_m: Option<f64>,
        /// Largest amount.
        to_m: Option<f64>,
        /// Whether projects that state none pass too.
        or_not_stated: bool,
    },
}

impl AmountFilter {
    /// Whether an amount passes.
    #[must_use]
    pub fn holds(&self, money_m: Option<f64>) -> bool {
        match (self, money_m) {
            (Self::NotStated, money_m) => money_m.is_none(),
            (Self::Range { or_not_stated, .. }, None) => *or_not_stated,
            (Self::Range { from_m, to_m, .. }, Some(money_m)) => {
                from_m.is_none_or(|from| money_m >= from) && to_m.is_none_or(|to| money_m <= to)
            }
        }
    }
}

/// Steps of the histogram in one power of ten.
const STEPS: f64 = 2.0;
/// First and last step; smaller and larger amounts are in these.
const FIRST: i32 = -4;
const LAST: i32 = 12;

/// The step of the histogram that an amount is in; steps are even on a logarithmic scale.
#[must_use]
pub fn size_step(money_m: f64) -> i32 {
    if money_m <= 0.0 {
        return FIRST;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "between FIRST and LAST; the cast saturates"
    )]
    let step = (money_m.log10() * STEPS).floor() as i32;
    step.clamp(FIRST, LAST)
}

/// Least amount of a step.
#[must_use]
pub fn step_from_m(step: i32) -> f64 {
    10_f64.powf(f64::from(step) / STEPS)
}

/// The amounts of all projects at a stage: how many are in each step, how many state none.
pub(super) fn count(sizes: &mut Sizes, money_m: Option<f64>) {
    match money_m {
        Some(money_m) => *sizes.steps.entry(size_step(money_m)).or_insert(0) += 1,
        None => sizes.not_stated += 1,
    }
}

/// First and last step that any project of the dataset is in.
#[must_use]
pub fn size_range(table: &ProjectTable, stage: MoneyStage) -> Option<(i32, i32)> {
    let amounts = (0..table.len).filter_map(|row| table.amount(row, stage));
    amounts.fold(None, |range, amount| {
        let step = size_step(amount.money_m);
        let (first, last) = range.unwrap_or((step, step));
        Some((step.min(first), step.max(last)))
    })
}

/// The middle amount of the projects kept that state one.
#[must_use]
pub fn median_m(table: &ProjectTable, result: &FilterResult, stage: MoneyStage) -> Option<f64> {
    let kept = result.rows.ones();
    let amounts = kept.filter_map(|row| table.amount(row, stage));
    let mut amounts: Vec<f64> = amounts.map(|amount| amount.money_m).collect();
    amounts.sort_by(f64::total_cmp);
    let upper = amounts.len() / 2;
    let high = *amounts.get(upper)?;
    let low = amounts
        .get(upper.checked_sub(1).unwrap_or(upper))
        .copied()?;
    Some(if amounts.len().is_multiple_of(2) {
        f64::midpoint(low, high)
    } else {
        high
    })
}
