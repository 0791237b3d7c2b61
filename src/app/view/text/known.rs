//! Whether the dataset has what a text names.

use super::problem::Reason;
use crate::{
    app::state::OpenDataset,
    dataset::{catalog::Catalog, suggest::did_you_mean},
};

/// Ids that are compared for a suggestion; a dataset can have a million.
const COMPARED: usize = 10_000;

/// One kind of thing with an id or a name.
#[derive(Clone, Copy)]
pub(super) struct Known {
    has: fn(&Catalog, &str) -> bool,
    all: for<'a> fn(&'a Catalog) -> Box<dyn Iterator<Item = &'a str> + 'a>,
}

/// A kind that the catalog looks up by id.
macro_rules! by_id {
    ($one:ident, $($list:ident).+) => {
        Known {
            has: |catalog, id| catalog.$one(id).is_some(),
            all: |catalog| Box::new(catalog.data().$($list).+.iter().map(|one| one.id.as_str())),
        }
    };
}

pub(super) const PROJECT: Known = by_id!(project, projects);
pub(super) const SOURCE: Known = by_id!(source, sources);
pub(super) const PRODUCT: Known = by_id!(product, products);
pub(super) const RECORDER: Known = by_id!(recorder, recorders);
pub(super) const COUNTRY: Known = by_id!(country, countries);
pub(super) const NODE: Known = by_id!(node, transit.nodes);
pub(super) const ROUTE: Known = by_id!(route, transit.routes);
pub(super) const CLAIM: Known = by_id!(claim, claims);
pub(super) const PROGRAMME: Known = by_id!(programme, programmes);
pub(super) const EVENT: Known = Known {
    has: |catalog, id| catalog.data().events.iter().any(|event| event.id == id),
    all: |catalog| Box::new(catalog.data().events.iter().map(|event| event.id.as_str())),
};
pub(super) const PUBLISHER: Known = Known {
    has: |catalog, name| publishers(catalog).any(|own| own == name),
    all: |catalog| Box::new(publishers(catalog)),
};

fn publishers(catalog: &Catalog) -> impl Iterator<Item = &str> {
    let sources = catalog.data().sources.iter();
    sources.filter_map(|source| source.publisher.as_deref())
}

impl Known {
    /// The id, if the dataset has it.
    pub fn check(self, dataset: &OpenDataset, id: &str) -> Result<String, Reason> {
        if (self.has)(&dataset.catalog, id) {
            Ok(id.to_owned())
        } else {
            Err(not_in_dataset(id, (self.all)(&dataset.catalog)))
        }
    }
}

/// The reason, with the id most like the wanted one.
pub(super) fn not_in_dataset<'a>(id: &str, all: impl Iterator<Item = &'a str>) -> Reason {
    let suggestion = did_you_mean(id, all.take(COMPARED));
    Reason::NotInDataset {
        id: id.to_owned(),
        suggestion: suggestion.map(str::to_owned),
    }
}
