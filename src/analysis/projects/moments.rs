//! What happened and what was said in each year, to stand below the bars.

use super::filter::FilterResult;
use crate::dataset::schema::Id;
use crate::dataset::{catalog::Catalog, schema::PartialDate};
use std::collections::{BTreeMap, BTreeSet};

/// An event, or something that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Position of the event.
    Event(usize),
    /// Position of the statement, and of the first claim made in it.
    Statement {
        /// The statement.
        statement: usize,
        /// Its first claim.
        claim: usize,
    },
    /// Position of a claim that belongs to no statement.
    Claim(usize),
}

/// Year to what happened and was said in it, in order of date.
pub type Moments = BTreeMap<i32, Vec<Moment>>;

/// What happened and was said. An event that names projects is there if the filter keeps one of them; one
/// that names none concerns them all.
#[must_use]
pub fn moments(catalog: &Catalog, filtered: &FilterResult) -> Moments {
    let data = catalog.data();
    let kept = |id: &Id| {
        let position = catalog.project_index(id);
        position.is_some_and(|at| filtered.rows.contains(at))
    };
    let mut all: Vec<(PartialDate, Moment)> = Vec::new();
    for (at, event) in data.events.iter().enumerate() {
        if event.projects.is_empty() || event.projects.iter().any(kept) {
            all.push((event.date, Moment::Event(at)));
        }
    }
    let mut said = BTreeSet::new();
    for (claim, made) in data.claims.iter().enumerate() {
        let statement = made.statement.as_deref();
        match statement.and_then(|id| catalog.statement_index(id)) {
            // An occasion stands once, whatever was claimed on it.
            Some(statement) if said.insert(statement) => {
                let occasion = data.statements.get(statement);
                let when = occasion.map_or(made.date, |occasion| occasion.date);
                all.push((when, Moment::Statement { statement, claim }));
            }
            Some(_) => {}
            None => all.push((made.date, Moment::Claim(claim))),
        }
    }
    all.sort_by_key(|(date, _)| *date);
    let mut years = Moments::new();
    for (date, moment) in all {
        years.entry(date.year()).or_default().push(moment);
    }
    years
}
