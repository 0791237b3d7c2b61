//! What a person chose in the export dialog. What is drawn and written is for the floors above.

use super::jobs::Image;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Id of the size a figure has on screen.
pub const ON_SCREEN: &str = "screen";

/// Choices that are remembered from one export to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportChoices {
    /// Id of the format.
    pub format: String,
    /// Id of the size.
    pub size: String,
    /// Pixels a point.
    pub scale: u8,
    /// Whether figures are drawn in the dark theme; paper is light, so it is off at first.
    pub dark: bool,
    /// Whether title, subtitle and filter stand above the picture.
    pub title: bool,
    /// Where files go.
    pub folder: String,
}

impl Default for ExportChoices {
    fn default() -> Self {
        Self {
            format: "png".to_owned(),
            size: "page".to_owned(),
            scale: 2,
            dark: false,
            title: true,
            folder: String::new(),
        }
    }
}

/// What the dialog holds while it is open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExportForm {
    /// Id of the figure; none means the first of the tab in front.
    pub figure: Option<String>,
    /// The choices that are remembered.
    pub choices: ExportChoices,
    /// The alternative text, where it was changed.
    pub alt: Option<String>,
    /// Name of the file, where it was changed.
    pub name: Option<String>,
}

/// The export dialog.
#[derive(Debug, Default)]
pub struct ExportState {
    /// What is chosen.
    pub form: ExportForm,
    /// The latest preview.
    pub preview: Option<Preview>,
    /// A file that is there and was not overwritten.
    pub exists: Option<PathBuf>,
    /// Why nothing was written, in words.
    pub failed: Option<String>,
}

/// What would be written, made in the background.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// Says of what it is the preview.
    pub key: String,
    /// What is to be seen, or in words why there is nothing.
    pub content: Result<PreviewContent, String>,
    /// The alternative text that the figure has of itself.
    pub alt: String,
}

/// What a preview shows.
#[derive(Debug, Clone, PartialEq)]
pub enum PreviewContent {
    /// The picture.
    Picture(Image),
    /// The beginning of a text file.
    Text(String),
}
