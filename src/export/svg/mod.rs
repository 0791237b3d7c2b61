//! One pass of egui as a vector picture (SVG), without window, display, GPU or system fonts.
//!
//! [`HeadlessRenderer::draw`] turns shapes into a [`Picture`]; [`Picture::pixels`] and
//! [`Picture::png`] rasterise it at any scale. The same input gives the same bytes. Positions
//! are rounded to pixels as egui's own tessellator does, so that hairlines stay crisp.
//! Text stays text: one `<text>` for each row, set in the very fonts that egui laid it out with.
//!
//! Not here: what is drawn (the interface), and where a picture is written to.
//!
//! Deliberately absent: paint callbacks (they need a GPU), colour emoji, variable-font axes,
//! and colours that vary along a stroke (the colour at its middle is used).

mod canvas;
mod faces;
mod mesh;
mod outline;
mod raster;
mod shapes;
mod stage;
mod text;
mod textures;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::{Context, FullOutput, Rect, Vec2, pos2};
use resvg::usvg::fontdb;

pub use raster::{Pixels, RenderError};
pub use stage::draw_ui;

use canvas::Canvas;
pub(super) use canvas::escape;
use faces::Faces;
use textures::Textures;

/// Draws passes of one egui context. Keep it as long as the context: a texture is announced
/// once and used in later passes.
#[derive(Default)]
pub struct HeadlessRenderer {
    textures: Textures,
}

/// What one pass looks like.
#[derive(Clone)]
pub struct Picture {
    /// A complete SVG document; its user unit is a point of the interface.
    pub svg: String,
    /// Width and height in points.
    pub size: Vec2,
    /// Characters that no font of their family has, in order of their code. They are left out
    /// of the picture; a picture with any of them is defective.
    pub missing_glyphs: Vec<char>,
    fonts: Arc<fontdb::Database>,
}

/// Everything that drawing a shape needs besides the shape.
struct Scene<'a> {
    canvas: Canvas,
    faces: Faces<'a>,
    textures: &'a Textures,
    missing_glyphs: BTreeSet<char>,
    pixels_per_point: f32,
}

impl HeadlessRenderer {
    /// A renderer that knows no texture yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the textures of a pass over. Call it once for each pass, also for passes that are
    /// not drawn, before [`HeadlessRenderer::draw`]. `delta` is empty afterwards.
    pub fn take_textures(&mut self, delta: &mut TexturesDelta) {
        self.textures.apply(delta);
    }

    /// The pass as a picture of `size` points on the theme's panel colour.
    ///
    /// `ctx` must be the context that made `output`: it knows the fonts.
    #[must_use]
    pub fn draw(&self, ctx: &Context, output: &FullOutput, size: Vec2) -> Picture {
        let bounds = Rect::from_min_size(pos2(0.0, 0.0), size);
        let mut scene = Scene {
            canvas: Canvas::new(bounds),
            faces: Faces::new(ctx),
            textures: &self.textures,
            missing_glyphs: BTreeSet::new(),
            pixels_per_point: output.pixels_per_point,
        };
        scene
            .canvas
            .fill_rect(bounds, ctx.global_style().visuals.panel_fill);
        for clipped in &output.shapes {
            shapes::draw_clipped(&mut scene, clipped.clip_rect, &clipped.shape);
        }
        Picture {
            svg: scene.canvas.finish(),
            size,
            missing_glyphs: scene.missing_glyphs.into_iter().collect(),
            fonts: scene.faces.into_database(),
        }
    }
}

impl Picture {
    /// Rasterises the picture; at `scale` 1.0 a point is a pixel.
    ///
    /// # Errors
    /// When the scaled size is nothing, or more than can be drawn.
    pub fn pixels(&self, scale: f32) -> Result<Pixels, RenderError> {
        raster::pixels(&self.svg, &self.fonts, scale)
    }

    /// Rasterises the picture as a PNG file; at `scale` 1.0 a point is a pixel.
    ///
    /// # Errors
    /// As [`Picture::pixels`].
    pub fn png(&self, scale: f32) -> Result<Vec<u8>, RenderError> {
        raster::png(&self.svg, &self.fonts, scale)
    }
}
