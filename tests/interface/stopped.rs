//! What a defect leaves behind: a message from a job, a report and a view to go back to from the window.

use crate::common;

use belt_explorer::{
    app::{
        Action, AppState,
        action::ProjectsAction,
        jobs::{Lane, Outcome, Work},
        settings::ThemeChoice,
        state::Dialog,
        trail::{ACTIONS_KEPT, Stopped, Trail},
        update::apply,
        view::text,
    },
    export::crash::{Crash, REPORTS_KEPT, forget, left_in, write_note, write_report},
};
use common::{SIZES, ctrl, labels, state, window};
use eframe::egui::{Key, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use std::{fs, path::Path};

const VIEW: &str = "view:1 dataset:kazakhstan-china tab:projects sector:rail";

fn crash() -> Crash {
    Crash {
        time: "2026-10-04T12:01:02Z".to_owned(),
        thread: "main".to_owned(),
        message: "an index\nthat is not there".to_owned(),
        place: "src/ui/x.rs:1:2".to_owned(),
        backtrace: "0: here\n1: there\n".to_owned(),
        actions: ["ShowTab", "Projects/Search"].into(),
    }
}

/// Runs work that fails, and takes in what came of it.
fn fail_in(state: &mut AppState, lane: Lane) {
    let work = Work::new(lane, |_| -> Outcome { panic!("no such {}", "thing") });
    apply(state, Action::Start(work));
    let result = state.jobs.poll().expect("inline jobs are done at once");
    apply(state, Action::JobDone(result));
    assert!(!state.jobs.is_running(lane));
}

#[test]
fn a_defect_in_a_job_of_any_lane_becomes_a_message() {
    for (lane, said) in [
        (Lane::Load, "what was open before stays open"),
        (Lane::Export, "Nothing was written or copied"),
    ] {
        let mut state = state();
        let view = state.view.clone();
        fail_in(&mut state, lane);
        let message = state.message.as_ref().expect("a message");
        assert!(message.is_error);
        assert!(message.text.contains(said), "{}", message.text);
        assert!(message.text.ends_with("no such thing"), "{}", message.text);
        assert_eq!(state.view, view);
    }
}

#[test]
fn a_defect_is_said_where_a_person_looks_for_the_result() {
    let mut state = state();
    state.dialog = Some(Dialog::Export);
    fail_in(&mut state, Lane::Export);
    assert_eq!(state.message, None, "it would be behind the dialog");
    let said = state.export.failed.as_ref().expect("in the dialog");
    assert!(said.contains("no such thing"), "{said}");
    fail_in(&mut state, Lane::Browse);
    let listing = state.browser.listing.as_ref().expect("in its place");
    let said = listing.as_ref().expect_err("no list");
    assert!(said.contains("could not be listed"), "{said}");
}

#[test]
fn a_preview_with_a_defect_says_so_in_its_place_and_is_not_tried_for_ever() {
    let mut state = state();
    fail_in(&mut state, Lane::Preview);
    let preview = state.export.preview.as_ref().expect("in its place");
    let said = preview.content.as_ref().expect_err("no picture");
    assert!(said.contains("The preview could not be drawn"), "{said}");
    // The window asks once for what it wants; here that works.
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    ctrl(&mut harness, Key::E);
    harness.get_by_label_contains("Preview: ");
}

#[test]
fn the_trail_keeps_names_of_the_last_actions_and_nothing_else() {
    let mut state = state();
    for number in 0..2 * ACTIONS_KEPT {
        let text = format!("secret{number}");
        let search = ProjectsAction::Search(text.clone());
        apply(&mut state, Action::Projects(search));
        apply(&mut state, Action::PasteView(text));
    }
    let steps = state.trail.steps();
    assert_eq!(steps.actions.len(), ACTIONS_KEPT);
    assert_eq!(
        steps.actions.iter().rev().take(2).collect::<Vec<_>>(),
        [&"PasteView", &"Projects/Search"]
    );
    assert!(!format!("{:?}", steps.actions).contains("secret"));
}

#[test]
fn the_view_is_kept_once_it_is_drawn() {
    let mut state = state();
    let trail = Trail::default();
    state.trail = trail.clone();
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    ctrl(&mut harness, Key::Num3);
    let state = harness.state().state();
    assert_eq!(trail.steps().view, text::link(&state.view, &state.dataset));
}

#[test]
fn a_report_says_what_happened_and_the_oldest_go() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("reports");
    for day in 1..=REPORTS_KEPT + 5 {
        let time = format!("2026-10-{day:02}T12:01:02Z");
        let again = Crash { time, ..crash() };
        write_report(&folder, &again).expect("written");
    }
    fs::write(folder.join("mine.txt"), "mine").expect("written");
    let path = write_report(&folder, &crash()).expect("written");
    let twice = write_report(&folder, &crash()).expect("written");
    assert_ne!(path, twice, "two in one second");
    let names: Vec<String> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().display().to_string())
        .collect();
    assert_eq!(names.len(), REPORTS_KEPT + 1, "{names:?}");
    assert!(names.contains(&"mine.txt".to_owned()));
    assert!(!names.contains(&"stopped-20261005T120102Z.txt".to_owned()));
    let report = fs::read_to_string(twice).expect("a report");
    for part in [
        concat!("version: ", env!("CARGO_PKG_VERSION")),
        "time: 2026-10-04T12:01:02Z",
        "place: src/ui/x.rs:1:2",
        "message: an index that is not there",
        "  ShowTab\n  Projects/Search\n",
        "backtrace:\n0: here\n1: there\n",
    ] {
        assert!(report.contains(part), "no `{part}` in {report}");
    }
}

