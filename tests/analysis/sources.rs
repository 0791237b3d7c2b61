//! The list of sources: filter, facets and order against the long way round, on the default dataset.

use crate::common;

use belt_explorer::analysis::sources::{
    Area, SourceColumn, SourceFilter, SourceSort, SourceUse, Target, index, list,
};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::schema::SourceKind;
use common::embedded;

fn sort(column: SourceColumn, descending: bool) -> SourceSort {
    SourceSort { column, descending }
}

/// Whether a source passes, one rule after the other.
fn passes(catalog: &Catalog, used: &SourceUse, filter: &SourceFilter, at: usize) -> bool {
    let source = &catalog.data().sources[at];
    let used_in = |area: &Area| used.in_area(*area).0 > 0;
    let in_years = filter.years.is_none_or(|(first, last)| {
        source
            .date
            .is_some_and(|date| date.year() >= first && date.year() <= last)
    });
    (filter.kinds.is_empty() || filter.kinds.contains(&source.kind))
        && (filter.areas.is_empty() || filter.areas.iter().any(used_in))
        && (filter.publishers.is_empty()
            || source
                .publisher
                .as_ref()
                .is_some_and(|name| filter.publishers.contains(name)))
        && in_years
}

#[test]
fn rows_and_facets_are_those_of_the_long_way_round() {
    let catalog = embedded();
    let uses = index(&catalog);
    let count = |filter: &SourceFilter| {
        (0..uses.len())
            .filter(|at| passes(&catalog, &uses[*at], filter, *at))
            .count()
    };
    let filters = [
        SourceFilter::default(),
        SourceFilter {
            kinds: [SourceKind::Official, SourceKind::Research].into(),
            ..SourceFilter::default()
        },
        SourceFilter {
            areas: [Area::Transit].into(),
            years: Some((2015, 2019)),
            ..SourceFilter::default()
        },
        SourceFilter {
            kinds: [SourceKind::News].into(),
            areas: [Area::Claims, Area::Events].into(),
            publishers: ["Kazinform".to_owned(), "Trend".to_owned()].into(),
            ..SourceFilter::default()
        },
    ];
    for filter in filters {
        let shown = list(&catalog, &uses, &filter, SourceSort::default());
        assert!(!shown.rows.is_empty(), "{filter:?}");
        assert_eq!(shown.rows.len(), count(&filter), "{filter:?}");
        for kind in SourceKind::ALL {
            let alone = SourceFilter {
                kinds: [kind].into(),
                ..filter.clone()
            };
            let facet = shown.facets.kinds.get(&kind).copied().unwrap_or(0);
            assert_eq!(facet, count(&alone), "{kind:?} under {filter:?}");
        }
        for area in Area::ALL {
            let alone = SourceFilter {
                areas: [area].into(),
                ..filter.clone()
            };
            let facet = shown.facets.areas.get(&area).copied().unwrap_or(0);
            assert_eq!(facet, count(&alone), "{area:?} under {filter:?}");
        }
        for (name, facet) in &shown.facets.publishers {
            let alone = SourceFilter {
                publishers: [name.clone()].into(),
                ..filter.clone()
            };
            assert_eq!(*facet, count(&alone), "{name} under {filter:?}");
        }
    }
}

#[test]
fn sources_without_a_date_come_last_in_either_direction() {
    let catalog = embedded();
    let uses = index(&catalog);
    for descending in [false, true] {
        let order = sort(SourceColumn::Date, descending);
        let rows = list(&catalog, &uses, &SourceFilter::default(), order).rows;
        let dates: Vec<_> = rows
            .iter()
            .map(|at| catalog.data().sources[*at].date)
            .collect();
        let stated: Vec<_> = dates
            .iter()
            .copied()
            .take_while(Option::is_some)
            .flatten()
            .collect();
        assert!(dates[stated.len()..].iter().all(Option::is_none));
        assert!(
            stated.len() < dates.len(),
            "the dataset has undated sources"
        );
        let in_order = |pair: &[_]| {
            if descending {
                pair[0] >= pair[1]
            } else {
                pair[0] <= pair[1]
            }
        };
        assert!(stated.windows(2).all(in_order));
    }
}

#[test]
fn search_ignores_case_accents_and_scripts() {
    let catalog = embedded();
    let uses = index(&catalog);
    let rows = |text: &str| {
        let filter = SourceFilter {
            text: text.to_owned(),
            ..SourceFilter::default()
        };
        list(&catalog, &uses, &filter, SourceSort::default()).rows
    };
    let plain = rows("kazinform");
    assert!(!plain.is_empty());
    assert_eq!(plain, rows("  KAZINFÓRM "));
    assert!(rows("kazinform nonsense-word").is_empty());
}

#[test]
fn every_source_that_a_record_names_is_found_back() {
    let catalog = embedded();
    let uses = index(&catalog);
    let cites = |id: &str, target: Target| {
        let at = catalog.source_index(id).expect("a source");
        uses[at]
            .citations
            .iter()
            .any(|citation| citation.target == target)
    };
    let data = catalog.data();
    for (at, project) in data.projects.iter().enumerate() {
        assert!(
            project
                .sources
                .iter()
                .all(|id| cites(id, Target::Project(at))),
            "{}",
            project.id
        );
    }
    for (at, event) in data.events.iter().enumerate() {
        assert!(
            event.sources.iter().all(|id| cites(id, Target::Event(at))),
            "{}",
            event.id
        );
    }
    for (at, series) in data.series.iter().enumerate() {
        assert!(
            series
                .sources
                .iter()
                .all(|id| cites(id, Target::Series(at))),
            "{}",
            series.id
        );
    }
}
