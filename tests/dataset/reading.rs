//! Files that cannot be read, or not as RON: each is named, with its place and advice.

use crate::support::{codes, fixture, folder, load_path, snapshot, text, text_in};
use belt_explorer::dataset::read::{CODES, Origin, Stage, Stopped, load};
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

/// Codes that are tried elsewhere: in `hostile`, `refused` and below.
const NOT_TRIED: &[&str] = &[
    "bad-limit",
    "broken-link",
    "changed-while-read",
    "too-large",
    "too-long",
    "too-many-files",
    "too-much-memory",
    "unreadable",
];

/// A sound file beside the broken ones.
const FIRST: &str = r#"(
    meta: (schema: 1, id: "x", version: "1", title: {"en": "X"}, home: "AUR", partner: "BOR", as_of: "2024", currency: "USD"),
    countries: [(id: "AUR", name: {"en": "Aurelia"}), (id: "BOR", name: {"en": "Borea"})],
)"#;

/// Loads a folder of files and compares the whole text of its report.
fn snapshot_of(code: &str, files: &[(&str, &[u8])]) -> Vec<String> {
    let folder = folder(files);
    let report = load_path(folder.path()).report;
    snapshot(code, &text_in(&report, folder.path()));
    codes(&report).iter().map(ToString::to_string).collect()
}

#[test]
fn each_code_of_reading_has_its_message() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for entry in fs::read_dir(fixture("unread")).expect("the fixtures") {
        let path = entry.expect("a fixture").path();
        let code = path.file_stem().expect("a name").display().to_string();
        let bad = fs::read(&path).expect("a fixture");
        let found = snapshot_of(&code, &[("a.ron", FIRST.as_bytes()), ("b.ron", &bad)]);
        assert_eq!(found.first(), Some(&code));
        seen.extend(found);
    }
    seen.extend(snapshot_of(
        "not-utf8",
        &[("a.ron", b"(\n// caf\xe9 \xff\n)")],
    ));
    seen.extend(snapshot_of("no-files", &[("a.txt", b"()")]));
    seen.extend(snapshot_of("empty-file", &[("a.ron", b"\n")]));
    seen.extend(snapshot_of("nul-byte", &[("a.ron", b"(\0)")]));
    let missing = load_path(Path::new("no/such/dataset")).report;
    snapshot("not-found", &text(&missing));
    seen.extend(codes(&missing).iter().map(ToString::to_string));
    let device = load_path(Path::new("/dev/null")).report;
    snapshot("not-a-file", &text(&device));
    seen.extend(codes(&device).iter().map(ToString::to_string));

    let all = CODES.iter().map(|code| code.code);
    let untried: Vec<_> = all.filter(|code| !seen.contains(*code)).collect();
    let expected: BTreeSet<_> = NOT_TRIED.iter().copied().collect();
    assert_eq!(untried.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_file_with_an_error_is_reported() {
    let folder = folder(&[
        ("a.ron", b"(regions [])"),
        ("b.ron", b"()"),
        ("c.ron", b"(projects: 5)"),
        ("d.ron", b"\xff"),
    ]);
    let loaded = load_path(folder.path());
    assert_eq!(
        codes(&loaded.report),
        ["syntax", "wrong-type", "not-utf8", "not-checked"]
    );
    assert!(loaded.catalog.is_none());
    assert_eq!(loaded.files.len(), 4);
    snapshot("not-checked", &text_in(&loaded.report, folder.path()));
}

#[test]
fn a_folder_named_like_a_file_is_no_file() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("a.ron")).expect("a folder");
    assert_eq!(codes(&load_path(folder.path()).report), ["not-a-file"]);
}

#[test]
fn too_many_files_are_refused() {
    let folder = folder(&[]);
    for number in 0..=10_000 {
        fs::write(folder.path().join(format!("{number}.ron")), "").expect("a file");
    }
    let loaded = load_path(folder.path());
    assert_eq!(codes(&loaded.report), ["too-many-files"]);
    snapshot("too-many-files", &text_in(&loaded.report, folder.path()));
    assert!(loaded.files.is_empty());
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let folder = folder(&[]);
    let file = fs::File::create(folder.path().join("a.ron")).expect("a file");
    // Sparse: it takes no room.
    file.set_len(2 * 1024 * 1024 * 1024 + 1).expect("a length");
    let loaded = load_path(folder.path());
    assert_eq!(codes(&loaded.report), ["too-large"]);
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("(projects: {})", "[".repeat(100_000));
    let folder = folder(&[("a.ron", deep.as_bytes())]);
    assert!(load_path(folder.path()).report.has_errors());
}

#[test]
fn a_missing_field_points_at_its_own_record() {
    let text = "(regions: [\n  (id: \"a\", name: {\"en\": \"A\"}),\n  (id: \"b\", name: {}, country: \"X\"),\n])";
    let folder = folder(&[("a.ron", text.as_bytes())]);
    let report = load_path(folder.path()).report;
    let finding = &report.findings()[0];
    let spot = finding.place.as_ref().and_then(|place| place.spot.as_ref());
    let spot = spot.expect("a place");
    assert_eq!((spot.line, spot.column, spot.length), (2, 8, 3));
}

#[test]
fn loading_tells_how_far_it_is_and_can_be_stopped_at_any_time() {
    let origin = Origin::Path(fixture("good"));
    let mut steps = Vec::new();
    let loaded = load(&origin, &mut |progress| {
        assert!(progress.done <= progress.total, "{progress:?}");
        steps.push(progress.stage);
        ControlFlow::Continue(())
    });
    assert!(loaded.is_ok());
    let mut stages = steps.clone();
    stages.dedup();
    let all = [
        Stage::Reading,
        Stage::Parsing,
        Stage::Checking,
        Stage::Indexing,
    ];
    assert_eq!(stages, all);
    for stop_at in 0..steps.len() {
        let mut step = 0;
        let stopped = load(&origin, &mut |_| {
            step += 1;
            if step > stop_at {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(stopped, Err(Stopped)));
        assert_eq!(step, stop_at + 1, "it went on after it was stopped");
    }
}
