//! The flow of intent: actions, undo, memos, settings, jobs. No window.

use crate::common;

use belt_explorer::{
    analysis::projects::{Column, InvestmentOptions, InvestmentUnit},
    app::{
        Action, Tab, View,
        action::{ProjectsAction, SourcesAction},
        commands::{COMMANDS, Menu},
        jobs::Lane,
        settings::{self, ThemeChoice},
        state::Dialog,
        update::apply,
    },
    i18n::Words,
};
use std::{collections::BTreeMap, path::PathBuf};

fn include(value: &str) -> Action {
    Action::Projects(ProjectsAction::ToggleInclude {
        facet: "group".into(),
        value: value.into(),
    })
}

#[test]
fn undo_returns_to_equal_views_and_redo_back_again() {
    let mut state = common::state();
    let group = state.dataset.catalog.data().sector_groups[0].id.clone();
    let mut views = vec![state.view.clone()];
    let options = InvestmentOptions {
        unit: InvestmentUnit::Count,
        ..InvestmentOptions::default()
    };
    for action in [
        Action::ShowTab(Tab::Projects),
        include(&group),
        Action::Projects(ProjectsAction::Chart(options)),
        Action::Projects(ProjectsAction::Sort(Column::Name)),
        Action::Projects(ProjectsAction::Search("gas".into())),
        Action::Projects(ProjectsAction::Search("gas pipe".into())),
        Action::Projects(ProjectsAction::Select(Some("x".into()))),
    ] {
        apply(&mut state, action);
        views.push(state.view.clone());
    }
    // Showing a tab and selecting leave no step, and typing is one: four steps.
    let mut undone = Vec::new();
    while state.history.undo_label().is_some() {
        apply(&mut state, Action::Undo);
        undone.push(state.view.content());
    }
    let expected: Vec<View> = [4, 3, 2, 0].iter().map(|at| views[*at].content()).collect();
    assert_eq!(undone, expected);
    assert_eq!(
        state.view.tab,
        Tab::Projects,
        "undo does not jump between tabs"
    );
    while state.history.redo_label().is_some() {
        apply(&mut state, Action::Redo);
    }
    assert_eq!(state.view.content(), views[6].content());
}

#[test]
fn the_end_of_a_gesture_ends_a_step() {
    let mut state = common::state();
    apply(
        &mut state,
        Action::Projects(ProjectsAction::Search("a".into())),
    );
    state.history.close_step();
    apply(
        &mut state,
        Action::Projects(ProjectsAction::Search("ab".into())),
    );
    apply(&mut state, Action::Undo);
    assert_eq!(state.view.projects.filter.text, "a");
}

#[test]
fn a_second_click_takes_a_choice_back() {
    let mut state = common::state();
    apply(&mut state, include("g"));
    apply(
        &mut state,
        Action::Projects(ProjectsAction::ToggleExclude {
            facet: "group".into(),
            value: "g".into(),
        }),
    );
    let choice = &state.view.projects.filter.facets["group"];
    assert!(
        choice.include.is_empty() && choice.exclude.contains("g"),
        "never on both sides"
    );
    apply(
        &mut state,
        Action::Projects(ProjectsAction::ToggleExclude {
            facet: "group".into(),
            value: "g".into(),
        }),
    );
    assert!(state.view.projects.filter.is_empty());
}

#[test]
fn results_are_computed_once_per_change() {
    let mut state = common::state();
    let counts = |state: &belt_explorer::app::AppState| {
        let memos = &state.derived.projects;
        [
            memos.a.filtered.computed(),
            memos.a.chart.computed(),
            memos.rows.computed(),
        ]
    };
    assert_eq!(counts(&state), [0, 0, 0], "a hidden tab computes nothing");
    apply(&mut state, Action::ShowTab(Tab::Projects));
    assert_eq!(counts(&state), [1, 1, 1]);
    apply(&mut state, Action::SetTheme(ThemeChoice::Dark));
    apply(
        &mut state,
        Action::Projects(ProjectsAction::Select(Some("x".into()))),
    );
    apply(&mut state, Action::ShowTab(Tab::Trade));
    apply(&mut state, Action::ShowTab(Tab::Projects));
    assert_eq!(
        counts(&state),
        [1, 1, 1],
        "theme, selection and tabs compute nothing"
    );
    apply(
        &mut state,
        Action::Projects(ProjectsAction::Search("gas".into())),
    );
    assert_eq!(
        counts(&state),
        [2, 2, 2],
        "one change of the filter computes each once"
    );
    apply(
        &mut state,
        Action::Projects(ProjectsAction::Sort(Column::Name)),
    );
    assert_eq!(
        counts(&state),
        [2, 2, 3],
        "sorting orders the rows and nothing else"
    );
}

