//! The record command: the page of one project, without a window or a display.

use super::{
    NOTHING_DONE,
    open::{self, say, with_force},
    report::is_page,
};
use crate::{
    app::state::OpenDataset,
    dataset::suggest::did_you_mean,
    export::write::{Existing, write_file},
    ui::figures::{Snapshot, record_html},
};
use clap::Args;
use std::{path::PathBuf, process::ExitCode};

/// Write the record of a project as one page of HTML: all figures, history, parties, place, conflicts and sources
///
/// The page needs nothing beside itself: the small map and fonts are inside, there are no scripts, and
/// nothing is loaded from elsewhere. It is made for paper (A4) and reads well in black and white.
///
/// Exit code: 0 when it is written, 1 if the dataset has errors, 2 for wrong use or if nothing
/// could be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Id of the project, as the dataset writes it
    id: String,
    /// The dataset [default: the one in the program]
    dataset: Option<PathBuf>,
    /// A view as text: `chart.stage:contracted` says at which stage of money totals are looked at
    #[arg(long, value_name = "TEXT")]
    view: Option<String>,
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
    let page = record_html(&snapshot, &arguments.id);
    let page = page.ok_or_else(|| unknown(&arguments.id, &snapshot.dataset))?;
    let existing = Existing::replaced_if(arguments.force);
    let written = write_file(&arguments.out, page.as_bytes(), existing);
    written.map_err(|error| with_force(&error, arguments.force))
}

fn unknown(id: &str, dataset: &OpenDataset) -> String {
    let projects = &dataset.catalog.data().projects;
    let alike = did_you_mean(id, projects.iter().map(|project| project.id.as_str()));
    let hint = alike.map_or_else(
        || "`belt-explorer export --figure project-figures` lists ids".to_owned(),
        |alike| format!("did you mean `{alike}`?"),
    );
    format!("the dataset has no project `{id}`\nhint: {hint}")
}
