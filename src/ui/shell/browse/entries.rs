//! What is in a folder: folders and dataset files. A click chooses, a double click goes there.

use crate::{
    app::{
        Action,
        browse::{BrowseAction, Entry, Listing},
    },
    i18n::decimal,
    ui::{
        Cx,
        theme::size,
        widgets::{ROW_HEIGHT, moved_by_keys, table},
    },
};
use eframe::egui::{
    Align, Color32, Label, Layout, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
};
use egui_extras::TableRow;
use jiff::Timestamp;

/// Width of the sizes, and of the dates.
const SIZE_WIDTH: f32 = 76.0;
const DATE_WIDTH: f32 = 86.0;

pub(super) fn entries_ui(ui: &mut Ui, cx: &Cx<'_>, listing: &Listing) {
    let entries = &listing.entries;
    let chosen = cx.state.browser.chosen.as_ref();
    let current = chosen.and_then(|path| entries.iter().position(|entry| entry.path == *path));
    let moved = moved_by_keys(ui, || current, entries.len());
    if let Some(entry) = moved.and_then(|at| entries.get(at)) {
        choose(cx, entry);
    }
    let widths = [0.0, SIZE_WIDTH, DATE_WIDTH].into_iter();
    table(ui, cx, widths, moved).body(|body| {
        body.rows(ROW_HEIGHT, entries.len(), |row| {
            if let Some(entry) = entries.get(row.index()) {
                row_ui(row, cx, entry, current);
            }
        });
    });
}

fn choose(cx: &Cx<'_>, entry: &Entry) {
    let path = Some(entry.path.clone());
    cx.push(Action::Browse(BrowseAction::Choose(path)));
}

fn row_ui(mut row: TableRow<'_, '_>, cx: &Cx<'_>, entry: &Entry, current: Option<usize>) {
    let selected = current == Some(row.index());
    row.set_selected(selected);
    row.col(|ui| {
        sign_ui(ui, cx, entry.is_folder);
        let name = RichText::new(&entry.name).size(size::TABLE);
        ui.add(Label::new(name).selectable(false).truncate());
    });
    let bytes = (!entry.is_folder).then(|| bytes_words(cx, entry.bytes));
    row.col(|ui| right_ui(ui, cx, &bytes.unwrap_or_default()));
    let date = entry.modified.and_then(|at| Timestamp::try_from(at).ok());
    let date = date.map(|at| at.strftime("%Y-%m-%d").to_string());
    row.col(|ui| right_ui(ui, cx, &date.unwrap_or_default()));
    let response = row.response();
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &entry.name));
    if response.double_clicked() {
        cx.push(Action::Browse(BrowseAction::Go(entry.path.clone())));
    } else if response.clicked() {
        choose(cx, entry);
    }
}

fn right_ui(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let text = RichText::new(text).size(size::SMALL).color(cx.tokens.muted);
        ui.add(Label::new(text).selectable(false));
    });
}

/// A size for people.
fn bytes_words(cx: &Cx<'_>, bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
    let bytes = bytes as f64;
    let (key, value, places) = if bytes < 1e6 {
        ("bytes-kb", (bytes / 1e3).ceil(), 0)
    } else if bytes < 1e9 {
        ("bytes-mb", bytes / 1e6, 1)
    } else {
        ("bytes-gb", bytes / 1e9, 1)
    };
    cx.with(key, &[("size", (&decimal(value, places)).into())])
}

/// A small folder, or a small sheet.
fn sign_ui(ui: &mut Ui, cx: &Cx<'_>, is_folder: bool) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(16.0, 14.0), Sense::hover());
    let color: Color32 = if is_folder {
        cx.tokens.accent
    } else {
        cx.tokens.muted
    };
    let painter = ui.painter();
    let at = |x: f32, y: f32, w: f32, h: f32| {
        Rect::from_min_size(rect.min + Vec2::new(x, y), Vec2::new(w, h))
    };
    if is_folder {
        painter.rect_filled(at(1.0, 1.5, 6.0, 4.0), 1.0, color);
        painter.rect_filled(at(1.0, 3.5, 13.0, 9.0), 1.5, color);
    } else {
        painter.rect_filled(at(3.0, 1.0, 9.0, 12.0), 1.5, color);
        for line in [3.5, 6.0, 8.5] {
            painter.rect_filled(at(5.0, line, 5.0, 1.0), 0.0, cx.tokens.surface);
        }
    }
}
