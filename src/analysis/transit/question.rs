//! What can be asked about the routes. Plain data that can be saved; defaults are in [`super::defaults`].

use super::Cargo;
use crate::dataset::schema::{Mode, Period, RouteScope};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which figures to use, which routes to compare, for which cargo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Years whose figures count; all, with the undated, if missing.
    pub years: Option<Years>,
    /// Scopes whose figures count. More than one stated scope is answered with a warning.
    pub scopes: BTreeSet<RouteScope>,
    /// Whether promises and plans count.
    pub with_forecasts: bool,
    /// Modes whose routes are looked at; all if empty.
    pub modes: BTreeSet<Mode>,
    /// Which routes serve the same trip.
    pub ends: Ends,
    /// The shipment.
    pub cargo: Cargo,
}

/// Years from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Years {
    /// First year.
    pub from: i32,
    /// Last year.
    pub to: i32,
}

/// Which routes serve the same trip: a short route to somewhere else is no rival.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ends {
    /// Any ends; answered with a warning if they differ.
    Any,
    /// Routes whose ends lie near these two nodes, in either direction.
    Near {
        /// Id of a node.
        origin: String,
        /// Id of a node.
        destination: String,
    },
}

impl Years {
    /// The years a period touches.
    #[must_use]
    pub fn of(period: Period) -> Self {
        Self {
            from: period.from.year(),
            to: period.to.year(),
        }
    }

    /// Whether the two have a year in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The shortest range that holds both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }
}
