//! The grid of the breakdown: a name and a bar a row, a shade a cell. Each can be pressed where a filter can
//! say what it holds.

use super::{
    breakdown::column_name,
    sides::{filter_by, of_side, order, shared_axes},
    stack,
};
use crate::{
    analysis::projects::{
        Breakdown, BreakdownColumn, BreakdownRow, InvestmentUnit, SPAN, StackBy, StackPart, Tally,
    },
    app::action::ProjectsAction,
    i18n::{axis_money, grouped, money_m},
    ui::{
        Cx,
        theme::{semibold, size},
    },
};
use eframe::egui::{
    Align, Align2, Color32, CornerRadius, FontId, Galley, Rect, Response, Role, Sense, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2,
    text::{LayoutJob, TextWrapping},
};
use std::sync::Arc;

const GAP: f32 = 6.0;
/// Share of the width that names take, and then the totals.
const NAMES: f32 = 0.23;
const TOTALS: f32 = 0.13;
const TOTAL_WORDS: f32 = 42.0;
/// Smallest letters of a head, used where a word would not fit.
const LEAST_HEAD: f32 = 7.0;
const LEAST_ROW: f32 = 19.0;
const MOST_ROW: f32 = 30.0;
/// Millions from which on an amount is not rounded to nothing.
const LEAST_SHOWN_M: f64 = 50.0;

/// What all rows have in common: where the columns lie, and what lengths and shades are measured by.
struct Grid<'a> {
    cx: &'a Cx<'a>,
    parts: &'a Breakdown,
    /// The columns that are drawn: its own, or those of both sides.
    columns: &'a [BreakdownColumn],
    order: Vec<StackPart>,
    largest_cell: f64,
    largest_row: f64,
    rect: Rect,
    names: f32,
    totals: f32,
    cell: f32,
    head: f32,
    row: f32,
}

/// The grid alone; as high as its rows need, at least.
pub(super) fn grid_ui(ui: &mut Ui, cx: &Cx<'_>, parts: &Breakdown, height: f32) {
    let width = ui.available_width();
    let (names, totals) = (width * NAMES, width * TOTALS);
    let shared = shared_axes(cx);
    let columns = shared.map(|axes| axes.columns.as_slice());
    let columns = columns.filter(|columns| !columns.is_empty());
    let columns = columns.unwrap_or(&parts.columns);
    let cell = (width - names - totals) / count(columns.len());
    let heads = heads(ui, cx, columns, cell - 5.0);
    let head = heads.iter().map(|head| head.size().y).fold(14.0, f32::max) + GAP;
    let row = ((height - head) / count(parts.rows.len())).clamp(LEAST_ROW, MOST_ROW);
    let whole = Vec2::new(width, head + row * count(parts.rows.len()));
    let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
    let largest = shared.and_then(|axes| axes.largest);
    let (largest_cell, largest_row) = largest.unwrap_or_else(|| parts.largest());
    let own: Vec<StackPart> = parts.rows.iter().map(|row| row.part).collect();
    let grid = Grid {
        cx,
        parts,
        columns,
        order: order(cx, &own).to_vec(),
        largest_cell,
        largest_row,
        rect,
        names,
        totals,
        cell,
        head,
        row,
    };
    for (at, head) in heads.into_iter().enumerate() {
        let right = grid.cell(0, at).right() - 2.0;
        let top = grid.top(0) - GAP / 2.0 - head.size().y;
        ui.painter().galley(pos2(right, top), head, cx.tokens.muted);
    }
    for (at, row) in parts.rows.iter().enumerate() {
        grid.row_ui(ui, at, row);
    }
}

fn count(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX)).max(1.0)
}

