//! From the globe to the plane and back. Which projection is used follows from how far the data reaches.
//!
//! Formulas: J. P. Snyder, Map Projections – A Working Manual (USGS 1395), 12 and 14, on a sphere of radius 1;
//! for the world Equal Earth by Šavrič, Patterson and Jenny (2018). Where areas are kept, a country does not look
//! larger than its neighbour because it lies farther north.

use super::extent::{Extent, wrapped};
use crate::analysis::geo::Position;

/// A point in the plane: to the right and up, in radii of the earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
}

/// How the globe is laid into the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Projection {
    /// Albers' equal-area cone: for a part of the globe away from the equator.
    Conic {
        /// The meridian that stands upright.
        lon: f64,
        /// Share of a full turn that the cone takes; negative in the south.
        n: f64,
        /// Snyder's constant C.
        c: f64,
        /// Radius of the parallel in the middle.
        rho: f64,
    },
    /// Equirectangular with the parallel in the middle in true length: for a part at the equator.
    Cylinder {
        /// The meridian in the middle.
        lon: f64,
        /// Cosine of the parallel in the middle.
        cosine: f64,
    },
    /// Equal Earth: for the world.
    World {
        /// The meridian in the middle.
        lon: f64,
    },
}

/// From this width or height on, in degrees, the world is drawn as a whole.
const WORLD_WIDTH: f64 = 150.0;
const WORLD_HEIGHT: f64 = 100.0;
/// A cone flatter than this is as good as a cylinder.
const FLAT: f64 = 0.2;

/// The constants of Equal Earth.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

impl Projection {
    /// The projection that suits an extent.
    #[must_use]
    pub fn for_extent(extent: &Extent) -> Self {
        let lon = extent.middle_lon();
        let height = extent.north - extent.south;
        if extent.width > WORLD_WIDTH || height > WORLD_HEIGHT {
            return Self::World { lon };
        }
        // The parallels in true length lie a sixth inside of the extent.
        let first = (extent.south + height / 6.0).to_radians();
        let second = (extent.north - height / 6.0).to_radians();
        let n = f64::midpoint(first.sin(), second.sin());
        let middle = extent.middle_lat().to_radians();
        if n.abs() < FLAT {
            let cosine = middle.cos();
            return Self::Cylinder { lon, cosine };
        }
        let c = first.cos().powi(2) + 2.0 * n * first.sin();
        let rho = conic_radius(n, c, middle);
        Self::Conic { lon, n, c, rho }
    }

    /// The meridian in the middle, degrees east.
    #[must_use]
    pub fn middle_lon(&self) -> f64 {
        match self {
            Self::Conic { lon, .. } | Self::Cylinder { lon, .. } | Self::World { lon } => *lon,
        }
    }

    /// Where a point of the globe lies in the plane.
    #[must_use]
    pub fn forward(&self, at: Position) -> Point {
        self.plane(at.lat, wrapped(at.lon - self.middle_lon()))
    }

    /// The same for a longitude counted from the middle; it may lie beyond half a turn.
    #[must_use]
    pub fn plane(&self, lat: f64, from_middle: f64) -> Point {
        let (phi, lambda) = (lat.to_radians(), from_middle.to_radians());
        match *self {
            Self::Conic { n, c, rho, .. } => {
                let radius = conic_radius(n, c, phi);
                let (sine, cosine) = (n * lambda).sin_cos();
                Point {
                    x: radius * sine,
                    y: rho - radius * cosine,
                }
            }
            Self::Cylinder { cosine, .. } => Point {
                x: lambda * cosine,
                y: phi,
            },
            Self::World { .. } => {
                let theta = (3_f64.sqrt() / 2.0 * phi.sin()).asin();
                let x =
                    2.0 * 3_f64.sqrt() * lambda * theta.cos() / (3.0 * equal_earth_slope(theta));
                Point {
                    x,
                    y: equal_earth_height(theta),
                }
            }
        }
    }

    /// The point of the globe that lies there; nothing beyond its edge.
    #[must_use]
    pub fn inverse(&self, at: Point) -> Option<Position> {
        let (phi, lambda) = match *self {
            Self::Conic { n, c, rho, .. } => {
                let sign = n.signum();
                let (x, y) = (at.x * sign, (rho - at.y) * sign);
                let sine = (c - (x * x + y * y) * n * n) / (2.0 * n);
                (asin(sine)?, x.atan2(y) / n)
            }
            Self::Cylinder { cosine, .. } => (at.y, at.x / cosine),
            Self::World { .. } => {
                let theta = equal_earth_angle(at.y)?;
                let lambda =
                    3.0 * at.x * equal_earth_slope(theta) / (2.0 * 3_f64.sqrt() * theta.cos());
                (asin(theta.sin() * 2.0 / 3_f64.sqrt())?, lambda)
            }
        };
        let (lat, from_middle) = (phi.to_degrees(), lambda.to_degrees());
        let on_globe = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&from_middle);
        on_globe.then(|| Position {
            lat,
            lon: wrapped(from_middle + self.middle_lon()),
        })
    }
}

/// Radius of a parallel on the flattened cone; it has the sign of the cone.
fn conic_radius(n: f64, c: f64, phi: f64) -> f64 {
    (c - 2.0 * n * phi.sin()).max(0.0).sqrt() / n
}

/// The angle with this sine, with a hair's breadth for rounding.
fn asin(sine: f64) -> Option<f64> {
    (sine.abs() <= 1.0 + 1e-12).then(|| sine.clamp(-1.0, 1.0).asin())
}

fn equal_earth_height(theta: f64) -> f64 {
    let [a1, a2, a3, a4] = A;
    let (square, sixth) = (theta.powi(2), theta.powi(6));
    theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
}

fn equal_earth_slope(theta: f64) -> f64 {
    let [a1, a2, a3, a4] = A;
    let (square, sixth) = (theta.powi(2), theta.powi(6));
    a1 + 3.0 * a2 * square + sixth * (7.0 * a3 + 9.0 * a4 * square)
}

/// The angle at a height, by Newton's method; nothing beyond the poles.
fn equal_earth_angle(y: f64) -> Option<f64> {
    let most = std::f64::consts::FRAC_PI_3;
    if y.abs() > equal_earth_height(most) + 1e-12 {
        return None;
    }
    let mut theta = y;
    for _ in 0..12 {
        let step = (equal_earth_height(theta) - y) / equal_earth_slope(theta);
        theta -= step;
        if step.abs() < 1e-13 {
            break;
        }
    }
    Some(theta.clamp(-most, most))
}
