//! Generalised transport cost and the price of a saved day (`formulas` D1, D2).
//!
//! Not here: whether a route's figures can be compared at all ([`mod@super::compare`]).

use super::{Band, Cargo};

/// What one shipment meets on one route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Haul {
    /// Freight for the whole shipment, USD.
    pub freight_usd: Band,
    /// Days on the way.
    pub days: Band,
    /// Standard deviation of the days; needed where the cargo has a reliability ratio.
    pub sigma_days: Option<f64>,
    /// Emissions of the shipment, tonnes of CO2 equivalents; needed where the cargo has a carbon price.
    pub tonnes_co2e: Option<Band>,
}

/// Generalised cost as a line over the value of the cargo: `fixed + value * per_value`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostLine {
    /// Freight, and emissions where they have a price, USD.
    pub fixed_usd: Band,
    /// Share of the cargo's value that the time on the way costs.
    pub per_value: Band,
}

impl Haul {
    /// The cost line; missing if a switched-on term has nothing to work with.
    #[must_use]
    pub fn line(self, cargo: &Cargo) -> Option<CostLine> {
        let carbon_usd = match cargo.carbon_usd_per_tonne {
            Some(price) => self.tonnes_co2e?.scaled(price),
            None => Band::exact(0.0),
        };
        let unreliable_days = match cargo.reliability_ratio {
            Some(ratio) => ratio * self.sigma_days?,
            None => 0.0,
        };
        Some(CostLine {
            fixed_usd: self.freight_usd + carbon_usd,
            per_value: (self.days + Band::exact(unreliable_days)).scaled(cargo.holding.per_day()),
        })
    }
}

impl CostLine {
    /// Generalised cost of a shipment of this value, USD.
    #[must_use]
    pub fn at(self, value_usd: f64) -> Band {
        self.fixed_usd + self.per_value.scaled(value_usd)
    }
}

/// What a saved day costs, USD: the extra freight of the faster route over the days it saves.
///
/// `(freight, days)` of each; missing unless the second is faster.
#[must_use]
pub fn usd_per_saved_day(slow: (f64, f64), fast: (f64, f64)) -> Option<f64> {
    let saved_days = slow.1 - fast.1;
    (saved_days > 0.0).then(|| (fast.0 - slow.0) / saved_days)
}
