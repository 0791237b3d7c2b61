//! Copying and pasting the view in the window.

use super::{common, understood};
use belt_explorer::{
    analysis::projects::{Column, SortKey},
    app::{Tab, View, settings::ThemeChoice, view::text},
    ui::Window,
};
use common::{SIZES, ctrl, labels};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Role, ViewportCommand, ViewportId};
use egui_kittest::{Harness, kittest::Queryable as _};

const TEXT: &str = "view:1 dataset:kazakhstan-china tab:projects sector:rail sort:name/asc";

fn window(view: View) -> Harness<'static, Window> {
    common::window(common::state_with(view), SIZES[0], ThemeChoice::Light)
}

fn view(harness: &Harness<'_, Window>) -> View {
    harness.state().state().view.clone()
}

/// Presses a key; one frame sees it, and its output is there to be looked at.
fn ctrl_shift(harness: &mut Harness<'_, Window>, key: Key) {
    harness.event(Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT),
    });
}

/// Lets frames go by until one puts something on the clipboard.
fn copied(harness: &mut Harness<'_, Window>) -> Option<String> {
    (0..4).find_map(|_| {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// Lets frames go by until one asks for the clipboard.
fn asks_for_clipboard(harness: &mut Harness<'_, Window>) -> bool {
    (0..4).any(|_| {
        harness.step();
        let viewports = &harness.output().viewport_output;
        let commands = viewports
            .get(&ViewportId::ROOT)
            .map(|output| &output.commands);
        commands.is_some_and(|commands| commands.contains(&ViewportCommand::RequestPaste))
    })
}

fn paste(harness: &mut Harness<'_, Window>, text: &str) {
    harness.event(Event::Paste(text.to_owned()));
    harness.run();
}

#[track_caller]
fn shows(harness: &Harness<'_, Window>, words: &str) {
    let shown = labels(harness);
    assert!(
        shown.iter().any(|label| label.contains(words)),
        "no `{words}` in {shown:?}"
    );
}

#[test]
fn the_view_is_copied_with_its_dataset_and_pasted_again() {
    let mut harness = window(understood(TEXT));
    ctrl_shift(&mut harness, Key::C);
    assert_eq!(copied(&mut harness).as_deref(), Some(TEXT));
    harness.run();
    shows(&harness, "The view is on the clipboard.");

    let mut harness = window(View::default());
    paste(&mut harness, TEXT);
    assert_eq!(view(&harness), understood(TEXT));
    shows(&harness, "The pasted view is shown.");
}

#[test]
fn undo_takes_a_pasted_view_back_in_one_step() {
    let before = understood("view:1 tab:projects status:cancelled");
    let mut harness = window(before.clone());
    paste(&mut harness, TEXT);
    assert_eq!(view(&harness).content(), understood(TEXT).content());
    ctrl(&mut harness, Key::Z);
    assert_eq!(view(&harness).content(), before.content());
    assert!(harness.state().state().history.undo_label().is_none());
    ctrl_shift(&mut harness, Key::Z);
    harness.run();
    assert_eq!(
        view(&harness).content(),
        understood(TEXT).content(),
        "done again"
    );
}

#[test]
fn the_command_asks_for_the_clipboard_even_from_the_search_field() {
    let mut harness = window(understood("tab:projects"));
    ctrl(&mut harness, Key::F);
    ctrl_shift(&mut harness, Key::V);
    assert!(asks_for_clipboard(&mut harness));
    paste(&mut harness, TEXT);
    assert_eq!(view(&harness), understood(TEXT));
}

#[test]
fn of_a_view_pasted_into_the_search_field_the_parts_about_projects_count() {
    let mut harness = window(understood("tab:projects"));
    ctrl(&mut harness, Key::F);
    paste(&mut harness, TEXT);
    let projects = view(&harness).projects;
    assert_eq!(projects.filter.text, "");
    assert!(projects.filter.facets["sector"].include.contains("rail"));
    // The last part may go on; Enter ends it.
    assert_eq!(projects.sort, SortKey::default());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(view(&harness).projects.sort.column, Column::Name);
}

#[test]
fn what_is_not_understood_is_listed_and_the_rest_is_shown() {
    let mut harness = window(View::default());
    paste(
        &mut harness,
        "view:1 dataset:elsewhere tab:projects sector:rail,rial tarde.show:balance",
    );
    assert_eq!(view(&harness), understood("tab:projects sector:rail"));
    let message = harness.state().state().message.clone().expect("a message");
    assert!(message.is_error);
    for part in [
        "dataset:elsewhere: this view was made of",
        "did you mean “rail”?",
        "tarde.show:balance: there is no such part",
    ] {
        assert!(
            message.text.contains(part),
            "no `{part}` in {}",
            message.text
        );
    }
}

#[test]
fn other_texts_are_no_views() {
    let mut harness = window(understood(TEXT));
    paste(&mut harness, "sector:pipelines");
    assert_eq!(view(&harness), understood(TEXT));
    shows(&harness, "The clipboard holds no view");
}

#[test]
fn both_commands_stand_in_the_menu() {
    let mut harness = window(understood(TEXT));
    harness.get_by_role_and_label(Role::Button, "Edit").click();
    harness.run();
    harness
        .get_by_label_contains("Copy link to this view")
        .click();
    assert_eq!(copied(&mut harness).as_deref(), Some(TEXT));
}

/// Whatever a view holds, every tab can be drawn with it.
#[test]
fn odd_years_and_numbers_can_be_drawn() {
    let text = "view:1 years:0..9999 trade.years:0..9999 trade.display:index/9999 trade.prices:constant/0 \
                trade.select:9999 trade.ranking-year:0 transit.years:0..9999 transit.scopes:none transit.value:0 \
                transit.volume:0 transit.holding:owner/1/0.1 sources.years:0..9999";
    let odd = understood(text);
    for tab in [
        Tab::Overview,
        Tab::Projects,
        Tab::Trade,
        Tab::Transit,
        Tab::Sources,
    ] {
        let mut view = odd.clone();
        view.tab = tab;
        let harness = window(view.clone());
        assert_eq!(
            harness.state().state().view,
            view,
            "drawing changed the view"
        );
        assert!(labels(&harness).len() > 20);
    }
    assert!(text::is_view(text));
}
