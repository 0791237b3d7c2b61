//! Parts in rows, states or years in columns: a bar for the whole row, a shade for each cell.

use super::{stack, switch_ui};
use crate::{
    analysis::projects::{
        Breakdown, BreakdownBy, BreakdownCell, BreakdownColumn, BreakdownRow, InvestmentOptions,
        InvestmentUnit, MoneyStage, SPAN, StackBy, StackPart, YearBasis,
    },
    app::{Action, action::ProjectsAction},
    i18n::{axis_money, grouped, money_m, year_range},
    ui::{
        Cx,
        theme::{semibold, size},
        widgets::{card_title, choice, export_button, figure_card, muted},
        wording,
    },
};
use eframe::egui::{
    Align, Align2, Color32, CornerRadius, FontId, Layout, Rect, Response, Role, Sense, Ui, Vec2,
    WidgetInfo, pos2,
    text::{LayoutJob, TextWrapping},
};

const GAP: f32 = 6.0;
/// Share of the width that names take, and then the totals.
const NAMES: f32 = 0.24;
const TOTALS: f32 = 0.15;
const TOTAL_WORDS: f32 = 46.0;
/// Smallest letters of a head, used where a word would not fit.
const LEAST_HEAD: f32 = 8.5;
const LEAST_ROW: f32 = 19.0;
const MOST_ROW: f32 = 30.0;

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(parts) = cx.state.derived.projects.breakdown.get() else {
        return;
    };
    figure_card(ui, "breakdown", |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("breakdown-title"));
            switch_ui(ui, cx);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                unit_ui(ui, cx, parts.options);
            });
        });
        ui.horizontal(|ui| {
            muted(ui, &subtitle(cx, parts.options));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                controls_ui(ui, cx, parts.options);
            });
        });
        if parts.rows.is_empty() {
            muted(ui, &cx.t("empty-filter"));
        } else {
            grid_ui(ui, cx, parts, height);
        }
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            muted(ui, &total_words(cx, parts));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_button(ui, cx, "breakdown", &cx.t("breakdown-title"));
            });
        });
    });
}

fn set(cx: &Cx<'_>, options: InvestmentOptions) {
    cx.push(Action::Projects(ProjectsAction::Chart(options)));
}

fn unit_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    let units = [InvestmentUnit::Money, InvestmentUnit::Count];
    let names = [cx.t("unit-money"), cx.t("unit-count")];
    let units: Vec<_> = units.into_iter().zip(names).collect();
    // What is drawn over the years only is drawn as money here.
    let current = match options.unit {
        InvestmentUnit::Count => InvestmentUnit::Count,
        _ => InvestmentUnit::Money,
    };
    if let Some(unit) = choice(ui, &cx.t("choose-unit"), current, &units) {
        set(cx, InvestmentOptions { unit, ..options });
    }
}

fn controls_ui(ui: &mut Ui, cx: &Cx<'_>, options: InvestmentOptions) {
    ui.spacing_mut().combo_width = 80.0;
    let stages = MoneyStage::ALL.map(|stage| (stage, cx.t(wording::stage(stage))));
    let stacks = StackBy::ALL.map(|by| (by, stack::words(cx, by)));
    let columns = BreakdownBy::ALL.map(|by| (by, cx.t(by_key(by))));
    if let Some(stage) = choice(ui, &cx.t("choose-stage"), options.stage, &stages) {
        set(cx, InvestmentOptions { stage, ..options });
    }
    if let Some(by) = choice(
        ui,
        &cx.t("choose-columns"),
        cx.state.view.projects.breakdown,
        &columns,
    ) {
        cx.push(Action::Projects(ProjectsAction::BreakdownBy(by)));
    }
    if let Some(stack) = choice(ui, &cx.t("choose-stack"), options.stack, &stacks) {
        set(cx, InvestmentOptions { stack, ..options });
    }
}

fn by_key(by: BreakdownBy) -> &'static str {
    match by {
        BreakdownBy::Status => "breakdown-status",
        BreakdownBy::Years => "breakdown-years",
    }
}

/// What the numbers are.
pub(super) fn subtitle(cx: &Cx<'_>, options: InvestmentOptions) -> String {
    if options.unit == InvestmentUnit::Count {
        return cx.t("investment-sub-count");
    }
    cx.with(
        "investment-sub-money",
        &[("currency", cx.currency().into())],
    )
}

/// How many projects there are, and how many of them have no money in the picture.
pub(super) fn total_words(cx: &Cx<'_>, parts: &Breakdown) -> String {
    let total = parts.total;
    let money = money_m(total.money_m, cx.currency());
    let values = [
        ("count", total.count.into()),
        ("n", total.with_money.into()),
        ("money", (&money).into()),
        ("missing", (total.count - total.with_money).into()),
    ];
    cx.with("breakdown-total", &values)
}

/// Where the columns lie.
struct Frame {
    rect: Rect,
    names: f32,
    totals: f32,
    cell: f32,
    head: f32,
    row: f32,
}

