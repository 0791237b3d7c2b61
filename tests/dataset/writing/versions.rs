//! Other versions of the format: the program says which one it found and which one it reads.

use super::{code, run_in, stderr, stdout};
use std::fs;

/// What `check` and opening say about a dataset of a version that may have other fields.
fn said(schema: &str, more: &str) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!(
        "(
    meta: (schema: {schema}, id: \"x\", version: \"1\", title: {{\"en\": \"X\"}}, home: \"A\", partner: \"B\",
        as_of: \"2019\", currency: \"USD\"),
    countries: [(id: \"A\", name: {{\"en\": \"Aland\"}}), (id: \"B\", name: {{\"en\": \"Bland\"}})],
    {more}
)"
    );
    fs::write(folder.path().join("x.ron"), text).expect("a file");
    let check = run_in(folder.path(), &["check", "x.ron"]);
    assert_eq!(code(&check), 1);
    let render = run_in(folder.path(), &["export", "x.ron", "--list"]);
    assert_eq!(code(&render), 1);
    (stdout(&check), stderr(&render))
}

#[test]
fn a_newer_version_is_named_even_if_its_fields_are_not_known() {
    for more in ["", "satellites: [(id: \"s\")],", "events: [(id: 7)],"] {
        let (check, open) = said("2", more);
        for text in [&check, &open] {
            assert!(text.contains("error[schema-version]"), "{text}");
            assert!(
                text.contains("the format's version is 2; this program reads version 1"),
                "{text}"
            );
            assert!(
                text.contains("a newer version of the program opens it"),
                "{text}"
            );
            assert!(text.contains("x.ron:2:20"), "{text}");
        }
    }
}

#[test]
fn version_0_has_never_been() {
    let (check, _) = said("0", "");
    assert!(
        check.contains("the format's version is 0; this program reads version 1"),
        "{check}"
    );
    assert!(check.contains("there has been no such version"), "{check}");
}

#[test]
fn a_broken_file_of_this_version_is_not_blamed_on_it() {
    for schema in ["1", "-1", "\"2\""] {
        let (check, _) = said(schema, "satellites: [],");
        assert!(!check.contains("schema-version"), "{check}");
    }
}
