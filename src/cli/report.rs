//! The report command: one page of HTML with all figures of a view, without a window or a display.

use super::{
    NOTHING_DONE,
    open::{self, Theme, say, with_force},
};
use crate::{
    app::state::OpenDataset,
    export::write::{Existing, write_file},
    ui::figures::{Snapshot, report_html},
};
use clap::Args;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Write one page of HTML with all figures of a view, their numbers, conflicts and sources
///
/// The page needs nothing beside itself: pictures and fonts are inside, there are no scripts, and
/// nothing is loaded from elsewhere. It prints well.
///
/// Exit code: 0 when it is written, 1 if the dataset has errors, 2 for wrong use or if nothing
/// could be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The dataset [default: the one in the program]
    dataset: Option<PathBuf>,
    /// What to show: a view as text, such as `view:1 tab:trade trade.show:balance`
    #[arg(long, value_name = "TEXT")]
    view: Option<String>,
    /// Light or dark; on paper it is light but for the pictures
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
    /// The file to write, ending in .html
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write over what is there
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    if let Err(problem) = is_page(&arguments.out) {
        say(&problem);
        return ExitCode::from(NOTHING_DONE);
    }
    let dataset = match open::dataset(arguments.dataset.clone()) {
        Ok(dataset) => dataset,
        Err(code) => return code,
    };
    match write(arguments, dataset) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say(&problem);
            ExitCode::from(NOTHING_DONE)
        }
    }
}

/// A browser goes by the ending of a file.
pub(super) fn is_page(out: &Path) -> Result<(), String> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    let known = ["html", "htm"];
    if ending.is_some_and(|ending| known.contains(&ending.to_ascii_lowercase().as_str())) {
        return Ok(());
    }
    Err(format!(
        "{} is no name for a page\nhint: end the name in .html",
        out.display()
    ))
}

fn write(arguments: &Arguments, dataset: OpenDataset) -> Result<(), String> {
    let view = arguments
        .view
        .as_deref()
        .map(|view| open::view(view, &dataset));
    let snapshot = Snapshot {
        dataset,
        language: "en".to_owned(),
        view: view.unwrap_or_default(),
    };
    let page = report_html(&snapshot, arguments.theme.into());
    let existing = Existing::replaced_if(arguments.force);
    let written = write_file(&arguments.out, page.as_bytes(), existing);
    written.map_err(|error| with_force(&error, arguments.force))
}
