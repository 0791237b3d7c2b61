//! Which project is where, and what the legend says.

use super::DATA;

use belt_explorer::{
    analysis::{
        geo::Position,
        projects::{
            Filter, MapCounts, MoneyStage, Spot, StackBy, YearBasis, apply, project_map,
            round_sizes,
        },
    },
    dataset::{read::ron_options, schema::Project},
};

#[test]
fn every_project_of_a_filter_is_counted_once() {
    let (catalog, table) = &*DATA;
    for stage in MoneyStage::ALL {
        for by in StackBy::ALL {
            let filter = Filter::default();
            let filtered = apply(table, &filter, stage, YearBasis::Announced);
            let map = project_map(catalog, table, &filtered, stage, by);
            let MapCounts {
                exact,
                region,
                country,
                nowhere,
                ..
            } = map.counts;
            assert!(map.bubbles.iter().all(|one| map.parts.contains(&one.part)));
            assert_eq!(exact + region + country + nowhere, filtered.count);
            assert_eq!(map.counts.shown(), filtered.count);
            assert_eq!(map.bubbles.len() + map.counts.beyond, map.counts.placed());
            assert_eq!(map.not_drawn.len(), map.counts.not_placed());
            let dots = map
                .bubbles
                .iter()
                .filter(|bubble| bubble.counted_m.is_none());
            assert_eq!(
                dots.count(),
                map.counts.without_amount + map.counts.left_out
            );
            // The largest first.
            let money: Vec<f64> = map
                .bubbles
                .iter()
                .filter_map(|bubble| bubble.counted_m)
                .collect();
            assert!(money.is_sorted_by(|a, b| a >= b));
            let sum: f64 = filtered
                .rows
                .ones()
                .filter_map(|row| {
                    table.spots[row].at()?;
                    table.counted_m(row, stage)
                })
                .sum();
            assert!((money.iter().sum::<f64>() - sum).abs() < 1e-6);
            assert!(map.sources.iter().all(|id| catalog.source(id).is_some()));
        }
    }
}

fn project(place: &str) -> Project {
    let text = format!(
        "(id: \"a\", name: {{\"en\": \"A\"}}, sector: \"s\", place: {place}, sources: [\"x\"])"
    );
    ron_options().from_str(&text).expect("a project")
}

#[test]
fn only_what_is_known_well_enough_is_a_point() {
    let at = Position { lat: 1.0, lon: 2.0 };
    for (place, spot) in [
        ("None", Spot::None),
        (
            "Some((lat: Some(1), lon: Some(2), precision: Site))",
            Spot::Exact(at),
        ),
        (
            "Some((lat: Some(1), lon: Some(2), precision: Town))",
            Spot::Exact(at),
        ),
        (
            "Some((lat: Some(1), lon: Some(2), precision: Region))",
            Spot::Region(at),
        ),
        (
            "Some((lat: Some(1), lon: Some(2), precision: Country))",
            Spot::Country,
        ),
        ("Some((precision: Site))", Spot::None),
    ] {
        assert_eq!(Spot::of(&project(place)), spot, "{place}");
    }
}

#[test]
fn sizes_of_a_legend_are_round() {
    assert_eq!(round_sizes(9_300.0), Some([5_000.0, 1_000.0, 250.0]));
    assert_eq!(round_sizes(1_000.0), Some([1_000.0, 200.0, 50.0]));
    assert_eq!(round_sizes(0.3), Some([0.2, 0.04, 0.01]));
    assert_eq!(round_sizes(0.0), None);
    assert_eq!(round_sizes(f64::NAN), None);
}

#[test]
fn lines_are_of_the_projects_that_a_filter_keeps() {
    let (catalog, table) = &*DATA;
    let all = &catalog.data().projects;
    let with_path = |row: &usize| all[*row].path.is_some();
    let lines = |text: &str| -> Vec<usize> {
        let filter = Filter {
            text: text.to_owned(),
            ..Filter::default()
        };
        let filtered = apply(table, &filter, MoneyStage::Latest, YearBasis::Announced);
        let map = project_map(
            catalog,
            table,
            &filtered,
            MoneyStage::Latest,
            StackBy::Group,
        );
        let lines = map.bubbles.iter().filter(|bubble| bubble.has_line);
        let mut lines: Vec<usize> = lines.map(|bubble| bubble.project).collect();
        lines.sort_unstable();
        let expected: Vec<usize> = filtered.rows.ones().filter(with_path).collect();
        assert_eq!(lines, expected, "{text}");
        for row in &lines {
            let path = all[*row].path.as_ref().expect("a line");
            assert!(path.sources.iter().all(|id| map.sources.contains(id)));
        }
        lines
    };
    let (every, some) = (lines(""), lines("pipeline"));
    assert!(!some.is_empty() && some.len() < every.len());
    // Places that a line passes are found.
    assert!(lines("aralsk").len() == 1);
}

#[test]
fn a_line_stands_in_for_a_place_that_is_not_known() {
    let path = "path: (points: [(lat: 50, lon: 70), (lat: 51, lon: 71), (lat: 52, lon: 72)], \
                schematic: true, sources: [\"x\"])";
    let on_line = Spot::Exact(Position {
        lat: 51.0,
        lon: 71.0,
    });
    for (place, expected) in [
        ("", on_line),
        ("place: (precision: Country),", on_line),
        (
            "place: (lat: 1, lon: 2, precision: Town),",
            Spot::Exact(Position { lat: 1.0, lon: 2.0 }),
        ),
    ] {
        let text = format!(
            "(id: \"a\", name: {{\"en\": \"A\"}}, sector: \"s\", {place} {path}, sources: [\"x\"])"
        );
        let project: Project = ron_options().from_str(&text).expect("a project");
        assert_eq!(Spot::of(&project), expected, "{place}");
    }
}
