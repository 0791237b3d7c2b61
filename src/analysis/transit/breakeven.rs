//! The cargo value from which a faster route is the cheaper one (`formulas` D3).

use super::cost::CostLine;

/// At which cargo values a faster route costs less than a slower one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BreakEven {
    /// At every value: it is not dearer and not slower.
    Always,
    /// Above this value, USD for the shipment.
    Above(f64),
    /// Below this value: it is cheaper and slower, so the roles are the other way round.
    Below(f64),
    /// At no value.
    Never,
}

/// A break-even value for typical figures, and for the figures that favour one side most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BreakEvenBand {
    /// With the faster route at its best and the slower at its worst.
    pub best: BreakEven,
    /// With typical figures.
    pub typical: BreakEven,
    /// With the faster route at its worst and the slower at its best.
    pub worst: BreakEven,
}

/// A stretch of cargo values on which one route costs least.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Position of the route in the list that was asked about.
    pub line: usize,
    /// From this value on, USD for the shipment; 0 for the first.
    pub from_value_usd: f64,
    /// How far the figures' ranges move that value; missing for the first.
    pub band: Option<BreakEvenBand>,
}

/// Break-even of two lines given as `(fixed USD, share of the value)`.
#[must_use]
pub fn break_even(slow: (f64, f64), fast: (f64, f64)) -> BreakEven {
    let dearer_usd = fast.0 - slow.0;
    let saved = slow.1 - fast.1;
    if dearer_usd <= 0.0 && saved >= 0.0 {
        // Two equal lines: neither is ever cheaper than the other.
        let equal = dearer_usd >= 0.0 && saved <= 0.0;
        return if equal {
            BreakEven::Never
        } else {
            BreakEven::Always
        };
    }
    if dearer_usd >= 0.0 && saved <= 0.0 {
        return BreakEven::Never;
    }
    let value = dearer_usd / saved;
    match (value.is_finite(), dearer_usd > 0.0) {
        (true, true) => BreakEven::Above(value),
        (true, false) => BreakEven::Below(value),
        (false, _) => BreakEven::Never,
    }
}

/// Break-even of two cost lines with what their ranges make of it.
#[must_use]
pub fn break_even_band(slow: &CostLine, fast: &CostLine) -> BreakEvenBand {
    BreakEvenBand {
        best: break_even(
            (slow.fixed_usd.high, slow.per_value.high),
            (fast.fixed_usd.low, fast.per_value.low),
        ),
        typical: break_even(
            (slow.fixed_usd.typical, slow.per_value.typical),
            (fast.fixed_usd.typical, fast.per_value.typical),
        ),
        worst: break_even(
            (slow.fixed_usd.low, slow.per_value.low),
            (fast.fixed_usd.high, fast.per_value.high),
        ),
    }
}

/// Which line costs least from which cargo value on, at typical figures; empty for no lines.
///
/// Starts with the cheapest fixed cost (of equals, the one that grows least) and walks to the
/// nearest crossing with a line that grows less, until none does.
#[must_use]
pub fn lower_envelope(lines: &[CostLine]) -> Vec<Step> {
    let at = |line: &CostLine| (line.fixed_usd.typical, line.per_value.typical);
    let order = |a: (f64, f64), b: (f64, f64)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
    let first = lines
        .iter()
        .enumerate()
        .min_by(|(_, a), (_, b)| order(at(a), at(b)));
    let mut steps = Vec::new();
    let mut next = first.map(|(line, found)| (0.0, line, found, None));
    while let Some((from_value_usd, line, found, band)) = next {
        steps.push(Step {
            line,
            from_value_usd,
            band,
        });
        next = lines
            .iter()
            .enumerate()
            .filter_map(|(i, other)| match break_even(at(found), at(other)) {
                BreakEven::Above(value) => Some((value, i, other)),
                _ => None,
            })
            .min_by(|a, b| order((a.0, at(a.2).1), (b.0, at(b.2).1)))
            .map(|(value, i, other)| (value, i, other, Some(break_even_band(found, other))));
    }
    steps
}
