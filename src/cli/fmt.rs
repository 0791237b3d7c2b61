//! The fmt command: files of a dataset in the usual layout.

use super::{NOTHING_DONE, open::say};
use crate::{
    dataset::{
        diagnostic::Report,
        format::format,
        read::{self, Origin, ParsedFile},
    },
    export::write::{Existing, write_file},
};
use clap::Args;
use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Some file has errors, or another layout than `--check` wants.
const NOT_RIGHT: u8 = 1;

/// Write the files of datasets in the usual layout
///
/// Words, numbers, their order and comments stay as they are; what a file says never changes. A
/// bracket that is open stays open, one element a line; one that is closed in its line stays so
/// if it fits. The names of the files that were written are printed.
///
/// Exit code: 0 when all files have the usual layout, 1 if a file has errors (then nothing is
/// written) or `--check` finds another layout, 2 for wrong use or if nothing could be done.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// RON files, or folders of them
    #[arg(required = true, value_name = "FILE|FOLDER")]
    paths: Vec<PathBuf>,
    /// Write nothing; print the names of the files that would be written
    #[arg(long)]
    check: bool,
}

/// A file that has another layout.
struct Untidy {
    path: PathBuf,
    formatted: String,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let untidy = match untidy(&arguments.paths) {
        Ok(untidy) => untidy,
        Err(code) => return ExitCode::from(code),
    };
    let mut out = io::stdout().lock();
    for file in &untidy {
        if !arguments.check {
            let written = write_file(&file.path, file.formatted.as_bytes(), Existing::Replace);
            if let Err(error) = written {
                say(&error.to_string());
                return ExitCode::from(NOTHING_DONE);
            }
        }
        // Nobody is left to tell when the output is closed.
        let _ = writeln!(out, "{}", file.path.display());
    }
    ExitCode::from(if arguments.check && !untidy.is_empty() {
        NOT_RIGHT
    } else {
        0
    })
}

/// The files that have another layout, after a look at all of them.
fn untidy(paths: &[PathBuf]) -> Result<Vec<Untidy>, u8> {
    let (mut untidy, mut refused) = (Vec::new(), None);
    for path in paths {
        match read::files(&Origin::Path(path.clone())) {
            Ok(files) => {
                for file in files {
                    match tidy(file) {
                        Ok(file) => untidy.extend(file),
                        Err(path) => {
                            refuse(&path);
                            refused = refused.max(Some(NOT_RIGHT));
                        }
                    }
                }
            }
            Err(report) => refused = refused.max(Some(unread(&report))),
        }
    }
    refused.map_or(Ok(untidy), Err)
}

/// The file in the usual layout, if it has another.
fn tidy(file: ParsedFile) -> Result<Option<Untidy>, PathBuf> {
    match format(&file.text) {
        Ok(formatted) if formatted == file.text => Ok(None),
        Ok(formatted) => Ok(Some(Untidy {
            path: file.path,
            formatted,
        })),
        Err(_) => Err(file.path),
    }
}

/// The text is a dataset, and yet its layout cannot be changed.
fn refuse(path: &Path) {
    let path = path.display();
    say(&format!(
        "{path}: another layout would change what the file says; nothing was written\nhint: keys of maps must be plain texts or numbers"
    ));
}

/// Prints what is wrong with files.
fn unread(report: &Report) -> u8 {
    super::open::errors(report);
    say("nothing was written");
    let mut places = report
        .findings()
        .iter()
        .filter_map(|finding| finding.place.as_ref());
    // What is wrong in a file has a spot; a file that cannot be read has none.
    if places.any(|place| place.spot.is_some()) {
        NOT_RIGHT
    } else {
        NOTHING_DONE
    }
}
