//! The Trade tab by accessible name: what it shows, how a year leads to its sources, undo.

use crate::common;

use belt_explorer::{
    analysis::trade::chart::Chart,
    analysis::{
        prices::Prices,
        trade::{Show, TradeAnswer, TradeChoice},
    },
    app::{Tab, View, settings::ThemeChoice},
    ui::Window,
};
use common::{SIZES, ctrl, labels, state_with, window};
use eframe::egui::{Key, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

fn trade_of(choice: TradeChoice, size: [f32; 2], theme: ThemeChoice) -> Harness<'static, Window> {
    let mut view = View {
        tab: Tab::Trade,
        ..View::default()
    };
    view.trade.choice = choice;
    window(state_with(view), size, theme)
}

fn trade() -> Harness<'static, Window> {
    trade_of(TradeChoice::default(), SIZES[0], ThemeChoice::Light)
}

fn choice(harness: &Harness<'_, Window>) -> TradeChoice {
    harness.state().state().view.trade.choice.clone()
}

fn answer<'a>(harness: &'a Harness<'_, Window>) -> &'a TradeAnswer {
    harness
        .state()
        .state()
        .derived
        .trade
        .answer
        .get()
        .expect("computed")
}

#[test]
fn everything_there_is_to_show_is_drawn_in_both_themes_at_both_sizes() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        for size in SIZES {
            for show in Show::ALL {
                let choice = TradeChoice {
                    show,
                    ..TradeChoice::default()
                };
                let harness = trade_of(choice, size, theme);
                let answer = answer(&harness);
                let drawn = answer.chart.as_ref().is_some_and(|chart| !chart.is_empty());
                let ranked = answer
                    .ranking
                    .as_ref()
                    .is_some_and(|ranking| !ranking.rows.is_empty());
                assert!(drawn || ranked, "{show:?} shows nothing");
                let shown = labels(&harness);
                let unknown = shown
                    .iter()
                    .find(|label| label.contains("Unknown localization"));
                assert_eq!(unknown, None, "{show:?}");
            }
        }
    }
}

#[test]
fn both_recorders_stand_side_by_side_with_their_gap() {
    let harness = trade();
    let shown = labels(&harness);
    for words in [
        "Goods from China to Kazakhstan",
        "China's customs, exports",
        "Kazakhstan's own records, imports",
        "Gap between the two recorders",
        "Gap adjusted for freight",
    ] {
        assert!(
            shown.iter().any(|label| label == words),
            "no `{words}` in {shown:?}"
        );
    }
}

#[test]
fn a_year_of_the_table_opens_its_numbers_and_their_sources() {
    let mut harness = trade();
    // The latest year that both sides recorded is above the fold.
    let year = answer(&harness)
        .mirror
        .as_ref()
        .and_then(|mirror| mirror.years.last())
        .expect("a year")
        .year;
    harness
        .get_by_role_and_label(Role::Row, &year.to_string())
        .click();
    harness.run();
    assert_eq!(harness.state().state().view.trade.selected_year, Some(year));
    let mirror = answer(&harness).mirror.clone().expect("both sides");
    let entry = mirror
        .years
        .iter()
        .find(|entry| entry.year == year)
        .expect("compared");
    let shown = labels(&harness);
    let gap = entry.asymmetry.expect("a gap").gap;
    let sources = format!("{} sources of ", entry.sources.len());
    assert!(
        gap > 0.0 && shown.iter().any(|label| label.starts_with(&sources)),
        "{shown:?}"
    );
    harness.get_by_label("Close the year").click();
    harness.run();
    assert_eq!(harness.state().state().view.trade.selected_year, None);
}

#[test]
fn choosing_what_to_show_can_be_undone() {
    let mut harness = trade();
    harness
        .get_by_role_and_label(Role::RadioButton, "Share of all trade")
        .click();
    harness.run();
    assert_eq!(choice(&harness).show, Show::Share);
    harness.get_by_label("Share of China in the trade of Kazakhstan");
    ctrl(&mut harness, Key::Z);
    assert_eq!(choice(&harness).show, Show::ToHome);
}

#[test]
fn a_recorder_can_be_hidden_and_its_gap_goes_with_it() {
    let mut harness = trade();
    assert!(answer(&harness).gap.is_some());
    harness
        .get_by_role_and_label(Role::CheckBox, "China's customs")
        .click();
    harness.run();
    let tracks = &answer(&harness).chart.as_ref().expect("lines").tracks;
    let recorders: Vec<_> = tracks
        .iter()
        .filter_map(|track| track.label.recorder.as_deref())
        .collect();
    assert_eq!(recorders, ["kaz-customs"]);
    assert!(answer(&harness).gap.is_none() && answer(&harness).mirror.is_none());
}

