//! Sizes and colours of the map.

use crate::ui::theme::Tokens;
use eframe::egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind};

/// Radius of a mark without a size.
pub(super) const DOT: f32 = 3.5;
/// Least radius of a bubble: smaller ones could not be seen or met by the pointer.
pub(super) const LEAST: f32 = 2.5;

/// Radius of the largest bubble in a map.
pub(super) fn largest_radius(rect: Rect) -> f32 {
    (rect.width().min(rect.height()) * 0.13).clamp(14.0, 46.0)
}

/// The ground of words in a corner of the map.
pub(super) fn plate(painter: &Painter, tokens: &Tokens, rect: Rect) {
    let radius = CornerRadius::same(4);
    painter.rect_filled(rect, radius, tokens.surface.gamma_multiply(0.9));
    let edge = Stroke::new(1.0, tokens.border);
    painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
}

/// Water.
pub(super) fn water(tokens: &Tokens) -> Color32 {
    let ground = if tokens.dark {
        tokens.window
    } else {
        tokens.surface
    };
    ground.lerp_to_gamma(tokens.accent, 0.10)
}

/// Land that the dataset is not about.
pub(super) fn land(tokens: &Tokens) -> Color32 {
    if tokens.dark {
        tokens.raised
    } else {
        tokens.raised.lerp_to_gamma(tokens.border, 0.3)
    }
}

/// The partner country.
pub(super) fn partner(tokens: &Tokens) -> Color32 {
    land(tokens).lerp_to_gamma(home(tokens), 0.5)
}

/// The home country.
pub(super) fn home(tokens: &Tokens) -> Color32 {
    if tokens.dark {
        tokens.border.lerp_to_gamma(tokens.muted, 0.12)
    } else {
        tokens.surface
    }
}

/// Coasts and borders.
pub(super) fn line(tokens: &Tokens) -> Color32 {
    land(tokens).lerp_to_gamma(tokens.muted, 0.4)
}

/// The border of the home country.
pub(super) fn home_line(tokens: &Tokens) -> Color32 {
    land(tokens).lerp_to_gamma(tokens.muted, 0.9)
}
