//! The table of sources: sortable, only visible rows are laid out, arrows move the selection.

use crate::{
    analysis::{
        sources::{SourceColumn, SourceList, SourceSort, SourceUse},
        stats,
    },
    app::{Action, action::SourcesAction},
    dataset::schema::Source,
    i18n::{grouped, short_date},
    ui::{
        Cx,
        theme::size,
        widgets::{
            ColumnSpec, ROW_HEIGHT, head_ui, moved_by_keys, plain_click, shown_columns, table,
        },
        wording,
    },
};
use eframe::egui::{Label, RichText, Role, Ui, WidgetInfo};
use egui_extras::TableRow;

const COLUMNS: &[ColumnSpec<SourceColumn>] = &[
    ColumnSpec {
        column: SourceColumn::Title,
        name: "column-title",
        width: 0.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: SourceColumn::Publisher,
        name: "column-publisher",
        width: 140.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: SourceColumn::Date,
        name: "column-date",
        width: 84.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: SourceColumn::Kind,
        name: "column-kind",
        width: 74.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: SourceColumn::Records,
        name: "column-records",
        width: 64.0,
        right: true,
        from: 760.0,
    },
    ColumnSpec {
        column: SourceColumn::Conflicts,
        name: "column-conflicts",
        width: 74.0,
        right: true,
        from: 760.0,
    },
    ColumnSpec {
        column: SourceColumn::Figures,
        name: "column-figures",
        width: 64.0,
        right: true,
        from: 0.0,
    },
];

/// The table.
pub(super) fn table_ui(ui: &mut Ui, cx: &Cx<'_>, list: &SourceList) {
    let Some(index) = cx.state.derived.sources.uses.get() else {
        return;
    };
    let keyboard = keyboard(ui, cx, list);
    let SourceSort { column, descending } = cx.state.view.sources.sort;
    let room = ui.available_width();
    let shown = shown_columns(COLUMNS, room);
    // Names of publishers take a fifth of the room.
    let widths = shown.iter().map(|spec| match spec.column {
        SourceColumn::Publisher => spec.width.max(room / 5.0),
        _ => spec.width,
    });
    table(ui, cx, widths, keyboard)
        .header(22.0, |mut header| {
            for spec in &shown {
                header.col(|ui| {
                    let sorted = (column == spec.column).then_some(descending);
                    if head_ui(ui, cx, spec, sorted, None).clicked() {
                        cx.push(Action::Sources(SourcesAction::Sort(spec.column)));
                    }
                });
            }
        })
        .body(|body| {
            body.rows(ROW_HEIGHT, list.rows.len(), |row| {
                let position = list.rows.get(row.index()).copied();
                let source = position.and_then(|at| cx.catalog().data().sources.get(at));
                let used = position.and_then(|at| index.get(at));
                if let (Some(source), Some(used)) = (source, used) {
                    row_ui(row, cx, &shown, (&list.rows, source), used);
                }
            });
        });
}

/// Keys move the selection.
fn keyboard(ui: &Ui, cx: &Cx<'_>, list: &SourceList) -> Option<usize> {
    let selected = cx.state.view.sources.selected.as_deref();
    let selected = selected.and_then(|id| cx.catalog().source_index(id));
    let current = || selected.and_then(|at| list.rows.iter().position(|row| *row == at));
    let at = moved_by_keys(ui, current, list.rows.len())?;
    let source = cx.catalog().data().sources.get(*list.rows.get(at)?)?;
    let id = source.id.clone();
    cx.push(Action::Sources(SourcesAction::Select(Some(id))));
    Some(at)
}

fn row_ui(
    mut row: TableRow<'_, '_>,
    cx: &Cx<'_>,
    columns: &[&ColumnSpec<SourceColumn>],
    (rows, source): (&[usize], &Source),
    used: &SourceUse,
) {
    let selected = cx.state.view.sources.selected.as_deref() == Some(source.id.as_str());
    row.set_selected(selected || cx.state.marked.contains(&source.id));
    let at = row.index();
    for spec in columns {
        row.col(|ui| cell_ui(ui, cx, spec, source, used));
    }
    let response = row.response();
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &source.title));
    let id_at = |at: usize| {
        let source = cx.catalog().data().sources.get(*rows.get(at)?)?;
        Some(source.id.clone())
    };
    let anchor = || {
        let selected = cx.state.view.sources.selected.as_deref()?;
        let source = cx.catalog().source_index(selected)?;
        rows.iter().position(|row| *row == source)
    };
    let modifiers = response.ctx.input(|input| input.modifiers);
    if response.clicked() && plain_click(cx, modifiers, at, anchor(), id_at) {
        let id = (!selected).then(|| source.id.clone());
        cx.push(Action::Sources(SourcesAction::Select(id)));
    }
}

fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    spec: &ColumnSpec<SourceColumn>,
    source: &Source,
    used: &SourceUse,
) {
    let number = |n: usize| (n > 0).then(|| grouped(stats::count(n)));
    let text = match spec.column {
        SourceColumn::Title => Some(source.title.clone()),
        SourceColumn::Publisher => source.publisher.clone(),
        SourceColumn::Date => source.date.map(short_date),
        SourceColumn::Kind => Some(cx.t(wording::source_kind(source.kind))),
        SourceColumn::Figures => number(used.figures),
        SourceColumn::Records => number(used.citations.len()),
        SourceColumn::Conflicts => number(used.conflicts),
    };
    let conflict = spec.column == SourceColumn::Conflicts && text.is_some();
    let color = match (&text, conflict) {
        (None, _) => cx.tokens.muted,
        (_, true) => cx.tokens.warning,
        _ => cx.tokens.text,
    };
    let text = text.unwrap_or_else(|| "–".to_owned());
    ui.with_layout(spec.layout(), |ui| {
        let text = RichText::new(text).size(size::TABLE).color(color);
        ui.add(Label::new(text).selectable(false).truncate());
    });
}
