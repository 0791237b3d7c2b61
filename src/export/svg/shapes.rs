//! egui's shapes as SVG elements, rounded to pixels as egui's tessellator rounds them.
//! Text and meshes have modules of their own.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::epaint::{
    BandShape, CircleShape, ColorMode, CubicBezierShape, EllipseShape, PathShape, PathStroke,
    QuadraticBezierShape, RectShape,
};
use eframe::egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::Scene;
use super::canvas::{frame, number, paint, point};
use super::{mesh, text};

/// Draws a shape that shows only inside `clip`.
pub(super) fn draw_clipped(scene: &mut Scene<'_>, clip: Rect, shape: &Shape) {
    if let Shape::Vec(shapes) = shape {
        for shape in shapes {
            draw_clipped(scene, clip, shape);
        }
        return;
    }
    let clip = clip
        .round_to_pixels(scene.pixels_per_point)
        .intersect(scene.canvas.bounds());
    // A point on each side, because rounding and smoothing reach beyond the exact bounds.
    let bounds = shape.visual_bounding_rect().expand(1.0);
    if !clip.is_positive() || !bounds.is_finite() || !clip.intersects(bounds) {
        return;
    }
    let inside = clip.contains_rect(bounds.intersect(scene.canvas.bounds()));
    scene.canvas.clip_to((!inside).then_some(clip));
    draw(scene, shape);
}

fn draw(scene: &mut Scene<'_>, shape: &Shape) {
    match shape {
        // `Vec` was opened above; a callback draws on a GPU, which a file does not have.
        Shape::Noop | Shape::Vec(_) | Shape::Callback(_) => {}
        Shape::Circle(circle) => draw_circle(scene, circle),
        Shape::Ellipse(ellipse) => draw_ellipse(scene, ellipse),
        Shape::LineSegment { points, stroke } => draw_line(scene, *points, *stroke),
        Shape::Path(path) => draw_path(scene, path),
        Shape::Band(band) => draw_band(scene, band),
        Shape::Rect(rect) => draw_rect(scene, rect),
        Shape::Text(shape) => text::draw(scene, shape),
        Shape::Mesh(triangles) => mesh::draw(scene, triangles),
        Shape::QuadraticBezier(curve) => draw_quadratic(scene, curve),
        Shape::CubicBezier(curve) => draw_cubic(scene, curve),
    }
}

fn stroke_attributes(stroke: Stroke) -> String {
    if stroke.is_empty() {
        return String::new();
    }
    format!(
        "{} stroke-width=\"{}\"",
        paint("stroke", stroke.color),
        number(stroke.width)
    )
}

/// egui strokes circles and ellipses around their radius, not on it.
fn draw_circle(scene: &mut Scene<'_>, circle: &CircleShape) {
    let radius = circle.radius + outer_half(circle.stroke);
    if circle.radius <= 0.0 {
        return;
    }
    scene.canvas.push(&format!(
        "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}/>",
        number(circle.center.x),
        number(circle.center.y),
        number(radius),
        paint("fill", circle.fill),
        stroke_attributes(circle.stroke)
    ));
}

fn draw_ellipse(scene: &mut Scene<'_>, ellipse: &EllipseShape) {
    let radius = ellipse.radius + eframe::egui::Vec2::splat(outer_half(ellipse.stroke));
    if ellipse.radius.min_elem() <= 0.0 {
        return;
    }
    scene.canvas.push(&format!(
        "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"{}{}{}/>",
        number(ellipse.center.x),
        number(ellipse.center.y),
        number(radius.x),
        number(radius.y),
        rotation(ellipse.angle, ellipse.center),
        paint("fill", ellipse.fill),
        stroke_attributes(ellipse.stroke)
    ));
}

fn outer_half(stroke: Stroke) -> f32 {
    if stroke.is_empty() {
        0.0
    } else {
        stroke.width / 2.0
    }
}

/// A `transform` attribute for an angle in radians, clockwise; nothing for no angle.
pub(super) fn rotation(angle: f32, center: Pos2) -> String {
    if angle == 0.0 {
        return String::new();
    }
    format!(
        " transform=\"rotate({} {})\"",
        number(angle.to_degrees()),
        point(center)
    )
}

/// A line between two points; a level or upright one lies exactly on pixels.
pub(super) fn draw_line(scene: &mut Scene<'_>, points: [Pos2; 2], stroke: Stroke) {
    if stroke.is_empty() {
        return;
    }
    let [from, to] = on_pixels(points, stroke, scene.pixels_per_point);
    scene.canvas.push(&format!(
        "<path d=\"M{}L{}\" fill=\"none\"{}/>",
        point(from),
        point(to),
        stroke_attributes(stroke)
    ));
}

