//! What holds for every view and every text.

use super::{DATASET, arbitrary, in_words};
use belt_explorer::app::{
    View,
    view::text::{self, keys},
};
use proptest::prelude::*;
use std::{collections::BTreeSet, fs, path::Path};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(view in arbitrary::view()) {
        for written in [text::write(&view, &DATASET), text::link(&view, &DATASET)] {
            prop_assert!(text::is_view(&written));
            prop_assert!(!written.contains(['\n', '\r']), "more than one line: {written}");
            let reading = text::read(&written, &DATASET);
            prop_assert_eq!(in_words(&reading.problems), Vec::<String>::new(), "{}", written);
            prop_assert_eq!(&reading.view, &view, "{}", written);
        }
        let (fitted, dropped) = text::fit(&view, &DATASET, &DATASET);
        prop_assert_eq!(fitted, view);
        prop_assert_eq!(dropped, Vec::new());
    }

    /// Part by part, so that no part needs another, and in any order.
    #[test]
    fn a_bad_part_leaves_the_others(view in arbitrary::view(), at in any::<prop::sample::Index>()) {
        let written = text::write(&view, &DATASET);
        // A blank inside of quotes is no place between two parts.
        let blanks: Vec<usize> = written
            .match_indices(' ')
            .map(|(at, _)| at)
            .filter(|at| written[..*at].matches('"').count().is_multiple_of(2))
            .collect();
        prop_assume!(!written.contains('\\') && !blanks.is_empty());
        let (head, tail) = written.split_at(*at.get(&blanks));
        let reading = text::read(&format!("{head} nothing:x{tail}"), &DATASET);
        prop_assert_eq!(reading.problems.len(), 1);
        prop_assert_eq!(&reading.problems[0].part, "nothing:x");
        prop_assert_eq!(reading.view, view);
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC{0,60}") {
        let reading = text::read(&text, &DATASET);
        let _ = in_words(&reading.problems);
    }

    #[test]
    fn no_text_made_of_the_languages_own_signs_stops_the_reader(
        parts in prop::collection::vec((prop::sample::select(keys().collect::<Vec<_>>()), "[-:,\"\\\\/. a0-9]{0,12}"), 0..8),
    ) {
        let tokens: Vec<String> = parts.iter().map(|(key, value)| format!("{key}:{value}")).collect();
        let text = tokens.join(" ");
        let reading = text::read(&text, &DATASET);
        let _ = in_words(&reading.problems);
        // Whatever was understood can be written and read.
        let again = text::read(&text::write(&reading.view, &DATASET), &DATASET);
        prop_assert_eq!(again.view, reading.view);
    }
}

#[test]
fn the_default_view_is_the_version_alone() {
    assert_eq!(text::write(&View::default(), &DATASET), "view:1");
    assert_eq!(
        text::link(&View::default(), &DATASET),
        "view:1 dataset:kazakhstan-china"
    );
    for text in ["view:1", "", " \n "] {
        assert_eq!(text::read(text, &DATASET).view, View::default());
    }
}

#[test]
fn no_key_is_there_twice() {
    let once: BTreeSet<&str> = keys().collect();
    assert_eq!(once.len(), keys().count());
    assert!(!once.contains("year"), "it is read as `years`");
}

#[test]
fn every_key_is_described() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/view.md");
    let page = fs::read_to_string(page).expect("the page");
    for key in keys() {
        assert!(page.contains(&format!("`{key}:")), "`{key}` is missing");
    }
}

/// The examples of the page are understood as they stand.
#[test]
fn the_described_examples_are_understood() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/view.md");
    let page = fs::read_to_string(page).expect("the page");
    let lines = page.lines().filter(|line| line.starts_with("view:1 "));
    let mut seen = 0;
    for line in lines {
        super::understood(line);
        seen += 1;
    }
    assert!(seen >= 5, "{seen} examples");
}
