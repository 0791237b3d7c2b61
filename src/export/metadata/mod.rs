//! What a picture says about itself: title, alternative text, sources, licence, and its recipe.
//!
//! In SVG they are `<title>`, `<desc>` and `<metadata>`; in PNG they are text chunks. Reading
//! back takes nothing for granted: a picture may come from anywhere.

mod png;
mod svg;

use crate::app::recipe::Recipe;
use std::{fmt, fs::File, io::Read as _, path::Path};

/// Keyword of the recipe in a PNG, and of its element in an SVG.
const RECIPE_NAME: &str = "belt-explorer-recipe";

/// Largest picture that is looked into, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What a picture says about itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annotations {
    /// What it shows.
    pub title: String,
    /// The same for people who do not see it.
    pub description: String,
    /// Language tag of both.
    pub language: String,
    /// Where the numbers are from.
    pub source: String,
    /// Under which terms it may be used.
    pub rights: String,
    /// How it was made.
    pub recipe: String,
}

/// Why a picture has no recipe to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecipeError {
    /// The file cannot be read; the reason in words.
    Unreadable(String),
    /// It is larger than any figure of this program.
    TooLarge,
    /// It is neither SVG nor PNG.
    NotAPicture,
    /// It is a picture, but not one of this program's figures.
    NoRecipe,
    /// Its recipe cannot be read; the reason in words.
    Broken(String),
}

impl fmt::Display for RecipeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(out, "it cannot be read: {reason}"),
            Self::TooLarge => write!(
                out,
                "it has more than {} MiB; no figure of this program has",
                LARGEST / 1024 / 1024
            ),
            Self::NotAPicture => write!(out, "it is neither an SVG nor a PNG picture"),
            Self::NoRecipe => write!(
                out,
                "it does not say how it was made\nhint: only figures exported by this program can be opened; \
                 other programs may remove what they do not know when they save a picture"
            ),
            Self::Broken(reason) => write!(
                out,
                "what it says about how it was made cannot be read: {reason}"
            ),
        }
    }
}

impl std::error::Error for RecipeError {}

/// Whether a path looks like a picture that may carry a recipe, by its ending.
#[must_use]
pub fn is_picture(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["svg", "png"].contains(&ending.to_ascii_lowercase().as_str()))
}

/// The SVG with its annotations.
#[must_use]
pub fn annotate_svg(document: &str, annotations: &Annotations) -> String {
    svg::annotate(document, annotations)
}

/// Pixels as a PNG file with annotations; `scale` is pixels a point.
///
/// # Errors
/// In words, when it cannot be encoded.
pub fn annotated_png(
    pixels: &super::svg::Pixels,
    scale: f32,
    annotations: &Annotations,
) -> Result<Vec<u8>, String> {
    png::encode(pixels, scale, annotations)
}

/// The recipe of a figure on disk.
///
/// # Errors
/// When the file is no figure of this program.
pub fn read_recipe(path: &Path) -> Result<Recipe, RecipeError> {
    let unreadable = |error: std::io::Error| RecipeError::Unreadable(error.to_string());
    // A pipe or a device could be waited for without end.
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(RecipeError::Unreadable("it is not a file".to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(RecipeError::TooLarge);
    }
    recipe_of(&bytes)
}

/// The recipe in the bytes of a picture.
///
/// # Errors
/// When it is no figure of this program.
pub fn recipe_of(bytes: &[u8]) -> Result<Recipe, RecipeError> {
    let text = if bytes.starts_with(b"\x89PNG") {
        png::recipe(bytes)?
    } else {
        svg::recipe(bytes)?
    };
    Recipe::from_text(&text).map_err(RecipeError::Broken)
}
