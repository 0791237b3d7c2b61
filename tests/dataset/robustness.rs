//! Whatever a file holds, reading it ends with a report and places that exist.

use crate::support::{fixture, folder, load_path};
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs;
use std::sync::LazyLock;

/// The good dataset and all bad ones as texts.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["good", "bad", "unread"]
        .iter()
        .flat_map(|name| fs::read_dir(fixture(name)).expect("fixtures"))
        .map(|entry| fs::read_to_string(entry.expect("a file").path()).expect("a text"))
        .collect()
});

/// A small change of a text.
#[derive(Debug, Clone)]
enum Change {
    Delete(Index, usize),
    Insert(Index, String),
    Double(Index, usize),
    Cut(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let inserted = prop_oneof![
        "[\\[\\](){}:,\"'#/*\\\\]{1,3}",
        "[0-9.eE+-]{1,12}",
        Just("/*".to_owned()),
        Just("r#\"".to_owned()),
        Just("Some(".to_owned()),
        Just("\u{2028}é\u{1F682}\0".to_owned()),
        Just("-1e999".to_owned()),
    ];
    prop_oneof![
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (any::<Index>(), inserted).prop_map(|(at, text)| Change::Insert(at, text)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Double(at, length)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

fn apply(text: &mut Vec<char>, change: &Change) {
    if text.is_empty() {
        return;
    }
    match change {
        Change::Delete(at, length) => {
            let at = at.index(text.len());
            text.drain(at..(at + length).min(text.len()));
        }
        Change::Insert(at, inserted) => {
            let at = at.index(text.len());
            text.splice(at..at, inserted.chars());
        }
        Change::Double(at, length) => {
            let at = at.index(text.len());
            let part = text[at..(at + length).min(text.len())].to_vec();
            text.splice(at..at, part);
        }
        Change::Cut(at) => text.truncate(at.index(text.len())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_file_never_breaks_the_reader(
        which in any::<Index>(),
        changes in prop::collection::vec(change(), 1..6),
        beside_good in any::<bool>(),
    ) {
        let mut text: Vec<char> = TEXTS[which.index(TEXTS.len())].chars().collect();
        for change in &changes {
            apply(&mut text, change);
        }
        let text: String = text.into_iter().collect();
        let folder = folder(&[("zz.ron", text.as_bytes())]);
        if beside_good {
            for name in ["meta.ron", "lookups.ron", "series.ron", "transit.ron"] {
                fs::copy(fixture("good").join(name), folder.path().join(name)).expect("a copy");
            }
        }
        let loaded = load_path(folder.path());
        prop_assert_eq!(loaded.catalog.is_none(), loaded.report.has_errors());
        for finding in loaded.report.findings() {
            prop_assert!(!finding.render(false).is_empty());
            let Some(place) = &finding.place else { continue };
            let Some(spot) = &place.spot else { continue };
            let text = fs::read_to_string(&place.file).expect("the file named");
            let line = text.lines().nth(spot.line - 1).unwrap_or_default();
            // One column beyond the last character is where a file ends too early.
            prop_assert!(spot.column <= line.chars().count() + 1, "{finding:?}");
        }
    }
}