/// The names of the columns, in letters so small that no word is broken.
fn heads(ui: &Ui, cx: &Cx<'_>, columns: &[BreakdownColumn], room: f32) -> Vec<Arc<Galley>> {
    let names = columns.iter().map(|column| column_name(cx, *column));
    let names: Vec<String> = names.collect();
    let font = FontId::proportional(size::SMALL);
    let words = names.iter().flat_map(|name| name.split(' '));
    let widths = words.map(|word| {
        let (word, font) = (word.to_owned(), font.clone());
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(word, font, Color32::PLACEHOLDER);
        galley.size().x
    });
    let widest = widths.fold(1.0, f32::max);
    let letters = (size::SMALL * (room / widest).min(1.0)).max(LEAST_HEAD);
    let names = names.into_iter().map(|name| {
        let font = FontId::proportional(letters);
        let mut job = LayoutJob::simple(name, font, cx.tokens.muted, room);
        job.halign = Align::RIGHT;
        ui.painter().layout_job(job)
    });
    names.collect()
}

impl Grid<'_> {
    fn cell(&self, row: usize, column: usize) -> Rect {
        let column = f32::from(u16::try_from(column).unwrap_or(u16::MAX));
        let left = self.rect.left() + self.names + self.totals + self.cell * column;
        let size = Vec2::new(self.cell, self.row);
        Rect::from_min_size(pos2(left, self.top(row)), size).shrink(1.0)
    }

    fn top(&self, row: usize) -> f32 {
        let row = f32::from(u16::try_from(row).unwrap_or(u16::MAX));
        self.rect.top() + self.head + self.row * row
    }

    fn row_ui(&self, ui: &Ui, at: usize, row: &BreakdownRow) {
        let name = stack::name(self.cx, self.parts.options.stack, row.part);
        let from = pos2(self.rect.left(), self.top(at));
        let own = Vec2::new(self.names + self.totals, self.row);
        let own = Rect::from_min_size(from, own);
        let response = self.press(ui, own, (&name, row.part, None, row.total));
        self.paint_total(ui, row, &name, &response);
        let cells = self.parts.columns.iter().zip(&row.cells);
        for (key, cell) in cells.filter(|(_, cell)| cell.count > 0) {
            let Some(column) = self.columns.iter().position(|own| own == key) else {
                continue;
            };
            let rect = self.cell(at, column);
            let response = self.press(ui, rect, (&name, row.part, Some(*key), *cell));
            self.paint_cell(ui, *cell, &response);
        }
    }

    /// A part of the grid with all it says in words; it can be pressed where a filter can say what it holds.
    fn press(
        &self,
        ui: &Ui,
        rect: Rect,
        (name, part, column, cell): (&str, StackPart, Option<BreakdownColumn>, Tally),
    ) -> Response {
        let words = self.words(name, column, cell);
        let narrow = self.narrow(part, column);
        let sense = if narrow.is_some() {
            Sense::click()
        } else {
            Sense::hover()
        };
        let id = ui.scope_id().with((part, column));
        let response = ui.interact(rect, id, sense);
        let role = if narrow.is_some() {
            Role::Button
        } else {
            Role::Label
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, &words));
        if let Some(narrow) = narrow.filter(|_| response.clicked()) {
            filter_by(self.cx, narrow);
        }
        // A project with several values has its own row, but a filter for one of them keeps it.
        let mut rows = self.parts.rows.iter();
        let shares = rows.any(|row| row.part == StackPart::Several);
        if role == Role::Button && shares {
            return response.on_hover_text(format!("{words}\n{}", self.cx.t("breakdown-shared")));
        }
        response.on_hover_text(words)
    }

    /// Shows the projects of a cell alone. What several share, all others, and projects without a year are
    /// nothing that a filter can say.
    fn narrow(&self, part: StackPart, column: Option<BreakdownColumn>) -> Option<ProjectsAction> {
        let options = self.parts.options;
        let value = |by: StackBy, part| {
            let value = stack::value(self.cx, by, part)?;
            Some((by.id(), vec![value.id.clone()]))
        };
        let mut facets = vec![value(options.stack, part)?];
        let years = match column {
            None => None,
            Some(BreakdownColumn::Status(status)) => {
                facets.push(value(StackBy::Status, StackPart::Value(status))?);
                None
            }
            Some(BreakdownColumn::Years(from)) => Some((options.basis, from, from + SPAN - 1)),
            Some(BreakdownColumn::Undated) => return None,
        };
        Some(ProjectsAction::Narrow { facets, years })
    }

    fn words(&self, name: &str, column: Option<BreakdownColumn>, cell: Tally) -> String {
        let column = column.map(|column| column_name(self.cx, column));
        let money = money_m(cell.money_m, self.cx.currency());
        let values = [
            ("name", name.into()),
            ("column", column.as_deref().unwrap_or_default().into()),
            ("count", cell.count.into()),
            ("money", (&money).into()),
            ("n", cell.with_money.into()),
        ];
        let key = if column.is_some() {
            "breakdown-cell"
        } else {
            "breakdown-row"
        };
        of_side(self.cx, &self.cx.with(key, &values))
    }

    fn value_words(&self, cell: Tally) -> String {
        match self.parts.value(cell) {
            None => "–".to_owned(),
            Some(value) if self.parts.options.unit == InvestmentUnit::Count => grouped(value),
            // What has an amount never looks like nothing.
            Some(value) if value > 0.0 && value < LEAST_SHOWN_M => {
                format!("<{}", axis_money(0.1, 0.1))
            }
            Some(value) => axis_money(value / 1000.0, 0.1),
        }
    }

    fn paint_total(&self, ui: &Ui, row: &BreakdownRow, name: &str, response: &Response) {
        let (rect, tokens) = (response.rect, self.cx.tokens);
        let font = FontId::proportional(size::TABLE);
        let mut job = LayoutJob::simple_singleline(name.to_owned(), font, tokens.text);
        job.wrap = TextWrapping::truncate_at_width(self.names - GAP);
        let galley = ui.painter().layout_job(job);
        let place = rect.left_center() - Vec2::new(0.0, galley.size().y / 2.0);
        ui.painter().galley(place, galley, tokens.text);
        let at = pos2(rect.right() - GAP, rect.center().y);
        let (words, font) = (self.value_words(row.total), semibold(size::TABLE));
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, words, font, tokens.text);
        let value = self.parts.value(row.total).unwrap_or(0.0);
        let room = self.totals - TOTAL_WORDS - GAP;
        let color = stack::color(self.cx, self.parts.options.stack, row.part, &self.order);
        let from = pos2(rect.left() + self.names, rect.center().y - 5.5);
        let bar = Vec2::new(room * share(value, self.largest_row), 11.0);
        ui.painter()
            .rect_filled(Rect::from_min_size(from, bar), CornerRadius::same(2), color);
        self.paint_pointed(ui, response);
    }

    fn paint_cell(&self, ui: &Ui, cell: Tally, response: &Response) {
        let (rect, tokens) = (response.rect, self.cx.tokens);
        let value = self.parts.value(cell);
        if let Some(value) = value {
            // The root keeps small values apart from none.
            let strength = 0.08 + 0.5 * share(value, self.largest_cell).sqrt();
            let fill = tokens.surface.lerp_to_gamma(tokens.accent, strength);
            ui.painter().rect_filled(rect, CornerRadius::same(3), fill);
        }
        let color = value.map_or(tokens.muted, |_| tokens.text);
        let place = rect.right_center() - Vec2::new(4.0, 0.0);
        let (words, font) = (self.value_words(cell), FontId::proportional(size::SMALL));
        ui.painter()
            .text(place, Align2::RIGHT_CENTER, words, font, color);
        self.paint_pointed(ui, response);
    }

    /// A rim around what is pointed at or has the focus, where it can be pressed.
    fn paint_pointed(&self, ui: &Ui, response: &Response) {
        if response.sense.senses_click() && (response.hovered() || response.has_focus()) {
            let stroke = (1.5, self.cx.tokens.accent);
            let corner = CornerRadius::same(3);
            ui.painter()
                .rect_stroke(response.rect, corner, stroke, StrokeKind::Inside);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn share(value: f64, largest: f64) -> f32 {
    if largest > 0.0 {
        (value / largest).clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}
