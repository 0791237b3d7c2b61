//! No field of the format escapes the rules: each leaf of the good dataset is spoilt in turn.
//!
//! The fields that may hold anything are listed here, so a new field makes a test fail until
//! somebody has decided which rules concern it.

use crate::support::good;
use belt_explorer::dataset::check;
use belt_explorer::dataset::schema::Dataset;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Texts that point to nothing: ids of the record itself, and words of free choice.
const FREE_TEXTS: &[&str] = &[
    "about",
    "aliases",
    "attributions.text",
    "attributions.to",
    "branch",
    "code",
    "corridor",
    "currency",
    "edition",
    "handling",
    "id",
    "iso2",
    "language",
    "licence",
    "maintainers",
    "method",
    "note",
    "part",
    "period",
    "publisher",
    "statements.text",
    "status",
    "subsector",
    "title",
    "topic",
    "unit",
    "url",
    "version",
];

/// Lists of sources that may be empty because those of the record around them hold.
const OPTIONAL_SOURCES: &[&str] = &["legs", "marks", "parties"];

/// Texts by language that may be left out.
const OPTIONAL_TEXTS: &[&str] = &[
    "definition",
    "description",
    "method",
    "place.name",
    "points.name",
    "series.name",
    "summary",
];

/// One value inside a dataset: the names of the fields on the way, and a JSON pointer.
struct Leaf {
    names: Vec<String>,
    pointer: String,
}

impl Leaf {
    fn last(&self) -> &str {
        self.names.last().map_or("", String::as_str)
    }

    fn last_two(&self) -> String {
        let from = self.names.len().saturating_sub(2);
        self.names[from..].join(".")
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names.contains(&self.last()) || names.contains(&self.last_two().as_str())
    }
}

/// Visits every value of a tree from the top.
fn walk(value: &Value, names: &[String], pointer: &str, visit: &mut dyn FnMut(Leaf, &Value)) {
    let leaf = Leaf {
        names: names.to_vec(),
        pointer: pointer.to_owned(),
    };
    visit(leaf, value);
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, names, &format!("{pointer}/{index}"), visit);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let mut names = names.to_vec();
                names.push(name.clone());
                walk(field, &names, &format!("{pointer}/{name}"), visit);
            }
        }
        _ => {}
    }
}

fn leaves(tree: &Value, wanted: impl Fn(&Value) -> bool) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    walk(tree, &[], "", &mut |leaf, value| {
        if wanted(value) {
            leaves.push(leaf);
        }
    });
    assert!(!leaves.is_empty(), "nothing to spoil");
    leaves
}

fn is_text(value: &Value) -> bool {
    let is_language = |name: &String| ["en", "fr"].contains(&name.as_str());
    value
        .as_object()
        .is_some_and(|fields| !fields.is_empty() && fields.keys().all(is_language))
}

/// The codes a dataset brings with one value replaced; `None` if it no longer parses.
fn spoilt(tree: &Value, leaf: &Leaf, with: Value) -> Option<BTreeSet<&'static str>> {
    let mut tree = tree.clone();
    *tree.pointer_mut(&leaf.pointer).expect("the value") = with;
    let data: Dataset = serde_json::from_value(tree).ok()?;
    let found = check::run(&data, &mut |_| ControlFlow::Continue(())).expect("not stopped");
    let findings = found.findings;
    Some(findings.iter().map(|finding| finding.kind.code).collect())
}

fn tree() -> Value {
    serde_json::to_value(good()).expect("a tree")
}

/// Languages are keys, so texts by language end in them.
fn in_text(leaf: &Leaf) -> bool {
    ["en", "fr"].contains(&leaf.last())
}

#[test]
fn every_reference_is_checked() {
    let tree = tree();
    let mut free = BTreeSet::new();
    let mut references = 0;
    for leaf in leaves(&tree, Value::is_string) {
        if in_text(&leaf) {
            continue;
        }
        // A word of a closed list, or a date.
        let Some(codes) = spoilt(&tree, &leaf, json!("nothing-like-it")) else {
            continue;
        };
        if codes.contains("unknown-id") && leaf.last() != "id" {
            references += 1;
        } else {
            let known = FREE_TEXTS.iter().find(|name| leaf.is_one_of(&[name]));
            free.insert(*known.unwrap_or_else(|| panic!("{} is not checked", leaf.pointer)));
        }
    }
    assert!(references > 90, "only {references} references were tried");
    assert_eq!(
        free,
        FREE_TEXTS.iter().copied().collect(),
        "an exception is not needed"
    );
}

#[test]
fn every_list_of_sources_is_checked() {
    let tree = tree();
    for leaf in leaves(&tree, Value::is_array) {
        if leaf.last() != "sources" || leaf.pointer == "/sources" {
            continue;
        }
        let codes = spoilt(&tree, &leaf, json!([])).expect("it parses");
        let owner = leaf
            .names
            .iter()
            .rev()
            .find(|name| *name != "sources" && !name.starts_with(|c: char| c.is_ascii_digit()));
        let optional = OPTIONAL_SOURCES.contains(&owner.map_or("", String::as_str));
        assert_eq!(codes.contains("no-source"), !optional, "{}", leaf.pointer);
    }
}

#[test]
fn every_date_is_checked() {
    let tree = tree();
    let mut dates = 0;
    for leaf in leaves(&tree, Value::is_string) {
        let date = spoilt(&tree, &leaf, json!("nothing-like-it")).is_none();
        if let Some(codes) = spoilt(&tree, &leaf, json!("1700")).filter(|_| date) {
            dates += 1;
            assert!(codes.contains("year-out-of-range"), "{}", leaf.pointer);
        }
    }
    assert!(dates > 15, "only {dates} dates were tried");
    for leaf in leaves(&tree, Value::is_number) {
        if ["year", "since", "price_base"].contains(&leaf.last()) {
            let codes = spoilt(&tree, &leaf, json!(1700)).expect("it parses");
            assert!(codes.contains("year-out-of-range"), "{}", leaf.pointer);
        }
    }
}

#[test]
fn every_text_is_checked() {
    let tree = tree();
    for leaf in leaves(&tree, is_text) {
        let blank = spoilt(&tree, &leaf, json!({"en": " "})).expect("it parses");
        assert!(blank.contains("empty-text"), "{}", leaf.pointer);
        let foreign = spoilt(&tree, &leaf, json!({"fr": "mot"})).expect("it parses");
        assert!(foreign.contains("missing-language"), "{}", leaf.pointer);
        let none = spoilt(&tree, &leaf, json!({})).expect("it parses");
        let optional = leaf.is_one_of(OPTIONAL_TEXTS);
        assert_eq!(none.contains("empty-text"), !optional, "{}", leaf.pointer);
    }
}

#[test]
fn every_amount_is_checked() {
    /// Numbers with a rule of their own, or of which any value is possible.
    const OTHERWISE: &[&str] = &[
        "count",
        "high",
        "jobs",
        "lat",
        "lon",
        "low",
        "months",
        "preference",
        "price_base",
        "schema",
        "since",
        "slot",
        "value",
        "year",
    ];
    let tree = tree();
    for leaf in leaves(&tree, Value::is_number) {
        let year_of_series = leaf.names.iter().any(|name| name == "values");
        if year_of_series || OTHERWISE.contains(&leaf.last()) {
            continue;
        }
        let codes = spoilt(&tree, &leaf, json!(-7.5)).expect("it parses");
        assert!(codes.contains("negative-amount"), "{}", leaf.pointer);
    }
}