impl Frame {
    fn cell(&self, row: usize, column: usize) -> Rect {
        let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
        let left = self.rect.left() + self.names + self.totals + self.cell * count(column);
        let top = self.top(row);
        Rect::from_min_size(pos2(left, top), Vec2::new(self.cell, self.row)).shrink(1.0)
    }

    fn top(&self, row: usize) -> f32 {
        let count = f32::from(u16::try_from(row).unwrap_or(u16::MAX));
        self.rect.top() + self.head + self.row * count
    }
}

/// The grid alone; as high as its rows need, at least.
pub(super) fn grid_ui(ui: &mut Ui, cx: &Cx<'_>, parts: &Breakdown, height: f32) {
    let width = ui.available_width();
    let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX)).max(1.0);
    let (names, totals) = (width * NAMES, width * TOTALS);
    let cell = (width - names - totals) / count(parts.columns.len());
    let heads: Vec<String> = parts
        .columns
        .iter()
        .map(|column| column_name(cx, *column))
        .collect();
    let letters = head_size(ui, &heads, cell - 4.0);
    let heads: Vec<_> = heads
        .into_iter()
        .map(|words| {
            let font = FontId::proportional(letters);
            let mut job = LayoutJob::simple(words, font, cx.tokens.muted, cell - 4.0);
            job.halign = Align::RIGHT;
            ui.painter().layout_job(job)
        })
        .collect();
    let head = heads.iter().map(|head| head.size().y).fold(14.0, f32::max) + GAP;
    let row = ((height - head) / count(parts.rows.len())).clamp(LEAST_ROW, MOST_ROW);
    let whole = Vec2::new(width, head + row * count(parts.rows.len()));
    let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
    let frame = Frame {
        rect,
        names,
        totals,
        cell,
        head,
        row,
    };
    for (at, head) in heads.into_iter().enumerate() {
        let cell = frame.cell(0, at);
        let place = pos2(cell.right() - 2.0, frame.top(0) - GAP / 2.0 - head.size().y);
        ui.painter().galley(place, head, cx.tokens.muted);
    }
    let rows = parts
        .rows
        .iter()
        .map(|row| row.total.value(parts.options.unit));
    let longest = rows.flatten().fold(0.0, f64::max);
    for (at, row) in parts.rows.iter().enumerate() {
        row_ui(ui, cx, parts, (at, row), &frame, longest);
    }
}

/// The size of letters at which the longest word fits, so that no word is broken.
fn head_size(ui: &Ui, names: &[String], room: f32) -> f32 {
    let font = FontId::proportional(size::SMALL);
    let words = names.iter().flat_map(|name| name.split(' '));
    let widths = words.map(|word| {
        let (word, font) = (word.to_owned(), font.clone());
        let galley = ui
            .painter()
            .layout_no_wrap(word, font, Color32::PLACEHOLDER);
        galley.size().x
    });
    let widest = widths.fold(1.0, f32::max);
    (size::SMALL * (room / widest).min(1.0)).max(LEAST_HEAD)
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    parts: &Breakdown,
    (at, row): (usize, &BreakdownRow),
    frame: &Frame,
    longest: f64,
) {
    let name = stack::name(cx, parts.options.stack, row.part);
    let from = pos2(frame.rect.left(), frame.top(at));
    let own = Vec2::new(frame.names + frame.totals, frame.row);
    let response = press(
        ui,
        cx,
        parts,
        Rect::from_min_size(from, own),
        (&name, row, None),
    );
    paint_total(ui, cx, parts, row, &name, response.rect, frame, longest);
    let largest = parts.largest();
    for (column, cell) in row.cells.iter().enumerate() {
        let rect = frame.cell(at, column);
        let Some(value) = cell.value(parts.options.unit) else {
            if cell.count > 0 {
                press(ui, cx, parts, rect, (&name, row, Some(column)));
                let font = FontId::proportional(size::SMALL);
                let place = rect.right_center() - Vec2::new(4.0, 0.0);
                ui.painter()
                    .text(place, Align2::RIGHT_CENTER, "–", font, cx.tokens.muted);
            }
            continue;
        };
        let response = press(ui, cx, parts, rect, (&name, row, Some(column)));
        paint_cell(ui, cx, parts, value, largest, &response);
    }
}

/// Makes a part of the grid that can be pressed, with all it says in words.
fn press(
    ui: &mut Ui,
    cx: &Cx<'_>,
    parts: &Breakdown,
    rect: Rect,
    (name, row, column): (&str, &BreakdownRow, Option<usize>),
) -> Response {
    let id = ui.scope_id().with((name, column));
    let response = ui.interact(rect, id, Sense::click());
    let key = column.and_then(|column| parts.columns.get(column)).copied();
    let cell = column.and_then(|column| row.cells.get(column));
    let words = full_words(cx, name, key, *cell.unwrap_or(&row.total));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    if response.clicked() {
        narrow(cx, parts.options, row.part, key);
    }
    response.on_hover_text(words)
}

