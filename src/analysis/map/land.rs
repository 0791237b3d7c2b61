//! Land in the plane of the map: countries as triangles, coasts and borders as lines, no finer than can be seen.

use super::{
    clip::{self, Place},
    extent::wrapped,
    ground::{Ground, Window},
    outlines::{Code, Country, Outlines, place},
    projection::Projection,
};
use earcut::Earcut;
use std::{panic::resume_unwind, thread};

/// The land that a map can show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Land {
    /// The countries in sight.
    pub shapes: Vec<LandShape>,
    /// Coasts: borders with water.
    pub coasts: Vec<Line>,
    /// Borders between two countries.
    pub borders: Vec<Line>,
    /// Coasts and borders of the home country.
    pub home: Vec<Line>,
}

/// Points of a line in the plane: to the right and up.
pub type Line = Vec<[f32; 2]>;

/// A country as far as it is in reach.
#[derive(Debug, Clone, PartialEq)]
pub struct LandShape {
    /// Its code, if it has one.
    pub code: Option<Code>,
    /// Corners of the triangles in the plane.
    pub corners: Line,
    /// Three positions in `corners` a triangle.
    pub triangles: Vec<u32>,
}

/// Steps across the larger side of the extent that can be told apart at the first level.
const STEPS: f64 = 1_800.0;
/// How much finer the second level is, and the zoom from which it is seen.
const FINER: f64 = 8.0;
const CLOSE: f64 = 5.0;
/// Countries that a thread cuts into triangles at a time.
const SHARE: usize = 62;
/// Where the outlines are cut along the edge of the globe.
const EDGE_LON: f64 = 179.99;
const EDGE_LAT: f64 = -89.9;

impl Land {
    /// Whether the land must be fine at a zoom, or may be coarse.
    #[must_use]
    pub fn is_fine(zoom: f64) -> bool {
        zoom >= CLOSE
    }

    /// The land in reach of a ground, as fine as is seen.
    #[must_use]
    pub fn new(outlines: &Outlines, ground: &Ground, fine: bool) -> Self {
        let (wide, tall) = ground.size();
        let step = wide.max(tall) / STEPS / if fine { FINER } else { 1.0 };
        let builder = Builder {
            window: ground.window(),
            projection: ground.projection,
            outlines,
            arcs: outlines
                .arcs
                .iter()
                .map(|arc| thinned(arc, step.to_degrees()))
                .collect(),
        };
        builder.land(ground.home)
    }
}

/// A line without the points that are nearer to the last one kept than a step; both ends stay.
fn thinned(line: &[[f64; 2]], step: f64) -> Vec<[f64; 2]> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return Vec::new();
    };
    let mut kept = vec![*first];
    let mut from = *first;
    for at in line.iter().skip(1) {
        let ([x, y], [to_x, to_y]) = (from, *at);
        let aside = (to_x - x) * to_y.to_radians().cos();
        if aside.hypot(to_y - y) >= step {
            kept.push(*at);
            from = *at;
        }
    }
    if line.len() > 1 && kept.last() != Some(last) {
        kept.push(*last);
    }
    kept
}

struct Builder<'a> {
    window: Window,
    projection: Projection,
    outlines: &'a Outlines,
    arcs: Vec<Vec<[f64; 2]>>,
}

