//! The record in the panel at the right: the same words as its page, its place on a small map, the way to the page.

use crate::common::{SIZES, ctrl, labels, state, window};
use belt_explorer::{
    analysis::projects::Spot,
    app::{
        Action, AppState, Tab, action::ProjectsAction, derived::Memo, settings::ThemeChoice,
        update, view::ProjectsPicture,
    },
    ui::{
        Window,
        figures::{RecordPages, Snapshot},
    },
};
use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable as _};
use scraper::{Html, Selector};
use std::{collections::BTreeSet, fs};

/// So high that a whole record is laid out.
const TALL: [f32; 2] = [1280.0, 9000.0];

fn select(state: &mut AppState, id: &str) {
    let action = ProjectsAction::Select(Some(id.to_owned()));
    update::apply(state, Action::Projects(action));
}

/// Shows another record in an open window.
fn show(harness: &mut Harness<'_, Window>, id: &str) {
    let ctx = harness.ctx.clone();
    let action = ProjectsAction::Select(Some(id.to_owned()));
    harness
        .state_mut()
        .apply(&ctx, vec![Action::Projects(action)]);
    harness.run();
}

fn showing(id: &str, size: [f32; 2]) -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    select(&mut state, id);
    window(state, size, ThemeChoice::Light)
}

/// The first project with a point of some exactness.
fn first(exact: bool) -> String {
    let state = state();
    let projects = &state.dataset.catalog.data().projects;
    let mut found = projects.iter().filter(|project| match Spot::of(project) {
        Spot::Exact(_) => exact,
        Spot::Region(_) => !exact,
        _ => false,
    });
    found.next().expect("one").id.clone()
}

#[test]
fn the_page_says_what_the_window_says_for_every_project() {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    let mut pages = RecordPages::new(&Snapshot::of(&state));
    let projects = state.dataset.catalog.data().projects.clone();
    // Of those with a lot to say, and of each tenth.
    let many = |at: usize| {
        let project = &projects[at];
        at.is_multiple_of(10) || project.figures.len() > 8 || !project.disagreements.is_empty()
    };
    let mut harness = window(state, TALL, ThemeChoice::Light);
    for at in (0..projects.len()).filter(|at| many(*at)) {
        let id = &projects[at].id;
        show(&mut harness, id);
        let shown: BTreeSet<String> = labels(&harness).into_iter().collect();
        let page = Html::parse_document(&pages.html(id).expect("a page"));
        let selector =
            ".statements .name, .statements .text, .mark, .details, .note, .remark, .names li";
        let selector = Selector::parse(selector).expect("a selector");
        let mut said = 0;
        for element in page.select(&selector) {
            let words: String = element.text().collect();
            let blank = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let own = blank(&words);
            said += 1;
            assert!(
                own.is_empty() || shown.iter().any(|label| blank(label) == own),
                "{id}: {words}"
            );
        }
        assert!(said > 3, "{id}");
    }
}

#[test]
fn a_place_stands_on_a_small_map_that_leads_to_the_large_one() {
    let mut harness = showing(&first(true), TALL);
    harness
        .get_by_label_contains("on a small map – Show on the map")
        .click();
    harness.run();
    let view = &harness.state().state().view.projects;
    assert_eq!(view.picture, ProjectsPicture::Map);
    assert!(view.map_frame.is_some());
}

#[test]
fn a_region_is_not_shown_as_a_point_and_a_country_not_at_all() {
    let harness = showing(&first(false), TALL);
    harness.get_by_label_contains("the point stands for all of it");
    let state = state();
    let projects = &state.dataset.catalog.data().projects;
    let nowhere = projects
        .iter()
        .find(|project| Spot::of(project).at().is_none());
    let harness = showing(&nowhere.expect("one").id, TALL);
    assert!(harness.query_by_label_contains("on a small map").is_none());
    assert!(labels(&harness).contains(&"Place".to_owned()), "it is said");
}

#[test]
fn the_land_of_the_small_map_is_cut_once_and_only_when_it_is_seen() {
    let mut harness = showing(&first(true), SIZES[0]);
    let land = |harness: &Harness<'_, Window>| {
        let derived = &harness.state().state().derived.projects;
        derived.land.each_ref().map(Memo::computed)
    };
    assert_eq!(land(&harness), [1, 0]);
    let ids = [first(false), first(true)];
    for id in ids.iter().cycle().take(6) {
        show(&mut harness, id);
    }
    assert_eq!(land(&harness), [1, 0]);
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    assert_eq!(state.derived.projects.land[0].computed(), 0);
}

#[test]
fn a_key_opens_the_dialog_and_the_page_is_written_once_unless_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let id = first(true);
    let mut state = state();
    state.settings.export.folder = folder.path().display().to_string();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    let mut harness = window(state, SIZES[0], ThemeChoice::Light);
    ctrl(&mut harness, Key::P);
    assert!(
        harness.query_by_label("Save").is_none(),
        "nothing is selected"
    );
    show(&mut harness, &id);
    ctrl(&mut harness, Key::P);
    harness.get_by_label("Save").click();
    harness.run();
    harness.get_by_label_contains("Saved ");
    let file = folder.path().join(format!("kazakhstan-china-{id}.html"));
    let page = fs::read_to_string(&file).expect("written");
    let snapshot = Snapshot::of(harness.state().state());
    assert_eq!(RecordPages::new(&snapshot).html(&id), Some(page));
    fs::write(&file, "mine").expect("written");
    ctrl(&mut harness, Key::P);
    harness.get_by_label("Save").click();
    harness.run();
    assert_eq!(fs::read_to_string(&file).expect("read"), "mine");
    harness.get_by_label("Replace it").click();
    harness.run();
    assert_ne!(fs::read_to_string(&file).expect("read"), "mine");
}
