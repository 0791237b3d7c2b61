//! A page of HTML written to a file: what the commands for reports and for records have in common.

use super::{
    NOTHING_DONE,
    open::{self, say, with_force},
};
use crate::{
    export::write::{Existing, write_file},
    ui::figures::Snapshot,
};
use clap::Args;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What a page is made of and where it goes.
#[derive(Debug, Args)]
pub(super) struct PageArguments {
    /// The dataset [default: the one in the program]
    dataset: Option<PathBuf>,
    /// What to show: a view as text, such as `view:1 tab:trade trade.show:balance`
    #[arg(long, value_name = "TEXT")]
    view: Option<String>,
    /// The file to write, ending in .html
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write over what is there
    #[arg(long)]
    force: bool,
}

/// Makes a page of the dataset and the view, and writes it.
pub(super) fn run(
    arguments: &PageArguments,
    page: impl FnOnce(&Snapshot) -> Result<String, String>,
) -> ExitCode {
    if let Err(problem) = is_page(&arguments.out) {
        say(&problem);
        return ExitCode::from(NOTHING_DONE);
    }
    let dataset = match open::dataset(arguments.dataset.clone()) {
        Ok(dataset) => dataset,
        Err(code) => return code,
    };
    let view = arguments.view.as_deref();
    let view = view.map(|view| open::view(view, &dataset));
    let snapshot = Snapshot {
        dataset,
        language: "en".to_owned(),
        view: view.unwrap_or_default(),
    };
    let existing = Existing::replaced_if(arguments.force);
    let written = page(&snapshot).and_then(|page| {
        let written = write_file(&arguments.out, page.as_bytes(), existing);
        written.map_err(|error| with_force(&error, arguments.force))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say(&problem);
            ExitCode::from(NOTHING_DONE)
        }
    }
}

/// A browser goes by the ending of a file.
fn is_page(out: &Path) -> Result<(), String> {
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
