//! What the map of a dataset lies on: its extent, the projection that suits it, and how much land is in reach.

use super::{
    extent::Extent,
    outlines::{Code, Outlines},
    projection::{Point, Projection},
};
use crate::analysis::geo::Position;

/// The ground of a map. It follows from the dataset alone, so that the map stands still while filters change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    /// How far the projects and the home country reach.
    pub extent: Extent,
    /// How the globe is laid into the plane.
    pub projection: Projection,
    /// The country that is drawn lighter and with its border.
    pub home: Option<Code>,
    low: Point,
    high: Point,
}

/// What can be in sight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Window {
    pub south: f64,
    pub north: f64,
    /// Degrees to either side of the middle.
    pub half_width: f64,
}

/// Parts that an edge of the extent is measured in.
const PARTS: u8 = 24;
/// Widest and narrowest picture: width to height.
const WIDEST: f64 = 4.5;
const NARROWEST: f64 = 0.5;
/// From this width on the land around the whole globe is kept.
const ALL_AROUND: f64 = 170.0;

impl Ground {
    /// The ground for these points and the home country, by its code of three letters. Without either it is the
    /// world.
    #[must_use]
    pub fn new(
        points: impl Iterator<Item = Position>,
        home: Option<Code>,
        outlines: &Outlines,
    ) -> Self {
        let country = home.and_then(|code| outlines.country(code));
        let mainland = country.and_then(|country| outlines.mainland(country));
        let edge = outlines
            .ring(mainland.unwrap_or_default())
            .map(|[lon, lat]| Position { lat, lon });
        let extent = Extent::around(points.chain(edge)).unwrap_or_else(|| Extent::globe(0.0));
        let projection = Projection::for_extent(&extent);
        let (low, high) = bounds(&extent, &projection);
        Self {
            extent,
            projection,
            home,
            low,
            high,
        }
    }

    /// Width and height of the extent in the plane.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        let least = 1e-6;
        (
            (self.high.x - self.low.x).max(least),
            (self.high.y - self.low.y).max(least),
        )
    }

    /// The middle of the extent in the plane.
    #[must_use]
    pub fn middle(&self) -> Point {
        Point {
            x: f64::midpoint(self.low.x, self.high.x),
            y: f64::midpoint(self.low.y, self.high.y),
        }
    }

    /// What any picture of the whole can show.
    pub(super) fn window(&self) -> Window {
        if let Projection::World { .. } = self.projection {
            return Window {
                south: -90.0,
                north: 90.0,
                half_width: 180.0,
            };
        }
        let (wide, tall) = self.size();
        // A unit of the plane is a radian along a meridian, more or less.
        let up = (tall.max(wide / NARROWEST) / 2.0).to_degrees();
        let (south, north) = (
            (self.extent.middle_lat() - up).max(-88.0),
            (self.extent.middle_lat() + up).min(88.0),
        );
        let aside = (wide.max(tall * WIDEST) / 2.0).to_degrees();
        let narrow = self
            .extent
            .south
            .abs()
            .max(self.extent.north.abs())
            .min(75.0);
        let half_width = aside / narrow.to_radians().cos();
        Window {
            south,
            north,
            half_width: if half_width > ALL_AROUND {
                180.0
            } else {
                half_width
            },
        }
    }
}

/// The box in the plane around an extent.
fn bounds(extent: &Extent, projection: &Projection) -> (Point, Point) {
    let half = extent.width / 2.0;
    let shares = || (0..=PARTS).map(|part| f64::from(part) / f64::from(PARTS));
    let lats = shares().map(|share| extent.south + share * (extent.north - extent.south));
    let lons: Vec<f64> = shares().map(|share| share * extent.width - half).collect();
    let (mut low, mut high) = (
        Point {
            x: f64::INFINITY,
            y: f64::INFINITY,
        },
        Point {
            x: f64::NEG_INFINITY,
            y: f64::NEG_INFINITY,
        },
    );
    for lat in lats {
        for lon in &lons {
            let at = projection.plane(lat, *lon);
            low = Point {
                x: low.x.min(at.x),
                y: low.y.min(at.y),
            };
            high = Point {
                x: high.x.max(at.x),
                y: high.y.max(at.y),
            };
        }
    }
    (low, high)
}
