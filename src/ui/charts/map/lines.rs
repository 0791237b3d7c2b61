//! Lines of railways, roads and pipelines: dashed where only the places are known that they pass.

use super::{MapLine, Scene, look};
use crate::analysis::geo::Position;
use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke};

/// How far beside a line it is met by the pointer.
const REACH: f32 = 5.0;
/// Width of a line, and of one that is looked at.
const WIDTH: f32 = 1.8;
const STRONG: f32 = 3.2;
/// Of dashes and the gaps between them.
const DASH: f32 = 6.0;
const GAP: f32 = 4.0;

/// A line where it runs on the screen.
pub(super) struct Run<'a> {
    line: &'a MapLine<'a>,
    points: Vec<Pos2>,
}

/// The line under the pointer: the one drawn last.
pub(super) fn under(runs: &[Run<'_>], pointer: Pos2) -> Option<usize> {
    let is_near = |run: &&Run<'_>| {
        let mut pieces = run.points.windows(2);
        pieces.any(|ends| matches!(ends, [from, to] if distance(*from, *to, pointer) <= REACH))
    };
    let met = runs.iter().rev().find(is_near);
    met.map(|run| run.line.id)
}

/// From a point to the nearest one of a straight piece.
fn distance(from: Pos2, to: Pos2, at: Pos2) -> f32 {
    let along = to - from;
    let share = (at - from).dot(along) / along.length_sq().max(f32::EPSILON);
    (from + along * share.clamp(0.0, 1.0)).distance(at)
}

pub(super) fn paint(
    painter: &Painter,
    scene: &Scene<'_>,
    runs: &[Run<'_>],
    hovered: Option<usize>,
) {
    for Run { line, points } in runs {
        let is_looked_at = [hovered, scene.map.selected].contains(&Some(line.id));
        let width = if is_looked_at { STRONG } else { WIDTH };
        // So that a line is told from a border below it.
        let ground = Stroke::new(width + 2.0, look::home(scene.tokens).gamma_multiply(0.7));
        painter.line(points.clone(), ground);
        let stroke = Stroke::new(width, line.color);
        if line.schematic {
            painter.extend(Shape::dashed_line(points, stroke, DASH, GAP));
        } else {
            painter.line(points.clone(), stroke);
        }
    }
}

impl<'s> Scene<'s> {
    /// The lines of which something is in sight.
    pub(super) fn lines(&self) -> Vec<Run<'s>> {
        let run = |line: &'s MapLine<'s>| {
            let places = line.points.iter().map(|point| Position {
                lat: point.lat,
                lon: point.lon,
            });
            Run {
                line,
                points: places.map(|at| self.place(at)).collect(),
            }
        };
        let all = self.map.lines.iter().map(run);
        all.filter(|run| Rect::from_points(&run.points).intersects(self.rect))
            .collect()
    }
}
