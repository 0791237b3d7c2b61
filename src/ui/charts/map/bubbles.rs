//! Bubbles: large ones below, small ones above, pale with a dashed rim where only the region is known.

use super::{Bubble, Scene};
use crate::ui::{charts::marks::dashed_circle, theme::Tokens};
use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

/// How far beyond its rim a bubble is met by the pointer.
const REACH: f32 = 3.0;
/// Width of a rim.
const RIM: f32 = 1.0;

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
    scene: &Scene<'_>,
    drawn: &[Drawn<'_>],
    hovered: Option<usize>,
) {
    let tokens = scene.tokens;
    for one in drawn {
        mark(painter, tokens, one);
    }
    let find = |id: Option<usize>| drawn.iter().find(|one| Some(one.bubble.id) == id);
    if let Some(one) = find(hovered) {
        rim(painter, one, tokens.text);
    }
    // Above all others, so that it is found.
    if let Some(one) = find(scene.map.selected) {
        let halo = Stroke::new(5.0, tokens.surface);
        painter.circle_stroke(one.at, one.radius + 3.0, halo);
        let ring = Stroke::new(2.0, tokens.accent);
        painter.circle_stroke(one.at, one.radius + 3.0, ring);
    }
}

fn mark(painter: &Painter, tokens: &Tokens, drawn: &Drawn<'_>) {
    let Drawn { bubble, at, radius } = *drawn;
    let color = bubble.color;
    if bubble.radius.is_none() {
        let fill = if bubble.exact { color } else { tokens.surface };
        let edge = if bubble.exact { tokens.surface } else { color };
        painter.add(diamond(at, radius, fill, Stroke::new(1.2, edge)));
    } else if bubble.exact {
        // A darker disc below, so that a pale one is seen on pale land. Of thousands of rims that were lines
        // each would be cut into some hundred triangles in every frame; a disc is two.
        let edge = color.lerp_to_gamma(tokens.text, 0.45);
        painter.circle_filled(at, radius + RIM, edge);
        painter.circle_filled(at, radius, color);
    } else {
        painter.circle_filled(at, radius, color.gamma_multiply(0.28));
        painter.extend(dashed_circle(at, radius, Stroke::new(1.4, color)));
    }
}

/// The rim of the bubble under the pointer, on top of all others.
fn rim(painter: &Painter, drawn: &Drawn<'_>, color: Color32) {
    let Drawn { bubble, at, radius } = *drawn;
    if bubble.radius.is_none() {
        let edge = Stroke::new(1.2, color);
        painter.add(diamond(at, radius, Color32::TRANSPARENT, edge));
    } else if bubble.exact {
        painter.circle_stroke(at, radius, Stroke::new(2.0, color));
    } else {
        painter.extend(dashed_circle(at, radius, Stroke::new(2.4, color)));
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
