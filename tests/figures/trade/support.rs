//! Views of both datasets, and what holds for every table and caption.

use crate::common::{state_of, state_with};
use belt_explorer::{
    analysis::prices::Prices,
    analysis::trade::{
        InvestmentRole, Show, TradeAnswer, TradeChoice,
        chart::{Display, GapBase},
        ranking::Traded,
    },
    app::{AppState, Tab, View},
    export::data::{Cell, DataTable},
    ui::figures::{Caption, FigureSpec, figure},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

pub fn made_up() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/trade.ron")
}

pub fn spec(id: &str) -> &'static FigureSpec {
    figure(id).expect("a figure of this id")
}

/// Every kind of choice, several of them combined.
pub fn choices() -> Vec<TradeChoice> {
    let base = TradeChoice::default;
    let mut choices: Vec<TradeChoice> = Show::ALL.map(|show| TradeChoice { show, ..base() }).into();
    for gap_base in [GapBase::Exporter, GapBase::Importer, GapBase::Mean] {
        choices.push(TradeChoice { gap_base, ..base() });
    }
    for display in [Display::Growth, Display::Index(2021)] {
        choices.push(TradeChoice { display, ..base() });
    }
    for investment in [InvestmentRole::Stock, InvestmentRole::Deals] {
        let show = Show::Investment;
        choices.push(TradeChoice {
            show,
            investment,
            ..base()
        });
    }
    for show in [Show::Partners, Show::Products, Show::Share] {
        for traded in [Traded::Exports, Traded::Imports] {
            choices.push(TradeChoice {
                show,
                traded,
                ..base()
            });
        }
    }
    choices.push(TradeChoice {
        prices: Prices::Constant(2021),
        years: Some((2019, 2023)),
        show: Show::ToPartner,
        ..base()
    });
    choices.push(TradeChoice {
        prices: Prices::Constant(2020),
        show: Show::Turnover,
        ..base()
    });
    choices
}

pub fn states(choice: &TradeChoice) -> [AppState; 2] {
    let mut view = View {
        tab: Tab::Trade,
        ..View::default()
    };
    view.trade.choice = choice.clone();
    view.trade.selected_year = Some(2020);
    // The made-up dataset gets the same view as the embedded one.
    let small = state_of(&made_up());
    let jobs = small.jobs;
    let small = AppState::new(small.dataset, small.settings, view.clone(), jobs);
    [state_with(view), small]
}

pub fn answer(state: &AppState) -> &TradeAnswer {
    state.derived.trade.answer.get().expect("computed")
}

/// What holds for every table: keys, cells, sources.
pub fn check_table(state: &AppState, id: &str, table: &DataTable) {
    let keys: BTreeSet<&str> = table
        .columns
        .iter()
        .map(|column| column.key.as_str())
        .collect();
    assert_eq!(keys.len(), table.columns.len(), "{id}: a key stands twice");
    for key in keys {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(key.chars().all(plain), "{id}: {key}");
    }
    assert!(!table.rows.is_empty(), "{id}: no rows");
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{id}: {row:?}");
    }
    let catalog = &state.dataset.catalog;
    for source in table.sources() {
        assert!(catalog.source(&source).is_some(), "{id}: {source}");
    }
}

/// What holds for every caption: words, and sources that are drawn.
pub fn check_caption(state: &AppState, id: &str, caption: &Caption) {
    let texts = [&caption.title, &caption.subtitle, &caption.filter];
    for text in texts.into_iter().chain(&caption.notes) {
        assert!(!text.contains("Unknown localization"), "{id}: {text}");
    }
    assert!(
        !caption.title.is_empty() && !caption.subtitle.is_empty(),
        "{id}"
    );
    assert!(caption.notes.iter().all(|note| !note.is_empty()), "{id}");
    for source in &caption.sources {
        assert!(
            state.dataset.catalog.source(source).is_some(),
            "{id}: {source}"
        );
    }
}

pub fn cell<'a>(table: &DataTable, row: &'a [Cell], key: &str) -> &'a Cell {
    let at = table.key(key).unwrap_or_else(|| panic!("no column {key}"));
    &row[at]
}

pub fn text(table: &DataTable, row: &[Cell], key: &str) -> String {
    match cell(table, row, key) {
        Cell::Text(text) => text.clone(),
        Cell::List(items) => items.join(" "),
        Cell::Missing => String::new(),
        other => panic!("{key} is {other:?}"),
    }
}

pub fn number(table: &DataTable, row: &[Cell], key: &str) -> Option<f64> {
    cell(table, row, key).as_number()
}

/// The number of a row under whichever unit it is in; there is at most one.
pub fn value(table: &DataTable, row: &[Cell]) -> Option<f64> {
    let columns = table.columns.iter().zip(row);
    let values = columns.filter(|(column, _)| column.key.starts_with("value_"));
    let mut values = values.filter_map(|(_, cell)| cell.as_number());
    let value = values.next();
    assert_eq!(values.next(), None, "two values in {row:?}");
    value
}
