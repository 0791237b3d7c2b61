//! The report command: one page of HTML with all figures of a view, without a window or a display.

use super::{
    open::Theme,
    page::{self, PageArguments},
};
use crate::ui::figures::report_html;
use clap::Args;
use std::process::ExitCode;

/// Write one page of HTML with all figures of a view, their numbers, conflicts and sources
///
/// The page needs nothing beside itself: pictures and fonts are inside, there are no scripts, and
/// nothing is loaded from elsewhere. It prints well.
///
/// Exit code: 0 when it is written, 1 if the dataset has errors, 2 for wrong use or if nothing
/// could be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    page: PageArguments,
    /// Light or dark; on paper it is light but for the pictures
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    page::run(&arguments.page, |snapshot| {
        Ok(report_html(snapshot, arguments.theme.into()))
    })
}
