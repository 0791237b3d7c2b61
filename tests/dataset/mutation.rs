//! Thousands of spoilt files: nothing panics, nothing hangs, nothing wrong is accepted.
//!
//! The embedded dataset's files and all fixtures are spoilt a little and read. What is accepted
//! must come back equal when it is written as RON and read again. `MUTATION_CASES` asks for more
//! cases than the default, `MUTATION_SEED` for another start; a failure names the seed of its
//! case and `MUTATION_SEED=… MUTATION_CASES=1` tries that one alone.

use crate::common::random::Random;
use belt_explorer::dataset::diagnostic::Style;
use belt_explorer::dataset::read::limits::Limits;
use belt_explorer::dataset::read::{Loaded, load_files, ron_options};
use belt_explorer::dataset::schema::Dataset;
use std::fs;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// Cases in one run.
const CASES: u64 = 40_000;
/// The first seed, unless the environment names another.
const SEED: u64 = 1;
/// Longest that one case may take, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longest piece of a file that is spoilt: of a larger one a part is taken.
const MAX_PIECE: usize = 40_000;
/// One case of so many spoils the whole embedded dataset, which takes a hundred times longer.
const WHOLE: u64 = 500;
/// Threads that share the cases.
const THREADS: u64 = 2;

/// A dataset as the names and contents of its files.
type Files = Vec<(String, Vec<u8>)>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The RON files of a folder, in order.
fn folder(path: &Path) -> Files {
    let mut files: Files = fs::read_dir(path)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .map(|path| {
            let name = path.file_name().expect("a name").display().to_string();
            (name, fs::read(&path).expect("a file"))
        })
        .collect();
    files.sort();
    files
}

/// Everything that is spoilt: single files, and the good dataset they are read beside.
pub struct Corpus {
    good: Files,
    embedded: Files,
    pub files: Vec<Vec<u8>>,
}

pub fn corpus() -> Corpus {
    let fixtures = root().join("tests/fixtures");
    let good = folder(&fixtures.join("good"));
    let mut files: Vec<Vec<u8>> = Vec::new();
    for name in ["bad", "unread", "mistakes"] {
        files.extend(folder(&fixtures.join(name)).into_iter().map(|file| file.1));
    }
    let mut embedded = Files::new();
    let assets = fs::read_dir(root().join("assets")).expect("the assets");
    for entry in assets {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            embedded.extend(folder(&path));
        }
    }
    files.extend(embedded.iter().map(|file| file.1.clone()));
    assert!(files.len() > 80, "only {} files", files.len());
    Corpus {
        good,
        embedded,
        files,
    }
}

/// Numbers, words and characters that are often forgotten.
const EXTREMES: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1e308",
    "1e-308",
    "-1e999",
    "NaN",
    "inf",
    "-inf",
    "9223372036854775808",
    "-9223372036854775809",
    "340282366920938463463374607431768211456",
    "999999999",
    "0x7fffffff",
    "1_000",
    "1.",
    ".5",
    "+1",
    "0.1e+",
    "2147483647",
    "-2147483648",
    "255",
    "256",
    "4294967296",
];
const ODDITIES: &[&str] = &[
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{fffd}",
    "\u{10ffff}",
    "e\u{301}",
    "\u{1f1e6}\u{1f1fa}",
    "\u{e0041}",
    "\\u{0}",
    "\\u{110000}",
    "\\x41",
    "\\",
    "\"",
    "'",
    "r#\"",
    "\"#",
    "b'",
    "//",
    "/*",
    "*/",
    "\r",
    "\t",
];
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "=",
    "Some(",
    "None",
    "Some(Some(1))",
    "()",
    "[[]]",
    "{1: 2}",
    "#![enable(unwrap_newtypes)]",
    "#![enable(implicit_some)]",
    "meta: None,",
    "projects: [],",
    "id: \"\",",
    "true",
    "r#id",
    "'x'",
    "b\"x\"",
    "1..2",
    "..",
];

/// Start and end of a run of bytes for which `is` holds, near a place.
fn run_at(bytes: &[u8], at: usize, is: impl Fn(u8) -> bool) -> Option<(usize, usize)> {
    let start = at + bytes.get(at..)?.iter().position(|byte| is(*byte))?;
    let length = bytes[start..].iter().position(|byte| !is(*byte));
    Some((start, start + length.unwrap_or(bytes.len() - start)))
}

fn replace(bytes: &mut Vec<u8>, range: (usize, usize), with: &str) {
    bytes.splice(range.0..range.1, with.bytes());
}

/// Changes a file once.
pub fn spoil(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len());
    let length = 1 + random.below(60);
    let end = (at + length).min(bytes.len());
    match random.below(12) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
        4 => swap_lines(bytes, random),
        5 | 6 => {
            let digit = |byte: u8| byte.is_ascii_digit() || b".-".contains(&byte);
            if let Some(range) = run_at(bytes, at, digit) {
                replace(bytes, range, random.pick(EXTREMES));
            }
        }
        7 => replace(bytes, (at, at), random.pick(ODDITIES)),
        8 => replace(bytes, (at, at), random.pick(PIECES)),
        9 => {
            if let Some(range) = run_at(bytes, at, |byte| byte.is_ascii_alphabetic()) {
                let word = String::from_utf8_lossy(&bytes[range.0..range.1]).into_owned();
                let other = if random.below(2) == 0 {
                    word.to_uppercase()
                } else {
                    word.chars().rev().collect()
                };
                replace(bytes, range, &other);
            }
        }
        10 => {
            let separator = |byte: u8| b"()[]{},:\"".contains(&byte);
            if let Some((start, _)) = run_at(bytes, at, separator) {
                replace(bytes, (start, start + 1), random.pick(PIECES));
            }
        }
        _ => {
            let block = random.below(2_000);
            let piece = bytes[at..(at + block).min(bytes.len())].to_vec();
            bytes.extend(piece);
        }
    }
}

