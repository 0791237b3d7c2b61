//! Laid-out text as `<text>`: each run in its own font, size, colour and place.
//!
//! egui keeps a position rounded to pixels for each glyph; the exact ones are found again by
//! adding up the advances, so that text is evenly spaced at any scale. They are written out, so
//! that it is so in every viewer.

use std::fmt::Write as _;
use std::sync::Arc;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::epaint::TextShape;
use eframe::egui::epaint::text::{Galley, Glyph, PlacedRow};
use eframe::egui::text::{LayoutSection, TextFormat};
use eframe::egui::{Color32, Pos2, Rect, Stroke, pos2};

use super::Scene;
use super::canvas::{escape, number, paint};
use super::faces::Face;
use super::shapes;

/// Neighbouring glyphs of a row that look alike and follow each other without a gap.
struct Run {
    face: Arc<Face>,
    color: Color32,
    /// In points, before the font's own adjustment.
    size: f32,
    italics: bool,
    /// Between glyphs, in points.
    spacing: f32,
    /// Height of the baseline, relative to the row.
    baseline: f32,
    /// Where each character starts, relative to the row.
    starts: Vec<f32>,
    /// Where the next glyph would start.
    end: f32,
    text: String,
    /// egui gave the last character a width that the font does not know.
    ended: bool,
}

/// What is the same for a whole text shape.
struct Look<'a> {
    shape: &'a TextShape,
    /// Glyphs keep the size they were laid out with when a layer is zoomed.
    zoom: f32,
}

/// Draws laid-out text.
pub(super) fn draw(scene: &mut Scene<'_>, shape: &TextShape) {
    if shape.galley.is_empty() || shape.opacity_factor <= 0.0 {
        return;
    }
    let origin = shape.pos.round_to_pixels(scene.pixels_per_point);
    let look = Look {
        shape,
        zoom: zoom(&shape.galley),
    };
    let turn = shapes::rotation(shape.angle, origin);
    if !turn.is_empty() {
        scene.canvas.push(&format!("<g{turn}>"));
    }
    let mut formats = Formats::new(&shape.galley);
    for row in &shape.galley.rows {
        let at = origin + row.pos.to_vec2();
        draw_background(scene, row, at, &look);
        draw_row(scene, row, at, &look, &mut formats);
        if row.ends_with_newline {
            formats.skip();
        }
    }
    if !turn.is_empty() {
        scene.canvas.push("</g>");
    }
}

/// Finds the format of glyph after glyph: glyphs do not say which section they are of.
struct Formats<'a> {
    sections: &'a [LayoutSection],
    offsets: std::str::CharIndices<'a>,
    current: usize,
}

impl<'a> Formats<'a> {
    fn new(galley: &'a Galley) -> Self {
        Self {
            sections: &galley.job.sections,
            offsets: galley.job.text.char_indices(),
            current: 0,
        }
    }

    /// The format of the next glyph. The sign for "cut off here" has that of its place.
    fn next(&mut self) -> Option<&'a TextFormat> {
        if let Some((offset, _)) = self.offsets.next() {
            let ends = |section: &LayoutSection| section.byte_range.end.0;
            while self
                .sections
                .get(self.current)
                .is_some_and(|section| ends(section) <= offset)
                && self.current + 1 < self.sections.len()
            {
                self.current += 1;
            }
        }
        self.sections
            .get(self.current)
            .map(|section| &section.format)
    }

    fn skip(&mut self) {
        self.offsets.next();
    }
}

/// How much the text was magnified after it had been laid out.
fn zoom(galley: &Galley) -> f32 {
    galley
        .rows
        .iter()
        .flat_map(|row| row.glyphs.iter().map(move |glyph| (row, glyph)))
        .find_map(|(row, glyph)| {
            let top = vertex(row, glyph, 0)?;
            let bottom = vertex(row, glyph, 3)?;
            let ratio = (bottom.pos.y - top.pos.y) / glyph.uv_rect.size.y;
            (ratio.is_finite() && ratio > 0.0).then_some(ratio)
        })
        .unwrap_or(1.0)
}

/// A corner of a glyph's place in the row's mesh; `None` for a glyph without ink.
fn vertex<'a>(
    row: &'a PlacedRow,
    glyph: &Glyph,
    corner: usize,
) -> Option<&'a eframe::egui::epaint::Vertex> {
    if glyph.uv_rect.is_nothing() {
        return None;
    }
    let first = usize::try_from(glyph.first_vertex).ok()?;
    row.visuals.mesh.vertices.get(first + corner)
}

