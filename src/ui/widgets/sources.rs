//! Where a number comes from, one click away.

use super::{muted, quiet_button};
use crate::{
    app::Action,
    dataset::schema::Source,
    i18n::short_date,
    ui::{Cx, theme::size},
};
use eframe::egui::{Popup, PopupCloseBehavior, RichText, ScrollArea, Ui};

/// A small button with the number of sources; a click lists them.
pub fn sources_button(ui: &mut Ui, cx: &Cx<'_>, of: &str, ids: &[String]) {
    if ids.is_empty() {
        return;
    }
    let text = cx.with("sources-count", &[("count", ids.len().into())]);
    let name = cx.with(
        "sources-of",
        &[("of", of.into()), ("count", ids.len().into())],
    );
    let response = quiet_button(ui, &text, &name);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(380.0);
            ScrollArea::vertical()
                .max_height(360.0)
                .show(ui, |ui| source_list(ui, cx, ids));
        });
}

/// The sources with these ids, each with its link.
pub fn source_list(ui: &mut Ui, cx: &Cx<'_>, ids: &[String]) {
    for source in ids.iter().filter_map(|id| cx.catalog().source(id)) {
        source_line(ui, cx, source);
    }
}

/// One source: title as a link, then publisher and date.
pub fn source_line(ui: &mut Ui, cx: &Cx<'_>, source: &Source) {
    let title = RichText::new(&source.title).size(size::TABLE);
    match &source.url {
        Some(url) => {
            let response = ui.link(title).on_hover_text(url);
            if response.clicked() {
                cx.push(Action::OpenLink(url.clone()));
            }
            response.context_menu(|ui| {
                if ui.button(cx.t("copy-link")).clicked() {
                    cx.push(Action::Copy(url.clone()));
                }
                if ui.button(cx.t("show-in-sources")).clicked() {
                    cx.push(Action::ShowSource(source.id.clone()));
                }
            });
        }
        None => {
            ui.label(title);
        }
    }
    let date = source.date.map(short_date);
    let parts: Vec<&str> = source
        .publisher
        .as_deref()
        .into_iter()
        .chain(date.as_deref())
        .collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        muted(ui, &parts.join(" · "));
        let name = cx.with("show-source", &[("title", (&source.title).into())]);
        if quiet_button(ui, &cx.t("details"), &name).clicked() {
            cx.push(Action::ShowSource(source.id.clone()));
        }
    });
    ui.add_space(2.0);
}
