//! A figure is never a bare number: value or range, unit, date, kind, sources.

use super::{Id, Ids, Period};
use serde::{Deserialize, Serialize};

/// One stated number about a project.
///
/// Two figures for the same quantity are a conflict to be shown, not an error.
/// At least one of `value`, `low`, `high` is present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What is measured.
    pub what: Quantity,
    /// How firm the number is: said, signed, lent, paid, measured, estimated.
    pub kind: FigureKind,
    /// The stated value, in `unit`.
    #[serde(default)]
    pub value: Option<f64>,
    /// Lower end of a stated range, in `unit`.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper end of a stated range, in `unit`.
    #[serde(default)]
    pub high: Option<f64>,
    /// Words that qualify the number, such as "more than".
    #[serde(default)]
    pub qualifier: Option<Qualifier>,
    /// Unit; money is `USD m`, `EUR m`, `JPY m`: an ISO 4217 code and `m` for millions.
    pub unit: Id,
    /// The date or period the number is about, or was stated on.
    #[serde(default)]
    pub date: Option<Period>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// The part of the project the number is about, such as a phase, one lender or a
    /// by-product; absent means all of it. A part is no conflict with the whole or with
    /// another part, and never stands for the whole in totals.
    #[serde(default)]
    pub part: Option<String>,
    /// What the number includes or leaves out.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a [`Figure`] measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Quantity {
    /// Money: the project's whole cost, as stated.
    Cost,
    /// Money: the part that comes from the partner country; part of the cost, never added to it.
    PartnerInvestment,
    /// Money: a loan; part of the cost, never added to it.
    Loan,
    /// Money: the value of a construction or supply contract.
    Contract,
    /// Money: the price paid for a share or a company.
    Acquisition,
    /// Money: a grant.
    Grant,
    /// Share held by the partner country's side, in per cent.
    PartnerStake,
    /// Capacity, in the stated unit.
    Capacity,
    /// Actual output, in the stated unit.
    Output,
    /// Length in km.
    Length,
    /// Jobs while building.
    JobsConstruction,
    /// Lasting jobs.
    JobsPermanent,
    /// How far the work has come, in per cent.
    Progress,
    /// Anything else; the note says what.
    Other,
}

impl Quantity {
    /// Whether the quantity is an amount of money.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Self::Cost
                | Self::PartnerInvestment
                | Self::Loan
                | Self::Contract
                | Self::Acquisition
                | Self::Grant
        )
    }
}

/// How firm a figure is; kinds are never added up without saying so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FigureKind {
    /// Said in public, planned, promised.
    Announced,
    /// Part of a memorandum or framework agreement.
    Agreed,
    /// Part of a signed contract or a closed deal.
    Contracted,
    /// Part of a signed loan or financing agreement.
    Financed,
    /// Paid out.
    Paid,
    /// Counted or measured after the fact, such as the final cost or the actual output.
    Measured,
    /// Somebody's estimate.
    Estimated,
    /// The source does not say which.
    Unstated,
}

/// Words that turn a number into an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// "about", "some".
    About,
    /// "nearly", "almost".
    Nearly,
    /// "more than", "over".
    MoreThan,
    /// "up to", "at most".
    UpTo,
}
