//! What the Sources tab hands out: the list in its order and filter, with its counts.

use crate::common;

use belt_explorer::{
    analysis::sources::{Area, SourceColumn, SourceSort},
    app::{Tab, View},
    dataset::schema::SourceKind,
    export::data::{Cell, DataTable},
    ui::figures::{FigureDrawing, FigureError, SIZES, Snapshot, figure},
};
use common::{state_of, state_with};
use eframe::egui::Theme;
use std::{collections::BTreeSet, path::Path};

fn cell<'a>(table: &DataTable, row: &'a [Cell], key: &str) -> &'a Cell {
    let at = table.key(key).unwrap_or_else(|| panic!("no column {key}"));
    &row[at]
}

fn text(table: &DataTable, row: &[Cell], key: &str) -> String {
    match cell(table, row, key) {
        Cell::Text(text) => text.clone(),
        Cell::Missing => String::new(),
        other => panic!("{key} is {other:?}"),
    }
}

fn filtered() -> View {
    let mut view = View {
        tab: Tab::Sources,
        ..View::default()
    };
    let filter = &mut view.sources.filter;
    filter.kinds = [SourceKind::Statistics, SourceKind::Dataset].into();
    filter.areas.insert(Area::Series);
    "trade".clone_into(&mut filter.text);
    filter.years = Some((2015, 2026));
    view.sources.sort = SourceSort {
        column: SourceColumn::Title,
        descending: false,
    };
    view
}

#[test]
fn the_table_is_the_list_in_its_order_and_filter() {
    let all = View {
        tab: Tab::Sources,
        ..View::default()
    };
    for view in [all, filtered()] {
        let state = state_with(view);
        let spec = figure("sources").expect("a figure");
        let (caption, table) = Snapshot::of(&state).data(spec).expect("sources");
        assert_eq!(
            caption.filter.is_empty(),
            state.view.sources.filter.is_empty()
        );
        let keys: BTreeSet<&String> = table.columns.iter().map(|column| &column.key).collect();
        assert_eq!(keys.len(), table.columns.len());
        let derived = &state.derived.sources;
        let list = derived.list.get().expect("a list");
        let uses = derived.uses.get().expect("uses");
        assert_eq!(table.rows.len(), list.rows.len());
        assert!(table.rows.len() > 1);
        for (row, at) in table.rows.iter().zip(&list.rows) {
            assert_eq!(row.len(), table.columns.len());
            let source = &state.dataset.catalog.data().sources[*at];
            assert_eq!(text(&table, row, "source_id"), source.id);
            assert_eq!(text(&table, row, "title"), source.title);
            assert_eq!(
                text(&table, row, "url"),
                source.url.clone().unwrap_or_default()
            );
            let counts = ["records", "figures", "conflicts"];
            let counts = counts.map(|key| cell(&table, row, key).clone());
            let of_source = &uses[*at];
            let expected = [
                of_source.citations.len(),
                of_source.figures,
                of_source.conflicts,
            ];
            assert_eq!(counts, expected.map(Cell::count));
        }
    }
}

#[test]
fn the_filter_is_a_sentence() {
    let state = state_with(filtered());
    let spec = figure("sources").expect("a figure");
    let (caption, _) = Snapshot::of(&state).data(spec).expect("sources");
    let wanted = "text contains “trade” and Kind is Statistics or Dataset and used for Yearly numbers \
                  and Published 2015–2026";
    assert_eq!(caption.filter, wanted);
}

#[test]
fn it_is_a_table_without_a_picture_and_says_why_it_is_empty() {
    let spec = figure("sources").expect("a figure");
    let drawing = FigureDrawing {
        points: SIZES[0].points,
        theme: Theme::Light,
        with_title: true,
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/trade.ron");
    let state = state_of(&path);
    let mut snapshot = Snapshot::of(&state);
    let none = snapshot.draw(spec, drawing);
    assert_eq!(none.err(), Some(FigureError::NoPicture));
    let text = &mut snapshot.view.sources.filter.text;
    "no source says this".clone_into(text);
    let empty = snapshot.data(spec).err();
    assert_eq!(
        empty,
        Some(FigureError::Nothing(state.words.t("sources-empty")))
    );
}
