//! Where the name of a country stands: in the middle of what of it is in sight.

use super::{Scene, land::Lens};
use crate::analysis::map::LandShape;
use eframe::egui::{Pos2, Rect, Vec2};

/// A country of which less is in sight has no name, in square points.
const LEAST_AREA: f32 = 1_500.0;

/// The names of countries in sight and where they stand.
pub(super) fn names<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = (&'a str, Pos2)> {
    let lens = scene.lens();
    let room = scene.rect.shrink(16.0);
    scene.map.land.shapes.iter().filter_map(move |shape| {
        let code = shape.code?;
        let mut names = scene.map.countries.iter();
        let (_, name) = names.find(|(own, _)| *own == code)?;
        Some((*name, middle(shape, lens, room)?))
    })
}

/// The middle of what is in sight; where that is not the country's own land, the middle of its largest triangle.
fn middle(shape: &LandShape, lens: Lens, room: Rect) -> Option<Pos2> {
    let (mut sum, mut all) = (Vec2::ZERO, 0.0);
    let (mut largest, mut of_largest) = (0.0, None);
    for three in triangles(shape, lens) {
        let center = center(three);
        let area = turn(three).abs() / 2.0;
        if !room.contains(center) {
            continue;
        }
        sum += center.to_vec2() * area;
        all += area;
        if area > largest {
            (largest, of_largest) = (area, Some(center));
        }
    }
    if all < LEAST_AREA {
        return None;
    }
    let middle = (sum / all).to_pos2();
    let on_land = triangles(shape, lens).any(|three| holds(three, middle));
    if on_land { Some(middle) } else { of_largest }
}

fn triangles(shape: &LandShape, lens: Lens) -> impl Iterator<Item = [Pos2; 3]> + '_ {
    shape.triangles.chunks_exact(3).filter_map(move |three| {
        let mut corners = three.iter().filter_map(|corner| {
            let at = usize::try_from(*corner).ok()?;
            Some(lens.place(*shape.corners.get(at)?))
        });
        Some([corners.next()?, corners.next()?, corners.next()?])
    })
}

fn center([a, b, c]: [Pos2; 3]) -> Pos2 {
    ((a.to_vec2() + b.to_vec2() + c.to_vec2()) / 3.0).to_pos2()
}

/// Twice the area, with a sign for the direction.
fn turn([a, b, c]: [Pos2; 3]) -> f32 {
    let (ab, ac) = (b - a, c - a);
    ab.x * ac.y - ab.y * ac.x
}

fn holds([a, b, c]: [Pos2; 3], at: Pos2) -> bool {
    let sides = [[a, b, at], [b, c, at], [c, a, at]].map(turn);
    sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
}
