//! Cutting rings and lines at the edges of what can be in sight, in degrees before they are projected.

use super::ground::Window;

/// Longitude from the middle, and latitude, in degrees.
pub(super) type Place = [f64; 2];

/// Longest piece of an edge that is drawn straight, degrees.
const STRAIGHT: f64 = 3.0;

/// One of the four edges: whether a place is inside, and where a line meets it.
struct Edge {
    axis: usize,
    at: f64,
    sign: f64,
}

impl Edge {
    fn depth(&self, place: Place) -> f64 {
        let value = place.get(self.axis).copied().unwrap_or(0.0);
        (value - self.at) * self.sign
    }

    fn meet(&self, a: Place, b: Place) -> Place {
        let (from, to) = (self.depth(a), self.depth(b));
        let share = from / (from - to);
        let mut met = [0, 1].map(|axis: usize| {
            let (a, b) = (a.get(axis), b.get(axis));
            a.zip(b).map_or(0.0, |(a, b)| a + share * (b - a))
        });
        if let Some(value) = met.get_mut(self.axis) {
            *value = self.at;
        }
        met
    }
}

fn edges(window: Window) -> [Edge; 4] {
    let edge = |axis, at, sign| Edge { axis, at, sign };
    [
        edge(0, -window.half_width, 1.0),
        edge(0, window.half_width, -1.0),
        edge(1, window.south, 1.0),
        edge(1, window.north, -1.0),
    ]
}

/// Whether a box of places meets the window when it is moved by so many degrees.
pub(super) fn meets(window: Window, [low, high]: [Place; 2], shift: f64) -> bool {
    let ([west, south], [east, north]) = (low, high);
    west + shift <= window.half_width
        && east + shift >= -window.half_width
        && south <= window.north
        && north >= window.south
}

/// The part of a ring inside of the window (Sutherland and Hodgman); long edges get more places, because a
/// straight line on the globe's grid is bent in the plane.
pub(super) fn ring(window: Window, mut ring: Vec<Place>) -> Vec<Place> {
    for edge in edges(window) {
        let mut kept = Vec::with_capacity(ring.len() + 4);
        let next = ring.iter().cycle().skip(1);
        for (a, b) in ring.iter().zip(next) {
            let (inside, next_inside) = (edge.depth(*a) >= 0.0, edge.depth(*b) >= 0.0);
            if inside {
                kept.push(*a);
            }
            if inside != next_inside {
                kept.push(edge.meet(*a, *b));
            }
        }
        ring = kept;
    }
    with_more_places(&ring)
}

fn with_more_places(ring: &[Place]) -> Vec<Place> {
    let mut out = Vec::with_capacity(ring.len());
    let next = ring.iter().cycle().skip(1);
    for (a, b) in ring.iter().zip(next) {
        out.push(*a);
        let ([x, y], [to_x, to_y]) = (*a, *b);
        let length = (to_x - x).abs().max((to_y - y).abs());
        let mut done = STRAIGHT;
        while done < length {
            let share = done / length;
            out.push([x + share * (to_x - x), y + share * (to_y - y)]);
            done += STRAIGHT;
        }
    }
    out
}

/// The pieces of a line inside of the window; an edge that leaves it is left out as a whole.
pub(super) fn line(window: Window, line: &[Place]) -> Vec<Vec<Place>> {
    let edges = edges(window);
    let inside = |place: &Place| edges.iter().all(|edge| edge.depth(*place) >= 0.0);
    line.split(|place| !inside(place))
        .filter(|piece| piece.len() > 1)
        .map(<[Place]>::to_vec)
        .collect()
}
