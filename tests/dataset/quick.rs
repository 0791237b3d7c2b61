//! The quick reader: the same records as the full one or none, however the work is shared, and
//! every finding, limit and stop as if there were only the full one.

use crate::common::random::Random;
use crate::mutation::{corpus, spoil};
use crate::support::{self, codes, fixture, folder, is_same, load_path, sharing};
use belt_explorer::dataset::read::limits::Limits;
use belt_explorer::dataset::read::quick::{Sharing, dataset};
use belt_explorer::dataset::read::{Loaded, Stage, Stopped, load_files, ron_options};
use belt_explorer::dataset::schema::Dataset;
use proptest::prelude::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

/// Spoilt files that are compared.
const CASES: u64 = 6_000;

fn made(projects: u64) -> String {
    support::made(projects, 3)
}

/// What the RON reader makes of a text.
fn full(text: &str) -> Option<Dataset> {
    ron_options().from_str(text).ok()
}

fn load(text: &str, limits: Limits) -> Loaded {
    let files = vec![("a.ron".to_owned(), text.as_bytes().to_vec())];
    load_files(files, limits, &mut |_| ControlFlow::Continue(())).expect("not stopped")
}

/// The texts of the RON files in a folder.
fn texts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    files
        .map(|path| fs::read_to_string(path).expect("a text"))
        .collect()
}

#[test]
fn datasets_as_people_write_them_are_read_the_quick_way() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut all = texts(&assets.join("kazakhstan-china"));
    all.extend(texts(&assets.join("template")));
    all.extend(texts(&fixture("good")));
    all.push(made(200));
    for text in &all {
        let start: String = text.chars().take(80).collect();
        for sharing in [sharing(1, 1 << 20), sharing(2, 100), Sharing::default()] {
            let quick = dataset(text, sharing);
            assert!(quick.is_some(), "{start} {sharing:?}");
            assert!(quick == full(text), "{start} {sharing:?}");
        }
    }
}

/// A dataset of three countries, with something between, in or behind the second.
fn with(between: &str, name: &str, behind: &str) -> String {
    let country =
        |id: &str, name: &str| format!("        (id: \"{id}\", name: {{\"en\": {name}}}),\n");
    let (first, last) = (country("AUR", "\"Aurelia\""), country("CAL", "\"Calidia\""));
    format!(
        "(\n    countries: [\n{first}{between}{}{behind}{last}    ],\n)\n",
        country("BOR", name)
    )
}

#[test]
fn what_is_not_plain_is_read_all_the_same() {
    let plain = with("", "\"Borea\"", "");
    let quick = [
        with("        // The second (of [three}.\n", "\"Borea\"", ""),
        with("", "\"B(o]r}e,a: //\"", "\n\n"),
        with("", "\"Bo\\\"rea\\n\\u{e9}\"", ""),
        with("", "r#\"Bo\"rea\"#", ""),
        with("", "\"Борея\"", ""),
        with("", "/* (one /* in [another */ */ \"Borea\"", ""),
        plain.replace("},\n", "},),\n").replace("},),),", "},),"),
        plain.replace("(id", "( id").replace(": ", " : "),
        plain
            .replace("countries", "countries ")
            .replace('\n', "\r\n"),
    ];
    for text in quick {
        assert!(full(&text).is_some(), "{text}");
        for piece in [1, 30, 1 << 20] {
            for threads in [1, 2, 3] {
                let read = dataset(&text, sharing(threads, piece));
                assert!(
                    read == full(&text),
                    "{text}\nby {threads}, pieces of {piece}"
                );
            }
        }
    }
    // These are left to the full reader as a whole.
    for text in [
        with("        /* (one */\n", "\"Borea\"", ""),
        format!("#![enable(implicit_some)]\n{plain}"),
        plain.replace("(id: \"BOR\"", "Country(id: \"BOR\""),
        format!("{plain}// the end"),
    ] {
        assert!(full(&text).is_some(), "{text}");
        let read = dataset(&text, sharing(2, 30));
        assert!(read.is_none() || read == full(&text), "{text}");
        let loaded = load(&format!("{text}\n"), Limits::default());
        assert!(!codes(&loaded.report).contains(&"syntax"), "{text}");
    }
}

#[test]
fn a_text_that_looks_like_the_start_of_a_record_misleads_nobody() {
    let text = with("", "\"Borea\n        (id: \"", "");
    let full = full(&text);
    assert!(full.is_some());
    for piece in 1..text.len() {
        let read = dataset(&text, sharing(2, piece));
        assert!(read.is_none() || read == full, "pieces of {piece}");
    }
}

