//! Trade between two countries as each side records it, and investment beside it.
//!
//! Three rules hold everywhere: a line never changes its recorder, kinds of recorders are never
//! added up, and a missing year stays missing.

mod answer;
pub mod chart;
mod choice;
pub mod find;
pub mod investment;
mod line;
pub mod mirror;
mod notice;
mod point;
pub mod prices;
pub mod ranking;
pub mod sides;

pub use answer::{TradeAnswer, answer};
pub use choice::{InvestmentRole, Show, TradeChoice};
pub use find::Goods;
pub use line::Line;
pub use notice::{Notice, YearSpan, YearsNotice, spans};
pub use point::{
    OtherValue, Point, Points, Spread, Standing, combine, full_years, growth, index_to,
};

use super::prices::Prices;
use crate::dataset::schema::RecorderKind;
use mirror::Margin;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the trade of two countries is looked at for.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeQuestion {
    /// Id of the home country.
    pub home: String,
    /// Id of the partner.
    pub partner: String,
    /// Id of the product; none means all goods.
    pub product: Option<String>,
    /// Ids of recorders shown or hidden against the rule, which shows all but the reconciling ones.
    pub toggled: BTreeSet<String>,
    /// First and last year to show; none means all.
    pub years: Option<(i32, i32)>,
    /// Nominal or constant prices.
    pub prices: Prices,
    /// Freight and insurance assumed in the adjusted gap.
    pub margin: Margin,
}

/// Which way goods go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// From the home country to the partner.
    HomeToPartner,
    /// From the partner to the home country.
    PartnerToHome,
}

impl TradeQuestion {
    /// The goods of one direction.
    #[must_use]
    pub fn goods(&self, direction: Direction) -> Goods {
        let out = Goods {
            from: self.home.clone(),
            to: self.partner.clone(),
            product: self.product.clone(),
        };
        match direction {
            Direction::HomeToPartner => out,
            Direction::PartnerToHome => out.reversed(),
        }
    }

    /// Whether a year is to be shown.
    #[must_use]
    pub fn asks(&self, year: i32) -> bool {
        let range = self.years;
        range.is_none_or(|(first, last)| (first..=last).contains(&year))
    }

    /// Whether a recorder is to be shown.
    #[must_use]
    pub fn shows(&self, recorder: &str, kind: RecorderKind) -> bool {
        (kind != RecorderKind::Reconciled) != self.toggled.contains(recorder)
    }
}
