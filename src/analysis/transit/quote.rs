//! Single figures as sources quote them: converted to one unit, and whether a question uses them.
//!
//! Not here: what several of them amount to ([`super::summary`]).

use super::{Cargo, Question, Years};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Id, Metric, Mode, Observation, Period, Route, RouteScope};
use std::collections::BTreeSet;

/// Which figures count, and what they are converted for.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// Years; all, with the undated, if missing.
    pub years: Option<Years>,
    /// Scopes.
    pub scopes: &'a BTreeSet<RouteScope>,
    /// Whether promises and plans count.
    pub with_forecasts: bool,
    /// The shipment that costs are converted for.
    pub cargo: &'a Cargo,
}

/// Why a figure does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Its unit cannot be converted without guessing.
    OtherUnit,
    /// A promise or plan.
    Forecast,
    /// Limited to a special case, such as one season or the price without a subsidy.
    SpecialCase,
    /// Measured between other ends.
    OtherScope(RouteScope),
    /// About other years.
    OtherYears,
    /// About no stated year.
    Undated,
}

/// The numbers of a figure; at least one is present.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stated {
    /// Lowest.
    pub low: Option<f64>,
    /// Typical, average, or the only one.
    pub typical: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
}

/// One figure of a route.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Position in the dataset's observations.
    pub observation: usize,
    /// The numbers in days, km, or USD per forty-foot container; missing in another unit.
    pub stated: Option<Stated>,
    /// Whether the numbers were converted from another unit.
    pub converted: bool,
    /// Years it is about.
    pub years: Option<Years>,
    /// Middle of its period on a time axis, in years.
    pub at_year: Option<f64>,
    /// Why it does not count; missing if it does.
    pub left_out: Option<LeftOut>,
}

/// All figures of a route, those that do not count as well.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// By period, the undated last, then in the order of the files.
    pub quotes: Vec<Quote>,
    /// How many count.
    pub n_used: usize,
    /// How many do not.
    pub n_left_out: usize,
    /// Ids of the sources of all of them, sorted.
    pub sources: Vec<Id>,
}

impl Stated {
    /// The typical value, else the mid-point of a whole range.
    #[must_use]
    pub fn typical_or_midpoint(self) -> Option<f64> {
        self.typical
            .or_else(|| Some(f64::midpoint(self.low?, self.high?)))
    }

    /// Whether the typical value is only the middle of a range.
    #[must_use]
    pub fn is_midpoint(self) -> bool {
        self.typical.is_none() && self.low.is_some() && self.high.is_some()
    }

    /// The numbers that are present.
    pub fn numbers(self) -> impl Iterator<Item = f64> {
        [self.low, self.typical, self.high].into_iter().flatten()
    }
}

impl<'a> Filter<'a> {
    /// The part of a question that is about single figures.
    #[must_use]
    pub fn of(question: &'a Question) -> Self {
        Self {
            years: question.years,
            scopes: &question.scopes,
            with_forecasts: question.with_forecasts,
            cargo: &question.cargo,
        }
    }

    fn left_out(self, seen: &Observation, years: Option<Years>) -> Option<LeftOut> {
        if seen.forecast && !self.with_forecasts {
            return Some(LeftOut::Forecast);
        }
        if seen.about.is_some() {
            return Some(LeftOut::SpecialCase);
        }
        if !self.scopes.contains(&seen.scope) {
            return Some(LeftOut::OtherScope(seen.scope));
        }
        let wanted = self.years?;
        match years {
            None => Some(LeftOut::Undated),
            Some(years) => (!wanted.overlaps(years)).then_some(LeftOut::OtherYears),
        }
    }
}

/// Everything quoted about one route and metric, marked with what the question uses.
///
/// Missing if there is no such route.
#[must_use]
pub fn history(
    catalog: &Catalog,
    route: usize,
    metric: Metric,
    question: &Question,
) -> Option<History> {
    let record = catalog.data().transit.routes.get(route)?;
    let filter = Filter::of(question);
    let mut quotes: Vec<Quote> = observations_of(catalog, record)
        .into_iter()
        .filter_map(|i| quote(catalog, i, metric, record.mode, filter))
        .collect();
    quotes.sort_by(|a, b| {
        let key = |quote: &Quote| quote.at_year.unwrap_or(f64::INFINITY);
        key(a).total_cmp(&key(b))
    });
    let n_used = quotes.iter().filter(|q| q.left_out.is_none()).count();
    Some(History {
        n_used,
        n_left_out: quotes.len() - n_used,
        sources: sources_of(catalog, quotes.iter().map(|q| q.observation)),
        quotes,
    })
}

/// The figure at this position, if it is about this metric.
pub(super) fn quote(
    catalog: &Catalog,
    observation: usize,
    metric: Metric,
    mode: Mode,
    filter: Filter<'_>,
) -> Option<Quote> {
    let seen = catalog.data().transit.observations.get(observation)?;
    if seen.metric != metric {
        return None;
    }
    let years = seen.period.map(Years::of);
    let factor = match metric {
        Metric::Days => (seen.unit == "days").then_some(1.0),
        Metric::Distance => (seen.unit == "km").then_some(1.0),
        Metric::Cost => filter.cargo.usd_feu_factor(&seen.unit, mode),
        _ => None,
    };
    let middle = |period: Period| {
        f64::midpoint(period.from.as_year_fraction(), period.to.as_year_fraction())
    };
    Some(Quote {
        observation,
        stated: factor.map(|factor| Stated {
            low: seen.low.map(|value| value * factor),
            typical: seen.typical.map(|value| value * factor),
            high: seen.high.map(|value| value * factor),
        }),
        converted: metric == Metric::Cost && factor.is_some() && seen.unit != "USD/FEU",
        years,
        at_year: seen.period.map(middle),
        left_out: match factor {
            None => Some(LeftOut::OtherUnit),
            Some(_) => filter.left_out(seen, years),
        },
    })
}

/// Positions of the observations about a route.
pub(super) fn observations_of(catalog: &Catalog, route: &Route) -> Vec<usize> {
    let all = catalog.data().transit.observations.iter().enumerate();
    all.filter(|(_, seen)| seen.route == route.id)
        .map(|(i, _)| i)
        .collect()
}

/// Ids of the sources of some observations, sorted, each once.
pub(super) fn sources_of(catalog: &Catalog, observations: impl Iterator<Item = usize>) -> Vec<Id> {
    let all = &catalog.data().transit.observations;
    let ids: BTreeSet<&Id> = observations
        .filter_map(|i| all.get(i))
        .flat_map(|seen| &seen.sources)
        .collect();
    ids.into_iter().cloned().collect()
}
