//! The generate command: a made-up dataset of any size.

use super::{
    NOTHING_DONE,
    open::{say, with_force},
};
use crate::{
    dataset::generate::{self, Plan},
    export::write::{Existing, write_with},
};
use clap::Args;
use std::{path::PathBuf, process::ExitCode};

/// Write a made-up dataset of any size, for tests and measurements
///
/// Two countries that do not exist, with projects, sources, organisations, series, routes and
/// events in proportion. The same size and seed give the same bytes. It passes `check` without a
/// finding.
///
/// Exit code: 0 when it is written, 2 if not.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Number of projects
    #[arg(long, value_name = "N")]
    projects: u64,
    /// Another seed gives other records
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write over what is there
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let out = &arguments.out;
    let existing = Existing::replaced_if(arguments.force);
    let plan = Plan {
        projects: arguments.projects,
        seed: arguments.seed,
    };
    let shown = out.display();
    match write_with(out, existing, |out| generate::write(plan, out)) {
        Ok(()) => {
            say(&format!(
                "{shown} is written\nhint: `belt-explorer {shown}` opens it"
            ));
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&with_force(&error, arguments.force));
            ExitCode::from(NOTHING_DONE)
        }
    }
}