/// What lies behind the glyphs: background colours and the selection.
fn draw_background(scene: &mut Scene<'_>, row: &PlacedRow, at: Pos2, look: &Look<'_>) {
    let behind = row
        .visuals
        .mesh
        .indices
        .get(..row.visuals.glyph_index_start);
    let vertices = &row.visuals.mesh.vertices;
    for triangle in behind.unwrap_or_default().chunks_exact(6) {
        // Two triangles, one rectangle.
        let corners: Vec<_> = triangle
            .iter()
            .filter_map(|index| vertices.get(usize::try_from(*index).ok()?))
            .collect();
        let Some(first) = corners.first() else {
            continue;
        };
        let points: Vec<Pos2> = corners.iter().map(|corner| corner.pos).collect();
        let rect = Rect::from_points(&points).translate(at.to_vec2());
        scene.canvas.fill_rect(rect, faded(first.color, look.shape));
    }
}

fn faded(color: Color32, shape: &TextShape) -> Color32 {
    if shape.opacity_factor < 1.0 {
        color.gamma_multiply(shape.opacity_factor)
    } else {
        color
    }
}

fn draw_row(
    scene: &mut Scene<'_>,
    row: &PlacedRow,
    at: Pos2,
    look: &Look<'_>,
    formats: &mut Formats<'_>,
) {
    let mut runs: Vec<Run> = Vec::new();
    let mut lines: Vec<([Pos2; 2], Stroke)> = Vec::new();
    let mut cursor = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.x);
    for glyph in &row.glyphs {
        let Some(format) = formats.next() else {
            continue;
        };
        // Where the row was justified, or a section has leading space, the sum is off.
        let pixel = 1.0 / scene.pixels_per_point;
        if glyph.advance_width > 0.0 && (cursor - glyph.pos.x).abs() > 1.01 * pixel {
            cursor = glyph.pos.x;
        }
        add_glyph(scene, &mut runs, row, glyph, format, cursor, look);
        add_lines(&mut lines, glyph, format, look);
        cursor += glyph.advance_width + format.extra_letter_spacing;
    }
    write_runs(scene, &runs, at, look.zoom);
    for ([from, to], stroke) in lines {
        let place = |point: Pos2| at + look.zoom * point.to_vec2();
        shapes::draw_line(scene, [place(from), place(to)], stroke);
    }
    if !look.shape.underline.is_empty() {
        let ink = row.visuals.mesh_bounds.translate(at.to_vec2());
        shapes::draw_line(
            scene,
            [ink.left_bottom(), ink.right_bottom()],
            look.shape.underline,
        );
    }
}

fn add_glyph(
    scene: &mut Scene<'_>,
    runs: &mut Vec<Run>,
    row: &PlacedRow,
    glyph: &Glyph,
    format: &TextFormat,
    x: f32,
    look: &Look<'_>,
) {
    if is_invisible(glyph.chr) {
        return;
    }
    let family = &format.font_id.family;
    let Some(face) = scene.faces.find(family, glyph.chr).or_else(|| {
        // Marks go with the letter before them, blanks with anything.
        let blank = glyph.chr.is_whitespace() || is_combining(glyph.chr);
        let previous = runs.last().filter(|_| blank)?;
        Some(Arc::clone(&previous.face))
    }) else {
        if !glyph.chr.is_whitespace() {
            scene.missing_glyphs.insert(glyph.chr);
        }
        return;
    };
    let own_width = matches!(glyph.chr, '\t' | '\u{2009}' | '\u{202F}');
    let color = vertex(row, glyph, 0).map(|vertex| match look.shape.override_text_color {
        Some(color) => color,
        None if vertex.color == Color32::PLACEHOLDER => look.shape.fallback_color,
        None => vertex.color,
    });
    let color = color.map(|color| faded(color, look.shape));
    let end = x + glyph.advance_width + format.extra_letter_spacing;
    if let Some(run) = runs.last_mut() {
        // A blank has no ink and so no colour of its own.
        let same_color = color.is_none_or(|color| color == run.color);
        if same_color && run.continues(&face, format, x, glyph.pos.y) {
            run.text.push(glyph.chr);
            run.starts.push(x);
            run.end = end;
            run.ended = own_width;
            return;
        }
    }
    runs.push(Run {
        face,
        color: color.unwrap_or(look.shape.fallback_color),
        size: format.font_id.size,
        italics: format.italics,
        spacing: format.extra_letter_spacing,
        baseline: glyph.pos.y,
        starts: vec![x],
        end,
        text: glyph.chr.to_string(),
        ended: own_width,
    });
}

