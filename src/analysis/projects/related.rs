//! What a project has to do with: its umbrella and parts, what it replaces, what holds some of the same money,
//! and the events that name it.

use crate::dataset::catalog::Catalog;

/// Records that have to do with a project, by position; each list in the order of the dataset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// The umbrella it is a part of.
    pub umbrella: Option<usize>,
    /// Its parts.
    pub parts: Vec<usize>,
    /// The earlier record that it replaces.
    pub replaces: Option<usize>,
    /// Later records that replace it.
    pub replaced_by: Vec<usize>,
    /// Records that hold some of the same money, whichever of the two says so.
    pub overlaps: Vec<usize>,
    /// Events that name it, in order of date.
    pub events: Vec<usize>,
}

/// What the project with this id has to do with.
#[must_use]
pub fn related(catalog: &Catalog, id: &str) -> Related {
    let data = catalog.data();
    let Some(own) = catalog.project(id) else {
        return Related::default();
    };
    let position = |id: &str| catalog.project_index(id);
    let mut related = Related {
        umbrella: own.part_of.as_deref().and_then(position),
        replaces: own.replaces.as_deref().and_then(position),
        overlaps: own.overlaps.iter().filter_map(|id| position(id)).collect(),
        ..Related::default()
    };
    for (at, other) in data.projects.iter().enumerate() {
        if other.part_of.as_deref() == Some(id) {
            related.parts.push(at);
        }
        if other.replaces.as_deref() == Some(id) {
            related.replaced_by.push(at);
        }
        if other.overlaps.iter().any(|named| named == id) {
            related.overlaps.push(at);
        }
    }
    related.overlaps.sort_unstable();
    related.overlaps.dedup();
    let events = data.events.iter().enumerate();
    let named = events.filter(|(_, event)| event.projects.iter().any(|named| named == id));
    let mut dated: Vec<_> = named.map(|(at, event)| (event.date, at)).collect();
    dated.sort_unstable();
    related.events = dated.into_iter().map(|(_, at)| at).collect();
    related
}