#[expect(
    clippy::float_cmp,
    reason = "only exactly level and upright lines are rounded"
)]
fn on_pixels([mut from, mut to]: [Pos2; 2], stroke: Stroke, pixels_per_point: f32) -> [Pos2; 2] {
    // Ends that are nearly on a pixel's edge go there; egui does the same in two steps.
    let quarter = 0.25 / pixels_per_point;
    let spread = |low: &mut f32, high: &mut f32| {
        if *low > *high {
            std::mem::swap(low, high);
        }
        *low = ((*low + quarter) * pixels_per_point).floor() / pixels_per_point;
        *high = ((*high - quarter) * pixels_per_point).ceil() / pixels_per_point;
    };
    if from.x == to.x {
        stroke.round_center_to_pixel(pixels_per_point, &mut from.x);
        to.x = from.x;
        spread(&mut from.y, &mut to.y);
    } else if from.y == to.y {
        stroke.round_center_to_pixel(pixels_per_point, &mut from.y);
        to.y = from.y;
        spread(&mut from.x, &mut to.x);
    }
    [from, to]
}

fn draw_path(scene: &mut Scene<'_>, path: &PathShape) {
    if path.points.iter().any(|point| !point.is_finite()) {
        return;
    }
    let data = polyline(&path.points, path.closed);
    let fill = if path.closed {
        path.fill
    } else {
        Color32::TRANSPARENT
    };
    draw_outline(
        scene,
        &data,
        fill,
        flat(&path.stroke, Rect::from_points(&path.points)),
    );
}

/// Path data through the points.
fn polyline(points: &[Pos2], closed: bool) -> String {
    let mut data = String::new();
    for (index, at) in points.iter().enumerate() {
        data.push(if index == 0 { 'M' } else { 'L' });
        data.push_str(&point(*at));
    }
    if closed {
        data.push('Z');
    }
    data
}

fn draw_outline(scene: &mut Scene<'_>, data: &str, fill: Color32, stroke: Stroke) {
    if data.is_empty() || (fill.a() == 0 && stroke.is_empty()) {
        return;
    }
    // Round joins: a peak of a time series would otherwise overshoot its value by its spike.
    let joins = if stroke.is_empty() {
        ""
    } else {
        " stroke-linejoin=\"round\""
    };
    scene.canvas.push(&format!(
        "<path d=\"{data}\"{}{}{joins}/>",
        paint("fill", fill),
        stroke_attributes(stroke)
    ));
}

/// One colour for a stroke whose colour may vary: that of its middle.
fn flat(stroke: &PathStroke, bounds: Rect) -> Stroke {
    let color = match &stroke.color {
        ColorMode::Solid(color) => *color,
        ColorMode::UV(color_at) => color_at(bounds, bounds.center()),
    };
    Stroke::new(stroke.width, color)
}

fn draw_band(scene: &mut Scene<'_>, band: &BandShape) {
    let upper = band.points.iter().map(|point| pos2(point.x, point.y.min));
    let lower = band
        .points
        .iter()
        .rev()
        .map(|point| pos2(point.x, point.y.max));
    let turn = eframe::egui::emath::Rot2::from_angle(band.angle);
    let outline: Vec<Pos2> = upper
        .chain(lower)
        .map(|point| (turn * point.to_vec2()).to_pos2())
        .collect();
    draw_outline(scene, &polyline(&outline, true), band.fill, band.stroke);
}

fn draw_quadratic(scene: &mut Scene<'_>, curve: &QuadraticBezierShape) {
    let [from, bend, to] = curve.points.map(point);
    let end = if curve.closed { "Z" } else { "" };
    let stroke = flat(&curve.stroke, Rect::from_points(&curve.points));
    draw_outline(
        scene,
        &format!("M{from}Q{bend} {to}{end}"),
        curve.fill,
        stroke,
    );
}

fn draw_cubic(scene: &mut Scene<'_>, curve: &CubicBezierShape) {
    let [from, first, second, to] = curve.points.map(point);
    let end = if curve.closed { "Z" } else { "" };
    let stroke = flat(&curve.stroke, Rect::from_points(&curve.points));
    draw_outline(
        scene,
        &format!("M{from}C{first} {second} {to}{end}"),
        curve.fill,
        stroke,
    );
}