#[test]
fn a_key_or_section_given_twice_is_not_swallowed() {
    let twice = [
        with("", "\"Borea\", \"en\": \"Boria\"", ""),
        with("", "\"Borea\", \"fr\": \"Borée\", \"en\": \"Boria\"", ""),
        "(countries: [], countries: [])".to_owned(),
    ];
    for text in twice {
        assert_eq!(dataset(&text, sharing(1, 1 << 20)), None, "{text}");
        assert!(load(&text, Limits::default()).report.has_errors(), "{text}");
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
        for _ in 0..=random.below(2) {
            spoil(&mut bytes, &mut random);
        }
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        let sharing = sharing(1 + random.below(3), 1 + random.below(3_000));
        if let Some(quick) = dataset(&text, sharing) {
            let full = full(&text);
            assert!(
                is_same(full.as_ref(), &quick),
                "seed {seed}, {sharing:?}: {text}"
            );
            read += 1;
        }
    }
    assert!(read > 200, "only {read} of {CASES} say something");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn pieces_of_any_size_make_the_same_dataset(piece in 1_usize..60_000, threads in 1_usize..5) {
        let text = made(40);
        let quick = dataset(&text, sharing(threads, piece));
        prop_assert!(quick.is_some());
        prop_assert!(quick == full(&text));
    }

    #[test]
    fn an_error_anywhere_is_left_to_the_full_reader(at in any::<prop::sample::Index>(), piece in 1_usize..9_000) {
        let text = made(40);
        let fields: Vec<usize> = text.match_indices("sources:").map(|(at, _)| at).collect();
        let place = *at.get(&fields);
        let spoilt = format!("{}surplus{}", &text[..place], &text[place + 7..]);
        prop_assert!(dataset(&spoilt, sharing(2, piece)).is_none());
    }
}

/// More than one piece for each thread, as the program cuts them.
const LARGE: u64 = 4_000;

#[test]
fn an_error_in_the_middle_of_a_large_file_has_its_place() {
    let text = made(LARGE);
    let middle = text.len() / 2;
    let place = middle + text[middle..].find("sector:").expect("a project");
    let spoilt = format!("{}secter{}", &text[..place], &text[place + 6..]);
    let report = load(&spoilt, Limits::default()).report;
    assert_eq!(codes(&report), ["unknown-field", "not-checked"]);
    let spot = report.findings()[0]
        .place
        .as_ref()
        .expect("a place")
        .spot
        .as_ref();
    assert_eq!(
        spot.expect("a spot").line,
        text[..place].matches('\n').count() + 1
    );
}

#[test]
fn the_limit_of_memory_holds_for_all_threads_together() {
    let text = made(LARGE);
    let mb = text.len() as u64 / (1024 * 1024);
    let refused = load(&text, Limits::of_mb(mb + 2)).report;
    assert_eq!(codes(&refused), ["too-much-memory", "not-checked"]);
    let loaded = load(&text, Limits::of_mb(mb * 4));
    assert_eq!(codes(&loaded.report), [""; 0]);
}

#[test]
fn reading_a_large_file_tells_how_far_it_is_and_can_be_stopped_anywhere() {
    let text = made(LARGE);
    let total = text.len() as u64;
    let stop_at = |percent: u64| {
        let mut last = 0;
        let files = vec![("a.ron".to_owned(), text.as_bytes().to_vec())];
        let outcome = load_files(files, Limits::default(), &mut |progress| {
            if progress.stage != Stage::Parsing {
                return ControlFlow::Continue(());
            }
            assert_eq!(progress.total, total);
            assert!(
                progress.done >= last && progress.done <= total,
                "{progress:?}"
            );
            last = progress.done;
            if progress.done * 100 >= percent * total {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(outcome, Err(Stopped)), "{percent}");
    };
    for percent in [0, 10, 40, 80, 100] {
        stop_at(percent);
    }
}

#[test]
fn findings_in_a_file_whose_text_was_let_go_have_their_places() {
    let text = made(14_000);
    assert!(text.len() > 17 * 1024 * 1024);
    let middle = text.len() / 2;
    let place = middle + text[middle..].find("sector: \"").expect("a project") + 9;
    let spoilt = format!("{}x{}", &text[..place], &text[place..]);
    let folder = folder(&[("large.ron", spoilt.as_bytes())]);
    let report = load_path(&folder.path().join("large.ron")).report;
    assert_eq!(codes(&report), ["unknown-id"]);
    let place_found = report.findings()[0].place.as_ref().expect("a place");
    let spot = place_found.spot.as_ref().expect("a spot");
    assert_eq!(spot.line, text[..place].matches('\n').count() + 1);
}
