//! The record command: the page of one project, without a window or a display.

use super::page::{self, PageArguments};
use crate::{app::state::OpenDataset, dataset::suggest::did_you_mean, ui::figures::record_html};
use clap::Args;
use std::process::ExitCode;

/// Write the record of a project as one page of HTML: all figures, history, parties, place, conflicts and sources
///
/// The page needs nothing beside itself: the small map and fonts are inside, there are no scripts, and
/// nothing is loaded from elsewhere. It is made for paper (A4) and reads well in black and white.
///
/// A view says at which stage of money totals are looked at: `--view chart.stage:contracted`.
///
/// Exit code: 0 when it is written, 1 if the dataset has errors, 2 for wrong use or if nothing
/// could be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Id of the project, as the dataset writes it
    id: String,
    #[command(flatten)]
    page: PageArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let id = &arguments.id;
    page::run(&arguments.page, |snapshot| {
        record_html(snapshot, id).ok_or_else(|| unknown(id, &snapshot.dataset))
    })
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
