//! One bad file for each rule, with the whole message.
//!
//! A file in `fixtures/bad` is joined to the good dataset and must bring exactly the code it
//! is named after. One that has a `meta` takes the place of the good one.

use crate::support::{codes, fixture, folder, load_path, snapshot, text_in};
use belt_explorer::dataset::check::RULES;
use belt_explorer::dataset::diagnostic::{Diagnostic, Severity};
use std::collections::BTreeSet;
use std::fs;
use tempfile::TempDir;

/// The good dataset joined with a bad file, whose name comes last.
fn joined_with_good(code: &str) -> TempDir {
    let bad = fs::read_to_string(fixture("bad").join(format!("{code}.ron"))).expect("a fixture");
    let own_meta = bad.contains("meta: (") || code == "missing-meta";
    let folder = folder(&[(&format!("zz-{code}.ron"), bad.as_bytes())]);
    for entry in fs::read_dir(fixture("good")).expect("the good dataset") {
        let entry = entry.expect("a file of it");
        if !(own_meta && entry.file_name() == "meta.ron") {
            fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("a copy");
        }
    }
    folder
}

#[test]
fn every_rule_has_a_bad_file_and_every_bad_file_a_rule() {
    let rules: BTreeSet<String> = RULES.iter().map(|r| r.about.code.to_owned()).collect();
    assert_eq!(rules.len(), RULES.len(), "a code is used twice");
    let files: BTreeSet<String> = fs::read_dir(fixture("bad"))
        .expect("the bad files")
        .map(|entry| entry.expect("a file").path())
        .map(|path| path.file_stem().expect("a name").display().to_string())
        .collect();
    assert_eq!(rules, files);
}

#[test]
fn each_bad_file_brings_exactly_its_code_with_its_message() {
    for rule in RULES {
        let code = rule.about.code;
        let folder = joined_with_good(code);
        let report = load_path(folder.path()).report;
        let text = text_in(&report, folder.path());
        let found: BTreeSet<&str> = codes(&report).into_iter().collect();
        assert_eq!(found, BTreeSet::from([code]), "{text}");
        snapshot(code, &text);
    }
}

#[test]
fn every_finding_points_into_the_bad_file() {
    for rule in RULES
        .iter()
        .filter(|rule| rule.about.code != "missing-meta")
    {
        let code = rule.about.code;
        let folder = joined_with_good(code);
        for finding in load_path(folder.path()).report.findings() {
            let place = finding.place.as_ref().expect("a place");
            assert!(
                place.file.ends_with(&format!("zz-{code}.ron")),
                "{finding:?}"
            );
            let spot = place.spot.as_ref().expect("a line and column");
            assert!(spot.line > 1 && spot.length > 0, "{finding:?}");
        }
    }
}

#[test]
fn errors_refuse_a_dataset_and_warnings_do_not() {
    for rule in RULES {
        let folder = joined_with_good(rule.about.code);
        let loaded = load_path(folder.path());
        let refused = loaded.catalog.is_none();
        let is_error = rule.about.severity == Severity::Error;
        assert_eq!(refused, is_error, "{}", rule.about.code);
    }
}

#[test]
fn codes_are_plain_words_and_explained() {
    for rule in RULES {
        let about = &rule.about;
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(about.code.chars().all(plain), "{}", about.code);
        assert!(about.explanation.ends_with(['.', '?']), "{}", about.code);
        assert!(!about.title.ends_with('.'), "{}", about.code);
    }
}

#[test]
fn all_rules_run_whatever_another_one_finds() {
    let folder = joined_with_good("legs-apart");
    for code in ["no-source", "huge-amount", "unused-source"] {
        let from = fixture("bad").join(format!("{code}.ron"));
        fs::copy(from, folder.path().join(format!("zz-{code}.ron"))).expect("a copy");
    }
    let report = load_path(folder.path()).report;
    let found: BTreeSet<&str> = codes(&report).into_iter().collect();
    for code in ["legs-apart", "no-source", "huge-amount", "unused-source"] {
        assert!(found.contains(code), "{code} is not in {found:?}");
    }
    let severities: Vec<_> = report.findings().iter().map(Diagnostic::severity).collect();
    assert!(severities.is_sorted(), "errors come first: {severities:?}");
}
