//! The shipment, what a day on the way costs it, and conversions between its units (`formulas` D1, D10).

use crate::dataset::schema::{CargoPreset, Mode};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Twenty-foot units in one forty-foot unit.
pub const TEU_PER_FEU: f64 = 2.0;

/// Volume weight of air freight: kg charged for one m3 (1 : 6 000).
pub const AIR_KG_PER_M3: f64 = 1_000_000.0 / 6_000.0;

/// Days in a year of carrying cost.
const DAYS_PER_YEAR: f64 = 365.0;

/// One shipment. Every route carries the same one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Cargo {
    /// Value of the shipment, USD.
    pub value_usd: f64,
    /// Mass of the shipment with packaging, tonnes.
    pub tonnes: f64,
    /// Forty-foot containers it fills; half for one twenty-foot container.
    pub feu: f64,
    /// Volume, m3; only for the chargeable weight of air freight.
    pub volume_m3: Option<f64>,
    /// What a day on the way costs.
    pub holding: Holding,
    /// Value of a day of standard deviation over the value of a day; off if missing.
    pub reliability_ratio: Option<f64>,
    /// Price of emissions, USD per tonne of CO2 equivalents; off if missing.
    pub carbon_usd_per_tonne: Option<f64>,
}

/// What a day on the way costs, as a share of the cargo's value. The two are never added.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Holding {
    /// What the owner pays: `h = r / 365 + d`.
    Accounting {
        /// Carrying rate for a year, as a fraction (0.10 = 10 %).
        r_per_year: f64,
        /// Loss of value for a day, as a fraction (0.003 = 0.3 %).
        d_per_day: f64,
    },
    /// What buyers were seen to pay for a day less.
    Market {
        /// Share of the value for a day, as a fraction (0.010 = 1 %).
        h_per_day: f64,
    },
}

impl Holding {
    /// Rates for a year that can be chosen, as fractions.
    pub const YEARLY: RangeInclusive<f64> = 0.0..=1.0;
    /// Shares for a day that can be chosen, as fractions.
    pub const DAILY: RangeInclusive<f64> = 0.0..=0.1;

    /// Share of the value that a day costs.
    #[must_use]
    pub fn per_day(self) -> f64 {
        match self {
            Self::Accounting {
                r_per_year,
                d_per_day,
            } => r_per_year / DAYS_PER_YEAR + d_per_day,
            Self::Market { h_per_day } => h_per_day,
        }
    }
}

impl Default for Cargo {
    /// One forty-foot container of time-sensitive goods: D1's worked example.
    fn default() -> Self {
        Self {
            value_usd: 100_000.0,
            tonnes: 20.0,
            feu: 1.0,
            volume_m3: None,
            holding: Holding::Accounting {
                r_per_year: 0.10,
                d_per_day: 0.003,
            },
            reliability_ratio: None,
            carbon_usd_per_tonne: None,
        }
    }
}

impl Cargo {
    /// Values that can be chosen, USD.
    pub const VALUES_USD: RangeInclusive<f64> = 0.0..=1e12;
    /// Masses that can be chosen, tonnes.
    pub const TONNES: RangeInclusive<f64> = 0.1..=1_000_000.0;
    /// Numbers of forty-foot containers that can be chosen.
    pub const FEU: RangeInclusive<f64> = 0.5..=10_000.0;
    /// Volumes that can be chosen, m3.
    pub const VOLUMES_M3: RangeInclusive<f64> = 0.0..=10_000_000.0;
    /// Ratios of reliability that can be chosen.
    pub const RELIABILITY_RATIOS: RangeInclusive<f64> = 0.0..=3.0;
    /// Prices of emissions that can be chosen, USD per tonne.
    pub const CARBON_USD_PER_TONNE: RangeInclusive<f64> = 0.0..=1_000.0;

    /// The load of a preset in as many containers as this shipment fills; all else stays.
    #[must_use]
    pub fn with_preset(self, preset: &CargoPreset) -> Self {
        Self {
            value_usd: preset.value_per_feu * self.feu,
            tonnes: preset.tonnes_per_feu * self.feu,
            ..self
        }
    }

    /// What a day on the way costs the whole shipment, USD: `V * h`.
    #[must_use]
    pub fn usd_per_day(self) -> f64 {
        self.value_usd * self.holding.per_day()
    }

    /// Factor from a quoted unit of cost to USD per forty-foot container of this cargo.
    ///
    /// Missing for units that cannot be converted without guessing. A price per kg is what air
    /// freight costs; by land or sea it is the price of a part load, which no container pays.
    #[must_use]
    pub fn usd_feu_factor(self, unit: &str, mode: Mode) -> Option<f64> {
        let factor = match unit {
            "USD/FEU" => 1.0,
            "USD/TEU" => TEU_PER_FEU,
            "USD/kg" if mode == Mode::Air => self.chargeable_kg() / self.feu,
            _ => return None,
        };
        (factor.is_finite() && factor > 0.0).then_some(factor)
    }

    /// Mass that air freight is charged for, kg: the larger of gross mass and volume weight.
    #[must_use]
    pub fn chargeable_kg(self) -> f64 {
        let gross_kg = self.tonnes * 1_000.0;
        self.volume_m3
            .map_or(gross_kg, |m3| gross_kg.max(m3 * AIR_KG_PER_M3))
    }
}
