//! A project's record in the panel at the right: what `record_parts` says, drawn.

use super::{
    record_map::map_ui,
    record_parts::{Entry, Leads, PLACE, Record, Section, Tone},
};
use crate::{
    app::{
        Action,
        action::{ExportAction, OverviewAction, ProjectsAction},
        view::OverviewRecord,
    },
    dataset::schema::Project,
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{
            field, muted, quiet_button, section, source_list, sources_button, swatch, warning_note,
        },
    },
};
use eframe::egui::{RichText, Ui};

/// Words up to this length name the button of their sources; longer ones leave that to their section.
const SHORT: usize = 80;

/// The record.
pub(super) fn record_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let related = cx.state.derived.projects.related.get();
    let record = Record::of(cx, project, related.map(|related| &**related));
    head_ui(ui, cx, project, &record);
    for part in &record.sections {
        section(ui, &part.title, "");
        for entry in &part.entries {
            entry_ui(ui, cx, part, entry);
        }
        for remark in &part.remarks {
            muted(ui, remark);
        }
        if part.id == PLACE {
            map_ui(ui, cx, project);
        }
    }
    let count = [("count", project.sources.len().into())];
    section(ui, &cx.with("record-sources", &count), "");
    source_list(ui, cx, &project.sources);
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project, record: &Record<'_>) {
    let sector = cx.catalog().sector(&project.sector);
    let group = sector.and_then(|sector| cx.catalog().sector_group(&sector.group));
    ui.horizontal_wrapped(|ui| {
        swatch(ui, cx.tokens.slot(group.map(|group| group.slot)));
        muted(ui, &record.kind);
    });
    for name in &record.other_names {
        muted(ui, name);
    }
    if !record.description.is_empty() {
        ui.label(record.description);
    }
    let print = cx.t("record-print");
    if quiet_button(ui, &print, &print).clicked() {
        cx.push(Action::Export(ExportAction::OpenRecord));
    }
}

fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, part: &Section<'_>, entry: &Entry<'_>) {
    match &entry.name {
        Some(name) => field(ui, name, |ui| content_ui(ui, cx, part, entry)),
        None => content_ui(ui, cx, part, entry),
    }
}

fn content_ui(ui: &mut Ui, cx: &Cx<'_>, part: &Section<'_>, entry: &Entry<'_>) {
    let sources = |ui: &mut Ui| {
        let of = if entry.text.chars().count() > SHORT {
            &part.title
        } else {
            &entry.text
        };
        sources_button(ui, cx, of, entry.sources);
    };
    let in_one_line = entry.details.is_empty();
    if !in_one_line {
        ui.spacing_mut().item_spacing.y = 1.0;
    }
    ui.horizontal_wrapped(|ui| {
        if in_one_line {
            ui.spacing_mut().item_spacing.x = 4.0;
        }
        text_ui(ui, cx, entry);
        if let Some(mark) = &entry.mark {
            muted(ui, mark);
        }
        if in_one_line {
            sources(ui);
        }
    });
    if !in_one_line {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            muted(ui, &entry.details);
            sources(ui);
        });
    }
    for note in &entry.notes {
        muted(ui, note);
    }
}

fn text_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry<'_>) {
    if let Some(leads) = &entry.leads {
        link_ui(ui, cx, &entry.text, leads);
        return;
    }
    match entry.tone {
        Tone::Plain => _ = ui.label(RichText::new(&entry.text).size(size::BODY)),
        Tone::Strong => _ = ui.label(strong(&entry.text, size::BODY)),
        Tone::Muted => _ = muted(ui, &entry.text),
        Tone::Warning => _ = warning_note(ui, &entry.text),
    }
}

fn link_ui(ui: &mut Ui, cx: &Cx<'_>, text: &str, leads: &Leads<'_>) {
    let link = ui.link(text);
    match leads {
        Leads::Party(facet, organisation) => {
            let tip = cx.with("record-party-tip", &[("name", text.into())]);
            if link.on_hover_text(tip).clicked() {
                cx.push(Action::Projects(ProjectsAction::ToggleInclude {
                    facet: (*facet).to_owned(),
                    value: (*organisation).to_owned(),
                }));
            }
        }
        Leads::Project(id) if link.clicked() => {
            let id = Some((*id).to_owned());
            cx.push(Action::Projects(ProjectsAction::Select(id)));
        }
        Leads::Event(id) if link.clicked() => {
            let record = OverviewRecord::Event((*id).to_owned());
            cx.push(Action::Overview(OverviewAction::Show(record)));
        }
        Leads::Project(_) | Leads::Event(_) => {}
    }
}
