//! A linear or logarithmic axis: from values to what `egui_plot` draws, and its ticks.

use super::ticks::{log_ticks, nice_step, ticks_of};
use egui_plot::GridMark;

/// How values lie on an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Evenly, from zero.
    Linear,
    /// Equal distances for equal ratios.
    Logarithmic,
}

/// From which ratio of the largest to the smallest value on an axis is logarithmic.
const LARGE_RATIO: f64 = 25.0;

impl Scale {
    /// Logarithmic where the values lie far apart and are all above zero.
    #[must_use]
    pub fn for_range(low: f64, high: f64) -> Self {
        if low > 0.0 && high / low > LARGE_RATIO {
            Self::Logarithmic
        } else {
            Self::Linear
        }
    }

    /// Position of a value on the axis.
    #[must_use]
    pub fn position(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Logarithmic => value.max(f64::MIN_POSITIVE).log10(),
        }
    }

    /// The value at a position.
    #[must_use]
    pub fn value(self, position: f64) -> f64 {
        match self {
            Self::Linear => position,
            Self::Logarithmic => 10_f64.powf(position),
        }
    }

    /// First and last position for values from `low` to `high`: a linear axis starts at zero.
    #[must_use]
    pub fn bounds(self, low: f64, high: f64) -> (f64, f64) {
        match self {
            Self::Linear => (0.0, high.max(f64::MIN_POSITIVE) * 1.05),
            Self::Logarithmic => (self.position(low) - 0.08, self.position(high) + 0.08),
        }
    }

    /// At most about `most` marks at positions between the bounds.
    #[must_use]
    pub fn ticks(self, bounds: (f64, f64), most: usize) -> Vec<GridMark> {
        match self {
            Self::Linear => {
                let step = nice_step(bounds.1 - bounds.0, most);
                ticks_of(bounds, step)
            }
            Self::Logarithmic => log_ticks(bounds, most),
        }
    }
}
