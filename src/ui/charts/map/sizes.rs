//! The legend of sizes in a corner of the map: three circles that stand on one another, each with its amount.

use super::{Scene, look};
use crate::ui::theme::size;
use eframe::egui::{Color32, FontId, Painter, Rect, Stroke, pos2, vec2};

/// Room between the corner and the legend, and inside of it.
const MARGIN: f32 = 8.0;
const PADDING: f32 = 7.0;
/// Least distance between two amounts.
const LINE: f32 = 14.0;
/// Below this height of a map the legend would hide too much of it.
const LEAST_HEIGHT: f32 = 110.0;

/// Draws the legend; returns where it is.
pub(super) fn paint(painter: &Painter, scene: &Scene<'_>) -> Option<Rect> {
    let (tokens, map) = (scene.tokens, scene.map);
    if map.sizes.is_empty() || scene.rect.height() < LEAST_HEIGHT {
        return None;
    }
    let font = FontId::proportional(size::SMALL - 1.0);
    let rows: Vec<_> = map
        .sizes
        .iter()
        .map(|(share, words)| {
            let words = painter.layout_no_wrap(words.clone(), font.clone(), tokens.muted);
            ((share * scene.largest).max(look::LEAST), words)
        })
        .collect();
    let widest = rows
        .iter()
        .map(|(_, words)| words.size().x)
        .fold(0.0, f32::max);
    let first = rows.first().map_or(0.0, |(radius, _)| *radius);
    let count = f32::from(u8::try_from(rows.len()).unwrap_or(u8::MAX));
    let tall = (2.0 * first).max(count * LINE);
    let inner = vec2(2.0 * first + 10.0 + widest, tall);
    let corner = scene.rect.left_bottom() + vec2(MARGIN, -MARGIN);
    let whole = inner + vec2(2.0 * PADDING, 2.0 * PADDING);
    let rect = Rect::from_min_size(corner - vec2(0.0, whole.y), whole);
    look::plate(painter, tokens, rect);
    let base = rect.bottom() - PADDING;
    let middle = rect.left() + PADDING + first;
    let mut room = base + 3.0;
    // From below, so that there is a line for each beside small circles too.
    for (radius, words) in rows.into_iter().rev() {
        let center = pos2(middle, base - radius);
        let edge = Stroke::new(1.0, tokens.muted);
        painter.circle(center, radius, Color32::TRANSPARENT, edge);
        let top = base - 2.0 * radius;
        let at = (top - words.size().y / 2.0).min(room - words.size().y);
        room = at - 1.0;
        let left = rect.right() - PADDING - widest;
        let line = Stroke::new(0.6, tokens.muted.gamma_multiply(0.7));
        let end = pos2(left - 2.0, at + words.size().y / 2.0);
        painter.line_segment([pos2(middle, top), end], line);
        painter.galley(pos2(left, at), words, tokens.muted);
    }
    Some(rect)
}
