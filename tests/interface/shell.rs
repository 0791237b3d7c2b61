//! The interface by accessible name: every tab in both themes at both sizes, and a workflow.

use crate::common;

use belt_explorer::{
    app::{Action, Tab, settings::ThemeChoice, update},
    ui::{Window, tabs::TABS},
};
use common::{SIZES, ctrl, labels, state, window};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

fn projects() -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    window(state, SIZES[0], ThemeChoice::Light)
}

#[test]
fn every_tab_opens_by_name_in_both_themes_at_both_sizes() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        for size in SIZES {
            let mut harness = window(state(), size, theme);
            for (position, spec) in TABS.iter().enumerate() {
                let name = harness.state().state().words.t(spec.name);
                harness.get_by_role_and_label(Role::Tab, &name).click();
                harness.run();
                assert_eq!(harness.state().state().view.tab, spec.tab);
                let shown = labels(&harness).len();
                assert!(
                    shown > 20,
                    "{} shows {shown} labels ({theme:?}, {size:?}, {position})",
                    spec.id
                );
            }
        }
    }
}

#[test]
fn filter_by_sector_read_the_chart_and_undo() {
    let mut harness = projects();
    let before = harness
        .state()
        .state()
        .derived
        .projects
        .a
        .filtered
        .get()
        .expect("computed")
        .count;
    let group = harness.state().state().dataset.catalog.data().sector_groups[1].clone();
    let name = group.name["en"].to_owned();
    let row = format!("{name}: ");
    harness
        .get_by(|node| {
            node.role() == Role::CheckBox
                && node.label().is_some_and(|label| label.starts_with(&row))
        })
        .click();
    harness.run();

    let state = harness.state().state();
    let catalog = &state.dataset.catalog;
    let own = catalog
        .data()
        .projects
        .iter()
        .filter(|project| catalog.sector(&project.sector).expect("checked").group == group.id);
    let own = own.count();
    assert!(own > 0 && own < before);
    let shown = labels(&harness);
    let expected = format!("{own} of {before} projects");
    assert!(shown.contains(&expected), "no `{expected}` in {shown:?}");
    let notice = format!("of {own} projects are drawn");
    assert!(
        shown.iter().any(|label| label.contains(&notice)),
        "{notice}"
    );
    let chip = format!("Drop filter: Sector is {name}");
    harness.get_by_label(&chip);

    ctrl(&mut harness, Key::Z);
    let after = harness
        .state()
        .state()
        .derived
        .projects
        .a
        .filtered
        .get()
        .expect("computed")
        .count;
    assert_eq!(after, before);
    assert!(harness.query_by_label(&chip).is_none());
}

#[test]
fn typing_in_the_search_field_filters_and_an_empty_result_explains_itself() {
    let mut harness = projects();
    ctrl(&mut harness, Key::F);
    harness
        .get_by_role_and_label(Role::TextInput, "Search projects")
        .type_text("zzzz");
    harness.run();
    let shown = labels(&harness);
    assert!(
        shown
            .iter()
            .any(|label| label == "No project passes the filter."),
        "{shown:?}"
    );
    let drop = "Without “text contains “zzzz”” there are 188";
    let all = harness.state().state().dataset.projects.len;
    harness
        .get_by_label(&drop.replace("188", &all.to_string()))
        .click();
    harness.run();
    assert!(harness.state().state().view.projects.filter.is_empty());
}

#[test]
fn a_row_opens_its_record_with_every_figure_and_its_sources() {
    let mut harness = projects();
    let state = harness.state().state();
    let rows = state.derived.projects.rows.get().expect("computed");
    let row = rows.get(0).expect("a row");
    let project = state.dataset.catalog.data().projects[row.project].clone();
    harness
        .get_by_role_and_label(Role::Row, &project.name["en"])
        .click();
    harness.run();
    assert_eq!(
        harness.state().state().view.projects.selected.as_deref(),
        Some(project.id.as_str())
    );
    let shown = labels(&harness);
    let title = format!("Sources ({})", project.sources.len());
    assert!(shown.contains(&title), "no `{title}` in {shown:?}");
    for id in &project.sources {
        let title = &harness
            .state()
            .state()
            .dataset
            .catalog
            .source(id)
            .expect("checked")
            .title;
        assert!(
            shown.iter().any(|label| label == title),
            "source `{title}` is not shown"
        );
    }
}

#[test]
fn sorting_by_a_column_turns_on_the_second_click() {
    let mut harness = projects();
    for descending in [false, true] {
        harness.get_by_label("Sort by Project").click();
        harness.run();
        assert_eq!(
            harness.state().state().view.projects.sort.descending,
            descending
        );
    }
}

#[test]
fn arrow_keys_move_through_the_table() {
    let mut harness = projects();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    let state = harness.state().state();
    let rows = state.derived.projects.rows.get().expect("computed");
    let row = rows.get(1).expect("a row");
    let id = &state.dataset.catalog.data().projects[row.project].id;
    assert_eq!(state.view.projects.selected.as_ref(), Some(id));
}

#[test]
fn shortcuts_reach_tabs_panels_and_dialogs() {
    let mut harness = projects();
    ctrl(&mut harness, Key::Num3);
    assert_eq!(harness.state().state().view.tab, Tab::Trade);
    ctrl(&mut harness, Key::B);
    assert!(!harness.state().state().settings.filters_open);
    harness.key_press(Key::F1);
    harness.run();
    assert!(
        labels(&harness)
            .iter()
            .any(|label| label == "Keyboard shortcuts")
    );
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state().dialog, None);
}

