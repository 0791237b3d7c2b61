//! What the figures of one route amount to (`formulas` D4): never a silent average.
//!
//! The typical value is the median of typical values and mid-points, between the lowest and the
//! highest number that any of the figures states.

use super::quote::{Filter, LeftOut, Quote, Stated, quote, sources_of};
use super::{Band, Years};
use crate::analysis::stats::Sample;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Id, Metric, Mode, RouteScope};
use std::collections::BTreeMap;

/// From how many figures on a middle half says something about them.
const ENOUGH_FOR_QUARTILES: usize = 5;

/// What some figures amount to, and what they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Lowest, median and highest, in days, km, or USD per forty-foot container.
    ///
    /// Missing if no figure has a typical value or a whole range.
    pub band: Option<Band>,
    /// First and third quartile of typical values and mid-points; missing below five of them.
    pub middle_half: Option<(f64, f64)>,
    /// Positions of the figures used, in the dataset's observations.
    pub used: Vec<usize>,
    /// Of these, ranges whose mid-point stands in for the typical value.
    pub n_midpoints: usize,
    /// Of these, figures that state only a lower or an upper limit: part of the range alone.
    pub n_limits_only: usize,
    /// Of these, figures converted from another unit.
    pub n_converted: usize,
    /// Scopes of the figures used, with their number.
    pub scopes: BTreeMap<RouteScope, usize>,
    /// First and last year the figures used are about.
    pub years: Option<Years>,
    /// Figures about the same thing that do not count, by reason.
    pub left_out: BTreeMap<LeftOut, usize>,
    /// Ids of the sources of the figures used, sorted.
    pub sources: Vec<Id>,
}

/// Summarises what some observations say about one metric of a route of this mode.
#[must_use]
pub fn summarise(
    catalog: &Catalog,
    observations: &[usize],
    metric: Metric,
    mode: Mode,
    filter: Filter<'_>,
) -> Summary {
    let quotes = observations
        .iter()
        .filter_map(|i| quote(catalog, *i, metric, mode, filter));
    let (used, left_out): (Vec<Quote>, Vec<Quote>) = quotes.partition(|q| q.left_out.is_none());
    let positions: Vec<usize> = used.iter().map(|q| q.observation).collect();
    let all = &catalog.data().transit.observations;
    let (band, middle_half) = spread_of(&used);
    Summary {
        band,
        middle_half,
        n_midpoints: count(&used, |q| q.stated.is_some_and(Stated::is_midpoint)),
        n_limits_only: count(&used, |q| {
            q.stated.and_then(Stated::typical_or_midpoint).is_none()
        }),
        n_converted: count(&used, |q| q.converted),
        scopes: tally(positions.iter().filter_map(|i| Some(all.get(*i)?.scope))),
        years: used.iter().filter_map(|q| q.years).reduce(Years::joined),
        left_out: tally(left_out.iter().filter_map(|q| q.left_out)),
        sources: sources_of(catalog, positions.iter().copied()),
        used: positions,
    }
}

fn spread_of(used: &[Quote]) -> (Option<Band>, Option<(f64, f64)>) {
    let stated = || used.iter().filter_map(|q| q.stated);
    let typical = Sample::new(stated().filter_map(Stated::typical_or_midpoint));
    let numbers = || stated().flat_map(|s| s.numbers().collect::<Vec<f64>>());
    let band = typical.median().map(|median| Band {
        low: numbers().fold(median, f64::min),
        typical: median,
        high: numbers().fold(median, f64::max),
    });
    let enough = typical.values().len() >= ENOUGH_FOR_QUARTILES;
    let quartiles = || typical.quantile(0.25).zip(typical.quantile(0.75));
    (band, enough.then(quartiles).flatten())
}

fn count(quotes: &[Quote], test: impl Fn(&Quote) -> bool) -> usize {
    quotes.iter().filter(|quote| test(quote)).count()
}

fn tally<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}