fn swap_lines(bytes: &mut Vec<u8>, random: &mut Random) {
    let mut lines: Vec<Vec<u8>> = bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let (one, other) = (random.below(lines.len()), random.below(lines.len()));
    lines.swap(one, other);
    *bytes = lines.join(&b'\n');
}

/// A dataset with one spoilt file in it.
fn case(corpus: &Corpus, seed: u64) -> Files {
    let mut random = Random(seed);
    if seed.is_multiple_of(WHOLE) {
        let mut files = corpus.embedded.clone();
        let at = random.below(files.len());
        if let Some((_, bytes)) = files.get_mut(at) {
            spoil(bytes, &mut random);
        }
        return files;
    }
    let beside_good = random.below(2) == 0;
    let mut files = if beside_good {
        corpus.good.clone()
    } else {
        Vec::new()
    };
    // Half of the cases spoil the good dataset itself: many of those are still read.
    let own = beside_good && random.below(2) == 0;
    let mut bytes = if own {
        let at = random.below(files.len());
        files.remove(at).1
    } else {
        random.pick(&corpus.files)
    };
    if bytes.len() > MAX_PIECE {
        let from = random.below(bytes.len() - MAX_PIECE);
        // Whole at its top where it starts, so that the reader gets somewhere.
        let from = if random.below(2) == 0 { 0 } else { from };
        bytes = bytes[from..from + MAX_PIECE].to_vec();
    }
    for _ in 0..=random.below(3) {
        spoil(&mut bytes, &mut random);
    }
    files.push(("zz.ron".to_owned(), bytes));
    files
}

fn load(files: Files) -> Loaded {
    load_files(
        files,
        Limits::of_mb(256),
        &mut |_| ControlFlow::Continue(()),
    )
    .expect("not stopped")
}

/// Fails unless an accepted dataset is the same when it is written and read again.
fn comes_back(loaded: &Loaded) {
    let Some(catalog) = &loaded.catalog else {
        return;
    };
    let written = ron_options().to_string(catalog.data()).expect("written");
    let again: Dataset = ron_options()
        .from_str(&written)
        .expect("what was written is read");
    assert!(again == *catalog.data(), "it came back another");
    let reloaded = load(vec![("a.ron".to_owned(), written.into_bytes())]);
    assert!(
        reloaded.catalog.is_some(),
        "{}",
        reloaded.report.render(Style::default())
    );
}

/// What came of some cases.
#[derive(Default, Clone, Copy)]
struct Outcome {
    accepted: usize,
    slowest: Duration,
}

impl Outcome {
    fn and(self, other: Self) -> Self {
        Self {
            accepted: self.accepted + other.accepted,
            slowest: self.slowest.max(other.slowest),
        }
    }
}

/// Tries one case.
fn check(corpus: &Corpus, seed: u64) -> Outcome {
    let started = Instant::now();
    let loaded = load(case(corpus, seed));
    assert_eq!(loaded.catalog.is_none(), loaded.report.has_errors());
    for finding in loaded.report.findings().iter().take(20) {
        assert!(!finding.message.is_empty());
        assert!(finding.render(false).len() < 10_000);
    }
    let slowest = started.elapsed();
    assert!(slowest < PATIENCE, "it took {slowest:?}");
    comes_back(&loaded);
    Outcome {
        accepted: usize::from(loaded.catalog.is_some()),
        slowest,
    }
}

fn from_environment(name: &str, otherwise: u64) -> u64 {
    let said = std::env::var(name).ok();
    said.map_or(otherwise, |said| said.parse().expect("a number"))
}

#[test]
fn spoilt_files_break_nothing_and_are_not_taken_for_sound_ones() {
    let cases = from_environment("MUTATION_CASES", CASES);
    let first = from_environment("MUTATION_SEED", SEED);
    let corpus = corpus();
    let run = |thread: u64| {
        let seeds = (first..first + cases).filter(|seed| seed % THREADS == thread);
        let tried = seeds.map(|seed| {
            let outcome = catch_unwind(AssertUnwindSafe(|| check(&corpus, seed)));
            outcome
                .unwrap_or_else(|_| panic!("it fails with MUTATION_SEED={seed} MUTATION_CASES=1"))
        });
        tried.fold(Outcome::default(), Outcome::and)
    };
    let run = &run;
    let Outcome { accepted, slowest } = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| scope.spawn(move || run(thread)))
            .collect();
        let outcomes = threads
            .into_iter()
            .map(|t| t.join().expect("no case fails"));
        outcomes.fold(Outcome::default(), Outcome::and)
    });
    println!("{cases} cases, {accepted} accepted, the slowest took {slowest:?}");
    if cases >= CASES {
        assert!(
            accepted > 500,
            "only {accepted} of {cases} were accepted: the cases say little"
        );
    }
}
