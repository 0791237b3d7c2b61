//! The dialog that lists what is wrong with a dataset: the counts, the list, one finding in full.

mod detail;
mod filter;
mod list;

use crate::{
    app::{
        Action,
        jobs::{Lane, Outcome, Work},
    },
    dataset::{
        diagnostic::{Report, Style},
        read::Origin,
    },
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, quiet_button},
    },
};
use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};
use std::sync::Arc;

/// Height of the list, and of the finding in full.
const LIST_HEIGHT: f32 = 214.0;
const DETAIL_HEIGHT: f32 = 236.0;

/// The content of the dialog.
pub(super) fn findings_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (origin, report) = cx.state.report();
    let refused = cx.state.findings.refused.is_some();
    ui.horizontal(|ui| {
        let key = if refused {
            "findings-title-refused"
        } else {
            "findings-title"
        };
        ui.label(strong(cx.t(key), size::TITLE));
        if !report.findings().is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = cx.t("findings-copy");
                if quiet_button(ui, &words, &words).clicked() {
                    cx.push(Action::Start(as_text(report)));
                }
            });
        }
    });
    muted(ui, &whose(cx, origin, refused));
    ui.add_space(6.0);
    if report.findings().is_empty() {
        ui.label(cx.t("findings-none"));
        return;
    }
    filter::filter_ui(ui, cx);
    ui.add_space(4.0);
    room_ui(ui, LIST_HEIGHT, |ui| list::list_ui(ui, cx));
    ui.add_space(8.0);
    room_ui(ui, DETAIL_HEIGHT, |ui| detail::detail_ui(ui, cx));
}

/// Puts all findings on the clipboard as text, which takes its time where there are very many.
fn as_text(report: &Arc<Report>) -> Work {
    let report = Arc::clone(report);
    Work::new(Lane::Export, move |_| {
        Outcome::TextForClipboard(report.render(Style::default()))
    })
}

/// A part of the dialog with a height of its own, so that nothing jumps.
fn room_ui(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let mut room = ui.new_child(UiBuilder::new().max_rect(rect));
    room.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    content(&mut room);
}

/// Which dataset it is about, and whether it is the open one.
fn whose(cx: &Cx<'_>, origin: &Origin, refused: bool) -> String {
    let path = origin.shown();
    if refused {
        return cx.with("findings-of-refused", &[("path", (&path).into())]);
    }
    let Some(meta) = cx.catalog().meta() else {
        return path;
    };
    cx.with(
        "findings-of",
        &[
            ("title", cx.text(&meta.title).into()),
            ("version", (&meta.version).into()),
            ("path", (&path).into()),
        ],
    )
}
