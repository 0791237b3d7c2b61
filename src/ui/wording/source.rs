//! Words of sources: their kinds, and the parts of a dataset they are used in.

use crate::{analysis::sources::Area, dataset::schema::SourceKind};

/// Message key of a kind of source.
#[must_use]
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "source-kind-official",
        SourceKind::Statistics => "source-kind-statistics",
        SourceKind::Dataset => "source-kind-dataset",
        SourceKind::Research => "source-kind-research",
        SourceKind::Company => "source-kind-company",
        SourceKind::News => "source-kind-news",
        SourceKind::Wiki => "source-kind-wiki",
    }
}

/// Message key of a part of a dataset.
#[must_use]
pub fn area(area: Area) -> &'static str {
    match area {
        Area::Projects => "area-projects",
        Area::Lists => "area-lists",
        Area::Series => "area-series",
        Area::Transit => "area-transit",
        Area::Claims => "area-claims",
        Area::Events => "area-events",
    }
}