impl Builder<'_> {
    fn land(&self, home: Option<Code>) -> Land {
        let countries = &self.outlines.countries;
        let mut land = Land::default();
        thread::scope(|scope| {
            let shares = countries.chunks(SHARE);
            let shares = shares.map(|share| scope.spawn(move || self.shapes(share)));
            let shares: Vec<_> = shares.collect();
            self.add_lines(&mut land, home);
            for share in shares {
                let done = share.join().unwrap_or_else(|panic| resume_unwind(panic));
                land.shapes.extend(done);
            }
        });
        land
    }

    fn shapes(&self, countries: &[Country]) -> Vec<LandShape> {
        let mut earcut = Earcut::new();
        let shapes = countries.iter();
        shapes
            .filter_map(|country| self.shape(country, &mut earcut))
            .collect()
    }

    /// Adds coasts and borders, each once.
    fn add_lines(&self, land: &mut Land, home: Option<Code>) {
        let countries = &self.outlines.countries;
        let mut uses: Vec<(u8, bool)> = vec![(0, false); self.arcs.len()];
        for country in countries {
            let is_home = home.is_some() && country.code == home;
            for arc in country.polygons.iter().flatten().flatten() {
                if let Some((count, of_home)) = uses.get_mut(place(*arc)) {
                    *count = count.saturating_add(1);
                    *of_home |= is_home;
                }
            }
        }
        for (arc, (count, of_home)) in self.arcs.iter().zip(uses) {
            let lines = self.lines(arc);
            match (of_home, count) {
                (true, _) => land.home.extend(lines),
                (false, 0 | 1) => land.coasts.extend(lines),
                (false, _) => land.borders.extend(lines),
            }
        }
    }

    /// The country in the plane; nothing if it is out of reach.
    fn shape(&self, country: &Country, earcut: &mut Earcut<f32>) -> Option<LandShape> {
        let mut shape = LandShape {
            code: country.code,
            corners: Vec::new(),
            triangles: Vec::new(),
        };
        for polygon in &country.polygons {
            let rings: Vec<Vec<Place>> = polygon.iter().map(|ring| self.ring(ring)).collect();
            for shift in [-360.0, 0.0, 360.0] {
                self.add(&mut shape, &rings, shift, earcut);
            }
        }
        (!shape.triangles.is_empty()).then_some(shape)
    }

    /// Adds what of a polygon, moved around the globe, is in reach.
    fn add(
        &self,
        shape: &mut LandShape,
        rings: &[Vec<Place>],
        shift: f64,
        earcut: &mut Earcut<f32>,
    ) {
        let Some(outer) = rings.first().filter(|ring| self.in_reach(ring, shift)) else {
            return;
        };
        let outer = self.cut(outer, shift);
        if outer.len() < 3 {
            return;
        }
        let mut points = outer;
        let mut holes: Vec<u32> = Vec::new();
        for hole in rings.iter().skip(1) {
            let hole = self.cut(hole, shift);
            if hole.len() > 2 {
                holes.extend(u32::try_from(points.len()));
                points.extend(hole);
            }
        }
        let Ok(first) = u32::try_from(shape.corners.len()) else {
            return;
        };
        let mut triangles: Vec<u32> = Vec::new();
        earcut.earcut(points.iter().copied(), &holes, &mut triangles);
        shape
            .triangles
            .extend(triangles.iter().map(|corner| corner + first));
        shape.corners.extend(points);
    }

    /// A ring as places that follow each other without a jump at the 180th meridian.
    fn ring(&self, ring: &[i32]) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for signed in ring {
            let arc = self.arcs.get(place(*signed)).map_or(&[][..], Vec::as_slice);
            let count = arc.len().saturating_sub(1);
            let points = (0..count).filter_map(|at| {
                let at = if *signed < 0 { count - at } else { at };
                arc.get(at)
            });
            places.extend(points);
        }
        self.count_from_middle(&mut places);
        places
    }

    /// Longitudes counted from the middle of the map, each the way around that is nearer to the one before.
    fn count_from_middle(&self, places: &mut [Place]) {
        let middle = self.projection.middle_lon();
        let mut before: Option<f64> = None;
        for [lon, _] in places {
            let near = wrapped(*lon - middle);
            let turns = before.map_or(0.0, |before| ((before - near) / 360.0).round());
            *lon = near + 360.0 * turns;
            before = Some(*lon);
        }
    }

    fn in_reach(&self, ring: &[Place], shift: f64) -> bool {
        let (mut west, mut south) = (f64::INFINITY, f64::INFINITY);
        let (mut east, mut north) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for [x, y] in ring {
            (west, south) = (west.min(*x), south.min(*y));
            (east, north) = (east.max(*x), north.max(*y));
        }
        clip::meets(self.window, [[west, south], [east, north]], shift)
    }

    fn cut(&self, ring: &[Place], shift: f64) -> Line {
        let moved = ring.iter().map(|[lon, lat]| [lon + shift, *lat]).collect();
        let inside = clip::ring(self.window, moved);
        inside.into_iter().map(|at| self.project(at)).collect()
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a metre on the ground is far below a pixel"
    )]
    fn project(&self, [from_middle, lat]: Place) -> [f32; 2] {
        let at = self.projection.plane(lat, from_middle);
        [at.x as f32, at.y as f32]
    }

    /// What of an arc is in reach, without the cuts along the edge of the globe.
    fn lines(&self, arc: &[[f64; 2]]) -> Vec<Line> {
        let is_cut = |[lon, lat]: &[f64; 2]| lon.abs() > EDGE_LON || *lat < EDGE_LAT;
        let mut lines = Vec::new();
        for piece in arc.chunk_by(|a, b| !(is_cut(a) && is_cut(b))) {
            let mut places = piece.to_vec();
            self.count_from_middle(&mut places);
            for shift in [-360.0, 0.0, 360.0] {
                let moved: Vec<Place> = places.iter().map(|[x, y]| [x + shift, *y]).collect();
                for inside in clip::line(self.window, &moved) {
                    lines.push(inside.into_iter().map(|at| self.project(at)).collect());
                }
            }
        }
        lines
    }
}
