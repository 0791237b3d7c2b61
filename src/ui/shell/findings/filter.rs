//! Which findings are listed: all, one severity, one code; each with its count.

use crate::{
    app::{
        Action,
        findings::{CodeCount, FindingsAction},
    },
    dataset::diagnostic::Severity,
    i18n::grouped,
    ui::{
        Cx,
        widgets::{choice, segmented},
    },
};
use eframe::egui::Ui;

pub(super) fn filter_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let chosen = &cx.state.findings;
    let Some(codes) = cx.state.derived.findings.codes.get() else {
        return;
    };
    ui.horizontal(|ui| {
        let mut severities = vec![(None, cx.t("findings-all"))];
        for severity in Severity::ALL {
            let of = |counted: &&CodeCount| counted.code.severity == severity;
            let count: usize = codes.iter().filter(of).map(|counted| counted.count).sum();
            if count > 0 {
                let words = cx.with(severity_key(severity), &[("count", count.into())]);
                severities.push((Some(severity), words));
            }
        }
        if let Some(severity) = segmented(ui, chosen.severity, &severities) {
            cx.push(Action::Findings(FindingsAction::Severity(severity)));
        }
        ui.add_space(12.0);
        ui.spacing_mut().combo_width = 260.0;
        let mut all = vec![(None, cx.t("findings-all-codes"))];
        for counted in codes.iter() {
            if chosen
                .severity
                .is_none_or(|wanted| wanted == counted.code.severity)
            {
                let count = grouped(crate::analysis::stats::count(counted.count));
                let words = format!("{} · {count}", counted.code.code);
                all.push((Some(counted.code.code), words));
            }
        }
        if let Some(code) = choice(ui, &cx.t("findings-code"), chosen.code, &all) {
            cx.push(Action::Findings(FindingsAction::Code(code)));
        }
    });
}

/// Message key of so many findings of a severity.
fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "findings-errors",
        Severity::Warning => "findings-warnings",
        Severity::Note => "findings-notes",
    }
}
