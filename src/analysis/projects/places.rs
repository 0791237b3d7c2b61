//! Where the rows of a set stand, found some thousand at a time: a byte of the set is looked up in a list of what
//! it holds, because a processor cannot guess how many bits are set in what comes next.

use fixedbitset::FixedBitSet;

/// Rows of one word of a set.
pub(super) const WORD: usize = usize::BITS as usize;
/// Words of rows that are looked at together.
pub(super) const TOGETHER: usize = 64;
/// Rows of a byte.
const BYTE: usize = 8;

/// The bits that are set in each byte; what stands behind them means nothing.
static BITS: [[u16; BYTE]; 256] = bits();

#[expect(
    clippy::indexing_slicing,
    reason = "worked out by the compiler, which would say so"
)]
const fn bits() -> [[u16; BYTE]; 256] {
    let mut all = [[0; BYTE]; 256];
    let mut byte = 0;
    while byte < all.len() {
        let (mut bit, mut count) = (0_u16, 0);
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                all[byte][count] = bit;
                count += 1;
            }
            bit += 1;
        }
        byte += 1;
    }
    all
}

/// Where some rows stand, counted from the first of their words.
pub(super) struct Places {
    at: Vec<u16>,
    count: usize,
}

impl Default for Places {
    fn default() -> Self {
        Self {
            // Each byte is written down whole.
            at: vec![0; TOGETHER * WORD + BYTE],
            count: 0,
        }
    }
}

impl Places {
    /// Finds the rows of at most [`TOGETHER`] words. It is asked so often that it is made part of who asks.
    #[inline]
    pub(super) fn find(&mut self, words: impl Iterator<Item = usize>) {
        let mut count = 0;
        for (word, first) in words.zip((0_u16..).step_by(WORD)) {
            let (mut left, mut from) = (word, first);
            while left != 0 {
                let byte = left & 0xff;
                let room = self.at.get_mut(count..);
                let room = room.and_then(|room| room.first_chunk_mut::<BYTE>());
                if let (Some(room), Some([a, b, c, d, e, f, g, h])) = (room, BITS.get(byte)) {
                    *room = [
                        from + a,
                        from + b,
                        from + c,
                        from + d,
                        from + e,
                        from + f,
                        from + g,
                        from + h,
                    ];
                }
                count += byte.count_ones() as usize;
                left >>= BYTE;
                from += 8;
            }
        }
        self.count = count;
    }

    /// The rows that were found.
    pub(super) fn at(&self) -> &[u16] {
        self.at.get(..self.count).unwrap_or_default()
    }
}

/// Goes through the rows of a set, some thousand at a time: `work` is told a row, and where others stand, counted
/// from it.
#[inline]
pub(super) fn each(rows: &FixedBitSet, mut work: impl FnMut(usize, &[u16])) {
    let mut places = Places::default();
    for (words, nth) in rows.as_slice().chunks(TOGETHER).zip(0..) {
        places.find(words.iter().copied());
        if !places.at().is_empty() {
            work(nth * TOGETHER * WORD, places.at());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::each;
    use fixedbitset::FixedBitSet;

    #[test]
    fn each_row_of_a_set_is_found_once_and_in_order() {
        let len: u32 = 20_000;
        let rows = (0..len).filter(|row| row % 7 < 3 && !(5_000..11_000).contains(row));
        let rows: FixedBitSet = rows.map(|row| row as usize).collect();
        let mut found = Vec::new();
        each(&rows, |first, at| {
            found.extend(at.iter().map(|at| first + usize::from(*at)));
        });
        assert!(rows.ones().eq(found));
    }
}
