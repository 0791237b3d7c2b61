//! What differs between two datasets: as text, as JSON, and by exit code.

use super::{code, root, run_in, stderr, stdout};
use belt_explorer::dataset::diff::{Change, compare, counts};
use belt_explorer::dataset::read::ron_options;
use belt_explorer::dataset::schema::Dataset;
use belt_explorer::dataset::template;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn data(text: &str) -> Dataset {
    ron_options().from_str(text).expect("a dataset")
}

/// The differences between the template and what it becomes by replacing words.
fn edited(edits: &[(&str, &str)]) -> Vec<Change> {
    let old = template::single_file();
    let mut new = old.clone();
    for (from, to) in edits {
        assert_eq!(new.matches(from).count(), 1, "`{from}` is not there once");
        new = new.replace(from, to);
    }
    compare(&data(&old), &data(&new))
}

fn lines(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| format!("{} {change}", change.what.word());
    changes.iter().map(line).collect()
}

#[test]
fn the_same_data_in_another_layout_is_the_same() {
    let text = template::single_file();
    let packed: String = text
        .lines()
        .map(|line| line.split("// ").next().unwrap_or_default())
        .collect();
    assert_eq!(compare(&data(&text), &data(&packed)), []);
    let reordered = text.replace("value: 310,", "").replace(
        "what: Cost,\n                    // How",
        "what: Cost, value: 310,\n                    // How",
    );
    assert_eq!(compare(&data(&text), &data(&reordered)), []);
}

#[test]
fn a_changed_figure_is_found_by_its_content() {
    let changes = edited(&[("value: 402.5,", "value: 398,")]);
    assert_eq!(
        lines(&changes),
        ["changed projects[silver-tunnel].figures[1].value"]
    );
    let what = &changes[0].what;
    assert_eq!(
        (what.before(), what.after()),
        (Some(&Value::from(402.5)), Some(&Value::from(398.0)))
    );
}

#[test]
fn a_figure_put_in_front_leaves_the_others_alone() {
    let figure = "figures: [\n(what: Loan, kind: Financed, value: 90, unit: \"USD m\", sources: [\"audit-2024\"]),";
    let changes = edited(&[("figures: [", figure), ("value: 402.5,", "value: 398,")]);
    assert_eq!(
        lines(&changes),
        [
            "changed projects[silver-tunnel].figures[1].value",
            "added projects[silver-tunnel].figures[0]",
        ]
    );
    let counted = counts(&changes);
    let figures = counted
        .iter()
        .find(|own| own.name == "figures")
        .expect("figures");
    assert_eq!((figures.added, figures.removed, figures.changed), (1, 0, 1));
    let projects = counted
        .iter()
        .find(|own| own.name == "projects")
        .expect("projects");
    assert_eq!(
        (projects.added, projects.removed, projects.changed),
        (0, 0, 1)
    );
}

#[test]
fn years_texts_and_fields_that_come_and_go_have_paths() {
    let changes = edited(&[
        ("2019: 820, ", ""),
        ("2023: 1210.5,", "2023: 1211,"),
        ("subsector: \"new line\",", ""),
        (
            "{\"en\": \"Silver Tunnel\"}",
            "{\"en\": \"Silver Tunnel\", \"fr\": \"Tunnel d'argent\"}",
        ),
        ("version: \"1\"", "version: \"2\""),
    ]);
    assert_eq!(
        lines(&changes),
        [
            "changed meta.version",
            "added projects[silver-tunnel].name.fr",
            "removed projects[silver-tunnel].subsector",
            "removed series[exports-aur].values.2019",
            "changed series[exports-aur].values.2023",
        ]
    );
    let counted = counts(&changes);
    let values = counted
        .iter()
        .find(|own| own.name == "series_values")
        .expect("values");
    assert_eq!((values.added, values.removed, values.changed), (0, 1, 1));
}

#[test]
fn order_alone_is_said_once() {
    let old =
        "(statuses: [(id: \"a\", name: {}, stage: Done), (id: \"b\", name: {}, stage: Done)])";
    let new =
        "(statuses: [(id: \"b\", name: {}, stage: Done), (id: \"a\", name: {}, stage: Done)])";
    assert_eq!(
        lines(&compare(&data(old), &data(new))),
        ["reordered statuses"]
    );
}

