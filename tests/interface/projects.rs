//! The Projects tab: facets beyond the first, and the bridge between naive and clean sums.

use crate::common::{SIZES, ctrl, labels, state, state_of, window};
use belt_explorer::{
    analysis::projects::{AmountFilter, FACETS, Label, YearBasis, size_step},
    app::{Action, AppState, Tab, action::ProjectsAction, settings::ThemeChoice, update},
    dataset::generate::{self, Plan},
    ui::Window,
};
use eframe::egui::{Key, Modifiers, Role, lerp, pos2};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{fs::File, io::BufWriter};

fn projects() -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    window(state, SIZES[1], ThemeChoice::Light)
}

fn shows(harness: &Harness<'_, Window>, part: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(part))
}

#[test]
fn what_is_left_out_opens_the_bridge_and_a_reason_lists_its_records() {
    let mut harness = projects();
    harness
        .get_by(|node| {
            node.label()
                .is_some_and(|label| label.contains(" left out ("))
        })
        .click();
    harness.run();
    let state = harness.state().state();
    let bridge = state
        .derived
        .projects
        .a
        .bridge
        .get()
        .expect("computed")
        .clone();
    assert!(shows(&harness, "everything added up"));
    assert!(shows(&harness, "what counts in totals"));
    let (reason, pile) = bridge.taken_off[0];
    let words = state.words.t(&format!("left-out-{}", reason.id()));
    harness
        .get_by_label(&format!("List what is left out: {words}"))
        .click();
    harness.run();
    let state = harness.state().state();
    let filtered = state.derived.projects.a.filtered.get().expect("computed");
    assert_eq!(filtered.count, pile.count());
    assert!(shows(
        &harness,
        &format!("Drop filter: In totals? is {words}")
    ));
}

#[test]
fn a_long_facet_can_be_searched() {
    let mut harness = projects();
    let all = harness
        .get_all_by(|node| {
            node.label()
                .is_some_and(|label| label.contains(": Show all "))
        })
        .next()
        .expect("a long facet");
    // It is below what is seen: there is nothing to point at.
    all.click_accesskit();
    harness.run();
    let field = harness.get_by(|node| {
        node.label()
            .is_some_and(|label| label.starts_with("Find in Party from "))
    });
    field.focus();
    harness.run();
    harness
        .get_by(|node| {
            node.label()
                .is_some_and(|label| label.starts_with("Find in Party from "))
        })
        .type_text("PETRO");
    harness.run();
    let rows = labels(&harness);
    let rows: Vec<_> = rows
        .iter()
        .filter(|label| label.contains(" projects, ") || label.contains(" project, "))
        .collect();
    assert!(
        rows.iter().any(|row| row.to_lowercase().contains("petro")),
        "{rows:?}"
    );
}

#[test]
fn amounts_are_chosen_in_their_histogram_and_those_that_state_none_have_a_box() {
    let mut harness = projects();
    let all = harness.state().state().dataset.projects.len;
    let filtered = |harness: &Harness<'_, Window>| {
        let derived = &harness.state().state().derived.projects;
        derived.a.filtered.get().expect("computed").clone()
    };
    let not_stated = filtered(&harness).sizes.not_stated;
    let name = format!("No amount stated: {not_stated} projects");
    harness.get_by_label(&name).click();
    harness.run();
    assert_eq!(filtered(&harness).count, not_stated);
    assert!(shows(&harness, "Drop filter: no amount stated"));
    harness.get_by_label("All amounts").click();
    harness.run();
    assert_eq!(filtered(&harness).count, all);

    let histogram = harness.get_by(|node| {
        node.label()
            .is_some_and(|label| label.starts_with("Projects by amount, "))
    });
    histogram.click();
    harness.run();
    let state = harness.state().state();
    let Some(AmountFilter::Range {
        from_m: Some(from_m),
        ..
    }) = state.view.projects.filter.amount
    else {
        panic!("a range: {:?}", state.view.projects.filter.amount)
    };
    let step = size_step(from_m * (1.0 + 1e-9));
    let kept = filtered(&harness);
    assert_eq!(Some(&kept.count), kept.sizes.steps.get(&step));
    ctrl(&mut harness, Key::Z);
    assert_eq!(filtered(&harness).count, all);
}

