//! How a report looks: colours, fonts, and the style sheet made of them.

use base64::Engine as _;
use std::fmt::Write as _;

/// Rules that hold whatever the colours are.
const RULES: &str = include_str!("report.css");

/// Colours and fonts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    /// On screen.
    pub screen: Palette,
    /// On paper.
    pub print: Palette,
    /// The fonts, each family in its order of preference.
    pub fonts: Vec<WebFont>,
}

/// Colours by meaning, as CSS writes them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// Whether it is dark, so that scroll bars fit.
    pub dark: bool,
    /// Behind everything.
    pub page: String,
    /// Behind figures.
    pub surface: String,
    /// Hairlines.
    pub border: String,
    /// Text.
    pub text: String,
    /// Text that stands back.
    pub muted: String,
    /// Links.
    pub accent: String,
    /// Conflicts.
    pub warning: String,
}

/// A font inside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WebFont {
    /// Family name, as the pictures ask for it.
    pub family: &'static str,
    /// Weight, as CSS counts it.
    pub weight: u16,
    /// The font file (OpenType).
    pub bytes: &'static [u8],
    /// Whether it is only for signs that the other fonts lack, and so only in pages that have them.
    pub only_ideographs: bool,
}

impl Look {
    /// The style sheet for a page with this body.
    pub(super) fn css(&self, body: &str) -> String {
        let ideographs = body.chars().any(is_ideograph);
        let needed = |font: &&WebFont| ideographs || !font.only_ideographs;
        let mut css = String::new();
        for font in self.fonts.iter().filter(needed) {
            let data = base64::engine::general_purpose::STANDARD.encode(font.bytes);
            // Writing into a text does not fail.
            let _ = writeln!(
                css,
                "@font-face {{ font-family: \"{}\"; font-weight: {}; font-style: normal; \
                 src: url(data:font/otf;base64,{data}) format(\"opentype\"); }}",
                font.family, font.weight
            );
        }
        let _ = write!(
            css,
            ":root {{ {} }}\n{RULES}@media print {{ :root {{ {} }} }}\n",
            self.screen.variables(),
            self.print.variables()
        );
        css
    }
}

impl Palette {
    fn variables(&self) -> String {
        let scheme = if self.dark { "dark" } else { "light" };
        let Self {
            page,
            surface,
            border,
            text,
            muted,
            accent,
            warning,
            ..
        } = self;
        format!(
            "color-scheme: {scheme}; --page: {page}; --surface: {surface}; --border: {border}; \
             --text: {text}; --muted: {muted}; --accent: {accent}; --warning: {warning};"
        )
    }
}

/// Ideographs, their strokes and punctuation, and the letters and signs as wide as they.
fn is_ideograph(c: char) -> bool {
    let wide = [
        0x2E80..=0x9FFF,
        0xF900..=0xFAFF,
        0xFF00..=0xFFEF,
        0x20000..=0x3FFFF,
    ];
    wide.iter().any(|range| range.contains(&u32::from(c)))
}
