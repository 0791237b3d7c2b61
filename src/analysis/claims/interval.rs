//! What a stated number can mean: an interval from its digits and its words (`formulas` E6).
//! Not here: what it is compared with.

use crate::dataset::schema::{Claim, Qualifier};

/// How far "about" reaches: 10 % to both sides.
const ABOUT: f64 = 0.1;

/// All values a stated number can mean, in the unit of the claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lowest value, included; may be negative infinity.
    pub low: f64,
    /// Highest value; may be infinity.
    pub high: f64,
    /// Whether the highest value itself is meant.
    pub high_included: bool,
    /// Whether zeros at the end of the number may be digits or not: the widest reading is used.
    pub ambiguous_zeros: bool,
}

/// Where a value lies as seen from a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// The claim can mean it.
    Match,
    /// The claim is below the value by this share of the value; missing for a value of zero.
    ClaimBelow(Option<f64>),
    /// The claim is above the value by this share of the value; missing for a value of zero.
    ClaimAbove(Option<f64>),
}

impl Interval {
    /// What the number of a claim can mean; nothing if it has none.
    #[must_use]
    pub fn of(claim: &Claim) -> Option<Self> {
        match (claim.value, claim.low, claim.high) {
            // A stated range says itself how wide it is.
            (_, Some(low), Some(high)) => Some(Self::closed(low.min(high), low.max(high))),
            (Some(value), _, _) => Some(Self::stated(value, claim.qualifier)),
            (None, Some(low), None) => Some(Self::closed(low, f64::INFINITY)),
            (None, None, Some(high)) => Some(Self::closed(f64::NEG_INFINITY, high)),
            (None, None, None) => None,
        }
    }

    /// What a number with its qualifying words can mean.
    #[must_use]
    pub fn stated(value: f64, qualifier: Option<Qualifier>) -> Self {
        match qualifier {
            None => Self::rounded(value),
            Some(Qualifier::About) => {
                let rounded = Self::rounded(value);
                let reach = value.abs() * ABOUT;
                Self {
                    low: rounded.low.min(value - reach),
                    high: rounded.high.max(value + reach),
                    // Ten per cent is a reach, not a rounding: its end is meant too.
                    high_included: value + reach >= rounded.high,
                    ambiguous_zeros: rounded.ambiguous_zeros,
                }
            }
            Some(Qualifier::Nearly) => {
                let near = value - value.abs() * ABOUT;
                Self {
                    high_included: false,
                    ..Self::closed(near, value)
                }
            }
            Some(Qualifier::MoreThan) => Self::closed(value, f64::INFINITY),
            Some(Qualifier::UpTo) => Self::closed(f64::NEG_INFINITY, value),
        }
    }

    /// Half a unit of the last stated digit to both sides; zeros at the end are read as unstated.
    #[must_use]
    pub fn rounded(value: f64) -> Self {
        let (unit, ambiguous_zeros) = last_digit(value);
        Self {
            low: value - unit / 2.0,
            high: value + unit / 2.0,
            high_included: false,
            ambiguous_zeros,
        }
    }

    /// From one value to another, both included.
    #[must_use]
    pub fn closed(low: f64, high: f64) -> Self {
        Self {
            low,
            high,
            high_included: true,
            ambiguous_zeros: false,
        }
    }

    /// "Two to three times" this: `[least * low, most * high)`, for factors of zero or more.
    #[must_use]
    pub fn times(self, least: f64, most: f64) -> Self {
        Self {
            low: self.low * least,
            high: self.high * most,
            ..self
        }
    }

    /// How a value, or a range of values, lies to the interval. The deviation is
    /// `(y - nearest bound) / y`, given here without its sign.
    #[must_use]
    pub fn fit(self, low: f64, high: f64) -> Fit {
        let share = |y: f64, bound: f64| {
            let share = ((y - bound) / y).abs();
            share.is_finite().then_some(share)
        };
        let over = if self.high_included {
            low > self.high
        } else {
            low >= self.high
        };
        if over {
            Fit::ClaimBelow(share(low, self.high))
        } else if high < self.low {
            Fit::ClaimAbove(share(high, self.low))
        } else {
            Fit::Match
        }
    }
}

/// Size of the unit of the last digit that counts, and whether zeros at the end were passed over.
fn last_digit(value: f64) -> (f64, bool) {
    let text = value.abs().to_string();
    if let Some((_, fraction)) = text.split_once('.') {
        return (power_of_ten(fraction.len()).recip(), false);
    }
    let zeros = text.len() - text.trim_end_matches('0').len();
    if zeros == text.len() {
        return (1.0, false);
    }
    (power_of_ten(zeros), zeros > 0)
}

fn power_of_ten(digits: usize) -> f64 {
    10_f64.powi(i32::try_from(digits).unwrap_or(i32::MAX))
}
