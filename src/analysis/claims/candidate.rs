//! What a claim can be compared with, as numbers in the claim's unit: sums of series, what others
//! stated about a list, what sources quote for routes.

use super::interval::{Fit, Interval};
use crate::analysis::amount::Sources;
use crate::analysis::programme::list_number;
use crate::analysis::trade::Standing;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{
    Check, Claim, Id, ListCheck, MeasureRole, QuoteCheck, Scope, Series, Text,
};

/// A number that could be meant, and whether the claim can mean it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Position of the check in the claim's list.
    pub check: usize,
    /// Whose number it is and how defined.
    pub label: Text,
    /// What it is made of.
    pub origin: CandidateOrigin,
    /// Lowest value, in the claim's unit.
    pub low: f64,
    /// Highest value, in the claim's unit; equal to `low` for a single number.
    pub high: f64,
    /// How it lies to the claim.
    pub fit: Fit,
    /// Whether an estimate is part of it.
    pub estimated: bool,
    /// Years of a sum for which a series has no full-year number.
    pub missing_years: Vec<i32>,
    /// Its sources.
    pub sources: Sources,
}

/// What a candidate is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CandidateOrigin {
    /// The sum of series.
    Series,
    /// A statement about a list: its position among the programme's states.
    List {
        /// Id of the programme.
        programme: String,
        /// Position of the state.
        state: usize,
    },
    /// Quotes for a route.
    Route {
        /// Id of the route.
        route: String,
        /// Number of quotes.
        quotes: usize,
    },
}

/// A value before it is compared.
struct Value {
    label: Text,
    origin: CandidateOrigin,
    low: f64,
    high: f64,
    estimated: bool,
    missing_years: Vec<i32>,
    sources: Sources,
}

/// All numbers a claim can be compared with, in the order of its checks.
pub(super) fn candidates(catalog: &Catalog, claim: &Claim, interval: Interval) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (position, check) in claim.checks.iter().enumerate() {
        let values = values(catalog, claim, check);
        all.extend(values.into_iter().map(|value| Candidate {
            check: position,
            fit: interval.fit(value.low, value.high),
            label: value.label,
            origin: value.origin,
            low: value.low,
            high: value.high,
            estimated: value.estimated,
            missing_years: value.missing_years,
            sources: value.sources,
        }));
    }
    all
}

fn values(catalog: &Catalog, claim: &Claim, check: &Check) -> Vec<Value> {
    let mut values: Vec<Value> = series_sum(catalog, check).into_iter().collect();
    if let Some(list) = &check.list {
        values.extend(list_values(catalog, claim, check, list));
    }
    if let Some(quotes) = &check.quotes {
        values.extend(route_values(catalog, check, quotes));
    }
    values
}

/// The number of a series that can stand for a year, and whether it is an estimate: a whole year
/// that has passed, or what was held on a day of it.
fn of_year(catalog: &Catalog, series: &Series, year: i32) -> Option<(f64, bool)> {
    let value = series
        .values
        .get(&year)
        .copied()
        .filter(|value| value.is_finite())?;
    let standing = Standing::of(series.marks.get(&year));
    let held = matches!(
        catalog.measure_role(&series.measure),
        Some(MeasureRole::InvestmentStock | MeasureRole::Debt)
    );
    let stands = standing.is_full_year() || held && standing == Standing::PartialYear;
    stands.then_some((value, standing == Standing::Estimate))
}

/// The sum of the check's series. In one year every series must have a number; over years, a year
/// without one adds nothing and is named.
fn series_sum(catalog: &Catalog, check: &Check) -> Option<Value> {
    if check.series.is_empty() {
        return None;
    }
    let all: Option<Vec<&Series>> = check.series.iter().map(|id| catalog.series(id)).collect();
    let all = all?;
    let mut missing_years = Vec::new();
    let (mut sum, mut found, mut estimated) = (0.0, false, false);
    let mut sources = Sources::new();
    for year in check.since.unwrap_or(check.year)..=check.year {
        for series in &all {
            if let Some((value, estimate)) = of_year(catalog, series, year) {
                sum += value;
                found = true;
                estimated |= estimate;
                let own = series.marks.get(&year).map(|mark| &mark.sources);
                let own = own.filter(|own| !own.is_empty());
                sources.extend(own.unwrap_or(&series.sources).iter().cloned());
            } else if check.since.is_none() {
                return None;
            } else if missing_years.last() != Some(&year) {
                missing_years.push(year);
            }
        }
    }
    let value = sum * check.factor;
    found.then(|| Value {
        label: check.label.clone(),
        origin: CandidateOrigin::Series,
        low: value,
        high: value,
        estimated,
        missing_years,
        sources,
    })
}

/// What others stated about the list itself in the years of the check.
fn list_values(catalog: &Catalog, claim: &Claim, check: &Check, list: &ListCheck) -> Vec<Value> {
    let states = catalog
        .programme(&list.programme)
        .map(|programme| programme.states.iter());
    let years = check.since.unwrap_or(check.year)..=check.year;
    states
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(_, state)| state.scope == Scope::List && years.contains(&state.date.year()))
        // A claim does not confirm itself.
        .filter(|(_, state)| {
            state.date != claim.date || !state.sources.iter().all(|id| claim.sources.contains(id))
        })
        .filter_map(|(position, state)| {
            let value = list_number(state, list.part, list.number)? * check.factor;
            Some(Value {
                label: state.said_by.clone(),
                origin: CandidateOrigin::List {
                    programme: list.programme.clone(),
                    state: position,
                },
                low: value,
                high: value,
                estimated: false,
                missing_years: Vec::new(),
                sources: state.sources.iter().cloned().collect(),
            })
        })
        .collect()
}

/// For each route the range of what is quoted for the years of the check; promises are left out.
fn route_values(catalog: &Catalog, check: &Check, quotes: &QuoteCheck) -> Vec<Value> {
    let years = check.since.unwrap_or(check.year)..=check.year;
    let of_route = |id: &Id| {
        let route = catalog.route(id)?;
        let wanted = catalog
            .data()
            .transit
            .observations
            .iter()
            .filter(|observation| {
                let inside = observation.period.is_some_and(|period| {
                    years.contains(&period.from.year()) && years.contains(&period.to.year())
                });
                observation.route == *id
                    && observation.metric == quotes.metric
                    && !observation.forecast
                    && inside
            });
        let (mut low, mut high, mut count) = (f64::INFINITY, f64::NEG_INFINITY, 0);
        let mut sources = Sources::new();
        for observation in wanted {
            let numbers = [observation.low, observation.typical, observation.high];
            for number in numbers.into_iter().flatten() {
                low = low.min(number * check.factor);
                high = high.max(number * check.factor);
            }
            count += 1;
            sources.extend(observation.sources.iter().cloned());
        }
        (low <= high).then(|| Value {
            label: route.name.clone(),
            origin: CandidateOrigin::Route {
                route: id.to_string(),
                quotes: count,
            },
            low,
            high,
            estimated: false,
            missing_years: Vec::new(),
            sources,
        })
    };
    quotes.routes.iter().filter_map(of_route).collect()
}
