//! Opening datasets: the dialog, what was opened lately, dropping, files that change on disk.

use crate::common::{self, SIZES, ctrl, drop_files, labels, state, window};
use belt_explorer::{
    app::{
        Action, AppState, View,
        browse::{BrowseAction, Purpose},
        jobs::{Jobs, Lane, Runner},
        settings::{self, Settings, ThemeChoice},
        state::{Dialog, OpenDataset},
        update,
        watch::Change,
    },
    dataset::{diagnostic::Report, read::Origin},
    ui::Window,
};
use eframe::egui::{Event, HoveredFile, Key, Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

fn good() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good")
}

/// A folder with a dataset of two countries, and a folder beside it.
fn folder_with(name: &str, text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("beside")).expect("made");
    fs::write(folder.path().join("notes.txt"), "no dataset").expect("written");
    let file = folder.path().join(name);
    fs::write(&file, text).expect("written");
    (folder, file)
}

fn tiny(title: &str) -> String {
    format!(
        r#"(
    meta: (schema: 1, id: "tiny", version: "1", title: {{"en": "{title}"}}, home: "A",
        partner: "B", as_of: "2020", currency: "USD"),
    countries: [(id: "A", name: {{"en": "Aland"}}), (id: "B", name: {{"en": "Bland"}})],
)"#
    )
}

fn title(harness: &Harness<'_, Window>) -> String {
    let state = harness.state().state();
    let meta = state.dataset.catalog.meta().expect("a dataset has it");
    meta.title["en"].to_owned()
}

fn shows(harness: &Harness<'_, Window>, part: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(part))
}

