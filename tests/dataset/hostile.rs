//! Files that want to take the machine's time or memory, or to show what is not there.

use crate::support::{codes, folder, load_path, snapshot, text, text_in};
use belt_explorer::dataset::diagnostic::{Report, Style, is_hidden};
use belt_explorer::dataset::read::limits::{Limits, MAX_OF_A_KIND, MAX_TEXT_BYTES};
use belt_explorer::dataset::read::{Loaded, Origin, Stage, Stopped, load_files, load_within};
use std::fmt::Write;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

/// A dataset's `meta` and countries.
const FIRST: &str = r#"(
    meta: (schema: 1, id: "x", version: "1", title: {"en": "X"}, home: "AUR", partner: "BOR", as_of: "2024", currency: "USD"),
    countries: [(id: "AUR", name: {"en": "Aurelia"}), (id: "BOR", name: {"en": "Borea"})],
)"#;

/// Longest that anything here may take, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Loads texts that stand in memory, beside a sound file.
fn load_text(text: String) -> Loaded {
    let files = vec![
        ("a.ron".to_owned(), FIRST.as_bytes().to_vec()),
        ("b.ron".to_owned(), text.into_bytes()),
    ];
    let started = Instant::now();
    let loaded = load_files(files, Limits::default(), &mut |_| ControlFlow::Continue(()));
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    loaded.expect("nobody stops it")
}

fn load_mb(path: &Path, mb: u64) -> Loaded {
    let origin = Origin::Path(path.to_owned());
    let loaded = load_within(&origin, Limits::of_mb(mb), &mut |_| {
        ControlFlow::Continue(())
    });
    loaded.expect("nobody stops it")
}

/// The one error of a report, and that its text is short.
fn the_error(report: &Report) -> &str {
    let text = text(report);
    assert!(text.len() < 3_000, "{} bytes of text", text.len());
    codes(report).first().copied().unwrap_or_default()
}

