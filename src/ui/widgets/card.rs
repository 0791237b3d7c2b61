//! Cards: surfaces on the quiet ground that carry one picture or table.

use crate::ui::theme::{Tokens, size, strong};
use eframe::egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

/// A card that fills the width it is given.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            content(ui)
        })
}

/// The title of a card.
pub fn card_title(ui: &mut Ui, title: &str) {
    ui.label(strong(title, size::TITLE));
}
