//! How much room words need.

use eframe::egui::{Color32, FontId, Painter};

/// Width of the widest of some texts in points; zero for none.
pub fn widest<'a>(
    painter: &Painter,
    texts: impl IntoIterator<Item = &'a str>,
    font: &FontId,
) -> f32 {
    let widths = texts.into_iter().map(|text| {
        let (text, font) = (text.to_owned(), font.clone());
        let galley = painter.layout_no_wrap(text, font, Color32::PLACEHOLDER);
        galley.size().x
    });
    widths.fold(0.0, f32::max)
}
