//! What a person chooses to see of the trade; a view is saved and undone as one of these.

use super::TradeQuestion;
use super::chart::{Display, GapBase};
use super::mirror::Margin;
use super::ranking::Traded;
use crate::analysis::prices::Prices;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::MeasureRole;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Show {
    /// Goods from the partner to the home country, by both recorders.
    #[default]
    ToHome,
    /// Goods from the home country to the partner, by both recorders.
    ToPartner,
    /// Both directions together.
    Turnover,
    /// Exports less imports.
    Balance,
    /// Share of the home country's trade with the world.
    Share,
    /// The partner beside other partners.
    Partners,
    /// Products by size.
    Products,
    /// Investment by recorder.
    Investment,
}

/// Which kind of investment is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum InvestmentRole {
    /// During a year.
    #[default]
    Flow,
    /// Held at the end of a year.
    Stock,
    /// Deals that a tracker lists.
    Deals,
}

/// Everything that decides what the trade charts show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TradeChoice {
    /// What is looked at.
    pub show: Show,
    /// Amounts, growth or index, of one direction.
    pub display: Display,
    /// What the gap is measured against.
    pub gap_base: GapBase,
    /// Exports, imports or both, for shares, partners and products.
    pub traded: Traded,
    /// Which investment.
    pub investment: InvestmentRole,
    /// Id of the product; none means all goods.
    pub product: Option<String>,
    /// Ids of recorders shown or hidden against the rule.
    pub toggled: BTreeSet<String>,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// Nominal or constant prices.
    pub prices: Prices,
    /// Freight and insurance in the adjusted gap.
    pub margin: Margin,
    /// Ids of partners to compare; none means the largest.
    pub partners: BTreeSet<String>,
    /// Year of the ranking; none means the latest.
    pub ranking_year: Option<i32>,
    /// Id of the recorder whose products are ranked; none means the one with the most.
    pub product_recorder: Option<String>,
}

impl Show {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::ToHome,
        Self::ToPartner,
        Self::Turnover,
        Self::Balance,
        Self::Share,
        Self::Partners,
        Self::Products,
        Self::Investment,
    ];
}

impl InvestmentRole {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Flow, Self::Stock, Self::Deals];

    /// The role of its measures.
    #[must_use]
    pub fn role(self) -> MeasureRole {
        match self {
            Self::Flow => MeasureRole::InvestmentFlow,
            Self::Stock => MeasureRole::InvestmentStock,
            Self::Deals => MeasureRole::DealSum,
        }
    }
}

impl Default for TradeChoice {
    fn default() -> Self {
        Self {
            show: Show::default(),
            display: Display::default(),
            gap_base: GapBase::default(),
            traded: Traded::default(),
            investment: InvestmentRole::default(),
            product: None,
            toggled: BTreeSet::new(),
            years: None,
            prices: Prices::default(),
            margin: Margin::WORLD,
            partners: BTreeSet::new(),
            ranking_year: None,
            product_recorder: None,
        }
    }
}

impl TradeChoice {
    /// The choice as a question about the dataset's two countries.
    #[must_use]
    pub fn question(&self, catalog: &Catalog) -> TradeQuestion {
        TradeQuestion {
            home: catalog.home().to_owned(),
            partner: catalog.partner().to_owned(),
            product: self.product.clone().filter(|_| self.uses_product()),
            toggled: self.toggled.clone(),
            years: self.years,
            prices: self.prices,
            margin: self.margin,
        }
    }

    /// Whether a product can be chosen for what is shown.
    #[must_use]
    pub fn uses_product(&self) -> bool {
        !matches!(
            self.show,
            Show::Products | Show::Partners | Show::Investment
        )
    }

    /// Whether the recorders can be chosen for what is shown.
    #[must_use]
    pub fn uses_recorders(&self) -> bool {
        !matches!(self.show, Show::Products | Show::Partners)
    }

    /// Whether prices make a difference: shares and rankings of one year do not depend on them.
    #[must_use]
    pub fn uses_prices(&self) -> bool {
        !matches!(self.show, Show::Share | Show::Products)
    }
}
