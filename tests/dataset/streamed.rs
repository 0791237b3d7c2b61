//! Large files that are parsed while they are read: the same records, findings and checksum as when
//! a file is in memory as a whole, wherever it is cut.

use crate::common::random::Random;
use crate::mutation::{corpus, spoil};
use crate::support::{self, codes, folder, is_same, load_path, sharing};
use belt_explorer::dataset::read::limits::{LARGE_BYTES, Limits};
use belt_explorer::dataset::read::quick::{Sharing, dataset_of_file};
use belt_explorer::dataset::read::{
    Loaded, Origin, Stage, Stopped, load_files, load_within, ron_options,
};
use belt_explorer::dataset::schema::Dataset;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;

/// Spoilt files that are compared.
const CASES: u64 = 1_500;

fn made(projects: u64) -> String {
    support::made(projects, 5)
}

/// Longer than what is read at once.
static LARGE: LazyLock<String> = LazyLock::new(|| {
    let text = made(14_000);
    assert!(text.len() > LARGE_BYTES + LARGE_BYTES / 10);
    text
});

/// A file in a folder that is gone with it.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = folder(&[("large.ron", bytes)]);
    let path = folder.path().join("large.ron");
    (folder, path)
}

/// What is read of a text that is in a file.
fn of_file(text: &str, sharing: Sharing) -> Option<Dataset> {
    let (_folder, path) = file(text.as_bytes());
    dataset_of_file(&path, sharing)
}

fn in_memory(bytes: &[u8]) -> Loaded {
    let files = vec![("large.ron".to_owned(), bytes.to_vec())];
    let go_on = &mut |_| ControlFlow::Continue(());
    load_files(files, Limits::default(), go_on).expect("not stopped")
}

#[test]
fn a_file_that_is_cut_anywhere_makes_the_same_dataset() {
    let text = made(40);
    let full: Dataset = ron_options().from_str(&text).expect("plain RON");
    let mut random = Random(7);
    for number in 0..60 {
        // Windows and pieces that end in letters, words, records and sections.
        let piece = 1 + random.below(if number % 2 == 0 { 400 } else { 60_000 });
        let sharing = sharing(1 + random.below(3), piece);
        let read = of_file(&text, sharing);
        assert!(read.as_ref() == Some(&full), "{sharing:?}");
    }
}

#[test]
fn letters_and_marks_of_several_bytes_are_not_cut_in_two() {
    let name = "Борея 中欧班列 – é".repeat(30);
    let text =
        format!("\u{feff}(countries: [\n    (id: \"BOR\", name: {{\"ru\": \"{name}\"}}),\n])\n");
    let full: Option<Dataset> = ron_options()
        .from_str(text.trim_start_matches('\u{feff}'))
        .ok();
    assert!(full.is_some());
    for piece in 1..40 {
        assert!(
            of_file(&text, sharing(2, piece)) == full,
            "pieces of {piece}"
        );
    }
}

#[test]
fn spoilt_files_are_read_as_the_full_reader_reads_them_or_not_at_all() {
    let corpus = corpus();
    let mut read = 0;
    for seed in 0..CASES {
        let mut random = Random(seed);
        let mut bytes = random.pick(&corpus.files);
        bytes.truncate(12_000);
        for _ in 0..random.below(3) {
            spoil(&mut bytes, &mut random);
        }
        let sharing = sharing(1 + random.below(3), 16 + random.below(3_000));
        let (_folder, path) = file(&bytes);
        let Some(quick) = dataset_of_file(&path, sharing) else {
            continue;
        };
        let text = String::from_utf8(bytes).expect("what is read is a text");
        let full: Option<Dataset> = ron_options()
            .from_str(text.trim_start_matches('\u{feff}'))
            .ok();
        assert!(
            is_same(full.as_ref(), &quick),
            "seed {seed}, {sharing:?}: {text}"
        );
        read += 1;
    }
    assert!(read > 100, "only {read} of {CASES} say something");
}

