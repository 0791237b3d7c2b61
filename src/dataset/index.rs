//! Which record of a section has an id: positions alone, the ids stay where they are.
//!
//! Made once a dataset, for the rules and for the catalog. A large dataset has millions of ids, so
//! nothing is copied, and the hash is a quick one that starts at random, so that a file cannot be
//! made to fit it.

use super::schema::Dataset;
use super::section::Section;
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::BuildHasher;
use std::panic::resume_unwind;
use std::thread;

/// Records from which on sections are indexed side by side.
const MANY_RECORDS: usize = 20_000;

/// The ids of all sections.
#[derive(Debug, Default)]
pub(in crate::dataset) struct Index {
    sections: Vec<Ids>,
}

/// The ids of one section.
#[derive(Debug, Default)]
struct Ids {
    /// Position of the first record with an id, by the hash of that id.
    positions: HashTable<u32>,
    hasher: RandomState,
    /// Whether two records have one id.
    repeated: bool,
    /// Whether an id has capital letters, or letters beyond ASCII.
    mixed: bool,
}

impl Index {
    /// Goes through all records.
    pub(in crate::dataset) fn build(data: &Dataset) -> Self {
        let ids = |section: &Section| Ids::build(data, *section);
        let longest = Section::ALL
            .iter()
            .max_by_key(|section| section.len(data))
            .filter(|longest| longest.len(data) >= MANY_RECORDS);
        let Some(longest) = longest else {
            return Self {
                sections: Section::ALL.iter().map(ids).collect(),
            };
        };
        thread::scope(|scope| {
            let others = scope.spawn(|| {
                let others = Section::ALL.iter().filter(|section| *section != longest);
                others.map(ids).collect::<Vec<_>>()
            });
            let own = ids(longest);
            let mut sections = others.join().unwrap_or_else(|panic| resume_unwind(panic));
            sections.insert(*longest as usize, own);
            Self { sections }
        })
    }

    /// Position of the first record with an id, in a section whose records have these ids.
    pub(in crate::dataset) fn find<'a>(
        &self,
        section: Section,
        id: &str,
        id_of: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<usize> {
        let ids = self.sections.get(section as usize)?;
        let hash = ids.hasher.hash_one(id);
        let is_it = |position: &u32| id_of(*position as usize) == Some(id);
        let position = ids.positions.find(hash, is_it)?;
        Some(*position as usize)
    }

    /// Whether two records of a section have one id.
    pub(in crate::dataset) fn has_repeated(&self, section: Section) -> bool {
        let ids = self.sections.get(section as usize);
        ids.is_some_and(|ids| ids.repeated)
    }

    /// Whether an id of a section has capital letters, or letters beyond ASCII.
    pub(in crate::dataset) fn has_mixed(&self, section: Section) -> bool {
        let ids = self.sections.get(section as usize);
        ids.is_some_and(|ids| ids.mixed)
    }
}

impl Ids {
    fn build(data: &Dataset, section: Section) -> Self {
        let length = section.len(data);
        let mut ids = Self {
            positions: HashTable::with_capacity(length),
            ..Self::default()
        };
        for position in 0..length {
            // A position beyond 32 bits would need more memory than a dataset can have.
            if let (Some(id), Ok(short)) = (section.id(data, position), u32::try_from(position)) {
                ids.add(data, section, id, short);
            }
        }
        ids
    }

    fn add(&mut self, data: &Dataset, section: Section, id: &str, position: u32) {
        self.mixed |= !is_plain(id);
        let id_of = |position: u32| section.id(data, position as usize);
        let hash = self.hasher.hash_one(id);
        let is_it = |other: &u32| id_of(*other) == Some(id);
        let hash_of = |other: &u32| self.hasher.hash_one(id_of(*other).unwrap_or_default());
        match self.positions.entry(hash, is_it, hash_of) {
            Entry::Occupied(_) => self.repeated = true,
            Entry::Vacant(free) => {
                free.insert(position);
            }
        }
    }
}

/// Whether an id has one form only: no capital letters, nothing beyond ASCII.
pub(in crate::dataset) fn is_plain(id: &str) -> bool {
    id.bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}
