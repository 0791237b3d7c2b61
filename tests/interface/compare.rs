//! Two filters side by side: begun, filtered on, exchanged and ended by name and by key; what is kept, and what
//! is computed for it.

use crate::common::{SIZES, labels, state, window};
use belt_explorer::{
    analysis::projects::{Filter, YearBasis},
    app::{
        Action, AppState, Tab,
        action::ProjectsAction,
        settings::ThemeChoice,
        update::apply,
        view::{ComparedAxes, ProjectsPicture, Side, text},
    },
    ui::Window,
};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use proptest::prelude::*;

fn on(view: &str) -> AppState {
    let mut state = state();
    let view = format!("view:1 tab:projects {view}");
    let reading = text::read(&view, &state.dataset);
    assert_eq!(reading.problems, [], "{view}");
    state.view = reading.view;
    apply(&mut state, Action::ShowTab(Tab::Projects));
    state
}

fn shown(view: &str, size: [f32; 2]) -> Harness<'static, Window> {
    window(on(view), size, ThemeChoice::Light)
}

fn act(state: &mut AppState, action: ProjectsAction) {
    apply(state, Action::Projects(action));
}

fn filters(harness: &Harness<'_, Window>) -> (String, Option<String>) {
    let state = harness.state().state();
    let filter = |filter: &Filter| {
        let mut view = belt_explorer::app::View::default();
        view.projects.filter = filter.clone();
        text::write(&view, &state.dataset)
            .replace("view:1", "")
            .trim()
            .to_owned()
    };
    let view = &state.view.projects;
    (filter(&view.filter), view.against.as_ref().map(filter))
}

fn said(harness: &Harness<'_, Window>, words: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(words))
}

#[test]
fn a_filter_is_kept_and_filtered_on_exchanged_ended_and_taken_back() {
    let mut harness = shown("sector:rail", SIZES[1]);
    let start = filters(&harness);
    harness
        .get_by_role_and_label(Role::Link, "Compare with this filter")
        .click();
    harness.run();
    assert_eq!(
        filters(&harness),
        ("sector:rail".into(), Some("sector:rail".into()))
    );
    assert!(said(&harness, "Both sides have the same filter."));

    harness
        .get_by_label("Drop filter: Detailed sector is Railways")
        .click();
    harness.run();
    assert_eq!(
        filters(&harness),
        (String::new(), Some("sector:rail".into()))
    );
    assert!(said(&harness, "all projects"));
    let name = "A: Investment over time.";
    assert!(said(&harness, name) && said(&harness, "B: Investment over time."));

    harness.get_by_role_and_label(Role::Button, "Swap").click();
    harness.run();
    assert_eq!(
        filters(&harness),
        ("sector:rail".into(), Some(String::new()))
    );

    harness
        .get_by_role_and_label(Role::Button, "End comparison")
        .click();
    harness.run();
    assert_eq!(filters(&harness), start);
    assert!(!said(&harness, name), "one picture again");

    for expected in [
        ("sector:rail", Some("")),
        ("", Some("sector:rail")),
        ("sector:rail", Some("sector:rail")),
        ("sector:rail", None),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
        let (a, b) = filters(&harness);
        assert_eq!((a.as_str(), b.as_deref()), expected);
    }
}

#[test]
fn keys_begin_exchange_and_end_a_comparison() {
    let mut harness = shown("group:power", SIZES[0]);
    let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    harness.key_press_modifiers(shift, Key::B);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Backspace);
    harness.run();
    assert_eq!(
        filters(&harness),
        (String::new(), Some("group:power".into()))
    );
    harness.key_press_modifiers(shift, Key::S);
    harness.run();
    assert_eq!(
        filters(&harness),
        ("group:power".into(), Some(String::new()))
    );
    harness.key_press_modifiers(shift, Key::E);
    harness.run();
    assert_eq!(filters(&harness), ("group:power".into(), None));
}

#[test]
fn how_the_sides_differ_is_said_and_money_only_where_it_is_of_one_stage() {
    let harness = shown("sector:rail against:\"\"", SIZES[1]);
    let found = harness
        .state()
        .state()
        .derived
        .projects
        .comparison
        .get()
        .expect("computed")
        .clone();
    let (more, both) = (found.b.count - found.a.count, found.both);
    assert!(said(&harness, &format!("B has {more} more projects")));
    assert!(said(
        &harness,
        "money is not compared, because it is not of one stage"
    ));
    assert_eq!(both, found.a.count, "all projects hold those of A");
    assert!(said(
        &harness,
        &format!("{both} projects are in both, so the sides must not be added up.")
    ));
    let harness = shown(
        "sector:rail chart.stage:announced against:\"-sector:rail\"",
        SIZES[1],
    );
    assert!(said(&harness, " more money (") && said(&harness, "No project is in both."));
}

#[test]
fn the_axes_are_shared_until_each_side_is_given_its_own() {
    let mut harness = shown("sector:rail against:\"\"", SIZES[1]);
    harness
        .get_by_role_and_label(Role::CheckBox, "Same axes")
        .click();
    harness.run();
    assert_eq!(
        harness.state().state().view.projects.axes,
        ComparedAxes::Own
    );
    let written = text::write(
        &harness.state().state().view,
        &harness.state().state().dataset,
    );
    assert!(
        written.contains("against:\"\" against.axes:own"),
        "{written}"
    );
    harness
        .get_by_role_and_label(Role::CheckBox, "Same axes")
        .click();
    harness.run();
    assert_eq!(
        harness.state().state().view.projects.axes,
        ComparedAxes::Shared
    );
}

