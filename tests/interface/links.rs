//! Links of a dataset: only of the web, shown before they are opened, and opened only by a click.

use crate::common;

use belt_explorer::{
    app::{Tab, View, settings::ThemeChoice},
    ui::Window,
};
use common::{SIZES, labels, state_with, window};
use eframe::egui::OutputCommand;
use egui_kittest::{Harness, kittest::Queryable as _};

/// Addresses that would be opened in the next frames.
fn opened(harness: &mut Harness<'_, Window>) -> Vec<String> {
    let mut opened = Vec::new();
    for _ in 0..4 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        opened.extend(commands.iter().filter_map(|command| match command {
            OutputCommand::OpenUrl(open) => Some(open.url.clone()),
            _ => None,
        }));
    }
    opened
}

#[test]
fn a_link_shows_its_address_before_it_is_opened() {
    let mut view = View {
        tab: Tab::Sources,
        ..View::default()
    };
    let source = common::embedded().data().sources[0].clone();
    let url = source.url.clone().expect("an address");
    view.sources.selected = Some(source.id);
    let mut harness = window(state_with(view), SIZES[0], ThemeChoice::Light);
    let at = harness.get_by_label("Open the link").rect().center();
    assert!(!labels(&harness).contains(&url));
    harness.hover_at(at);
    assert_eq!(opened(&mut harness), [""; 0], "looking opens nothing");
    assert!(
        labels(&harness).contains(&url),
        "no {url} in {:?}",
        labels(&harness)
    );
    harness.get_by_label("Open the link").click();
    assert_eq!(opened(&mut harness), [url]);
}
