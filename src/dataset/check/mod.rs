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
use super::section::Section;
use context::Context;
use std::fmt::Display;
use std::num::NonZero;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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

/// Records from which on the rules are shared among threads.
const MANY_RECORDS: usize = 20_000;

/// What one rule found, and how many more there were than a report keeps.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    omitted: usize,
}

/// Runs all rules over a dataset. They know nothing of each other, so threads take them one by
/// one; the findings come in the order of the table all the same.
///
/// # Errors
/// Only when `watch` stops it.
pub fn run(data: &Dataset, watch: &mut Watch<'_>) -> Result<Findings, Stopped> {
    let context = Context::new(data);
    let records: usize = Section::ALL.iter().map(|section| section.len(data)).sum();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if records < MANY_RECORDS { 1 } else { cores };
    let total = u64::try_from(RULES.len()).unwrap_or(u64::MAX);
    let found: Vec<OnceLock<Found>> = RULES.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    // Runs rules as long as there are some and `go_on` agrees.
    let work = |go_on: &mut dyn FnMut(usize) -> Result<(), Stopped>| {
        loop {
            let rule = next.fetch_add(1, Ordering::Relaxed);
            let (Some(of), Some(slot)) = (RULES.get(rule), found.get(rule)) else {
                return Ok(());
            };
            go_on(rule)?;
            // Each number is given to one thread only, so the slot is free.
            let _ = slot.set(of.find(&context));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| work(&mut |_| Ok(())));
        }
        work(&mut |rule| {
            let done = u64::try_from(rule).unwrap_or(u64::MAX);
            let told = tell(watch, Stage::Checking, done, total);
            if told.is_err() {
                next.store(RULES.len(), Ordering::Relaxed);
            }
            told
        })
    })?;
    tell(watch, Stage::Checking, total, total)?;
    Ok(joined(found))
}

/// The findings of all rules, in the order of the rules.
fn joined(found: Vec<OnceLock<Found>>) -> Findings {
    let mut all = Findings::default();
    for (rule, found) in RULES.iter().zip(found) {
        let found = found.into_inner().unwrap_or_default();
        all.findings.extend(found.findings);
        if found.omitted > 0 {
            all.omitted.push((&rule.about, found.omitted));
        }
    }
    all
}

impl Rule {
    fn find(&'static self, context: &Context<'_>) -> Found {
        let mut findings = Vec::new();
        let mut sink = Sink {
            kind: &self.about,
            data: context.data,
            findings: &mut findings,
            count: 0,
            comparisons: 0,
        };
        (self.run)(context, &mut sink);
        let omitted = sink.count.saturating_sub(MAX_OF_A_KIND);
        Found { findings, omitted }
    }
}
