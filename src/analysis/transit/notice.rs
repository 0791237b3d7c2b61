//! What a reader must know about an answer, as data. Words are made in the interface.

use super::quote::LeftOut;
use crate::dataset::schema::{Metric, RouteScope};
use std::collections::{BTreeMap, BTreeSet};

/// Something that limits what an answer means.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Figures of different stated scopes stand side by side: they measure different trips.
    MixedScopes(BTreeSet<RouteScope>),
    /// Some figures do not say what they measure, and are taken along.
    UnstatedScope {
        /// How many figures.
        figures: usize,
    },
    /// Routes between different places stand side by side.
    MixedEnds,
    /// Figures that were not used, with the reason and how many.
    LeftOut(BTreeMap<LeftOut, usize>),
    /// Costs per twenty-foot container, or per kg by air, were converted to a forty-foot container.
    Converted {
        /// How many figures.
        figures: usize,
    },
    /// Some figures are ranges without a typical value; their mid-points stand in.
    Midpoints {
        /// How many figures.
        figures: usize,
    },
    /// Emissions rest on leg lengths that were estimated from great circles.
    EstimatedLengths {
        /// How many routes.
        routes: usize,
    },
    /// Handling at hubs is not part of the emissions: there is no sourced value.
    HubsExcluded,
    /// The spread of the days is a triangular distribution over the quoted range: an assumption.
    AssumedSpread,
    /// A route is shorter than the great circle between its ends: a figure is wrong.
    ShorterThanGreatCircle,
}

impl Notice {
    /// Whether it limits emissions alone: days and cost do not rest on it.
    #[must_use]
    pub fn is_about_emissions(&self) -> bool {
        matches!(self, Self::HubsExcluded | Self::EstimatedLengths { .. })
    }
}

/// Why a route is not compared with the others.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// It runs between other places than the question asks about.
    OtherEnds,
    /// No figure gives a typical value for a criterion.
    NoFigure {
        /// Days or cost.
        metric: Metric,
        /// Figures that count, but state only a lower or an upper limit.
        limits_only: usize,
        /// Figures that do not count, by reason; empty if there are no figures at all.
        left_out: BTreeMap<LeftOut, usize>,
    },
    /// The cargo has a reliability ratio, and the route's days have no range.
    NoSpread,
    /// The cargo has a carbon price, and the route's emissions are not known.
    NoEmissions,
}
