//! The check command: what is wrong with datasets, and how much they hold.

use super::NOTHING_DONE;
use crate::dataset::diagnostic::{Diagnostic, Severity, Style};
use crate::dataset::read::limits::Limits;
use crate::dataset::read::{CONTENTS, Loaded, Origin, Stopped, all_codes, load, load_within};
use clap::{Args, ValueEnum};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

/// Findings of one kind that are written out unless `--all` asks for more.
const MOST_OF_A_KIND: usize = 20;

/// Check datasets: print everything that is wrong with them, and how much they hold
///
/// Exit code: 0 without errors (warnings are allowed), 1 with errors, 2 for wrong use or
/// a path that leads to nothing that can be read.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// RON files, or folders of them; each is a dataset [default: the one in the program]
    datasets: Vec<PathBuf>,
    /// How to print: text for people; json for programs (an object; with several datasets a list)
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write out all findings; otherwise the text shows the first 20 of each kind
    #[arg(long)]
    all: bool,
    /// Memory that a dataset may take, in MB [default: 4096, or what `BELT_EXPLORER_LIMIT_MB` says]
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(1..))]
    limit_mb: Option<u64>,
    /// Explain a code such as `unknown-id`, or list all codes with `all`, and check nothing
    #[arg(long, value_name = "CODE", conflicts_with_all = ["datasets", "format", "all", "limit_mb"])]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    if let Some(code) = &arguments.explain {
        return explain(code);
    }
    let origins = if arguments.datasets.is_empty() {
        vec![Origin::Embedded]
    } else {
        let paths = arguments.datasets.iter();
        paths.map(|path| Origin::Path(path.clone())).collect()
    };
    let mut watch = |_| ControlFlow::Continue(());
    let load = |origin| match arguments.limit_mb {
        Some(mb) => load_within(origin, Limits::of_mb(mb), &mut watch),
        None => load(origin, &mut watch),
    };
    let loaded: Result<Vec<Loaded>, Stopped> = origins.iter().map(load).collect();
    let Ok(loaded) = loaded else {
        return ExitCode::from(NOTHING_DONE);
    };
    let printed = match arguments.format {
        Format::Text => print_text(&loaded, arguments.all),
        Format::Json => print_json(&loaded),
    };
    // Nobody is left to tell when the output is closed.
    if printed.is_err() {
        return ExitCode::from(NOTHING_DONE);
    }
    let worst = loaded.iter().map(exit_code).max().unwrap_or(0);
    ExitCode::from(worst)
}

fn exit_code(loaded: &Loaded) -> u8 {
    let contents = |finding: &Diagnostic| CONTENTS.contains(&finding.kind);
    if loaded.files.is_empty() && !loaded.report.findings().iter().any(contents) {
        NOTHING_DONE
    } else {
        u8::from(loaded.report.has_errors())
    }
}

fn print_text(all_loaded: &[Loaded], all: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let style = Style {
        colour: out.is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        most_of_a_kind: if all { usize::MAX } else { MOST_OF_A_KIND },
    };
    for (position, loaded) in all_loaded.iter().enumerate() {
        if position > 0 {
            writeln!(out)?;
        }
        write!(out, "{}", loaded.report.render(style))?;
        write!(out, "{}", sections_text(loaded))?;
        let summary = loaded.report.summary();
        writeln!(out, "{}: {summary}", loaded.origin.shown())?;
    }
    out.flush()
}

/// The counts as a table with aligned numbers.
fn sections_text(loaded: &Loaded) -> String {
    let mut text = String::new();
    if loaded.files.is_empty() {
        return text;
    }
    let names = loaded.counts.iter().map(|(name, _)| name.len());
    let width = names.max().unwrap_or(0);
    for (name, count) in &loaded.counts {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name:<width$} {count:>8}");
    }
    text.push('\n');
    text
}

/// One dataset as programs see it.
#[derive(Serialize)]
struct Json<'a> {
    dataset: String,
    checksum: &'a str,
    errors: usize,
    warnings: usize,
    notes: usize,
    #[serde(serialize_with = "as_map")]
    sections: &'a [(&'static str, usize)],
    findings: &'a [Diagnostic],
    /// How many findings more there are of a kind than are given.
    #[serde(serialize_with = "as_map")]
    omitted: &'a [(&'static str, usize)],
}

fn as_map<S: Serializer>(counts: &&[(&str, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(counts.len()))?;
    for (name, count) in *counts {
        map.serialize_entry(name, count)?;
    }
    map.end()
}

fn print_json(loaded: &[Loaded]) -> io::Result<()> {
    let omitted: Vec<Vec<(&str, usize)>> = loaded.iter().map(omitted).collect();
    let datasets: Vec<Json<'_>> = loaded
        .iter()
        .zip(&omitted)
        .map(|(loaded, omitted)| Json {
            dataset: loaded.origin.shown(),
            checksum: &loaded.checksum,
            errors: loaded.report.count(Severity::Error),
            warnings: loaded.report.count(Severity::Warning),
            notes: loaded.report.count(Severity::Note),
            sections: &loaded.counts,
            findings: loaded.report.findings(),
            omitted,
        })
        .collect();
    let mut out = io::stdout().lock();
    match datasets.as_slice() {
        [one] => serde_json::to_writer_pretty(&mut out, one)?,
        several => serde_json::to_writer_pretty(&mut out, several)?,
    }
    writeln!(out)?;
    out.flush()
}

/// Codes of which there were too many findings, and how many were left out.
fn omitted(loaded: &Loaded) -> Vec<(&'static str, usize)> {
    let omitted = loaded.report.omitted().iter();
    omitted.map(|(kind, count)| (kind.code, *count)).collect()
}

fn explain(code: &str) -> ExitCode {
    let mut text = String::new();
    for known in all_codes() {
        if code == "all" {
            let severity = known.severity.word();
            let _ = writeln!(text, "{:<22} {severity:<8} {}", known.code, known.title);
        } else if code == known.code {
            let severity = known.severity.word();
            let _ = writeln!(
                text,
                "{severity}[{code}]: {}\n\n{}",
                known.title, known.explanation
            );
        }
    }
    if text.is_empty() {
        eprintln!(
            "belt-explorer: there is no code `{code}`\nhint: `belt-explorer check --explain all` lists them"
        );
        return ExitCode::from(NOTHING_DONE);
    }
    print!("{text}");
    ExitCode::SUCCESS
}
