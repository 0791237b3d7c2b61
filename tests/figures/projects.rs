//! The figures of projects hold what is drawn: bars, breakdown and map against their tables.

use super::all::{VIEWS, request, snapshot};
use crate::common;

use belt_explorer::{
    app::{Action, Tab, update, view::ProjectsPicture},
    export::{
        data::{Cell, ColumnRole},
        metadata::recipe_of,
    },
    ui::figures::{Snapshot, figures, file_bytes, reopened},
};
use std::collections::BTreeSet;

#[test]
fn the_bars_and_their_table_hold_the_same_numbers() {
    for view in &VIEWS[..6] {
        let mut state = common::state();
        let spec = figures()
            .find(|spec| spec.id == "investment")
            .expect("a figure");
        let snapshot = snapshot(&state, view);
        let (_, table) = snapshot.data(spec).expect("numbers");
        state.view = snapshot.view.clone();
        update::apply(&mut state, Action::ShowTab(Tab::Projects));
        let chart = state.derived.projects.a.chart.get().expect("a chart");
        let mut drawn = Vec::new();
        for bar in &chart.bars {
            for (firm, planned) in &bar.parts {
                drawn.extend(
                    [*firm, *planned]
                        .into_iter()
                        .filter(|value| *value != 0.0)
                        .map(|value| (bar.year, value)),
                );
            }
        }
        let value = table.column(ColumnRole::Value).expect("a column");
        let written: Vec<(i32, f64)> = table
            .rows
            .iter()
            .map(|row| {
                let Cell::Whole(year) = row[0] else {
                    panic!("a year")
                };
                (
                    i32::try_from(year).expect("a year"),
                    row[value].as_number().expect("a number"),
                )
            })
            .collect();
        assert_eq!(written, drawn, "{view}");
        // Each part of money names its projects, and they add up to it.
        let projects = table.key("project_ids").expect("a column");
        for row in &table.rows {
            assert!(
                matches!(&row[projects], Cell::List(ids) if !ids.is_empty()),
                "{view}: {row:?}"
            );
        }
    }
}

#[test]
fn a_figure_opens_with_its_own_picture_in_front() {
    let state = common::state();
    let cases = [
        ("map", "view:1 chart.by:status", ProjectsPicture::Map),
        ("investment", "view:1 picture:map", ProjectsPicture::Chart),
        (
            "breakdown",
            "view:1 breakdown.by:years",
            ProjectsPicture::Breakdown,
        ),
    ];
    for (id, view, picture) in cases {
        let spec = figures().find(|spec| spec.id == id).expect("a figure");
        let bytes = file_bytes(&snapshot(&state, view), spec, &request("svg", "page"));
        let recipe = recipe_of(&bytes.expect("a picture")).expect("a recipe");
        let figure = reopened(&Snapshot::of(&state), "figure.svg".to_owned(), recipe);
        let view = figure.view.expect("the same dataset");
        assert_eq!(view.projects.picture, picture, "{id}");
    }
}

/// The whole rows of the breakdown's table sum to what is drawn, and so do their cells.
#[test]
fn the_table_of_the_breakdown_holds_what_is_drawn() {
    let mut state = common::state();
    for view in [
        "view:1",
        "view:1 chart.by:lender breakdown.by:years group:power",
    ] {
        state.view = snapshot(&state, &format!("{view} tab:projects picture:breakdown")).view;
        update::apply(&mut state, Action::ShowTab(Tab::Projects));
        let parts = state
            .derived
            .projects
            .a
            .breakdown
            .get()
            .expect("computed")
            .clone();
        let spec = figures()
            .find(|spec| spec.id == "breakdown")
            .expect("a figure");
        let (_, table) = Snapshot::of(&state).data(spec).expect("numbers");
        let (column, count) = (
            table.key("column").expect("there"),
            table.key("projects").expect("there"),
        );
        let projects = |all: bool| -> f64 {
            let rows = table
                .rows
                .iter()
                .filter(|row| (row[column] == Cell::Text("All".into())) == all);
            rows.filter_map(|row| row[count].as_number()).sum()
        };
        let drawn = f64::from(u32::try_from(parts.total.count).expect("few"));
        assert_eq!((projects(true), projects(false)), (drawn, drawn), "{view}");
        let whole = parts.rows.len();
        let cells = parts.rows.iter().flat_map(|row| &row.cells);
        let cells = cells.filter(|cell| cell.count > 0).count();
        assert_eq!(table.rows.len(), whole + cells);
    }
}

/// The rows of the map's table are its bubbles, in their order.
#[test]
fn the_table_of_the_map_holds_what_is_drawn() {
    let mut state = common::state();
    for view in ["view:1", "view:1 chart.stage:contracted group:power"] {
        state.view = snapshot(&state, &format!("{view} tab:projects picture:map")).view;
        update::apply(&mut state, Action::ShowTab(Tab::Projects));
        let map = state.derived.projects.map.get().expect("computed").clone();
        let spec = figures().find(|spec| spec.id == "map").expect("a figure");
        let (caption, table) = Snapshot::of(&state).data(spec).expect("numbers");
        let at = |key: &str| table.key(key).expect("a column");
        let (id, lat, lon) = (at("project_id"), at("lat"), at("lon"));
        let money = table.column(ColumnRole::Value).expect("a column");
        let projects = &state.dataset.catalog.data().projects;
        let written = table.rows.iter().map(|row| {
            let number = |at: usize| row[at].as_number();
            (row[id].clone(), number(lat), number(lon), number(money))
        });
        let drawn = map.bubbles.iter().map(|bubble| {
            let id = Cell::Text(projects[bubble.project].id.clone());
            (
                id,
                Some(bubble.at.lat),
                Some(bubble.at.lon),
                bubble.counted_m,
            )
        });
        assert!(written.eq(drawn), "{view}");
        assert_eq!(caption.sources, map.sources);
        let of_rows: BTreeSet<String> = table.sources().into_iter().collect();
        assert_eq!(of_rows.into_iter().collect::<Vec<_>>(), map.sources);
        // What is not drawn is said.
        let said = caption.notes.join(" ");
        let left = map.counts.shown() - map.bubbles.len();
        assert!(left == 0 || said.contains("not drawn"), "{said}");
    }
}
