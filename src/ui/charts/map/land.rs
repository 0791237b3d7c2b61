//! Land and borders: triangles and lines of the plane brought to the screen.

use super::{Scene, look};
use crate::analysis::geo::Position;
use crate::analysis::map::{GeoBox, LandShape, Line, Point};
use eframe::egui::{Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Pieces that an edge of an area is drawn in; a parallel is bent.
const PIECES: u8 = 24;

/// From the plane to the screen.
#[derive(Clone, Copy)]
pub(super) struct Lens {
    scale: f32,
    x: f32,
    y: f32,
    rect: Rect,
}

impl Lens {
    pub(super) fn place(&self, [x, y]: [f32; 2]) -> Pos2 {
        pos2(self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl Scene<'_> {
    pub(super) fn lens(&self) -> Lens {
        let [x, y] = self.camera.place(Point { x: 0.0, y: 0.0 });
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a fraction of a point at any zoom"
        )]
        let (scale, x, y) = (self.camera.scale() as f32, x as f32, y as f32);
        Lens {
            scale,
            x: self.rect.left() + x,
            y: self.rect.top() + y,
            rect: self.rect,
        }
    }

    pub(super) fn land(&self, painter: &Painter) {
        let (tokens, lens, land) = (self.tokens, self.lens(), self.map.land);
        painter.rect_filled(self.rect, CornerRadius::ZERO, look::water(tokens));
        let home = self.map.ground.home;
        let is = |shape: &LandShape, code| code == shape.code && shape.code.is_some();
        let partner = self.map.partner;
        let shapes = |wanted: &dyn Fn(&LandShape) -> bool, color| {
            let shapes = land.shapes.iter().filter(|shape| wanted(shape));
            painter.add(Shape::mesh(mesh(lens, shapes, color)));
        };
        shapes(
            &|shape| !is(shape, home) && !is(shape, partner),
            look::land(tokens),
        );
        shapes(&|shape| is(shape, partner), look::partner(tokens));
        shapes(&|shape| is(shape, home), look::home(tokens));
        let thin = Stroke::new(0.7, look::line(tokens));
        lines(painter, lens, &land.coasts, thin);
        lines(painter, lens, &land.borders, thin);
        let clear = Stroke::new(1.1, look::home_line(tokens));
        lines(painter, lens, &land.home, clear);
    }

    /// The outline of an area, bent as parallels and meridians are.
    pub(super) fn area(&self, painter: &Painter, area: GeoBox) {
        let share = |part: u8| f64::from(part) / f64::from(PIECES);
        let lat = |part: u8| area.south + share(part) * (area.north - area.south);
        let lon = |part: u8| area.west + share(part) * area.width();
        let parts = || 0..PIECES;
        let places = parts()
            .map(|part| (area.south, lon(part)))
            .chain(parts().map(|part| (lat(part), lon(PIECES))))
            .chain(parts().map(|part| (area.north, lon(PIECES - part))))
            .chain(parts().map(|part| (lat(PIECES - part), area.west)));
        let points = places.map(|(lat, lon)| self.place(Position { lat, lon }));
        let stroke = Stroke::new(1.5, self.tokens.accent);
        painter.add(Shape::closed_line(points.collect(), stroke));
    }
}

/// The triangles of countries that are in sight.
fn mesh<'a>(lens: Lens, shapes: impl Iterator<Item = &'a LandShape>, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for shape in shapes {
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        let places: Vec<Pos2> = shape.corners.iter().map(|at| lens.place(*at)).collect();
        if !Rect::from_points(&places).intersects(lens.rect) {
            continue;
        }
        for three in shape.triangles.chunks_exact(3) {
            let corners = three.iter().filter_map(|corner| {
                let at = usize::try_from(*corner).ok()?;
                places.get(at).copied()
            });
            let corners: Vec<Pos2> = corners.collect();
            if Rect::from_points(&corners).intersects(lens.rect) {
                mesh.indices
                    .extend(three.iter().map(|corner| corner + first));
            }
        }
        for at in places {
            mesh.colored_vertex(at, color);
        }
    }
    mesh
}

fn lines(painter: &Painter, lens: Lens, lines: &[Line], stroke: Stroke) {
    for line in lines {
        let points: Vec<Pos2> = line.iter().map(|at| lens.place(*at)).collect();
        if Rect::from_points(&points).intersects(lens.rect) {
            painter.add(Shape::line(points, stroke));
        }
    }
}
