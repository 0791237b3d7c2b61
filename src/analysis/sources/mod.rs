//! Sources: what each supports, and the searchable, sortable list of them.

mod citation;
mod list;

pub use citation::{Area, Citation, SourceUse, Target, index};
pub use list::{SourceColumn, SourceFacets, SourceFilter, SourceList, SourceSort, list};
