//! The panel at the right: the selected claim, event or statement about the list, or what the dataset holds.

use super::record;
use crate::{
    app::{
        Action, Tab,
        action::OverviewAction,
        browse::{BrowseAction, Purpose},
        state::Dialog,
        view::OverviewRecord,
    },
    dataset::read::Origin,
    i18n::grouped,
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, quiet_button, section},
    },
};
use eframe::egui::{Align, Layout, RichText, Ui};

/// The sections that are counted: name, message key, and the tab that explains it.
const SECTIONS: &[(&str, &str, Option<Tab>)] = &[
    ("projects", "section-projects", Some(Tab::Projects)),
    ("figures", "section-figures", Some(Tab::Projects)),
    (
        "organisations",
        "section-organisations",
        Some(Tab::Projects),
    ),
    ("programme_states", "section-programme_states", None),
    ("series", "section-series", Some(Tab::Trade)),
    ("series_values", "section-series_values", Some(Tab::Trade)),
    ("products", "section-products", Some(Tab::Trade)),
    ("countries", "section-countries", Some(Tab::Trade)),
    ("routes", "section-routes", Some(Tab::Transit)),
    ("observations", "section-observations", Some(Tab::Transit)),
    ("nodes", "section-nodes", Some(Tab::Transit)),
    ("borders", "section-borders", Some(Tab::Transit)),
    ("factors", "section-factors", Some(Tab::Transit)),
    ("claims", "section-claims", None),
    ("events", "section-events", None),
    ("sources", "section-sources", Some(Tab::Sources)),
];

/// The panel.
pub(in crate::ui::tabs) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(overview) = cx.state.derived.overview.overview.get() else {
        return;
    };
    let catalog = cx.catalog();
    match &cx.state.view.overview.selected {
        Some(OverviewRecord::Claim(id)) => {
            if let Some((at, claim)) = catalog.claim_index(id).zip(catalog.claim(id)) {
                close_ui(ui, cx, &cx.t("inspect-claim"));
                let check = overview.claims.iter().find(|check| check.claim == at);
                return record::claim_ui(ui, cx, claim, check);
            }
        }
        Some(OverviewRecord::Event(id)) => {
            if let Some(event) = catalog.data().events.iter().find(|event| event.id == *id) {
                close_ui(ui, cx, &cx.t("inspect-event"));
                return record::event_ui(ui, cx, event);
            }
        }
        Some(OverviewRecord::ListState(id, at)) => {
            let programme = catalog.programme(id);
            if let Some(state) = programme.and_then(|programme| programme.states.get(*at)) {
                close_ui(ui, cx, &cx.t("inspect-state"));
                return record::state_ui(ui, cx, state);
            }
        }
        None => {}
    }
    holds_ui(ui, cx);
}

fn close_ui(ui: &mut Ui, cx: &Cx<'_>, what: &str) {
    ui.horizontal(|ui| {
        muted(ui, what);
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            if quiet_button(ui, "×", &cx.t("close-selection")).clicked() {
                cx.push(Action::Overview(OverviewAction::Select(None)));
            }
        });
    });
}

/// Nothing is selected: what the dataset holds, each count a way to its tab.
fn holds_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (Some(overview), Some(meta)) = (
        cx.state.derived.overview.overview.get(),
        cx.catalog().meta(),
    ) else {
        return;
    };
    ui.label(strong(cx.t("inspect-holds"), size::TITLE));
    muted(ui, &cx.t("inspect-select"));
    ui.add_space(4.0);
    ui.label(cx.text(&meta.description));
    others_ui(ui, cx);
    ui.add_space(6.0);
    for (section, key, tab) in SECTIONS {
        let count = overview.count(section);
        if count == 0 {
            continue;
        }
        ui.horizontal(|ui| {
            let name = RichText::new(cx.t(key)).size(size::TABLE);
            match tab {
                Some(tab) => {
                    if ui.link(name).clicked() {
                        cx.push(Action::ShowTab(*tab));
                    }
                }
                None => {
                    ui.label(name);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let count = grouped(crate::analysis::stats::count(count));
                ui.label(RichText::new(count).size(size::TABLE));
            });
        });
    }
    if let Some(licence) = &meta.licence {
        ui.add_space(6.0);
        muted(ui, licence);
    }
}

/// Datasets shown of those opened lately.
const RECENT: usize = 4;

/// The way to what the check found, and to other datasets.
fn others_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let state = cx.state;
    section(ui, &cx.t("start-title"), "");
    muted(ui, &cx.t("start-words"));
    let findings = state.dataset.report.findings().len();
    if findings > 0 {
        let words = cx.with("start-findings", &[("count", findings.into())]);
        if ui.link(RichText::new(words).size(size::TABLE)).clicked() {
            cx.push(Action::ShowDialog(Some(Dialog::Findings)));
        }
    }
    ui.horizontal(|ui| {
        if ui
            .button(cx.t("command-open"))
            .on_hover_text(cx.t("command-open-tip"))
            .clicked()
        {
            cx.push(Action::Browse(BrowseAction::Open(Purpose::Dataset)));
        }
        if state.dataset.origin != Origin::Embedded && ui.button(cx.t("browse-built-in")).clicked()
        {
            cx.push(Action::LoadBuiltIn);
        }
    });
    for path in state.settings.recent.iter().take(RECENT) {
        let open = matches!(&state.dataset.origin, Origin::Path(own) if own == path);
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy();
        if !open {
            let link = ui.link(RichText::new(name).size(size::TABLE));
            if link.on_hover_text(path.display().to_string()).clicked() {
                cx.push(Action::Load(path.clone()));
            }
        }
    }
}
