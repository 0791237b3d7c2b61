//! Bubbles: large ones below, small ones above, pale with a dashed rim where only the region is known.

use super::Bubble;
use crate::ui::{charts::marks::dashed_circle, theme::Tokens};
use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

/// How far beyond its rim a bubble is met by the pointer.
const REACH: f32 = 3.0;

/// A bubble where it lies on the screen.
pub(super) struct Drawn<'a> {
    pub bubble: &'a Bubble<'a>,
    pub at: Pos2,
    pub radius: f32,
}

/// The bubble under the pointer: the one drawn last, for it is the smallest.
pub(super) fn under(drawn: &[Drawn<'_>], pointer: Pos2) -> Option<usize> {
    let mut from_above = drawn.iter().rev();
    let met = from_above.find(|drawn| drawn.at.distance(pointer) <= drawn.radius + REACH);
    met.map(|drawn| drawn.bubble.id)
}

pub(super) fn paint(
    painter: &Painter,
    tokens: &Tokens,
    drawn: &[Drawn<'_>],
    selected: Option<usize>,
    hovered: Option<usize>,
) {
    for one in drawn {
        mark(painter, tokens, one, hovered == Some(one.bubble.id));
    }
    // Above all others, so that it is found.
    for one in drawn {
        if selected == Some(one.bubble.id) {
            let halo = Stroke::new(5.0, tokens.surface);
            painter.circle_stroke(one.at, one.radius + 3.0, halo);
            let ring = Stroke::new(2.0, tokens.accent);
            painter.circle_stroke(one.at, one.radius + 3.0, ring);
        }
    }
}

fn mark(painter: &Painter, tokens: &Tokens, drawn: &Drawn<'_>, hovered: bool) {
    let Drawn { bubble, at, radius } = *drawn;
    let color = bubble.color;
    let strong = |width: f32| if hovered { width + 1.0 } else { width };
    if bubble.radius.is_none() {
        let fill = if bubble.exact { color } else { tokens.surface };
        let edge = if bubble.exact { tokens.surface } else { color };
        let edge = if hovered { tokens.text } else { edge };
        painter.add(diamond(at, radius, fill, Stroke::new(1.2, edge)));
    } else if bubble.exact {
        // Darker than the bubble, so that a pale one is seen on pale land.
        let edge = color.lerp_to_gamma(tokens.text, if hovered { 1.0 } else { 0.45 });
        let edge = Stroke::new(strong(1.0), edge);
        painter.circle(at, radius, color.gamma_multiply(0.88), edge);
    } else {
        painter.circle_filled(at, radius, color.gamma_multiply(0.28));
        let edge = if hovered { tokens.text } else { color };
        dashed_circle(painter, at, radius, Stroke::new(strong(1.4), edge));
    }
}

fn diamond(at: Pos2, radius: f32, fill: Color32, edge: Stroke) -> Shape {
    let far = radius + 0.5;
    let corners = [
        at + vec2(0.0, -far),
        at + vec2(far, 0.0),
        at + vec2(0.0, far),
        at + vec2(-far, 0.0),
    ];
    Shape::convex_polygon(corners.to_vec(), fill, edge)
}
