//! Geometry on the globe (`formulas` G): distances, lines and points on great circles.
//!
//! Not here: map projections and anything in pixels.

/// Mean radius of the earth, km.
const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// Sines of an angle below this are taken as zero when dividing by them.
const TINY_SINE: f64 = 1e-12;

/// A point on the globe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// Great-circle distance in km (haversine).
#[must_use]
pub fn great_circle_km(from: Position, to: Position) -> f64 {
    EARTH_RADIUS_KM * central_angle(from, to)
}

/// Length of a line through `points` in km: the sum over its segments.
///
/// Missing below two points: a single point has no length to speak of.
#[must_use]
pub fn line_km(points: &[Position]) -> Option<f64> {
    let segments = points.iter().zip(points.iter().skip(1));
    (points.len() > 1).then(|| segments.map(|(a, b)| great_circle_km(*a, *b)).sum())
}

/// How much longer a route is than the great circle between its ends.
///
/// Below 1 the data is wrong; missing if the ends are the same place.
#[must_use]
pub fn circuity(route_km: f64, great_circle_km: f64) -> Option<f64> {
    let ratio = route_km / great_circle_km;
    ratio.is_finite().then_some(ratio)
}

/// The point at `fraction` (0 to 1) of the great circle from one point to another.
///
/// Missing between antipodes, where every direction is the shortest.
#[must_use]
pub fn point_between(from: Position, to: Position, fraction: f64) -> Option<Position> {
    let angle = central_angle(from, to);
    if angle < TINY_SINE {
        return Some(from);
    }
    if angle.sin() < TINY_SINE {
        return None;
    }
    let weight_from = ((1.0 - fraction) * angle).sin() / angle.sin();
    let weight_to = (fraction * angle).sin() / angle.sin();
    let mut sum = [0.0; 3];
    for (slot, (start, end)) in sum
        .iter_mut()
        .zip(unit_vector(from).into_iter().zip(unit_vector(to)))
    {
        *slot = weight_from * start + weight_to * end;
    }
    let [x, y, z] = sum;
    Some(Position {
        lat: z.atan2(x.hypot(y)).to_degrees(),
        lon: y.atan2(x).to_degrees(),
    })
}

/// Angle between two points seen from the centre of the earth, radians.
fn central_angle(from: Position, to: Position) -> f64 {
    let half_lat = (to.lat - from.lat).to_radians() / 2.0;
    let half_lon = (to.lon - from.lon).to_radians() / 2.0;
    let cosines = from.lat.to_radians().cos() * to.lat.to_radians().cos();
    let a = half_lat.sin().powi(2) + cosines * half_lon.sin().powi(2);
    2.0 * a.min(1.0).sqrt().asin()
}

fn unit_vector(at: Position) -> [f64; 3] {
    let (lat, lon) = (at.lat.to_radians(), at.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}
