//! Names that tell records apart.
//!
//! There are as many names as projects, so none is copied to be compared: what is kept is a hash
//! of its small letters and where it stands.

use super::walk::items;
use super::{Context, Sink};
use crate::dataset::place::At;
use crate::dataset::schema::Text;
use crate::dataset::section::Section;
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::BuildHasher;

/// Remembers who bears a name first, and tells who bore it before.
#[derive(Default)]
struct Bearers<'a> {
    first: HashTable<Bearer<'a>>,
    hasher: RandomState,
    /// The small letters of the name that is looked for.
    small: String,
}

/// A name and the id of the record that bears it first.
struct Bearer<'a> {
    hash: u64,
    name: &'a str,
    id: &'a str,
}

/// The small letters of a name; a sigma is one letter wherever it stands.
fn letters(name: &str) -> impl Iterator<Item = char> {
    let letters = name.trim().chars().flat_map(char::to_lowercase);
    letters.map(|letter| if letter == 'ς' { 'σ' } else { letter })
}

impl<'a> Bearers<'a> {
    fn with_capacity(names: usize) -> Self {
        Self {
            first: HashTable::with_capacity(names),
            ..Self::default()
        }
    }

    fn hash(&mut self, name: &str) -> u64 {
        self.small.clear();
        if name.is_ascii() {
            self.small.push_str(name.trim());
            self.small.make_ascii_lowercase();
        } else {
            self.small.extend(letters(name));
        }
        self.hasher.hash_one(&self.small)
    }

    fn earlier(&mut self, name: &'a str, id: &'a str) -> Option<&'a str> {
        let hash = self.hash(name);
        let is_it =
            |other: &Bearer<'_>| other.hash == hash && letters(other.name).eq(letters(name));
        match self.first.entry(hash, is_it, |other| other.hash) {
            Entry::Occupied(first) => Some(first.get().id).filter(|first| *first != id),
            Entry::Vacant(free) => {
                free.insert(Bearer { hash, name, id });
                None
            }
        }
    }

    fn take(&mut self, at: At, name: &'a str, id: &'a str, kind: &str, sink: &mut Sink<'_>) {
        if let Some(first) = self.earlier(name, id) {
            sink.report_with_hint(
                at,
                format_args!("{kind} `{first}` is called `{name}` too"),
                "merge the two if they are one and the same, else tell them apart by name",
            );
        }
    }

    fn take_all(&mut self, at: At, names: &'a Text, id: &'a str, kind: &str, sink: &mut Sink<'_>) {
        // One finding a record is enough when several languages agree.
        if let Some(name) = names.values().find(|name| self.earlier(name, id).is_some()) {
            self.take(at, name, id, kind, sink);
        }
    }
}

pub(super) fn shared(context: &Context<'_>, sink: &mut Sink<'_>) {
    let data = context.data;
    let mut projects = Bearers::with_capacity(data.projects.len());
    for (at, item) in items(Section::Projects, &data.projects) {
        projects.take_all(at.field("name"), &item.name, &item.id, "project", sink);
    }
    let mut organisations = Bearers::with_capacity(data.organisations.len());
    for (at, item) in items(Section::Organisations, &data.organisations) {
        let kind = "organisation";
        organisations.take_all(at.field("name"), &item.name, &item.id, kind, sink);
        for (index, alias) in item.aliases.iter().enumerate() {
            let at = at.field("aliases").index(index);
            organisations.take(at, alias, &item.id, kind, sink);
        }
    }
}
