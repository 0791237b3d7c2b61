//! What the Overview tab hands out: captions, numbers and pictures against the overview.

use crate::common;
#[allow(dead_code, reason = "each test binary uses a part")]
use crate::figure_checks;
use crate::support;

use belt_explorer::{
    analysis::claims::Fit,
    app::{Action, AppState, Tab, action::OverviewAction, update},
    dataset::schema::Scope,
    export::data::Cell,
    ui::figures::{FigureDrawing, SIZES, Snapshot, figure},
};
use eframe::egui::Theme;
use figure_checks::{cell, check_data, check_pictures, data, list, number, of_tab, reason, text};
use std::fs;

fn overview() -> AppState {
    let mut state = common::state();
    update::apply(&mut state, Action::ShowTab(Tab::Overview));
    state
}

fn with_all_statements() -> AppState {
    let mut state = overview();
    let action = OverviewAction::AllStatements(true);
    update::apply(&mut state, Action::Overview(action));
    state
}

#[test]
fn every_figure_is_well_formed_and_draws_at_every_size() {
    let ids: Vec<&str> = of_tab(Tab::Overview).map(|spec| spec.id).collect();
    assert_eq!(ids, ["claims", "list", "events", "key-figures"]);
    for (state, theme) in [
        (overview(), Theme::Light),
        (with_all_statements(), Theme::Dark),
    ] {
        for id in &ids {
            check_data(&state, id);
        }
        check_pictures(&state, Tab::Overview, theme);
    }
}

#[test]
fn claims_are_those_of_the_headline_statement_with_all_they_were_compared_with() {
    let state = overview();
    let (caption, table) = data(&state, "claims");
    let overview = state.derived.overview.overview.get().expect("computed");
    let claims = &state.dataset.catalog.data().claims;
    let mut rows = table.rows.iter();
    for (at, check) in overview.claims.iter().enumerate() {
        let claim = &claims[check.claim];
        for candidate in 0..check.candidates.len().max(1) {
            let row = rows.next().expect("a row for every number compared with");
            assert_eq!(*cell(&table, row, "claim_number"), Cell::count(at + 1));
            assert_eq!(text(&table, row, "claim_id"), claim.id);
            assert_eq!(number(&table, row, "value"), claim.value);
            assert_eq!(number(&table, row, "low"), claim.low);
            assert_eq!(number(&table, row, "high"), claim.high);
            let drawn = text(&table, row, "drawn") == "yes";
            assert_eq!(drawn, check.interval.is_some());
            if let Some(interval) = check.interval {
                let finite = |end: f64| end.is_finite().then_some(end);
                assert_eq!(number(&table, row, "can_mean_low"), finite(interval.low));
                assert_eq!(number(&table, row, "can_mean_high"), finite(interval.high));
                assert!(!text(&table, row, "verdict").is_empty());
            }
            assert_eq!(list(&table, row, "source_ids"), &claim.sources[..]);
            let candidate = check.candidates.get(candidate);
            assert_eq!(
                number(&table, row, "compared_low"),
                candidate.map(|candidate| candidate.low)
            );
            assert_eq!(
                number(&table, row, "compared_high"),
                candidate.map(|candidate| candidate.high)
            );
            let fits = text(&table, row, "fits") == "yes";
            let is_match = candidate.is_some_and(|candidate| candidate.fit == Fit::Match);
            assert_eq!(fits, is_match);
            let sources = list(&table, row, "compared_source_ids");
            let wanted = candidate.map_or(0, |candidate| candidate.sources.len());
            assert_eq!(sources.len(), wanted);
        }
    }
    assert!(rows.next().is_none(), "more rows than numbers");
    let points = overview
        .claims
        .iter()
        .filter(|check| check.interval.is_none());
    let count = points.count();
    let note = format!("{count} points of the statement have no number");
    assert!(count > 1 && caption.notes.iter().any(|own| own.starts_with(&note)));
}

/// What stands in a tooltip on screen is in the picture.
#[test]
fn what_a_claim_was_compared_with_is_written_in_the_picture() {
    let state = overview();
    let drawing = FigureDrawing {
        points: SIZES[3].points,
        theme: Theme::Light,
        with_title: true,
    };
    let spec = figure("claims").expect("a figure");
    let picture = Snapshot::of(&state).draw(spec, drawing).expect("it draws");
    let overview = state.derived.overview.overview.get().expect("computed");
    let numbers = overview
        .claims
        .iter()
        .filter(|check| check.interval.is_some());
    let compared = numbers.clone().filter(|check| !check.candidates.is_empty());
    let written = support::words(&picture.svg).matches("Can mean ").count();
    assert_eq!(written, compared.count());
    assert!(written < numbers.count());
}

