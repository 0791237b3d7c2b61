//! All routes at once: the answer that table, chart and break-even of a comparison are read from.

use super::breakeven::{Step, lower_envelope};
use super::cost::{CostLine, Haul};
use super::emissions::route_emissions;
use super::frontier::{Standing, standings};
use super::legs::position;
use super::quote::{Filter, sources_of};
use super::ranking::{Known, NotCompared, Ranked, rank};
use super::summary::summarise;
use super::{Ends, Notice, Question, Reason, Summary, spread};
use crate::analysis::geo;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Id, Metric, Route, RouteScope};
use std::collections::{BTreeMap, BTreeSet};

/// How far from the wanted ends a route may start and end and still serve the same trip, km.
///
/// This program's own rule: about the distance over which containers are brought to a terminal.
pub const SAME_TRIP_KM: f64 = 1_500.0;

/// What a cargo meets on the routes.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Routes by generalised cost, the cheapest first.
    pub ranked: Vec<Ranked>,
    /// Routes that cannot be compared, in the order of the dataset.
    pub not_compared: Vec<NotCompared>,
    /// Which route costs least from which cargo value on; positions are ranks.
    pub envelope: Vec<Step>,
    /// Ids of the sources of the figures compared, sorted.
    pub sources: Vec<Id>,
    /// What limits the answer.
    pub notices: Vec<Notice>,
}

impl Comparison {
    /// Routes compared.
    #[must_use]
    pub fn n_used(&self) -> usize {
        self.ranked.len()
    }

    /// Routes that could not be.
    #[must_use]
    pub fn n_missing(&self) -> usize {
        self.not_compared.len()
    }
}

/// Compares the routes that a question asks about.
#[must_use]
pub fn compare(catalog: &Catalog, question: &Question) -> Comparison {
    let mut ranked = Vec::new();
    let mut not_compared = Vec::new();
    let observations = observations_by_route(catalog);
    for (i, route) in catalog.data().transit.routes.iter().enumerate() {
        if !question.modes.is_empty() && !question.modes.contains(&route.mode) {
            continue;
        }
        let seen = observations.get(&i).map_or(&[][..], Vec::as_slice);
        let known = known(catalog, question, i, route, seen);
        let reasons = reasons(catalog, question, route, &known);
        match cost_line(question, &known) {
            Some(line) if reasons.is_empty() => ranked.push(Ranked {
                known,
                line,
                generalised_usd: line.at(question.cargo.value_usd),
                standing: Standing::NotComparable,
            }),
            _ => not_compared.push(NotCompared { known, reasons }),
        }
    }
    rank(&mut ranked);
    let criteria: Vec<_> = ranked
        .iter()
        .map(|r| [r.known.days.band, r.known.cost.band])
        .collect();
    for (row, standing) in ranked.iter_mut().zip(standings(&criteria)) {
        row.standing = standing;
    }
    let lines: Vec<CostLine> = ranked.iter().map(|row| row.line).collect();
    let used = ranked
        .iter()
        .flat_map(|r| r.known.days.used.iter().chain(&r.known.cost.used));
    Comparison {
        envelope: lower_envelope(&lines),
        sources: sources_of(catalog, used.copied()),
        notices: notices(catalog, question, &ranked),
        ranked,
        not_compared,
    }
}

/// How far the ends of a route lie from the wanted ones, km: both together, in the better direction.
///
/// Missing if one of them is too far for the same trip.
pub(super) fn detour_km(
    catalog: &Catalog,
    route: &Route,
    origin: &str,
    destination: &str,
) -> Option<f64> {
    let apart = |a: &str, b: &str| {
        let km = geo::great_circle_km(position(catalog, a)?, position(catalog, b)?);
        (km <= SAME_TRIP_KM).then_some(km)
    };
    let both = |from: &str, to: &str| Some(apart(from, origin)? + apart(to, destination)?);
    let forth = both(&route.origin, &route.destination);
    let back = both(&route.destination, &route.origin);
    [forth, back].into_iter().flatten().reduce(f64::min)
}

fn serves(catalog: &Catalog, route: &Route, origin: &str, destination: &str) -> bool {
    detour_km(catalog, route, origin, destination).is_some()
}

fn observations_by_route(catalog: &Catalog) -> BTreeMap<usize, Vec<usize>> {
    let mut by_route: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, seen) in catalog.data().transit.observations.iter().enumerate() {
        if let Some(route) = catalog.route_index(&seen.route) {
            by_route.entry(route).or_default().push(i);
        }
    }
    by_route
}

