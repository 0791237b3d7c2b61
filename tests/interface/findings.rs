//! The list of findings: of a dataset that was refused and of the open one.

use crate::common::{self, SIZES, labels, window};
use belt_explorer::{
    app::{
        Action, AppState, Effect,
        findings::{FindingsAction, NoEditor, editor_command},
        settings::ThemeChoice,
        state::Dialog,
        update,
    },
    dataset::{
        diagnostic::{Place, Severity, Spot},
        read::Origin,
    },
    ui::Window,
};
use eframe::egui::{Key, OutputCommand, Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{fs, path::PathBuf};
use tempfile::TempDir;

/// A dataset with two errors and a warning: a colour that is none, a source that is not there
/// (with a name near to it), and a source that nothing cites.
const BROKEN: &str = r#"(
    meta: (schema: 1, id: "broken", version: "1", title: {"en": "Broken"}, home: "A",
        partner: "B", as_of: "2020", currency: "USD"),
    countries: [(id: "A", name: {"en": "Aland"}), (id: "B", name: {"en": "Bland"})],
    sources: [(id: "gazette", title: "Gazette", kind: News)],
    events: [
        (id: "one", date: "2019", title: {"en": "One"}, kind: Visit, sources: ["gazete"]),
        (id: "two", date: "2019", title: {"en": "Two"}, kind: Visit, sources: ["gazettes"]),
    ],
)"#;

fn broken() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("broken.ron");
    fs::write(&file, BROKEN).expect("written");
    (folder, file)
}

/// A window after a broken dataset was dropped on it, with the list of findings.
fn refused() -> (TempDir, Harness<'static, Window>) {
    let (folder, file) = broken();
    let mut state = common::state();
    load(&mut state, file);
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    harness.get_by_label("Show findings").click();
    harness.run();
    (folder, harness)
}

fn load(state: &mut AppState, file: PathBuf) {
    update::apply(state, Action::Load(file));
    let done = state.jobs.poll().expect("jobs run at once");
    update::apply(state, Action::JobDone(done));
}

fn rows(harness: &Harness<'_, Window>) -> usize {
    harness.get_all_by_role(Role::Row).count()
}

fn shows(harness: &Harness<'_, Window>, part: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(part))
}

#[test]
fn the_list_of_a_refused_dataset_has_every_finding_with_its_place_and_its_cure() {
    let (_folder, harness) = refused();
    let state = harness.state().state();
    assert_eq!(state.dialog, Some(Dialog::Findings));
    assert_eq!(state.dataset.origin, Origin::Embedded, "the old one stays");
    assert!(shows(&harness, "Why the dataset was not opened"));
    for part in [
        "broken.ron:7:",
        "broken.ron:8:",
        "unknown-id",
        "did you mean `gazette`?",
        "2 errors",
        "What to do",
    ] {
        assert!(
            shows(&harness, part),
            "no `{part}` in {:?}",
            labels(&harness)
        );
    }
}

#[test]
fn severity_and_kind_narrow_the_list() {
    let (_folder, mut harness) = refused();
    let report = harness.state().state().report().1.clone();
    let all = report.findings().len();
    let errors = report.count(Severity::Error);
    assert!(all > errors && errors == 2, "{}", report.summary());
    harness.get_by_label("2 errors").click();
    harness.run();
    assert_eq!(harness.state().state().shown_count(), errors);
    assert!(shows(&harness, "broken.ron:7:"));
    harness.get_by_label("All").click();
    harness.run();
    let code = report.findings()[all - 1].kind.code;
    harness.get_by_role(Role::ComboBox).click();
    harness.run();
    let wanted = format!("{code} · ");
    harness
        .get_by(|node| node.label().is_some_and(|label| label.starts_with(&wanted)))
        .click();
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.findings.code, Some(code));
    let listed = (0..state.shown_count()).filter_map(|at| state.shown_finding(at));
    assert!(state.shown_count() > 0);
    assert!(
        listed
            .map(|finding| finding.kind.code)
            .all(|own| own == code)
    );
}

#[test]
fn arrows_walk_through_the_findings_and_leave_the_tab_alone() {
    let (_folder, mut harness) = refused();
    assert!(rows(&harness) >= 2);
    let before = harness.state().state().view.clone();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().state().findings.chosen, 1);
    assert_eq!(harness.state().state().view, before);
    assert!(shows(&harness, "gazettes"));
}

