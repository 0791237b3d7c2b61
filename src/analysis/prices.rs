//! Nominal and constant prices (`formulas` B4).

use super::amount::Sources;
use super::levels::Yearly;
use crate::dataset::catalog::Catalog;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

    /// Whether values can be expressed in prices of the year.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        self.values.get(&year).is_some_and(|price| *price > 0.0)
    }
}

/// What makes money of any year that of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Deflator {
    /// The year whose prices are used.
    pub base_year: i32,
    /// Year to what one unit of money of that year is in the base year; other years are not known.
    factors: BTreeMap<i32, f64>,
    /// Sources of the index.
    pub sources: Sources,
}

impl Deflator {
    /// The deflator for these prices; nothing for nominal ones, and where the dataset has no index for
    /// the base year, so that amounts stay nominal.
    #[must_use]
    pub fn of(catalog: &Catalog, prices: Prices) -> Option<Self> {
        let Prices::Constant(base_year) = prices else {
            return None;
        };
        let index = PriceIndex::of(catalog)?;
        let ones = index.values.keys().map(|year| (*year, 1.0)).collect();
        let real = super::levels::constant_prices(&ones, &index.values, base_year)?;
        Some(Self {
            base_year,
            factors: real.values,
            sources: index.sources,
        })
    }

    /// What one unit of money of a year is in the base year; nothing without an index for the year.
    #[must_use]
    pub fn factor(&self, year: i32) -> Option<f64> {
        self.factors.get(&year).copied()
    }
}
