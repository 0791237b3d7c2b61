//! Where the names of points go, so that none lies on another or on a mark: positions close to
//! the point first, then farther ones with a line leading to it; no room means no name.

use eframe::egui::{Pos2, Rect, Vec2};
use std::collections::BTreeMap;

/// Free space around a name.
const GAP: f32 = 2.0;

/// Distances of a name from its point; from the third on a line leads to it.
const DISTANCES: [f32; 12] = [
    7.0, 12.0, 22.0, 34.0, 48.0, 64.0, 84.0, 108.0, 136.0, 168.0, 204.0, 244.0,
];

/// Number of directions that are tried at each distance.
const DIRECTIONS: u8 = 32;

/// How often the names without room may choose first.
const ATTEMPTS: u8 = 5;

/// Cost of a whisker under a name, in points of distance.
const CROSSING: f32 = 14.0;

/// From this height of a chart on a name may take three lines.
const HIGH: f32 = 300.0;

/// Lines that a name may take in a chart of this height.
#[must_use]
pub(super) fn name_lines(height: f32) -> usize {
    if height > HIGH { 3 } else { 2 }
}

/// What is to be named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// Where the point is.
    pub at: Pos2,
    /// Size of the name.
    pub size: Vec2,
}

/// A name's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Where the name is drawn.
    pub rect: Rect,
    /// The line that leads from the point to the name, if the name is not beside it.
    pub leader: Option<[Pos2; 2]>,
}

/// Places names in the order given, each where it disturbs least; `None` where there is no room.
/// If some find none, they may choose first in another attempt.
///
/// `blocked` is never covered. `lines` are covered only if nothing better is found.
#[must_use]
pub fn place(
    anchors: &[Anchor],
    bounds: Rect,
    blocked: &[Rect],
    lines: &[[Pos2; 2]],
) -> Vec<Option<Placed>> {
    let room = Room {
        bounds,
        blocked,
        lines,
    };
    let mut order: Vec<(usize, Anchor)> = anchors.iter().copied().enumerate().collect();
    let mut last = room.place(&order);
    let mut best = last.clone();
    for _ in 0..ATTEMPTS {
        if best.len() == anchors.len() {
            break;
        }
        order.sort_by_key(|(at, _)| last.contains_key(at));
        last = room.place(&order);
        if last.len() > best.len() {
            best.clone_from(&last);
        }
    }
    (0..anchors.len())
        .map(|at| best.get(&at).copied())
        .collect()
}

/// Where names may stand.
struct Room<'a> {
    bounds: Rect,
    blocked: &'a [Rect],
    lines: &'a [[Pos2; 2]],
}

impl Room<'_> {
    /// The places of those that find one.
    fn place(&self, order: &[(usize, Anchor)]) -> BTreeMap<usize, Placed> {
        let mut taken: Vec<Rect> = self.blocked.to_vec();
        let mut leaders: Vec<[Pos2; 2]> = Vec::new();
        let mut names: Vec<Rect> = Vec::new();
        let mut places = BTreeMap::new();
        for (at, anchor) in order {
            let found = candidates(*anchor)
                .filter(|(placed, _)| fits(placed, self.bounds, &taken, &names, &leaders))
                .map(|(placed, distance)| {
                    let under = self
                        .lines
                        .iter()
                        .filter(|line| crosses(placed.rect, **line));
                    let crossings = u8::try_from(under.count()).unwrap_or(u8::MAX);
                    (placed, distance + CROSSING * f32::from(crossings))
                })
                .min_by(|a, b| a.1.total_cmp(&b.1));
            if let Some((found, _)) = found {
                taken.push(found.rect);
                names.push(found.rect);
                leaders.extend(found.leader);
                places.insert(*at, found);
            }
        }
        places
    }
}

/// Places around the point with their cost: to the right first, above before below.
fn candidates(anchor: Anchor) -> impl Iterator<Item = (Placed, f32)> {
    DISTANCES.into_iter().flat_map(move |distance| {
        (0..DIRECTIONS).map(move |step| {
            let turn = f32::from(step) / f32::from(DIRECTIONS) * std::f32::consts::TAU;
            let direction = Vec2::new(turn.cos(), -turn.sin());
            let from = anchor.at + direction * distance;
            let half = anchor.size / 2.0;
            // The nearest edge of the name touches the end of the way.
            let side = |component: f32| (component * 3.0).clamp(-1.0, 1.0);
            let center = from + Vec2::new(half.x * side(direction.x), half.y * side(direction.y));
            let rect = Rect::from_center_size(center, anchor.size);
            let leader = (distance > 14.0).then(|| {
                let end = rect.clamp(anchor.at);
                [anchor.at + (end - anchor.at).normalized() * 6.0, end]
            });
            let to_the_left = if direction.x < -0.1 { 3.0 } else { 0.0 };
            let below = if direction.y > 0.1 { 1.0 } else { 0.0 };
            (Placed { rect, leader }, distance + to_the_left + below)
        })
    })
}

