//! The pictures of the Projects tab besides the breakdown and the map: what they show, and where a click or a
//! key leads.

use crate::common::{SIZES, labels, state, window};
use belt_explorer::{
    analysis::{
        prices::Prices,
        projects::{InvestmentUnit, OUTCOMES, OutcomeKey},
    },
    app::{
        Action, Tab,
        action::ProjectsAction,
        settings::ThemeChoice,
        update,
        view::{OverviewRecord, ProjectsPicture, text},
    },
    dataset::schema::Stage,
    ui::Window,
};
use eframe::egui::{Key, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

fn shown(view: &str) -> Harness<'static, Window> {
    let mut state = state();
    let view = format!("view:1 tab:projects {view}");
    let reading = text::read(&view, &state.dataset);
    assert_eq!(reading.problems, [], "{view}");
    state.view = reading.view;
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    window(state, SIZES[1], ThemeChoice::Light)
}

fn name_with(harness: &Harness<'_, Window>, words: &str) -> String {
    let all = labels(harness);
    let found = all.iter().find(|label| label.contains(words));
    found.unwrap_or_else(|| panic!("{words}: {all:#?}")).clone()
}

#[test]
fn each_picture_is_computed_only_while_it_is_in_front() {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    let computed = |state: &belt_explorer::app::AppState| {
        let derived = &state.derived.projects;
        [
            derived.a.moments.computed(),
            derived.a.outcomes.computed(),
            derived.a.distribution.computed(),
            derived.schedule.computed(),
        ]
    };
    assert_eq!(computed(&state), [1, 0, 0, 0]);
    let pictures = [
        (ProjectsPicture::Outcomes, [1, 1, 0, 0]),
        (ProjectsPicture::Sizes, [1, 1, 1, 0]),
        (ProjectsPicture::Schedule, [1, 1, 1, 1]),
    ];
    for (picture, expected) in pictures {
        update::apply(
            &mut state,
            Action::Projects(ProjectsAction::Picture(picture)),
        );
        assert_eq!(computed(&state), expected, "{picture:?}");
    }
    // Neither what does not change what they show nor a filter while they are behind computes them again.
    update::apply(&mut state, Action::Projects(ProjectsAction::Select(None)));
    assert_eq!(computed(&state), [1, 1, 1, 1]);
    update::apply(
        &mut state,
        Action::Projects(ProjectsAction::Search("rail".to_owned())),
    );
    assert_eq!(computed(&state), [1, 1, 1, 2]);
}

#[test]
fn money_in_constant_prices_and_its_change_are_a_choice_away() {
    let mut harness = shown("");
    harness.get_by_label("What is counted: Money").click();
    harness.run();
    harness.get_by_label("Change of money, 2023 prices").click();
    harness.run();
    let chart = harness.state().state().view.projects.chart;
    assert_eq!(
        (chart.unit, chart.prices),
        (InvestmentUnit::Change, Prices::Constant(2023))
    );
    let name = name_with(
        &harness,
        "Investment over time. Billion USD more or less than the year before, in prices",
    );
    assert!(name.starts_with("Investment over time"), "{name}");
    harness.get_by_label("Prices of 2023");
}

#[test]
fn what_happened_in_a_year_is_listed_below_it_and_opens_its_record() {
    let mut harness = shown("");
    let moments = harness
        .state()
        .state()
        .derived
        .projects
        .a
        .moments
        .get()
        .expect("computed")
        .clone();
    let (year, of_year) = moments.iter().next().expect("something happened");
    let name = name_with(&harness, &format!("{year}: "));
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    let belt_explorer::analysis::projects::Moment::Event(at) = of_year[0] else {
        panic!("the first year has events");
    };
    let event = &harness.state().state().dataset.catalog.data().events[at];
    let (title, id) = (event.title["en"].to_owned(), event.id.clone());
    harness.get_by_role_and_label(Role::Link, &title).click();
    harness.run();
    let view = &harness.state().state().view;
    assert_eq!(view.tab, Tab::Overview);
    assert_eq!(view.overview.selected, Some(OverviewRecord::Event(id)));
}

