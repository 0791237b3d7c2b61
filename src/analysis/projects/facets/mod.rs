//! The facets projects can be filtered by: one table in `list`, one row a facet.
//!
//! A facet knows which values a project has; counting, filtering, chips, sentences and
//! the panel loop over [`FACETS`].

mod list;
mod values;

pub use list::FACETS;

use super::overlap::LeftOut;
use crate::dataset::{
    catalog::Catalog,
    schema::{Project, Text},
};
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
    /// Tells the ids of the values a project has; one may be told twice.
    of: fn(&Known<'_>, &mut Has<'_>),
}

/// Is told an id of a value. There are too many to make a text of each.
type Has<'a> = dyn FnMut(&str) + 'a;

/// What is known about one project.
struct Known<'a> {
    catalog: &'a Catalog,
    project: &'a Project,
    /// Why its money is left out of totals.
    left_out: Option<LeftOut>,
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

/// One facet of all projects as columns: the values, and for each project positions in them.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetColumn {
    /// The values that occur, in display order; "not stated" last.
    pub values: Vec<FacetValue>,
    offsets: Vec<u32>,
    items: Vec<u32>,
}

impl FacetColumn {
    /// The column of a facet; `left_out` holds, for each project, why its money does not count.
    pub(super) fn build(catalog: &Catalog, facet: &Facet, left_out: &[Option<LeftOut>]) -> Self {
        let all = (facet.values)(catalog);
        let positions: HashMap<&str, u32> = all
            .iter()
            .zip(0..)
            .map(|(value, position)| (value.id.as_str(), position))
            .collect();
        let not_stated = position(all.len());
        let mut offsets = vec![0];
        let mut items = Vec::new();
        let mut own: Vec<u32> = Vec::new();
        for (project, left_out) in catalog.data().projects.iter().zip(left_out) {
            own.clear();
            let mut states = false;
            let known = Known {
                catalog,
                project,
                left_out: *left_out,
            };
            (facet.of)(&known, &mut |id| {
                states = true;
                own.extend(positions.get(id));
            });
            if !states {
                own.push(not_stated);
            }
            own.sort_unstable();
            own.dedup();
            items.extend(&own);
            offsets.push(position(items.len()));
        }
        Self::of_used(all, offsets, items)
    }

    /// Leaves out the values that no project has. The position behind `all` means "not stated".
    fn of_used(all: Vec<FacetValue>, offsets: Vec<u32>, mut items: Vec<u32>) -> Self {
        let mut used = vec![false; all.len() + 1];
        for item in &items {
            if let Some(used) = used.get_mut(*item as usize) {
                *used = true;
            }
        }
        let not_stated = FacetValue {
            id: NOT_STATED.to_owned(),
            label: Label::Message("facet-not-stated"),
            slot: None,
        };
        let mut values = Vec::new();
        let mut renumbered = Vec::with_capacity(used.len());
        for (value, used) in all.into_iter().chain([not_stated]).zip(used) {
            renumbered.push(position(values.len()));
            if used {
                values.push(value);
            }
        }
        for item in &mut items {
            *item = renumbered.get(*item as usize).copied().unwrap_or(*item);
        }
        Self {
            values,
            offsets,
            items,
        }
    }

    /// Positions in [`Self::values`] of what a project has.
    #[must_use]
    pub fn of(&self, project: usize) -> &[u32] {
        let bound = |at: usize| self.offsets.get(at).map(|offset| *offset as usize);
        match (bound(project), bound(project + 1)) {
            (Some(from), Some(to)) => self.items.get(from..to).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Position of the value with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }
}

/// A position in a list as the columns keep it.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
