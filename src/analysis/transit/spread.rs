//! How figures scatter: quantiles and the assumed distribution of a quoted range (`formulas` D4, F1).

use super::Band;

/// Quantile at `p` from 0 to 1 of values in ascending order, type 7; missing for none.
#[must_use]
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = u32::try_from(sorted.len().checked_sub(1)?).ok()?;
    let position = f64::from(last) * p.clamp(0.0, 1.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the position lies between 0 and the last index"
    )]
    let index = position.floor() as usize;
    let low = *sorted.get(index)?;
    let high = sorted.get(index + 1).copied().unwrap_or(low);
    Some(low + position.fract() * (high - low))
}

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
