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

use super::diagnostic::Code;
use super::place::At;
use super::read::{Stage, Stopped, Watch, tell};
use super::schema::Dataset;
use context::Context;

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

/// Takes what a rule finds.
struct Sink<'a> {
    kind: &'static Code,
    data: &'a Dataset,
    findings: &'a mut Vec<Finding>,
}

impl Sink<'_> {
    /// Reports a finding; the record's name is put before the message.
    fn report(&mut self, at: At, message: impl AsRef<str>) {
        self.push(at, message.as_ref(), None);
    }

    /// Reports a finding with advice.
    fn report_with_hint(&mut self, at: At, message: impl AsRef<str>, hint: impl Into<String>) {
        self.push(at, message.as_ref(), Some(hint.into()));
    }

    fn push(&mut self, at: At, message: &str, hint: Option<String>) {
        self.findings.push(Finding {
            kind: self.kind,
            at,
            message: format!("{}: {message}", context::describe(self.data, at)),
            hint,
        });
    }
}

/// Runs all rules over a dataset.
///
/// # Errors
/// Only when `watch` stops it.
pub fn run(data: &Dataset, watch: &mut Watch<'_>) -> Result<Vec<Finding>, Stopped> {
    let context = Context::new(data);
    let mut findings = Vec::new();
    let total = u64::try_from(RULES.len()).unwrap_or(u64::MAX);
    for (done, rule) in (0..).zip(RULES) {
        tell(watch, Stage::Checking, done, total)?;
        let mut sink = Sink {
            kind: &rule.about,
            data,
            findings: &mut findings,
        };
        (rule.run)(&context, &mut sink);
    }
    tell(watch, Stage::Checking, total, total)?;
    Ok(findings)
}
