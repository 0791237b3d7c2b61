//! The formats that figures and tables are handed out in: one row each. The dialog, the command
//! line and the tests loop over them.

use super::citation::CitationStyle;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Stable id, for the command line and the settings.
    pub id: &'static str,
    /// How file names end, with the dot.
    pub ending: &'static str,
    /// Message key of its name.
    pub name: &'static str,
    /// What is written.
    pub kind: FormatKind,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatKind {
    /// A vector picture.
    Svg,
    /// A picture of pixels.
    Png,
    /// The numbers as comma-separated values.
    Csv,
    /// The numbers for programs.
    Json,
    /// Picture, numbers, description and citations in one archive.
    Zip,
    /// How to cite it.
    Citation(CitationStyle),
}

const fn row(
    id: &'static str,
    ending: &'static str,
    name: &'static str,
    kind: FormatKind,
) -> Format {
    Format {
        id,
        ending,
        name,
        kind,
    }
}

/// The format that is offered first, and every figure has.
pub const PNG: Format = row("png", ".png", "format-png", FormatKind::Png);

/// All formats. The ending of the citations for programs is longer than that of the data, so
/// that it is found first.
pub const FORMATS: &[Format] = &[
    PNG,
    row("svg", ".svg", "format-svg", FormatKind::Svg),
    row("csv", ".csv", "format-csv", FormatKind::Csv),
    row(
        "csl",
        ".csl.json",
        "format-csl",
        FormatKind::Citation(CitationStyle::CslJson),
    ),
    row("json", ".json", "format-json", FormatKind::Json),
    row("zip", ".zip", "format-zip", FormatKind::Zip),
    row(
        "txt",
        ".txt",
        "format-txt",
        FormatKind::Citation(CitationStyle::Plain),
    ),
    row(
        "bib",
        ".bib",
        "format-bib",
        FormatKind::Citation(CitationStyle::BibTex),
    ),
    row(
        "ris",
        ".ris",
        "format-ris",
        FormatKind::Citation(CitationStyle::Ris),
    ),
];

impl Format {
    /// The format with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.id == id)
    }

    /// The format that a file name asks for.
    #[must_use]
    pub fn of_name(name: &str) -> Option<&'static Self> {
        let name = name.to_lowercase();
        FORMATS.iter().find(|format| name.ends_with(format.ending))
    }

    /// Whether it is a picture alone, which a table does not have.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        matches!(self.kind, FormatKind::Svg | FormatKind::Png)
    }
}
