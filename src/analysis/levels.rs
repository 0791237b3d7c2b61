//! Numbers by year: balance, shares, growth, index, constant prices, rolling mean (`formulas` B1-B5).
//!
//! A missing year is absent. Callers leave out part-year values first.

use super::stats::{count, linear_trend};
use std::collections::BTreeMap;

/// Year to value; a year without a value is absent.
pub type Yearly = BTreeMap<i32, f64>;

/// What exports and imports of one recorder say together (`formulas` B1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Balance {
    /// Exports less imports.
    pub balance: f64,
    /// Exports plus imports.
    pub turnover: f64,
    /// Exports over imports; missing if there are no imports.
    pub cover_ratio: Option<f64>,
    /// Balance over turnover, from -1 to 1; missing if there is no trade.
    pub normalised: Option<f64>,
}

/// Compound growth between the first and the last year (`formulas` B2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompoundGrowth {
    /// First year; the rate depends on it and the last alone.
    pub first_year: i32,
    /// Last year.
    pub last_year: i32,
    /// Growth a year as a fraction.
    pub rate: f64,
}

/// Values in the prices of one year (`formulas` B4).
#[derive(Debug, Clone, PartialEq)]
pub struct Real {
    /// The year whose prices are used.
    pub base_year: i32,
    /// Year to value in prices of the base year.
    pub values: Yearly,
    /// Years with a value but without a price index.
    pub missing: Vec<i32>,
}

/// What to do with a window of a rolling mean that has missing years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The mean is missing.
    Strict,
    /// The mean is taken if at least half of the years (rounded up) are there; drawn dashed.
    Lenient,
}

impl Balance {
    /// Balance and turnover of `exports` and `imports` in one unit.
    #[must_use]
    pub fn of(exports: f64, imports: f64) -> Self {
        let (balance, turnover) = (exports - imports, exports + imports);
        Self {
            balance,
            turnover,
            cover_ratio: ratio(exports, imports),
            normalised: ratio(balance, turnover),
        }
    }
}

/// `part / whole`; missing where it would not be finite.
#[must_use]
pub fn ratio(part: f64, whole: f64) -> Option<f64> {
    let ratio = part / whole;
    ratio.is_finite().then_some(ratio)
}

/// Share of each part in their sum (`formulas` B1); refused if a part is negative or the sum zero.
#[must_use]
pub fn shares(parts: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = parts.iter().sum();
    let valid = parts.iter().all(|part| *part >= 0.0) && total > 0.0 && total.is_finite();
    valid.then(|| parts.iter().map(|part| part / total).collect())
}

/// Growth on the year before as a fraction (`formulas` B2); missing after a missing year or one not above zero.
#[must_use]
pub fn growth(values: &Yearly) -> Yearly {
    let before = |year: i32| values.get(&(year - 1)).filter(|value| **value > 0.0);
    values
        .iter()
        .filter_map(|(year, value)| Some((*year, value / before(*year)? - 1.0)))
        .collect()
}

/// Compound growth a year from the first to the last value (`formulas` B2).
///
/// Missing below two years or if an end is not above zero.
#[must_use]
pub fn compound_growth(values: &Yearly) -> Option<CompoundGrowth> {
    let (first_year, first) = values.first_key_value()?;
    let (last_year, last) = values.last_key_value()?;
    let years = f64::from(*last_year) - f64::from(*first_year);
    (years > 0.0 && *first > 0.0 && *last > 0.0).then(|| CompoundGrowth {
        first_year: *first_year,
        last_year: *last_year,
        rate: (last / first).powf(1.0 / years) - 1.0,
    })
}

/// Growth a year from the least-squares line through the logarithms (`formulas` B2).
///
/// Missing below two years or if a value is not above zero.
#[must_use]
pub fn log_trend_growth(values: &Yearly) -> Option<f64> {
    if values.values().any(|value| *value <= 0.0) {
        return None;
    }
    let points: Vec<_> = values
        .iter()
        .map(|(year, value)| (f64::from(*year), value.ln()))
        .collect();
    linear_trend(&points).map(|trend| trend.slope.exp_m1())
}

/// Values with the base year as 100 (`formulas` B3); missing if the base is missing or zero.
#[must_use]
pub fn index_to(values: &Yearly, base_year: i32) -> Option<Yearly> {
    let base = *values.get(&base_year)?;
    (base != 0.0).then(|| {
        values
            .iter()
            .map(|(year, value)| (*year, 100.0 * value / base))
            .collect()
    })
}

/// Nominal values in prices of `base_year` (`formulas` B4).
///
/// Missing if the index has no value above zero for the base year.
#[must_use]
pub fn constant_prices(nominal: &Yearly, prices: &Yearly, base_year: i32) -> Option<Real> {
    let price = |year: i32| prices.get(&year).copied().filter(|price| *price > 0.0);
    let base = price(base_year)?;
    let mut real = Real {
        base_year,
        values: Yearly::new(),
        missing: Vec::new(),
    };
    for (year, value) in nominal {
        match price(*year) {
            Some(price) => {
                real.values.insert(*year, value * base / price);
            }
            None => real.missing.push(*year),
        }
    }
    Some(real)
}

/// Trailing mean over `window` years (`formulas` B5); the first full window ends at year `window` of the data.
#[must_use]
pub fn rolling_mean(values: &Yearly, window: i32, rule: Window) -> Yearly {
    let (Some((first, _)), Some((last, _))) = (values.first_key_value(), values.last_key_value())
    else {
        return Yearly::new();
    };
    if window < 1 {
        return Yearly::new();
    }
    let needed = match rule {
        Window::Strict => window,
        Window::Lenient => (window + 1) / 2,
    };
    (first + window - 1..=*last)
        .filter_map(|year| {
            let present: Vec<f64> = values
                .range(year - window + 1..=year)
                .map(|(_, value)| *value)
                .collect();
            let enough = i32::try_from(present.len()).is_ok_and(|n| n >= needed);
            enough.then(|| (year, present.iter().sum::<f64>() / count(present.len())))
        })
        .collect()
}
