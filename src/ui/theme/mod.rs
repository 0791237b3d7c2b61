//! The look: tokens for colours, the type scale, spacing; and how they become egui's style.

mod fonts;
mod style;
mod tokens;

pub use fonts::{SEMIBOLD, font_definitions, web_fonts};
pub use style::install;
pub use tokens::{DARK, LIGHT, Tokens};

use eframe::egui::{FontFamily, FontId, RichText};

/// Text sizes in points.
pub mod size {
    /// Notes and labels under charts.
    pub const SMALL: f32 = 12.0;
    /// Table cells.
    pub const TABLE: f32 = 12.5;
    /// Everything else.
    pub const BODY: f32 = 13.0;
    /// Titles of cards and records.
    pub const TITLE: f32 = 17.0;
    /// The program's name, and figures that stand out.
    pub const BRAND: f32 = 15.0;
}

/// The font for emphasis at a size.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// A text in the font for emphasis.
#[must_use]
pub fn strong(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(semibold(size))
}
