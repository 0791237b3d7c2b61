//! The table of projects: sortable, only visible rows are laid out, arrows move the selection.

use crate::{
    analysis::projects::{Column, Row, SortKey},
    app::{Action, action::ProjectsAction},
    dataset::schema::{self, Project},
    i18n::grouped,
    ui::{
        Cx,
        theme::size,
        widgets::{
            ColumnSpec, ROW_HEIGHT, card, head_ui, moved_by_keys, plain_click, shown_columns, table,
        },
    },
};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Label, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
};
use egui_extras::TableRow;

const COLUMNS: &[ColumnSpec<Column>] = &[
    ColumnSpec {
        column: Column::Name,
        name: "column-name",
        width: 0.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: Column::Sector,
        name: "column-sector",
        width: 134.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: Column::Status,
        name: "column-status",
        width: 118.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: Column::Region,
        name: "column-region",
        width: 150.0,
        right: false,
        from: 1000.0,
    },
    ColumnSpec {
        column: Column::Party,
        name: "column-party",
        width: 190.0,
        right: false,
        from: 860.0,
    },
    ColumnSpec {
        column: Column::Year,
        name: "column-year",
        width: 48.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: Column::Completed,
        name: "column-completed",
        width: 82.0,
        right: true,
        from: 860.0,
    },
    ColumnSpec {
        column: Column::Amount,
        name: "column-amount",
        width: 76.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: Column::Sources,
        name: "column-sources",
        width: 36.0,
        right: true,
        from: 0.0,
    },
];

/// The card with the table.
pub(super) fn table_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(rows) = cx.state.derived.projects.rows.get() else {
        return;
    };
    let keyboard = keyboard(ui, cx, rows);
    let SortKey { column, descending } = cx.state.view.projects.sort;
    card(ui, |ui| {
        let shown = shown_columns(COLUMNS, ui.available_width());
        table(ui, cx, shown.iter().map(|spec| spec.width), keyboard)
            .header(22.0, |mut header| {
                for spec in &shown {
                    header.col(|ui| {
                        let sorted = (column == spec.column).then_some(descending);
                        if head_ui(ui, cx, spec, sorted, None).clicked() {
                            cx.push(Action::Projects(ProjectsAction::Sort(spec.column)));
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(ROW_HEIGHT, rows.len(), |row| {
                    if let Some(data) = rows.get(row.index()) {
                        row_ui(row, cx, &shown, rows, *data);
                    }
                });
            });
    });
}

/// Keys move the selection.
fn keyboard(ui: &Ui, cx: &Cx<'_>, rows: &[Row]) -> Option<usize> {
    let projects = &cx.catalog().data().projects;
    let id_of = |row: &Row| projects.get(row.project).map(|project| project.id.as_str());
    let selected = cx.state.view.projects.selected.as_deref();
    let current = || {
        rows.iter()
            .position(|row| selected.is_some() && id_of(row) == selected)
    };
    let wanted = moved_by_keys(ui, current(), rows.len())?;
    let id = rows.get(wanted).and_then(id_of)?.to_owned();
    cx.push(Action::Projects(ProjectsAction::Select(Some(id))));
    Some(wanted)
}

fn row_ui(
    mut row: TableRow<'_, '_>,
    cx: &Cx<'_>,
    columns: &[&ColumnSpec<Column>],
    rows: &[Row],
    data: Row,
) {
    let Some(project) = cx.catalog().data().projects.get(data.project) else {
        return;
    };
    let selected = cx.state.view.projects.selected.as_deref() == Some(project.id.as_str());
    row.set_selected(selected || cx.state.marked.contains(&project.id));
    let at = row.index();
    for column in columns {
        row.col(|ui| cell_ui(ui, cx, column, project, data));
    }
    let response = row.response();
    response
        .widget_info(|| WidgetInfo::selected(Role::Row, true, selected, cx.text(&project.name)));
    let id_at = |at: usize| {
        let project = cx.catalog().data().projects.get(rows.get(at)?.project)?;
        Some(project.id.clone())
    };
    let anchor = || {
        let selected = cx.state.view.projects.selected.as_deref()?;
        let project = cx.catalog().project_index(selected)?;
        rows.iter().position(|row| row.project == project)
    };
    let modifiers = response.ctx.input(|input| input.modifiers);
    if response.clicked() && plain_click(cx, modifiers, at, anchor(), id_at) {
        let id = (!selected).then(|| project.id.clone());
        cx.push(Action::Projects(ProjectsAction::Select(id)));
    }
}

fn cell_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec<Column>, project: &Project, data: Row) {
    if spec.column == Column::Sector {
        sector_ui(ui, cx, project);
        return;
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

fn cell_text(cx: &Cx<'_>, column: Column, project: &Project, data: Row) -> String {
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
        Column::Sector => String::new(),
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
        Column::Year => year(&table.announced).unwrap_or_default(),
        Column::Completed => year(&table.completed).unwrap_or_default(),
        Column::Amount => data.amount_m.map(grouped).unwrap_or_default(),
        Column::Sources => project.sources.len().to_string(),
    }
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
