//! The facets projects can be filtered by: one table in `list`, one row a facet.
//!
//! A facet knows which values a project has; counting, filtering, chips, sentences and
//! the panel loop over [`FACETS`].

mod column;
mod known;
mod list;
mod values;

pub(super) use column::Coder;
pub use column::FacetColumn;
pub(super) use known::{Resolved, Shared};
pub use list::FACETS;

use crate::dataset::{catalog::Catalog, schema::Text};
use foldhash::HashMap;

/// The value of records that state none.
pub const NOT_STATED: &str = "";

/// A way to divide the projects.
pub struct Facet {
    /// Stable id, used in saved views.
    pub id: &'static str,
    /// Message key of its name.
    pub name: &'static str,
    /// Whether the panel opens it at first.
    pub open: bool,
    /// Whether values stand by how many projects they hold rather than in the dataset's order.
    pub by_count: bool,
    /// All values the dataset can have, in display order.
    values: fn(&Catalog) -> Vec<FacetValue>,
    /// Position in a section of the record with an id, if values are records of one.
    record: Option<fn(&Catalog, &str) -> Option<usize>>,
    /// Tells the values a project has; one may be told twice.
    of: fn(&mut Resolved<'_>, &mut Has<'_>),
}

/// The values of a facet, found by what a project says.
pub(super) struct Values {
    all: Vec<FacetValue>,
    by_id: HashMap<String, u32>,
    by_record: Vec<Option<u32>>,
}

impl Values {
    pub(super) fn new(facet: &Facet, catalog: &Catalog) -> Self {
        let all = (facet.values)(catalog);
        let mut by_record = Vec::new();
        for (value, at) in all.iter().zip(0..) {
            if let Some(record) = facet.record.and_then(|record| record(catalog, &value.id)) {
                by_record.resize(by_record.len().max(record + 1), None);
                if let Some(position) = by_record.get_mut(record) {
                    *position = Some(at);
                }
            }
        }
        let ids = all.iter().map(|value| value.id.clone());
        Self {
            by_id: ids.zip(0..).collect(),
            all,
            by_record,
        }
    }

    /// Adds what a project has; `own` is memory for it.
    pub(super) fn add(
        &self,
        facet: &Facet,
        known: &mut Resolved<'_>,
        own: &mut Vec<u32>,
        coder: &mut Coder,
    ) {
        own.clear();
        let mut has = Has {
            values: self,
            own,
            states: false,
        };
        (facet.of)(known, &mut has);
        if !has.states {
            has.own.push(position(self.all.len()));
        }
        if own.len() > 1 {
            own.sort_unstable();
            own.dedup();
        }
        coder.push(own);
    }

    pub(super) fn column(self, coder: Coder) -> FacetColumn {
        FacetColumn::new(self.all, coder)
    }
}

/// Is told what a project has. There is too much to make a text of each id.
struct Has<'a> {
    values: &'a Values,
    own: &'a mut Vec<u32>,
    /// Whether anything is told, be it known or not.
    states: bool,
}

impl Has<'_> {
    /// The value with an id.
    fn id(&mut self, id: &str) {
        self.states = true;
        self.own.extend(self.values.by_id.get(id));
    }

    /// The value that is the record at a position of its section.
    fn record(&mut self, at: Option<usize>) {
        self.states = true;
        let value = at.and_then(|at| self.values.by_record.get(at));
        self.own.extend(value.copied().flatten());
    }

    /// The value at a position of the list.
    fn at(&mut self, at: usize) {
        self.states = true;
        self.own.push(position(at));
    }
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetValue {
    /// Stable id; [`NOT_STATED`] for none.
    pub id: String,
    /// How it is called.
    pub label: Label,
    /// Colour slot, where the value has a colour of its own.
    pub slot: Option<u8>,
}

/// A name from the dataset or from the messages.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// A name in the dataset's languages.
    Dataset(Text),
    /// A message key.
    Message(&'static str),
    /// A message key with `$name` from the dataset.
    MessageWith(&'static str, Text),
}

/// A position in a list as the columns keep it.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
