//! The order of the rows of a comparison's table. Routes that are not compared always come last.

use super::compare::Comparison;
use super::frontier::Standing;
use super::ranking::{Known, Ranked};
use crate::dataset::catalog::Catalog;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// What the rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum RowOrder {
    /// Name of the route.
    Name,
    /// Typical days.
    Days,
    /// Typical freight.
    Cost,
    /// Typical generalised cost.
    #[default]
    Generalised,
    /// Typical emissions.
    Emissions,
    /// Number of figures behind days and cost.
    Figures,
    /// Latest year of the figures.
    Years,
    /// Frontier first, then possibly beaten, then surely beaten.
    Standing,
}

/// Order and direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowSort {
    /// What the rows are ordered by.
    pub order: RowOrder,
    /// Largest first.
    pub descending: bool,
}

/// A row; positions are those in the comparison's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteRow {
    /// A route that is compared.
    Ranked(usize),
    /// The line above the routes that are not.
    NotComparedHead,
    /// A route that is not.
    NotCompared(usize),
}

/// The rows of a comparison's table.
#[must_use]
pub fn route_rows(
    catalog: &Catalog,
    comparison: &Comparison,
    sort: RowSort,
    language: &str,
) -> Vec<RouteRow> {
    let name = |known: &Known| {
        let route = catalog.data().transit.routes.get(known.route);
        route.map(|route| catalog.text(&route.name, language).to_lowercase())
    };
    let mut ranked: Vec<(usize, &Ranked)> = comparison.ranked.iter().enumerate().collect();
    ranked.sort_by(|(i, a), (k, b)| {
        let order = match sort.order {
            RowOrder::Name => name(&a.known).cmp(&name(&b.known)),
            order => key(order, a).total_cmp(&key(order, b)),
        };
        let order = if sort.descending {
            order.reverse()
        } else {
            order
        };
        order.then(i.cmp(k))
    });
    let mut rows: Vec<RouteRow> = ranked
        .into_iter()
        .map(|(i, _)| RouteRow::Ranked(i))
        .collect();
    if comparison.n_missing() > 0 {
        rows.push(RouteRow::NotComparedHead);
        rows.extend(
            not_compared(comparison)
                .into_iter()
                .map(RouteRow::NotCompared),
        );
    }
    rows
}

/// Those of which most is known first, else in the order of the dataset.
fn not_compared(comparison: &Comparison) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..comparison.n_missing()).collect();
    let known = |i: &usize| {
        comparison.not_compared.get(*i).map(|row| {
            let reasons = row.reasons.len();
            (reasons, row.known.days.band.is_none())
        })
    };
    rows.sort_by(|a, b| known(a).partial_cmp(&known(b)).unwrap_or(Ordering::Equal));
    rows
}

fn key(order: RowOrder, row: &Ranked) -> f64 {
    let known = &row.known;
    let count = |n: usize| crate::analysis::stats::count(n);
    match order {
        RowOrder::Days => known.days.band.map_or(f64::INFINITY, |band| band.typical),
        RowOrder::Cost => known.cost.band.map_or(f64::INFINITY, |band| band.typical),
        RowOrder::Name | RowOrder::Generalised => row.generalised_usd.typical,
        RowOrder::Emissions => known
            .emissions
            .tonnes_co2e
            .map_or(f64::INFINITY, |band| band.typical),
        RowOrder::Figures => count(known.days.used.len() + known.cost.used.len()),
        RowOrder::Years => {
            let years = [known.days.years, known.cost.years];
            let last = years.into_iter().flatten().map(|years| years.to).max();
            last.map_or(f64::NEG_INFINITY, f64::from)
        }
        RowOrder::Standing => match &row.standing {
            Standing::Frontier => 0.0,
            Standing::Dominated { surely: false, .. } => 1.0,
            Standing::Dominated { surely: true, .. } => 2.0,
            Standing::NotComparable => 3.0,
        },
    }
}
