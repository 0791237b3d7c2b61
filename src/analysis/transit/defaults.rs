//! The question a dataset is opened with: chosen so that it compares the most with the least warnings.

use super::compare::{SAME_TRIP_KM, compare, detour_km};
use super::{Cargo, Ends, Question, Years};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Metric, Observation, Route, RouteScope};
use std::collections::BTreeSet;

/// How many of the latest years with figures count. Freight rates move by a factor of ten in a
/// few years, so older ones answer another question; one year alone leaves out most routes.
const LATEST_YEARS: usize = 3;

impl Question {
    /// The question to start with.
    ///
    /// The latest years with figures; the trip that is most central among the routes; and the scope, of terminal
    /// to terminal or door to door, under which most routes can be compared. Figures that do not
    /// state their scope count, with a notice: most of the press does not.
    #[must_use]
    pub fn for_catalog(catalog: &Catalog) -> Self {
        let with_scope = |scope| Self {
            years: latest_years(catalog),
            scopes: BTreeSet::from([scope, RouteScope::Unstated]),
            with_forecasts: false,
            modes: BTreeSet::new(),
            ends: central_ends(catalog),
            cargo: Cargo::default(),
        };
        let terminal = with_scope(RouteScope::TerminalToTerminal);
        let door = with_scope(RouteScope::DoorToDoor);
        if compare(catalog, &door).n_used() > compare(catalog, &terminal).n_used() {
            door
        } else {
            terminal
        }
    }
}

/// From the third latest year with a figure for days or cost to the latest; missing without any.
fn latest_years(catalog: &Catalog) -> Option<Years> {
    let counts =
        |seen: &&Observation| matches!(seen.metric, Metric::Days | Metric::Cost) && !seen.forecast;
    let observations = catalog.data().transit.observations.iter().filter(counts);
    let years: BTreeSet<i32> = observations
        .filter_map(|seen| Some(seen.period?.to.year()))
        .collect();
    let mut latest = years.into_iter().rev().take(LATEST_YEARS);
    let to = latest.next()?;
    Some(Years {
        from: latest.next_back().unwrap_or(to),
        to,
    })
}

/// The ends most central among the routes: with many routes serving the same trip, and those near.
fn central_ends(catalog: &Catalog) -> Ends {
    let routes = &catalog.data().transit.routes;
    let centrality = |at: &Route| -> f64 {
        let detours = routes
            .iter()
            .filter_map(|route| detour_km(catalog, route, &at.origin, &at.destination));
        detours.map(|km| 2.0 * SAME_TRIP_KM - km).sum()
    };
    let scored = routes.iter().map(|route| (centrality(route), route));
    // Of equals the first in the dataset: `reduce` keeps it unless a later one is better.
    let central = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    central.map_or(Ends::Any, |(_, route)| Ends::Near {
        origin: route.origin.clone(),
        destination: route.destination.clone(),
    })
}
