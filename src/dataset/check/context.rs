//! What rules ask about a dataset: which ids there are, and what a place is called.

use crate::dataset::place::{At, Root};
use crate::dataset::read::limits::MAX_WORD;
use crate::dataset::schema::{Dataset, MeasureRole, Meta};
use crate::dataset::section::Section;
use foldhash::HashMap as IdMap;

/// A dataset with its ids resolved as far as they can be.
pub(super) struct Context<'a> {
    pub data: &'a Dataset,
    /// For each section: id to the position of the first record that has it.
    ids: Vec<IdMap<&'a str, usize>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(data: &'a Dataset) -> Self {
        let ids = Section::ALL.iter().map(|section| {
            let mut ids = IdMap::default();
            for index in 0..section.len(data) {
                if let Some(id) = section.id(data, index) {
                    ids.entry(id).or_insert(index);
                }
            }
            ids
        });
        Self {
            data,
            ids: ids.collect(),
        }
    }

    /// Position of the first record with this id.
    pub(super) fn find(&self, section: Section, id: &str) -> Option<usize> {
        self.ids.get(section as usize)?.get(id).copied()
    }

    /// All ids of a section, in the order of the records.
    pub(super) fn ids(&self, section: Section) -> Vec<&'a str> {
        let mut ids: Vec<_> = self
            .ids
            .get(section as usize)
            .into_iter()
            .flatten()
            .collect();
        ids.sort_by_key(|(_, index)| **index);
        ids.into_iter().map(|(id, _)| *id).collect()
    }

    /// What the program may do with a measure.
    pub(super) fn role(&self, measure: &str) -> Option<MeasureRole> {
        let index = self.find(Section::Measures, measure)?;
        self.data.measures.get(index).map(|measure| measure.role)
    }

    pub(super) fn meta(&self) -> Option<&'a Meta> {
        self.data.meta.as_ref()
    }
}

/// A place as messages call it: ``project `x`, figures #2, value``.
pub(super) fn describe(data: &Dataset, at: At) -> String {
    let record = match at.root() {
        Root::Dataset => "dataset".to_owned(),
        Root::Meta => "meta".to_owned(),
        Root::Item(section, index) => match section.id(data, index) {
            Some(id) => format!("{} `{}`", section.singular(), start_of(id)),
            None => format!("{} #{}", section.singular(), index + 1),
        },
    };
    if at.steps().is_empty() {
        record
    } else {
        format!("{record}, {at}")
    }
}

/// As much of an id as a message can bear, so that its end is not lost.
fn start_of(id: &str) -> String {
    let mut start: String = id.chars().take(MAX_WORD).collect();
    if start.len() < id.len() {
        start.push('…');
    }
    start
}
