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
use std::{
    iter,
    ops::{AddAssign, SubAssign},
};

/// Rows from which on work on them is shared among cores.
pub(super) const MANY_ROWS: usize = 50_000;

/// A column, and how many codes it has.
pub(super) type Column<'a> = (View<'a>, usize);

/// The money of each row.
#[derive(Clone, Copy)]
pub(super) struct Money<'a> {
    /// As codes.
    pub(super) codes: View<'a>,
    /// What each code stands for, in some unit.
    pub(super) units: &'a [f64],
    /// The rows whose money is added up; the others have none.
    pub(super) with: &'a FixedBitSet,
}

/// What was added up for a code: a [`Tally`] in less memory, since there can be many.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    /// Rows, and in the upper half those with money: one addition for both.
    rows: u64,
    /// In the unit in which amounts are added up.
    units: f64,
}

/// A row, for [`Sum::rows`].
const ONE: u64 = 1;
/// A row with money, for [`Sum::rows`].
const ONE_WITH_MONEY: u64 = 1 | 1 << WITH_MONEY;
/// Where the rows with money stand in [`Sum::rows`].
const WITH_MONEY: u32 = 32;

impl Sum {
    pub(super) fn tally(self, units_a_million: f64) -> Tally {
        let count = |rows: u64| usize::try_from(rows).unwrap_or(usize::MAX);
        Tally {
            count: count(self.rows & u64::from(u32::MAX)),
            with_money: count(self.rows >> WITH_MONEY),
            money_m: self.units / units_a_million,
        }
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.rows += other.rows;
        self.units += other.units;
    }
}

impl SubAssign for Sum {
    /// Takes off what is part of it.
    fn sub_assign(&mut self, other: Self) {
        self.rows = self.rows.saturating_sub(other.rows);
        self.units -= other.units;
        if self.rows >> WITH_MONEY == 0 {
            // What rounding leaves over is no money.
            self.units = 0.0;
        }
    }
}

/// Some thousand rows: those with money, and the others.
#[derive(Default)]
struct Gathered {
    with: Places,
    units: Vec<f64>,
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
        match money.codes {
            View::Bytes(codes) => self.value(codes.get(first..), usize::from, money.units),
            View::Shorts(codes) => self.value(codes.get(first..), usize::from, money.units),
            View::Longs(codes) => self.value(codes.get(first..), |code| code as usize, money.units),
        }
    }

    fn value<C: Copy>(&mut self, codes: Option<&[C]>, number: impl Fn(C) -> usize, units: &[f64]) {
        let codes = codes.unwrap_or_default();
        let value = |at: &u16| {
            let code = codes.get(usize::from(*at))?;
            units.get(number(*code)).copied()
        };
        let values = self.with.at().iter().map(value);
        self.units.clear();
        self.units.extend(values.map(Option::unwrap_or_default));
    }

    fn is_empty(&self) -> bool {
        self.with.at().is_empty() && self.without.at().is_empty()
    }

    fn add<C: Copy>(&self, codes: &[C], number: impl Fn(C) -> usize, sums: &mut [Sum]) {
        let code = |at: &u16| codes.get(usize::from(*at)).map(|code| number(*code));
        for (at, units) in self.with.at().iter().zip(&self.units) {
            if let Some(sum) = code(at).and_then(|code| sums.get_mut(code)) {
                sum.rows += ONE_WITH_MONEY;
                sum.units += units;
            }
        }
        for at in self.without.at() {
            if let Some(sum) = code(at).and_then(|code| sums.get_mut(code)) {
                sum.rows += ONE;
            }
        }
    }
}

/// Counts some rows by each of some columns: a sum for each code. One core does that alone: two would wait for the
/// memory, and add up what each has found.
pub(super) fn count(rows: &FixedBitSet, money: Money<'_>, columns: &[Column<'_>]) -> Vec<Vec<Sum>> {
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
    sums
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
        let units = [0.0, 1.0, 2.0, f64::NAN, 4.0, 5.0, 6.0];
        let money_codes: Vec<u8> = (0..7).cycle().take(len).collect();
        let rows: FixedBitSet = (0..len).filter(|row| row % 5 != 1).collect();
        let with = (0..len).filter(|row| row % 11 != 1 && !money[*row].is_nan());
        let with: FixedBitSet = with.collect();
        let mut expected = vec![Tally::default(); 300];
        for row in rows.ones() {
            let money_m = Some(money[row]).filter(|_| with.contains(row));
            expected[usize::from(codes[row])].add(money_m);
        }
        let money = Money {
            codes: View::Bytes(&money_codes),
            units: &units,
            with: &with,
        };
        // Whole numbers are added up exactly in any order.
        let counted = count(&rows, money, &[(View::Shorts(&codes), 300)]);
        let counted: Vec<Tally> = counted
            .concat()
            .into_iter()
            .map(|own| own.tally(1.0))
            .collect();
        assert_eq!(counted, expected);
    }
}
