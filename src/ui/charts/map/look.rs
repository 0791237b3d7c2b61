//! Sizes and colours of the map.

use crate::ui::theme::Tokens;
use eframe::egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind};
use std::f32::consts::PI;

/// Radius of a mark without a size.
pub(super) const DOT: f32 = 3.5;
/// Least radius of a bubble: smaller ones could not be seen or met by the pointer.
pub(super) const LEAST: f32 = 2.5;

/// How much of a map bubbles cover at most, as a share of its area, if all lay side by side: more would hide
/// each other and the land.
const COVERED: f32 = 0.4;
/// However many there are, the largest is told from the smallest.
const LARGEST: f32 = 8.0;

/// Radius of the largest bubble in a map, where others have these shares of it.
pub(super) fn largest_radius(rect: Rect, shares: impl Iterator<Item = f32>) -> f32 {
    let alone = (rect.width().min(rect.height()) * 0.13).clamp(14.0, 46.0);
    let areas: f32 = shares.map(|share| share * share * PI).sum();
    let together = (COVERED * rect.area() / areas.max(f32::MIN_POSITIVE)).sqrt();
    together.clamp(LARGEST, alone)
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

#[cfg(test)]
mod tests {
    use super::{COVERED, largest_radius};
    use eframe::egui::{Rect, Vec2};
    use std::f32::consts::PI;

    #[test]
    fn bubbles_shrink_where_they_would_cover_too_much() {
        let rect = Rect::from_min_size(eframe::egui::Pos2::ZERO, Vec2::new(800.0, 300.0));
        let few = largest_radius(rect, [1.0, 0.5].into_iter());
        assert!((few - 39.0).abs() < 0.01);
        let many = largest_radius(rect, [0.5; 1000].into_iter());
        let covered = 1000.0 * PI * (0.5 * many).powi(2) / rect.area();
        assert!((covered - COVERED).abs() < 0.001, "{covered}");
        let crowd = largest_radius(rect, std::iter::repeat_n(0.5, 100_000));
        assert!((crowd - 8.0).abs() < 0.01);
    }
}
