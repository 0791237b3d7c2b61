//! The table of projects: orders, columns, groups, totals, marks of what is searched for.

use crate::common::{SIZES, labels, state, window};
use belt_explorer::{
    analysis::projects::Column,
    app::{
        Action, Tab,
        action::ProjectsAction,
        settings::{self, ThemeChoice},
        update,
    },
    ui::Window,
};
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Rect, Role, TouchPhase,
    vec2,
};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

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

fn widths(harness: &Harness<'_, Window>) -> std::collections::BTreeMap<Column, u16> {
    harness.state().state().settings.table_widths.clone()
}

fn head(harness: &Harness<'_, Window>, column: &str) -> Rect {
    harness.get_by_label(&format!("Sort by {column}")).rect()
}

#[test]
fn the_end_of_a_head_is_dragged_and_its_width_is_remembered() {
    let mut harness = projects(Vec::new());
    let history = harness.state().state().history.undo_label();
    let before = head(&harness, "Region");
    let handle = harness.get_by_label("Width of Status").rect().center();
    harness.drag_at(handle);
    harness.run();
    for step in [20.0, 40.0, 60.0] {
        harness.hover_at(handle + vec2(step, 0.0));
        harness.run();
    }
    harness.drop_at(handle + vec2(60.0, 0.0));
    harness.run();
    let set: Vec<Column> = widths(&harness).keys().copied().collect();
    assert_eq!(
        set,
        [Column::Name, Column::Status],
        "the name stays as wide as it was"
    );
    let wide = i32::from(widths(&harness)[&Column::Status]);
    assert!((wide - (118 + 60)).abs() <= 6, "{wide}");
    let moved = head(&harness, "Region").left() - before.left();
    assert!(
        (moved - 60.0).abs() < 6.0,
        "the end follows the pointer: {moved}"
    );
    assert_eq!(harness.state().state().history.undo_label(), history);
    let mut kept = std::collections::BTreeMap::new();
    settings::save(harness.state().state(), |key, text| {
        kept.insert(key.to_owned(), text);
    });
    let read = settings::load_settings(|key| kept.get(key).cloned());
    assert_eq!(read.table_widths, widths(&harness));
    kept.insert("table_widths".to_owned(), "{Status: \"wide\"}".to_owned());
    let read = settings::load_settings(|key| kept.get(key).cloned());
    assert!(read.table_widths.is_empty(), "broken, and alone");
}

#[test]
fn two_clicks_on_the_end_of_a_head_make_it_as_wide_as_its_content() {
    let mut harness = projects(Vec::new());
    let handle = harness.get_by_label("Width of Sector").rect().center();
    harness.hover_at(handle);
    harness.run();
    // In one frame: a frame of the harness is longer than two clicks may be apart.
    for pressed in [true, false, true, false] {
        harness.input_mut().events.push(Event::PointerButton {
            pos: handle,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
    let width = f32::from(widths(&harness)[&Column::Sector]);
    let head = head(&harness, "Sector");
    assert!(width > head.width() && width < 400.0, "{width}");
}

#[test]
fn the_list_of_columns_makes_widths_without_a_pointer_and_freezes() {
    let mut harness = projects(Vec::new());
    harness
        .get_by_label("Choose columns and their order")
        .click();
    harness.run();
    let number = |harness: &Harness<'_, Window>| {
        let own = harness.get_by_role_and_label(Role::SpinButton, "Width of Sector");
        own.focus();
    };
    number(&harness);
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(widths(&harness)[&Column::Sector], 135);
    harness.get_by_label("Widths by content").click();
    harness.run();
    assert!(widths(&harness).len() > 6, "all that are shown");
    harness.get_by_label("Usual widths").click();
    harness.run();
    assert!(widths(&harness).is_empty());
    let frozen = |harness: &Harness<'_, Window>| harness.state().state().view.projects.table.frozen;
    assert_eq!(frozen(&harness), 1, "the name");
    let freeze = "Freeze up to Sector: these columns stay while the others roll sideways";
    harness.get_by_label(freeze).click();
    harness.run();
    assert_eq!(frozen(&harness), 2);
    harness.get_by_label(freeze).click();
    harness.run();
    assert_eq!(frozen(&harness), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(frozen(&harness), 2, "undone");
}

/// All columns at the smaller size, the first two frozen.
fn many() -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    for action in [
        ProjectsAction::Columns(Column::ALL.to_vec()),
        ProjectsAction::Freeze(2),
    ] {
        update::apply(&mut state, Action::Projects(action));
    }
    window(state, SIZES[0], ThemeChoice::Light)
}

#[test]
fn what_is_frozen_stays_while_the_rest_rolls_by_keys_and_wheel() {
    let mut harness = many();
    let at = |harness: &Harness<'_, Window>| {
        ["Project", "Sector", "Status"].map(|column| head(harness, column).left())
    };
    let [name, sector, status] = at(&harness);
    harness.key_press(Key::ArrowRight);
    harness.run();
    let [name_now, sector_now, status_now] = at(&harness);
    assert!((name - name_now).abs() + (sector - sector_now).abs() < 0.1);
    assert!(
        (status - status_now - 80.0).abs() < 1.0,
        "{status} {status_now}"
    );
    let over = head(&harness, "Sector").center();
    harness.hover_at(over);
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        source: MouseWheelSource::Unknown,
        delta: vec2(80.0, 0.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    harness.run();
    assert!((at(&harness)[2] - status).abs() < 1.0, "rolled back");
}

#[test]
fn a_head_out_of_sight_comes_into_sight_with_the_focus() {
    let mut harness = many();
    let room = head(&harness, "Project").left()..=1280.0;
    assert!(
        !room.contains(&head(&harness, "Src").right()),
        "out of sight"
    );
    harness.get_by_label("Sort by Src").focus();
    harness.run();
    assert!(room.contains(&head(&harness, "Src").right()));
}

#[test]
fn columns_never_lie_on_each_other() {
    let mut harness = many();
    for _ in 0..3 {
        let heads = harness.query_all_by_role(Role::Button).filter_map(|node| {
            let label = node.accesskit_node().label()?;
            label
                .strip_prefix("Sort by ")
                .map(|name| (name.to_owned(), node.rect()))
        });
        let mut heads: Vec<(String, Rect)> = heads.collect();
        assert_eq!(heads.len(), Column::ALL.len());
        // The frozen ones lie above: only what rolls is compared, and the frozen ones with each other.
        heads.remove(0);
        heads.remove(0);
        heads.sort_by(|a, b| a.1.left().total_cmp(&b.1.left()));
        for pair in heads.windows(2) {
            assert!(pair[0].1.right() <= pair[1].1.left(), "{pair:?}");
        }
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
}
