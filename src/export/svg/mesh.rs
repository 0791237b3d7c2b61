//! Triangles and images. Triangles of one colour become one path, so that no seam shows
//! between them; a colour that changes in one direction becomes a gradient.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, CornerRadius, Pos2, Rect, TextureId, Vec2};

use super::Scene;
use super::canvas::{frame, number, opacity, paint, point};
use super::outline::{Triangle, outline};
use super::shapes::rounded;

/// From this many triangles on their outline is shorter.
const MANY: usize = 16;

/// How a triangle is filled.
#[derive(PartialEq)]
enum Fill {
    Flat(Color32),
    /// From the first point and colour to the second.
    Gradient([(Pos2, Color32); 2]),
}

/// Draws a mesh.
pub(super) fn draw(scene: &mut Scene<'_>, mesh: &Mesh) {
    if !mesh.is_valid() {
        return;
    }
    if let Some((rect, uv, tint)) = as_image(mesh) {
        draw_image(scene, rect, CornerRadius::ZERO, mesh.texture_id, uv, tint);
        return;
    }
    let mut fill: Option<Fill> = None;
    let mut run: Vec<Triangle> = Vec::new();
    for corners in mesh.indices.chunks_exact(3) {
        let vertices: Vec<&Vertex> = corners
            .iter()
            .filter_map(|index| mesh.vertices.get(usize::try_from(*index).ok()?))
            .collect();
        let [a, b, c] = vertices.as_slice() else {
            continue;
        };
        if [a, b, c].iter().any(|vertex| !vertex.pos.is_finite()) {
            continue;
        }
        let next = fill_of([a, b, c]);
        if fill.as_ref() != Some(&next) {
            write(scene, fill.as_ref(), &path(mesh, &run));
            run.clear();
            fill = Some(next);
        }
        if let [first, second, third] = *corners {
            run.push(turned([first, second, third], [a.pos, b.pos, c.pos]));
        }
    }
    write(scene, fill.as_ref(), &path(mesh, &run));
}

/// The corners of a triangle, always turning the same way: neighbours that turn against each other would
/// cancel out where they meet.
fn turned([first, second, third]: Triangle, [a, b, c]: [Pos2; 3]) -> Triangle {
    let (ab, ac) = (b - a, c - a);
    if ab.x * ac.y < ab.y * ac.x {
        [first, third, second]
    } else {
        [first, second, third]
    }
}

/// Path data of triangles; of many, only around all of them.
fn path(mesh: &Mesh, triangles: &[Triangle]) -> String {
    let around = (triangles.len() >= MANY)
        .then(|| outline(triangles))
        .flatten();
    let lines = around.unwrap_or_else(|| triangles.iter().map(|three| three.to_vec()).collect());
    let lines = lines.iter().map(|line| {
        let corners = line.iter().filter_map(|index| {
            let vertex = mesh.vertices.get(usize::try_from(*index).ok()?)?;
            Some(point(vertex.pos))
        });
        let corners: Vec<String> = corners.collect();
        format!("M{}Z", corners.join("L"))
    });
    lines.collect()
}

fn fill_of([a, b, c]: [&Vertex; 3]) -> Fill {
    if a.color == b.color && b.color == c.color {
        return Fill::Flat(a.color);
    }
    // Two corners of one colour: the colour changes square to the line between them.
    let pairs = [(a, b, c), (b, c, a), (c, a, b)];
    if let Some((first, second, far)) = pairs.into_iter().find(|(p, q, _)| p.color == q.color) {
        return gradient(first, second, far);
    }
    let mean = |channel: fn(&Color32) -> u8| {
        let sum: u16 = [a, b, c]
            .iter()
            .map(|vertex| u16::from(channel(&vertex.color)))
            .sum();
        u8::try_from(sum / 3).unwrap_or(u8::MAX)
    };
    Fill::Flat(Color32::from_rgba_premultiplied(
        mean(Color32::r),
        mean(Color32::g),
        mean(Color32::b),
        mean(Color32::a),
    ))
}

