//! The embedded fonts: Inter with tabular digits, and a subset of Noto Sans for Chinese.

use crate::export::report::WebFont;
use eframe::egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// Name of the family for emphasis.
pub const SEMIBOLD: &str = "semibold";

const FILES: [(&str, &[u8]); 3] = [
    (
        "inter",
        include_bytes!("../../../assets/fonts/inter-regular.otf"),
    ),
    (
        "inter-semibold",
        include_bytes!("../../../assets/fonts/inter-semibold.otf"),
    ),
    (
        "noto-sans-sc",
        include_bytes!("../../../assets/fonts/noto-sans-sc-subset.otf"),
    ),
];

/// Family, weight and file of the fonts, by the names that the files have inside; whether a font
/// is a fallback for ideographs.
const FAMILIES: [(&str, u16, bool); 3] = [
    ("Inter", 400, false),
    ("Inter", 600, false),
    ("Noto Sans CJK SC", 400, true),
];

/// The fonts as a page of HTML takes them in.
#[must_use]
pub fn web_fonts() -> Vec<WebFont> {
    let files = FAMILIES.iter().zip(FILES);
    let font =
        |((family, weight, only_ideographs), (_, bytes)): (&(&'static str, u16, bool), _)| {
            WebFont {
                family,
                weight: *weight,
                bytes,
                only_ideographs: *only_ideographs,
            }
        };
    files.map(font).collect()
}

/// The fonts by family, each with fallbacks in order.
#[must_use]
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in FILES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let mut family = |family: FontFamily, first: &str| {
        let list = fonts.families.entry(family).or_default();
        list.insert(0, first.to_owned());
        list.insert(1, "noto-sans-sc".to_owned());
    };
    family(FontFamily::Proportional, "inter");
    family(FontFamily::Name(SEMIBOLD.into()), "inter-semibold");
    let fallbacks = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    if let Some(list) = fonts.families.get_mut(&FontFamily::Name(SEMIBOLD.into())) {
        list.extend(fallbacks);
    }
    fonts
}
