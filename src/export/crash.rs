//! What is left when the program stops unexpectedly: a report, and a note by which the next start finds it.
//!
//! A report can be handed on: it says what was done, by name alone, and nothing of the data or of what was
//! searched. The view, which does, stands in the note, which stays here. Not here: the moment itself.

use super::write::{Existing, WriteError, create_folder, write_file};
use crate::app::{trail::Stopped, view::text};
use std::{
    collections::VecDeque,
    fmt::Write as _,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

/// How many reports are kept.
pub const REPORTS_KEPT: usize = 10;
/// How the names of reports begin.
const PREFIX: &str = "stopped-";
/// The note of the latest stop: the name of its report, and the view on the next line.
const NOTE: &str = "last-view.txt";
/// Longest note that is read; a longer one was not written here.
const LONGEST_NOTE: u64 = 1 << 20;
/// Longest message that is quoted, in characters.
const LONGEST_MESSAGE: usize = 400;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crash {
    /// When, as `2026-10-04T12:01:02Z`.
    pub time: String,
    /// Name of the thread.
    pub thread: String,
    /// What the defect says of itself.
    pub message: String,
    /// File, line and column in the program's source.
    pub place: String,
    /// The calls that led there.
    pub backtrace: String,
    /// Names of the last actions, the latest at the end.
    pub actions: VecDeque<&'static str>,
}

impl Crash {
    /// The report in words.
    #[must_use]
    pub fn report(&self) -> String {
        let mut text = String::from("Belt Explorer stopped unexpectedly.\n\n");
        let message: String = self.message.chars().take(LONGEST_MESSAGE).collect();
        for (name, value) in [
            ("version", env!("CARGO_PKG_VERSION")),
            ("system", std::env::consts::OS),
            ("machine", std::env::consts::ARCH),
            ("time", &self.time),
            ("thread", &self.thread),
            ("place", &self.place),
            ("message", &message),
        ] {
            // Writing into a text does not fail.
            let _ = writeln!(text, "{name}: {}", super::one_line(value));
        }
        text.push_str("\nlast actions, by name alone, the latest at the end:\n");
        for action in &self.actions {
            let _ = writeln!(text, "  {action}");
        }
        let _ = write!(text, "\nbacktrace:\n{}\n", self.backtrace.trim_end());
        text
    }
}

/// Writes a report into a folder, which is created where it is missing, and drops those too old to keep.
///
/// # Errors
/// If it could not be written.
pub fn write_report(folder: &Path, crash: &Crash) -> Result<PathBuf, WriteError> {
    create_folder(folder)?;
    let moment = crash.time.replace(['-', ':'], "");
    let bytes = crash.report().into_bytes();
    let mut path = folder.join(format!("{PREFIX}{moment}.txt"));
    let mut written = write_file(&path, &bytes, Existing::Keep);
    for number in 2..=REPORTS_KEPT {
        if !matches!(written, Err(WriteError::Exists(_))) {
            break;
        }
        path = folder.join(format!("{PREFIX}{moment}-{number}.txt"));
        written = write_file(&path, &bytes, Existing::Keep);
    }
    written?;
    drop_old(folder, &path);
    Ok(path)
}

/// Notes that the program ended with a report, and the view that was shown.
///
/// # Errors
/// If it could not be written.
pub fn write_note(report: &Path, view: &str) -> Result<(), WriteError> {
    let name = report.file_name().unwrap_or_default().to_string_lossy();
    let text = format!("{name}\n{}\n", super::one_line(view));
    write_file(
        &report.with_file_name(NOTE),
        text.as_bytes(),
        Existing::Replace,
    )
}

/// What the last stop left in a folder; nothing if there was none, or if it is forgotten.
#[must_use]
pub fn left_in(folder: &Path) -> Option<Stopped> {
    let file = File::open(folder.join(NOTE)).ok()?;
    let mut text = String::new();
    file.take(LONGEST_NOTE).read_to_string(&mut text).ok()?;
    let (name, view) = text.split_once('\n')?;
    // Only the name of a report in this very folder is taken.
    let plain = Path::new(name).file_name().is_some_and(|own| own == name);
    let view = view.trim_end();
    (plain && name.starts_with(PREFIX)).then(|| Stopped {
        report: folder.join(name),
        view: if text::is_view(view) { view } else { "" }.to_owned(),
    })
}

/// Forgets the stop that a report is about; the report stays.
pub fn forget(report: &Path) {
    // If it cannot be removed it is offered again, which is no harm.
    let _ = fs::remove_file(report.with_file_name(NOTE));
}

/// Removes the oldest reports; their names sort by time.
fn drop_old(folder: &Path, newest: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_report = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(PREFIX) && name.ends_with(".txt") && path.as_path() != newest
    };
    let mut reports: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(is_report)
        .collect();
    reports.sort();
    let spare = reports.len().saturating_sub(REPORTS_KEPT - 1);
    for report in reports.iter().take(spare) {
        let _ = fs::remove_file(report);
    }
}
