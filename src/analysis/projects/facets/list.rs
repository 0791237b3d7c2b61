//! All facets. A new one is a row here.

use super::{Facet, values};
use crate::{
    analysis::projects::{overlap::LeftOut, record::has_conflict},
    dataset::{catalog::Catalog, schema::Role},
};

/// The facets, in panel order.
pub const FACETS: &[Facet] = &[
    Facet {
        id: "group",
        name: "facet-group",
        open: true,
        by_count: false,
        values: |catalog| {
            let groups = catalog.data().sector_groups.iter();
            groups
                .map(|group| values::dataset(&group.id, &group.name, Some(group.slot)))
                .collect()
        },
        record: Some(Catalog::sector_group_index),
        of: |known, has| {
            if known.sector.is_some() {
                has.record(known.group());
            }
        },
    },
    Facet {
        id: "status",
        name: "facet-status",
        open: true,
        by_count: false,
        values: |catalog| {
            let statuses = catalog.data().statuses.iter();
            statuses
                .map(|status| values::dataset(&status.id, &status.name, None))
                .collect()
        },
        record: Some(Catalog::status_index),
        of: |known, has| {
            if !known.project.status.is_empty() {
                has.record(known.status);
            }
        },
    },
    Facet {
        id: "programme",
        name: "facet-programme",
        open: true,
        by_count: false,
        values: values::programmes,
        record: None,
        of: |known, has| {
            for membership in &known.project.programmes {
                let id = values::programme_id(&membership.programme, membership.state);
                has.id(&id);
            }
        },
    },
    Facet {
        id: "party",
        name: "facet-party",
        open: true,
        by_count: true,
        values: |catalog| {
            let partner = catalog.partner();
            values::organisations(catalog, |country| country == Some(partner))
        },
        record: Some(Catalog::organisation_index),
        of: |known, has| {
            let partner = known.shared.catalog.partner();
            values::parties(known, has, |country, _| country == Some(partner));
        },
    },
    Facet {
        id: "host",
        name: "facet-host",
        open: false,
        by_count: true,
        values: |catalog| {
            let home = catalog.home();
            values::organisations(catalog, |country| country == Some(home))
        },
        record: Some(Catalog::organisation_index),
        of: |known, has| {
            let home = known.shared.catalog.home();
            values::parties(known, has, |country, _| country == Some(home));
        },
    },
    Facet {
        id: "contractor",
        name: "facet-contractor",
        open: false,
        by_count: true,
        values: |catalog| values::organisations(catalog, |_| true),
        record: Some(Catalog::organisation_index),
        of: |known, has| values::parties(known, has, |_, role| role == Role::Contractor),
    },
    Facet {
        id: "lender",
        name: "facet-lender",
        open: false,
        by_count: true,
        values: |catalog| values::organisations(catalog, |_| true),
        record: Some(Catalog::organisation_index),
        of: |known, has| values::parties(known, has, |_, role| role == Role::Lender),
    },
    Facet {
        id: "region",
        name: "facet-region",
        open: true,
        by_count: true,
        values: |catalog| {
            let regions = catalog.data().regions.iter();
            regions
                .map(|region| values::dataset(&region.id, &region.name, None))
                .collect()
        },
        record: Some(Catalog::region_index),
        of: |known, has| known.regions.iter().for_each(|region| has.record(*region)),
    },
    Facet {
        id: "sector",
        name: "facet-sector",
        open: false,
        by_count: true,
        values: |catalog| {
            let sectors = catalog.data().sectors.iter();
            sectors
                .map(|sector| {
                    let group = catalog.sector_group(&sector.group);
                    values::dataset(&sector.id, &sector.name, group.map(|group| group.slot))
                })
                .collect()
        },
        record: Some(Catalog::sector_index),
        of: |known, has| has.record(known.sector),
    },
    Facet {
        id: "instrument",
        name: "facet-instrument",
        open: false,
        by_count: false,
        values: |_| values::named(&values::INSTRUMENTS),
        record: None,
        of: |known, has| values::one_of(&values::INSTRUMENTS, known.project.instrument, has),
    },
    Facet {
        id: "place",
        name: "facet-place",
        open: false,
        by_count: false,
        values: |_| values::named(&values::PRECISIONS),
        record: None,
        of: |known, has| {
            let place = known.project.place.as_ref();
            values::one_of(&values::PRECISIONS, place.map(|place| place.precision), has);
        },
    },
    Facet {
        id: "evidence",
        name: "facet-evidence",
        open: false,
        by_count: false,
        values: |_| values::named(&values::SOURCE_KINDS),
        record: None,
        of: values::evidence,
    },
    Facet {
        id: "proof",
        name: "facet-proof",
        open: false,
        by_count: false,
        values: |_| values::named(&values::PROOF),
        record: None,
        of: values::proof,
    },
    Facet {
        id: "conflict",
        name: "facet-conflict",
        open: false,
        by_count: false,
        values: |_| values::named(&values::CONFLICT),
        record: None,
        of: |known, has| {
            let project = known.project;
            let differ = !project.disagreements.is_empty() || has_conflict(project);
            values::one_of(&values::CONFLICT, Some(differ), has);
        },
    },
    Facet {
        id: "contested",
        name: "facet-contested",
        open: false,
        by_count: false,
        values: |_| values::named(&values::CONTESTED),
        record: None,
        of: |known, has| {
            let contested = known.project.controversy.is_some();
            values::one_of(&values::CONTESTED, Some(contested), has);
        },
    },
    Facet {
        id: LeftOut::FACET,
        name: "facet-counted",
        open: false,
        by_count: false,
        values: |_| values::counted(),
        record: None,
        of: |known, has| has.id(known.left_out.map_or(values::COUNTS, LeftOut::id)),
    },
];