#[test]
fn constant_prices_name_their_year_and_change_the_numbers() {
    let mut harness = trade();
    let nominal = answer(&harness).chart.clone().expect("lines");
    harness
        .get_by_role_and_label(Role::RadioButton, "Constant")
        .click();
    harness.run();
    let Prices::Constant(base) = choice(&harness).prices else {
        panic!("prices are still nominal");
    };
    let real = answer(&harness).chart.clone().expect("lines");
    let value = |chart: &Chart, year: i32| chart.tracks[0].points[&year].value;
    assert!(
        value(&real, 2010) > value(&nominal, 2010),
        "older money is worth more"
    );
    let words = format!("Billion USD, in prices of {base}");
    assert!(labels(&harness).contains(&words), "no `{words}`");
}

#[test]
fn a_click_in_the_ranking_draws_a_partner_and_takes_it_away() {
    let choice_of = TradeChoice {
        show: Show::Partners,
        ..TradeChoice::default()
    };
    let mut harness = trade_of(choice_of, SIZES[1], ThemeChoice::Light);
    let drawn = |harness: &Harness<'_, Window>| -> Vec<String> {
        let chart = answer(harness).chart.as_ref().expect("lines");
        chart
            .tracks
            .iter()
            .filter_map(|track| track.label.partner.clone())
            .collect()
    };
    let before = drawn(&harness);
    let row = answer(&harness).ranking.as_ref().expect("ranked").rows[6]
        .id
        .clone();
    assert!(!before.contains(&row));
    for wanted in [true, false] {
        harness
            .get_by(|node| {
                node.role() == Role::CheckBox
                    && node.label().is_some_and(|label| label.starts_with("7. "))
            })
            .click();
        harness.run();
        assert_eq!(drawn(&harness).contains(&row), wanted);
    }
    assert_eq!(drawn(&harness).len(), before.len());
}

#[test]
fn a_product_found_by_name_empties_the_chart_and_offers_the_way_out() {
    let mut harness = trade();
    ctrl(&mut harness, Key::F);
    harness
        .get_by_role_and_label(Role::TextInput, "Search products")
        .type_text("mineral fuels");
    harness.run();
    harness
        .get_by_label("27 Mineral fuels and oils (HS1992)")
        .click();
    harness.run();
    assert_eq!(choice(&harness).product.as_deref(), Some("HS1992-27"));
    // Only a reconciling recorder knows it: nothing is shown until it is asked for by name.
    assert!(answer(&harness).chart.as_ref().is_some_and(Chart::is_empty));
    harness
        .get_by_label("Show Growth Lab Atlas (reconciled)")
        .click();
    harness.run();
    assert!(
        answer(&harness)
            .chart
            .as_ref()
            .is_some_and(|chart| !chart.is_empty())
    );
}

#[test]
fn a_product_of_the_ranking_leads_to_its_lines() {
    let choice_of = TradeChoice {
        show: Show::Products,
        ..TradeChoice::default()
    };
    let mut harness = trade_of(choice_of, SIZES[0], ThemeChoice::Light);
    harness
        .get_by(|node| {
            node.role() == Role::CheckBox
                && node.label().is_some_and(|label| label.starts_with("1. "))
        })
        .click();
    harness.run();
    let choice = choice(&harness);
    assert!(choice.product.is_some() && choice.show == Show::Turnover);
    assert!(
        answer(&harness)
            .chart
            .as_ref()
            .is_some_and(|chart| !chart.is_empty())
    );
}

#[test]
fn only_a_changed_choice_computes_anew() {
    let mut harness = trade();
    let computed =
        |harness: &Harness<'_, Window>| harness.state().state().derived.trade.answer.computed();
    let before = computed(&harness);
    harness.key_press(Key::ArrowDown);
    harness.run();
    ctrl(&mut harness, Key::B);
    assert_eq!(
        computed(&harness),
        before,
        "a selected year and a hidden panel compute nothing"
    );
    ctrl(&mut harness, Key::B);
    harness
        .get_by_role_and_label(Role::RadioButton, "Growth")
        .click();
    harness.run();
    assert_eq!(computed(&harness), before + 1);
}
