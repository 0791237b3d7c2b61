//! Greenhouse gases of a shipment on a route (`formulas` D9), well to wheel, as CO2 equivalents.
//!
//! Factors by mode are this program's own choice inside sourced ranges, because published ones
//! differ in scope and gas; the dataset lists published factors beside them as they are.
//! Handling at hubs is left out: there is no sourced value for it.

use super::Band;
use super::legs::{LegLength, leg_length};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Mode, Route};

/// Grams in a tonne.
const GRAMS_PER_TONNE: f64 = 1e6;

/// What a mode emits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModeFactor {
    /// g of CO2 equivalents per tonne-km, well to wheel.
    pub g_per_tkm: Band,
    /// Whether the typical value is an assumption inside the sourced range.
    pub assumed: bool,
    /// Where the range comes from.
    pub basis: &'static str,
}

/// Emissions of a shipment on a route.
#[derive(Debug, Clone, PartialEq)]
pub struct Emissions {
    /// tonnes of CO2 equivalents for the whole shipment; missing if one leg is.
    pub tonnes_co2e: Option<Band>,
    /// Legs of the route.
    pub n_legs: usize,
    /// Legs whose length was estimated from great circles.
    pub n_estimated: usize,
    /// Positions of the legs without length or factor.
    pub missing: Vec<usize>,
}

/// The factor of a mode; missing where a leg mixes modes.
#[must_use]
pub fn mode_factor(mode: Mode) -> Option<ModeFactor> {
    let (low, typical, high, assumed, basis) = match mode {
        Mode::Sea => (
            5.0,
            8.15,
            16.0,
            false,
            "GLEC v3.2 fleet average; UK 15.4-16",
        ),
        Mode::Rail => (
            15.0,
            25.0,
            35.0,
            true,
            "NL 2014, UK factors, forwarders' examples",
        ),
        Mode::Road => (62.0, 90.0, 110.0, true, "Defra 2012, NL 2014, UK 2024"),
        Mode::Air => (608.0, 880.0, 1_100.0, false, "GLEC v3.2 freighter; UK 2024"),
        Mode::Ferry => (
            60.0,
            125.0,
            250.0,
            true,
            "GLEC v3.0 and v3.2 RoPax; UK ro-ro",
        ),
        Mode::Waterway => (20.0, 38.6, 50.0, false, "NL 2014"),
        Mode::Multimodal => return None,
    };
    Some(ModeFactor {
        g_per_tkm: Band { low, typical, high },
        assumed,
        basis,
    })
}

/// Emissions of one leg in tonnes of CO2 equivalents: `W * km * f / 1e6`; km with any adjustment already in it.
#[must_use]
pub fn leg_tonnes_co2e(tonnes: f64, km: f64, g_per_tkm: Band) -> Band {
    g_per_tkm.scaled(tonnes * km / GRAMS_PER_TONNE)
}

/// Emissions of a shipment of this mass over all legs of a route.
#[must_use]
pub fn route_emissions(catalog: &Catalog, route: &Route, tonnes: f64) -> Emissions {
    let mut total = Band::exact(0.0);
    let mut missing = Vec::new();
    let mut n_estimated = 0;
    for (i, leg) in route.legs.iter().enumerate() {
        let length = leg_length(catalog, leg);
        match (length.km(), mode_factor(leg.mode)) {
            (Some(km), Some(factor)) => {
                total = total + leg_tonnes_co2e(tonnes, km, factor.g_per_tkm);
                n_estimated += usize::from(matches!(length, LegLength::Estimated(_)));
            }
            _ => missing.push(i),
        }
    }
    Emissions {
        tonnes_co2e: (missing.is_empty() && !route.legs.is_empty()).then_some(total),
        n_legs: route.legs.len(),
        n_estimated,
        missing,
    }
}
