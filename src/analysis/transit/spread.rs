//! How the days of a quoted range scatter: the assumed distribution (`formulas` D4).
//!
//! Quantiles of several figures are in [`crate::analysis::stats`].

use super::Band;

/// Standard deviation of a triangular distribution over a quoted range: an assumption, to be marked.
///
/// Missing if the range is a single point: one quoted number says nothing about its spread.
#[must_use]
pub fn triangular_sd(range: Band) -> Option<f64> {
    let Band {
        low: a,
        typical: m,
        high: b,
    } = range;
    let variance = (a * a + m * m + b * b - a * m - a * b - m * b) / 18.0;
    (b > a && variance.is_finite()).then(|| variance.max(0.0).sqrt())
}
