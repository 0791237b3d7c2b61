//! Counts rows and their money by what columns say of them, all columns in one pass.
//!
//! Rows are taken some thousand at a time, so that what is gathered of them once, where they stand
//! and their money, is in the processor's own cache while column after column is added up.

use super::{codes::View, cores, tally::Tally};
use fixedbitset::FixedBitSet;
use std::iter;

/// Rows of one word of a set.
pub(super) const WORD: usize = usize::BITS as usize;
/// Words of rows that are gathered at a time.
const TOGETHER: usize = 64;
/// Words of rows that are added up apart from others. This does not depend on the number of cores,
/// since the order of a sum shows in its last digits.
const PIECE: usize = 4_096;
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

/// Some thousand rows.
#[derive(Default)]
struct Gathered {
    /// Where they stand, counted from the first.
    at: Vec<u16>,
    rows: Vec<u64>,
    money_m: Vec<f64>,
}

impl Gathered {
    fn gather(&mut self, words: &[usize], first: usize, money: Money<'_>) {
        self.at.clear();
        self.rows.clear();
        let with = money.with.as_slice().get(first / WORD..);
        let with = with.unwrap_or_default().iter().chain(iter::repeat(&0));
        for ((word, with), from) in words.iter().zip(with).zip((0_u16..).step_by(WORD)) {
            let mut left = *word;
            while left != 0 {
                // Fewer than the bits of a word.
                let bit = u16::try_from(left.trailing_zeros()).unwrap_or_default();
                let has_money = with >> bit & 1 == 1;
                self.at.push(from + bit);
                self.rows.push(if has_money { ONE_WITH_MONEY } else { ONE });
                left &= left - 1;
            }
        }
        let own = money.money_m.get(first..).unwrap_or_default();
        let rows = self.at.iter().zip(&self.rows);
        let money_m = rows.map(|(at, rows)| match own.get(usize::from(*at)) {
            Some(money_m) if *rows != ONE => *money_m,
            _ => 0.0,
        });
        self.money_m.clear();
        self.money_m.extend(money_m);
    }

    fn add<C: Copy>(&self, codes: &[C], number: impl Fn(C) -> usize, sums: &mut [Sum]) {
        let rows = self.at.iter().zip(&self.rows).zip(&self.money_m);
        for ((at, rows), money_m) in rows {
            let code = codes.get(usize::from(*at)).map(|code| number(*code));
            if let Some(sum) = code.and_then(|code| sums.get_mut(code)) {
                sum.rows += rows;
                sum.money_m += money_m;
            }
        }
    }
}

/// Counts some rows by each of some columns: a tally for each code.
pub(super) fn count(
    rows: &FixedBitSet,
    money: Money<'_>,
    columns: &[Column<'_>],
) -> Vec<Vec<Tally>> {
    let pieces: Vec<&[usize]> = rows.as_slice().chunks(PIECE).collect();
    let shared = pieces.len() > 1;
    let pieces = cores::each(pieces.len(), shared, |at| {
        let words = pieces.get(at).copied().unwrap_or_default();
        piece(words, at * PIECE * WORD, money, columns)
    });
    let mut pieces = pieces.into_iter();
    let mut sums = pieces.next().unwrap_or_default();
    for piece in pieces {
        for (sum, own) in sums.iter_mut().flatten().zip(piece.iter().flatten()) {
            sum.rows += own.rows;
            sum.money_m += own.money_m;
        }
    }
    sums.resize(columns.len(), Vec::new());
    let tallies = |sums: Vec<Sum>| sums.into_iter().map(Sum::tally).collect();
    sums.into_iter().map(tallies).collect()
}

fn piece(words: &[usize], first: usize, money: Money<'_>, columns: &[Column<'_>]) -> Vec<Vec<Sum>> {
    let nothing = |(_, codes): &Column<'_>| vec![Sum::default(); *codes];
    let mut sums: Vec<Vec<Sum>> = columns.iter().map(nothing).collect();
    let mut gathered = Gathered::default();
    for (words, nth) in words.chunks(TOGETHER).zip(0..) {
        let first = first + nth * TOGETHER * WORD;
        gathered.gather(words, first, money);
        if gathered.at.is_empty() {
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
    use super::{Money, PIECE, WORD, count};
    use crate::analysis::projects::{codes::View, tally::Tally};
    use fixedbitset::FixedBitSet;

    #[test]
    fn rows_of_several_pieces_are_counted_once_each() {
        let len: usize = 2 * PIECE * WORD + 100;
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