/// The dialog for datasets on a folder.
fn dialog_on(folder: &Path) -> Harness<'static, Window> {
    let mut harness = window(state(), SIZES[0], ThemeChoice::Light);
    ctrl(&mut harness, Key::O);
    assert_eq!(harness.state().state().dialog, Some(Dialog::Browse));
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    harness.run();
    ctrl(&mut harness, Key::A);
    harness.event(Event::Text(folder.display().to_string()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness
}

#[test]
fn a_file_is_found_and_opened_and_its_notice_says_what_it_is() {
    let (folder, _) = folder_with("tiny.ron", &tiny("Tiny"));
    let mut harness = dialog_on(folder.path());
    for name in ["beside", "tiny.ron"] {
        harness.get_by_role_and_label(Role::Row, name);
    }
    assert!(!shows(&harness, "notes.txt"), "only datasets are offered");
    harness.get_by_role_and_label(Role::Row, "tiny.ron").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Open").click();
    harness.run();
    assert_eq!(title(&harness), "Tiny");
    assert_eq!(harness.state().state().dialog, None);
    let expected = "Opened: Tiny · 0 projects · 0 series · 0 routes · 0 sources";
    assert!(shows(&harness, expected), "{:?}", labels(&harness));
}

#[test]
fn keys_alone_open_a_dataset() {
    let (folder, _) = folder_with("tiny.ron", &tiny("Tiny"));
    let mut harness = dialog_on(folder.path());
    // Down chooses the folder, then the file; Enter takes it.
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(title(&harness), "Tiny");
}

#[test]
fn a_path_is_typed_at_once() {
    let (folder, _) = folder_with("tiny.ron", &tiny("Tiny"));
    let mut harness = dialog_on(folder.path());
    // In the folder that is shown, and letter by letter.
    for letter in ["t", "iny", ".ron"] {
        harness.event(Event::Text(letter.to_owned()));
        harness.run();
    }
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(title(&harness), "Tiny");
    // From the top, and over what stands there.
    ctrl(&mut harness, Key::O);
    let whole = good().display().to_string();
    harness.event(Event::Text(whole.clone()));
    harness.run();
    assert_eq!(harness.state().state().browser.typed, whole);
    ctrl(&mut harness, Key::L);
    harness.event(Event::Text("/there/is/none".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(shows(&harness, "/there/is/none: "));
}

#[test]
fn keys_go_down_into_a_folder_and_up_again() {
    let (folder, _) = folder_with("tiny.ron", &tiny("Tiny"));
    let mut harness = dialog_on(folder.path());
    for key in [Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert!(shows(&harness, "No folders and no dataset files"));
    harness.key_press(Key::Backspace);
    harness.run();
    harness.get_by_role_and_label(Role::Row, "tiny.ron");
}

#[test]
fn a_folder_opens_as_one_dataset() {
    let mut harness = dialog_on(&good());
    harness
        .get_by_role_and_label(Role::Button, "Open this folder")
        .click();
    harness.run();
    let origin = &harness.state().state().dataset.origin;
    assert_eq!(*origin, Origin::Path(good()));
    harness.get_by_label("File").click();
    harness.run();
    harness.get_by_label("Back to the built-in dataset").click();
    harness.run();
    assert_eq!(
        harness.state().state().dataset.origin,
        Origin::Embedded,
        "one step leads back"
    );
}

#[test]
fn a_path_that_leads_nowhere_says_so_and_the_dialog_stays() {
    let mut harness = dialog_on(Path::new("/there/is/no/such/folder"));
    assert!(shows(&harness, "/there/is/no/such/folder: "));
    assert_eq!(harness.state().state().dialog, Some(Dialog::Browse));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state().dialog, None);
}

#[test]
fn what_was_opened_lately_is_one_click_away_and_remembered() {
    let (_one, first) = folder_with("first.ron", &tiny("First"));
    let (_two, second) = folder_with("second.ron", &tiny("Second"));
    let mut start = state();
    for path in [&first, &second, &first] {
        update::apply(&mut start, Action::Load(path.clone()));
        let done = start.jobs.poll().expect("jobs run at once");
        update::apply(&mut start, Action::JobDone(done));
    }
    assert_eq!(start.settings.recent, [first.clone(), second.clone()]);

    let mut stored = BTreeMap::new();
    settings::save(&start, |key, text| {
        stored.insert(key.to_owned(), text);
    });
    let again = settings::load_settings(|key| stored.get(key).cloned());
    assert_eq!(again.recent, start.settings.recent);

    let mut harness = window(start, SIZES[0], ThemeChoice::Light);
    ctrl(&mut harness, Key::O);
    harness.get_by_role_and_label(Role::Button, "first.ron (open)");
    harness
        .get_by_role_and_label(Role::Button, "second.ron")
        .click();
    harness.run();
    assert_eq!(title(&harness), "Second");
}

#[test]
fn at_most_ten_are_remembered_and_all_can_be_forgotten() {
    let mut state = state();
    for n in 0..14 {
        state
            .settings
            .remember(Path::new(&format!("/data/{n}.ron")));
    }
    assert_eq!(state.settings.recent.len(), 10);
    assert_eq!(state.settings.recent[0], Path::new("/data/13.ron"));
    update::apply(&mut state, Action::Browse(BrowseAction::ForgetRecent));
    assert!(state.settings.recent.is_empty());
}

#[test]
fn a_folder_for_exports_is_chosen_in_the_same_way() {
    let (folder, _) = folder_with("tiny.ron", &tiny("Tiny"));
    let mut state = state();
    state.settings.export.folder = folder.path().display().to_string();
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    ctrl(&mut harness, Key::E);
    harness.get_by_label("Browse…").click();
    harness.run();
    let browser = &harness.state().state().browser;
    assert_eq!(browser.purpose, Purpose::ExportFolder);
    let inside = harness.get_by_role_and_label(Role::Row, "beside");
    inside.click();
    harness.run();
    harness.key_press(Key::Backspace);
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Take this folder")
        .click();
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.dialog, Some(Dialog::Export));
    let above = folder.path().parent().expect("not the root");
    assert_eq!(
        state.export.form.choices.folder,
        above.display().to_string()
    );
}

fn hover(harness: &mut Harness<'_, Window>, paths: &[&str]) {
    harness.input_mut().hovered_files = paths
        .iter()
        .map(|path| HoveredFile {
            path: Some(PathBuf::from(path)),
            ..HoveredFile::default()
        })
        .collect();
    harness.step();
    harness.step();
}

#[test]
fn what_is_dragged_over_the_window_says_what_dropping_would_do() {
    let mut harness = window(state(), SIZES[0], ThemeChoice::Light);
    hover(&mut harness, &["/data/pair.ron"]);
    assert!(shows(&harness, "Drop to open this dataset"));
    assert!(shows(&harness, "pair.ron"));
    hover(&mut harness, &["/data/figure.svg"]);
    assert!(shows(&harness, "Drop to open this figure again"));
    hover(&mut harness, &["/data/a.ron", "/data/b.ron"]);
    assert!(shows(&harness, "2 files at once"));
    hover(&mut harness, &[]);
    harness.run();
    assert!(!shows(&harness, "Drop to"));
}

#[test]
fn several_files_dropped_at_once_open_nothing_and_say_why() {
    let mut harness = window(state(), SIZES[0], ThemeChoice::Light);
    let files = ["/data/a.ron", "/data/b.ron"].map(Path::new);
    drop_files(&mut harness, &files);
    assert!(shows(&harness, "2 files were dropped at once"));
    assert_eq!(harness.state().state().dataset.origin, Origin::Embedded);
}

#[test]
fn reading_again_what_has_not_changed_says_so_and_keeps_undo() {
    let mut state = common::state_of(&good());
    update::apply(&mut state, Action::Reload);
    let done = state.jobs.poll().expect("jobs run at once");
    let before = state.dataset.revision;
    // The checksum of the open one is what loading gave it.
    update::apply(&mut state, Action::JobDone(done));
    update::apply(&mut state, Action::Reload);
    let done = state.jobs.poll().expect("jobs run at once");
    update::apply(&mut state, Action::JobDone(done));
    let message = state.message.as_ref().expect("it says something");
    assert_eq!(message.text, "Read again; nothing has changed.");
    assert!(state.dataset.revision <= before + 1);
}

/// A window whose jobs run on threads and whose files are watched, as in the real program.
fn watched(path: &Path) -> Harness<'static, Window> {
    let origin = Origin::Path(path.to_path_buf());
    let dataset = OpenDataset::new(origin.clone(), common::load(&origin), Report::default());
    let jobs = Jobs::new(Runner::Threads, Arc::new(|| {}));
    let mut state = AppState::new(dataset, Settings::default(), View::default(), jobs);
    update::watch_files(&mut state, Arc::new(|| {}));
    window(state, SIZES[0], ThemeChoice::Light)
}

/// Runs frames until something is to be seen; the waiting has an end.
fn until(harness: &mut Harness<'_, Window>, what: &str, seen: impl Fn(&AppState) -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !seen(harness.state().state()) {
        assert!(Instant::now() < end, "waited for: {what}");
        thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    harness.run_ok();
}

fn title_of(state: &AppState) -> &str {
    state
        .dataset
        .catalog
        .meta()
        .map_or("", |meta| &meta.title["en"])
}

#[test]
fn a_changed_file_is_read_again_and_an_error_leaves_the_old_beside_it() {
    let (_folder, file) = folder_with("tiny.ron", &tiny("Before"));
    let mut harness = watched(&file);
    fs::write(&file, tiny("After")).expect("written");
    until(&mut harness, "the new title", |state| {
        title_of(state) == "After"
    });
    assert!(shows(&harness, "Read again after a change on disk: After"));

    fs::write(&file, tiny("Broken").replace("countries", "countriez")).expect("written");
    until(&mut harness, "the error", |state| {
        state.findings.refused.is_some()
    });
    assert_eq!(title(&harness), "After");
    assert!(shows(&harness, "The files changed on disk and now have"));
    assert!(shows(&harness, "did you mean `countries`?"));

    // The same text as before the mistake: the message about the mistake must go.
    fs::write(&file, tiny("After")).expect("written");
    until(&mut harness, "the mended file", |state| {
        state.findings.refused.is_none()
    });
    assert!(shows(&harness, "Read again after a change on disk: After"));
}

#[test]
fn a_file_put_in_the_place_of_another_counts_as_a_change() {
    let (folder, file) = folder_with("tiny.ron", &tiny("Before"));
    let mut harness = watched(&file);
    let new = folder.path().join(".tiny.ron.new");
    fs::write(&new, tiny("Renamed")).expect("written");
    fs::rename(&new, &file).expect("renamed");
    until(&mut harness, "the new file", |state| {
        title_of(state) == "Renamed"
    });
}

#[test]
fn a_part_of_a_folder_counts_too_and_other_files_do_not() {
    let (folder, _) = folder_with("tiny.ron", &tiny("Folder"));
    let mut harness = watched(folder.path());
    let more = folder.path().join("more.ron");
    fs::write(
        &more,
        r#"(sources: [(id: "s", title: "A source", kind: News)])"#,
    )
    .expect("written");
    until(&mut harness, "the source", |state| {
        state.dataset.catalog.data().sources.len() == 1
    });
    let revision = harness.state().state().dataset.revision;
    fs::write(folder.path().join("notes.txt"), "more words").expect("written");
    rests(&mut harness);
    assert_eq!(harness.state().state().dataset.revision, revision);
}

/// Nothing changes on disk any more, and nothing is read; reading itself is no change.
fn rests(harness: &mut Harness<'_, Window>) {
    for _ in 0..60 {
        thread::sleep(Duration::from_millis(20));
        harness.step();
        assert_eq!(harness.state().state().watch.poll(), Change::None);
        assert!(!harness.state().state().jobs.is_running(Lane::Load));
    }
}

#[test]
fn reading_a_changed_file_again_is_not_a_change() {
    let (_folder, file) = folder_with("tiny.ron", &tiny("Before"));
    let mut harness = watched(&file);
    fs::write(&file, tiny("After")).expect("written");
    until(&mut harness, "the new title", |state| {
        title_of(state) == "After"
    });
    rests(&mut harness);
}

#[test]
fn following_changes_can_be_switched_off() {
    let (_folder, file) = folder_with("tiny.ron", &tiny("Before"));
    let mut harness = watched(&file);
    harness.get_by_label("File").click();
    harness.run_ok();
    harness.get_by_label("✓ Follow changes on disk").click();
    harness.run_ok();
    assert!(!harness.state().state().settings.live_reload);
    fs::write(&file, tiny("After")).expect("written");
    thread::sleep(Duration::from_millis(900));
    harness.step();
    assert_eq!(title(&harness), "Before");
}
