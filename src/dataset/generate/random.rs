//! Numbers that look random and are the same everywhere for the same seed.

/// A small generator (`SplitMix64`, Steele and others, 2014). It is quick to start, so that each
/// record has one of its own and does not depend on those before it.
pub(super) struct Random(u64);

/// One step of the sequence.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// The generator of one record: the dataset's seed, what kind of record it is, its number.
    pub(super) fn of(seed: u64, kind: u64, number: u64) -> Self {
        let mut start = Self(seed ^ kind.wrapping_mul(0xd1b5_4a32_d192_ed03));
        let mixed = start.next();
        Self(mixed ^ number.wrapping_mul(STEP))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `end`; zero if there is none.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// True in so many of a hundred cases.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let length = u64::try_from(list.len()).unwrap_or(u64::MAX);
        let position = self.below(length);
        usize::try_from(position)
            .ok()
            .and_then(|position| list.get(position))
    }

    /// A number from 0 to below 1.
    pub(super) fn share(&mut self) -> f64 {
        // 32 bits are exact in a float, and enough here.
        let bits = u32::try_from(self.next() >> 32).unwrap_or_default();
        f64::from(bits) / 4_294_967_296.0
    }

    /// A number between two others.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }

    /// A log-normal number: half of all lie below the median, and some far above.
    pub(super) fn around(&mut self, median: f64, spread: f64) -> f64 {
        // The sum of twelve shares is close to normal (Irwin and Hall).
        let normal: f64 = (0..12).map(|_| self.share()).sum::<f64>() - 6.0;
        median * (spread * normal).exp()
    }

    /// A whole number below `end`, low ones far more often: a long tail.
    pub(super) fn of_tail(&mut self, end: u64) -> u64 {
        let mut end = end;
        // Each halving of the range is as likely as the one before it.
        while end > 8 && self.chance(60) {
            end /= 2;
        }
        self.below(end)
    }
}

/// A number with about three digits, as people state them.
pub(super) fn rounded(value: f64) -> f64 {
    if value >= 1_000.0 {
        (value / 10.0).round() * 10.0
    } else if value >= 100.0 {
        value.round()
    } else if value >= 10.0 {
        (value * 10.0).round() / 10.0
    } else {
        (value * 100.0).round().max(1.0) / 100.0
    }
}
