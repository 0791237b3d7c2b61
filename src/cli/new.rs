//! The new command: a dataset to start from.

use super::{
    NOTHING_DONE,
    open::{is_folder, say, with_force},
};
use crate::{
    dataset::template,
    export::{
        package::{PackFile, write_folder},
        write::{Existing, write_file},
    },
};
use clap::Args;
use std::{path::PathBuf, process::ExitCode};

/// Write a small dataset to start from, with words on every field
///
/// It opens as it is: two made-up countries with a project, trade, routes, a claim and an event.
///
/// Exit code: 0 when it is written, 2 if not.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The file to write; a path that ends in a slash becomes a folder with a file a section
    #[arg(value_name = "FILE")]
    out: PathBuf,
    /// Write over what is there
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let out = &arguments.out;
    let existing = Existing::replaced_if(arguments.force);
    let written = if is_folder(out) {
        let files = template::files().into_iter();
        let files: Vec<_> = files
            .map(|(name, text)| PackFile::new(name, text))
            .collect();
        write_folder(out, &files, existing)
    } else {
        write_file(out, template::single_file().as_bytes(), existing)
    };
    let shown = out.display();
    match written {
        Ok(()) => {
            say(&format!(
                "{shown} is written\nhint: `belt-explorer {shown}` opens it, `belt-explorer check {shown}` says what is wrong with it"
            ));
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&with_force(&error, arguments.force));
            ExitCode::from(NOTHING_DONE)
        }
    }
}