fn gradient(first: &Vertex, second: &Vertex, far: &Vertex) -> Fill {
    let along = second.pos - first.pos;
    let across = Vec2::new(-along.y, along.x).normalized();
    // One direction of the two, so that both halves of a quad get the same gradient.
    let across = if across.x < 0.0 || (across.x == 0.0 && across.y < 0.0) {
        -across
    } else {
        across
    };
    let at = |vertex: &Vertex| (across * across.dot(vertex.pos.to_vec2())).to_pos2();
    let near = (at(first), first.color);
    let far_end = (at(far), far.color);
    let forward = across.dot(far.pos - first.pos) >= 0.0;
    Fill::Gradient(if forward {
        [near, far_end]
    } else {
        [far_end, near]
    })
}

fn write(scene: &mut Scene<'_>, fill: Option<&Fill>, data: &str) {
    let attributes = match fill {
        None => return,
        Some(Fill::Flat(color)) if color.a() == 0 => return,
        Some(Fill::Flat(color)) => paint("fill", *color),
        Some(Fill::Gradient(ends)) => {
            let id = define_gradient(scene, ends);
            format!(" fill=\"url(#d{id})\"")
        }
    };
    scene
        .canvas
        .push(&format!("<path d=\"{data}\"{attributes}/>"));
}

fn define_gradient(
    scene: &mut Scene<'_>,
    [(from, start), (to, end)]: &[(Pos2, Color32); 2],
) -> usize {
    // A transparent end keeps the other end's hue, or the fade would go through black.
    let hue = |color: Color32, other: Color32| if color.a() == 0 { other } else { color };
    let stop = |offset: u8, color: Color32, alpha: u8| {
        let [red, green, blue, _] = color.to_srgba_unmultiplied();
        format!(
            "<stop offset=\"{offset}\" stop-color=\"#{red:02x}{green:02x}{blue:02x}\" stop-opacity=\"{}\"/>",
            opacity(alpha)
        )
    };
    scene.canvas.define(&format!(
        "<linearGradient id=\"@\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\">{}{}</linearGradient>",
        number(from.x),
        number(from.y),
        number(to.x),
        number(to.y),
        stop(0, hue(*start, *end), start.a()),
        stop(1, hue(*end, *start), end.a())
    ))
}

/// Place, part of the image and tint, when the mesh is one upright quad with an image.
fn as_image(mesh: &Mesh) -> Option<(Rect, Rect, Color32)> {
    let textured = mesh.texture_id != TextureId::default();
    let [first, others @ ..] = mesh.vertices.as_slice() else {
        return None;
    };
    let quad = others.len() == 3 && mesh.indices.len() == 6;
    let one_tint = others.iter().all(|vertex| vertex.color == first.color);
    let drawn = mesh.vertices.iter().any(|vertex| vertex.uv != WHITE_UV);
    if !(textured && quad && one_tint && drawn) {
        return None;
    }
    let places: Vec<Pos2> = mesh.vertices.iter().map(|vertex| vertex.pos).collect();
    let parts: Vec<Pos2> = mesh.vertices.iter().map(|vertex| vertex.uv).collect();
    let rect = Rect::from_points(&places);
    let upright = places.iter().all(|at| {
        [rect.left(), rect.right()].contains(&at.x) && [rect.top(), rect.bottom()].contains(&at.y)
    });
    upright.then_some((rect, Rect::from_points(&parts), first.color))
}

/// Draws a part of a texture; nothing when the texture was never announced.
pub(super) fn draw_image(
    scene: &mut Scene<'_>,
    rect: Rect,
    corners: CornerRadius,
    texture: TextureId,
    uv: Rect,
    tint: Color32,
) {
    let Some(address) = scene.textures.data_url(texture, uv, tint) else {
        return;
    };
    let clip = if corners == CornerRadius::ZERO {
        String::new()
    } else {
        let outline = rounded(rect, corners, 0.0);
        let id = scene
            .canvas
            .define(&format!("<clipPath id=\"@\">{outline}/></clipPath>"));
        format!(" clip-path=\"url(#d{id})\"")
    };
    scene.canvas.push(&format!(
        "<image{} preserveAspectRatio=\"none\"{clip} href=\"{address}\"/>",
        frame(rect)
    ));
}
