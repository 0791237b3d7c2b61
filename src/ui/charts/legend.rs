//! The legend: swatches and names in the order of the data, wrapped.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{Color32, CornerRadius, RichText, Sense, Stroke, StrokeKind, Ui, Vec2};

/// An entry of a legend.
pub struct LegendEntry {
    /// What it names.
    pub label: String,
    /// Its colour.
    pub color: Color32,
    /// Drawn pale with an outline.
    pub pale: bool,
}

/// Draws the legend.
pub fn legend_ui(ui: &mut Ui, entries: &[LegendEntry]) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(5.0, 2.0);
        for entry in entries {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
            let radius = CornerRadius::same(2);
            if entry.pale {
                ui.painter()
                    .rect_filled(rect, radius, tokens.pale(entry.color));
                ui.painter().rect_stroke(
                    rect,
                    radius,
                    Stroke::new(1.0, entry.color),
                    StrokeKind::Inside,
                );
            } else {
                ui.painter().rect_filled(rect, radius, entry.color);
            }
            ui.label(
                RichText::new(&entry.label)
                    .size(size::SMALL)
                    .color(tokens.muted),
            );
            ui.add_space(8.0);
        }
    });
}