#[test]
fn what_is_pressed_on_the_other_side_filters_the_other_side() {
    let mut harness = shown(
        "sector:rail picture:outcomes outcomes.by:division against:\"\"",
        SIZES[1],
    );
    let all = labels(&harness);
    let name = all.iter().find(|label| label.starts_with("B: Power"));
    let name = name.unwrap_or_else(|| panic!("{all:#?}")).clone();
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    let (a, b) = filters(&harness);
    assert_eq!(a, "sector:rail");
    let b = b.expect("still compared");
    assert!(b.starts_with("group:power status:"), "{b}");
}

#[test]
fn an_empty_side_says_so_and_offers_a_way_out_of_its_own_filter() {
    let mut harness = shown(
        "sector:rail against:\"sector:rail text:nothing-like-this\"",
        SIZES[1],
    );
    let all = labels(&harness);
    let name = all
        .iter()
        .find(|label| label.starts_with("Without “") && label.contains("nothing-like-this"));
    let name = name.unwrap_or_else(|| panic!("{all:#?}")).clone();
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    assert_eq!(
        filters(&harness),
        ("sector:rail".into(), Some("sector:rail".into()))
    );
}

#[test]
fn the_other_side_is_computed_only_while_it_is_compared() {
    let mut state = on("sector:rail");
    let computed = |state: &AppState| {
        let memos = &state.derived.projects;
        [
            memos.a.filtered.computed(),
            memos.b.filtered.computed(),
            memos.b.breakdown.computed(),
            memos.comparison.computed(),
        ]
    };
    assert_eq!(computed(&state), [1, 0, 0, 0]);
    act(&mut state, ProjectsAction::Compare);
    assert_eq!(computed(&state), [1, 1, 0, 1]);
    act(&mut state, ProjectsAction::Search("gas".into()));
    assert_eq!(computed(&state), [2, 1, 0, 2], "B stays what it is");
    act(
        &mut state,
        ProjectsAction::Picture(ProjectsPicture::Breakdown),
    );
    assert_eq!(computed(&state), [2, 1, 1, 2]);
    act(&mut state, ProjectsAction::EndComparison);
    assert!(state.derived.projects.b.filtered.get().is_none());
    act(&mut state, ProjectsAction::Search("oil".into()));
    assert_eq!(computed(&state), [3, 0, 0, 2]);
}

#[test]
fn the_years_of_both_sides_follow_the_step_of_the_chart() {
    let mut state = on("years:2010..2015 against:\"years:2000..2009\"");
    let mut options = state.view.projects.chart;
    options.basis = YearBasis::Completed;
    act(&mut state, ProjectsAction::Chart(options));
    let view = &state.view.projects;
    assert_eq!(view.filter.years, Some((YearBasis::Completed, 2010, 2015)));
    let against = view.against.as_ref().expect("compared");
    assert_eq!(against.years, Some((YearBasis::Completed, 2000, 2009)));
}

#[test]
fn every_picture_has_room_for_both_sides() {
    for size in SIZES {
        for picture in ["chart", "breakdown", "outcomes", "sizes", "schedule", "map"] {
            for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
                let view =
                    format!("picture:{picture} group:power against:\"group:oil-gas-pipelines\"");
                let harness = window(on(&view), size, theme);
                let alone = matches!(picture, "schedule" | "map");
                assert_eq!(
                    said(&harness, "This picture shows A alone."),
                    alone,
                    "{picture}"
                );
            }
        }
    }
}

#[test]
fn what_another_dataset_lacks_of_the_other_side_is_named_with_its_part() {
    let state = state();
    let reading = text::read(
        "against:\"sector:rail,rial chart.unit:share -text:x\"",
        &state.dataset,
    );
    let problems: Vec<String> = reading
        .problems
        .iter()
        .map(|problem| text::words(problem, &state.words))
        .collect();
    let part = "against:\"sector:rail,rial chart.unit:share -text:x\"";
    assert_eq!(
        problems,
        [
            format!("{part}: sector:rail,rial: the dataset has no “rial”; did you mean “rail”?"),
            format!("{part}: chart.unit:share: only what filters projects belongs here"),
            format!("{part}: -text:x: only facets can be excluded with a minus"),
        ]
    );
    let against = reading.view.projects.against.expect("what is left");
    assert_eq!(against.facets["sector"].include.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn side_a_is_what_it_is_alone_and_two_exchanges_change_nothing(
        at in 0_usize..4,
        picture in 0_usize..ProjectsPicture::ALL.len(),
    ) {
        let filter = ["sector:rail", "status:operational years:2010..2018", "text:gas", ""][at];
        let picture = ProjectsPicture::ALL[picture];
        let mut alone = on(filter);
        act(&mut alone, ProjectsAction::Picture(picture));
        let mut both = on(&format!("{filter} against:\"group:power amount:100..\""));
        act(&mut both, ProjectsAction::Picture(picture));
        let (one, other) = (&alone.derived.projects, &both.derived.projects);
        prop_assert_eq!(one.a.filtered.get(), other.a.filtered.get());
        prop_assert_eq!(one.a.chart.get(), other.a.chart.get());
        prop_assert_eq!(one.a.breakdown.get(), other.a.breakdown.get());
        prop_assert_eq!(one.a.outcomes.get(), other.a.outcomes.get());
        prop_assert_eq!(one.a.distribution.get(), other.a.distribution.get());
        prop_assert_eq!(one.rows.get(), other.rows.get());
        let before = both.view.clone();
        act(&mut both, ProjectsAction::SwapSides);
        prop_assert_eq!(both.view.projects.filter_of(Side::B), before.projects.filter_of(Side::A));
        act(&mut both, ProjectsAction::SwapSides);
        prop_assert_eq!(&both.view, &before);
    }
}
