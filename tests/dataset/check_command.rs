//! The check command: the real binary, its exit codes, its text and its JSON.

use crate::support::snapshot;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_belt-explorer"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn fixture(name: &str) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    folder.join(name).display().to_string()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn count(dataset: &Value, section: &str) -> u64 {
    dataset["sections"][section]
        .as_u64()
        .unwrap_or_else(|| panic!("no section {section}"))
}

#[test]
fn the_embedded_dataset_has_no_errors_and_all_that_was_promised() {
    let output = run(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let report = json(&output);
    assert_eq!(report["errors"], 0);
    for (section, least) in [
        ("projects", 185),
        ("sources", 900),
        ("events", 175),
        ("claims", 105),
        ("routes", 20),
        ("observations", 600),
        ("programme_states", 30),
        ("statements", 1),
        ("programmes", 1),
        ("organisations", 200),
        ("series", 500),
        ("series_values", 5_000),
        ("products", 100),
        ("countries", 50),
        ("nodes", 100),
        ("legs", 50),
        ("borders", 100),
        ("factors", 10),
        ("corridors", 10),
        ("figures", 400),
    ] {
        let found = count(&report, section);
        assert!(
            found >= least,
            "{section}: {found}, expected at least {least}"
        );
    }
}

#[test]
fn a_sound_dataset_ends_with_0_and_its_counts() {
    let output = run(&["check", &fixture("good")]);
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    assert!(
        text.lines()
            .any(|line| { line.split_whitespace().eq(["projects", "3"]) }),
        "{text}"
    );
    let last = text.lines().last().unwrap_or_default();
    assert!(last.ends_with(": 0 errors, 0 warnings, 0 notes"), "{last}");
    assert_eq!(stderr(&output), "");
}

#[test]
fn errors_end_with_1_and_stand_in_the_json_with_their_places() {
    let path = fixture("bad/legs-apart.ron");
    let output = run(&["check", "--format", "json", &path]);
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output);
    assert_eq!(report["dataset"], path);
    let findings = report["findings"].as_array().expect("findings");
    let found = findings
        .iter()
        .find(|f| f["code"] == "legs-apart")
        .expect("the finding");
    assert_eq!(found["severity"], "error");
    assert_eq!(found["file"], path);
    assert_eq!(found["line"], 4);
    assert!(found["column"].as_u64() > Some(100), "{found}");
    assert!(
        found["message"]
            .as_str()
            .is_some_and(|text| text.contains("`gap`")),
        "{found}"
    );
    assert!(found["hint"].is_null(), "{found}");
    let of = |severity: &str| {
        findings
            .iter()
            .filter(|f| f["severity"] == severity)
            .count()
    };
    assert_eq!(report["errors"], of("error"));
    assert_eq!(report["warnings"], of("warning"));
    assert_eq!(report["notes"], of("note"));
}

#[test]
fn warnings_alone_end_with_0() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in [
        "meta",
        "lookups",
        "projects",
        "series",
        "transit",
        "statements",
    ] {
        let from = fixture(&format!("good/{name}.ron"));
        std::fs::copy(from, folder.path().join(format!("{name}.ron"))).expect("a copy");
    }
    let bad = folder.path().join("zz.ron");
    std::fs::copy(fixture("bad/null-island.ron"), bad).expect("a copy");
    let output = run(&["check", &folder.path().display().to_string()]);
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    assert!(text.contains("warning[null-island]"), "{text}");
    assert!(text.ends_with(": 0 errors, 1 warning, 0 notes\n"), "{text}");
}

