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

/// The SVG as the rasteriser sees it, set in the application's own fonts.
pub fn tree(svg: &str) -> resvg::usvg::Tree {
    let mut options = resvg::usvg::Options::default();
    for font in font_definitions().font_data.values() {
        options
            .fontdb_mut()
            .load_font_source(resvg::usvg::fontdb::Source::Binary(std::sync::Arc::clone(
                &font.font,
            )));
    }
    resvg::usvg::Tree::from_str(svg, &options).expect("readable SVG")
}

/// The texts of a picture that reach out of the page or of their clip.
pub fn clipped_texts(picture: &belt_explorer::export::svg::Picture) -> Vec<String> {
    let page = resvg::usvg::Rect::from_xywh(0.0, 0.0, picture.size.x, picture.size.y);
    let mut clipped = Vec::new();
    let tree = tree(&picture.svg);
    look_into(tree.root(), page.expect("a page"), &mut clipped);
    clipped
}

fn look_into(group: &resvg::usvg::Group, room: resvg::usvg::Rect, clipped: &mut Vec<String>) {
    use resvg::usvg::{Node, Rect};
    let clip = group.clip_path().map(|clip| clip.root().abs_bounding_box());
    let room = match clip {
        // An axis may begin a hair's breadth before its clip.
        Some(clip) => Rect::from_ltrb(
            room.left().max(clip.left()),
            room.top().max(clip.top()),
            room.right().min(clip.right()),
            room.bottom().min(clip.bottom()),
        )
        .expect("a clip inside the page"),
        None => room,
    };
    for node in group.children() {
        match node {
            Node::Group(group) => look_into(group, room, clipped),
            Node::Text(text) => {
                let words: String = text
                    .chunks()
                    .iter()
                    .map(resvg::usvg::TextChunk::text)
                    .collect();
                let ink = text.abs_bounding_box();
                let inside = ink.left() >= room.left() - 1.0
                    && ink.top() >= room.top() - 1.0
                    && ink.right() <= room.right() + 1.0
                    && ink.bottom() <= room.bottom() + 1.0;
                if !inside {
                    clipped.push(format!("{words} {ink:?} outside {room:?}"));
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// Size and RGBA pixels of a PNG.
pub fn decoded(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::ALPHA);
    let mut reader = decoder.read_info().expect("a PNG");
    let size = reader.output_buffer_size().expect("a size");
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).expect("a frame");
    ((frame.width, frame.height), pixels)
}