#[test]
fn whole_records_count_with_what_is_in_them() {
    let all = data(&template::single_file());
    let none = Dataset::default();
    let sections = belt_explorer::dataset::section::counts(&all);
    let (appeared, vanished) = (compare(&none, &all), compare(&all, &none));
    for (name, count) in sections {
        let of = |changes: &[Change]| {
            let counted = counts(changes);
            let own = counted.into_iter().find(|own| own.name == name);
            own.map_or((0, 0, 0), |own| (own.added, own.removed, own.changed))
        };
        assert_eq!(of(&appeared), (count, 0, 0), "{name}");
        assert_eq!(of(&vanished), (0, count, 0), "{name}");
    }
}

/// Each edit of one leaf of the good dataset is one change, at the leaf.
#[test]
fn a_comparison_and_its_mirror_find_the_same_places() {
    let old = data(&template::single_file());
    let mut new = old.clone();
    new.transit.observations.remove(0);
    new.transit.observations[1].typical = Some(8.5);
    new.projects[0].sources.reverse();
    new.claims[0].value = None;
    let (there, back) = (compare(&old, &new), compare(&new, &old));
    assert_eq!(there.len(), 4, "{:?}", lines(&there));
    assert_eq!(there.len(), back.len());
    for (a, b) in there.iter().zip(&back) {
        assert_eq!(
            (a.what.before(), a.what.after()),
            (b.what.after(), b.what.before())
        );
    }
}

fn files(folder: &Path) {
    let text = template::single_file();
    fs::write(folder.join("old.ron"), &text).expect("a file");
    let new = text
        .replace("value: 310,", "value: 300,")
        .replace("id: \"tunnel-opens\"", "id: \"tunnel-is-open\"")
        .replace("unit: \"USD/FEU\"", "unit: \"USD/TEU\"");
    fs::write(folder.join("new.ron"), new).expect("a file");
}

#[test]
fn the_command_tells_people() {
    let folder = tempfile::tempdir().expect("a folder");
    files(folder.path());
    let output = run_in(folder.path(), &["diff", "old.ron", "new.ron"]);
    assert_eq!(code(&output), 1, "{}", stderr(&output));
    let expected = "\
~ projects[silver-tunnel].figures[0].value: 310 -> 300

~ transit.observations[1].unit: \"USD/FEU\" -> \"USD/TEU\"
~ transit.observations[3].unit: \"USD/FEU\" -> \"USD/TEU\"

- events[tunnel-opens] \"The first train passes the Silver Tunnel\"
+ events[tunnel-is-open] \"The first train passes the Silver Tunnel\"

                added  removed  changed
projects            0        0        1
observations        0        0        2
events              1        1        0
figures             0        0        1
";
    assert_eq!(stdout(&output), expected);
    let same = run_in(folder.path(), &["diff", "old.ron", "old.ron"]);
    assert_eq!(
        (code(&same), stdout(&same).as_str()),
        (0, "no differences\n")
    );
}

#[test]
fn the_command_tells_programs() {
    let folder = tempfile::tempdir().expect("a folder");
    files(folder.path());
    let output = run_in(
        folder.path(),
        &["diff", "--format", "json", "old.ron", "new.ron"],
    );
    assert_eq!(code(&output), 1);
    let json: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(json["same"], false);
    assert_eq!(json["old"], "old.ron");
    assert_eq!(json["counts"]["events"]["added"], 1);
    let first = &json["changes"][0];
    assert_eq!(first["section"], "projects");
    assert_eq!(first["record"], "silver-tunnel");
    assert_eq!(first["path"], "projects[silver-tunnel].figures[0].value");
    assert_eq!(first["what"], "changed");
    assert_eq!(first["old"], 310.0);
    assert_eq!(first["new"], 300.0);
    let output = run_in(
        folder.path(),
        &["diff", "--format=json", "old.ron", "old.ron"],
    );
    let json: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!((code(&output), &json["same"]), (0, &Value::Bool(true)));
}

#[test]
fn a_folder_and_its_joined_file_are_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("one.ron"), template::single_file()).expect("a file");
    let parts = root().join("assets/template").display().to_string();
    let output = run_in(folder.path(), &["diff", &parts, "one.ron"]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
}

#[test]
fn trouble_ends_with_2() {
    let folder = tempfile::tempdir().expect("a folder");
    files(folder.path());
    fs::write(folder.path().join("bad.ron"), "(eventz: [])").expect("a file");
    for arguments in [
        ["diff", "old.ron", "missing.ron"].as_slice(),
        &["diff", "bad.ron", "new.ron"],
        &["diff", "old.ron"],
        &["diff", "old.ron", "new.ron", "--format", "xml"],
    ] {
        let output = run_in(folder.path(), arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!stderr(&output).is_empty());
        assert_eq!(stdout(&output), "");
    }
}
