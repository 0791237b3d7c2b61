//! What is wrong with a dataset, in a form that the window, the terminal and programs can show.
//!
//! Which rules there are is in `check`; how a finding is drawn as text is in `render`.

mod render;
mod words;

pub use render::Style;
pub use words::{is_hidden, shorten};

use super::position::{LineColumn, Lines};
use super::read::limits::MAX_EXCERPT;
use serde::Serialize;
use std::ops::Range;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The dataset cannot be used.
    Error,
    /// The dataset can be used, but something is probably wrong in it.
    Warning,
    /// Worth knowing; nothing is wrong.
    Note,
}

impl Severity {
    /// All severities, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word for it in messages and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A kind of finding: a stable code, and what people should know about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Stable name, such as `unknown-id`.
    pub code: &'static str,
    /// How much findings of this kind matter.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// Why it matters and what to do about it.
    pub explanation: &'static str,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as the user named it.
    pub file: String,
    /// Where in the file; `None` if the finding is about the whole of it.
    pub spot: Option<Spot>,
}

/// A stretch of text in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Length in characters, up to the end of the line; at most 2,000.
    pub length: usize,
    /// The line itself; `None` if it is too long to show.
    pub excerpt: Option<String>,
    /// What stands there, where the line is too long to show.
    pub near: Option<String>,
}

impl Spot {
    /// The stretch of a text at a byte range, cut at the end of its first line.
    #[must_use]
    pub fn new(lines: &Lines<'_>, span: &Range<usize>) -> Self {
        let LineColumn { line, column } = lines.line_column(span.start);
        let (start, text) = lines.line(line);
        let from = span.start.saturating_sub(start).min(text.len());
        let to = span.end.saturating_sub(start).clamp(from, text.len());
        let covered = text.get(from..to).unwrap_or_default();
        let short = text.len() <= MAX_EXCERPT;
        Self {
            line,
            column,
            length: covered.chars().take(MAX_EXCERPT).count(),
            excerpt: short.then(|| text.to_owned()),
            near: (!short).then(|| around(text, from)),
        }
    }
}

/// Characters shown before and after a place in a line that is too long to show.
const AROUND: usize = 40;

/// A piece of a line around an offset.
fn around(line: &str, offset: usize) -> String {
    let (before, after) = line.split_at_checked(offset).unwrap_or((line, ""));
    let start = before.char_indices().rev().nth(AROUND - 1);
    let start = start.map_or(0, |(start, _)| start);
    let end = after.char_indices().nth(AROUND);
    let end = end.map_or(after.len(), |(end, _)| end);
    let before = before.get(start..).unwrap_or_default();
    let after = after.get(..end).unwrap_or_default();
    format!("{before}{after}")
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub kind: &'static Code,
    /// What was found, and what was expected.
    pub message: String,
    /// Where; `None` if it is about the dataset as a whole.
    pub place: Option<Place>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity
    }

    fn order(&self) -> impl Ord + '_ {
        let place = self.place.as_ref();
        let spot = place.and_then(|place| place.spot.as_ref());
        (
            self.kind.severity,
            place.map(|place| place.file.as_str()),
            spot.map(|spot| (spot.line, spot.column)),
            self.kind.code,
            self.message.as_str(),
        )
    }
}

/// For programs: `severity`, `code`, `message`, `file`, `line`, `column`, `length`, `hint`;
/// `null` where there is none.
impl Serialize for Diagnostic {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            severity: Severity,
            code: &'a str,
            message: &'a str,
            file: Option<&'a str>,
            line: Option<usize>,
            column: Option<usize>,
            length: Option<usize>,
            hint: Option<&'a str>,
        }
        let place = self.place.as_ref();
        let spot = place.and_then(|place| place.spot.as_ref());
        Flat {
            severity: self.severity(),
            code: self.kind.code,
            message: &self.message,
            file: place.map(|place| place.file.as_str()),
            line: spot.map(|spot| spot.line),
            column: spot.map(|spot| spot.column),
            length: spot.map(|spot| spot.length),
            hint: self.hint.as_deref(),
        }
        .serialize(serializer)
    }
}

/// All findings about a dataset: errors first, then by file and line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    findings: Vec<Diagnostic>,
    omitted: Vec<(&'static Code, usize)>,
}

impl Report {
    /// Sorts findings into a report.
    #[must_use]
    pub fn new(mut findings: Vec<Diagnostic>) -> Self {
        findings.sort_by(|a, b| a.order().cmp(&b.order()));
        Self {
            findings,
            omitted: Vec::new(),
        }
    }

    /// The same report, with kinds of which there were too many findings, and how many were
    /// left out of each.
    #[must_use]
    pub fn without(self, omitted: Vec<(&'static Code, usize)>) -> Self {
        Self { omitted, ..self }
    }

    /// The findings.
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Kinds of which there were too many findings to keep all, and how many were left out.
    #[must_use]
    pub fn omitted(&self) -> &[(&'static Code, usize)] {
        &self.omitted
    }

    /// How many findings there are of one severity, those left out included.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let same = |finding: &&Diagnostic| finding.severity() == severity;
        let omitted = self.omitted.iter();
        let omitted = omitted.filter(|(kind, _)| kind.severity == severity);
        let omitted: usize = omitted.map(|(_, count)| count).sum();
        self.findings.iter().filter(same).count() + omitted
    }

    /// Whether anything forbids using the dataset.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        // Errors come first, and of each kind some are kept.
        self.findings
            .first()
            .is_some_and(|first| first.severity() == Severity::Error)
    }
}