#[test]
fn settings_survive_and_each_broken_part_falls_back_alone() {
    let mut state = common::state();
    apply(&mut state, Action::ShowTab(Tab::Projects));
    apply(&mut state, include("power"));
    apply(&mut state, Action::SetTheme(ThemeChoice::Dark));
    apply(
        &mut state,
        Action::Sources(SourcesAction::Search("customs".into())),
    );
    let mut stored = BTreeMap::new();
    settings::save(&state, |key, text| {
        stored.insert(key.to_owned(), text);
    });
    let id = state.dataset.id().to_owned();
    assert_eq!(
        settings::load_view(&id, |key| stored.get(key).cloned()),
        state.view
    );
    assert_eq!(
        settings::load_settings(|key| stored.get(key).cloned()),
        state.settings
    );
    for key in stored.keys() {
        let broken = |other: &str| {
            let text = stored.get(other).cloned();
            if other == key {
                Some("((broken".to_owned())
            } else {
                text
            }
        };
        let view = settings::load_view(&id, broken);
        let parts = [
            view.tab == state.view.tab,
            view.projects == state.view.projects,
            view.trade == state.view.trade,
            view.transit == state.view.transit,
            view.sources == state.view.sources,
            settings::load_settings(broken) == state.settings,
        ];
        let lost = parts.iter().filter(|same| !**same).count();
        assert!(lost <= 1, "{key} broke {lost} parts");
    }
}

#[test]
fn a_failed_load_keeps_the_open_dataset() {
    let mut state = common::state();
    let before = state.dataset.revision;
    apply(
        &mut state,
        Action::Load(PathBuf::from("no/such/dataset.ron")),
    );
    let result = state.jobs.poll().expect("inline jobs are done at once");
    apply(&mut state, Action::JobDone(result));
    assert_eq!(state.dataset.revision, before);
    let message = state.message.as_ref().expect("a message");
    assert!(
        message.is_error && message.text.contains("no/such/dataset.ron"),
        "{}",
        message.text
    );
}

#[test]
fn reading_again_keeps_the_view() {
    let mut state = common::state();
    apply(&mut state, Action::ShowTab(Tab::Projects));
    apply(&mut state, include("power"));
    let view = state.view.clone();
    apply(&mut state, Action::Reload);
    let result = state.jobs.poll().expect("inline jobs are done at once");
    apply(&mut state, Action::JobDone(result));
    assert!(!state.jobs.is_running(Lane::Load) && state.loading.is_none());
    assert_eq!(state.view, view);
}

#[test]
fn a_cancelled_job_leaves_no_result() {
    let mut state = common::state();
    apply(&mut state, Action::Reload);
    apply(&mut state, Action::CancelJob(Lane::Load));
    assert!(state.jobs.poll().is_none());
    assert!(!state.jobs.is_running(Lane::Load));
}

#[test]
fn only_web_links_are_opened() {
    let mut state = common::state();
    assert!(apply(&mut state, Action::OpenLink("https://example.org".into())).is_some());
    for link in ["file:///etc/passwd", "javascript:alert(1)", "C:\\x.exe", ""] {
        assert_eq!(
            apply(&mut state, Action::OpenLink(link.into())),
            None,
            "{link}"
        );
    }
}

#[test]
fn commands_have_words_and_no_shortcut_twice() {
    let words = Words::new("en");
    let mut shortcuts = Vec::new();
    for command in COMMANDS {
        for key in [
            format!("command-{}", command.id),
            format!("command-{}-tip", command.id),
        ] {
            assert!(words.has(&key), "no words for {key}");
        }
        assert!(Menu::ALL.iter().any(|(menu, _)| *menu == command.menu));
        if let Some(shortcut) = command.shortcut {
            assert!(!shortcuts.contains(&shortcut), "{shortcut:?} twice");
            shortcuts.push(shortcut);
        }
    }
}

#[test]
fn dialogs_open_and_close() {
    let mut state = common::state();
    apply(&mut state, Action::ShowDialog(Some(Dialog::About)));
    assert_eq!(state.dialog, Some(Dialog::About));
    apply(&mut state, Action::ShowDialog(None));
    assert_eq!(state.dialog, None);
}
