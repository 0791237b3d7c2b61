//! The rankings of partners and products.

use super::support::{
    answer, check_caption, check_table, choices, number, spec, states, text, value,
};
use belt_explorer::{
    analysis::{
        stats::count,
        trade::{
            Show, TradeChoice,
            ranking::{Ranking, Traded},
        },
    },
    app::AppState,
    export::data::{Cell, DataTable},
    ui::figures::{FigureError, Snapshot},
};
use std::collections::BTreeSet;

#[test]
fn the_numbers_of_rankings_are_those_of_the_lists() {
    let mut found = [0, 0];
    for choice in choices() {
        for state in states(&choice) {
            let snapshot = Snapshot::of(&state);
            let figures = [("partners", Show::Partners), ("products", Show::Products)];
            for (at, (id, show)) in figures.into_iter().enumerate() {
                let ranking = answer(&state).ranking.as_ref();
                let shown =
                    ranking.filter(|ranking| choice.show == show && !ranking.rows.is_empty());
                let data = snapshot.data(spec(id));
                let Some(ranking) = shown else {
                    data.expect_err("another choice");
                    continue;
                };
                let (caption, table) = data.expect("something to show");
                check_caption(&state, id, &caption);
                check_table(&state, id, &table);
                check_ranking(&state, id, &table, ranking);
                assert!(caption.title.contains(&ranking.year.to_string()));
                found[at] += 1;
            }
        }
    }
    assert!(found[0] >= 4 && found[1] >= 4, "{found:?}");
}

#[test]
fn a_figure_that_is_not_shown_names_the_choice_that_shows_it() {
    let [state, _] = states(&TradeChoice::default());
    let snapshot = Snapshot::of(&state);
    for (id, key) in [("partners", "show-partners"), ("products", "show-products")] {
        let Err(FigureError::Nothing(reason)) = snapshot.data(spec(id)) else {
            panic!("{id} is shown");
        };
        assert!(reason.contains(&state.words.t(key)), "{reason}");
    }
}

#[test]
fn a_ranking_shows_what_stands_apart_from_the_ranks() {
    let choice = TradeChoice {
        show: Show::Partners,
        ranking_year: Some(2020),
        traded: Traded::Exports,
        ..TradeChoice::default()
    };
    let [_, state] = states(&choice);
    let (_, table) = Snapshot::of(&state).data(spec("partners")).expect("shown");
    let places: BTreeSet<String> = table
        .rows
        .iter()
        .map(|row| text(&table, row, "place"))
        .collect();
    for key in ["ranking-place-territory", "ranking-place-group"] {
        assert!(places.contains(&state.words.t(key)), "{places:?}");
    }
}

/// The rows of a table are the rows of a ranking, in its order.
fn check_ranking(state: &AppState, id: &str, table: &DataTable, ranking: &Ranking) {
    let yes = state.words.t("data-yes");
    let key = if id == "partners" {
        "partner_id"
    } else {
        "product_id"
    };
    let row_key = |row: &Vec<Cell>| {
        let rank = number(table, row, "rank");
        let share = number(table, row, "share_fraction");
        let own = text(table, row, key);
        format!(
            "{rank:?} {own} {:?} {share:?}",
            value(table, row).expect("a value")
        )
    };
    let drawn = table
        .rows
        .iter()
        .filter(|row| text(table, row, "drawn") == yes);
    let drawn: Vec<String> = drawn.map(row_key).collect();
    let lists = [&ranking.rows, &ranking.territories, &ranking.groups];
    let mut expected: Vec<String> = Vec::new();
    for (list, rows) in lists.into_iter().enumerate() {
        for (position, row) in rows.iter().enumerate() {
            let rank = (list == 0).then_some(count(position + 1));
            let share = row.share;
            expected.push(format!(
                "{rank:?} {} {:?} {share:?}",
                row.id, row.point.value
            ));
        }
    }
    if let Some(rest) = ranking.rest.filter(|rest| *rest > 0.0) {
        let share = ranking.whole.value.map(|whole| rest / whole);
        expected.push(format!("{:?}  {rest:?} {share:?}", None::<f64>));
    }
    assert_eq!(drawn, expected, "{id}");
    let others = lists
        .into_iter()
        .flatten()
        .map(|row| row.point.others.len());
    let whole = usize::from(ranking.whole.value.is_some());
    let rows = drawn.len() + others.sum::<usize>() + whole;
    assert_eq!(table.rows.len(), rows, "{id}: other editions and the whole");
}
