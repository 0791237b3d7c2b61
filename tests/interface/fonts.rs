//! The fonts in `assets/fonts` can show every character of the dataset and the messages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use belt_explorer::ui::theme::{font_definitions, semibold};
use eframe::egui::{Context, FontId, RawInput};

/// Files whose text can reach the screen, in the folder and below it.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    for entry in entries {
        let path = entry.expect("a readable entry").path();
        let shown = path
            .extension()
            .is_some_and(|end| end == "ron" || end == "ftl");
        if path.is_dir() {
            texts(&path, found);
        } else if shown {
            found.push(path);
        }
    }
}

/// Those of the characters that a family cannot show without the toolkit's own fonts, which
/// would stand out as thin and foreign among the others.
fn missing(font: &FontId, characters: impl IntoIterator<Item = char>) -> Vec<char> {
    let mut fonts = font_definitions();
    for chain in fonts.families.values_mut() {
        chain.retain(|name| name.starts_with("inter") || name.starts_with("noto"));
    }
    let ctx = Context::default();
    ctx.set_fonts(fonts);
    let mut missing = Vec::new();
    let mut wanted = Some(characters);
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        let wanted = wanted.take().into_iter().flatten();
        ui.fonts_mut(|fonts| missing.extend(wanted.filter(|c| !fonts.has_glyph(font, *c))));
    });
    output.textures_delta.clear();
    missing
}

#[test]
fn every_character_of_the_assets_has_a_glyph() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut files = Vec::new();
    texts(&assets, &mut files);
    assert!(!files.is_empty(), "no dataset under {}", assets.display());

    let mut first_use = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("text in UTF-8");
        for (line, text) in (1..).zip(text.lines()) {
            for character in text.chars() {
                first_use
                    .entry(character)
                    .or_insert_with(|| format!("{}:{line}", file.display()));
            }
        }
    }
    for font in [FontId::proportional(13.0), semibold(13.0)] {
        let missing: Vec<String> = missing(&font, first_use.keys().copied())
            .into_iter()
            .map(|c| format!("{c} (U+{:04X}), first at {}", u32::from(c), first_use[&c]))
            .collect();
        assert!(
            missing.is_empty(),
            "run assets/fonts/subset.py; {:?} lacks:\n{}",
            font.family,
            missing.join("\n")
        );
    }
}

#[test]
fn the_signs_that_figures_need_are_there() {
    let signs = "−×±≤≥≈≠•…–—‘’“”✓€₸¥₂←↑→↓↗↘\u{2009}\u{202F}\u{A0}ӘәҒғҚқҢңӨөҰұҮүҺһІі";
    let none: Vec<char> = Vec::new();
    assert_eq!(missing(&FontId::proportional(13.0), signs.chars()), none);
    // The check itself can fail.
    assert_eq!(missing(&FontId::proportional(13.0), ['🛤']), ['🛤']);
}
