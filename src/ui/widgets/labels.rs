//! Labels: section heads, muted text, notes, swatches, quiet buttons.

use crate::ui::theme::{Tokens, size, strong};
use eframe::egui::{
    Align, Color32, CornerRadius, Layout, Link, Response, RichText, Role, Sense, Ui, Vec2,
    WidgetInfo,
};

/// A section head with a muted remark at the right end.
pub fn section(ui: &mut Ui, title: &str, remark: &str) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(strong(title, size::BODY));
        if !remark.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| muted(ui, remark));
        }
    });
}

/// Small text that stands back.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let color = Tokens::of(ui).muted;
    ui.label(RichText::new(text).size(size::SMALL).color(color))
}

/// A wrapped note that stands back.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    muted(ui, text)
}

/// A wrapped note that warns.
pub fn warning_note(ui: &mut Ui, text: &str) -> Response {
    let color = Tokens::of(ui).warning;
    ui.label(RichText::new(text).size(size::SMALL).color(color))
}

/// A muted name at the left and its value after a fixed distance.
pub fn field(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let width = 84.0;
        ui.allocate_ui_with_layout(
            Vec2::new(width, 18.0),
            Layout::left_to_right(Align::Min).with_main_wrap(true),
            |ui| {
                ui.set_width(width);
                muted(ui, name);
            },
        );
        ui.vertical(value);
    });
}

/// A small square of a colour.
pub fn swatch(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(2), color);
}

/// A button that looks like a link.
pub fn quiet_button(ui: &mut Ui, text: &str, name: &str) -> Response {
    let color = Tokens::of(ui).accent;
    let label = RichText::new(text).size(size::SMALL).color(color);
    let response = ui.add(Link::new(label));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
}
