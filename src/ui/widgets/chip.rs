//! A chip: one part of the filter that can be dropped.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{Button, Response, RichText, Ui};

/// A chip with its text; a click drops it. `name` is the accessible name, such as "Drop filter: …".
pub fn chip(ui: &mut Ui, text: &str, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let label = RichText::new(format!("{text}  ×"))
        .size(size::SMALL)
        .color(tokens.text);
    let response = ui.add(
        Button::new(label)
            .fill(tokens.selection)
            .corner_radius(12)
            .small(),
    );
    response
        .widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name));
    response.on_hover_text(name)
}
