//! What must be true of a dataset beyond its syntax: one table of rules.
//!
//! A rule reports everything it finds; none stops another. Errors refuse a dataset, warnings
//! and notes do not. The rules are grouped by subject, one file each; what they have in common
//! (all references, all dates, …) is in `walk`.

mod amounts;
mod claims;
mod context;
mod cycles;
mod dates;
mod ids;
mod magnitude;
mod meta;
mod parts;
mod places;
mod rules;
mod series;
mod sources;
mod texts;
mod transit;
mod walk;

pub(super) use meta::other_version;
pub use rules::RULES;

use super::diagnostic::{Code, shorten};
use super::place::At;
use super::read::limits::{MAX_COMPARISONS, MAX_OF_A_KIND};
use super::read::{Stage, Stopped, Watch, tell};
use super::schema::Dataset;
use context::Context;
use std::fmt::Display;

/// A rule: what it finds, and how.
pub struct Rule {
    /// Its stable code, severity and explanation.
    pub about: Code,
    run: fn(&Context<'_>, &mut Sink<'_>),
}

/// Something a rule found.
#[derive(Debug)]
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
}

/// Takes what a rule finds.
struct Sink<'a> {
    kind: &'static Code,
    data: &'a Dataset,
    findings: &'a mut Vec<Finding>,
    /// How many of this kind there were.
    count: usize,
    /// How many words were compared to find similar ones.
    comparisons: usize,
}

impl Sink<'_> {
    /// Reports a finding; the record's name is put before the message.
    fn report(&mut self, at: At, message: impl Display) {
        self.push(at, message, None::<&str>);
    }

    /// Reports a finding with advice.
    fn report_with_hint(&mut self, at: At, message: impl Display, hint: impl Display) {
        self.push(at, message, Some(hint));
    }

    /// Whether so many words can still be compared with another.
    fn can_compare(&mut self, words: usize) -> bool {
        self.comparisons = self.comparisons.saturating_add(words);
        self.comparisons <= MAX_COMPARISONS
    }

    fn push(&mut self, at: At, message: impl Display, hint: Option<impl Display>) {
        self.count += 1;
        if self.count > MAX_OF_A_KIND {
            return;
        }
        let name = context::describe(self.data, at);
        self.findings.push(Finding {
            kind: self.kind,
            at,
            message: shorten(format_args!("{name}: {message}")),
            hint: hint.map(shorten),
        });
    }
}

/// Runs all rules over a dataset.
///
/// # Errors
/// Only when `watch` stops it.
pub fn run(data: &Dataset, watch: &mut Watch<'_>) -> Result<Findings, Stopped> {
    let context = Context::new(data);
    let mut found = Findings::default();
    let total = u64::try_from(RULES.len()).unwrap_or(u64::MAX);
    for (done, rule) in (0..).zip(RULES) {
        tell(watch, Stage::Checking, done, total)?;
        let mut sink = Sink {
            kind: &rule.about,
            data,
            findings: &mut found.findings,
            count: 0,
            comparisons: 0,
        };
        (rule.run)(&context, &mut sink);
        if let Some(more @ 1..) = sink.count.checked_sub(MAX_OF_A_KIND) {
            found.omitted.push((&rule.about, more));
        }
    }
    tell(watch, Stage::Checking, total, total)?;
    Ok(found)
}
