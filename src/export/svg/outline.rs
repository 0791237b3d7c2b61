//! The outline of triangles of one colour: where two of them meet the edge goes, so that a country is a few lines
//! in a file and not a thousand triangles.

use std::collections::{BTreeMap, BTreeSet};

/// Corners of a triangle, as positions in a list of points.
pub(super) type Triangle = [u32; 3];

/// Lines of corners around the triangles, which must all turn the same way; none if an edge is there twice in one
/// direction, because then they lie over each other.
pub(super) fn outline(triangles: &[Triangle]) -> Option<Vec<Vec<u32>>> {
    let mut edges: BTreeSet<(u32, u32)> = BTreeSet::new();
    for [a, b, c] in triangles {
        for (from, to) in [(*a, *b), (*b, *c), (*c, *a)] {
            if !edges.remove(&(to, from)) && !edges.insert((from, to)) {
                return None;
            }
        }
    }
    let mut next: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (from, to) in edges {
        next.entry(from).or_default().push(to);
    }
    let mut lines = Vec::new();
    while let Some(first) = next.keys().next().copied() {
        lines.push(line(&mut next, first));
    }
    Some(lines)
}

/// Takes a line out of the edges: from a corner back to it.
fn line(next: &mut BTreeMap<u32, Vec<u32>>, first: u32) -> Vec<u32> {
    let mut line = vec![first];
    let mut at = first;
    while let Some(ends) = next.get_mut(&at) {
        let to = ends.pop();
        if ends.is_empty() {
            next.remove(&at);
        }
        match to {
            Some(to) if to != first => line.push(to),
            _ => break,
        }
        at = to.unwrap_or(first);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn the_edge_between_two_triangles_goes() {
        assert_eq!(
            outline(&[[0, 1, 2], [2, 1, 3]]),
            Some(vec![vec![0, 1, 3, 2]])
        );
        assert_eq!(outline(&[[0, 1, 2]]), Some(vec![vec![0, 1, 2]]));
        assert_eq!(outline(&[]), Some(Vec::new()));
    }

    #[test]
    fn a_hole_has_a_line_of_its_own() {
        // A square around a square, in eight triangles.
        let ring = (0..4).flat_map(|side| {
            let (a, b) = (side, (side + 1) % 4);
            [[a, b, a + 4], [b, b + 4, a + 4]]
        });
        let lines = outline(&ring.collect::<Vec<_>>()).expect("apart");
        assert_eq!(lines, [vec![0, 1, 2, 3], vec![4, 7, 6, 5]]);
    }

    #[test]
    fn triangles_over_each_other_have_no_outline() {
        assert_eq!(outline(&[[0, 1, 2], [0, 1, 3]]), None);
    }
}
