//! How far points reach: the smallest box of whole degrees around them, across the 180th meridian too.

use crate::analysis::geo::Position;

/// A box on the globe by its western edge and its width, so that it can cross the 180th meridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Southern edge, degrees north.
    pub south: f64,
    /// Northern edge, degrees north.
    pub north: f64,
    /// Western edge, degrees east.
    pub west: f64,
    /// Width eastwards, degrees; at most 360.
    pub width: f64,
}

/// Degrees around the globe.
const ALL: usize = 360;
/// What an extent is at least in either direction, degrees.
const LEAST: f64 = 4.0;
/// Room around the points, as a share of the extent.
const ROOM: f64 = 0.06;

impl Extent {
    /// The whole globe around a meridian.
    #[must_use]
    pub fn globe(middle_lon: f64) -> Self {
        Self {
            south: -90.0,
            north: 90.0,
            west: middle_lon - 180.0,
            width: 360.0,
        }
    }

    /// The smallest extent that holds all points, with a little room around; nothing without a point.
    ///
    /// Meridians are told apart by the degree, so that any number of points takes one pass.
    #[must_use]
    pub fn around(points: impl Iterator<Item = Position>) -> Option<Self> {
        let mut taken = [false; ALL];
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        for at in points.filter(|at| at.lat.is_finite() && at.lon.is_finite()) {
            south = south.min(at.lat);
            north = north.max(at.lat);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a remainder of 360"
            )]
            let degree = (at.lon + 180.0).rem_euclid(360.0) as usize;
            if let Some(taken) = taken.get_mut(degree.min(ALL - 1)) {
                *taken = true;
            }
        }
        let (west, width) = without_largest_gap(&taken)?;
        Some(
            Self {
                south,
                north,
                west,
                width,
            }
            .with_room(),
        )
    }

    fn with_room(self) -> Self {
        let tall = (self.north - self.south).max(LEAST);
        let wide = self.width.clamp(LEAST, 360.0);
        let (middle_lat, middle_lon) = (
            f64::midpoint(self.south, self.north),
            self.west + self.width / 2.0,
        );
        let half = tall * (0.5 + ROOM);
        let width = (wide * (1.0 + 2.0 * ROOM)).min(360.0);
        Self {
            south: (middle_lat - half).max(-90.0),
            north: (middle_lat + half).min(90.0),
            west: middle_lon - width / 2.0,
            width,
        }
    }

    /// The meridian in the middle, degrees east from -180 to 180.
    #[must_use]
    pub fn middle_lon(&self) -> f64 {
        wrapped(self.west + self.width / 2.0)
    }

    /// The parallel in the middle, degrees north.
    #[must_use]
    pub fn middle_lat(&self) -> f64 {
        f64::midpoint(self.south, self.north)
    }
}

/// A longitude between -180 and 180.
#[must_use]
pub(super) fn wrapped(lon: f64) -> f64 {
    (lon + 180.0).rem_euclid(360.0) - 180.0
}

/// Western edge and width of what is left of the globe without its largest gap.
fn without_largest_gap(taken: &[bool; ALL]) -> Option<(f64, f64)> {
    let degrees: Vec<usize> = (0..ALL)
        .filter(|at| taken.get(*at).copied() == Some(true))
        .collect();
    let first = *degrees.first()?;
    let nexts = degrees
        .iter()
        .skip(1)
        .copied()
        .chain(std::iter::once(first + ALL));
    let (_, end, start) = degrees
        .iter()
        .zip(nexts)
        .map(|(at, next)| (next - at, *at, next))
        .max_by_key(|(gap, at, _)| (*gap, std::cmp::Reverse(*at)))?;
    let degrees = |at: usize| f64::from(u16::try_from(at).unwrap_or(u16::MAX));
    let west = degrees(start % ALL) - 180.0;
    let width = degrees((end + ALL - start % ALL) % ALL + 1);
    Some((west, width))
}
