//! What must be true of a dataset beyond its syntax: one table of rules.
//!
//! A rule reports everything it finds; none stops another. Errors refuse a dataset, warnings
//! and notes do not. The rules are grouped by subject, one file each; what they have in common
//! (all references, all dates, …) is in `walk`, how they are shared among threads in `run`.

mod amounts;
mod claims;
mod context;
mod cycles;
mod dates;
mod ids;
mod magnitude;
mod meta;
mod names;
mod parts;
mod places;
mod rules;
mod run;
mod series;
mod sink;
mod slice;
mod sources;
mod texts;
mod transit;
mod walk;

pub(super) use meta::other_version;
pub use rules::RULES;
pub use run::{Sharing, run, run_shared};

use super::diagnostic::Code;
use super::index::Index;
use super::place::At;
use context::Context;
use sink::Sink;
use slice::Slice;

/// A rule: what it finds, and how.
pub struct Rule {
    /// Its stable code, severity and explanation.
    pub about: Code,
    reach: Reach,
}

/// How much of the dataset a rule must see at once.
#[derive(Clone, Copy)]
enum Reach {
    /// One record at a time: it is asked about some projects after the others.
    Record(fn(&Slice<'_>, &mut Sink<'_>)),
    /// All of it, because it compares records, or none of the projects.
    Dataset(fn(&Context<'_>, &mut Sink<'_>)),
    /// All of it, when every reference has been followed.
    Afterwards(fn(&Context<'_>, &mut Sink<'_>)),
}

/// Something a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub kind: &'static Code,
    /// Where in the dataset.
    pub at: At,
    /// What was found, and what was expected; starts with the record's name.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// Everything that the rules found.
#[derive(Debug, Default)]
pub struct Findings {
    /// The findings, of each kind no more than a report keeps.
    pub findings: Vec<Finding>,
    /// Kinds of which there were more, and how many more.
    pub omitted: Vec<(&'static Code, usize)>,
    /// The ids of the dataset, for its catalog.
    pub(super) index: Index,
}
