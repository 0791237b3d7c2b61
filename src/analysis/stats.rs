//! Statistics of a set of numbers (`formulas` F1-F3, F6, C1). Not here: numbers by year ([`super::levels`]).

use std::collections::BTreeMap;

/// 97.5 % point of the normal distribution, for 95 % intervals.
const Z_95: f64 = 1.959_964;

/// Numbers in ascending order, without the missing and the non-finite.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sample(Vec<f64>);

/// An interval with both ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A straight line through points by ordinary least squares (`formulas` F6).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Change of y for one unit of x.
    pub slope: f64,
    /// y at x = 0.
    pub intercept: f64,
    /// Share of the variation of y that the line explains; missing if y does not vary.
    pub r_squared: Option<f64>,
}

/// Herfindahl-Hirschman concentration of shares (`formulas` C1).
///
/// Where a rest is not split into its items the index is only known as an interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Listed shares above zero.
    pub n: usize,
    /// The index if the rest is many tiny items; exact where there is no rest.
    pub low: f64,
    /// The index if the rest is one item.
    pub high: f64,
}

impl Sample {
    /// Sorts the finite numbers.
    pub fn new(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// The numbers in ascending order.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// Smallest number.
    #[must_use]
    pub fn min(&self) -> Option<f64> {
        self.0.first().copied()
    }

    /// Largest number.
    #[must_use]
    pub fn max(&self) -> Option<f64> {
        self.0.last().copied()
    }

    /// Arithmetic mean.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (!self.0.is_empty()).then(|| self.0.iter().sum::<f64>() / count(self.0.len()))
    }

    /// Median: the quantile at one half.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.quantile(0.5)
    }

    /// Quantile at `p` from 0 to 1, type 7 (`formulas` F1).
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        quantile_of(self.0.len(), p, |at| self.0.get(at).copied())
    }
}

/// The position below the quantile at `p` of so many numbers, and how far above it that lies.
#[must_use]
pub fn place_of(n: usize, p: f64) -> Option<(usize, f64)> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let position = count(n.checked_sub(1)?) * p;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the position lies between 0 and the last index"
    )]
    let index = position.floor() as usize;
    Some((index, position.fract()))
}

/// The quantile at `p` of so many numbers in ascending order: `nth` is the one at a position.
pub fn quantile_of(n: usize, p: f64, nth: impl Fn(usize) -> Option<f64>) -> Option<f64> {
    let (index, above) = place_of(n, p)?;
    let low = nth(index)?;
    let next = (index + 1 < n).then(|| nth(index + 1)).flatten();
    Some(low + above * (next.unwrap_or(low) - low))
}

/// Whole numbers of which many are equal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repeated(BTreeMap<i32, usize>);

impl Repeated {
    /// Adds a number so many times.
    pub fn add(&mut self, number: i32, times: usize) {
        *self.0.entry(number).or_default() += times;
    }

    /// How many numbers there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.values().sum()
    }

    /// All numbers in ascending order.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let numbers = self.0.iter();
        numbers.flat_map(|(number, times)| std::iter::repeat_n(f64::from(*number), *times))
    }

    /// Median, as of a [`Sample`].
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        quantile_of(self.count(), 0.5, |at| {
            let mut before = 0;
            let found = self.0.iter().find(|(_, times)| {
                before += **times;
                at < before
            });
            found.map(|(number, _)| f64::from(*number))
        })
    }
}

impl Concentration {
    /// Concentration of `shares` (fractions of the whole) with an unsplit `rest`.
    ///
    /// Missing if no share is above zero, or if one is negative or not finite.
    #[must_use]
    pub fn of(shares: &[f64], rest: f64) -> Option<Self> {
        let valid = |share: &f64| share.is_finite() && *share >= 0.0;
        if !shares.iter().all(valid) || !valid(&rest) {
            return None;
        }
        let n = shares.iter().filter(|share| **share > 0.0).count();
        let low: f64 = shares.iter().map(|share| share * share).sum();
        (n > 0).then_some(Self {
            n,
            low,
            high: low + rest * rest,
        })
    }

    /// The index, if it is known exactly.
    #[must_use]
    pub fn index(&self) -> Option<f64> {
        (self.high <= self.low).then_some(self.low)
    }

    /// How many equal shares would be as concentrated: `1 / H`.
    #[must_use]
    pub fn number_equivalent(&self) -> Option<f64> {
        self.index().map(|index| 1.0 / index)
    }

    /// The index scaled so that equal shares give 0: `(H - 1/n) / (1 - 1/n)`; 1 for one share.
    #[must_use]
    pub fn normalised(&self) -> Option<f64> {
        let even = 1.0 / count(self.n);
        let index = self.index()?;
        Some(if self.n == 1 {
            1.0
        } else {
            (index - even) / (1.0 - even)
        })
    }
}

/// A count as a number; counts here are far below the 2^32 up to which this is exact.
#[must_use]
pub fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::INFINITY, f64::from)
}

/// Weighted mean of `(value, weight)` (`formulas` F2).
///
/// Missing if a weight is negative or not finite, or if all weights are zero.
#[must_use]
pub fn weighted_mean(items: &[(f64, f64)]) -> Option<f64> {
    let total = total_weight(items)?;
    Some(
        items
            .iter()
            .map(|(value, weight)| value * weight)
            .sum::<f64>()
            / total,
    )
}

/// Weighted median of `(value, weight)`: the smallest value with half the weight (`formulas` F2).
#[must_use]
pub fn weighted_median(items: &[(f64, f64)]) -> Option<f64> {
    let total = total_weight(items)?;
    let mut sorted = items.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sum = 0.0;
    sorted.into_iter().find_map(|(value, weight)| {
        sum += weight;
        (weight > 0.0 && sum >= total / 2.0).then_some(value)
    })
}

fn total_weight(items: &[(f64, f64)]) -> Option<f64> {
    let valid = items
        .iter()
        .all(|(value, weight)| value.is_finite() && weight.is_finite() && *weight >= 0.0);
    let total: f64 = items.iter().map(|(_, weight)| weight).sum();
    (valid && total > 0.0).then_some(total)
}

/// 95 % Wilson interval of the share of `hits` among `n` sampled items (`formulas` F3).
///
/// Only for samples: the share of a full list is exact.
#[must_use]
pub fn wilson(hits: usize, n: usize) -> Option<Interval> {
    if n == 0 || hits > n {
        return None;
    }
    let (z2, n) = (Z_95 * Z_95, count(n));
    let p = count(hits) / n;
    let scale = 1.0 + z2 / n;
    let centre = (p + z2 / (2.0 * n)) / scale;
    let half = Z_95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / scale;
    Some(Interval {
        low: (centre - half).clamp(0.0, 1.0),
        high: (centre + half).clamp(0.0, 1.0),
    })
}

/// The least-squares line through `(x, y)` (`formulas` F6); missing below two different x.
#[must_use]
pub fn linear_trend(points: &[(f64, f64)]) -> Option<Trend> {
    let n = count(points.len());
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / n;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / n;
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
        points.iter().map(|(x, y)| f(x - mean_x, y - mean_y)).sum()
    };
    let xx = sum(&|dx, _| dx * dx);
    let xy = sum(&|dx, dy| dx * dy);
    let yy = sum(&|_, dy| dy * dy);
    let slope = xy / xx;
    slope.is_finite().then(|| Trend {
        slope,
        intercept: mean_y - slope * mean_x,
        r_squared: (yy > 0.0).then(|| xy * xy / (xx * yy)),
    })
}