#[test]
fn bytes_that_are_no_text_are_named() {
    for (contents, code) in [
        (b"(projects: [\0])".as_slice(), "nul-byte"),
        (b"\xff\xfe(\0)\0", "not-utf8"),
        (b"\xfe\xff\0(\0)", "not-utf8"),
        (b"(meta: \xc3\x28)", "not-utf8"),
        (b"", "empty-file"),
        (b" \r\n\t\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"(\x1b[2J)", "syntax"),
    ] {
        let folder = folder(&[("a.ron", FIRST.as_bytes()), ("b.ron", contents)]);
        let report = load_path(folder.path()).report;
        assert_eq!(codes(&report).first(), Some(&code), "{}", text(&report));
        assert!(!text(&report).contains('\u{1b}'));
    }
}

#[test]
fn marks_and_line_ends_of_other_systems_do_not_move_places() {
    let text =
        "(\r\n    regions: [(id: \"west\", name: {\"en\": \"W\"}, county: \"AUR\")],\r\n)\r\n";
    for contents in [text.to_owned(), format!("\u{feff}{text}")] {
        let loaded = load_text(contents);
        let place = loaded.report.findings()[0].place.clone().expect("a place");
        let spot = place.spot.expect("a spot");
        assert_eq!((spot.line, spot.column, spot.length), (2, 47, 6));
        assert!(spot.excerpt.is_some_and(|line| line.ends_with("],")));
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_and_pipes_are_refused_at_once() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let folder = folder(&[]);
    let at = |name: &str| folder.path().join(name);
    symlink(at("b.ron"), at("a.ron")).expect("a link");
    symlink(at("a.ron"), at("b.ron")).expect("a link");
    symlink(at("gone"), at("c.ron")).expect("a link");
    let pipe = Command::new("mkfifo").arg(at("d.ron")).status();
    assert!(pipe.is_ok_and(|status| status.success()));
    let report = load_path(folder.path()).report;
    assert_eq!(
        codes(&report),
        ["broken-link", "broken-link", "broken-link", "not-a-file"]
    );
    // Of the others the number of the system's error differs from one system to the next.
    let gone = load_path(&at("c.ron")).report;
    snapshot("broken-link", &text_in(&gone, folder.path()));
    assert_eq!(codes(&load_path(&at("a.ron")).report), ["broken-link"]);
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    for (grows, said) in [(true, "and more"), (false, "and 0 when it was read")] {
        let folder = folder(&[("a.ron", FIRST.as_bytes())]);
        let path = folder.path().join("a.ron");
        let origin = Origin::Path(path.clone());
        let mut changed = false;
        let loaded = load_within(&origin, Limits::default(), &mut |progress| {
            if progress.stage == Stage::Reading && !changed {
                changed = true;
                let mut file = OpenOptions::new().append(true).open(&path).expect("a file");
                if grows {
                    file.write_all(b"// more").expect("written");
                } else {
                    file.set_len(0).expect("cut");
                }
            }
            ControlFlow::Continue(())
        });
        let report = loaded.expect("nobody stops it").report;
        assert_eq!(codes(&report), ["changed-while-read"]);
        assert!(text(&report).contains(said), "{}", text(&report));
        if grows {
            snapshot("changed-while-read", &text_in(&report, folder.path()));
        }
    }
}

#[test]
fn what_is_too_large_is_refused_unread() {
    let folder = folder(&[]);
    for name in ["a.ron", "b.ron"] {
        let file = File::create(folder.path().join(name)).expect("a file");
        // Sparse: it takes no room.
        file.set_len(700_000).expect("a length");
    }
    let together = load_mb(folder.path(), 2).report;
    assert_eq!(codes(&together), ["too-large"]);
    assert!(text(&together).contains("1400000 bytes together"));
    let each = load_mb(folder.path(), 1).report;
    assert_eq!(codes(&each), ["too-large"; 2]);
    snapshot("too-large", &text_in(&each, folder.path()));
    let file = File::create(folder.path().join("c.ron")).expect("a file");
    file.set_len(1 << 40).expect("a length");
    let report = load_path(&folder.path().join("c.ron")).report;
    assert_eq!(codes(&report), ["too-large"]);
}

#[test]
fn a_large_file_of_zeros_is_refused_at_its_first_byte() {
    let folder = folder(&[]);
    let file = File::create(folder.path().join("a.ron")).expect("a file");
    file.set_len(1 << 30).expect("a length");
    let started = Instant::now();
    assert_eq!(codes(&load_path(folder.path()).report), ["nul-byte"]);
    assert!(started.elapsed() < PATIENCE / 10);
}

#[test]
fn records_that_take_more_memory_than_allowed_are_refused_while_they_are_read() {
    let record = r#"(id:"",name:{},sector:"",sources:[]),"#;
    let text = format!("(projects:[{}])", record.repeat(20_000));
    let folder = folder(&[("a.ron", text.as_bytes())]);
    let report = load_mb(folder.path(), 3).report;
    assert_eq!(the_error(&report), "too-much-memory");
    // Where it stops depends on how much room a record takes.
    let said = text_in(&report, folder.path());
    let lines = said.lines().filter(|line| !line.contains(" = near "));
    let lines = lines.map(|line| match line.split_once(":1:") {
        Some((file, _)) => format!("{file}:1:80000"),
        None => line.to_owned(),
    });
    snapshot("too-much-memory", &lines.collect::<Vec<_>>().join("\n"));
    let allowed = load_mb(folder.path(), 300).report;
    assert!(!codes(&allowed).contains(&"too-much-memory"));
}

#[test]
fn deep_nesting_is_refused_wherever_it_stands() {
    for open in ["(", "[", "{", "Some(", "/*", "(meta:", "#![", "r#"] {
        let deep = format!("(projects: {}", open.repeat(100_000));
        assert!(!the_error(&load_text(deep).report).is_empty());
        let alone = open.repeat(100_000);
        assert!(!the_error(&load_text(alone).report).is_empty());
    }
}

#[test]
fn long_texts_are_refused_and_never_printed_whole() {
    let long = "x".repeat(MAX_TEXT_BYTES + 1);
    let region = |id: &str| format!("(regions: [(id: \"{id}\", name: {{}}, country: \"AUR\")])");
    let report = load_text(region(&long)).report;
    assert_eq!(the_error(&report), "too-long");
    snapshot("too-long", &text(&report));
    // Not a field, not a variant, not a number, and not closed.
    for text in [
        format!("(regions: [({long}: 1)])"),
        format!("(events: [(kind: {long})])"),
        format!("(meta: (schema: {}))", "9".repeat(1_000_000)),
        format!("(regions: [(id: \"{long}"),
        format!("(regions: {long})"),
        format!("(events: [(id: \"x\", date: \"{long}\")])"),
    ] {
        the_error(&load_text(text).report);
    }
    let id = "x".repeat(MAX_TEXT_BYTES - 1);
    let report = load_text(region(&id)).report;
    assert!(text(&report).len() < 20_000, "{}", text(&report).len());
}

#[test]
fn one_line_of_many_megabytes_is_quoted_in_part() {
    let mut text = String::from("(regions: [");
    for number in 0..100_000 {
        let _ = write!(
            text,
            "(id: \"r{number}\", name: {{\"en\": \"R{number}\"}}, country: \"no\"), "
        );
    }
    text.push_str("])");
    let loaded = load_text(text);
    let finding = &loaded.report.findings()[5_000];
    let rendered = finding.render(false);
    assert!(rendered.len() < 1_000, "{rendered}");
    assert!(rendered.contains("near `"), "{rendered}");
    assert!(rendered.contains("r5000"), "{rendered}");
}

#[test]
fn findings_of_one_kind_are_kept_up_to_a_number_and_counted() {
    let mut text = String::from("(regions: [\n");
    for number in 0..2 * MAX_OF_A_KIND {
        let _ = writeln!(
            text,
            "(id: \"r{number}\", name: {{\"en\": \"R{number}\"}}, country: \"no\"),"
        );
    }
    text.push_str("])");
    let report = load_text(text).report;
    let style = Style {
        colour: false,
        most_of_a_kind: 5,
    };
    assert_eq!(report.findings().len(), MAX_OF_A_KIND);
    let summary = report.summary();
    assert!(summary.starts_with("20000 errors"), "{summary}");
    let rendered = report.render(style);
    assert!(
        rendered.contains("… and 19995 more error[unknown-id]"),
        "{rendered}"
    );
}

#[test]
fn rules_do_not_compare_each_with_each() {
    let sources = "\"gazette\", ".repeat(100_000);
    let many = format!(
        "(events: [(id: \"e\", date: \"2019\", title: {{\"en\": \"E\"}}, kind: Visit, sources: [{sources}])])"
    );
    load_text(many);
    let mut figures = String::new();
    let mut borders = String::new();
    let mut states = String::new();
    for number in 0..50_000 {
        let _ = write!(
            figures,
            "(what: Cost, value: {number}, unit: \"USD m\", kind: Announced, sources: []),"
        );
        let metric = if number % 2 == 0 {
            "SpeedWithDelay"
        } else {
            "SpeedWithoutDelay"
        };
        let _ = write!(
            borders,
            "(place: {{\"en\": \"P\"}}, mode: Rail, metric: {metric}, year: 2019, unit: \"km/h\", value: 20, sources: []),"
        );
        let _ = write!(
            states,
            "(date: \"2019\", said_by: {{\"en\": \"S\"}}, scope: List, total: (money_m: {number}), sources: []),"
        );
    }
    load_text(format!(
        "(projects: [(id: \"p\", name: {{\"en\": \"P\"}}, sector: \"s\", figures: [{figures}], sources: [])])"
    ));
    load_text(format!("(transit: (borders: [{borders}]))"));
    load_text(format!(
        "(programmes: [(id: \"p\", name: {{\"en\": \"P\"}}, states: [{states}])])"
    ));
    let mut series = String::new();
    for number in 0..20_000 {
        let _ = write!(
            series,
            "(id: \"s{number}\", measure: \"m\", recorder: \"r\", unit: \"USD m\", sources: [], values: {{2018: 4, 2019: 5}}),"
        );
    }
    load_text(format!("(series: [{series}])"));
}

#[test]
fn numbers_that_are_none_and_years_beyond_the_calendar_are_refused() {
    let series = |values: &str| {
        format!(
            "(series: [(id: \"s\", measure: \"m\", recorder: \"r\", unit: \"USD m\", sources: [], values: {{{values}}})])"
        )
    };
    for (values, code) in [
        ("2019: NaN", "not-finite"),
        ("2019: inf", "not-finite"),
        ("2019: -inf", "not-finite"),
        ("2019: 1e999", "not-finite"),
        ("999999999: 1", "year-out-of-range"),
        ("-5: 1", "year-out-of-range"),
        ("99999999999: 1", "wrong-type"),
    ] {
        let report = load_text(series(values)).report;
        assert!(
            codes(&report).contains(&code),
            "{values}: {}",
            text(&report)
        );
    }
}

#[test]
fn ids_and_names_that_only_look_alike_are_told() {
    let regions = |first: &str, second: &str| {
        let region =
            |id: &str| format!("(id: \"{id}\", name: {{\"en\": \"{id}\"}}, country: \"AUR\")");
        load_text(format!(
            "(regions: [{}, {}])",
            region(first),
            region(second)
        ))
        .report
    };
    for (first, second, code) in [
        ("west", "WEST", "similar-id"),
        ("caf\u{e9}", "cafe\u{301}", "similar-id"),
        ("\u{fb01}n", "fin", "similar-id"),
        ("west", "we\u{200b}st", "malformed-id"),
        ("west", "\u{202e}east", "hidden-character"),
        ("west", "we\\u{7}st", "hidden-character"),
    ] {
        let report = regions(first, second);
        assert!(
            codes(&report).contains(&code),
            "{second:?}: {}",
            text(&report)
        );
        let mut findings = report.findings().iter();
        assert!(findings.all(|finding| !finding.message.contains(is_hidden)));
    }
}

#[test]
fn loading_stops_in_the_middle_of_a_file() {
    let mut text = String::from("(regions: [\n");
    for number in 0..200_000 {
        let _ = writeln!(
            text,
            "(id: \"r{number}\", name: {{\"en\": \"R\"}}, country: \"AUR\"),"
        );
    }
    text.push_str("])");
    let length = u64::try_from(text.len()).expect("a length");
    let files = vec![("a.ron".to_owned(), text.into_bytes())];
    let mut last = 0;
    let loaded = load_files(files, Limits::default(), &mut |progress| {
        if progress.stage == Stage::Parsing {
            assert!(progress.done >= last && progress.done <= progress.total);
            last = progress.done;
            if progress.done > length / 2 {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    assert!(matches!(loaded, Err(Stopped)));
    assert!(
        last < length / 2 + length / 20,
        "it went on to {last} of {length}"
    );
}

#[test]
fn a_folder_of_many_other_files_is_no_trouble() {
    let folder = folder(&[("a.ron", FIRST.as_bytes())]);
    for number in 0..20_000 {
        fs::write(folder.path().join(format!("{number}.txt")), "").expect("a file");
    }
    assert_eq!(codes(&load_path(folder.path()).report), [""; 0]);
}