#[test]
fn only_an_own_note_is_believed() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(left_in(folder.path()), None);
    let report = write_report(folder.path(), &crash()).expect("written");
    assert_eq!(left_in(folder.path()), None, "a job's report ends nothing");
    write_note(&report, VIEW).expect("written");
    let left = left_in(folder.path()).expect("a stop");
    assert_eq!((left.report, left.view.as_str()), (report.clone(), VIEW));
    write_note(&report, "no view").expect("written");
    assert_eq!(left_in(folder.path()).expect("a stop").view, "");
    for text in [
        "",
        "x",
        "../stopped-x.txt\nview:1\n",
        "/etc/passwd\nview:1\n",
    ] {
        fs::write(folder.path().join("last-view.txt"), text).expect("written");
        assert_eq!(left_in(folder.path()), None, "{text:?}");
    }
    fs::write(folder.path().join("last-view.txt"), b"\xff\n").expect("written");
    assert_eq!(left_in(folder.path()), None);
    forget(&report);
    assert!(report.is_file());
}

/// A state that was started after a stop.
fn after_stop(folder: &Path, view: &str) -> AppState {
    let report = write_report(folder, &crash()).expect("written");
    write_note(&report, view).expect("written");
    let mut state = state();
    state.stopped = left_in(folder);
    assert!(state.stopped.is_some());
    state
}

#[test]
fn the_next_start_offers_the_last_view_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(
        after_stop(folder.path(), VIEW),
        SIZES[0],
        ThemeChoice::Light,
    );
    let before = harness.state().state().view.clone();
    let offer = "Belt Explorer stopped unexpectedly last time.";
    harness.get_by_label_contains(offer);
    harness.get_by_label("Copy the report's path").click();
    let copied = (0..4).find_map(|_| {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    assert!(fs::read_to_string(copied.expect("a path")).is_ok());
    harness.get_by_label("Show the last view").click();
    harness.run();
    let state = harness.state().state();
    assert_eq!(text::link(&state.view, &state.dataset), VIEW);
    assert!(harness.query_by_label_contains(offer).is_none());
    assert_eq!(left_in(folder.path()), None, "not offered again");
    ctrl(&mut harness, Key::Z);
    let now = harness.state().state().view.content();
    assert_eq!(now, before.content(), "it can be undone");
}

#[test]
fn a_view_of_another_dataset_stays_on_offer() {
    let folder = tempfile::tempdir().expect("a folder");
    let view = "view:1 dataset:elsewhere tab:trade";
    let mut harness = window(
        after_stop(folder.path(), view),
        SIZES[0],
        ThemeChoice::Light,
    );
    harness.get_by_label("Show the last view").click();
    harness.run();
    harness.get_by_label("Show the last view");
    let dismiss = harness.query_all_by_label("Dismiss").next();
    dismiss.expect("a button").click();
    harness.run();
    assert!(harness.query_by_label("Show the last view").is_none());
    assert_eq!(left_in(folder.path()), None, "not offered again");
}

#[test]
fn without_a_view_there_is_still_the_report() {
    let mut state = state();
    state.stopped = Some(Stopped {
        report: "/nowhere/stopped-x.txt".into(),
        view: String::new(),
    });
    let harness = window(state, [900.0, 600.0], ThemeChoice::Dark);
    let shown = labels(&harness);
    assert!(
        shown
            .iter()
            .any(|label| label.contains("/nowhere/stopped-x.txt"))
    );
    assert!(harness.query_by_label("Show the last view").is_none());
}
