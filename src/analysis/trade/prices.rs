//! Lines in constant prices (`formulas` B4).

use super::line::Line;
use crate::analysis::levels::constant_prices;
use crate::analysis::prices::{PriceIndex, Prices};
use crate::dataset::catalog::Catalog;
use std::collections::BTreeSet;

impl PriceIndex {
    /// Converts a line to the prices of a year; years without an index are dropped and returned.
    /// Nothing, and the line unchanged, if the index lacks the base year.
    #[must_use]
    pub fn deflate(&self, line: &mut Line, base_year: i32) -> Option<Vec<i32>> {
        // Every value of a year, conflicts too, is scaled by the same factor: what one unit becomes.
        let ones = line.points.keys().map(|year| (*year, 1.0)).collect();
        let factors = constant_prices(&ones, &self.values, base_year)?;
        line.points.retain(|year, point| {
            let Some(factor) = factors.values.get(year) else {
                return false;
            };
            point.value *= factor;
            for other in &mut point.others {
                other.value *= factor;
            }
            point.sources.extend(self.sources.iter().cloned());
            true
        });
        Some(factors.missing)
    }
}

/// Converts lines to the wanted prices. Returns the prices they are now in, which are nominal
/// where the dataset has no index for the base year, and the years dropped for want of an index.
#[must_use]
pub fn convert<'a>(
    catalog: &Catalog,
    lines: impl IntoIterator<Item = &'a mut Line>,
    wanted: Prices,
) -> (Prices, BTreeSet<i32>) {
    let Prices::Constant(base_year) = wanted else {
        return (Prices::Nominal, BTreeSet::new());
    };
    let Some(index) = PriceIndex::of(catalog).filter(|index| index.covers(base_year)) else {
        return (Prices::Nominal, BTreeSet::new());
    };
    let lines = lines.into_iter();
    let missing = lines.filter_map(|line| index.deflate(line, base_year));
    (wanted, missing.flatten().collect())
}
