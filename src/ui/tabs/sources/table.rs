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
        theme::{semibold, size},
        wording,
    },
};
use eframe::egui::{Align, Key, Label, Layout, RichText, Role, Sense, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder, TableRow};

const ROW: f32 = 25.0;

/// A column as the table shows it.
struct ColumnSpec {
    column: SourceColumn,
    name: &'static str,
    width: f32,
    right: bool,
    /// Least width of the table at which it is shown.
    from: f32,
}

const COLUMNS: &[ColumnSpec] = &[
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
    let room = ui.available_width();
    let shown: Vec<&ColumnSpec> = COLUMNS
        .iter()
        .filter(|column| room >= column.from)
        .collect();
    ui.spacing_mut().item_spacing.x = 10.0;
    ui.visuals_mut().selection.stroke.color = cx.tokens.text;
    let mut table = TableBuilder::new(ui)
        .sense(Sense::click())
        .auto_shrink([false, false])
        .cell_layout(Layout::left_to_right(Align::Center));
    for column in &shown {
        let width = if column.width == 0.0 {
            Width::remainder().clip(true)
        } else if column.column == SourceColumn::Publisher {
            // Names of publishers take a fifth of the room.
            Width::exact((room / 5.0).max(column.width)).clip(true)
        } else {
            Width::exact(column.width).clip(true)
        };
        table = table.column(width);
    }
    if let Some(row) = keyboard {
        table = table.scroll_to_row(row, None);
    }
    table
        .header(22.0, |mut header| {
            for column in &shown {
                header.col(|ui| head_ui(ui, cx, column));
            }
        })
        .body(|body| {
            body.rows(ROW, list.rows.len(), |row| {
                let position = list.rows.get(row.index()).copied();
                let source = position.and_then(|at| cx.catalog().data().sources.get(at));
                let used = position.and_then(|at| index.get(at));
                if let (Some(source), Some(used)) = (source, used) {
                    row_ui(row, cx, &shown, source, used);
                }
            });
        });
}

/// Up, down, Home and End move the selection when no field has the focus.
fn keyboard(ui: &Ui, cx: &Cx<'_>, list: &SourceList) -> Option<usize> {
    let bottom = list.rows.len().checked_sub(1)?;
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let wanted = ui.input(|input| {
        let press = |key| input.key_pressed(key);
        let keys = [
            Key::Home,
            Key::End,
            Key::ArrowDown,
            Key::ArrowUp,
            Key::PageDown,
            Key::PageUp,
        ];
        let key = keys.into_iter().find(|key| press(*key))?;
        let selected = cx.state.view.sources.selected.as_deref();
        let selected = selected.and_then(|id| cx.catalog().source_index(id));
        let current = selected.and_then(|at| list.rows.iter().position(|row| *row == at));
        match (key, current) {
            (Key::Home, _) | (Key::ArrowDown, None) => Some(0),
            (Key::End, _) => Some(bottom),
            (Key::ArrowDown, Some(at)) => Some((at + 1).min(bottom)),
            (Key::ArrowUp, Some(at)) => Some(at.saturating_sub(1)),
            (Key::PageDown, Some(at)) => Some((at + 10).min(bottom)),
            (Key::PageUp, Some(at)) => Some(at.saturating_sub(10)),
            _ => None,
        }
    })?;
    let at = list.rows.get(wanted)?;
    let source = cx.catalog().data().sources.get(*at)?;
    cx.push(Action::Sources(SourcesAction::Select(Some(
        source.id.clone(),
    ))));
    Some(wanted)
}

fn layout(spec: &ColumnSpec) -> Layout {
    if spec.right {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    }
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec) {
    let SourceSort { column, descending } = cx.state.view.sources.sort;
    let name = cx.t(spec.name);
    let sorted = column == spec.column;
    let arrow = match (sorted, descending) {
        (false, _) => "",
        (true, true) => " ↓",
        (true, false) => " ↑",
    };
    ui.with_layout(layout(spec), |ui| {
        let color = if sorted {
            cx.tokens.text
        } else {
            cx.tokens.muted
        };
        let text = RichText::new(format!("{name}{arrow}"))
            .font(semibold(size::SMALL))
            .color(color);
        let response = ui.add(
            Label::new(text)
                .sense(Sense::click())
                .selectable(false)
                .truncate(),
        );
        let label = cx.with("sort-by", &[("column", (&name).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if response.on_hover_text(label.clone()).clicked() {
            cx.push(Action::Sources(SourcesAction::Sort(spec.column)));
        }
    });
}

fn row_ui(
    mut row: TableRow<'_, '_>,
    cx: &Cx<'_>,
    columns: &[&ColumnSpec],
    source: &Source,
    used: &SourceUse,
) {
    let selected = cx.state.view.sources.selected.as_deref() == Some(source.id.as_str());
    row.set_selected(selected);
    for spec in columns {
        row.col(|ui| cell_ui(ui, cx, spec, source, used));
    }
    let response = row.response();
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &source.title));
    if response.clicked() {
        let id = (!selected).then(|| source.id.clone());
        cx.push(Action::Sources(SourcesAction::Select(id)));
    }
}

fn cell_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec, source: &Source, used: &SourceUse) {
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
    ui.with_layout(layout(spec), |ui| {
        let text = RichText::new(text).size(size::TABLE).color(color);
        ui.add(Label::new(text).selectable(false).truncate());
    });
}