impl Run {
    #[expect(clippy::float_cmp, reason = "equal formats have exactly equal numbers")]
    fn continues(&self, face: &Arc<Face>, format: &TextFormat, x: f32, baseline: f32) -> bool {
        !self.ended
            && Arc::ptr_eq(&self.face, face)
            && self.size == format.font_id.size
            && self.italics == format.italics
            && self.spacing == format.extra_letter_spacing
            && self.baseline == baseline
            && (self.end - x).abs() < 0.01
    }

    /// The words, each with the blanks after it, and where each of their characters starts.
    ///
    /// So a viewer without the font keeps the layout: most place every character, and those that
    /// only know the first place of an element still place every word.
    fn words(&self, left: f32, zoom: f32) -> impl Iterator<Item = (String, String)> {
        let characters: Vec<(char, f32)> =
            self.text.chars().zip(self.starts.iter().copied()).collect();
        let words = characters.chunk_by(|(a, _), (b, _)| !a.is_whitespace() || b.is_whitespace());
        let words = words.map(move |word| {
            let places = word.iter().map(|(_, start)| number(left + zoom * start));
            let places: Vec<String> = places.collect();
            (
                word.iter().map(|(character, _)| character).collect(),
                places.join(" "),
            )
        });
        words.collect::<Vec<_>>().into_iter()
    }
}

/// Characters that only steer the layout.
fn is_invisible(character: char) -> bool {
    character.is_control() && character != '\t'
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}')
}

/// Lines under and through a glyph; a line that goes on is one line.
fn add_lines(
    lines: &mut Vec<([Pos2; 2], Stroke)>,
    glyph: &Glyph,
    format: &TextFormat,
    look: &Look<'_>,
) {
    let area = glyph.logical_rect();
    for (stroke, y) in [
        (format.underline, area.bottom()),
        (format.strikethrough, area.center().y),
    ] {
        if stroke.is_empty() {
            continue;
        }
        let color = match stroke.color {
            Color32::PLACEHOLDER => look.shape.fallback_color,
            color => color,
        };
        let stroke = Stroke::new(stroke.width * look.zoom, faded(color, look.shape));
        let next = [pos2(area.left(), y), pos2(area.right(), y)];
        let before = lines.iter_mut().rev().find(|([_, to], other)| {
            *other == stroke && to.y.to_bits() == y.to_bits() && (to.x - area.left()).abs() <= 1.0
        });
        match before {
            Some(([_, to], _)) => to.x = area.right(),
            None => lines.push((next, stroke)),
        }
    }
}

/// One `<text>` for the row, one `<tspan>` for each run and in it one for each word.
fn write_runs(scene: &mut Scene<'_>, runs: &[Run], at: Pos2, zoom: f32) {
    let mut spans = String::new();
    for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
        let tweak = &run.face.tweak;
        let size = run.size * tweak.scale;
        let lower = tweak.y_offset_factor * size + tweak.y_offset;
        let y = at.y + zoom * (run.baseline + lower);
        let attributes = format!(
            "{} font-size=\"{}\"{}",
            run.face.attributes,
            number(size * zoom),
            paint("fill", run.color)
        );
        if run.italics {
            let places: Vec<String> = run.words(0.0, zoom).map(|(_, places)| places).collect();
            let text = escape(&run.text);
            // egui slants letters by a quarter; fonts of the project have no italics.
            scene.canvas.push(&format!(
                "<text transform=\"translate({} {}) skewX(-14.04)\" x=\"{}\"{attributes}>{text}</text>",
                number(at.x),
                number(y),
                places.join(" ")
            ));
            continue;
        }
        // Writing to a string cannot fail.
        let _ = write!(spans, "<tspan y=\"{}\"{attributes}>", number(y));
        for (word, places) in run.words(at.x, zoom) {
            let _ = write!(spans, "<tspan x=\"{places}\">{}</tspan>", escape(&word));
        }
        spans.push_str("</tspan>");
    }
    if !spans.is_empty() {
        scene.canvas.push(&format!("<text>{spans}</text>"));
    }
}
