//! The images that egui announces, kept between passes, and cut out as PNG for a picture.
//! The font atlas is not kept: text is drawn as text.

use std::collections::BTreeMap;

use base64::Engine as _;
use eframe::egui::epaint::ImageData;
use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::{Color32, ColorImage, Rect, TextureId};
use resvg::tiny_skia::{ColorU8, Pixmap};

/// Images by the id that shapes name them with.
#[derive(Default)]
pub(super) struct Textures {
    images: BTreeMap<TextureKey, ColorImage>,
}

/// An id that can be ordered.
type TextureKey = (bool, u64);

fn key(id: TextureId) -> TextureKey {
    match id {
        TextureId::Managed(number) => (false, number),
        TextureId::User(number) => (true, number),
    }
}

impl Textures {
    /// Takes changes over; `delta` is empty afterwards.
    pub(super) fn apply(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            if id == TextureId::default() {
                continue;
            }
            for change in changes {
                let ImageData::Color(image) = &change.image;
                match change.pos {
                    None => {
                        self.images.insert(key(id), image.as_ref().clone());
                    }
                    Some(at) => {
                        if let Some(whole) = self.images.get_mut(&key(id)) {
                            paste(whole, image, at);
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.images.remove(&key(id));
        }
    }

    /// The part `uv` (0 to 1 from the top left) of an image, tinted, as a `data:` address.
    /// `None` for an unknown image or an empty part.
    pub(super) fn data_url(&self, id: TextureId, uv: Rect, tint: Color32) -> Option<String> {
        let image = self.images.get(&key(id))?;
        let columns = part(uv.x_range(), image.width());
        let rows = part(uv.y_range(), image.height());
        let mut pixmap = Pixmap::new(
            u32::try_from(columns.len()).ok()?,
            u32::try_from(rows.len()).ok()?,
        )?;
        let pixels = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
        for (target, at) in pixmap.pixels_mut().iter_mut().zip(pixels) {
            let [red, green, blue, alpha] = (image[at] * tint).to_srgba_unmultiplied();
            *target = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
        }
        let png = pixmap.encode_png().ok()?;
        let text = base64::engine::general_purpose::STANDARD.encode(png);
        Some(format!("data:image/png;base64,{text}"))
    }
}

/// Which of `length` pixels lie in a range of 0 to 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "sides of textures are far below 2^23, and the values are clamped to 0..=length"
)]
fn part(range: eframe::egui::Rangef, length: usize) -> std::ops::Range<usize> {
    let pixel = |share: f32| (share.clamp(0.0, 1.0) * length as f32).round() as usize;
    pixel(range.min)..pixel(range.max)
}

/// Overwrites the rectangle at `at` (column, row) with a smaller image.
fn paste(whole: &mut ColorImage, piece: &ColorImage, [left, top]: [usize; 2]) {
    let width = whole.width();
    for (y, row) in piece.pixels.chunks_exact(piece.width().max(1)).enumerate() {
        let start = (top + y) * width + left;
        if let Some(target) = whole.pixels.get_mut(start..start + row.len()) {
            target.copy_from_slice(row);
        }
    }
}
