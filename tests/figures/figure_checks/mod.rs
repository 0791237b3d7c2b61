//! What must hold for every figure that is handed out: the shape of its table, its sources, its picture.

use belt_explorer::{
    app::{AppState, Tab},
    export::data::{Cell, ColumnRole, DataTable},
    ui::figures::{
        Caption, FigureDrawing, FigureError, FigureSpec, SIZES, Snapshot, figure, figures,
    },
};
use eframe::egui::Theme;
use std::collections::BTreeSet;

/// Caption and table of a figure.
pub fn data(state: &AppState, id: &str) -> (Caption, DataTable) {
    let spec = figure(id).unwrap_or_else(|| panic!("no figure `{id}`"));
    Snapshot::of(state)
        .data(spec)
        .unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// Why there is nothing to hand out.
pub fn reason(state: &AppState, id: &str) -> String {
    let spec = figure(id).unwrap_or_else(|| panic!("no figure `{id}`"));
    match Snapshot::of(state).data(spec) {
        Err(FigureError::Nothing(reason)) => reason,
        other => panic!("{id}: {other:?}"),
    }
}

pub fn of_tab(tab: Tab) -> impl Iterator<Item = &'static FigureSpec> {
    figures().filter(move |spec| spec.tab == tab)
}

/// The cell of a row under a key.
pub fn cell<'a>(table: &'a DataTable, row: &'a [Cell], key: &str) -> &'a Cell {
    let at = table
        .key(key)
        .unwrap_or_else(|| panic!("no column `{key}`"));
    &row[at]
}

/// The number under a key.
pub fn number(table: &DataTable, row: &[Cell], key: &str) -> Option<f64> {
    let cell = cell(table, row, key);
    let number = cell.as_number();
    assert!(
        number.is_some() || *cell == Cell::Missing,
        "`{key}` holds {cell:?}"
    );
    number
}

/// The words under a key; empty where there are none.
pub fn text<'a>(table: &'a DataTable, row: &'a [Cell], key: &str) -> &'a str {
    match cell(table, row, key) {
        Cell::Text(text) => text,
        Cell::Missing => "",
        other => panic!("`{key}` holds {other:?}"),
    }
}

/// The ids under a key.
pub fn list<'a>(table: &'a DataTable, row: &'a [Cell], key: &str) -> &'a [String] {
    match cell(table, row, key) {
        Cell::List(ids) => ids,
        Cell::Missing => &[],
        other => panic!("`{key}` holds {other:?}"),
    }
}

/// A figure's table is well formed, its caption complete, and its sources are in the dataset.
pub fn check_data(state: &AppState, id: &str) {
    let (caption, table) = data(state, id);
    assert!(
        !caption.title.is_empty() && !caption.subtitle.is_empty(),
        "{id}"
    );
    assert!(caption.notes.iter().all(|note| !note.is_empty()), "{id}");
    let keys: BTreeSet<&str> = table
        .columns
        .iter()
        .map(|column| column.key.as_str())
        .collect();
    assert_eq!(keys.len(), table.columns.len(), "{id}: a key stands twice");
    for column in &table.columns {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(column.key.chars().all(plain), "{id}: `{}`", column.key);
        assert!(
            !column.name.is_empty(),
            "{id}: `{}` has no name",
            column.key
        );
    }
    assert!(!table.rows.is_empty(), "{id} has no rows");
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{id}: {row:?}");
    }
    assert_eq!(table.columns[0].role, ColumnRole::Axis, "{id}");
    let sources = table.sources();
    assert!(!sources.is_empty(), "{id} has no sources");
    for source in sources.iter().chain(&caption.sources) {
        let known = state.dataset.catalog.source(source);
        assert!(known.is_some(), "{id}: no source `{source}`");
    }
    for source in &caption.sources {
        assert!(sources.contains(source), "{id}: `{source}` is in no row");
    }
}

/// A figure draws at every size, and is at least as large as asked for.
pub fn check_pictures(state: &AppState, tab: Tab, theme: Theme) {
    let snapshot = Snapshot::of(state);
    let mut drawn = 0;
    for spec in of_tab(tab).filter(|spec| spec.picture.is_some()) {
        for size in SIZES {
            let drawing = FigureDrawing {
                points: size.points,
                theme,
                with_title: true,
            };
            let picture = snapshot.draw(spec, drawing);
            let picture =
                picture.unwrap_or_else(|error| panic!("{} {}: {error}", spec.id, size.id));
            assert!((picture.size.x - size.points.x).abs() < 0.5, "{}", spec.id);
            assert!(picture.size.y >= size.points.y, "{}", spec.id);
            let (caption, _) = snapshot.data(spec).expect("it was drawn");
            let first = caption.title.split(' ').next().unwrap_or_default();
            assert!(picture.svg.contains(first), "{}: no title", spec.id);
            assert!(!picture.svg.contains('…'), "{}: words are cut", spec.id);
            drawn += 1;
        }
    }
    assert!(drawn >= 4 * SIZES.len());
}
