//! Text chunks of a PNG.

use super::{Annotations, RECIPE_NAME, RecipeError};
use crate::export::svg::Pixels;
use png::{BitDepth, ColorType, Decoder, Encoder, PixelDimensions, Unit};
use std::io::Cursor;

/// Pixels a metre at one pixel a point: 96 to the inch, as in SVG.
const PIXELS_PER_METRE: f32 = 96.0 / 0.0254;

/// A recipe that was compressed may not grow beyond this, in bytes.
const LARGEST_RECIPE: usize = 4 * 1024 * 1024;

pub(super) fn encode(
    pixels: &Pixels,
    scale: f32,
    annotations: &Annotations,
) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few thousand pixels"
    )]
    let density = (PIXELS_PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: density,
        yppu: density,
        unit: Unit::Meter,
    }));
    let texts = [
        ("Title", &annotations.title),
        ("Description", &annotations.description),
        ("Source", &annotations.source),
        ("Copyright", &annotations.rights),
        (RECIPE_NAME, &annotations.recipe),
    ];
    let written = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .try_for_each(|(keyword, text)| {
            // A NUL would end the text early.
            encoder.add_itxt_chunk(keyword.to_owned(), text.replace('\0', ""))
        })
        .and_then(|()| encoder.write_header())
        .and_then(|mut writer| {
            writer.write_image_data(&pixels.rgba)?;
            writer.finish()
        });
    written.map_err(|error| error.to_string())?;
    Ok(bytes)
}

pub(super) fn recipe(bytes: &[u8]) -> Result<String, RecipeError> {
    let broken = |error: png::DecodingError| RecipeError::Broken(error.to_string());
    let reader = Decoder::new(Cursor::new(bytes))
        .read_info()
        .map_err(broken)?;
    let chunks = &reader.info().utf8_text;
    let chunk = chunks.iter().find(|chunk| chunk.keyword == RECIPE_NAME);
    let mut chunk = chunk.ok_or(RecipeError::NoRecipe)?.clone();
    chunk
        .decompress_text_with_limit(LARGEST_RECIPE)
        .and_then(|()| chunk.get_text())
        .map_err(broken)
}
