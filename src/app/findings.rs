//! What is wrong with a dataset: the one that was refused last, else the open one.

use super::state::AppState;
use crate::dataset::{
    diagnostic::{Code, Diagnostic, Place, Report, Severity},
    read::Origin,
};
use std::{collections::BTreeMap, sync::Arc};

/// A dataset that was not opened.
#[derive(Debug, Clone)]
pub struct Refused {
    /// Where it came from.
    pub origin: Origin,
    /// Why.
    pub report: Arc<Report>,
}

/// The list of findings and what of it is shown.
#[derive(Debug, Default)]
pub struct Findings {
    /// The dataset that was refused last; forgotten once another is opened.
    pub refused: Option<Refused>,
    /// Only findings of this severity.
    pub severity: Option<Severity>,
    /// Only findings with this code.
    pub code: Option<&'static str>,
    /// Position of the chosen finding among those shown.
    pub chosen: usize,
}

/// A change of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingsAction {
    /// Show only findings of this severity, or of all.
    Severity(Option<Severity>),
    /// Show only findings with this code, or with all.
    Code(Option<&'static str>),
    /// Choose the finding at this position among those shown.
    Choose(usize),
    /// Set the command of the editor.
    Editor(String),
    /// Open a place in the editor.
    OpenPlace(Place),
}

/// How the findings of one code count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCount {
    /// The code.
    pub code: &'static Code,
    /// How many findings have it.
    pub count: usize,
}

impl AppState {
    /// The findings to show, and whose they are.
    #[must_use]
    pub fn report(&self) -> (&Origin, &Arc<Report>) {
        let own = (&self.dataset.origin, &self.dataset.report);
        let refused = self.findings.refused.as_ref();
        refused.map_or(own, |refused| (&refused.origin, &refused.report))
    }

    /// How many findings the list shows.
    #[must_use]
    pub fn shown_count(&self) -> usize {
        let shown = self.derived.findings.shown.get();
        shown.map_or(0, |shown| shown.len())
    }

    /// The finding at a position of the list.
    #[must_use]
    pub fn shown_finding(&self, position: usize) -> Option<&Diagnostic> {
        let at = *self.derived.findings.shown.get()?.get(position)?;
        self.report().1.findings().get(at)
    }
}

/// The codes of a report with their counts, those left out of it included: the gravest first,
/// then by name.
#[must_use]
pub fn codes(report: &Report) -> Vec<CodeCount> {
    let mut counts: BTreeMap<(Severity, &str), CodeCount> = BTreeMap::new();
    let mut add = |code: &'static Code, more| {
        let entry = counts.entry((code.severity, code.code));
        entry.or_insert(CodeCount { code, count: 0 }).count += more;
    };
    for finding in report.findings() {
        add(finding.kind, 1);
    }
    for (code, left_out) in report.omitted() {
        add(code, *left_out);
    }
    counts.into_values().collect()
}

/// Why a place cannot be opened in an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEditor {
    /// No command is set.
    NotSet,
    /// The command's quotes do not match.
    Quotes,
}

/// The editor's command for a place: the program and its arguments. `{file}`, `{line}` and
/// `{column}` stand for the place; without `{file}` the file comes last. No shell reads it.
///
/// # Errors
/// If there is no command, or its quotes do not match.
pub fn editor_command(template: &str, place: &Place) -> Result<(String, Vec<String>), NoEditor> {
    if template.trim().is_empty() {
        return Err(NoEditor::NotSet);
    }
    let (line, column) = place
        .spot
        .as_ref()
        .map_or((1, 1), |spot| (spot.line, spot.column));
    let (line, column) = (line.to_string(), column.to_string());
    let mut parts = shlex::split(template).ok_or(NoEditor::Quotes)?.into_iter();
    let program = parts.next().ok_or(NoEditor::NotSet)?;
    let mut arguments: Vec<String> = parts
        .map(|part| {
            // The file comes last: its name may hold what looks like another placeholder.
            let part = part.replace("{line}", &line).replace("{column}", &column);
            part.replace("{file}", &place.file)
        })
        .collect();
    if !template.contains("{file}") {
        arguments.push(place.file.clone());
    }
    Ok((program, arguments))
}