#[test]
fn a_share_of_the_outcomes_shows_exactly_its_projects_and_a_second_click_takes_it_back() {
    for by in ["cohort", "division"] {
        let mut harness = shown(&format!("picture:outcomes outcomes.by:{by}"));
        let outcomes = harness
            .state()
            .state()
            .derived
            .projects
            .a
            .outcomes
            .get()
            .expect("computed")
            .clone();
        let done = OUTCOMES
            .iter()
            .position(|own| *own == Some(Stage::Done))
            .expect("there");
        let row = outcomes
            .rows
            .iter()
            .find(|row| match row.key {
                OutcomeKey::Cohort(_) | OutcomeKey::Part(_) => row.stages[done].money_m > 0.0,
                OutcomeKey::All | OutcomeKey::Undated => false,
            })
            .expect("some are done");
        let count = row.stages[done].count;
        let wanted = format!(", {count} project");
        let all = labels(&harness);
        let is_own = |label: &&String| {
            label.contains(", done: ") && label.contains(&wanted) && !label.starts_with("All,")
        };
        let name = all.iter().find(is_own).expect("a share").clone();
        let node = harness.get_by_role_and_label(Role::Button, &name);
        node.click();
        harness.run();
        let state = harness.state().state();
        let filtered = state.derived.projects.a.filtered.get().expect("computed");
        assert_eq!(filtered.count, count, "{by}: {name}");
        // Nothing else is left in the row now, so that its name has changed.
        let mut shares = labels(&harness)
            .into_iter()
            .filter(|label| label.contains(", done: 100"));
        let again = shares
            .find(|label| !label.starts_with("All,"))
            .expect("the same");
        harness.get_by_role_and_label(Role::Button, &again).click();
        harness.run();
        assert!(
            harness.state().state().view.projects.filter.is_empty(),
            "{by}"
        );
    }
}

#[test]
fn dots_of_the_sizes_are_gone_through_with_the_arrow_keys() {
    let mut harness = shown("picture:sizes");
    let name = name_with(&harness, "How large they are. ");
    harness.get_by_label(&name).focus();
    harness.run();
    let selected =
        |harness: &Harness<'_, Window>| harness.state().state().view.projects.selected.clone();
    assert_eq!(selected(&harness), None);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let first = selected(&harness).expect("the largest of the first row");
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let next = selected(&harness).expect("the one before");
    assert_ne!(first, next);
    let state = harness.state().state();
    let sizes = state
        .derived
        .projects
        .a
        .distribution
        .get()
        .expect("computed");
    let row = &sizes.rows[0].sizes;
    let at = |id: &str| {
        let project = state.dataset.catalog.project_index(id);
        row.iter()
            .position(|size| Some(size.project) == project)
            .expect("in the row")
    };
    assert_eq!((at(&first), at(&next)), (row.len() - 1, row.len() - 2));
    harness.key_press(Key::ArrowDown);
    harness.run();
    let below = selected(&harness).expect("in the next row");
    let project = harness
        .state()
        .state()
        .dataset
        .catalog
        .project_index(&below);
    let sizes = harness
        .state()
        .state()
        .derived
        .projects
        .a
        .distribution
        .get()
        .expect("computed");
    assert!(
        sizes.rows[1]
            .sizes
            .iter()
            .any(|size| Some(size.project) == project)
    );
}

#[test]
fn a_row_of_the_schedule_says_its_dates_and_opens_the_record() {
    let harness = shown("picture:schedule");
    let state = harness.state().state();
    let schedule = state.derived.projects.schedule.get().expect("computed");
    let (catalog, table) = (&state.dataset.catalog, &state.dataset.projects);
    let overdue = schedule
        .spans(catalog, table)
        .find(|span| span.overdue_years.is_some());
    let project = &state.dataset.catalog.data().projects[overdue.expect("one is").project];
    // Only rows in sight are there.
    let mut harness = shown(&format!(
        "picture:schedule text:\"{}\"",
        &project.name["en"]
    ));
    let name = name_with(&harness, "overdue by ");
    assert!(name.contains("planned end "), "{name}");
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    let id = harness
        .state()
        .state()
        .view
        .projects
        .selected
        .clone()
        .expect("selected");
    let project = harness
        .state()
        .state()
        .dataset
        .catalog
        .project(&id)
        .expect("there");
    assert!(name.starts_with(&project.name["en"]));
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    assert_eq!(harness.state().state().view.projects.selected, None);
}

#[test]
fn every_picture_says_what_empties_it_and_how_to_get_out() {
    for picture in ["chart", "breakdown", "outcomes", "sizes", "schedule"] {
        let harness = shown(&format!(
            "picture:{picture} text:\"no such words anywhere\""
        ));
        let all = labels(&harness);
        let offers = all.iter().any(|label| label.starts_with("Without “"));
        assert!(offers, "{picture}: {all:?}");
    }
}
