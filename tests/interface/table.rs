//! The table of projects: orders, columns, groups, totals, marks of what is searched for.

use crate::common::{SIZES, labels, state, window};
use belt_explorer::{
    analysis::projects::Column,
    app::{Action, Tab, action::ProjectsAction, settings::ThemeChoice, update},
    ui::Window,
};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

fn projects(actions: Vec<ProjectsAction>) -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    for action in actions {
        update::apply(&mut state, Action::Projects(action));
    }
    window(state, SIZES[1], ThemeChoice::Light)
}

fn order(harness: &Harness<'_, Window>) -> Vec<Column> {
    let view = &harness.state().state().view.projects;
    view.order().iter().map(|key| key.column).collect()
}

#[test]
fn shift_and_a_click_sort_behind_the_first_order_and_a_plain_click_begins_anew() {
    let mut harness = projects(vec![ProjectsAction::Sort(Column::Sector)]);
    harness
        .get_by_label("Sort by Status")
        .click_modifiers(Modifiers::SHIFT);
    harness.run();
    assert_eq!(order(&harness), [Column::Sector, Column::Status]);
    harness.get_by_label("Sort by Project").click();
    harness.run();
    assert_eq!(order(&harness), [Column::Name]);
}

#[test]
fn columns_are_chosen_moved_and_put_back() {
    let mut harness = projects(Vec::new());
    assert!(!labels(&harness).contains(&"Sort by Lender".to_owned()));
    harness
        .get_by_label("Choose columns and their order")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::CheckBox, "Lender")
        .click();
    harness.run();
    let columns =
        |harness: &Harness<'_, Window>| harness.state().state().view.projects.table.columns.clone();
    let before = columns(&harness);
    assert_eq!(before.last(), Some(&Column::Lender));
    harness.get_by_label("Move Lender to the front").click();
    harness.run();
    assert_eq!(columns(&harness)[before.len() - 2], Column::Lender);
    harness.get_by_label("Those that have room").click();
    harness.run();
    assert!(columns(&harness).is_empty());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(!columns(&harness).is_empty(), "undone");
}

#[test]
fn groups_say_what_they_add_up_to_and_open_with_a_click() {
    let mut harness = projects(vec![ProjectsAction::Group(Some("status".into()))]);
    let state = harness.state().state();
    let groups = state
        .derived
        .projects
        .groups
        .get()
        .expect("computed")
        .clone();
    let rows = |harness: &Harness<'_, Window>| {
        let catalog = &harness.state().state().dataset.catalog;
        let names = &groups[0].rows;
        let name = |at: usize| {
            let project = &catalog.data().projects[names[at].project];
            catalog.text(&project.name, "en").to_owned()
        };
        let shown = labels(harness);
        (0..names.len().min(3))
            .filter(|at| shown.contains(&name(*at)))
            .count()
    };
    assert_eq!(rows(&harness), 0, "closed at first");
    let head = format!("({}): ", groups[0].rows.len());
    harness
        .get_by(|node| {
            node.label()
                .is_some_and(|label| label.contains(&head) && label.contains(" that count and"))
        })
        .click();
    harness.run();
    assert_eq!(rows(&harness), groups[0].rows.len().min(3));
    // The keys go from project to project, not to heads.
    harness.key_press(Key::ArrowDown);
    harness.run();
    let selected = harness.state().state().view.projects.selected.clone();
    let first = groups[0].rows[0].project;
    let id = &harness.state().state().dataset.catalog.data().projects[first].id;
    assert_eq!(selected.as_ref(), Some(id));
}

#[test]
fn the_totals_are_those_of_the_bridge() {
    let harness = projects(vec![ProjectsAction::Search("gas".into())]);
    let state = harness.state().state();
    let bridge = state.derived.projects.a.bridge.get().expect("computed");
    let words = format!("{} projects · ", bridge.naive.count());
    let missing = format!(" · {} without an amount · ", bridge.clean.without_money);
    assert!(
        labels(&harness)
            .iter()
            .any(|label| label.starts_with(&words) && label.contains(&missing)),
        "{words}{missing}"
    );
}