fn known(catalog: &Catalog, question: &Question, i: usize, route: &Route, seen: &[usize]) -> Known {
    let filter = Filter::of(question);
    let summary = |metric| summarise(catalog, seen, metric, route.mode, filter);
    Known {
        route: i,
        days: summary(Metric::Days),
        cost: summary(Metric::Cost),
        emissions: route_emissions(catalog, route, question.cargo.tonnes),
    }
}

/// Generalised cost over the cargo's value; missing exactly where [`reasons`] finds a missing figure.
fn cost_line(question: &Question, known: &Known) -> Option<CostLine> {
    let days = known.days.band?;
    let haul = Haul {
        freight_usd: known.cost.band?.scaled(question.cargo.feu),
        days,
        sigma_days: spread::triangular_sd(days),
        tonnes_co2e: known.emissions.tonnes_co2e,
    };
    haul.line(&question.cargo)
}

fn reasons(catalog: &Catalog, question: &Question, route: &Route, known: &Known) -> Vec<Reason> {
    let Known {
        days,
        cost,
        emissions,
        ..
    } = known;
    let mut reasons = Vec::new();
    if let Ends::Near {
        origin,
        destination,
    } = &question.ends
        && !serves(catalog, route, origin, destination)
    {
        reasons.push(Reason::OtherEnds);
    }
    for (metric, summary) in [(Metric::Days, days), (Metric::Cost, cost)] {
        if summary.band.is_none() {
            reasons.push(Reason::NoFigure {
                metric,
                limits_only: summary.n_limits_only,
                left_out: summary.left_out.clone(),
            });
        }
    }
    let no_spread = days.band.is_some_and(|band| band.high <= band.low);
    if question.cargo.reliability_ratio.is_some() && no_spread {
        reasons.push(Reason::NoSpread);
    }
    if question.cargo.carbon_usd_per_tonne.is_some() && emissions.tonnes_co2e.is_none() {
        reasons.push(Reason::NoEmissions);
    }
    reasons
}

fn notices(catalog: &Catalog, question: &Question, ranked: &[Ranked]) -> Vec<Notice> {
    let summaries = || {
        ranked
            .iter()
            .flat_map(|row| [&row.known.days, &row.known.cost])
    };
    let count = |of: fn(&Summary) -> usize| -> usize { summaries().map(of).sum() };
    let unstated = count(|s| s.scopes.get(&RouteScope::Unstated).copied().unwrap_or(0));
    let (converted, midpoints) = (count(|s| s.n_converted), count(|s| s.n_midpoints));
    let mut left_out = BTreeMap::new();
    for (reason, n) in summaries().flat_map(|s| &s.left_out) {
        *left_out.entry(*reason).or_insert(0) += n;
    }
    let estimated = ranked
        .iter()
        .filter(|row| row.known.emissions.n_estimated > 0)
        .count();
    let with_emissions = ranked
        .iter()
        .any(|row| row.known.emissions.tonnes_co2e.is_some());
    let assumed = question.cargo.reliability_ratio.is_some() && !ranked.is_empty();
    [
        mixed_scopes(summaries()),
        (unstated > 0).then_some(Notice::UnstatedScope { figures: unstated }),
        (question.ends == Ends::Any && mixed_ends(catalog, ranked)).then_some(Notice::MixedEnds),
        (!left_out.is_empty()).then_some(Notice::LeftOut(left_out)),
        (converted > 0).then_some(Notice::Converted { figures: converted }),
        (midpoints > 0).then_some(Notice::Midpoints { figures: midpoints }),
        (estimated > 0).then_some(Notice::EstimatedLengths { routes: estimated }),
        with_emissions.then_some(Notice::HubsExcluded),
        assumed.then_some(Notice::AssumedSpread),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn mixed_scopes<'a>(summaries: impl Iterator<Item = &'a Summary>) -> Option<Notice> {
    let scopes: BTreeSet<RouteScope> = summaries.flat_map(|s| s.scopes.keys().copied()).collect();
    let stated = scopes
        .iter()
        .filter(|scope| **scope != RouteScope::Unstated);
    (stated.count() > 1).then_some(Notice::MixedScopes(scopes))
}

/// Some route compared does not serve the trip of the first.
fn mixed_ends(catalog: &Catalog, ranked: &[Ranked]) -> bool {
    let routes = &catalog.data().transit.routes;
    let mut compared = ranked.iter().filter_map(|row| routes.get(row.known.route));
    compared.next().is_some_and(|first| {
        compared.any(|route| !serves(catalog, route, &first.origin, &first.destination))
    })
}