#[test]
fn a_step_is_done_again_while_others_could_be_taken_back() {
    let mut harness = projects();
    for words in ["Sort by Project", "Sort by Sector"] {
        harness.get_by_label(words).click();
        harness.run();
    }
    let sorted = harness.state().state().view.clone();
    ctrl(&mut harness, Key::Z);
    assert_ne!(harness.state().state().view, sorted);
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    harness.run();
    assert_eq!(harness.state().state().view, sorted);
}

#[test]
fn an_idle_window_settles() {
    let mut harness = projects();
    // `run` fails if the window still asks for frames after the allowed steps.
    let steps = harness.run();
    assert!(steps <= 2, "an idle window took {steps} frames");
}

/// Another pair of countries, and a dataset with nothing but its countries: every tab opens
/// and says what it lacks.
#[test]
fn other_datasets_go_through_every_tab() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    let tiny = folder.path().join("tiny.ron");
    let text = r#"(
        meta: (schema: 1, id: "tiny", version: "1", title: {"en": "Tiny"}, home: "A",
            partner: "B", as_of: "2020", currency: "USD"),
        countries: [(id: "A", name: {"en": "Aland"}), (id: "B", name: {"en": "Bland"})],
    )"#;
    std::fs::write(&tiny, text).expect("written");
    for path in [root.join("tests/fixtures/good"), tiny] {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
            let mut harness = window(common::state_of(&path), SIZES[0], theme);
            for spec in TABS {
                let name = harness.state().state().words.t(spec.name);
                harness.get_by_role_and_label(Role::Tab, &name).click();
                harness.run();
                assert_eq!(harness.state().state().view.tab, spec.tab);
                let shown = labels(&harness);
                let home = shown.iter().any(|label| label.contains("Kazakh"));
                assert!(
                    !home,
                    "{} speaks of the built-in dataset: {shown:?}",
                    spec.id
                );
                if path.extension().is_some() && spec.tab == Tab::Projects {
                    assert!(
                        shown.contains(&"This dataset has no projects.".to_owned()),
                        "{shown:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_dataset_that_breaks_while_open_is_refused_with_its_whole_finding() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good");
    let folder = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(root).expect("there").flatten() {
        std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("copied");
    }
    let mut harness = window(
        common::state_of(folder.path()),
        SIZES[0],
        ThemeChoice::Light,
    );
    let broken = folder.path().join("zz.ron");
    std::fs::write(&broken, "(\n    sourcez: [],\n)").expect("written");
    ctrl(&mut harness, Key::R);
    harness.run();
    let shown = labels(&harness);
    let message = shown.iter().find(|label| label.contains("unknown-field"));
    let message = message.unwrap_or_else(|| panic!("no finding in {shown:?}"));
    for part in [
        "the one before stays open",
        "zz.ron:2:5",
        "sourcez",
        "did you mean `sources`?",
    ] {
        assert!(message.contains(part), "no `{part}` in {message}");
    }
    std::fs::remove_file(&broken).expect("removed");
    ctrl(&mut harness, Key::R);
    harness.run();
    assert!(
        labels(&harness)
            .iter()
            .any(|label| label.starts_with("Opened: "))
    );
}

/// A small window, or a large zoom: everything keeps its room and scrolls.
#[test]
fn a_window_smaller_than_its_content_scrolls_to_all_of_it() {
    for size in [[320.0, 240.0], [640.0, 400.0], [880.0, 1440.0]] {
        let mut harness = window(state(), size, ThemeChoice::Light);
        for number in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            ctrl(&mut harness, number);
            for opens in [Key::F1, Key::E] {
                let modifiers = if opens == Key::E {
                    Modifiers::COMMAND
                } else {
                    Modifiers::NONE
                };
                harness.key_press_modifiers(modifiers, opens);
                harness.run();
                harness.get_by_label("Close").scroll_to_me();
                harness.run();
                let close = harness.get_by_label("Close").rect();
                let seen = harness.ctx.content_rect().contains_rect(close);
                assert!(seen, "{opens:?} at {size:?}: {close:?}");
                harness.get_by_label("Close").click();
                harness.run();
                assert_eq!(harness.state().state().dialog, None);
            }
        }
    }
}

/// A dialog took the height of the one that was open before, and its button hung in the middle.
#[test]
fn a_dialog_is_as_high_as_it_was_whatever_was_open_before() {
    let foot = |harness: &mut Harness<'static, Window>, modifiers, key| {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
        harness.run();
        harness.get_by_label("Close").rect().bottom()
    };
    let views = (Modifiers::COMMAND, Key::D);
    let expected = foot(&mut projects(), views.0, views.1);
    for (modifiers, key) in [(Modifiers::NONE, Key::F1), (Modifiers::COMMAND, Key::E)] {
        let mut harness = projects();
        let before = foot(&mut harness, modifiers, key);
        assert!(before < SIZES[0][1] - 40.0, "{key:?} is cut: {before}");
        harness.key_press(Key::Escape);
        harness.run();
        let now = foot(&mut harness, views.0, views.1);
        assert!(
            (now - expected).abs() < 1.0,
            "{expected}, after {key:?} {now}"
        );
    }
}
