//! All facets. A new one is a row here.

use super::{Facet, values};
use crate::{
    analysis::projects::{overlap::LeftOut, record::conflicts_of},
    dataset::schema::Role,
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
        of: |known, has| {
            if let Some(sector) = known.catalog.sector(&known.project.sector) {
                has(&sector.group);
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
        of: |known, has| {
            if let Some(latest) = known.project.status.last() {
                has(&latest.status);
            }
        },
    },
    Facet {
        id: "programme",
        name: "facet-programme",
        open: true,
        by_count: false,
        values: values::programmes,
        of: |known, has| {
            for membership in &known.project.programmes {
                has(&values::programme_id(
                    &membership.programme,
                    membership.state,
                ));
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
        of: |known, has| {
            let partner = known.catalog.partner();
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
        of: |known, has| {
            let home = known.catalog.home();
            values::parties(known, has, |country, _| country == Some(home));
        },
    },
    Facet {
        id: "contractor",
        name: "facet-contractor",
        open: false,
        by_count: true,
        values: |catalog| values::organisations(catalog, |_| true),
        of: |known, has| values::parties(known, has, |_, role| role == Role::Contractor),
    },
    Facet {
        id: "lender",
        name: "facet-lender",
        open: false,
        by_count: true,
        values: |catalog| values::organisations(catalog, |_| true),
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
        of: |known, has| known.project.regions.iter().for_each(|region| has(region)),
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
        of: |known, has| has(&known.project.sector),
    },
    Facet {
        id: "instrument",
        name: "facet-instrument",
        open: false,
        by_count: false,
        values: |_| values::named(&values::INSTRUMENTS),
        of: |known, has| values::id_of(&values::INSTRUMENTS, known.project.instrument, has),
    },
    Facet {
        id: "place",
        name: "facet-place",
        open: false,
        by_count: false,
        values: |_| values::named(&values::PRECISIONS),
        of: |known, has| {
            let place = known.project.place.as_ref();
            values::id_of(&values::PRECISIONS, place.map(|place| place.precision), has);
        },
    },
    Facet {
        id: "evidence",
        name: "facet-evidence",
        open: false,
        by_count: false,
        values: |_| values::named(&values::SOURCE_KINDS),
        of: values::evidence,
    },
    Facet {
        id: "conflict",
        name: "facet-conflict",
        open: false,
        by_count: false,
        values: |_| values::named(&values::CONFLICT),
        of: |known, has| {
            let project = known.project;
            let differ = !project.disagreements.is_empty() || !conflicts_of(project).is_empty();
            values::id_of(&values::CONFLICT, Some(differ), has);
        },
    },
    Facet {
        id: "contested",
        name: "facet-contested",
        open: false,
        by_count: false,
        values: |_| values::named(&values::CONTESTED),
        of: |known, has| {
            let contested = known.project.controversy.is_some();
            values::id_of(&values::CONTESTED, Some(contested), has);
        },
    },
    Facet {
        id: LeftOut::FACET,
        name: "facet-counted",
        open: false,
        by_count: false,
        values: |_| values::counted(),
        of: |known, has| has(known.left_out.map_or(values::COUNTS, LeftOut::id)),
    },
];
