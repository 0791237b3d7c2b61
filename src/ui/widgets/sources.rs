//! Where a number comes from, one click away.

use super::{muted, quiet_button};
use crate::{
    app::Action,
    dataset::schema::Source,
    i18n::short_date,
    ui::{Cx, theme::size},
};
use eframe::egui::{
    Popup, PopupCloseBehavior, RichText, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder, vec2,
};

/// Height of a source in a list of very many: a title and two lines, of which what is longer is cut.
const LINE_HEIGHT: f32 = 56.0;
/// From how many sources on only those are laid out that can be seen.
const MANY: usize = 200;
const LIST_WIDTH: f32 = 380.0;
const LIST_HEIGHT: f32 = 360.0;

/// A small button with the number of sources; a click lists them.
pub fn sources_button(ui: &mut Ui, cx: &Cx<'_>, of: &str, ids: &[impl AsRef<str>]) {
    let find = |at: usize| cx.catalog().source(ids.get(at)?.as_ref());
    button(ui, cx, of, ids.len(), &find);
}

/// The same for positions of sources, of which a picture of many projects has very many.
pub fn cited_button(ui: &mut Ui, cx: &Cx<'_>, of: &str, positions: &[u32]) {
    let all = &cx.catalog().data().sources;
    let find = |at: usize| all.get(*positions.get(at)? as usize);
    button(ui, cx, of, positions.len(), &find);
}

fn button<'a>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    of: &str,
    count: usize,
    find: &dyn Fn(usize) -> Option<&'a Source>,
) {
    if count == 0 {
        return;
    }
    // A number at the end of one line and its word on the next are read as two things.
    let text = cx.with("sources-count", &[("count", count.into())]);
    let text = text.replace(' ', "\u{a0}");
    let name = cx.with("sources-of", &[("of", of.into()), ("count", count.into())]);
    let response = quiet_button(ui, &text, &name);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(LIST_WIDTH);
            let list = ScrollArea::vertical().max_height(LIST_HEIGHT);
            if count <= MANY {
                list.show(ui, |ui| {
                    for source in (0..count).filter_map(find) {
                        source_line(ui, cx, source);
                    }
                });
                return;
            }
            list.show_rows(ui, LINE_HEIGHT, count, |ui, shown| {
                for source in shown.filter_map(find) {
                    cut_line(ui, cx, source);
                }
            });
        });
}

/// A source in a place of a fixed height.
fn cut_line(ui: &mut Ui, cx: &Cx<'_>, source: &Source) {
    let size = vec2(ui.available_width(), LINE_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut place = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(&source.id));
    place.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    place.shrink_clip_rect(rect);
    source_line(&mut place, cx, source);
}

/// The sources with these ids, each with its link.
pub fn source_list(ui: &mut Ui, cx: &Cx<'_>, ids: &[impl AsRef<str>]) {
    for source in ids.iter().filter_map(|id| cx.catalog().source(id.as_ref())) {
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
