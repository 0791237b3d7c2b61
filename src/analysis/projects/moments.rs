//! What happened and what was said in each year, to stand below the bars.

use super::{filter::FilterResult, table::ProjectTable};
use crate::dataset::{catalog::Catalog, schema::PartialDate};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

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

/// Everything that happened and was said, in order of date, and the projects that each event names.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Happened {
    /// The year, what it is, and where its projects are in the list; nothing where it names none.
    all: Vec<(i32, Moment, Option<Range<usize>>)>,
    projects: Vec<u32>,
}

impl Happened {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let data = catalog.data();
        let mut projects: Vec<u32> = Vec::new();
        let mut all: Vec<(PartialDate, Moment, Option<Range<usize>>)> = Vec::new();
        for (at, event) in data.events.iter().enumerate() {
            let from = projects.len();
            let named = event.projects.iter();
            let named = named.filter_map(|id| catalog.project_index(id));
            projects.extend(named.filter_map(|at| u32::try_from(at).ok()));
            let about = (!event.projects.is_empty()).then_some(from..projects.len());
            all.push((event.date, Moment::Event(at), about));
        }
        let mut said = BTreeSet::new();
        for (claim, made) in data.claims.iter().enumerate() {
            let statement = made.statement.as_deref();
            match statement.and_then(|id| catalog.statement_index(id)) {
                // An occasion stands once, whatever was claimed on it.
                Some(statement) if said.insert(statement) => {
                    let occasion = data.statements.get(statement);
                    let when = occasion.map_or(made.date, |occasion| occasion.date);
                    all.push((when, Moment::Statement { statement, claim }, None));
                }
                Some(_) => {}
                None => all.push((made.date, Moment::Claim(claim), None)),
            }
        }
        all.sort_by_key(|(date, ..)| *date);
        let in_order = all.into_iter();
        let in_order = in_order.map(|(date, moment, names)| (date.year(), moment, names));
        Self {
            all: in_order.collect(),
            projects,
        }
    }
}

/// What happened and was said. An event that names projects is there if the filter keeps one of them; one
/// that names none concerns them all.
#[must_use]
pub fn moments(table: &ProjectTable, filtered: &FilterResult) -> Moments {
    let Happened { all, projects } = &table.happened;
    let is_kept = |names: &Range<usize>| {
        let named = projects.get(names.clone()).unwrap_or_default();
        named.iter().any(|at| filtered.rows.contains(*at as usize))
    };
    let mut years = Moments::new();
    for of_year in all.chunk_by(|(a, ..), (b, ..)| a == b) {
        let kept = of_year.iter();
        let kept = kept.filter(|(_, _, names)| names.as_ref().is_none_or(is_kept));
        let kept: Vec<Moment> = kept.map(|(_, moment, _)| *moment).collect();
        if let (Some((year, ..)), false) = (of_year.first(), kept.is_empty()) {
            years.insert(*year, kept);
        }
    }
    years
}
