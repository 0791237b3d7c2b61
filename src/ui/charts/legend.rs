//! The legend: swatches and names in the order of the data, wrapped.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Color32, CornerRadius, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2,
};

const SWATCH: f32 = 10.0;
const GAP: f32 = 5.0;

/// An entry of a legend.
pub struct LegendEntry {
    /// What it names.
    pub label: String,
    /// Its colour.
    pub color: Color32,
    /// Drawn pale with an outline.
    pub pale: bool,
}

/// Draws the legend; an entry is never torn apart at the end of a line.
pub fn legend_ui(ui: &mut Ui, entries: &[LegendEntry]) {
    ui.scope(|ui| {
        // Before the lines are laid out: their height is taken from here.
        ui.spacing_mut().item_spacing = Vec2::new(14.0, 2.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal_wrapped(|ui| {
            for entry in entries {
                entry_ui(ui, entry);
            }
        });
    });
}

fn entry_ui(ui: &mut Ui, entry: &LegendEntry) {
    let tokens = Tokens::of(ui);
    let font = FontId::proportional(size::SMALL);
    let galley = ui
        .painter()
        .layout_no_wrap(entry.label.clone(), font, tokens.muted);
    let size = Vec2::new(SWATCH + GAP + galley.size().x, 18.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &entry.label));
    let at = pos2(rect.left() + SWATCH / 2.0, rect.center().y);
    let square = Rect::from_center_size(at, Vec2::splat(SWATCH));
    let radius = CornerRadius::same(2);
    let fill = if entry.pale {
        tokens.pale(entry.color)
    } else {
        entry.color
    };
    ui.painter().rect_filled(square, radius, fill);
    if entry.pale {
        let stroke = Stroke::new(1.0, entry.color);
        ui.painter()
            .rect_stroke(square, radius, stroke, StrokeKind::Inside);
    }
    let text = pos2(
        rect.left() + SWATCH + GAP,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(text, galley, tokens.muted);
}
