//! What several commands do first: open the dataset, read the view.

use super::NOTHING_DONE;
use crate::{
    app::{View, state::OpenDataset, view::text},
    dataset::{
        diagnostic::{Report, Severity},
        read::{self, Loaded, Origin},
    },
    export::write::WriteError,
    i18n::Words,
};
use clap::ValueEnum;
use eframe::egui::{self, Vec2, vec2};
use std::{
    io::{self, Write as _},
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::ExitCode,
    str::FromStr,
};

/// Errors printed before the count of the rest.
const ERRORS_SHOWN: usize = 10;

/// Width and height in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size(pub(super) Vec2);

/// The theme to draw in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Theme {
    Light,
    Dark,
}

impl From<Theme> for egui::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("`{text}` is not a size between 200x200 and 8000x8000, such as 1280x800");
        let (width, height) = text.split_once('x').ok_or_else(wrong)?;
        let side = |text: &str| {
            text.parse::<u16>()
                .ok()
                .filter(|side| (200..=8000).contains(side))
        };
        let (Some(width), Some(height)) = (side(width), side(height)) else {
            return Err(wrong());
        };
        Ok(Self(vec2(f32::from(width), f32::from(height))))
    }
}

/// Opens the dataset at a path, or the one in the program.
///
/// # Errors
/// With the exit code, after everything is said on the terminal.
pub(super) fn dataset(path: Option<PathBuf>) -> Result<OpenDataset, ExitCode> {
    let origin = path.map_or(Origin::Embedded, Origin::Path);
    // Nobody can stop loading here.
    let loaded = read::load(&origin, &mut |_| ControlFlow::Continue(()));
    let loaded = loaded.map_err(|_| ExitCode::from(NOTHING_DONE))?;
    let unreadable = loaded.files.is_empty();
    let code = if unreadable { NOTHING_DONE } else { 1 };
    opened(origin, loaded).ok_or(ExitCode::from(code))
}

/// The dataset, or nothing after its errors are printed.
fn opened(origin: Origin, loaded: Loaded) -> Option<OpenDataset> {
    let report = loaded.report;
    if let Some(catalog) = loaded.catalog {
        return Some(OpenDataset::new(origin, catalog, report));
    }
    errors(&report);
    let shown = origin.shown();
    eprintln!(
        "belt-explorer: {shown} was not opened\nhint: `belt-explorer check` lists everything that is wrong with a dataset"
    );
    None
}

/// Prints the first errors of a report, and how many more there are.
pub(super) fn errors(report: &Report) {
    let errors = report
        .findings()
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    for finding in errors.take(ERRORS_SHOWN) {
        eprintln!("{}\n", finding.render(false));
    }
    let count = report.count(Severity::Error);
    if count > ERRORS_SHOWN {
        eprintln!("… and {} more errors", count - ERRORS_SHOWN);
    }
}

/// What to show; parts that are not understood are said on the terminal, and the rest is taken.
pub(super) fn view(written: &str, dataset: &OpenDataset) -> View {
    let reading = text::read(written, dataset);
    let words = Words::new("en");
    for problem in &reading.problems {
        say(&format!(
            "warning: --view: {}",
            text::words(problem, &words)
        ));
    }
    reading.view
}

/// What is there can be written over, which the command can be told.
pub(super) fn with_force(error: &WriteError, forced: bool) -> String {
    match error {
        WriteError::Exists(_) if !forced => error.with_hint("`--force` writes over it"),
        _ => error.to_string(),
    }
}

/// Says something on the terminal, which may be closed; then nobody reads it.
pub(super) fn say(words: &str) {
    let _ = writeln!(io::stderr(), "belt-explorer: {words}");
}

/// A path that is a folder, or is to become one.
pub(super) fn is_folder(out: &Path) -> bool {
    out.is_dir() || out.as_os_str().to_string_lossy().ends_with(['/', '\\'])
}
