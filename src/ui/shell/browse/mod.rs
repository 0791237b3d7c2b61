//! The dialog that looks for a dataset, or for a folder to write into: places at the left, one
//! folder at the right.

mod entries;
mod path;
mod places;

use crate::{
    app::{
        Action,
        browse::{BrowseAction, Listing, Purpose},
    },
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, warning_note},
    },
};
use eframe::egui::{Align, Button, Event, Key, Layout, Ui, UiBuilder, vec2};

/// Width of the places.
const PLACES_WIDTH: f32 = 216.0;
/// Height of the dialog's middle, so that it does not jump from folder to folder.
const HEIGHT: f32 = 430.0;

/// The content of the dialog.
pub(super) fn browse_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let title = match cx.state.browser.purpose {
        Purpose::Dataset => "browse-title",
        Purpose::ExportFolder => "browse-title-folder",
    };
    ui.label(strong(cx.t(title), size::TITLE));
    ui.add_space(6.0);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), HEIGHT),
        Layout::left_to_right(Align::Min),
        |ui| {
            ui.set_min_height(HEIGHT);
            column_ui(ui, PLACES_WIDTH, |ui| places::places_ui(ui, cx));
            ui.add_space(12.0);
            let rest = ui.available_width();
            column_ui(ui, rest, |ui| folder_ui(ui, cx));
        },
    );
}

fn column_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        content(ui);
    });
}

fn folder_ui(ui: &mut Ui, cx: &Cx<'_>) {
    path::path_ui(ui, cx);
    ui.add_space(4.0);
    let foot = 62.0;
    let room = vec2(ui.available_width(), ui.available_height() - foot);
    let (_, list) = ui.allocate_space(room);
    let mut middle = ui.new_child(UiBuilder::new().max_rect(list));
    match &cx.state.browser.listing {
        Some(Ok(listing)) if listing.entries.is_empty() => {
            muted(&mut middle, &cx.t("browse-empty"));
        }
        Some(Ok(listing)) => entries::entries_ui(&mut middle, cx, listing),
        Some(Err(said)) => {
            warning_note(&mut middle, said);
        }
        None => {
            middle.spinner();
        }
    }
    foot_ui(ui, cx);
}

/// What the folder is as a whole, and the buttons.
fn foot_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let browser = &cx.state.browser;
    let listing = browser.listing.as_ref();
    let listing = listing.and_then(|listing| listing.as_ref().ok());
    ui.add_space(4.0);
    muted(
        ui,
        &listing.map_or_else(String::new, |listing| words(cx, listing)),
    );
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        if browser.purpose == Purpose::Dataset {
            let open = Button::new(cx.t("browse-open")).fill(cx.tokens.selection);
            let response = ui.add_enabled(browser.chosen.is_some(), open);
            let enter = browser.chosen.is_some()
                && ui.memory(|memory| memory.focused().is_none())
                && ui.input(|input| input.events.iter().any(is_enter));
            if let Some(path) = browser
                .chosen
                .as_ref()
                .filter(|_| response.clicked() || enter)
            {
                cx.push(Action::Browse(BrowseAction::Go(path.clone())));
            }
        }
        let (key, usable) = match browser.purpose {
            Purpose::Dataset => (
                "browse-open-folder",
                listing.is_some_and(|listing| listing.dataset_files() > 0),
            ),
            Purpose::ExportFolder => ("browse-take-folder", listing.is_some()),
        };
        let folder = ui
            .add_enabled(usable, Button::new(cx.t(key)))
            .on_hover_text(cx.t("browse-open-folder-tip"));
        if let Some(listing) = listing.filter(|_| folder.clicked()) {
            cx.push(Action::Browse(BrowseAction::Take(listing.folder.clone())));
        }
    });
}

fn is_enter(event: &Event) -> bool {
    matches!(
        event,
        Event::Key {
            key: Key::Enter,
            pressed: true,
            ..
        }
    )
}

fn words(cx: &Cx<'_>, listing: &Listing) -> String {
    let count = [("count", listing.dataset_files().into())];
    let mut words = cx.with("browse-files", &count);
    if listing.left_out > 0 {
        let more = [("count", listing.left_out.into())];
        words = format!("{words} · {}", cx.with("browse-left-out", &more));
    }
    words
}
