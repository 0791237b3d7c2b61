//! Handing out through the window: the dialog, the clipboard, figures dropped on it, rows of tables.

use crate::common;

use belt_explorer::{
    app::{Action, AppState, Tab, settings::ThemeChoice, update},
    export::metadata::recipe_of,
    ui::Window,
};
use common::{ctrl, drop_files, state, window};
use eframe::egui::{self, Event, Key, Modifiers, OutputCommand};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{fs, path::Path};

const LARGE: [f32; 2] = [1280.0, 800.0];

/// A window on a tab, with exports going to a folder.
fn window_on(tab: Tab, folder: &Path) -> Harness<'static, Window> {
    let mut state: AppState = state();
    state.settings.export.folder = folder.display().to_string();
    update::apply(&mut state, Action::ShowTab(tab));
    window(state, LARGE, ThemeChoice::Light)
}

/// The texts and pictures that were put on the clipboard in the last frames.
fn copied(harness: &Harness<'_, Window>) -> Vec<OutputCommand> {
    harness.output().platform_output.commands.clone()
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_key_opens_the_dialog_and_a_figure_is_saved_with_its_recipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Projects, folder.path());
    ctrl(&mut harness, Key::E);
    harness.get_by_label("Figure: Investment over time");
    harness.get_by_label_contains("Preview: Investment over time");
    harness.get_by_label("Save").click();
    harness.run();
    assert_eq!(files(folder.path()), ["kazakhstan-china-investment.png"]);
    assert!(
        harness.query_by_label("Save").is_none(),
        "the dialog is closed"
    );
    harness.get_by_label_contains("Saved ");
    let bytes = fs::read(folder.path().join("kazakhstan-china-investment.png")).expect("read");
    assert_eq!(recipe_of(&bytes).expect("a recipe").figure, "investment");
}

#[test]
fn a_file_that_is_there_is_only_replaced_when_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("kazakhstan-china-investment.png");
    fs::write(&file, "mine").expect("written");
    let mut harness = window_on(Tab::Projects, folder.path());
    ctrl(&mut harness, Key::E);
    harness.get_by_label("Save").click();
    harness.run();
    harness.get_by_label("There is a file of that name.");
    assert_eq!(fs::read_to_string(&file).expect("read"), "mine");
    harness.get_by_label("Replace it").click();
    harness.run();
    assert!(fs::read(&file).expect("read").starts_with(b"\x89PNG"));
    assert_eq!(files(folder.path()).len(), 1, "nothing half is left");
}

#[test]
fn a_folder_that_is_missing_is_said_and_the_dialog_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Projects, &folder.path().join("none"));
    ctrl(&mut harness, Key::E);
    harness.get_by_label("Save").click();
    harness.run();
    harness.get_by_label_contains("there is no folder");
    harness.get_by_label("Save");
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn every_card_has_a_button_for_its_own_figure() {
    let folder = tempfile::tempdir().expect("a folder");
    for (tab, figure, name) in [
        (Tab::Overview, "Export: The official list over time", "list"),
        (Tab::Projects, "Export: Investment over time", "investment"),
        (Tab::Transit, "Export: Time against cost", "time-cost"),
    ] {
        let mut harness = window_on(tab, folder.path());
        harness.get_by_label(figure).click();
        harness.run();
        let wanted = harness.state().state().export.form.figure.clone();
        assert_eq!(wanted.as_deref(), Some(name));
        harness.get_by_label("Save").click();
        harness.run();
    }
    let names =
        ["investment", "list", "time-cost"].map(|name| format!("kazakhstan-china-{name}.png"));
    assert_eq!(files(folder.path()), names);
}

#[test]
fn the_choices_change_the_preview_and_are_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Projects, folder.path());
    ctrl(&mut harness, Key::E);
    let before = harness
        .state()
        .state()
        .export
        .preview
        .clone()
        .expect("a preview");
    harness.get_by_label("Dark").click();
    harness.run();
    let after = harness
        .state()
        .state()
        .export
        .preview
        .clone()
        .expect("a preview");
    assert_ne!(before.key, after.key);
    assert_ne!(before.content, after.content);
    let choices = &harness.state().state().settings.export;
    assert!(choices.dark);
    harness.get_by_label("Close").click();
    harness.run();
    ctrl(&mut harness, Key::E);
    assert!(harness.state().state().export.form.choices.dark);
}

