//! The list of columns: which are shown, in which order, how wide, and which stay while the others roll.

use super::{
    table_columns::{COLUMNS, column_name},
    table_widths::fit_all,
};
use crate::{
    analysis::projects::Column,
    app::{Action, action::ProjectsAction},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{ColumnSpec, NumberSpec, WIDTHS, muted, number, quiet_button, whole},
    },
};
use eframe::egui::{Align, Button, Checkbox, Layout, Role, Ui, Vec2, WidgetInfo};
use std::collections::BTreeMap;

/// Width of the list.
const WIDTH: f32 = 340.0;
/// Widths of what stands at the right of a name: the ways to move it, its width, whether it stays.
const MOVES: f32 = 38.0;
const NUMBER: f32 = 58.0;
const STAYS: f32 = 40.0;
/// How much more a point of dragging makes.
const SPEED: f64 = 1.0;

/// Shown columns first, in their order, with their widths.
pub(super) fn chooser_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &[&ColumnSpec<Column>], widths: &[f32]) {
    ui.set_width(WIDTH);
    let shown: Vec<Column> = shown.iter().map(|spec| spec.column).collect();
    ui.horizontal(|ui| {
        ui.label(strong(cx.t("table-columns"), size::BODY));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            cell(ui, MOVES, |_| ());
            cell(ui, NUMBER, |ui| _ = muted(ui, &cx.t("column-width-head")));
            cell(ui, STAYS, |ui| _ = muted(ui, &cx.t("column-frozen-head")));
        });
    });
    let hidden = COLUMNS.iter().map(|spec| spec.column);
    let hidden = hidden.filter(|column| !shown.contains(column));
    for column in shown.iter().copied().chain(hidden) {
        let at = shown.iter().position(|own| *own == column);
        ui.horizontal(|ui| {
            shown_ui(ui, cx, &shown, column, at);
            let Some(at) = at else {
                return;
            };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                cell(ui, MOVES, |ui| moves_ui(ui, cx, &shown, at));
                let width = widths.get(at).copied().unwrap_or_default();
                cell(ui, NUMBER, |ui| width_ui(ui, cx, column, width));
                cell(ui, STAYS, |ui| frozen_ui(ui, cx, column, at));
            });
        });
    }
    below_ui(ui, cx);
}

/// Room of a fixed width, so that what stands in rows stands below each other.
fn cell(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let size = Vec2::new(width, ui.spacing().interact_size.y);
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_width(width);
        ui.spacing_mut().item_spacing.x = 2.0;
        content(ui);
    });
}

fn set(cx: &Cx<'_>, columns: Vec<Column>) {
    cx.push(Action::Projects(ProjectsAction::Columns(columns)));
}

fn shown_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &[Column], column: Column, at: Option<usize>) {
    let mut is_shown = at.is_some();
    // The name stays: without it nobody knows what a row is.
    let can_hide = column != Column::Name;
    let name = column_name(cx, column);
    let check = ui.add_enabled_ui(can_hide, |ui| ui.checkbox(&mut is_shown, &name));
    if check.inner.changed() {
        let mut columns = shown.to_vec();
        match at {
            Some(at) => {
                columns.remove(at);
            }
            None => columns.push(column),
        }
        set(cx, columns);
    }
}

fn moves_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &[Column], at: usize) {
    let name = shown.get(at).map(|column| column_name(cx, *column));
    let name = name.unwrap_or_default();
    for (key, by, sign) in [("column-later", 1, "↓"), ("column-earlier", -1, "↑")] {
        let to = at.checked_add_signed(by).filter(|to| *to < shown.len());
        let label = cx.with(key, &[("column", (&name).into())]);
        if move_button(ui, sign, &label, to.is_some()) {
            let mut columns = shown.to_vec();
            columns.swap(at, to.unwrap_or(at));
            set(cx, columns);
        }
    }
}

fn move_button(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let response = ui.add_enabled(enabled, Button::new(sign).small().frame(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(name).clicked()
}

/// The width as a number: what dragging the end of a head does, for the keyboard.
fn width_ui(ui: &mut Ui, cx: &Cx<'_>, column: Column, width: f32) {
    let name = column_name(cx, column);
    let name = cx.with("column-width", &[("column", (&name).into())]);
    let spec = NumberSpec {
        name: &name,
        range: f64::from(*WIDTHS.start())..=f64::from(*WIDTHS.end()),
        speed: SPEED,
        decimals: 0,
        prefix: "",
        suffix: "",
        width: NUMBER - 6.0,
    };
    let (changed, _) = number(ui, f64::from(width.round()), &spec);
    if let Some(points) = changed {
        let mut widths = cx.state.settings.table_widths.clone();
        #[expect(clippy::cast_possible_truncation, reason = "limited to a few hundred")]
        widths.insert(column, whole(points as f32));
        cx.push(Action::Projects(ProjectsAction::Widths(widths)));
    }
}

/// Whether the column and those before it stay while the others roll.
fn frozen_ui(ui: &mut Ui, cx: &Cx<'_>, column: Column, at: usize) {
    let frozen = cx.state.view.projects.table.frozen;
    let mut stays = at < frozen;
    let name = column_name(cx, column);
    let name = cx.with("column-frozen", &[("column", (&name).into())]);
    let response = ui.add(Checkbox::without_text(&mut stays));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, at < frozen, &name));
    if response.on_hover_text(name).changed() {
        let count = if stays { at + 1 } else { at };
        cx.push(Action::Projects(ProjectsAction::Freeze(count)));
    }
}

/// The ways back to what the program would choose.
fn below_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        let fit = cx.t("table-widths-fit");
        if quiet_button(ui, &fit, &fit).clicked() {
            fit_all(ui);
        }
        if !cx.state.settings.table_widths.is_empty() {
            let usual = cx.t("table-widths-default");
            if quiet_button(ui, &usual, &usual).clicked() {
                cx.push(Action::Projects(ProjectsAction::Widths(BTreeMap::new())));
            }
        }
        if cx.state.view.projects.table.columns.is_empty() {
            muted(ui, &cx.t("table-columns-fitting"));
        } else {
            let fitting = cx.t("table-columns-default");
            if quiet_button(ui, &fitting, &fitting).clicked() {
                set(cx, Vec::new());
            }
        }
    });
}