fn draw_rect(scene: &mut Scene<'_>, shape: &RectShape) {
    let pixels_per_point = scene.pixels_per_point;
    let pixel = 1.0 / pixels_per_point;
    let stroke = if shape.stroke.is_empty() {
        Stroke::NONE
    } else {
        shape.stroke
    };
    // Rectangles may be endless; SVG's may not.
    let mut rect = shape.rect.intersect(scene.canvas.bounds().expand(1000.0));
    if rect.is_negative() {
        return;
    }

    let plain = shape.angle == 0.0 && stroke.is_empty() && shape.brush.is_none();
    if plain && rect.width() <= 2.0 * pixel {
        let width = Stroke::new(rect.width(), shape.fill);
        return draw_line(scene, [rect.center_top(), rect.center_bottom()], width);
    }
    if plain && rect.height() <= 2.0 * pixel {
        let width = Stroke::new(rect.height(), shape.fill);
        return draw_line(scene, [rect.left_center(), rect.right_center()], width);
    }

    if shape.round_to_pixels.unwrap_or(true) {
        rect = round_rect(rect, stroke, shape.stroke_kind, pixels_per_point);
    }
    // SVG strokes along the middle of the line.
    let outward = match shape.stroke_kind {
        StrokeKind::Inside => -stroke.width / 2.0,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => stroke.width / 2.0,
    };
    let middle = rect.expand(outward);
    if let Some(brush) = &shape.brush {
        mesh::draw_image(
            scene,
            rect,
            shape.corner_radius,
            brush.fill_texture_id,
            brush.uv,
            shape.fill,
        );
    }
    let fill = if shape.brush.is_some() {
        Color32::TRANSPARENT
    } else {
        shape.fill
    };
    if fill.a() == 0 && stroke.is_empty() {
        return;
    }
    let blur = blur_filter(scene, middle, shape.blur_width);
    let look = format!(
        "{}{}{}{blur}/>",
        rotation(shape.angle, rect.center()),
        paint("fill", fill),
        stroke_attributes(stroke)
    );
    let outline = rounded(middle, shape.corner_radius, outward);
    scene.canvas.push(&format!("{outline}{look}"));
}

fn round_rect(rect: Rect, stroke: Stroke, kind: StrokeKind, pixels_per_point: f32) -> Rect {
    let odd = stroke.width <= 1.0 / pixels_per_point || is_odd(stroke.width * pixels_per_point);
    if kind == StrokeKind::Middle && stroke.width > 0.0 && odd {
        rect.round_to_pixel_center(pixels_per_point)
    } else {
        rect.round_to_pixels(pixels_per_point)
    }
}

/// Is the nearest whole number odd?
fn is_odd(value: f32) -> bool {
    (value * 0.5 + 0.25).fract() > 0.5
}

/// The start of an element for a rectangle with rounded corners, without its `/>`.
/// `outward` is how far `rect` was moved out from where the corners were given.
pub(super) fn rounded(rect: Rect, corners: CornerRadius, outward: f32) -> String {
    let most = rect.size().min_elem() / 2.0;
    let radius = |corner: u8| match corner {
        0 => 0.0,
        _ => (f32::from(corner) + outward).clamp(0.0, most),
    };
    if corners.is_same() {
        let corner = match radius(corners.nw) {
            0.0 => String::new(),
            radius => format!(" rx=\"{}\"", number(radius)),
        };
        return format!("<rect{}{corner}", frame(rect));
    }
    let corner = |radius: f32, to: Pos2| {
        let radius = number(radius);
        format!("A{radius} {radius} 0 0 1 {}", point(to))
    };
    let [nw, ne, se, sw] = [corners.nw, corners.ne, corners.se, corners.sw].map(radius);
    format!(
        "<path d=\"M{}H{}{}V{}{}H{}{}V{}{}Z\"",
        point(rect.left_top() + vec2(nw, 0.0)),
        number(rect.right() - ne),
        corner(ne, rect.right_top() + vec2(0.0, ne)),
        number(rect.bottom() - se),
        corner(se, rect.right_bottom() - vec2(se, 0.0)),
        number(rect.left() + sw),
        corner(sw, rect.left_bottom() - vec2(0.0, sw)),
        number(rect.top() + nw),
        corner(nw, rect.left_top() + vec2(nw, 0.0)),
    )
}

/// A `filter` attribute that softens the edge over `width` points, as shadows are.
///
/// egui fades in a straight line over the width; a Gaussian of equal variance looks the same.
fn blur_filter(scene: &mut Scene<'_>, rect: Rect, width: f32) -> String {
    if width <= 0.0 {
        return String::new();
    }
    let deviation = width / 12.0_f32.sqrt();
    let id = scene.canvas.define(&format!(
        "<filter id=\"@\" filterUnits=\"userSpaceOnUse\"{}><feGaussianBlur stdDeviation=\"{}\"/></filter>",
        frame(rect.expand(width)),
        number(deviation)
    ));
    format!(" filter=\"url(#d{id})\"")
}