#[test]
fn a_table_is_previewed_as_text_and_copied_with_tabs() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Sources, folder.path());
    ctrl(&mut harness, Key::E);
    // A table has no picture, so the first format that it has is offered.
    harness.get_by_label("Format: CSV table");
    harness.get_by_label_contains("source_id,");
    harness.get_by_label("Copy").click();
    harness.step();
    harness.step();
    let text = copied(&harness)
        .into_iter()
        .find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
    harness.run();
    let text = text.expect("copied");
    assert_eq!(text.lines().count(), 989, "a head and every source");
    assert!(text.lines().all(|line| line.contains('\t')));
}

#[test]
fn a_picture_can_be_copied() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Trade, folder.path());
    ctrl(&mut harness, Key::E);
    harness.get_by_label("Copy picture").click();
    harness.step();
    harness.step();
    let image = copied(&harness)
        .into_iter()
        .find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image),
            _ => None,
        });
    let image = image.expect("copied");
    assert_eq!(image.size[0], 1920, "twice the width of a page");
}

#[test]
fn the_alternative_text_can_be_changed_and_reset() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Projects, folder.path());
    ctrl(&mut harness, Key::E);
    let field = harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Alternative text");
    assert!(field.value().expect("its words").contains("highest"));
    field.focus();
    harness.run();
    harness.event(Event::Text("For my readers. ".to_owned()));
    harness.run();
    let alt = harness
        .state()
        .state()
        .export
        .form
        .alt
        .clone()
        .expect("changed");
    assert!(alt.contains("For my readers. "), "{alt}");
    harness.get_by_label("Reset").click();
    harness.run();
    assert_eq!(harness.state().state().export.form.alt, None);
}

#[test]
fn a_figure_dropped_on_the_window_shows_the_view_that_made_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Projects, folder.path());
    harness.get_by_label_contains("Mining and metals: ").click();
    harness.run();
    let made = harness.state().state().view.content();
    ctrl(&mut harness, Key::E);
    harness.get_by_label("Save").click();
    harness.run();
    let mut other = window_on(Tab::Overview, folder.path());
    assert_ne!(other.state().state().view.content(), made);
    let file = folder.path().join("kazakhstan-china-investment.png");
    drop_files(&mut other, &[&file]);
    assert_eq!(other.state().state().view.content(), made);
    assert_eq!(other.state().state().view.tab, Tab::Projects);
    other.get_by_label_contains("This is the view that made kazakhstan-china-investment.png.");
    ctrl(&mut other, Key::Z);
    assert_ne!(
        other.state().state().view.content(),
        made,
        "it can be undone"
    );
}

#[test]
fn a_picture_without_a_recipe_is_refused_and_the_view_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("cat.png");
    fs::write(&file, "a cat").expect("written");
    let mut harness = window_on(Tab::Projects, folder.path());
    let before = harness.state().state().view.clone();
    drop_files(&mut harness, &[&file]);
    assert_eq!(harness.state().state().view, before);
    harness.get_by_label_contains("neither an SVG nor a PNG");
}

#[test]
fn marked_rows_are_copied_with_their_head() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window_on(Tab::Projects, folder.path());
    let rows = [
        "Xinfa industrial park, Pavlodar",
        "Silleno polyethylene complex",
    ];
    harness
        .get_by_role_and_label(egui::accesskit::Role::Row, rows[0])
        .click();
    harness.run();
    harness
        .get_by_role_and_label(egui::accesskit::Role::Row, rows[1])
        .click_modifiers(Modifiers::SHIFT);
    harness.run();
    assert_eq!(
        harness.state().state().marked.len(),
        4,
        "a run of four rows"
    );
    harness.event(Event::Copy);
    harness.step();
    let text = copied(&harness)
        .into_iter()
        .find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
    let text = text.expect("copied");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5, "{text}");
    assert!(lines[0].starts_with("Project id\tProject\t"), "{text}");
    assert!(
        lines[1].contains(rows[0]) && lines[4].contains(rows[1]),
        "{text}"
    );
    // Another tab has rows of its own.
    ctrl(&mut harness, Key::Num5);
    assert!(harness.state().state().marked.is_empty());
}
