//! What several tests of the interface share: the project's fonts, and pictures of a harness
//! without a GPU.

#![allow(
    dead_code,
    reason = "each test binary uses its own part of this module"
)]

use std::sync::Arc;

use belt_explorer::export::svg::HeadlessRenderer;
use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FullOutput};

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

/// The fonts of the application: Inter, and Chinese as fallback in every family.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 3] = [
        (
            "inter",
            include_bytes!("../../assets/fonts/inter-regular.otf"),
        ),
        (
            "inter-semibold",
            include_bytes!("../../assets/fonts/inter-semibold.otf"),
        ),
        (
            "noto-sans-sc",
            include_bytes!("../../assets/fonts/noto-sans-sc-subset.otf"),
        ),
    ];
    for (name, bytes) in files {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let families = [
        (FontFamily::Proportional, "inter"),
        (FontFamily::Monospace, "inter"),
        (semibold(), "inter-semibold"),
    ];
    for (family, first) in families {
        let chain = vec![first.to_owned(), "noto-sans-sc".to_owned()];
        fonts.families.insert(family, chain);
    }
    fonts
}

/// The family of emphasised text.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// A context with the project's fonts in the light theme.
pub fn context() -> Context {
    let ctx = Context::default();
    ctx.set_fonts(fonts());
    ctx.set_theme(eframe::egui::Theme::Light);
    ctx
}
