//! A box between two parallels and two meridians: how an area is chosen on the map.

use crate::analysis::geo::Position;
use serde::{Deserialize, Serialize};

/// From one parallel to another and from one meridian east to another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct GeoBox {
    /// Southern edge, degrees north.
    pub south: f64,
    /// Northern edge, degrees north.
    pub north: f64,
    /// Western edge, degrees east.
    pub west: f64,
    /// Eastern edge, degrees east; less than `west` where the box crosses the 180th meridian.
    pub east: f64,
}

/// Steps in a degree that a box chosen by hand is rounded to.
const STEPS: f64 = 100.0;

impl GeoBox {
    /// The box with these two corners, whichever they are, on round hundredths of a degree. Of the two ways
    /// around the globe it takes the shorter.
    #[must_use]
    pub fn between(a: Position, b: Position) -> Self {
        let round = |degrees: f64| (degrees * STEPS).round() / STEPS;
        let (first, second) = (round(a.lon), round(b.lon));
        let (low, high) = (first.min(second), first.max(second));
        let (west, east) = if high - low > 180.0 {
            (high, low)
        } else {
            (low, high)
        };
        Self {
            south: round(a.lat.min(b.lat)),
            north: round(a.lat.max(b.lat)),
            west,
            east,
        }
    }

    /// Whether the edges are on the globe and in order.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let on_globe = |value: f64, most: f64| (-most..=most).contains(&value);
        on_globe(self.south, 90.0)
            && on_globe(self.north, 90.0)
            && on_globe(self.west, 180.0)
            && on_globe(self.east, 180.0)
            && self.south <= self.north
    }

    /// Whether a point lies in it; its edges are part of it.
    #[must_use]
    pub fn holds(&self, at: Position) -> bool {
        let between = if self.west <= self.east {
            (self.west..=self.east).contains(&at.lon)
        } else {
            at.lon >= self.west || at.lon <= self.east
        };
        between && (self.south..=self.north).contains(&at.lat)
    }

    /// Its width, degrees.
    #[must_use]
    pub fn width(&self) -> f64 {
        let width = self.east - self.west;
        if width < 0.0 { width + 360.0 } else { width }
    }
}
