//! The table of projects: sortable by several keys, in groups, only visible rows are laid out, arrows move the selection.

use super::{
    notices::mixed,
    table_cells::cell_ui,
    table_columns::{columns, layout_ui},
    table_lines::{self, Line, Lines},
    table_widths,
};
use crate::{
    analysis::projects::{Column, Row, needles},
    app::{Action, action::ProjectsAction},
    i18n::money_m,
    ui::{
        Cx,
        theme::size,
        widgets::{
            BAR_HEIGHT, ColumnSpec, ROW_HEIGHT, Rolling, card, head_ui, moved_by_keys, plain_click,
            table,
        },
    },
};
use eframe::egui::{Align, Id, Label, Layout, RichText, Role, Ui, Vec2, WidgetInfo, vec2};
use egui_extras::TableRow;
use std::ops::Range;

const HEAD_HEIGHT: f32 = 22.0;
/// Height of the rows in which the table still scrolls by itself.
const LEAST_ROWS: f32 = 3.0 * ROW_HEIGHT;

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
        let room = ui.available_width() - ui.spacing().scroll.allocated_width();
        let widths = table_widths::widths(cx, &shown, room);
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                layout_ui(ui, cx, &shown, &widths);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    totals_ui(ui, cx);
                });
            });
        });
        let frozen = cx.state.view.projects.table.frozen;
        let rolling = Rolling::new(ui, Id::unique("project-rolling"), widths, frozen, room);
        let bar = if rolling.rolls() {
            BAR_HEIGHT + ui.spacing().item_spacing.y
        } else {
            0.0
        };
        // A window can be lower than what stands above.
        let size = (ui.available_size() - vec2(0.0, bar)).max(Vec2::ZERO);
        let drawn = ui.allocate_ui(size, |ui| {
            rows_ui(ui, cx, (&shown, &rolling), &lines, scroll_to)
        });
        let rows = drawn
            .response
            .rect
            .with_max_x(drawn.response.rect.left() + room);
        rolling.edge_ui(ui, cx, rows);
        let heads = rows.with_max_y(rows.top() + HEAD_HEIGHT);
        let seen = (&lines, drawn.inner);
        table_widths::handles_ui(ui, cx, (&shown, &rolling), heads, seen);
        rolling.bar_ui(ui, cx, rows);
    });
}

/// The rows; returns which lines are on screen.
fn rows_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (shown, rolling): (&[&'static ColumnSpec<Column>], &Rolling),
    lines: &Lines<'_>,
    scroll_to: Option<usize>,
) -> Range<usize> {
    let needles = needles(&cx.state.view.projects.filter.text);
    let mut seen: Option<Range<usize>> = None;
    table(ui, cx, rolling.table_widths(), scroll_to)
        // Else a low table would push the bar below it out of sight.
        .min_scrolled_height(LEAST_ROWS)
        .header(HEAD_HEIGHT, |mut header| {
            rolling.row(&mut header, |ui, at| {
                if let Some(spec) = shown.get(at)
                    && column_head_ui(ui, cx, spec)
                {
                    rolling.show(ui, at);
                }
            });
        })
        .body(|body| {
            body.rows(ROW_HEIGHT, lines.len(), |row| {
                let at = row.index();
                let from = seen.as_ref().map_or(at, |seen| seen.start);
                seen = Some(from..at + 1);
                match lines.at(at) {
                    Some(Line::Row(data)) => {
                        row_ui(row, cx, (shown, rolling), lines, data, &needles);
                    }
                    Some(Line::Head(group, open)) => {
                        table_lines::head_ui(row, cx, (shown, rolling), group, open);
                    }
                    None => {}
                }
            });
        });
    seen.unwrap_or_default()
}

/// A head that sorts; with Shift behind the orders there are. Returns whether the keyboard came to it.
fn column_head_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec<Column>) -> bool {
    let order = cx.state.view.projects.order();
    let at = order.iter().position(|key| key.column == spec.column);
    let sorted = at.and_then(|at| order.get(at)).map(|key| key.descending);
    let rank = at.filter(|_| order.len() > 1).map(|at| at + 1);
    let tip = rank.map(|rank| cx.with("sort-rank", &[("rank", rank.into())]));
    let tip = tip.unwrap_or_else(|| cx.t("sort-then"));
    let response = head_ui(ui, cx, spec, sorted, Some(tip));
    if response.clicked() {
        let action = if ui.input(|input| input.modifiers.shift) {
            ProjectsAction::SortThen(spec.column)
        } else {
            ProjectsAction::Sort(spec.column)
        };
        cx.push(Action::Projects(action));
    }
    response.gained_focus()
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
    (columns, rolling): (&[&ColumnSpec<Column>], &Rolling),
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
    rolling.row(&mut row, |ui, at| {
        if let Some(column) = columns.get(at) {
            cell_ui(ui, cx, column, (project, data), needles);
        }
    });
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