/// Shows the projects of a cell alone, where its part is one value.
fn narrow(
    cx: &Cx<'_>,
    options: InvestmentOptions,
    part: StackPart,
    column: Option<BreakdownColumn>,
) {
    let mut facets: Vec<(&'static str, String)> = Vec::new();
    let own = stack::value(cx, options.stack, part);
    facets.extend(own.map(|value| (options.stack.id(), value.id.clone())));
    let mut years = None;
    match column {
        Some(BreakdownColumn::Status(status)) => {
            let value = stack::value(cx, StackBy::Status, StackPart::Value(status));
            facets.extend(value.map(|value| (StackBy::Status.id(), value.id.clone())));
        }
        Some(BreakdownColumn::Years(from)) => years = Some((options.basis, from, from + SPAN - 1)),
        Some(BreakdownColumn::Undated) | None => {}
    }
    if !facets.is_empty() || years.is_some() {
        cx.push(Action::Projects(ProjectsAction::Narrow { facets, years }));
    }
}

fn full_words(
    cx: &Cx<'_>,
    name: &str,
    column: Option<BreakdownColumn>,
    cell: BreakdownCell,
) -> String {
    let column = column.map(|column| column_name(cx, column));
    let money = money_m(cell.money_m, cx.currency());
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
    cx.with(key, &values)
}

/// What a column is called.
pub(super) fn column_name(cx: &Cx<'_>, column: BreakdownColumn) -> String {
    match column {
        BreakdownColumn::Status(value) => stack::name(cx, StackBy::Status, StackPart::Value(value)),
        BreakdownColumn::Years(from) => year_range(from, from + SPAN - 1),
        BreakdownColumn::Undated => cx.t("breakdown-undated"),
    }
}

/// Millions from which on an amount is not rounded to nothing.
const LEAST_SHOWN_M: f64 = 50.0;

fn value_words(unit: InvestmentUnit, value: f64) -> String {
    if unit == InvestmentUnit::Count {
        grouped(value)
    } else if value > 0.0 && value < LEAST_SHOWN_M {
        // What has an amount never looks like nothing.
        format!("<{}", axis_money(0.1, 0.1))
    } else {
        axis_money(value / 1000.0, 0.1)
    }
}

#[expect(clippy::too_many_arguments, reason = "all of it is one row")]
fn paint_total(
    ui: &Ui,
    cx: &Cx<'_>,
    parts: &Breakdown,
    row: &BreakdownRow,
    name: &str,
    rect: Rect,
    frame: &Frame,
    longest: f64,
) {
    let (unit, tokens) = (parts.options.unit, cx.tokens);
    let font = FontId::proportional(size::TABLE);
    let mut job = LayoutJob::simple_singleline(name.to_owned(), font, tokens.text);
    job.wrap = TextWrapping::truncate_at_width(frame.names - GAP);
    let galley = ui.painter().layout_job(job);
    let place = rect.left_center() - Vec2::new(0.0, galley.size().y / 2.0);
    ui.painter().galley(place, galley, tokens.text);
    let right = rect.right() - GAP;
    let value = row.total.value(unit);
    let words = value.map_or_else(|| "–".to_owned(), |value| value_words(unit, value));
    let at = pos2(right, rect.center().y);
    ui.painter().text(
        at,
        Align2::RIGHT_CENTER,
        words,
        semibold(size::TABLE),
        tokens.text,
    );
    let room = frame.totals - TOTAL_WORDS - GAP;
    let order: Vec<StackPart> = parts.rows.iter().map(|row| row.part).collect();
    let color = stack::color(cx, parts.options.stack, row.part, &order);
    let from = pos2(rect.left() + frame.names, rect.center().y - 5.5);
    let bar = Vec2::new(room * share(value.unwrap_or(0.0), longest), 11.0);
    ui.painter()
        .rect_filled(Rect::from_min_size(from, bar), CornerRadius::same(2), color);
}

fn paint_cell(
    ui: &Ui,
    cx: &Cx<'_>,
    parts: &Breakdown,
    value: f64,
    largest: f64,
    response: &Response,
) {
    let tokens = cx.tokens;
    // The root keeps small values apart from none.
    let strength = 0.08 + 0.5 * share(value, largest).sqrt();
    let fill: Color32 = tokens.surface.lerp_to_gamma(tokens.accent, strength);
    let painter = ui.painter();
    painter.rect_filled(response.rect, CornerRadius::same(3), fill);
    if response.hovered() || response.has_focus() {
        let corner = CornerRadius::same(3);
        let stroke = (1.5, tokens.accent);
        painter.rect_stroke(
            response.rect,
            corner,
            stroke,
            eframe::egui::StrokeKind::Inside,
        );
    }
    let place = response.rect.right_center() - Vec2::new(4.0, 0.0);
    let font = FontId::proportional(size::SMALL);
    let words = value_words(parts.options.unit, value);
    painter.text(place, Align2::RIGHT_CENTER, words, font, tokens.text);
}

#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn share(value: f64, largest: f64) -> f32 {
    if largest > 0.0 {
        (value / largest).clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}

/// The step that gives the years of the columns, where there are some.
pub(super) fn basis(cx: &Cx<'_>) -> Option<YearBasis> {
    let view = &cx.state.view.projects;
    (view.breakdown == BreakdownBy::Years).then_some(view.chart.basis)
}
