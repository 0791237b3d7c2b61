//! The breakdown of projects in rows and columns: what is drawn, and where a click leads.

use crate::common::{SIZES, labels, state, window};
use belt_explorer::{
    analysis::projects::{
        BreakdownBy, BreakdownColumn, InvestmentOptions, MoneyStage, SPAN, StackPart,
    },
    app::{
        Action, Tab, View, action::ProjectsAction, settings::ThemeChoice, update,
        view::ProjectsPicture,
    },
    ui::{Window, figures::main_figure},
};
use eframe::egui::Role;
use egui_kittest::{Harness, kittest::Queryable as _};

fn shown(by: BreakdownBy) -> Harness<'static, Window> {
    shown_with(by, InvestmentOptions::default())
}

fn shown_with(by: BreakdownBy, options: InvestmentOptions) -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    for action in [
        ProjectsAction::Picture(ProjectsPicture::Breakdown),
        ProjectsAction::BreakdownBy(by),
        ProjectsAction::Chart(options),
    ] {
        update::apply(&mut state, Action::Projects(action));
    }
    window(state, SIZES[1], ThemeChoice::Light)
}

/// The name of the first cell that a filter can be made of.
fn cell(
    harness: &Harness<'_, Window>,
    is_wanted: impl Fn(BreakdownColumn) -> bool,
) -> (String, usize) {
    let state = harness.state().state();
    let parts = state.derived.projects.a.breakdown.get().expect("computed");
    let row = &parts.rows[0];
    assert!(matches!(row.part, StackPart::Value(_)));
    let mut cells = parts.columns.iter().zip(&row.cells);
    let (_, cell) = cells
        .find(|(column, cell)| is_wanted(**column) && cell.count > 0)
        .expect("one holds projects");
    let count = format!(": {} project", cell.count);
    let all = labels(harness);
    let name = all
        .iter()
        .find(|label| label.contains(&count) && label.matches(", ").count() >= 2);
    (name.expect("a cell").clone(), cell.count)
}

#[test]
fn a_click_on_a_cell_shows_exactly_its_projects_and_a_second_one_takes_it_back() {
    for by in BreakdownBy::ALL {
        let mut harness = shown(by);
        let (name, count) = cell(&harness, |column| match column {
            BreakdownColumn::Status(_) | BreakdownColumn::Years(_) => true,
            BreakdownColumn::Undated => false,
        });
        harness.get_by_label(&name).click();
        harness.run();
        let state = harness.state().state();
        let filtered = state.derived.projects.a.filtered.get().expect("computed");
        assert_eq!(filtered.count, count, "{name}");
        if let Some((_, from, to)) = state.view.projects.filter.years {
            assert_eq!(to - from, SPAN - 1);
        }
        harness.get_by_label(&name).click();
        harness.run();
        assert!(harness.state().state().view.projects.filter.is_empty());
    }
}

#[test]
fn the_breakdown_is_computed_only_while_it_is_in_front() {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    assert_eq!(state.derived.projects.a.breakdown.computed(), 0);
    let picture = ProjectsAction::Picture(ProjectsPicture::Breakdown);
    update::apply(&mut state, Action::Projects(picture));
    assert_eq!(state.derived.projects.a.breakdown.computed(), 1);
}

#[test]
fn what_no_filter_can_say_cannot_be_pressed() {
    let mut harness = shown(BreakdownBy::Years);
    let undated = |label: &String| label.contains(", No year: ");
    let name = labels(&harness)
        .into_iter()
        .find(undated)
        .expect("some have none");
    harness.get_by_role_and_label(Role::Label, &name).click();
    harness.run();
    assert!(harness.state().state().view.projects.filter.is_empty());
}

#[test]
fn the_picture_in_front_is_the_one_that_is_exported() {
    for (picture, name) in [
        (ProjectsPicture::Breakdown, "breakdown"),
        (ProjectsPicture::Map, "map"),
        (ProjectsPicture::Chart, "investment"),
    ] {
        let mut view = View {
            tab: Tab::Projects,
            ..View::default()
        };
        view.projects.picture = picture;
        assert_eq!(main_figure(&view).map(|spec| spec.id), Some(name));
    }
}

#[test]
fn mixed_stages_of_money_are_said_beside_every_sum() {
    let said = |stage| {
        let options = InvestmentOptions {
            stage,
            ..InvestmentOptions::default()
        };
        let harness = shown_with(BreakdownBy::Status, options);
        let all = labels(&harness);
        let has = |words: &str| all.iter().any(|label| label.contains(words));
        (has("Mixed stages of money"), has(", stages mixed · "))
    };
    assert_eq!(said(MoneyStage::Latest), (true, true));
    assert_eq!(
        said(MoneyStage::Paid),
        (false, false),
        "one stage is no mix"
    );
}
