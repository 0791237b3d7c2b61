//! The window command: opens the application on a dataset.

use super::NOTHING_DONE;
use crate::dataset::read::Origin;
use std::process::ExitCode;

/// Opens the window and returns when it is closed.
pub(super) fn run(origin: &Origin) -> ExitCode {
    eprintln!(
        "belt-explorer: cannot open {}: the window is not built yet\nhint: use `belt-explorer check`",
        origin.shown()
    );
    ExitCode::from(NOTHING_DONE)
}
