//! What rules ask about a dataset: which ids there are, and what a place is called.

use crate::dataset::index::Index;
use crate::dataset::place::{At, Root};
use crate::dataset::read::limits::MAX_WORD;
use crate::dataset::schema::{Dataset, MeasureRole, Meta};
use crate::dataset::section::Section;
use std::sync::atomic::{AtomicBool, Ordering};

/// A dataset with its ids resolved as far as they can be.
pub(super) struct Context<'a> {
    pub data: &'a Dataset,
    /// Where the first record with an id is.
    pub index: Index,
    /// For each source, whether something leads to it.
    cited: Vec<AtomicBool>,
}

impl<'a> Context<'a> {
    pub(super) fn new(data: &'a Dataset) -> Self {
        Self {
            data,
            index: Index::build(data),
            cited: data.sources.iter().map(|_| AtomicBool::default()).collect(),
        }
    }

    /// Position of the first record with this id.
    pub(super) fn find(&self, section: Section, id: &str) -> Option<usize> {
        let id_of = |position| section.id(self.data, position);
        self.index.find(section, id, id_of)
    }

    /// The same for an id that something names: remembers that a source is cited.
    pub(super) fn lead_to(&self, section: Section, id: &str) -> Option<usize> {
        let found = self.find(section, id)?;
        if section == Section::Sources
            && let Some(cited) = self.cited.get(found)
            && !cited.load(Ordering::Relaxed)
        {
            cited.store(true, Ordering::Relaxed);
        }
        Some(found)
    }

    /// Whether something leads to a source; known when all references were followed.
    pub(super) fn is_cited(&self, source: usize) -> bool {
        let cited = self.cited.get(source);
        cited.is_some_and(|cited| cited.load(Ordering::Relaxed))
    }

    /// All ids of a section, in the order of the records.
    pub(super) fn ids(&self, section: Section) -> Vec<&'a str> {
        (0..section.len(self.data))
            .filter_map(|position| {
                let id = section.id(self.data, position)?;
                (self.find(section, id) == Some(position)).then_some(id)
            })
            .collect()
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
    if at.is_whole() {
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
