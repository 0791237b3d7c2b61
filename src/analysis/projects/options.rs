//! The choices of the pictures of projects.

use super::{amount::MoneyStage, stack::StackBy, table::ProjectTable};
use crate::analysis::prices::Prices;
use serde::{Deserialize, Serialize};

/// Which step of a project gives its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum YearBasis {
    /// The year it was announced.
    #[default]
    Announced,
    /// The year work started.
    Started,
    /// The year it was completed.
    Completed,
}

impl YearBasis {
    /// All bases.
    pub const ALL: [Self; 3] = [Self::Announced, Self::Started, Self::Completed];

    /// The year of a project on this basis.
    #[must_use]
    pub fn year(self, table: &ProjectTable, row: usize) -> Option<i32> {
        self.column(table).get(row).copied().flatten()
    }

    /// Position in [`Self::ALL`].
    pub(super) fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|basis| *basis == self)
            .unwrap_or(0)
    }

    /// The years of all projects on this basis.
    pub(super) fn column(self, table: &ProjectTable) -> &[Option<i32>] {
        match self {
            Self::Announced => &table.announced,
            Self::Started => &table.started,
            Self::Completed => &table.completed,
        }
    }
}

/// What the bars measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum InvestmentUnit {
    /// Money.
    #[default]
    Money,
    /// Number of projects.
    Count,
    /// Money summed up to each year.
    Cumulative,
    /// Share of each year's money.
    Share,
    /// Money more or less than in the year before.
    Change,
}

impl InvestmentUnit {
    /// All units.
    pub const ALL: [Self; 5] = [
        Self::Money,
        Self::Count,
        Self::Cumulative,
        Self::Share,
        Self::Change,
    ];

    /// Whether prices matter: a share of one year's money is the same in any.
    #[must_use]
    pub fn has_prices(self) -> bool {
        matches!(self, Self::Money | Self::Cumulative | Self::Change)
    }
}

/// The choices of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InvestmentOptions {
    /// What the bars measure.
    pub unit: InvestmentUnit,
    /// What they are divided by.
    pub stack: StackBy,
    /// Which year counts.
    pub basis: YearBasis,
    /// Which stage of money.
    pub stage: MoneyStage,
    /// In which prices.
    pub prices: Prices,
}
