//! What the list of findings shows. A report can hold hundreds of thousands of findings.

use super::Memo;
use crate::{
    app::{
        findings::{CodeCount, codes},
        state::{AppState, Dialog},
    },
    dataset::diagnostic::{Report, Severity},
};
use std::sync::Arc;

/// A report as a key: the very same one, not one that says the same.
#[derive(Debug, Clone)]
pub struct SameReport(Arc<Report>);

impl PartialEq for SameReport {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A report, and the severity and code that are listed of it.
type Listed = (SameReport, Option<Severity>, Option<&'static str>);

/// What the list of findings shows.
#[derive(Debug, Default)]
pub struct FindingsDerived {
    /// The codes with their counts.
    pub codes: Memo<SameReport, Vec<CodeCount>>,
    /// Positions in the report of the findings that are listed.
    pub shown: Memo<Listed, Vec<usize>>,
}

pub(super) fn refresh(state: &mut AppState) {
    if state.dialog != Some(Dialog::Findings) {
        return;
    }
    let report = Arc::clone(state.report().1);
    let memos = &mut state.derived.findings;
    let key = SameReport(Arc::clone(&report));
    memos.codes.get_or_compute(key.clone(), |_| codes(&report));
    let (severity, code) = (state.findings.severity, state.findings.code);
    memos.shown.get_or_compute((key, severity, code), |_| {
        let all = report.findings().iter().enumerate();
        let listed = all.filter(|(_, finding)| {
            severity.is_none_or(|wanted| finding.severity() == wanted)
                && code.is_none_or(|wanted| finding.kind.code == wanted)
        });
        listed.map(|(position, _)| position).collect()
    });
}
