//! The export command: files in every format without a display, never half and never over others.

use crate::support;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn export(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_belt-explorer"))
        .arg("export")
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn what_can_be_exported_is_listed() {
    let output = export(&["--list"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let list = String::from_utf8(output.stdout).expect("text");
    for (id, kind) in [
        ("investment", "figure"),
        ("trade", "figure"),
        ("sources", "table"),
    ] {
        let line = list
            .lines()
            .find(|line| line.split_whitespace().next() == Some(id));
        let line = line.unwrap_or_else(|| panic!("no {id} in {list}"));
        assert_eq!(line.split_whitespace().nth(1), Some(kind));
    }
    assert!(list.contains("188 rows"), "{list}");
}

#[test]
fn the_ending_says_the_format() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, begins) in [
        ("a.svg", &b"<svg "[..]),
        ("a.png", b"\x89PNG"),
        ("a.csv", b"year,"),
        ("a.json", b"{"),
        ("a.csl.json", b"["),
        ("a.zip", b"PK"),
        ("a.txt", b"Investment over time"),
        ("a.bib", b"@"),
        ("a.ris", b"TY  - "),
    ] {
        let out = folder.path().join(name);
        let output = export(&["--figure", "investment", "--out", text(&out)]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
        let bytes = fs::read(&out).expect("written");
        let start = String::from_utf8_lossy(&bytes[..30.min(bytes.len())]).into_owned();
        assert!(
            bytes.starts_with(begins) || start.contains("Belt Explorer"),
            "{name}: {start}"
        );
    }
    let pack = folder.path().join("pack/");
    let output = export(&["--table", "projects", "--out", &format!("{}/", text(&pack))]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(files(&pack).contains(&"README.md".to_owned()));
    assert!(files(&pack).contains(&"projects.csv".to_owned()));
}

#[test]
fn a_figure_is_made_again_from_its_own_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = folder.path().join("first.svg");
    let view = "view:1 group:mining-metals chart.unit:cumulative";
    let output = export(&[
        "--figure",
        "investment",
        "--view",
        view,
        "--size",
        "column",
        "--theme",
        "dark",
        "--no-title",
        "--alt",
        "Mines <and> metals",
        "--out",
        text(&first),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let svg = fs::read_to_string(&first).expect("written");
    assert!(svg.contains("<desc id=\"desc\">Mines &lt;and&gt; metals</desc>"));
    let second = folder.path().join("second.svg");
    let output = export(&["--from", text(&first), "--out", text(&second)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(svg, fs::read_to_string(&second).expect("written"));
}

#[test]
fn what_is_there_stays_unless_told_otherwise() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("a.csv");
    fs::write(&out, "mine").expect("written");
    let output = export(&["--figure", "ladder", "--out", text(&out)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--force"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&out).expect("read"), "mine");
    let output = export(&["--figure", "ladder", "--force", "--out", text(&out)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        fs::read_to_string(&out)
            .expect("read")
            .starts_with("stage,")
    );
    assert_eq!(files(folder.path()), ["a.csv"]);
}

#[test]
fn wrong_use_is_said_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| text(&folder.path().join(name)).to_owned();
    let nothing = "view:1 text:nothing-has-this-name";
    for (arguments, expected) in [
        (
            vec!["--figure", "invest", "--out", &path("a.svg")],
            "there is no figure or table `invest`",
        ),
        (
            vec!["--figure", "projects", "--out", &path("a.svg")],
            "it is a table and has no picture",
        ),
        (
            vec!["--figure", "investment", "--out", &path("a.pdf")],
            "does not say a format",
        ),
        (
            vec!["--figure", "investment", "--out", &path("none/a.svg")],
            "there is no folder",
        ),
        (
            vec![
                "--figure",
                "investment",
                "--view",
                nothing,
                "--out",
                &path("a.svg"),
            ],
            "No project passes the filter",
        ),
        (
            vec!["--from", &path("gone.svg"), "--out", &path("a.svg")],
            "cannot be read",
        ),
        (
            vec!["--from", "Cargo.toml", "--out", &path("a.svg")],
            "neither an SVG nor a PNG",
        ),
        (vec!["--figure", "investment"], "--out"),
        (
            vec![
                "--figure",
                "investment",
                "--size",
                "9x9",
                "--out",
                &path("a.svg"),
            ],
            "one of column",
        ),
        (
            vec![
                "--figure",
                "investment",
                "--scale",
                "99",
                "--out",
                &path("a.png"),
            ],
            "0.25 to 8",
        ),
    ] {
        let output = export(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = said(&output);
        assert!(said.contains(expected), "{arguments:?}: {said}");
        assert_eq!(files(folder.path()), [""; 0], "{arguments:?}");
    }
}

#[test]
fn a_figure_of_another_dataset_is_not_made_from_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("theirs.svg");
    let output = export(&[
        "tests/fixtures/good",
        "--figure",
        "investment",
        "--out",
        text(&out),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let words = support::words(&fs::read_to_string(&out).expect("written"));
    assert!(words.contains("Investment over time"));
    let again = folder.path().join("again.svg");
    let output = export(&["--from", text(&out), "--out", text(&again)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("not from `kazakhstan-china`"),
        "{}",
        said(&output)
    );
    let output = export(&[
        "tests/fixtures/good",
        "--from",
        text(&out),
        "--out",
        text(&again),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(
        fs::read(&out).expect("read"),
        fs::read(&again).expect("read")
    );
}

#[test]
fn the_dataset_itself_is_cited() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, expected) in [
        ("a.txt", "version 2026.11"),
        ("a.bib", "2026.11"),
        ("a.ris", "TY  - DATA"),
        ("a.csl.json", "\"dataset\""),
    ] {
        let out = folder.path().join(name);
        let output = export(&["--figure", "dataset", "--out", text(&out)]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let citation = fs::read_to_string(&out).expect("written");
        assert!(citation.contains(expected), "{citation}");
        assert!(citation.contains("Kazakhstan and China on the Belt and Road"));
    }
    let out = folder.path().join("a.png");
    let output = export(&["--figure", "dataset", "--out", text(&out)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("it can only be cited"));
}
