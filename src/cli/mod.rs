//! The command line: what can be asked for, and which command answers.

mod check;
mod crash;
mod diff;
mod export;
mod fmt;
mod generate;
mod graphics;
mod new;
mod open;
mod page;
mod record;
mod render;
mod report;
mod window;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use window::Start;

/// Wrong use, or nothing could be done.
const NOTHING_DONE: u8 = 2;

/// Explore what two countries do together on the Belt and Road, each figure next to its source.
#[derive(Debug, Parser)]
#[command(
    name = "belt-explorer",
    version,
    args_conflicts_with_subcommands = true
)]
struct CommandLine {
    /// A dataset to open: a RON file, or a folder of them [default: the one in the program];
    /// and a figure exported from it, to see the view that made it
    #[arg(value_name = "DATASET|FIGURE", num_args = 0..=2)]
    paths: Vec<PathBuf>,
    /// What to show: a view as text, such as `view:1 tab:trade trade.show:balance`
    #[arg(long, value_name = "TEXT")]
    view: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Diff(diff::Arguments),
    Export(export::Arguments),
    Fmt(fmt::Arguments),
    Generate(generate::Arguments),
    New(new::Arguments),
    Record(record::Arguments),
    Render(render::Arguments),
    Report(report::Arguments),
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    // clap prints its own errors and ends the program with 2.
    let line = CommandLine::parse();
    match line.command {
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Diff(arguments)) => diff::run(&arguments),
        Some(Command::Fmt(arguments)) => fmt::run(&arguments),
        Some(Command::Generate(arguments)) => generate::run(&arguments),
        Some(Command::New(arguments)) => new::run(&arguments),
        Some(Command::Record(arguments)) => record::run(&arguments),
        Some(Command::Render(arguments)) => render::run(&arguments),
        Some(Command::Report(arguments)) => report::run(&arguments),
        Some(Command::Export(arguments)) => export::run(&arguments),
        None => window::run(Start {
            paths: line.paths,
            view: line.view,
        }),
    }
}
