//! Which series say the same thing: series grouped by everything but their source and unit.

use super::Catalog;
use crate::dataset::schema::{Country, CountryKind, Flow, Measure, MeasureRole, Series};
use std::collections::BTreeMap;

/// What a series is about and who recorded it; series with equal keys give the same numbers
/// from different sources.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// Id of the measure.
    pub measure: String,
    /// Id of the recorder.
    pub recorder: String,
    /// Id of the reporting country.
    pub reporter: Option<String>,
    /// Id of the country at the other end.
    pub partner: Option<String>,
    /// Direction, seen from the reporter.
    pub flow: Option<Flow>,
    /// Id of the product; none means all goods.
    pub product: Option<String>,
    /// Branch of the economy; none means all.
    pub branch: Option<String>,
    /// Id of the route.
    pub route: Option<String>,
    /// First and last month of part-year series; none means whole years.
    pub months: Option<(u8, u8)>,
}

/// Positions of the series of each key.
#[derive(Debug, Default)]
pub(super) struct SeriesIndex(BTreeMap<SeriesKey, Vec<usize>>);

impl SeriesKey {
    /// The key of a series.
    #[must_use]
    pub fn of(series: &Series) -> Self {
        Self {
            measure: series.measure.clone(),
            recorder: series.recorder.clone(),
            reporter: series.reporter.clone(),
            partner: series.partner.clone(),
            flow: series.flow,
            product: series.product.clone(),
            branch: series.branch.clone(),
            route: series.route.clone(),
            months: series.months,
        }
    }
}

impl SeriesIndex {
    pub(super) fn build(series: &[Series]) -> Self {
        let mut keys: BTreeMap<SeriesKey, Vec<usize>> = BTreeMap::new();
        for (position, series) in series.iter().enumerate() {
            keys.entry(SeriesKey::of(series))
                .or_default()
                .push(position);
        }
        Self(keys)
    }
}

impl Catalog {
    /// The series that give the numbers of a key, in file order.
    pub fn series_with(&self, key: &SeriesKey) -> impl Iterator<Item = &Series> {
        let positions = self.series_keys.0.get(key).map_or(&[][..], Vec::as_slice);
        positions
            .iter()
            .filter_map(|position| self.data.series.get(*position))
    }

    /// All keys in order.
    pub fn series_keys(&self) -> impl Iterator<Item = &SeriesKey> {
        self.series_keys.0.keys()
    }

    /// Role of the measure with this id.
    #[must_use]
    pub fn measure_role(&self, measure: &str) -> Option<MeasureRole> {
        self.measure(measure).map(|measure| measure.role)
    }

    /// The first measure with a role.
    #[must_use]
    pub fn measure_with_role(&self, role: MeasureRole) -> Option<&Measure> {
        self.data
            .measures
            .iter()
            .find(|measure| measure.role == role)
    }

    /// The entry that stands for all countries together.
    #[must_use]
    pub fn world(&self) -> Option<&Country> {
        self.data
            .countries
            .iter()
            .find(|country| country.kind == CountryKind::World)
    }
}
