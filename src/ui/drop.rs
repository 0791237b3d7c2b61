//! Files that are dragged over the window and dropped on it.

use super::{
    Cx,
    figures::reopen,
    theme::{size, strong},
};
use crate::{app::Action, export::metadata::is_picture};
use eframe::egui::{Align2, Area, Frame, Id, Margin, Order, RichText, Stroke, Ui};
use std::path::{Path, PathBuf};

/// Says what dropping would do while something is dragged, and does it when it is dropped.
pub(super) fn dropped_ui(ui: &Ui, cx: &Cx<'_>) {
    let (hovered, dropped) = ui.input(|input| {
        let hovered: Vec<Option<PathBuf>> = input
            .raw
            .hovered_files
            .iter()
            .map(|file| file.path.clone())
            .collect();
        let dropped: Vec<PathBuf> = input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_path_buf())
            .collect();
        (hovered, dropped)
    });
    if !hovered.is_empty() {
        hint_ui(ui, cx, &hovered);
    }
    let named: Vec<PathBuf> = dropped
        .into_iter()
        .filter(|path| !path.as_os_str().is_empty())
        .collect();
    match named.as_slice() {
        [] => {}
        [path] if is_picture(path) => cx.push(Action::Start(reopen(cx.state, path.clone()))),
        [path] => cx.push(Action::Load(path.clone())),
        _ => cx.push(Action::TooManyDropped(named.len())),
    }
}

fn hint_ui(ui: &Ui, cx: &Cx<'_>, hovered: &[Option<PathBuf>]) {
    let (head, below) = hint_words(cx, hovered);
    let frame = Frame::popup(ui.style())
        .fill(cx.tokens.surface)
        .stroke(Stroke::new(2.0, cx.tokens.accent))
        .inner_margin(Margin::symmetric(28, 20));
    Area::new(Id::unique("drop-hint"))
        .order(Order::Tooltip)
        .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.vertical_centered(|ui| {
                    ui.set_max_width(460.0);
                    ui.label(strong(head, size::TITLE));
                    ui.label(RichText::new(below).color(cx.tokens.muted));
                });
            });
        });
}

/// What dropping would do, and with which file. Some systems do not tell the name before.
fn hint_words(cx: &Cx<'_>, hovered: &[Option<PathBuf>]) -> (String, String) {
    match hovered {
        [Some(path)] => {
            let key = if is_picture(path) {
                "drop-figure"
            } else {
                "drop-dataset"
            };
            (cx.t(key), name_of(path))
        }
        [None] => (cx.t("drop-dataset"), String::new()),
        more => {
            let count = [("count", more.len().into())];
            (cx.with("drop-many", &count), cx.t("drop-many-hint"))
        }
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
