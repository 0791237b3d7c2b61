//! The findings, one line each; only visible lines are laid out.

use crate::{
    app::{Action, findings::FindingsAction},
    dataset::diagnostic::{Diagnostic, Severity},
    ui::{
        Cx,
        theme::size,
        widgets::{ROW_HEIGHT, moved_by_keys, table},
    },
};
use eframe::egui::{Color32, Label, RichText, Role, Ui, WidgetInfo};
use egui_extras::TableRow;
use std::path::Path;

/// Width of the severities, the codes and the places.
const WIDTHS: [f32; 3] = [60.0, 150.0, 170.0];

pub(super) fn list_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let count = cx.state.shown_count();
    let chosen = cx.state.findings.chosen;
    let moved = moved_by_keys(ui, || Some(chosen), count);
    if let Some(at) = moved {
        cx.push(Action::Findings(FindingsAction::Choose(at)));
    }
    let [severity, code, place] = WIDTHS;
    let widths = [severity, code, 0.0, place].into_iter();
    table(ui, cx, widths, moved).body(|body| {
        body.rows(ROW_HEIGHT, count, |row| {
            if let Some(finding) = cx.state.shown_finding(row.index()) {
                row_ui(row, cx, finding, chosen);
            }
        });
    });
}

/// The colour that goes with a severity; the word stands beside it always.
pub(super) fn color(cx: &Cx<'_>, severity: Severity) -> Color32 {
    match severity {
        Severity::Error | Severity::Warning => cx.tokens.warning,
        Severity::Note => cx.tokens.muted,
    }
}

fn row_ui(mut row: TableRow<'_, '_>, cx: &Cx<'_>, finding: &Diagnostic, chosen: usize) {
    let at = row.index();
    let selected = at == chosen;
    row.set_selected(selected);
    let text = |text: &str, color| {
        let text = RichText::new(text).size(size::TABLE).color(color);
        Label::new(text).selectable(false).truncate()
    };
    let severity = finding.severity();
    row.col(|ui| {
        ui.add(text(severity.word(), color(cx, severity)));
    });
    row.col(|ui| {
        ui.add(text(finding.kind.code, cx.tokens.muted));
    });
    row.col(|ui| {
        ui.add(text(&finding.message, cx.tokens.text));
    });
    row.col(|ui| {
        ui.add(text(&place_words(finding), cx.tokens.muted));
    });
    let response = row.response();
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &finding.message));
    if response.clicked() {
        cx.push(Action::Findings(FindingsAction::Choose(at)));
    }
}

/// File, line and column; of the file only the name, since the folder is above.
fn place_words(finding: &Diagnostic) -> String {
    let Some(place) = &finding.place else {
        return String::new();
    };
    let file = Path::new(&place.file).file_name();
    let file = file.map_or_else(
        || place.file.clone(),
        |name| name.to_string_lossy().into_owned(),
    );
    match &place.spot {
        Some(spot) => format!("{file}:{}:{}", spot.line, spot.column),
        None => file,
    }
}
