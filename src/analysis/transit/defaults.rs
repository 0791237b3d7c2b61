//! The question a dataset is opened with: chosen so that it compares the most with the least warnings.

use super::compare::{compare, serves};
use super::{Cargo, Ends, Question, Years};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Metric, Observation, RouteScope};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many of the latest years with figures count. Freight rates move by a factor of ten in a
/// few years, so older ones answer another question; one year alone leaves out most routes.
const LATEST_YEARS: usize = 3;

impl Question {
    /// The question to start with.
    ///
    /// The latest years with figures; the trip that most routes serve; and the scope, of terminal
    /// to terminal or door to door, under which most routes can be compared. Figures that do not
    /// state their scope count, with a notice: most of the press does not.
    #[must_use]
    pub fn for_catalog(catalog: &Catalog) -> Self {
        let with_scope = |scope| Self {
            years: latest_years(catalog),
            scopes: BTreeSet::from([scope, RouteScope::Unstated]),
            with_forecasts: false,
            modes: BTreeSet::new(),
            ends: busiest_ends(catalog),
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

/// The ends of the route whose trip most routes serve; of equals, the first in the dataset.
fn busiest_ends(catalog: &Catalog) -> Ends {
    let routes = &catalog.data().transit.routes;
    let served = |origin: &str, destination: &str| {
        let same = routes
            .iter()
            .filter(|r| serves(catalog, r, origin, destination));
        same.count()
    };
    let busiest = routes
        .iter()
        .min_by_key(|route| Reverse(served(&route.origin, &route.destination)));
    busiest.map_or(Ends::Any, |route| Ends::Near {
        origin: route.origin.clone(),
        destination: route.destination.clone(),
    })
}
