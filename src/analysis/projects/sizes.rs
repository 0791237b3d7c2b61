//! Filtering projects by the size of their money: ranges, steps of a histogram, what states none.

use super::{
    amount::MoneyStage,
    by_amount::placed,
    condition::{self, Condition},
    filter::{FilterResult, Sizes},
    table::ProjectTable,
    tally::Tally,
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

/// How many codes of steps there are: one each, and one of projects that state no amount.
pub(super) const CODES: usize = LAST.abs_diff(FIRST) as usize + 2;
/// The code of projects that state no amount.
const NOT_STATED: u8 = 0;

/// The step of an amount as a code.
pub(super) fn size_code(money_m: Option<f64>) -> u8 {
    let code = |money_m: f64| u8::try_from(size_step(money_m) - FIRST + 1);
    money_m.map_or(NOT_STATED, |money_m| code(money_m).unwrap_or(NOT_STATED))
}

/// How many projects are in each step, from the tallies of the codes.
pub(super) fn sizes(tallies: &[Tally]) -> Sizes {
    let mut counts = tallies.iter().map(|tally| tally.count);
    Sizes {
        not_stated: counts.next().unwrap_or_default(),
        steps: (FIRST..)
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .collect(),
    }
}

/// First and last step that any project of the dataset is in.
#[must_use]
pub fn size_range(table: &ProjectTable, stage: MoneyStage) -> Option<(i32, i32)> {
    let codes = table.amounts.get(stage.index())?.sizes().iter();
    let codes = codes.copied().filter(|code| *code != NOT_STATED);
    let (first, last) = codes.clone().min().zip(codes.max())?;
    let step = |code: u8| i32::from(code) - 1 + FIRST;
    Some((step(first), step(last)))
}

/// The middle amount of the projects kept that state one.
#[must_use]
pub fn median_m(table: &ProjectTable, result: &FilterResult, stage: MoneyStage) -> Option<f64> {
    let stated = condition::rows(table, Condition::Stated(stage));
    let count = result.rows.intersection_count(&stated);
    // Those without an amount stand last.
    let placed = placed(table, stage, &result.rows);
    let column = table.amounts.get(stage.index())?;
    let nth = |nth: usize| column.money_of(placed.get(nth)?.project);
    let upper = nth(count.checked_sub(1)? / 2)?;
    let lower = nth(count / 2)?;
    Some(if count.is_multiple_of(2) {
        f64::midpoint(lower, upper)
    } else {
        lower
    })
}
