//! The table of projects: sortable by several keys, in groups, only visible rows are laid out, arrows move the selection.

use super::{
    notices::mixed,
    table_cells::cell_ui,
    table_columns::{columns, layout_ui},
    table_lines::{self, Line, Lines},
};
use crate::{
    analysis::projects::{Column, Row, needles},
    app::{Action, action::ProjectsAction},
    i18n::money_m,
    ui::{
        Cx,
        theme::size,
        widgets::{ColumnSpec, ROW_HEIGHT, card, head_ui, moved_by_keys, plain_click, table},
    },
};
use eframe::egui::{Align, Label, Layout, RichText, Role, ScrollArea, Ui, WidgetInfo};
use egui_extras::TableRow;

/// Least width of the names when columns were chosen that need more room than there is.
const NAME_WIDTH: f32 = 220.0;

/// The card with the table.
pub(super) fn table_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let derived = &cx.state.derived.projects;
    let (Some(rows), Some(groups)) = (derived.rows.get(), derived.groups.get()) else {
        return;
    };
    let lines = Lines::new(ui, cx, rows, groups);
    let scroll_to = keyboard(ui, cx, &lines);
    card(ui, |ui| {
        let shown = columns(cx, ui.available_width());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                layout_ui(ui, cx, &shown);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    totals_ui(ui, cx);
                });
            });
        });
        let needed: f32 = shown.iter().map(|spec| spec.width.max(0.0) + 10.0).sum();
        let has_room = needed + NAME_WIDTH <= ui.available_width();
        if has_room || cx.state.view.projects.table.columns.is_empty() {
            rows_ui(ui, cx, &shown, &lines, scroll_to);
        } else {
            ScrollArea::horizontal().show(ui, |ui| {
                ui.set_width(needed + NAME_WIDTH);
                rows_ui(ui, cx, &shown, &lines, scroll_to);
            });
        }
    });
}

fn rows_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    shown: &[&'static ColumnSpec<Column>],
    lines: &Lines<'_>,
    scroll_to: Option<usize>,
) {
    let needles = needles(&cx.state.view.projects.filter.text);
    table(ui, cx, shown.iter().map(|spec| spec.width), scroll_to)
        .header(22.0, |mut header| {
            for spec in shown {
                header.col(|ui| column_head_ui(ui, cx, spec));
            }
        })
        .body(|body| {
            body.rows(ROW_HEIGHT, lines.len(), |row| match lines.at(row.index()) {
                Some(Line::Row(data)) => row_ui(row, cx, shown, lines, data, &needles),
                Some(Line::Head(group, open)) => table_lines::head_ui(row, cx, shown, group, open),
                None => {}
            });
        });
}

/// A head that sorts; with Shift behind the orders there are.
fn column_head_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec<Column>) {
    let order = cx.state.view.projects.order();
    let at = order.iter().position(|key| key.column == spec.column);
    let sorted = at.and_then(|at| order.get(at)).map(|key| key.descending);
    let rank = at.filter(|_| order.len() > 1).map(|at| at + 1);
    let tip = rank.map(|rank| cx.with("sort-rank", &[("rank", rank.into())]));
    let tip = tip.unwrap_or_else(|| cx.t("sort-then"));
    if head_ui(ui, cx, spec, sorted, Some(tip)).clicked() {
        let action = if ui.input(|input| input.modifiers.shift) {
            ProjectsAction::SortThen(spec.column)
        } else {
            ProjectsAction::Sort(spec.column)
        };
        cx.push(Action::Projects(action));
    }
}

/// What the rows add up to: the same as the chart says, with what is missing and what is mixed.
fn totals_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(bridge) = cx.state.derived.projects.a.bridge.get() else {
        return;
    };
    let money = if bridge.clean.with_money > 0 {
        money_m(bridge.clean.money_m, cx.currency())
    } else {
        "–".to_owned()
    };
    let left_out = bridge.naive.count() - bridge.clean.count();
    let values = [
        ("count", bridge.naive.count().into()),
        ("money", (&money).into()),
        ("n", bridge.clean.with_money.into()),
        ("missing", bridge.clean.without_money.into()),
        ("left_out", left_out.into()),
        ("stages", bridge.mixed_stages.len().into()),
    ];
    let words = cx.with("table-totals", &values);
    let mixed = mixed(cx, &bridge.mixed_stages).map(|(_, full)| full);
    let tip = mixed.unwrap_or_else(|| words.clone());
    let text = RichText::new(words).size(size::SMALL);
    let label = Label::new(text.color(cx.tokens.muted)).truncate();
    ui.add(label).on_hover_text(tip);
}

/// Keys move the selection from project to project.
fn keyboard(ui: &Ui, cx: &Cx<'_>, lines: &Lines<'_>) -> Option<usize> {
    let mut from = None;
    let current = || {
        from = selected(cx, lines);
        from
    };
    let mut wanted = moved_by_keys(ui, current, lines.len())?;
    // Heads are gone over, in the direction of the move.
    let down = from.is_none_or(|from| wanted >= from);
    while lines.project(wanted).is_none() {
        let next = if down {
            wanted.checked_add(1)
        } else {
            wanted.checked_sub(1)
        };
        wanted = next.filter(|next| *next < lines.len())?;
    }
    let project = cx.catalog().data().projects.get(lines.project(wanted)?)?;
    let id = project.id.clone();
    cx.push(Action::Projects(ProjectsAction::Select(Some(id))));
    Some(wanted)
}

/// The line of the selected project.
fn selected(cx: &Cx<'_>, lines: &Lines<'_>) -> Option<usize> {
    let selected = cx.state.view.projects.selected.as_deref()?;
    lines.position(cx.catalog().project_index(selected)?)
}

fn row_ui(
    mut row: TableRow<'_, '_>,
    cx: &Cx<'_>,
    columns: &[&ColumnSpec<Column>],
    lines: &Lines<'_>,
    data: Row,
    needles: &[String],
) {
    let Some(project) = cx.catalog().data().projects.get(data.project) else {
        return;
    };
    let is_selected = cx.state.view.projects.selected.as_deref() == Some(project.id.as_str());
    row.set_selected(is_selected || cx.state.marked.contains(&project.id));
    let at = row.index();
    for column in columns {
        row.col(|ui| cell_ui(ui, cx, column, (project, data), needles));
    }
    let response = row.response();
    response
        .widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, cx.text(&project.name)));
    let id_at = |at: usize| {
        let project = cx.catalog().data().projects.get(lines.project(at)?)?;
        Some(project.id.clone())
    };
    let modifiers = response.ctx.input(|input| input.modifiers);
    if response.clicked() && plain_click(cx, modifiers, at, selected(cx, lines), id_at) {
        let id = (!is_selected).then(|| project.id.clone());
        cx.push(Action::Projects(ProjectsAction::Select(id)));
    }
}
