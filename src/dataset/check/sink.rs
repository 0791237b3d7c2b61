//! Takes what a rule finds in a part of a dataset, as much of it as a report keeps.

use super::slice::LEGS;
use super::{Finding, Slice, context};
use crate::dataset::diagnostic::{Code, shorten};
use crate::dataset::place::At;
use crate::dataset::read::limits::MAX_OF_A_KIND;
use crate::dataset::section::Section;
use std::fmt::Display;

/// How many findings there are on each leg of a walk.
pub(super) type Counts = [usize; LEGS];

/// A finding on its way to the report.
pub(super) struct Kept {
    /// Findings of one rule stand in the order of the legs, then of the parts.
    pub leg: usize,
    pub finding: Finding,
    /// The id that leads nowhere, for which a similar one is still to be looked for.
    pub unknown: Option<(Section, String)>,
}

/// Takes what a rule finds.
pub(super) struct Sink<'a> {
    kind: &'static Code,
    slice: &'a Slice<'a>,
    /// How many surely come before a finding on each leg, in parts that are done.
    before: Counts,
    /// How many there are in this part.
    pub counts: Counts,
    pub kept: Vec<Kept>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(kind: &'static Code, slice: &'a Slice<'a>, before: Counts) -> Self {
        Self {
            kind,
            slice,
            before,
            counts: Counts::default(),
            kept: Vec::new(),
        }
    }

    /// Reports a finding; the record's name is put before the message.
    pub(super) fn report(&mut self, at: At, message: impl Display) {
        self.push(at, message, None::<&str>, None);
    }

    /// Reports a finding with advice.
    pub(super) fn report_with_hint(&mut self, at: At, message: impl Display, hint: impl Display) {
        self.push(at, message, Some(hint), None);
    }

    /// Reports an id that leads nowhere; the advice is a similar one.
    pub(super) fn report_unknown(&mut self, at: At, section: Section, id: &str) {
        let message = format_args!("there is no {} `{id}`", section.singular());
        self.push(at, message, None::<&str>, Some((section, id)));
    }

    fn push(
        &mut self,
        at: At,
        message: impl Display,
        hint: Option<impl Display>,
        unknown: Option<(Section, &str)>,
    ) {
        let leg = self.slice.leg();
        let before = self.before.get(leg).copied().unwrap_or_default();
        let own: usize = self.counts.iter().take(leg + 1).sum();
        let earlier = before + own;
        if let Some(count) = self.counts.get_mut(leg) {
            *count += 1;
        }
        if earlier >= MAX_OF_A_KIND {
            return;
        }
        let name = context::describe(self.slice.data, at);
        self.kept.push(Kept {
            leg,
            finding: Finding {
                kind: self.kind,
                at,
                message: shorten(format_args!("{name}: {message}")),
                hint: hint.map(shorten),
            },
            unknown: unknown.map(|(section, id)| (section, id.to_owned())),
        });
    }
}
