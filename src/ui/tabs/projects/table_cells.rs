//! What stands in the cells of the table of projects.

use crate::{
    analysis::projects::{Column, FACETS, NOT_STATED, Row, marks},
    dataset::schema::{self, Project},
    i18n::grouped,
    ui::{
        Cx,
        theme::size,
        widgets::{ColumnSpec, ROW_HEIGHT},
        wording,
    },
};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Label, Rect, RichText, Sense, TextFormat, Ui, Vec2,
    text::LayoutJob,
};

/// A cell. `needles` is what is searched for: it is marked in names.
pub(super) fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    spec: &ColumnSpec<Column>,
    (project, data): (&Project, Row),
    needles: &[String],
) {
    match spec.column {
        Column::Sector => return sector_ui(ui, cx, project),
        Column::Name if !needles.is_empty() => return name_ui(ui, cx, project, needles),
        _ => {}
    }
    let text = cell_text(cx, spec.column, project, data);
    let missing = text.is_empty();
    let left_out = cx
        .state
        .dataset
        .projects
        .left_out
        .get(data.project)
        .copied()
        .flatten()
        .is_some();
    let fades = missing || spec.column == Column::Amount && left_out;
    let color = if fades {
        cx.tokens.muted
    } else {
        cx.tokens.text
    };
    let text = if missing { "–".to_owned() } else { text };
    ui.with_layout(spec.layout(), |ui| {
        let label = Label::new(RichText::new(text).size(size::TABLE).color(color))
            .selectable(false)
            .truncate();
        ui.add(label);
    });
}

pub(super) fn cell_text(cx: &Cx<'_>, column: Column, project: &Project, data: Row) -> String {
    let catalog = cx.catalog();
    let table = &cx.state.dataset.projects;
    let year = |years: &[Option<i32>]| {
        years
            .get(data.project)
            .copied()
            .flatten()
            .map(|year| year.to_string())
    };
    match column {
        Column::Name => cx.text(&project.name).to_owned(),
        Column::Sector => {
            let sector = catalog.sector(&project.sector);
            let name = sector.map_or("", |sector| cx.text(&sector.name));
            name.to_owned()
        }
        Column::Status => {
            let latest = project
                .status
                .last()
                .and_then(|entry| catalog.status(&entry.status));
            latest
                .map(|status| cx.text(&status.name).to_owned())
                .unwrap_or_default()
        }
        Column::Region => {
            let names = project.regions.iter().filter_map(|id| catalog.region(id));
            names
                .map(|region| cx.text(&region.name))
                .collect::<Vec<_>>()
                .join(", ")
        }
        Column::Party => partner_names(cx, project),
        Column::Host
        | Column::Lender
        | Column::Contractor
        | Column::Instrument
        | Column::Programme => facet_names(cx, column, data),
        Column::Year => year(&table.announced).unwrap_or_default(),
        Column::Started => year(&table.started).unwrap_or_default(),
        Column::Completed => year(&table.completed).unwrap_or_default(),
        Column::Amount => {
            let stage = cx.state.view.projects.chart.stage;
            let amount = table.amount(data.project, stage);
            amount.map_or_else(String::new, |amount| grouped(amount.money_m))
        }
        Column::Sources => project.sources.len().to_string(),
    }
}

/// The names of a project's values of the facet that the column shows.
fn facet_names(cx: &Cx<'_>, column: Column, data: Row) -> String {
    let position = FACETS.iter().position(|own| Some(own.id) == column.facet());
    let facet = position.and_then(|at| cx.state.dataset.projects.facets.get(at));
    let Some(facet) = facet else {
        return String::new();
    };
    let values = facet.of(data.project).iter();
    let values = values.filter_map(|value| facet.values.get(*value as usize));
    let stated = values.filter(|value| value.id != NOT_STATED);
    let names: Vec<String> = stated
        .map(|value| wording::label(cx, &value.label))
        .collect();
    names.join(", ")
}

/// A name in which what is searched for is marked.
fn name_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project, needles: &[String]) {
    let name = cx.text(&project.name);
    let plain = TextFormat::simple(FontId::proportional(size::TABLE), cx.tokens.text);
    let marked = TextFormat {
        background: cx.tokens.warning.gamma_multiply(0.3),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    let mut from = 0;
    for mark in marks(name, needles) {
        job.append(
            name.get(from..mark.start).unwrap_or_default(),
            0.0,
            plain.clone(),
        );
        job.append(
            name.get(mark.clone()).unwrap_or_default(),
            0.0,
            marked.clone(),
        );
        from = mark.end;
    }
    job.append(name.get(from..).unwrap_or_default(), 0.0, plain);
    ui.add(Label::new(job).selectable(false).truncate());
}

pub(super) fn partner_names(cx: &Cx<'_>, project: &Project) -> String {
    let partner = cx.catalog().partner();
    let organisations = project
        .parties
        .iter()
        .filter(|party| party.role != schema::Role::Other);
    let mut names: Vec<&str> = organisations
        .filter_map(|party| cx.catalog().organisation(&party.organisation))
        .filter(|organisation| organisation.country.as_deref() == Some(partner))
        .map(|organisation| cx.text(&organisation.name))
        .collect();
    names.dedup();
    names.join(", ")
}

fn sector_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let sector = cx.catalog().sector(&project.sector);
    let group = sector.and_then(|sector| cx.catalog().sector_group(&sector.group));
    let color: Color32 = cx.tokens.slot(group.map(|group| group.slot));
    let (rect, _) = ui.allocate_exact_size(Vec2::new(8.0, ROW_HEIGHT), Sense::hover());
    let square = Align2::LEFT_CENTER.align_size_within_rect(Vec2::splat(8.0), rect);
    ui.painter().rect_filled(
        Rect::from_min_size(square.min, Vec2::splat(8.0)),
        CornerRadius::same(2),
        color,
    );
    let name = sector.map_or("", |sector| cx.text(&sector.name));
    let text = RichText::new(name)
        .font(FontId::proportional(size::TABLE))
        .color(cx.tokens.text);
    ui.add(Label::new(text).selectable(false).truncate());
}