#[test]
fn the_list_has_the_statements_that_are_drawn() {
    for (state, all) in [(overview(), false), (with_all_statements(), true)] {
        let (caption, table) = data(&state, "list");
        let overview = state.derived.overview.overview.get().expect("computed");
        let stated = overview.list.as_ref().expect("a list");
        let programme = state.dataset.catalog.programme(&stated.programme);
        let said = &programme.expect("the list").states;
        let drawn: Vec<_> = stated
            .points
            .iter()
            .filter(|point| all || point.scope == Scope::List)
            .collect();
        assert_eq!(table.rows.len(), drawn.len());
        assert!(drawn.len() > 20);
        for (row, point) in table.rows.iter().zip(&drawn) {
            assert_eq!(text(&table, row, "date"), point.date.to_string());
            assert_eq!(number(&table, row, "projects"), point.count);
            assert_eq!(number(&table, row, "money_usd_m"), point.money_m);
            let own = &said[point.state];
            assert_eq!(text(&table, row, "said_by"), &own.said_by["en"]);
            assert_eq!(list(&table, row, "source_ids"), &own.sources[..]);
        }
        let left_out = stated.points.len() - drawn.len();
        assert_eq!(left_out == 0, all);
        let says = |note: &String| note.starts_with(&format!("{left_out} statements about more"));
        assert_eq!(caption.notes.iter().any(says), !all);
    }
}

#[test]
fn events_are_all_events_in_order_of_date() {
    let state = overview();
    let (_, table) = data(&state, "events");
    let events = &state.dataset.catalog.data().events;
    let overview = state.derived.overview.overview.get().expect("computed");
    assert_eq!(table.rows.len(), events.len());
    for (row, at) in table.rows.iter().zip(&overview.events) {
        let event = &events[*at];
        assert_eq!(text(&table, row, "event_id"), event.id);
        assert_eq!(text(&table, row, "event"), &event.title["en"]);
        assert_eq!(text(&table, row, "date"), event.date.to_string());
        let year = event.date.as_year_fraction();
        assert_eq!(number(&table, row, "drawn_at_year"), Some(year));
        assert_eq!(list(&table, row, "source_ids"), &event.sources[..]);
    }
    let years: Vec<f64> = table
        .rows
        .iter()
        .filter_map(|row| number(&table, row, "drawn_at_year"))
        .map(f64::floor)
        .collect();
    assert!(years.is_sorted());
}

#[test]
fn key_figures_have_one_row_a_mark() {
    let state = overview();
    let (_, table) = data(&state, "key-figures");
    let overview = state.derived.overview.overview.get().expect("computed");
    let mut wanted: Vec<(String, f64, String)> = Vec::new();
    for quantity in [&overview.turnover, &overview.stock] {
        let quantity = quantity.as_ref().expect("recorded");
        for mark in &quantity.marks {
            let year = quantity.year.to_string();
            wanted.push((year, mark.value, quantity.unit.clone()));
        }
    }
    let recent = overview.list.as_ref().expect("a list");
    let programme = state.dataset.catalog.programme(&recent.programme);
    let said = &programme.expect("the list").states;
    for (range, unit) in [(&recent.count, "projects"), (&recent.money, "USD m")] {
        for (at, value) in &range.as_ref().expect("stated").values {
            wanted.push((said[*at].date.to_string(), *value, unit.to_owned()));
        }
    }
    let stages = overview.stages;
    let as_of = state.dataset.catalog.meta().expect("a dataset").as_of;
    let counts = [
        stages.done,
        stages.under_way,
        stages.planned,
        stages.stopped,
        stages.unknown,
    ];
    for count in counts {
        let count = f64::from(u32::try_from(count).expect("few"));
        wanted.push((as_of.to_string(), count, "projects".to_owned()));
    }
    let found: Vec<(String, f64, String)> = table
        .rows
        .iter()
        .map(|row| {
            let value = number(&table, row, "value").expect("a number");
            let date = text(&table, row, "date").to_owned();
            (date, value, text(&table, row, "unit").to_owned())
        })
        .collect();
    assert_eq!(found, wanted);
    // A count of projects names as many projects.
    for row in &table.rows[table.rows.len() - counts.len()..] {
        let projects = list(&table, row, "project_ids").len();
        assert_eq!(*cell(&table, row, "value"), Cell::count(projects));
    }
}

#[test]
fn a_dataset_without_them_gives_reasons() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.ron");
    let text = r#"(
    meta: (
        schema: 1, id: "small", version: "1", title: {"en": "Small"}, home: "aaa", partner: "bbb",
        as_of: "2026-01", currency: "USD",
    ),
    countries: [(id: "aaa", name: {"en": "Aurelia"}), (id: "bbb", name: {"en": "Borea"})],
)"#;
    fs::write(&path, text).expect("written");
    let mut state = common::state_of(&path);
    update::apply(&mut state, Action::ShowTab(Tab::Overview));
    for spec in of_tab(Tab::Overview) {
        assert!(!reason(&state, spec.id).is_empty());
    }
    update::apply(&mut state, Action::ShowTab(Tab::Transit));
    for spec in of_tab(Tab::Transit) {
        assert_eq!(reason(&state, spec.id), "This dataset has no routes.");
    }
}
