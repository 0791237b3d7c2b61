//! What a project has to do with other records, against a plain walk over all of them.

use crate::common;
use belt_explorer::{
    analysis::projects::{Related, related},
    dataset::catalog::Catalog,
};
use std::{collections::BTreeSet, sync::LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(common::embedded);

#[test]
fn every_relation_is_seen_from_both_sides() {
    let projects = &CATALOG.data().projects;
    let all: Vec<_> = projects
        .iter()
        .map(|own| related(&CATALOG, &own.id))
        .collect();
    let (mut parts, mut replaced, mut overlaps) = (0, 0, 0);
    for (at, own) in all.iter().enumerate() {
        for part in &own.parts {
            assert_eq!(all[*part].umbrella, Some(at));
            parts += 1;
        }
        for later in &own.replaced_by {
            assert_eq!(all[*later].replaces, Some(at));
            replaced += 1;
        }
        for other in &own.overlaps {
            assert!(all[*other].overlaps.contains(&at), "{}", projects[at].id);
            overlaps += 1;
        }
        assert!(!own.overlaps.contains(&at) && own.umbrella != Some(at));
    }
    let stated = |has: fn(&belt_explorer::dataset::schema::Project) -> bool| {
        projects.iter().filter(|project| has(project)).count()
    };
    assert_eq!(parts, stated(|project| project.part_of.is_some()));
    assert_eq!(replaced, stated(|project| project.replaces.is_some()));
    assert!(parts + replaced + overlaps > 0, "the dataset has some");
}

#[test]
fn events_that_name_a_project_stand_in_order_of_date() {
    let data = CATALOG.data();
    let mut found = 0;
    for project in &data.projects {
        let own = related(&CATALOG, &project.id);
        let named = |at: &usize| data.events[*at].projects.iter().any(|id| *id == project.id);
        let plain: BTreeSet<usize> = (0..data.events.len()).filter(named).collect();
        assert_eq!(own.events.iter().copied().collect::<BTreeSet<_>>(), plain);
        assert!(
            own.events
                .iter()
                .map(|at| data.events[*at].date)
                .is_sorted()
        );
        found += plain.len();
    }
    assert!(found > 0);
    assert_eq!(related(&CATALOG, "no such project"), Related::default());
}
