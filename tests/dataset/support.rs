//! What the tests of this floor share.

use belt_explorer::dataset::diagnostic::{Report, Style};
use belt_explorer::dataset::generate::{Plan, write};
use belt_explorer::dataset::read::quick::Sharing;
use belt_explorer::dataset::read::{Loaded, Origin, load};
use belt_explorer::dataset::schema::Dataset;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder or file of the test data.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// Loads without stopping.
pub fn load_all(origin: &Origin) -> Loaded {
    load(origin, &mut |_| ControlFlow::Continue(())).expect("nobody stops it")
}

/// Loads a path.
pub fn load_path(path: &Path) -> Loaded {
    load_all(&Origin::Path(path.to_owned()))
}

/// The text of a dataset that is made up.
pub fn made(projects: u64, seed: u64) -> String {
    let mut out = Vec::new();
    write(Plan { projects, seed }, &mut out).expect("a list of bytes takes all");
    String::from_utf8(out).expect("UTF-8")
}

/// How the quick reader shares its work.
pub fn sharing(threads: usize, piece_bytes: usize) -> Sharing {
    Sharing {
        threads,
        piece_bytes,
    }
}

/// Whether two readers made the same. Numbers that are none differ from themselves, but not from their name.
pub fn is_same(full: Option<&Dataset>, quick: &Dataset) -> bool {
    full == Some(quick) || format!("{full:?}") == format!("{:?}", Some(quick))
}

/// The good fixture, joined and checked.
pub fn good() -> Dataset {
    let loaded = load_path(&fixture("good"));
    assert_eq!(codes(&loaded.report), [""; 0], "{}", text(&loaded.report));
    loaded.catalog.expect("a catalog").data().clone()
}

/// A folder of files made for one test.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, contents) in files {
        fs::write(folder.path().join(name), contents).expect("a file");
    }
    folder
}

/// The codes of all findings, in order.
pub fn codes(report: &Report) -> Vec<&str> {
    let findings = report.findings().iter();
    findings.map(|finding| finding.kind.code).collect()
}

/// A report as people read it.
pub fn text(report: &Report) -> String {
    report.render(Style::default())
}

/// A report as people read it, with the folder of the test named `DATASET`.
pub fn text_in(report: &Report, folder: &Path) -> String {
    text(report).replace(&folder.display().to_string(), "DATASET")
}

/// Compares a text with the one kept under a code.
pub fn snapshot(code: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots/findings",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(code, text);
    });
}
