//! What the chart "generalised cost over cargo value" shows, without a pixel (`formulas` D1, D3).

use super::Cargo;
use super::breakeven::Step;
use super::compare::Comparison;
use super::cost::CostLine;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::Mode;

/// Range of cargo values that is always drawn, USD per forty-foot container.
const DRAWN_USD_FEU: (f64, f64) = (5_000.0, 2_000_000.0);

/// How far beyond the last threshold, or the cargo's own value, the chart goes on.
const BEYOND: f64 = 2.0;

/// State of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueCost {
    /// One line a route compared, in the order of the comparison.
    pub lines: Vec<ValueLine>,
    /// Which of them costs least from which value on.
    pub envelope: Vec<Step>,
    /// First and last cargo value drawn, USD for the shipment; both above zero.
    pub values_usd: (f64, f64),
    /// Value of the cargo asked about, USD.
    pub value_usd: f64,
}

/// Generalised cost of one route.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueLine {
    /// Position in the dataset's routes.
    pub route: usize,
    /// Its name.
    pub label: String,
    /// Decides its colour.
    pub mode: Mode,
    /// Cost over value.
    pub line: CostLine,
}

impl ValueCost {
    /// The chart of a comparison, with names in the wanted language.
    #[must_use]
    pub fn of(catalog: &Catalog, comparison: &Comparison, cargo: &Cargo, language: &str) -> Self {
        let routes = &catalog.data().transit.routes;
        let lines = comparison.ranked.iter().filter_map(|row| {
            let route = routes.get(row.known.route)?;
            Some(ValueLine {
                route: row.known.route,
                label: catalog.text(&route.name, language).to_owned(),
                mode: route.mode,
                line: row.line,
            })
        });
        let last = comparison.envelope.last();
        let threshold = last.map_or(0.0, |step| step.from_value_usd);
        let (low, high) = DRAWN_USD_FEU;
        let first = comparison
            .envelope
            .iter()
            .map(|step| step.from_value_usd)
            .find(|value| *value > 0.0);
        let containers = cargo.feu.max(f64::MIN_POSITIVE);
        let from = [first, (cargo.value_usd > 0.0).then_some(cargo.value_usd)]
            .into_iter()
            .flatten()
            .map(|value| value / BEYOND)
            .fold(low * containers, f64::min);
        let to = (high * containers)
            .max(threshold * BEYOND)
            .max(cargo.value_usd * BEYOND);
        Self {
            lines: lines.collect(),
            envelope: comparison.envelope.clone(),
            values_usd: (from, to),
            value_usd: cargo.value_usd,
        }
    }

    /// The line that costs least at a cargo value; missing for no lines.
    #[must_use]
    pub fn cheapest_at(&self, value_usd: f64) -> Option<usize> {
        let reached = self
            .envelope
            .iter()
            .rev()
            .find(|step| step.from_value_usd <= value_usd);
        reached.or(self.envelope.first()).map(|step| step.line)
    }
}
