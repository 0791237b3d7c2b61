//! Claim check: a statement becomes an interval and is laid over every number that could be meant (`formulas` E6).
//!
//! The verdict names the definitions under which the claim holds; it never says true or false.

mod candidate;
mod interval;

pub use candidate::{Candidate, CandidateOrigin};
pub use interval::{Fit, Interval};

use crate::dataset::catalog::Catalog;
use crate::dataset::schema::Claim;

/// A claim with its interval, what it was compared with, and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimCheck {
    /// Position of the claim in the dataset.
    pub claim: usize,
    /// What the stated number can mean; missing for a point without a number.
    pub interval: Option<Interval>,
    /// What it was compared with.
    pub candidates: Vec<Candidate>,
    /// Positions of checks for which the dataset has no number.
    pub unmet: Vec<usize>,
    /// What came out.
    pub verdict: Verdict,
}

/// What came out of comparing a claim with everything that could be meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// A point without a number.
    NoNumber,
    /// The dataset has nothing to compare it with.
    CannotBeChecked,
    /// Every candidate can be meant.
    Matches,
    /// Some candidates can be meant, the others not.
    MatchesOnlyUnder {
        /// How many of the candidates can be meant.
        matching: usize,
    },
    /// The claim is above every candidate, by at least this share of the nearest one.
    AboveAll(Option<f64>),
    /// The claim is below every candidate, by at least this share of the nearest one.
    BelowAll(Option<f64>),
    /// The claim lies between candidates and fits none.
    BetweenAll,
}

impl Verdict {
    /// The verdict over candidates.
    #[must_use]
    pub fn over(candidates: &[Candidate]) -> Self {
        let matching = candidates
            .iter()
            .filter(|candidate| candidate.fit == Fit::Match)
            .count();
        let least = |pick: fn(&Fit) -> Option<Option<f64>>| {
            let shares: Option<Vec<_>> = candidates.iter().map(|c| pick(&c.fit)).collect();
            shares.map(|shares| shares.into_iter().flatten().reduce(f64::min))
        };
        if candidates.is_empty() {
            return Self::CannotBeChecked;
        }
        if matching == candidates.len() {
            return Self::Matches;
        }
        if matching > 0 {
            return Self::MatchesOnlyUnder { matching };
        }
        let below = |fit: &Fit| match fit {
            Fit::ClaimBelow(share) => Some(*share),
            _ => None,
        };
        let above = |fit: &Fit| match fit {
            Fit::ClaimAbove(share) => Some(*share),
            _ => None,
        };
        if let Some(share) = least(below) {
            return Self::BelowAll(share);
        }
        least(above).map_or(Self::BetweenAll, Self::AboveAll)
    }
}

/// Checks one claim.
#[must_use]
pub fn check_claim(catalog: &Catalog, position: usize, claim: &Claim) -> ClaimCheck {
    let Some(interval) = Interval::of(claim) else {
        return ClaimCheck {
            claim: position,
            interval: None,
            candidates: Vec::new(),
            unmet: Vec::new(),
            verdict: Verdict::NoNumber,
        };
    };
    let candidates = candidate::candidates(catalog, claim, interval);
    let met = |check: &usize| candidates.iter().any(|candidate| candidate.check == *check);
    ClaimCheck {
        claim: position,
        interval: Some(interval),
        unmet: (0..claim.checks.len())
            .filter(|check| !met(check))
            .collect(),
        verdict: Verdict::over(&candidates),
        candidates,
    }
}

/// Checks the claims of a statement, in the order of the dataset.
#[must_use]
pub fn check_statement(catalog: &Catalog, statement: &str) -> Vec<ClaimCheck> {
    let claims = catalog.data().claims.iter().enumerate();
    let own = claims.filter(|(_, claim)| claim.statement.as_deref() == Some(statement));
    own.map(|(position, claim)| check_claim(catalog, position, claim))
        .collect()
}
