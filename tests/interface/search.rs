//! The search field of projects: words, parts of the view's language, and ways to complete them.

use crate::common::{SIZES, labels, open, state, window};
use belt_explorer::{
    analysis::projects::{Filter, FilterPart, YearBasis},
    app::{
        Action, AppState, Tab, View,
        action::ProjectsAction,
        settings::ThemeChoice,
        state::OpenDataset,
        update,
        view::text::{self, CompletionKind},
    },
    dataset::read::Origin,
    ui::Window,
};
use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable as _};
use proptest::prelude::*;
use std::sync::LazyLock;

static DATASET: LazyLock<OpenDataset> = LazyLock::new(|| open(Origin::Embedded));

fn typed(text: &str, done: bool) -> text::Typed {
    text::typed(&View::default(), text, done, &DATASET)
}

fn said(typed: &text::Typed) -> String {
    text::list(&typed.field.problems, &state().words)
}

#[test]
fn parts_that_are_typed_to_their_end_move_into_the_filter_and_words_stay() {
    let typed = typed(
        "gas sector:rail,road years:2013..2019 -status:cancelled pipe",
        false,
    );
    let filter = &typed.view.projects.filter;
    assert_eq!(typed.field.text, "gas pipe");
    assert_eq!(filter.text, "gas pipe");
    let sectors: Vec<&str> = filter.facets["sector"]
        .include
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(sectors, ["rail", "road"]);
    assert!(filter.facets["status"].exclude.contains("cancelled"));
    assert_eq!(filter.years, Some((YearBasis::Announced, 2013, 2019)));
    assert!(typed.field.problems.is_empty(), "{}", said(&typed));
}

#[test]
fn a_part_that_is_still_typed_is_neither_taken_nor_searched_for() {
    let half = typed("gas sector:rai", false);
    assert_eq!(half.field.text, "gas sector:rai");
    assert_eq!(half.view.projects.filter.text, "gas ");
    assert!(half.view.projects.filter.facets.is_empty());
    assert!(half.field.problems.is_empty(), "nothing is wrong yet");
    let done = typed("gas sector:rail", true);
    assert_eq!(done.field.text, "gas ");
    assert_eq!(done.view.projects.filter.parts().len(), 2);
}

#[test]
fn what_is_not_understood_stays_in_the_field_and_is_explained() {
    let wrong = typed("sector:rial years:soon staus:cancelled 10:30 ", false);
    assert!(wrong.view.projects.filter.facets.is_empty());
    assert_eq!(
        wrong.field.text,
        "sector:rial years:soon staus:cancelled 10:30 "
    );
    assert_eq!(wrong.field.words, "staus:cancelled 10:30 ");
    let said = said(&wrong);
    for part in ["rial", "“rail”", "years:soon", "2013..2019", "“status”"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("10:30"), "a time is a word: {said}");
    assert!(
        !typed("tab:trade chart.unit:share", true)
            .field
            .words
            .is_empty()
    );
}

#[test]
fn a_phrase_is_found_as_it_stands_and_its_words_anywhere() {
    let count = |text: &str| {
        let mut state = state();
        update::apply(&mut state, Action::ShowTab(Tab::Projects));
        update::apply(
            &mut state,
            Action::Projects(ProjectsAction::Search(text.into())),
        );
        state
            .derived
            .projects
            .a
            .filtered
            .get()
            .expect("computed")
            .count
    };
    assert!(count("gateway khorgos") > 0);
    assert_eq!(count("gateway khorgos"), count("khorgos gateway"));
    assert_eq!(count("\"gateway khorgos\""), 0);
    assert!(count("\"khorgos gateway\"") > 0);
    assert!(count("\"khorgos gateway\"") <= count("khorgos gateway"));
}

#[test]
fn the_field_follows_undo_and_clearing() {
    let mut state = state();
    let search = |state: &mut AppState, text: &str| {
        update::apply(state, Action::Projects(ProjectsAction::Search(text.into())));
    };
    search(&mut state, "gas sector:ra");
    assert_eq!(state.search_field().0, "gas sector:ra");
    update::apply(&mut state, Action::Undo);
    assert_eq!(state.search_field().0, "");
    search(&mut state, "sector:rial ");
    assert_eq!(state.search_field().1.len(), 1);
    update::apply(&mut state, Action::Projects(ProjectsAction::ClearFilter));
    assert_eq!(state.search_field(), ("", &[][..]));
}

fn window_with_focus() -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    let mut harness = window(state, SIZES[1], ThemeChoice::Light);
    harness.get_by_label("Search projects").focus();
    harness.run();
    harness
}

fn type_in(harness: &mut Harness<'_, Window>, text: &str) {
    harness.get_by_label("Search projects").type_text(text);
    harness.run();
}

fn filter(harness: &Harness<'_, Window>) -> Filter {
    harness.state().state().view.projects.filter.clone()
}

#[test]
fn keys_and_values_are_completed_with_the_keyboard() {
    let mut harness = window_with_focus();
    type_in(&mut harness, "sec");
    assert!(labels(&harness).contains(&"sector: – Detailed sector".to_owned()));
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state().search_field().0, "sector:");
    type_in(&mut harness, "rai");
    assert_eq!(harness.state().state().search_field().0, "sector:rai");
    assert!(
        labels(&harness).contains(&"rail – Railways".to_owned()),
        "{:?}",
        labels(&harness)
    );
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(filter(&harness).facets["sector"].include.contains("rail"));
    assert_eq!(harness.state().state().search_field().0, "");
    // The cursor is where one goes on typing.
    type_in(&mut harness, "khorgos");
    assert_eq!(filter(&harness).text, "khorgos");
}

#[test]
fn a_completion_can_be_clicked_and_enter_ends_what_is_typed() {
    let mut harness = window_with_focus();
    type_in(&mut harness, "status:canc");
    harness.get_by_label("cancelled – Cancelled").click();
    harness.run();
    assert!(
        filter(&harness).facets["status"]
            .include
            .contains("cancelled")
    );
    harness.get_by_label("Search projects").focus();
    harness.run();
    type_in(&mut harness, "amount:>500");
    assert_eq!(filter(&harness).parts().len(), 1);
    harness.key_press(Key::Enter);
    harness.run();
    assert!(filter(&harness).parts().contains(&FilterPart::Amount));
}

proptest! {
    #[test]
    fn completions_go_on_with_what_is_typed(text in "[a-z:,\" -]{0,12}") {
        for way in text::completions(&text, &DATASET, &|value| value.id.clone()) {
            let end = way.text.trim_end();
            prop_assert!(end.len() > text.trim_end().len() || matches!(way.kind, CompletionKind::Value(..)));
            if matches!(way.kind, CompletionKind::Value(..)) {
                let typed = text::typed(&View::default(), &way.text, false, &DATASET);
                let facets = &typed.view.projects.filter.facets;
                prop_assert!(typed.field.problems.is_empty() && !facets.is_empty(), "{}", way.text);
            }
        }
    }

    #[test]
    fn whatever_is_typed_the_field_shows_it_or_the_filter_holds_it(text in "\\PC{0,24}") {
        let typed = typed(&text, false);
        if typed.view.projects.filter.facets.is_empty() && typed.view.projects.filter.years.is_none() {
            prop_assert_eq!(typed.field.text.trim(), text.trim());
        }
    }
}
