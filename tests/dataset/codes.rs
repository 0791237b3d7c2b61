//! `docs/codes.md` is what the tables of codes and limits say, with the examples of the snapshots.

use belt_explorer::dataset::check::RULES;
use belt_explorer::dataset::diagnostic::Code;
use belt_explorer::dataset::read::{CODES, all_codes, limits};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// Set to write the page anew.
const WRITE: &str = "WRITE_DOCS";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The first finding of a code's snapshot, if there is one.
fn example(code: &Code) -> Option<String> {
    let name = format!("tests/snapshots/findings/{}.snap", code.code);
    let text = fs::read_to_string(root().join(name)).ok()?;
    let body = text.splitn(3, "---\n").nth(2)?;
    let start = format!("{}[{}]", code.severity.word(), code.code);
    let finding = body.split("\n\n").find(|part| part.starts_with(&start))?;
    Some(finding.trim_end().replace("DATASET/", ""))
}

fn section(page: &mut String, code: &Code) {
    let Code {
        code: name,
        severity,
        title,
        explanation,
    } = code;
    let word = severity.word();
    let _ = writeln!(
        page,
        "### {name}\n\n**{word}**: {title}.\n\n{explanation}\n"
    );
    if let Some(example) = example(code) {
        let _ = writeln!(page, "```text\n{example}\n```\n");
    }
}

fn limits_table() -> String {
    let mib = |bytes: u64| bytes / (1024 * 1024);
    let rows = [
        (
            "memory for files and records",
            format!("{} MB", limits::MEMORY_MB),
            "`--limit-mb`, `BELT_EXPLORER_LIMIT_MB`",
        ),
        (
            "all files together",
            format!("{} MB", limits::MEMORY_MB / 2),
            "half of the above",
        ),
        (
            "`*.ron` files in a folder",
            limits::MAX_FILES.to_string(),
            "fixed",
        ),
        (
            "entries of a folder",
            limits::MAX_ENTRIES.to_string(),
            "fixed",
        ),
        (
            "one text",
            format!("{} MB", mib(limits::MAX_TEXT_BYTES as u64)),
            "fixed",
        ),
        ("brackets inside brackets", "128".to_owned(), "fixed"),
        (
            "findings of one kind that are kept",
            limits::MAX_OF_A_KIND.to_string(),
            "fixed; the rest is counted",
        ),
        (
            "length of a message",
            format!("{} characters", limits::MAX_MESSAGE),
            "fixed",
        ),
        (
            "length of a line that is quoted",
            format!("{} bytes", limits::MAX_EXCERPT),
            "fixed; of longer ones a piece",
        ),
    ];
    let mut table = String::from("| what | at most | set by |\n|---|---|---|\n");
    for (what, most, by) in rows {
        let _ = writeln!(table, "| {what} | {most} | {by} |");
    }
    table
}

fn page() -> String {
    let mut page = String::from(
        "# Codes of findings\n\n\
         What `belt-explorer check` can find, why it matters and how to mend it.\n\
         `check --explain CODE` prints one of them. Errors refuse a dataset; warnings and notes do not.\n\n\
         This page is made from the tables in `src/dataset/read/codes.rs` and `src/dataset/check/rules.rs`:\n\
         `WRITE_DOCS=1 cargo test --test dataset codes` writes it anew.\n\n\
         ## Reading the files\n\n",
    );
    for code in CODES {
        section(&mut page, code);
    }
    page.push_str("## Checking what they say\n\n");
    for rule in RULES {
        section(&mut page, &rule.about);
    }
    page.push_str(
        "## Limits\n\n\
         They keep a mistaken or hostile file from taking the machine's memory or time. What is beyond\n\
         one is reported, never cut off in silence. They stand in `src/dataset/read/limits.rs`.\n\n",
    );
    page.push_str(&limits_table());
    page
}

#[test]
fn the_page_of_codes_is_up_to_date() {
    let path = root().join("docs/codes.md");
    let page = page();
    if std::env::var_os(WRITE).is_some() {
        fs::write(&path, &page).expect("written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page,
        "docs/codes.md is stale; write it anew with `{WRITE}=1 cargo test --test dataset codes`"
    );
}

#[test]
fn every_code_is_on_the_page_once_with_an_explanation_and_an_example() {
    let page = page();
    for code in all_codes() {
        let heading = format!("### {}\n", code.code);
        assert_eq!(page.matches(&heading).count(), 1, "{}", code.code);
        assert!(code.explanation.len() > 20, "{}", code.code);
    }
    let without: Vec<_> = all_codes()
        .filter(|code| example(code).is_none())
        .map(|code| code.code)
        .collect();
    assert!(without.is_empty(), "without an example: {without:?}");
}