#[test]
fn the_arrows_choose_in_a_histogram_that_has_the_focus() {
    let mut harness = projects();
    let table = &harness.state().state().dataset.projects;
    let (first, last) = table.year_range(YearBasis::Announced).expect("years");
    let years = |harness: &Harness<'_, Window>| {
        let years = harness.state().state().view.projects.filter.years;
        years.map(|(_, from, to)| (from, to))
    };
    harness
        .get_by(|node| {
            node.role() == Role::Slider && node.label().is_some_and(|label| label.contains("1993"))
        })
        .focus();
    harness.run();
    let mut press = |modifiers, key| {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
        years(&harness)
    };
    let (plain, shift) = (Modifiers::NONE, Modifiers::SHIFT);
    assert_eq!(press(plain, Key::ArrowRight), Some((first, first)));
    assert_eq!(press(plain, Key::ArrowRight), Some((first + 1, first + 1)));
    assert_eq!(press(shift, Key::ArrowRight), Some((first + 1, first + 2)));
    assert_eq!(press(plain, Key::ArrowLeft), Some((first, first + 1)));
    assert_eq!(
        press(plain, Key::ArrowLeft),
        Some((first, first + 1)),
        "the end holds"
    );
    assert!(last > first + 2);

    // More years than there are, as a view made by hand can have.
    let action = ProjectsAction::Years(Some((YearBasis::Announced, first - 90, last + 90)));
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    update::apply(&mut state, Action::Projects(action));
    let mut harness = window(state, SIZES[1], ThemeChoice::Light);
    let slider = harness.get_all_by_role(Role::Slider).next();
    slider.expect("the years").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(years(&harness), Some((first, last)));
}

/// Rows of facet values.
fn value_rows(harness: &Harness<'_, Window>) -> Vec<String> {
    let is_row = |label: &String| label.contains(" projects, ") || label.contains(" project, ");
    labels(harness).into_iter().filter(is_row).collect()
}

/// The state with 18,000 projects that are made up.
fn made_up() -> AppState {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("made-up.ron");
    let plan = Plan {
        projects: 18_000,
        seed: 1,
    };
    let mut file = BufWriter::new(File::create(&path).expect("a file"));
    generate::write(plan, &mut file).expect("room on the disk");
    file.into_inner().expect("room on the disk");
    state_of(&path)
}

/// The legend explained dots of which there was none.
#[test]
fn the_legend_of_sizes_has_dots_only_where_there_are_some() {
    for (filter, has_dots) in [("group:rest", true), ("group:transport", false)] {
        let mut state = made_up();
        let view = format!("view:1 tab:projects picture:sizes {filter}");
        update::apply(&mut state, Action::PasteView(view));
        let harness = window(state, SIZES[0], ThemeChoice::Light);
        let labels = labels(&harness);
        assert!(labels.iter().any(|label| label == "median"), "{labels:?}");
        let explained = labels.iter().any(|label| label == "a project");
        assert_eq!(explained, has_dots, "{filter}: {labels:?}");
    }
}

#[test]
fn of_a_very_long_facet_only_what_can_be_seen_is_laid_out() {
    let mut state = made_up();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    let party = FACETS.iter().position(|facet| facet.id == "party");
    let column = &state.dataset.projects.facets[party.expect("a facet")];
    let count = column.values.len();
    assert!(count > 200, "{count}");
    let Some(Label::Dataset(name)) = column.values.last().map(|value| value.label.clone()) else {
        panic!("a value from the dataset")
    };
    let name = state.text(&name).to_owned();
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    let short = value_rows(&harness).len();
    let all = format!("Party from Borea: Show all {count}");
    harness.get_by_label(&all).click_accesskit();
    harness.run();
    let shown = value_rows(&harness).len();
    assert!(shown < short + 100, "{shown} of {count}, {short} before");
    // What is not laid out is found all the same.
    let find = "Find in Party from Borea";
    harness.get_by_label(find).focus();
    harness.run();
    harness.get_by_label(find).type_text(&name);
    harness.run();
    let rows = value_rows(&harness);
    assert!(
        rows.iter().any(|row| row.starts_with(&name)),
        "{name}: {rows:?}"
    );
}

/// A year without a project read as a year of no dollars.
#[test]
fn the_read_out_of_a_year_without_projects_says_no_sum() {
    let mut state = state();
    let view = "view:1 tab:projects sector:rail".to_owned();
    update::apply(&mut state, Action::PasteView(view));
    let mut harness = window(state, SIZES[1], ThemeChoice::Light);
    let chart = harness.get_by(|node| {
        let name = node.label().unwrap_or_default();
        name.starts_with("Investment over time") && name.contains("Billion")
    });
    let rect = chart.rect();
    let mut read_outs = Vec::new();
    for step in 8_u8..40 {
        let x = lerp(rect.x_range(), f32::from(step) / 40.0);
        harness.hover_at(pos2(x, rect.center().y));
        harness.run();
        read_outs.push(labels(&harness));
    }
    let says = |word: &str| {
        let mut each = read_outs.iter();
        each.any(|labels| labels.iter().any(|label| label == word))
    };
    assert!(says("No project"), "{:?}", read_outs.first());
    assert!(!says("Total $0"));
    assert!(says("Total $1.5bn"));
}
