//! The Sources tab: facets at the left, the table of sources in the middle, one source with
//! everything it supports at the right.

mod exports;
mod filters;
mod inspector;
mod table;

use crate::{
    analysis::stats,
    app::{Action, action::SourcesAction},
    i18n::grouped,
    ui::{
        Cx,
        widgets::{card, card_title, muted},
    },
};
use eframe::egui::{Align, Layout, Ui};

pub(in crate::ui) use exports::FIGURES;
pub(super) use filters::filters_ui;
pub(super) use inspector::inspector_ui;

/// The middle of the tab.
pub(super) fn content_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(list) = cx.state.derived.sources.list.get() else {
        return;
    };
    let all = cx.catalog().data().sources.len();
    let filtered = !cx.state.view.sources.filter.is_empty();
    card(ui, |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("sources-title"));
            let counts = [list.rows.len(), all, list.figures].map(|n| grouped(stats::count(n)));
            let [shown, all, figures] = &counts;
            let values = [
                ("shown", shown.into()),
                ("all", all.into()),
                ("figures", figures.into()),
            ];
            muted(ui, &cx.with("sources-sub", &values));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if filtered && ui.link(cx.t("clear-all")).clicked() {
                    cx.push(Action::Sources(SourcesAction::ClearFilter));
                }
            });
        });
        ui.add_space(2.0);
        if list.rows.is_empty() {
            empty_ui(ui, cx, all == 0);
        } else {
            table::table_ui(ui, cx, list);
        }
    });
}

fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, no_sources: bool) {
    let room = ui.available_height();
    ui.allocate_ui(eframe::egui::vec2(ui.available_width(), room), |ui| {
        ui.set_min_height(room);
        ui.vertical_centered(|ui| {
            ui.add_space(room * 0.3);
            if no_sources {
                ui.label(cx.t("sources-none"));
                return;
            }
            ui.label(cx.t("sources-empty"));
            if ui.link(cx.t("sources-clear")).clicked() {
                cx.push(Action::Sources(SourcesAction::ClearFilter));
            }
        });
    });
}

/// What the status line says.
pub(super) fn status(cx: &Cx<'_>) -> (String, String) {
    let list = cx.state.derived.sources.list.get();
    let shown = list.map_or(0, |list| list.rows.len());
    let all = cx.catalog().data().sources.len();
    let values = [("shown", shown.into()), ("all", all.into())];
    (cx.with("status-sources", &values), String::new())
}
