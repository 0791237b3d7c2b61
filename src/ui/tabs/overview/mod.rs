//! The tab `overview`.

use crate::ui::Cx;
use eframe::egui::Ui;

/// The middle of the tab.
pub(super) fn content_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(cx.t("tab-overview"));
}
