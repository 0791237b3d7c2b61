//! Rows of a comparison: routes in the order of their generalised cost, and those without one.

use super::cost::CostLine;
use super::emissions::Emissions;
use super::frontier::Standing;
use super::{Band, Reason, Summary};

/// What is known of a route, whether or not it can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Position in the dataset's routes.
    pub route: usize,
    /// Days on the way.
    pub days: Summary,
    /// Freight, USD per forty-foot container.
    pub cost: Summary,
    /// Emissions of the shipment.
    pub emissions: Emissions,
}

/// A route that can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The figures behind the comparison.
    pub known: Known,
    /// Generalised cost over the value of the cargo.
    pub line: CostLine,
    /// Generalised cost of this cargo, USD for the shipment.
    pub generalised_usd: Band,
    /// Time against cost among the routes compared; positions are ranks.
    pub standing: Standing,
}

/// A route that cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct NotCompared {
    /// What is known nevertheless.
    pub known: Known,
    /// Why it is not compared; never empty.
    pub reasons: Vec<Reason>,
}

/// Sorts by typical generalised cost; equal routes keep the order of the dataset.
pub(super) fn rank(routes: &mut [Ranked]) {
    routes.sort_by(|a, b| {
        let cost = |row: &Ranked| row.generalised_usd.typical;
        cost(a)
            .total_cmp(&cost(b))
            .then(a.known.route.cmp(&b.known.route))
    });
}