#[test]
fn several_datasets_become_a_list_and_the_worst_decides() {
    let good = fixture("good");
    let bad = fixture("bad/legs-apart.ron");
    let output = run(&["check", "--format=json", &good, &bad]);
    assert_eq!(output.status.code(), Some(1));
    let reports = json(&output);
    assert_eq!(reports[0]["dataset"], good);
    assert_eq!(reports[0]["errors"], 0);
    assert_eq!(reports[1]["dataset"], bad);
    assert_eq!(reports[2], Value::Null);
    let missing = run(&["check", &good, "no/such/dataset"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn what_cannot_be_read_and_wrong_use_end_with_2() {
    for arguments in [
        ["check", "no/such/dataset"].as_slice(),
        &["check", "/dev/null"],
        &["check", "--format", "xml"],
        &["check", "--explain", "no-such-code"],
        &["check", "--explain", "cycle", "--all"],
        &["--no-such-option"],
        &["one", "two"],
        &["no/such/dataset"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = stdout(&output) + &stderr(&output);
        assert!(!said.is_empty(), "{arguments:?}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn the_text_shows_twenty_of_a_kind_and_counts_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("many.ron");
    let region = |n| format!("(id: \"r{n}\", name: {{\"en\": \"R{n}\"}}, country: \"nowhere\")");
    let regions: Vec<String> = (0..30).map(region).collect();
    let regions = regions.join(",\n");
    std::fs::write(&path, format!("(regions: [{regions}])")).expect("a file");
    let path = path.display().to_string();
    let shown = |arguments: &[&str]| {
        let text = stdout(&run(arguments));
        (text.matches("error[unknown-id]").count(), text)
    };
    let (count, text) = shown(&["check", &path]);
    assert!(text.contains("… and 10 more error[unknown-id]"), "{text}");
    assert_eq!(count, 21);
    assert_eq!(shown(&["check", "--all", &path]).0, 30);
    let report = json(&run(&["check", "--format", "json", &path]));
    assert_eq!(report["errors"], 31, "the missing meta too");
}

#[test]
fn codes_explain_themselves() {
    let output = run(&["check", "--explain", "legs-apart"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("unbroken chain"));
    let all = stdout(&run(&["check", "--explain", "all"]));
    for rule in belt_explorer::dataset::check::RULES {
        assert!(
            all.lines().any(|line| line.starts_with(rule.about.code)),
            "{}",
            rule.about.code
        );
    }
}

#[test]
fn help_and_version_name_the_program() {
    let version = run(&["--version"]);
    assert_eq!(version.status.code(), Some(0));
    let expected = format!("belt-explorer {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(stdout(&version), expected);
    let help = stdout(&run(&["--help"]));
    assert!(help.contains("check") && help.contains("DATASET"), "{help}");
    let help = stdout(&run(&["check", "--help"]));
    assert!(
        help.contains("--format") && help.contains("Exit code"),
        "{help}"
    );
}

#[test]
fn a_closed_output_is_no_crash() {
    use std::process::Stdio;
    let mut child = Command::new(env!("CARGO_BIN_EXE_belt-explorer"))
        .args(["check", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
}

#[test]
fn the_memory_limit_can_be_set_and_is_said() {
    let program = || Command::new(env!("CARGO_BIN_EXE_belt-explorer"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.ron");
    let text = format!("(regions: [{}])", " ".repeat(700_000));
    std::fs::write(&path, text).expect("a file");
    let large = path.display().to_string();
    let output = run(&["check", "--limit-mb", "1", &large]);
    assert_eq!(output.status.code(), Some(2));
    let said = stdout(&output);
    assert!(
        said.contains("error[too-large]") && said.contains("--limit-mb"),
        "{said}"
    );
    let mut limited = program();
    limited.args(["check", &large]);
    limited.env("BELT_EXPLORER_LIMIT_MB", "1");
    let said = stdout(&limited.output().expect("it runs"));
    assert!(said.contains("error[too-large]"), "{said}");
    assert!(!stdout(&run(&["check", &large])).contains("too-large"));
    let mut wrong = program();
    wrong.args(["check", &fixture("good")]);
    wrong.env("BELT_EXPLORER_LIMIT_MB", "much");
    let output = wrong.output().expect("it runs");
    assert_eq!(output.status.code(), Some(0));
    let said = stdout(&output);
    let warning = said.split("\n\n").next().expect("a warning");
    snapshot("bad-limit", warning);
    assert_eq!(run(&["check", "--limit-mb", "0"]).status.code(), Some(2));
}

#[test]
fn a_file_whose_contents_are_no_text_is_a_dataset_with_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, contents) in [
        ("empty.ron", &b""[..]),
        ("zero.ron", b"(\0)"),
        ("latin.ron", b"(meta: \xe9)"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, contents).expect("a file");
        let output = run(&["check", &path.display().to_string()]);
        // 2 is for paths that lead to nothing that can be read.
        assert_eq!(output.status.code(), Some(1), "{name}: {}", stdout(&output));
    }
}
