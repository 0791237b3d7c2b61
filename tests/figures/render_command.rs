//! The render command: pictures of tabs without a display, the same bytes every time.

use crate::support;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn render(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_belt-explorer"))
        .arg("render")
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn all_tabs_are_drawn_in_both_themes_and_twice_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut pictures = Vec::new();
    for (run, theme) in ["light", "light", "dark"].iter().enumerate() {
        let out = folder.path().join(run.to_string());
        let output = render(&["--theme", theme, "--size", "900x600", "--out", text(&out)]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let mut files: Vec<_> = fs::read_dir(&out)
            .expect("written")
            .flatten()
            .map(|file| file.path())
            .collect();
        files.sort();
        let names: Vec<_> = files
            .iter()
            .filter_map(|file| file.file_stem()?.to_str())
            .collect();
        assert_eq!(
            names,
            ["overview", "projects", "sources", "trade", "transit"]
        );
        pictures.push(
            files
                .iter()
                .map(|file| fs::read(file).expect("a picture"))
                .collect::<Vec<_>>(),
        );
    }
    assert!(pictures[0] == pictures[1], "two runs differ");
    for (light, dark) in pictures[0].iter().zip(&pictures[2]) {
        assert!(light != dark, "the themes look the same");
        assert!(light.starts_with(b"\x89PNG"));
    }
}

#[test]
fn a_vector_picture_holds_the_words_as_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("projects.svg");
    let output = render(&["--tab", "projects", "--out", text(&out)]);
    assert_eq!(output.status.code(), Some(0));
    let svg = fs::read_to_string(&out).expect("written");
    for words in [
        "Investment over time",
        "Oil, gas and pipelines",
        "188 of 188 projects",
    ] {
        assert!(support::words(&svg).contains(words), "no `{words}`");
    }
}

#[test]
fn a_view_decides_what_is_drawn_and_what_is_not_understood_is_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("view.svg");
    let view = "view:1 tab:projects sector:rial,rail years:2013.. tarde.show:balance";
    let output = render(&["--view", view, "--out", text(&out)]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{error}");
    let warnings: Vec<&str> = error.lines().collect();
    assert_eq!(
        warnings,
        [
            "belt-explorer: warning: --view: sector:rial,rail: the dataset has no “rial”; did you mean “rail”?",
            "belt-explorer: warning: --view: tarde.show:balance: there is no such part; did you mean “trade.show”?",
        ]
    );
    let drawn = || support::words(&fs::read_to_string(&out).expect("written"));
    assert!(drawn().contains("of 188 projects") && !drawn().contains("188 of 188 projects"));
    // A tab asked for by name counts more than the view's own; a folder holds all tabs.
    let output = render(&["--view", view, "--tab", "trade", "--out", text(&out)]);
    assert_eq!(output.status.code(), Some(0));
    assert!(!drawn().contains("of 188 projects"));
    let all = folder.path().join("all");
    let output = render(&[
        "--view",
        "view:1 tab:trade",
        "--size",
        "900x600",
        "--out",
        text(&all),
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(fs::read_dir(&all).expect("there").count(), 5);
}

#[test]
fn wrong_use_is_said_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("all.png");
    for (arguments, said) in [
        (vec!["--out", text(&out)], "name a tab"),
        (vec!["--tab", "nothing", "--out", text(&out)], "no such tab"),
        (
            vec!["--tab", "trade", "--size", "12", "--out", text(&out)],
            "not a size",
        ),
        (
            vec!["no/such/dataset.ron", "--out", text(&out)],
            "no/such/dataset.ron",
        ),
    ] {
        let output = render(&arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 0);
}