fn fits(
    placed: &Placed,
    bounds: Rect,
    taken: &[Rect],
    names: &[Rect],
    leaders: &[[Pos2; 2]],
) -> bool {
    let room = placed.rect.expand(GAP);
    bounds.contains_rect(placed.rect)
        && !taken.iter().any(|rect| rect.intersects(room))
        && !leaders.iter().any(|line| crosses(room, *line))
        && placed.leader.is_none_or(|leader| {
            !names.iter().any(|rect| crosses(*rect, leader))
                && !leaders.iter().any(|other| segments_cross(*other, leader))
        })
}

/// Whether a line touches a rectangle.
fn crosses(rect: Rect, [a, b]: [Pos2; 2]) -> bool {
    if rect.contains(a) || rect.contains(b) {
        return true;
    }
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
    ];
    let next = corners.iter().cycle().skip(1);
    corners
        .iter()
        .zip(next)
        .any(|(from, to)| segments_cross([*from, *to], [a, b]))
}

fn segments_cross([a, b]: [Pos2; 2], [c, d]: [Pos2; 2]) -> bool {
    let side = |from: Pos2, to: Pos2, at: Pos2| {
        let (way, off) = (to - from, at - from);
        way.x * off.y - way.y * off.x
    };
    let apart = |from: Pos2, to: Pos2, one: Pos2, other: Pos2| {
        side(from, to, one) * side(from, to, other) < 0.0
    };
    apart(a, b, c, d) && apart(c, d, a, b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{pos2, vec2};

    const BOUNDS: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(600.0, 240.0),
    };

    fn crowd() -> Vec<Anchor> {
        let at = [
            (300.0, 120.0),
            (303.0, 121.0),
            (301.0, 118.0),
            (330.0, 122.0),
            (590.0, 5.0),
        ];
        at.into_iter()
            .map(|(x, y)| Anchor {
                at: pos2(x, y),
                size: vec2(120.0, 28.0),
            })
            .collect()
    }

    #[test]
    fn names_of_crowded_points_never_overlap_and_stay_inside() {
        let anchors = crowd();
        let marks: Vec<Rect> = anchors
            .iter()
            .map(|anchor| Rect::from_center_size(anchor.at, vec2(10.0, 10.0)))
            .collect();
        let placed: Vec<Placed> = place(&anchors, BOUNDS, &marks, &[])
            .into_iter()
            .map(|place| place.expect("there is room for five"))
            .collect();
        for (i, one) in placed.iter().enumerate() {
            assert!(BOUNDS.contains_rect(one.rect), "{one:?} leaves the picture");
            assert!(!marks.iter().any(|mark| mark.intersects(one.rect)));
            for other in placed.iter().skip(i + 1) {
                assert!(!one.rect.intersects(other.rect), "{one:?} on {other:?}");
            }
        }
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let small = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 30.0));
        let anchor = Anchor {
            at: pos2(50.0, 15.0),
            size: vec2(120.0, 28.0),
        };
        assert_eq!(place(&[anchor], small, &[], &[]), [None]);
    }

    #[test]
    fn who_finds_no_room_may_choose_first() {
        let bounds = Rect::from_min_size(pos2(0.0, 0.0), vec2(150.0, 70.0));
        let anchor = |at: Pos2, width: f32| Anchor {
            at,
            size: vec2(width, 20.0),
        };
        // The small one would take the only room that the wide one has.
        let anchors = [
            anchor(pos2(60.0, 40.0), 40.0),
            anchor(pos2(75.0, 50.0), 140.0),
        ];
        let blocked = [Rect::from_min_max(pos2(0.0, 0.0), pos2(150.0, 12.0))];
        let placed = place(&anchors, bounds, &blocked, &[]);
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
    }

    #[test]
    fn a_name_alone_stands_beside_its_point_off_the_lines() {
        let anchor = Anchor {
            at: pos2(300.0, 120.0),
            size: vec2(80.0, 16.0),
        };
        let whisker = [pos2(200.0, 120.0), pos2(400.0, 120.0)];
        let [Some(placed)] = place(&[anchor], BOUNDS, &[], &[whisker])[..] else {
            panic!("there is room");
        };
        assert_eq!(placed.leader, None);
        assert!(!crosses(placed.rect, whisker));
    }
}
