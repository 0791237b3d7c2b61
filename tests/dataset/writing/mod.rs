//! Writing datasets: the template, the tutorial, the layout, what differs, other versions.

mod diff;
mod fmt;
mod generate;
mod layout;
mod new;
mod tutorial;
mod versions;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs the program in a folder.
fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_belt-explorer"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// The `*.ron` files of a folder.
fn ron_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    files.sort();
    assert!(!files.is_empty(), "no files in {}", folder.display());
    files
}
