//! Counts rows and their money by what columns say of them, all columns in one pass.
//!
//! Rows are taken some thousand at a time, so that what is gathered of them once, where they stand
//! and their money, is in the processor's own cache while column after column is added up.

use super::{
    codes::View,
    places::{Places, TOGETHER, WORD},
    tally::Tally,
};
use fixedbitset::FixedBitSet;
use std::iter;

/// Rows from which on work on them is shared among cores.
pub(super) const MANY_ROWS: usize = 50_000;

/// A column, and how many codes it has.
pub(super) type Column<'a> = (View<'a>, usize);

/// The money of each row.
#[derive(Clone, Copy)]
pub(super) struct Money<'a> {
    /// In millions.
    pub(super) money_m: &'a [f64],
    /// The rows whose money is added up; the others have none.
    pub(super) with: &'a FixedBitSet,
}

/// What was added up for a code.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    /// Rows, and in the upper half those with money: one addition for both.
    rows: u64,
    money_m: f64,
}

/// A row, for [`Sum::rows`].
const ONE: u64 = 1;
/// A row with money, for [`Sum::rows`].
const ONE_WITH_MONEY: u64 = 1 | 1 << 32;

impl Sum {
    fn tally(self) -> Tally {
        let count = |rows: u64| usize::try_from(rows).unwrap_or(usize::MAX);
        Tally {
            count: count(self.rows & u64::from(u32::MAX)),
            with_money: count(self.rows >> 32),
            money_m: self.money_m,
        }
    }
}

/// Some thousand rows: those with money, and the others.
#[derive(Default)]
struct Gathered {
    with: Places,
    money_m: Vec<f64>,
    without: Places,
}

impl Gathered {
    fn gather(&mut self, words: &[usize], first: usize, money: Money<'_>) {
        let with = money.with.as_slice().get(first / WORD..);
        let with = with.unwrap_or_default().iter().chain(iter::repeat(&0));
        let words = words.iter().zip(with);
        self.with
            .find(words.clone().map(|(word, with)| word & with));
        self.without.find(words.map(|(word, with)| word & !with));
        let own = money.money_m.get(first..).unwrap_or_default();
        let at = self.with.at().iter();
        let money_m = at.map(|at| own.get(usize::from(*at)).copied().unwrap_or_default());
        self.money_m.clear();
        self.money_m.extend(money_m);
    }

    fn is_empty(&self) -> bool {
        self.with.at().is_empty() && self.without.at().is_empty()
    }

    fn add<C: Copy>(&self, codes: &[C], number: impl Fn(C) -> usize, sums: &mut [Sum]) {
        let code = |at: &u16| codes.get(usize::from(*at)).map(|code| number(*code));
        for (at, money_m) in self.with.at().iter().zip(&self.money_m) {
            if let Some(sum) = code(at).and_then(|code| sums.get_mut(code)) {
                sum.rows += ONE_WITH_MONEY;
                sum.money_m += money_m;
            }
        }
        for at in self.without.at() {
            if let Some(sum) = code(at).and_then(|code| sums.get_mut(code)) {
                sum.rows += ONE;
            }
        }
    }
}

/// Counts some rows by each of some columns: a tally for each code. One core does that alone: two would wait for the
/// memory, and add up what each has found.
pub(super) fn count(
    rows: &FixedBitSet,
    money: Money<'_>,
    columns: &[Column<'_>],
) -> Vec<Vec<Tally>> {
    let nothing = |(_, codes): &Column<'_>| vec![Sum::default(); *codes];
    let mut sums: Vec<Vec<Sum>> = columns.iter().map(nothing).collect();
    let mut gathered = Gathered::default();
    for (words, nth) in rows.as_slice().chunks(TOGETHER).zip(0..) {
        let first = nth * TOGETHER * WORD;
        gathered.gather(words, first, money);
        if gathered.is_empty() {
            continue;
        }
        for ((view, _), sums) in columns.iter().zip(&mut sums) {
            match view {
                View::Bytes(codes) => {
                    gathered.add(codes.get(first..).unwrap_or_default(), usize::from, sums);
                }
                View::Shorts(codes) => {
                    gathered.add(codes.get(first..).unwrap_or_default(), usize::from, sums);
                }
                View::Longs(codes) => {
                    let codes = codes.get(first..).unwrap_or_default();
                    gathered.add(codes, |code| code as usize, sums);
                }
            }
        }
    }
    let tallies = |sums: Vec<Sum>| sums.into_iter().map(Sum::tally).collect();
    sums.into_iter().map(tallies).collect()
}

#[cfg(test)]
mod tests {
    use super::{Money, TOGETHER, WORD, count};
    use crate::analysis::projects::{codes::View, tally::Tally};
    use fixedbitset::FixedBitSet;

    #[test]
    fn rows_are_counted_once_each() {
        let len: usize = 5 * TOGETHER * WORD + 100;
        let codes: Vec<u16> = (0_u16..300).cycle().take(len).collect();
        let money = (0_u8..7).cycle().take(len);
        let money = money.map(|money| if money == 3 { f64::NAN } else { money.into() });
        let money: Vec<f64> = money.collect();
        let rows: FixedBitSet = (0..len).filter(|row| row % 5 != 1).collect();
        let with = (0..len).filter(|row| row % 11 != 1 && !money[*row].is_nan());
        let with: FixedBitSet = with.collect();
        let mut expected = vec![Tally::default(); 300];
        for row in rows.ones() {
            let money_m = Some(money[row]).filter(|_| with.contains(row));
            expected[usize::from(codes[row])].add(money_m);
        }
        let money = Money {
            money_m: &money,
            with: &with,
        };
        // Whole numbers are added up exactly in any order.
        assert_eq!(
            count(&rows, money, &[(View::Shorts(&codes), 300)]),
            [expected]
        );
    }
}
