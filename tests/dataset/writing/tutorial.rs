//! The tutorial does what it says: each file in it is written, each command in it is run.
//!
//! `(…)` lines in a command's output stand for any lines.

use super::{root, run_in, stderr, stdout};
use std::fs;
use std::path::Path;

/// A step that can be repeated.
enum Step {
    /// A file to write: its path and its text.
    File(String, String),
    /// A command line, and what it prints.
    Command(String, String),
}

/// The steps of the tutorial: blocks of RON under a line with the file's name, and consoles.
fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\n```") {
        let (kind, after) = after.split_once('\n').expect("the end of a line");
        let (block, after) = after.split_once("```").expect("the end of a block");
        match kind {
            "ron" => {
                let name = before
                    .trim_end()
                    .rsplit('`')
                    .nth(1)
                    .expect("the name of the file");
                let ending = Path::new(name).extension();
                assert!(
                    ending.is_some_and(|ending| ending == "ron"),
                    "`{name}` is no file"
                );
                steps.push(Step::File(name.to_owned(), block.to_owned()));
            }
            "console" => {
                let (command, output) = block.split_once('\n').expect("a command");
                let command = command.strip_prefix("$ ").expect("a command after `$ `");
                steps.push(Step::Command(command.to_owned(), output.to_owned()));
            }
            other => panic!("a block of {other} is not checked"),
        }
        rest = after;
    }
    steps
}

/// Whether lines are those expected, where `(…)` stands for any number of them.
fn matches(expected: &[&str], found: &[&str]) -> bool {
    match (expected, found) {
        (["(…)", rest @ ..], _) => {
            (0..=found.len()).any(|skipped| matches(rest, &found[skipped..]))
        }
        ([first, expected @ ..], [line, found @ ..]) => first == line && matches(expected, found),
        ([], []) => true,
        _ => false,
    }
}

fn run(folder: &Path, command: &str) -> String {
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("belt-explorer"), "{command}");
    let arguments: Vec<&str> = words.collect();
    let output = run_in(folder, &arguments);
    stdout(&output) + &stderr(&output)
}

#[test]
fn every_step_of_the_tutorial_works_as_written() {
    let text = fs::read_to_string(root().join("docs/tutorial.md")).expect("the tutorial");
    let folder = tempfile::tempdir().expect("a folder");
    let (mut files, mut commands) = (0, 0);
    for step in steps(&text) {
        match step {
            Step::File(name, contents) => {
                let path = folder.path().join(&name);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(&path, contents).expect("a file");
                let untidy = run(folder.path(), &format!("belt-explorer fmt --check {name}"));
                assert_eq!(untidy, "", "the layout of {name}");
                files += 1;
            }
            Step::Command(command, expected) => {
                let found = run(folder.path(), &command);
                let lines = |text: &str| {
                    text.lines()
                        .map(|line| line.trim_end().to_owned())
                        .collect::<Vec<_>>()
                };
                let (expected, lines) = (lines(&expected), lines(&found));
                let expected: Vec<_> = expected.iter().map(String::as_str).collect();
                let lines: Vec<_> = lines.iter().map(String::as_str).collect();
                assert!(matches(&expected, &lines), "{command} prints\n{found}");
                commands += 1;
            }
        }
    }
    assert!(
        files >= 6 && commands >= 6,
        "{files} files, {commands} commands"
    );
    let check = run(folder.path(), "belt-explorer check velia-sorn");
    assert!(
        check.ends_with("velia-sorn: 0 errors, 0 warnings, 0 notes\n"),
        "{check}"
    );
}
