//! `docs/format.md` says what the types of the file format say.
//!
//! After a change of `src/dataset/schema`: `UPDATE_DOCS=1 cargo test --test dataset format_docs`.

mod examples;
mod reference;
mod source;

use belt_explorer::dataset::read::{Origin, all_codes, load};
use examples::Examples;
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// From here on the text is made by this test.
const MARK: &str = "<!-- From here on made from src/dataset: UPDATE_DOCS=1 cargo test --test dataset format_docs -->\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> PathBuf {
    root().join("docs/format.md")
}

/// Made-up datasets that together use every field; those that read best first.
const DATASETS: &[&str] = &["assets/template", "tests/fixtures/good"];

fn made() -> String {
    let types = source::types(&root().join("src/dataset/schema"));
    assert!(types.len() > 50, "only {} types were found", types.len());
    let mut examples = Examples::new(&types);
    for dataset in DATASETS {
        let origin = Origin::Path(root().join(dataset));
        let loaded = load(&origin, &mut |_| ControlFlow::Continue(())).expect("nobody stops it");
        let catalog = loaded.catalog.expect("a sound dataset");
        examples.add(&serde_json::to_value(catalog.data()).expect("a tree"));
    }
    let reference = reference::reference(&types, &examples);
    format!("\n{reference}\n{}", findings())
}

/// What the check looks for.
fn findings() -> String {
    let mut text = "## What is checked\n\n\
        `belt-explorer check` looks for all of these, and `--explain` with a code says more. A dataset\n\
        with an error does not open; one with warnings does.\n\n\
        | code | severity | what is wrong | why it matters |\n|---|---|---|---|\n"
        .to_owned();
    for code in all_codes() {
        let severity = code.severity.word();
        let row = format!(
            "| `{}` | {severity} | {} | {} |\n",
            code.code, code.title, code.explanation
        );
        text.push_str(&row);
    }
    text
}

#[test]
fn the_reference_says_what_the_types_say() {
    let document = document();
    let text = fs::read_to_string(&document).expect("docs/format.md");
    let (by_hand, by_test) = text
        .split_once(MARK)
        .expect("the mark before the reference");
    let made = made();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&document, format!("{by_hand}{MARK}{made}")).expect("docs/format.md");
        return;
    }
    let differs = made
        .lines()
        .zip(by_test.lines())
        .find(|(new, old)| new != old);
    assert!(
        made == by_test,
        "docs/format.md is stale: {differs:?}\nhint: UPDATE_DOCS=1 cargo test --test dataset format_docs"
    );
}

#[test]
fn every_link_in_the_text_leads_to_a_heading() {
    let text = fs::read_to_string(document()).expect("docs/format.md");
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchors: Vec<_> = headings
        .map(|line| reference::anchor(line.trim_start_matches('#').trim()))
        .collect();
    let once: BTreeSet<_> = anchors.iter().collect();
    assert_eq!(
        once.len(),
        anchors.len(),
        "two headings have the same anchor"
    );
    let links = text.split("](#").skip(1);
    for link in links {
        let link = link.split(')').next().unwrap_or_default();
        assert!(once.contains(&link.to_owned()), "no heading `{link}`");
    }
}

#[test]
fn examples_in_the_introduction_are_ron() {
    let text = fs::read_to_string(document()).expect("docs/format.md");
    let options = belt_explorer::dataset::read::ron_options();
    let blocks: Vec<_> = text.split("```ron\n").skip(1).collect();
    assert!(blocks.len() >= 2);
    for block in blocks {
        let code = block.split("```").next().unwrap_or_default();
        let read = options.from_str::<belt_explorer::dataset::schema::Dataset>(code);
        assert!(read.is_ok(), "{read:?} in\n{code}");
    }
}
