//! How wide the columns of the table of projects are: as made, as chosen, or as their content needs.

use super::{
    table_cells::cell_text,
    table_lines::{Line, Lines},
};
use crate::{
    analysis::projects::{Column, Row},
    app::{Action, action::ProjectsAction},
    dataset::schema::Project,
    ui::{
        Cx,
        theme::{semibold, size},
        widgets::{ColumnSpec, GAP, Rolling, head_name, whole},
    },
};
use eframe::egui::{Color32, FontId, Id, Rect, Ui};
use std::{collections::BTreeMap, ops::Range};

/// Least width of the names, unless a person makes them narrower.
const NAME_WIDTH: f32 = 220.0;
/// Least width of the names while the columns are those that have room.
const NAME_FITTING: f32 = 120.0;
/// The square before a sector and the room behind it.
const SWATCH: f32 = 8.0 + GAP;

/// Where it stands that all widths shall be those of the content, until the rows are known.
fn fit_id() -> Id {
    Id::unique("project-widths")
}

/// The widths of the columns in a table of this room.
pub(super) fn widths(cx: &Cx<'_>, shown: &[&ColumnSpec<Column>], room: f32) -> Vec<f32> {
    let chosen = &cx.state.settings.table_widths;
    let own = |spec: &&ColumnSpec<Column>| {
        let own = chosen.get(&spec.column).map(|width| f32::from(*width));
        own.map_or(spec.width, |width| f32::from(whole(width)))
    };
    let mut widths: Vec<f32> = shown.iter().map(own).collect();
    let taken: f32 = widths.iter().map(|width| width + GAP).sum();
    let least = if cx.state.view.projects.table.columns.is_empty() {
        NAME_FITTING
    } else {
        NAME_WIDTH
    };
    for width in widths.iter_mut().filter(|width| **width == 0.0) {
        *width = (room - taken + GAP).max(least);
    }
    widths
}

/// Asks for widths by content.
pub(super) fn fit_all(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(fit_id(), true));
}

/// What makes columns wider or narrower; `seen` are the lines on screen, whose content counts.
pub(super) fn handles_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (shown, rolling): (&[&ColumnSpec<Column>], &Rolling),
    heads: Rect,
    (lines, seen): (&Lines<'_>, Range<usize>),
) {
    let name = |at: usize| {
        shown
            .get(at)
            .map_or_else(String::new, |spec| head_name(cx, spec))
    };
    let mut widths = cx.state.settings.table_widths.clone();
    let content = |spec: &ColumnSpec<Column>| content_width(ui, cx, spec, lines, seen.clone());
    let mut fitted = BTreeMap::new();
    if ui.data_mut(|data| data.remove_temp::<bool>(fit_id())) == Some(true) {
        fitted.extend(shown.iter().map(|spec| (spec.column, content(spec))));
    }
    if let Some((at, width)) = rolling.handles_ui(ui, cx, heads, name)
        && let Some(spec) = shown.get(at)
    {
        if width.is_some() {
            // While a column is dragged the others stay: else the name would give or take what the column gets,
            // and the end under the pointer would not follow it.
            let all = shown.iter().zip(rolling.widths());
            let own =
                all.filter(|(spec, _)| spec.width == 0.0 && !widths.contains_key(&spec.column));
            fitted.extend(own.map(|(spec, width)| (spec.column, whole(*width))));
        }
        let width = width.unwrap_or_else(|| content_width(ui, cx, spec, lines, seen));
        fitted.insert(spec.column, width);
    }
    if !fitted.is_empty() {
        widths.extend(fitted);
        cx.push(Action::Projects(ProjectsAction::Widths(widths)));
    }
}

/// The width that the head and the lines on screen need.
fn content_width(
    ui: &Ui,
    cx: &Cx<'_>,
    spec: &ColumnSpec<Column>,
    lines: &Lines<'_>,
    seen: Range<usize>,
) -> u16 {
    let width = |text: String, font: FontId| {
        let galley = ui.painter().layout_no_wrap(text, font, Color32::BLACK);
        galley.size().x
    };
    // With room for the sign of an order.
    let head = width(format!("{} ↓", head_name(cx, spec)), semibold(size::SMALL));
    let before = if spec.column == Column::Sector {
        SWATCH
    } else {
        0.0
    };
    let rows = seen.filter_map(|at| match lines.at(at)? {
        Line::Row(row) => Some((project(cx, row)?, row)),
        Line::Head(..) => None,
    });
    let cells = rows.map(|(project, row)| {
        let text = cell_text(cx, spec.column, project, row);
        before + width(text, FontId::proportional(size::TABLE))
    });
    whole(cells.fold(head, f32::max).ceil() + 1.0)
}

fn project<'a>(cx: &Cx<'a>, row: Row) -> Option<&'a Project> {
    cx.catalog().data().projects.get(row.project)
}