#[test]
fn a_large_file_is_the_same_dataset_as_its_bytes_in_memory() {
    for text in [
        LARGE.clone(),
        format!("\u{feff}{}", LARGE.replace('\n', "\r\n")),
    ] {
        let (_folder, path) = file(text.as_bytes());
        let (read, whole) = (load_path(&path), in_memory(text.as_bytes()));
        assert_eq!(codes(&read.report), [""; 0]);
        assert_eq!(read.checksum, whole.checksum);
        assert_eq!(read.counts, whole.counts);
        assert_eq!(read.files[0].bytes, whole.files[0].bytes);
        let data = |loaded: Loaded| loaded.catalog.expect("no errors").data().clone();
        assert!(data(read) == data(whole));
    }
}

/// The findings, each with its line.
fn findings(loaded: &Loaded) -> Vec<(String, Option<usize>)> {
    let findings = loaded.report.findings().iter();
    let line = |finding: &belt_explorer::dataset::diagnostic::Diagnostic| {
        Some(finding.place.as_ref()?.spot.as_ref()?.line)
    };
    findings
        .map(|finding| {
            (
                format!("{}: {}", finding.kind.code, finding.message),
                line(finding),
            )
        })
        .collect()
}

#[test]
fn what_is_wrong_far_in_a_large_file_is_found_as_in_memory() {
    let late = LARGE.len() * 9 / 10;
    let sector = late + LARGE[late..].find("sector: \"").expect("a project");
    let with = |at: usize, bytes: &[u8]| {
        let mut all = LARGE.as_bytes().to_vec();
        all.splice(at..=at, bytes.iter().copied());
        all
    };
    let cases = [
        ("unknown-id", with(sector + 9, b"x")),
        ("nul-byte", with(sector + 9, b"\0")),
        ("not-utf8", with(sector + 9, b"\xff")),
        ("unknown-field", with(sector, b"t")),
        ("syntax", with(LARGE.len() - 2, b"")),
        ("syntax", [LARGE.as_bytes(), b"and more\n"].concat()),
    ];
    for (code, bytes) in cases {
        let (_folder, path) = file(&bytes);
        let (read, whole) = (load_path(&path), in_memory(&bytes));
        assert_eq!(codes(&read.report)[0], code);
        if code != "nul-byte" {
            // In memory there is nothing that stops at the first zero.
            assert_eq!(findings(&read), findings(&whole), "{code}");
        }
    }
}

#[test]
fn the_limit_of_memory_holds() {
    // Records that take many times the memory of their text.
    let line = "    (id: \"\", name: {}),\n";
    let dense = format!(
        "(countries: [\n{}])\n",
        line.repeat(LARGE_BYTES / line.len() + 1)
    );
    for (text, expected) in [(&dense, "too-much-memory"), (&*LARGE, "")] {
        let (_folder, path) = file(text.as_bytes());
        // Files may have half of it.
        let limits = Limits::of_mb(2 * (text.len() as u64 / (1024 * 1024)) + 2);
        let go_on = &mut |_| ControlFlow::Continue(());
        let loaded = load_within(&Origin::Path(path), limits, go_on).expect("not stopped");
        let first = codes(&loaded.report).first().copied().unwrap_or_default();
        assert_eq!(first, expected);
    }
}

#[test]
fn reading_a_large_file_tells_how_far_it_is_and_can_be_stopped_anywhere() {
    let (_folder, path) = file(LARGE.as_bytes());
    for percent in [0, 10, 40, 80, 98] {
        let mut last = 0;
        let origin = Origin::Path(path.clone());
        let outcome = load_within(&origin, Limits::default(), &mut |progress| {
            assert_eq!(progress.stage, Stage::Parsing);
            assert!(progress.done >= last && progress.done <= progress.total);
            last = progress.done;
            if progress.done * 100 >= percent * progress.total {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(outcome, Err(Stopped)), "{percent}");
    }
}