#[test]
fn the_list_is_made_once_a_change_and_not_once_a_frame() {
    let (_folder, mut harness) = refused();
    let computed = |harness: &Harness<'_, Window>| {
        let findings = &harness.state().state().derived.findings;
        (findings.codes.computed(), findings.shown.computed())
    };
    assert_eq!(computed(&harness), (1, 1));
    harness.key_press(Key::ArrowDown);
    for _ in 0..5 {
        harness.step();
    }
    assert_eq!(computed(&harness), (1, 1));
    harness.get_by_label("2 errors").click();
    harness.run();
    assert_eq!(computed(&harness), (1, 2));
}

#[test]
fn all_findings_are_copied_as_text() {
    let (_folder, mut harness) = refused();
    harness.get_by_label("Copy all as text").click();
    // One frame to ask, one to take in what the job made.
    harness.step();
    harness.step();
    let copied = harness.output().platform_output.commands.iter();
    let mut copied = copied.filter_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let text = copied.next().expect("it is on the clipboard");
    for part in ["error[unknown-id]", "broken.ron:7:", "broken.ron:8:", "^^^"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn the_findings_of_the_open_dataset_are_there_too() {
    let (_folder, file) = broken();
    fs::write(
        &file,
        BROKEN
            .replace("gazettes", "gazette")
            .replace("gazete", "gazette"),
    )
    .expect("written");
    let mut state = common::state();
    load(&mut state, file);
    assert!(state.findings.refused.is_none());
    let warnings = state.dataset.report.count(Severity::Warning);
    let message = state.message.clone().expect("it says what was opened");
    let more = (!state.dataset.report.findings().is_empty()).then_some(Dialog::Findings);
    assert_eq!(message.more, more);
    let mut harness = window(state, SIZES[0], ThemeChoice::Dark);
    harness.key_press(Key::F8);
    harness.run();
    assert!(shows(&harness, "What the check found"));
    if warnings == 0 {
        assert!(shows(&harness, "Broken 1 · "));
    }
}

fn place(file: &str) -> Place {
    Place {
        file: file.to_owned(),
        spot: Some(Spot {
            line: 7,
            column: 12,
            length: 3,
            excerpt: None,
            near: None,
        }),
    }
}

#[test]
fn the_editor_gets_the_place_and_no_shell_reads_it() {
    let file = "/data/a b; rm {line}.ron";
    let command = editor_command("code --goto {file}:{line}:{column}", &place(file));
    let (program, arguments) = command.expect("a command");
    assert_eq!(program, "code");
    assert_eq!(
        arguments,
        ["--goto".to_owned(), format!("{file}:7:12")],
        "the name of a file is never looked into"
    );
    let command = editor_command("'/my programs/edit' -n", &place("x.ron"));
    let (program, arguments) = command.expect("a command");
    assert_eq!(program, "/my programs/edit");
    assert_eq!(
        arguments,
        ["-n", "x.ron"],
        "without a mark the file comes last"
    );
    assert_eq!(editor_command("  ", &place("x")), Err(NoEditor::NotSet));
    assert_eq!(editor_command("'open", &place("x")), Err(NoEditor::Quotes));
}

#[test]
fn a_place_is_opened_in_the_editor_that_is_set() {
    let (_folder, mut harness) = refused();
    let field = harness.get_by_role_and_label(Role::TextInput, "Editor command");
    field.focus();
    harness.run();
    let typed = "there-is-no-such-editor {file}:{line}";
    harness
        .get_by_role_and_label(Role::TextInput, "Editor command")
        .type_text(typed);
    harness.run();
    assert_eq!(harness.state().state().settings.editor, typed);
    harness.get_by_label("Open in the editor").click();
    harness.run();
    assert!(shows(
        &harness,
        "The editor did not start: there-is-no-such-editor"
    ));

    let mut state = common::state();
    state.settings.editor = "edit {file}".to_owned();
    let action = FindingsAction::OpenPlace(place("x.ron"));
    let effect = update::apply(&mut state, Action::Findings(action));
    let run = Effect::Run {
        program: "edit".to_owned(),
        arguments: vec!["x.ron".to_owned()],
    };
    assert_eq!(effect, Some(run));
}
