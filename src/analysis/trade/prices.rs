//! Nominal and constant prices of lines (`formulas` B4).

use super::line::Line;
use crate::analysis::amount::Sources;
use crate::analysis::levels::{Yearly, constant_prices};
use crate::dataset::catalog::Catalog;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which prices values are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Prices {
    /// As recorded.
    #[default]
    Nominal,
    /// In the prices of this year.
    Constant(i32),
}

/// The price index of the dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceIndex {
    /// Id of its series.
    pub series: String,
    /// Unit, such as `index 2015=100`.
    pub unit: String,
    /// Year to index.
    pub values: Yearly,
    /// Its sources.
    pub sources: Sources,
    /// The base year to offer first: the dataset's, else the last year of the index.
    pub default_base: i32,
}

impl PriceIndex {
    /// The index that the dataset names; nothing if it names none or the index is empty.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Option<Self> {
        let meta = catalog.data().meta.as_ref()?;
        let series = catalog.series(meta.price_index.as_deref()?)?;
        let last = series.values.last_key_value()?;
        Some(Self {
            series: series.id.clone(),
            unit: series.unit.clone(),
            values: series.values.clone(),
            sources: series.sources.iter().cloned().collect(),
            default_base: meta.price_base.unwrap_or(*last.0),
        })
    }

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

    /// Whether values can be expressed in prices of the year.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        self.values.get(&year).is_some_and(|price| *price > 0.0)
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
