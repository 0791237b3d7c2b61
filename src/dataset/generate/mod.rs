//! Makes up datasets of any size, for tests and measurements.
//!
//! Two countries that do not exist, with as much of everything as a dataset of so many projects
//! would have. Nothing is kept in memory but the record that is being written, so size costs
//! time and disk only. The same size and seed give the same bytes. What is made passes the check
//! without a finding and has the usual layout.

mod lines;
mod names;
mod projects;
mod random;
mod sources;
mod tables;
mod trade;
mod transit;

use lines::Lines;
use std::io::{self, Write};

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Number of projects.
    pub projects: u64,
    /// Another seed gives other records.
    pub seed: u64,
}

impl Plan {
    /// Sources that projects cite: one for every five.
    #[must_use]
    pub fn reports(self) -> u64 {
        self.projects.div_ceil(PROJECTS_A_REPORT)
    }

    /// Organisations.
    #[must_use]
    pub fn organisations(self) -> u64 {
        12 + self.projects / 40
    }

    /// Events, each about a project if there are any.
    #[must_use]
    pub fn events(self) -> u64 {
        self.projects.div_ceil(PROJECTS_AN_EVENT)
    }

    /// Products; trade in each is a series by recorder and direction.
    #[must_use]
    pub fn products(self) -> u64 {
        4 + self.projects / 400
    }

    /// Transit routes.
    #[must_use]
    pub fn routes(self) -> u64 {
        3 + self.projects / 5_000
    }
}

/// Projects that one report is about.
const PROJECTS_A_REPORT: u64 = 5;
/// Projects to one event.
const PROJECTS_AN_EVENT: u64 = 50;
/// The last year in which something has happened.
const LAST_YEAR: i32 = 2024;

/// What a random number is for: each kind of record has a sequence of its own.
mod kind {
    pub(super) const REPORT: u64 = 1;
    pub(super) const PROJECT: u64 = 2;
    pub(super) const ORGANISATION: u64 = 3;
    pub(super) const EVENT: u64 = 4;
    pub(super) const SERIES: u64 = 5;
    pub(super) const ROUTE: u64 = 6;
}

/// Writes a dataset as one file.
///
/// # Errors
/// If the writer fails.
pub fn write(plan: Plan, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Lines::new(out);
    lines.inside("(", ")", |lines| {
        tables::write(lines)?;
        sources::reports(plan, lines)?;
        sources::organisations(plan, lines)?;
        projects::write(plan, lines)?;
        tables::programme(plan, lines)?;
        trade::products(plan, lines)?;
        trade::series(plan, lines)?;
        transit::write(plan, lines)?;
        lines.text(tables::STATEMENTS)?;
        sources::events(plan, lines)
    })
}
