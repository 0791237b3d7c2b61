//! Which part of the plane is looked at: where the middle is and how large a unit is drawn.

use super::{ground::Ground, projection::Point};
use crate::analysis::geo::Position;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What a person looks at, whatever the size of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MapFrame {
    /// The middle, degrees north.
    pub lat: f64,
    /// The middle, degrees east.
    pub lon: f64,
    /// How much larger than the whole.
    pub zoom: f64,
}

impl MapFrame {
    /// Zooms from the whole to where the outlines have no more detail to show.
    pub const ZOOMS: RangeInclusive<f64> = 1.0..=24.0;

    /// What a picture of a size looks at so that a point is in sight: what the map looks at first if the point is in
    /// it, else the whole.
    #[must_use]
    pub fn with(ground: &Ground, at: Position, size: [f64; 2]) -> Option<Self> {
        let first = Camera::new(ground, None, size);
        let [x, y] = first.place(ground.projection.forward(at));
        let [width, height] = size;
        let inside = (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
        (!inside).then(|| Self {
            lat: ground.extent.middle_lat(),
            lon: ground.extent.middle_lon(),
            zoom: *Self::ZOOMS.start(),
        })
    }

    /// Whether it can be looked at.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        (-90.0..=90.0).contains(&self.lat)
            && (-180.0..=180.0).contains(&self.lon)
            && Self::ZOOMS.contains(&self.zoom)
    }
}

/// The frame laid over a picture of a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// What is in the middle of the picture.
    pub middle: Point,
    /// How much larger than the whole.
    pub zoom: f64,
    /// Points of the picture to a unit of the plane when the whole is seen.
    fit: f64,
    /// Width and height of the picture in points.
    size: [f64; 2],
}

impl Camera {
    /// What a frame shows in a picture of a size; what the map looks at first without a frame. A frame that
    /// reaches beyond the limits is moved inside.
    #[must_use]
    pub fn new(ground: &Ground, frame: Option<MapFrame>, size: [f64; 2]) -> Self {
        let [width, height] = size.map(|side| side.max(1.0));
        let (wide, tall) = ground.size();
        let whole = Self {
            middle: ground.middle(),
            zoom: 1.0,
            fit: (width / wide).min(height / tall),
            size: [width, height],
        };
        match frame {
            None => {
                let (middle, (wide, tall)) = ground.focus();
                let zoom = (width / wide).min(height / tall) / whole.fit;
                Self {
                    middle,
                    zoom,
                    ..whole
                }
                .within(ground)
            }
            Some(frame) => {
                let at = Position {
                    lat: frame.lat,
                    lon: frame.lon,
                };
                let moved = Self {
                    middle: ground.projection.forward(at),
                    zoom: frame.zoom,
                    ..whole
                };
                moved.within(ground)
            }
        }
    }

    /// Points of the picture to a unit of the plane.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.fit * self.zoom
    }

    /// Where a point of the plane is in the picture, from its upper left corner.
    #[must_use]
    pub fn place(&self, at: Point) -> [f64; 2] {
        let [width, height] = self.size;
        let scale = self.scale();
        [
            width / 2.0 + (at.x - self.middle.x) * scale,
            height / 2.0 - (at.y - self.middle.y) * scale,
        ]
    }

    /// The point of the plane at a place of the picture.
    #[must_use]
    pub fn point(&self, [x, y]: [f64; 2]) -> Point {
        let [width, height] = self.size;
        let scale = self.scale();
        Point {
            x: self.middle.x + (x - width / 2.0) / scale,
            y: self.middle.y - (y - height / 2.0) / scale,
        }
    }

    /// The picture's contents moved by so many points.
    #[must_use]
    pub fn moved(self, ground: &Ground, [x, y]: [f64; 2]) -> Self {
        let scale = self.scale();
        let middle = Point {
            x: self.middle.x - x / scale,
            y: self.middle.y + y / scale,
        };
        Self { middle, ..self }.within(ground)
    }

    /// Larger by a factor, with what is at a place of the picture staying there as far as the limits let it.
    #[must_use]
    pub fn zoomed(self, ground: &Ground, factor: f64, about: [f64; 2]) -> Self {
        let zoom = clamped_zoom(self.zoom * factor);
        let held = self.point(about);
        let share = self.zoom / zoom;
        let middle = Point {
            x: held.x + (self.middle.x - held.x) * share,
            y: held.y + (self.middle.y - held.y) * share,
        };
        Self {
            middle,
            zoom,
            ..self
        }
        .within(ground)
    }

    /// The whole in the same picture.
    #[must_use]
    pub fn whole(self, ground: &Ground) -> Self {
        let zoom = *MapFrame::ZOOMS.start();
        Self { zoom, ..self }.within(ground)
    }

    /// The frame to remember.
    #[must_use]
    pub fn frame(&self, ground: &Ground) -> Option<MapFrame> {
        let at = ground.projection.inverse(self.middle)?;
        let round = |value: f64, steps: f64| (value * steps).round() / steps;
        Some(MapFrame {
            lat: round(at.lat, 1e4),
            lon: round(at.lon, 1e4),
            zoom: round(self.zoom, 1e3),
        })
    }

    /// Nothing is seen that is not seen in the whole.
    fn within(self, ground: &Ground) -> Self {
        let zoom = clamped_zoom(self.zoom);
        let [width, height] = self.size;
        let center = ground.middle();
        let inside = |at: f64, middle: f64, side: f64| {
            let free = side / self.fit / 2.0 * (1.0 - 1.0 / zoom);
            if at.is_finite() {
                at.clamp(middle - free, middle + free)
            } else {
                middle
            }
        };
        let middle = Point {
            x: inside(self.middle.x, center.x, width),
            y: inside(self.middle.y, center.y, height),
        };
        Self {
            middle,
            zoom,
            ..self
        }
    }
}

fn clamped_zoom(zoom: f64) -> f64 {
    let (least, most) = (*MapFrame::ZOOMS.start(), *MapFrame::ZOOMS.end());
    if zoom.is_finite() {
        zoom.clamp(least, most)
    } else {
        least
    }
}
