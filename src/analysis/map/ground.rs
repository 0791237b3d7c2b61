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
    whole: PlaneBox,
    focus: PlaneBox,
}

/// A box in the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlaneBox {
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
/// Share of the points that must lie in the home country for the map to look at it first.
const MOSTLY_AT_HOME: f64 = 0.8;
/// Room around the home country, as a share of it.
const ROOM: f64 = 0.03;

impl Ground {
    /// The ground for these points and the home country, by its code of three letters. Without either it is the
    /// world. Where most points lie at home, a few far away do not make the map small: it looks at home first.
    #[must_use]
    pub fn new(
        points: impl Iterator<Item = Position> + Clone,
        home: Option<Code>,
        outlines: &Outlines,
    ) -> Self {
        let country = home.and_then(|code| outlines.country(code));
        let mainland = country.and_then(|country| outlines.mainland(country));
        let edge = outlines
            .ring(mainland.unwrap_or_default())
            .map(|[lon, lat]| Position { lat, lon });
        let all = points.clone().chain(edge.clone());
        let extent = Extent::around(all).unwrap_or_else(|| Extent::globe(0.0));
        let projection = Projection::for_extent(&extent);
        let whole = bounds(&extent, &projection);
        let at_home = PlaneBox::around(edge.map(|at| projection.forward(at)));
        let at_home = at_home.map(|home| home.with_room(ROOM));
        let mostly = |home: &PlaneBox| {
            let (mut inside, mut all) = (0_u32, 0_u32);
            for at in points {
                all += 1;
                inside += u32::from(home.holds(projection.forward(at)));
            }
            f64::from(inside) >= f64::from(all) * MOSTLY_AT_HOME
        };
        Self {
            extent,
            projection,
            home,
            whole,
            focus: at_home.filter(mostly).unwrap_or(whole),
        }
    }

    /// Width and height of the extent in the plane.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        self.whole.size()
    }

    /// The middle of the extent in the plane.
    #[must_use]
    pub fn middle(&self) -> Point {
        self.whole.middle()
    }

    /// What the map looks at first: its middle, width and height.
    #[must_use]
    pub fn focus(&self) -> (Point, (f64, f64)) {
        (self.focus.middle(), self.focus.size())
    }

    /// How much larger than the whole that is, in a picture of the shape of the whole.
    #[must_use]
    pub fn focus_zoom(&self) -> f64 {
        let ((wide, tall), (focus_wide, focus_tall)) = (self.whole.size(), self.focus.size());
        (wide / focus_wide).min(tall / focus_tall)
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
fn bounds(extent: &Extent, projection: &Projection) -> PlaneBox {
    let half = extent.width / 2.0;
    let shares = || (0..=PARTS).map(|part| f64::from(part) / f64::from(PARTS));
    let lats = shares().map(|share| extent.south + share * (extent.north - extent.south));
    let lons: Vec<f64> = shares().map(|share| share * extent.width - half).collect();
    let points = lats.flat_map(|lat| lons.iter().map(move |lon| projection.plane(lat, *lon)));
    let nothing = Point { x: 0.0, y: 0.0 };
    PlaneBox::around(points).unwrap_or(PlaneBox {
        low: nothing,
        high: nothing,
    })
}

impl PlaneBox {
    /// The box around points; nothing without one.
    fn around(points: impl Iterator<Item = Point>) -> Option<Self> {
        points.fold(None, |found: Option<Self>, at| {
            let Self { low, high } = found.unwrap_or(Self { low: at, high: at });
            Some(Self {
                low: Point {
                    x: low.x.min(at.x),
                    y: low.y.min(at.y),
                },
                high: Point {
                    x: high.x.max(at.x),
                    y: high.y.max(at.y),
                },
            })
        })
    }

    fn with_room(self, share: f64) -> Self {
        let (wide, tall) = self.size();
        let (x, y) = (wide * share, tall * share);
        let Self { low, high } = self;
        Self {
            low: Point {
                x: low.x - x,
                y: low.y - y,
            },
            high: Point {
                x: high.x + x,
                y: high.y + y,
            },
        }
    }

    fn size(&self) -> (f64, f64) {
        let least = 1e-6;
        (
            (self.high.x - self.low.x).max(least),
            (self.high.y - self.low.y).max(least),
        )
    }

    fn middle(&self) -> Point {
        Point {
            x: f64::midpoint(self.low.x, self.high.x),
            y: f64::midpoint(self.low.y, self.high.y),
        }
    }

    fn holds(&self, at: Point) -> bool {
        (self.low.x..=self.high.x).contains(&at.x) && (self.low.y..=self.high.y).contains(&at.y)
    }
}
