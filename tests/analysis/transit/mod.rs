//! Transit and geometry: worked examples, laws that must never fail, and answers on a small dataset.

mod comparison;
mod costs;
mod fictional;
mod laws;
mod routes;
mod summaries;
mod worked;

use belt_explorer::analysis::transit::Band;
use belt_explorer::analysis::transit::breakeven::{BreakEven, break_even_band};
use belt_explorer::analysis::transit::cost::{CostLine, Haul};
use belt_explorer::analysis::transit::{Cargo, Holding};

/// A route of the worked examples: freight USD, days, sigma.
type Example = (f64, f64, f64);

const SEA: Example = (3_000.0, 38.0, 6.0);
const RAIL: Example = (7_000.0, 16.0, 3.0);
const AIR: Example = (37_000.0, 5.0, 1.0);

#[track_caller]
fn near(actual: f64, expected: f64) {
    let allowed = 1e-6 * expected.abs().max(1e-9);
    assert!(
        (actual - expected).abs() <= allowed,
        "{actual} is not {expected}"
    );
}

fn band(low: f64, typical: f64, high: f64) -> Band {
    Band { low, typical, high }
}

fn haul((freight, days, sigma): Example) -> Haul {
    Haul {
        freight_usd: Band::exact(freight),
        days: Band::exact(days),
        sigma_days: Some(sigma),
        tonnes_co2e: None,
    }
}

fn line(route: Example, cargo: &Cargo) -> CostLine {
    haul(route).line(cargo).expect("all terms are known")
}

fn generalised(route: Example, cargo: &Cargo) -> f64 {
    line(route, cargo).at(cargo.value_usd).typical
}

fn with_holding(holding: Holding) -> Cargo {
    Cargo {
        holding,
        ..Cargo::default()
    }
}

#[track_caller]
fn above(found: BreakEven) -> f64 {
    match found {
        BreakEven::Above(value) => value,
        other => panic!("expected a break-even value, found {other:?}"),
    }
}

#[track_caller]
fn break_even_of(slow: Example, fast: Example, cargo: &Cargo) -> f64 {
    above(break_even_band(&line(slow, cargo), &line(fast, cargo)).typical)
}
