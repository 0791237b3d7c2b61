//! The part of a dataset that a rule looks at in one go.
//!
//! A rule that looks at one record at a time is asked about a few hundred projects, then the next
//! rule about the same ones while they are still in the processor's cache; the other sections are
//! all asked about at once. Findings remember whether they came before, from or after the
//! projects, so that they can be put in the order of a single walk.

use super::Context;
use crate::dataset::place::At;
use crate::dataset::schema::Meta;
use crate::dataset::section::Section;
use std::cell::Cell;
use std::ops::{Deref, Range};

/// How often a walk may come to the projects, and what lies between: before, from, after, …
pub(super) const LEGS: usize = 5;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Everything.
    Whole,
    /// Some projects.
    Projects(Range<usize>),
    /// Everything but the projects.
    Rest,
}

/// A part of a dataset, with what is known of all of it.
pub(super) struct Slice<'a> {
    context: &'a Context<'a>,
    part: &'a Part,
    /// How often the walk has come to the projects.
    visits: Cell<usize>,
}

impl<'a> Deref for Slice<'a> {
    type Target = Context<'a>;

    fn deref(&self) -> &Context<'a> {
        self.context
    }
}

impl<'a> Slice<'a> {
    pub(super) fn new(context: &'a Context<'a>, part: &'a Part) -> Self {
        Self {
            context,
            part,
            visits: Cell::new(0),
        }
    }

    /// Each record of a list that is looked at, with its place.
    pub(super) fn items<'l, T>(
        &self,
        section: Section,
        list: &'l [T],
    ) -> impl Iterator<Item = (At, &'l T)> + use<'l, T> {
        let range = self.range(section, list.len());
        let start = range.start;
        let items = list.get(range).unwrap_or_default().iter();
        let place = move |(index, item)| (At::item(section, start + index), item);
        items.enumerate().map(place)
    }

    /// Positions of the records that are looked at.
    pub(super) fn range(&self, section: Section, length: usize) -> Range<usize> {
        let is_projects = section == Section::Projects;
        self.visits
            .set(self.visits.get() + usize::from(is_projects));
        match self.part {
            Part::Whole => 0..length,
            Part::Projects(range) if is_projects => range.clone(),
            Part::Rest if !is_projects => 0..length,
            Part::Projects(_) | Part::Rest => 0..0,
        }
    }

    /// What the dataset is about, where that is looked at.
    pub(super) fn own_meta(&self) -> Option<&'a Meta> {
        match self.part {
            Part::Whole | Part::Rest => self.context.meta(),
            Part::Projects(_) => None,
        }
    }

    /// The leg of a walk over the whole dataset on which it would be here.
    pub(super) fn leg(&self) -> usize {
        let visits = self.visits.get();
        let leg = match self.part {
            Part::Whole => 0,
            Part::Projects(_) => (2 * visits).saturating_sub(1),
            Part::Rest => 2 * visits,
        };
        leg.min(LEGS - 1)
    }
}
