//! A number with its range: interval arithmetic for quantities that only grow with their parts.
//!
//! Not here: where a range comes from ([`super::summary`], [`super::emissions`]).

use std::ops::Add;

/// A typical value between the lowest and the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Lowest.
    pub low: f64,
    /// Typical.
    pub typical: f64,
    /// Highest.
    pub high: f64,
}

impl Band {
    /// A number without a range.
    #[must_use]
    pub fn exact(value: f64) -> Self {
        Self {
            low: value,
            typical: value,
            high: value,
        }
    }

    /// All three values times a factor that is not negative.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            typical: self.typical * factor,
            high: self.high * factor,
        }
    }
}

impl Add for Band {
    type Output = Self;

    /// The sum: lowest with lowest, typical with typical, highest with highest.
    fn add(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            typical: self.typical + other.typical,
            high: self.high + other.high,
        }
    }
}
