//! How a figure was made, so that it can be made again: dataset, view, drawing, and its numbers.

use super::view::{View, text::Problem};
use serde::{Deserialize, Serialize};

/// The version of the recipe's form that this program writes.
pub const RECIPE_VERSION: u32 = 1;

/// Numbers above this size are not carried along: the figure can be made again without them.
pub const MOST_NUMBERS_BYTES: usize = 256 * 1024;

/// How a figure was made. It stands in the metadata of every picture that is handed out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// Version of this form.
    pub recipe: u32,
    /// Version of the program.
    pub program: String,
    /// The dataset.
    pub dataset: DatasetRef,
    /// Id of the figure.
    pub figure: String,
    /// What was on screen, as text.
    pub view: String,
    /// Language tag of the words.
    pub language: String,
    /// How it was drawn.
    pub drawing: DrawingRef,
    /// The numbers drawn, as CSV; missing if they are too many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<String>,
}

/// Which dataset, and which contents of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatasetRef {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Identifies its contents.
    pub checksum: String,
}

/// How a figure was drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrawingRef {
    /// Width in points.
    pub width: f32,
    /// Least height in points.
    pub height: f32,
    /// Whether it is the dark theme.
    pub dark: bool,
    /// Whether title, subtitle and filter stand above the picture.
    pub title: bool,
    /// The alternative text, where a person changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// What has become of a figure that was opened again.
#[derive(Debug, Clone, PartialEq)]
pub struct Reopened {
    /// The figure's file, as it was named.
    pub file: String,
    /// How it was made.
    pub recipe: Recipe,
    /// The view that it shows, as far as the open dataset has it; none if another dataset is open.
    pub view: Option<View>,
    /// What of the view is not to be had any more.
    pub problems: Vec<Problem>,
    /// Which of its numbers are others now; none if it carries no numbers.
    pub changes: Option<Vec<Change>>,
}

/// A number of a figure that has changed since it was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which number: its year, its names.
    pub place: String,
    /// What it was; none if it is new.
    pub then: Option<String>,
    /// What it is; none if it is gone.
    pub now: Option<String>,
}

impl Recipe {
    /// The recipe as one line of JSON.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Plain strings and numbers always serialise; a number that is not finite becomes null.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A recipe read from a picture's metadata.
    ///
    /// # Errors
    /// In words, when the text is no recipe or one of a newer form.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let recipe: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if recipe.recipe > RECIPE_VERSION {
            return Err(format!(
                "it has version {}, this program knows {RECIPE_VERSION}",
                recipe.recipe
            ));
        }
        Ok(recipe)
    }
}
