//! Pictures of an interface without a GPU, for several test binaries.

#![allow(
    dead_code,
    reason = "each test binary uses its own part of this module"
)]

use belt_explorer::export::svg::HeadlessRenderer;
use belt_explorer::ui::theme::font_definitions;
use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::{Context, FullOutput, Theme};

/// Lets `egui_kittest` draw snapshots with the project's own renderer:
/// `Harness::builder().renderer(Snapshots::default())`.
#[derive(Default)]
pub struct Snapshots(HeadlessRenderer);

impl egui_kittest::TestRenderer for Snapshots {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.take_textures(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<image::RgbaImage, String> {
        let size = ctx.content_rect().size();
        let picture = self.0.draw(ctx, output, size);
        if !picture.missing_glyphs.is_empty() {
            return Err(format!("no font has {:?}", picture.missing_glyphs));
        }
        let pixels = picture
            .pixels(output.pixels_per_point)
            .map_err(|error| error.to_string())?;
        image::RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba)
            .ok_or_else(|| "the picture has fewer bytes than pixels".to_owned())
    }
}

/// A context with the application's fonts in the light theme.
pub fn context() -> Context {
    let ctx = Context::default();
    ctx.set_fonts(font_definitions());
    ctx.set_theme(Theme::Light);
    ctx
}

/// The words of an SVG as a person reads them: one line for each `<text>`.
pub fn words(svg: &str) -> String {
    let mut words = String::new();
    for element in svg.lines().filter(|line| line.contains("<text")) {
        for (at, part) in element.split('<').enumerate() {
            let text = part.split_once('>').map_or("", |(_, text)| text);
            words.push_str(if at == 0 { "" } else { text });
        }
        words.push('\n');
    }
    words
}
