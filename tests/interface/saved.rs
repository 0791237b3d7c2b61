//! Saved views: kept under a name, shown, copied, forgotten and kept again, and remembered between starts.

use crate::common::{SIZES, labels, state, window};
use belt_explorer::{
    app::{
        Action, Tab,
        action::{Effect, ProjectsAction},
        saved::SavedAction,
        settings::{self, ThemeChoice},
        state::Dialog,
        update,
        view::text,
    },
    ui::Window,
};
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::collections::BTreeMap;

fn dialog() -> Harness<'static, Window> {
    let mut harness = window(state(), SIZES[0], ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run();
    harness
}

fn type_name(harness: &mut Harness<'_, Window>, name: &str) {
    let field = harness.get_by_role_and_label(Role::TextInput, "Name for what is on screen");
    field.focus();
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Name for what is on screen");
    field.type_text(name);
    harness.run();
}

#[test]
fn a_view_is_kept_under_a_name_and_shown_again() {
    let mut harness = dialog();
    assert!(labels(&harness).contains(&"Nothing is saved for this dataset yet.".to_owned()));
    harness.event(Event::Text("The start".to_owned()));
    harness.run();
    assert_eq!(
        harness.state().state().naming.name,
        "The start",
        "the field has the focus"
    );
    harness.get_by_role_and_label(Role::Button, "Save").click();
    harness.run();
    let saved = harness.state().state().settings.views.clone();
    assert_eq!(saved.len(), 1);
    assert_eq!(saved[0].name, "The start");
    let before = harness.state().state().view.clone();
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    assert_ne!(harness.state().state().view.tab, before.tab);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run();
    harness
        .get_by_role_and_label(Role::Link, "The start")
        .click();
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.view, before);
    assert_eq!(state.dialog, None);
}

#[test]
fn enter_saves_too_and_a_name_stands_for_one_view() {
    let mut harness = dialog();
    for _ in 0..2 {
        type_name(&mut harness, "Twice");
        harness.key_press(Key::Enter);
        harness.run();
    }
    assert_eq!(harness.state().state().settings.views.len(), 1);
}

#[test]
fn what_is_forgotten_can_be_kept_after_all_and_comes_back_where_it_stood() {
    let mut state = state();
    for name in ["one", "two", "three"] {
        update::apply(
            &mut state,
            Action::Saved(SavedAction::Name(name.to_owned())),
        );
        update::apply(&mut state, Action::Saved(SavedAction::Save));
    }
    update::apply(&mut state, Action::ShowDialog(Some(Dialog::Views)));
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    let names = |harness: &Harness<'_, Window>| -> Vec<String> {
        let views = harness.state().state().settings.views.iter();
        views.map(|view| view.name.clone()).collect()
    };
    harness.get_by_label("Forget “two”").click();
    harness.run();
    assert_eq!(names(&harness), ["one", "three"]);
    harness
        .get_by_label("“two” is forgotten. Keep it after all")
        .click();
    harness.run();
    assert_eq!(names(&harness), ["one", "two", "three"]);
}

#[test]
fn saved_views_are_remembered_and_a_copy_is_a_view() {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    update::apply(
        &mut state,
        Action::Projects(ProjectsAction::Search("rail".to_owned())),
    );
    update::apply(
        &mut state,
        Action::Saved(SavedAction::Name("Railways".to_owned())),
    );
    update::apply(&mut state, Action::Saved(SavedAction::Save));
    let mut stored = BTreeMap::new();
    settings::save(&state, |key, text| {
        stored.insert(key.to_owned(), text);
    });
    let settings = settings::load_settings(|key| stored.get(key).cloned());
    assert_eq!(settings.views, state.settings.views);
    let copied = update::apply(&mut state, Action::Saved(SavedAction::Copy(0)));
    let Some(Effect::Copy(copied)) = copied else {
        panic!("{copied:?}")
    };
    let reading = text::read(&copied, &state.dataset);
    assert_eq!(reading.problems, []);
    assert_eq!(reading.view, state.view);
}

#[test]
fn a_view_of_another_dataset_is_kept_but_not_listed() {
    let mut state = state();
    update::apply(
        &mut state,
        Action::Saved(SavedAction::Name("elsewhere".to_owned())),
    );
    update::apply(&mut state, Action::Saved(SavedAction::Save));
    state.settings.views[0].dataset = "another".to_owned();
    update::apply(&mut state, Action::ShowDialog(Some(Dialog::Views)));
    let harness = window(state, SIZES[0], ThemeChoice::Light);
    let all = labels(&harness);
    assert!(all.contains(&"Nothing is saved for this dataset yet.".to_owned()));
    assert!(!all.contains(&"elsewhere".to_owned()));
}
