//! The numbers of the chart as a table: a row a year, the latest first.

use super::select_year;
use crate::{
    analysis::trade::{
        Point, Standing,
        chart::{Chart, Track},
    },
    ui::{
        Cx,
        theme::{semibold, size},
        widgets::{card, moved_by_keys, muted, plain_click},
        wording::trade as words,
    },
};
use eframe::egui::{
    Align, Color32, Label, Layout, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};

const ROW: f32 = 24.0;
const HEAD_SIZE: f32 = 11.0;
const YEAR_WIDTH: f32 = 44.0;
/// Least width of a column of numbers.
const WIDTH: f32 = 78.0;
const GAP: f32 = 10.0;
/// Height from which there is room for the legend of marks.
const ROOMY: f32 = 260.0;

/// The card with the table.
pub(super) fn table_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let columns: Vec<&Track> = chart.columns().collect();
    let names: Vec<String> = columns
        .iter()
        .map(|track| words::track(cx, &chart.title, &track.label))
        .collect();
    let years: Vec<i32> = chart.years().into_iter().rev().collect();
    if years.is_empty() {
        return;
    }
    let keyboard = keyboard(ui, cx, &years);
    card(ui, |ui| {
        let legend = has_marks(&columns) && ui.available_height() > ROOMY;
        let height = ui.available_height() - if legend { 28.0 } else { 4.0 };
        let room = ui.available_width() - YEAR_WIDTH - 12.0;
        let n = f32::from(u16::try_from(columns.len()).unwrap_or(u16::MAX)).max(1.0);
        let width = (room / n - GAP).max(WIDTH);
        let head = head_height(ui, &names, width);
        ScrollArea::horizontal()
            .auto_shrink(false)
            .max_height(height)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
                ui.visuals_mut().selection.stroke.color = cx.tokens.text;
                let mut table = TableBuilder::new(ui)
                    .sense(Sense::click())
                    .auto_shrink([false, false])
                    .min_scrolled_height(0.0)
                    .max_scroll_height(height - head)
                    .cell_layout(Layout::right_to_left(Align::Center))
                    .column(Column::exact(YEAR_WIDTH))
                    .columns(Column::exact(width).clip(true), columns.len());
                if let Some(row) = keyboard {
                    table = table.scroll_to_row(row, None);
                }
                table
                    .header(head, |mut header| {
                        header.col(|ui| head_ui(ui, cx, &cx.t("table-year"), ""));
                        for (track, name) in columns.iter().zip(&names) {
                            header.col(|ui| head_ui(ui, cx, name, &words::unit_head(&track.unit)));
                        }
                    })
                    .body(|body| {
                        body.rows(ROW, years.len(), |row| {
                            if let Some(year) = years.get(row.index()) {
                                row_ui(row, cx, &columns, &years, *year);
                            }
                        });
                    });
            });
        if legend {
            muted(ui, &cx.t("table-marks"));
        }
    });
}

/// Keys move the selected year.
fn keyboard(ui: &Ui, cx: &Cx<'_>, years: &[i32]) -> Option<usize> {
    let selected = cx.state.view.trade.selected_year;
    let current = years.iter().position(|year| selected == Some(*year));
    let wanted = moved_by_keys(ui, || current, years.len())?;
    let year = *years.get(wanted)?;
    if selected != Some(year) {
        select_year(cx, year);
    }
    Some(wanted)
}

/// The tallest name when wrapped to a column, with the line of units under it.
fn head_height(ui: &Ui, names: &[String], width: f32) -> f32 {
    let tallest = names.iter().map(|name| {
        let galley = ui
            .painter()
            .layout(name.clone(), semibold(HEAD_SIZE), Color32::WHITE, width);
        galley.size().y
    });
    tallest.fold(0.0, f32::max) + 20.0
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str, unit: &str) {
    ui.with_layout(Layout::bottom_up(Align::RIGHT), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if !unit.is_empty() {
            muted(ui, unit);
        }
        let text = RichText::new(name)
            .font(semibold(HEAD_SIZE))
            .color(cx.tokens.muted);
        let label = Label::new(text)
            .selectable(false)
            .wrap()
            .halign(Align::RIGHT);
        ui.add(label).on_hover_text(name);
    });
}

fn row_ui(mut row: TableRow<'_, '_>, cx: &Cx<'_>, columns: &[&Track], years: &[i32], year: i32) {
    let selected = cx.state.view.trade.selected_year == Some(year);
    row.set_selected(selected || cx.state.marked.contains(&year.to_string()));
    let at = row.index();
    let text = |text: &str| RichText::new(text).size(size::TABLE);
    row.col(|ui| {
        ui.add(Label::new(text(&year.to_string()).color(cx.tokens.text)).selectable(false));
    });
    for track in columns {
        row.col(|ui| match track.points.get(&year) {
            None => {
                ui.add(Label::new(text("–").color(cx.tokens.muted)).selectable(false));
            }
            Some(point) => cell_ui(ui, cx, track, point),
        });
    }
    let response = row.response();
    let name = cx.with("table-row", &[("year", (&year.to_string()).into())]);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &name));
    let id_at = |at: usize| years.get(at).map(i32::to_string);
    let anchor = || {
        let selected = cx.state.view.trade.selected_year?;
        years.iter().position(|year| *year == selected)
    };
    let modifiers = response.ctx.input(|input| input.modifiers);
    if response.clicked() && plain_click(cx, modifiers, at, anchor(), id_at) {
        select_year(cx, year);
    }
}

fn cell_ui(ui: &mut Ui, cx: &Cx<'_>, track: &Track, point: &Point) {
    ui.spacing_mut().item_spacing.x = 3.0;
    let text = RichText::new(words::cell(&track.unit, point.value))
        .size(size::TABLE)
        .color(cx.tokens.text);
    ui.add(Label::new(text).selectable(false));
    let mark = mark(point);
    if !mark.is_empty() {
        let color = if point.is_in_conflict() {
            cx.tokens.warning
        } else {
            cx.tokens.muted
        };
        let text = RichText::new(mark).size(size::SMALL).color(color);
        let response = ui.add(Label::new(text).selectable(false));
        response.on_hover_text(cx.t("table-marks"));
    }
}

fn mark(point: &Point) -> &'static str {
    match point.standing {
        Standing::Estimate => "e",
        Standing::PartialYear => "p",
        Standing::Forecast => "f",
        Standing::Record if point.is_in_conflict() => "≠",
        Standing::Record => "",
    }
}

fn has_marks(columns: &[&Track]) -> bool {
    columns
        .iter()
        .flat_map(|track| track.points.values())
        .any(|point| !mark(point).is_empty())
}
