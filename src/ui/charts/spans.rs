//! Spans of time, one a row: announced, being built, finished, and how far that is from the plan.

use super::ticks::{ticks_of, year_step};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Align2, CornerRadius, FontId, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2,
    text::{LayoutJob, TextWrapping},
    vec2,
};
use std::ops::Range;

/// What all rows have in common.
#[derive(Debug, Clone, Copy)]
pub struct SpanAxis {
    /// First and last year.
    pub years: (i32, i32),
    /// The day the facts were collected, in years.
    pub today: Option<f64>,
}

/// One row; all times in years.
pub struct SpanRow {
    /// What it is about.
    pub label: String,
    /// Accessible name: everything the row shows.
    pub name: String,
    /// When it was announced.
    pub announced: Option<f64>,
    /// When work started.
    pub started: Option<f64>,
    /// When it was finished.
    pub completed: Option<f64>,
    /// When it was to be finished.
    pub planned_end: Option<f64>,
    /// Being built today.
    pub open: bool,
    /// Its planned end has passed, and it is not known to be finished.
    pub overdue: bool,
    /// Selected.
    pub selected: bool,
}

/// Height of a row.
pub const SPAN_ROW: f32 = 21.0;
/// Height of the years above the rows.
pub const SPAN_HEAD: f32 = 18.0;
/// Share of the width that names take.
const NAMES: f32 = 0.34;
const BAR: f32 = 8.0;

/// Draws the years above the rows.
pub fn span_head_ui(ui: &mut Ui, axis: SpanAxis) {
    let room = Vec2::new(ui.available_width(), SPAN_HEAD);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let scene = Scene::new(ui, axis, rect);
    let font = FontId::proportional(size::SMALL);
    for year in scene.ticks() {
        let at = pos2(scene.x(year), rect.bottom() - 3.0);
        let words = format!("{year:.0}");
        let (painter, color) = (ui.painter(), scene.tokens.muted);
        painter.text(at, Align2::CENTER_BOTTOM, words, font.clone(), color);
    }
}

/// Draws some of the rows; `row` makes one. Returns the row that was clicked.
pub fn span_rows_ui(
    ui: &mut Ui,
    axis: SpanAxis,
    rows: Range<usize>,
    row: impl Fn(usize) -> Option<SpanRow>,
) -> Option<usize> {
    let mut clicked = None;
    for at in rows {
        let Some(own) = row(at) else { continue };
        let room = Vec2::new(ui.available_width(), SPAN_ROW);
        let (rect, response) = ui.allocate_exact_size(room, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, own.selected, &own.name));
        if ui.is_rect_visible(rect) {
            Scene::new(ui, axis, rect).row_ui(ui.painter(), &own, &response);
        }
        if response.clicked() {
            clicked = Some(at);
        }
        response.on_hover_text(own.name);
    }
    clicked
}

struct Scene {
    axis: SpanAxis,
    tokens: &'static Tokens,
    rect: Rect,
}

impl Scene {
    fn new(ui: &Ui, axis: SpanAxis, rect: Rect) -> Self {
        Self {
            axis,
            tokens: Tokens::of(ui),
            rect,
        }
    }

    fn ends(&self) -> (f64, f64) {
        let (first, last) = self.axis.years;
        (f64::from(first), f64::from(last) + 1.0)
    }

    fn ticks(&self) -> Vec<f64> {
        let (first, last) = self.ends();
        let ticks = ticks_of((first, last), year_step(last - first, 8));
        ticks.iter().map(|tick| tick.value).collect()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a share of the axis")]
    fn x(&self, year: f64) -> f32 {
        let (first, last) = self.ends();
        let share = ((year - first) / (last - first)) as f32;
        let left = self.rect.left() + self.rect.width() * NAMES;
        left + (self.rect.right() - 8.0 - left) * share
    }

    fn row_ui(&self, painter: &Painter, row: &SpanRow, response: &Response) {
        let (tokens, rect) = (self.tokens, self.rect);
        if row.selected {
            painter.rect_filled(rect, CornerRadius::same(3), tokens.selection);
        } else if response.hovered() {
            painter.rect_filled(rect, CornerRadius::same(3), tokens.raised);
        }
        for year in self.ticks() {
            let x = self.x(year);
            let line = [pos2(x, rect.top()), pos2(x, rect.bottom())];
            painter.line_segment(line, Stroke::new(1.0, tokens.grid));
        }
        let font = FontId::proportional(size::TABLE);
        let mut job = LayoutJob::simple_singleline(row.label.clone(), font, tokens.text);
        job.wrap = TextWrapping::truncate_at_width(rect.width() * NAMES - 12.0);
        let name = painter.layout_job(job);
        let place = pos2(rect.left() + 4.0, rect.center().y - name.size().y / 2.0);
        painter.galley(place, name, tokens.text);
        self.span_ui(painter, row);
        if response.has_focus() {
            let stroke = Stroke::new(1.5, tokens.accent);
            painter.rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Inside);
        }
    }

    fn span_ui(&self, painter: &Painter, row: &SpanRow) {
        let (tokens, y) = (self.tokens, self.rect.center().y);
        let line = |from: f64, to: f64| [pos2(self.x(from), y), pos2(self.x(to), y)];
        let today = self.axis.today.filter(|_| row.open);
        // From the announcement to the first date that is known of the work.
        let work = row.started.or(row.completed).or(today);
        if let Some((from, to)) = row.announced.zip(work) {
            painter.line_segment(line(from, to), Stroke::new(1.3, tokens.muted));
        }
        if let Some(at) = row.started {
            let x = self.x(at);
            let tick = [pos2(x, y - BAR / 2.0 - 1.5), pos2(x, y + BAR / 2.0 + 1.5)];
            painter.line_segment(tick, Stroke::new(1.6, tokens.accent));
        }
        if let (Some(from), Some(to)) = (row.started, row.completed) {
            self.bar(painter, from, to, false);
        } else if let (Some(from), Some(to)) = (row.started, today) {
            self.bar(painter, from, to, true);
        }
        let until = row.completed.or(self.axis.today.filter(|_| row.overdue));
        if let Some((plan, end)) = row.planned_end.zip(until).filter(|(plan, end)| end > plan) {
            let late = line(plan, end).map(|at| at + vec2(0.0, BAR / 2.0 + 2.5));
            let stroke = Stroke::new(2.0, tokens.warning);
            if row.overdue {
                painter.extend(Shape::dashed_line(&late, stroke, 4.0, 3.0));
            } else {
                painter.line_segment(late, stroke);
            }
        }
        if let Some(at) = row.announced {
            let at = pos2(self.x(at), y);
            painter.circle(at, 3.5, tokens.surface, Stroke::new(1.4, tokens.muted));
        }
        if let Some(at) = row.completed {
            let at = pos2(self.x(at), y);
            painter.circle(at, 4.5, tokens.accent, Stroke::new(1.0, tokens.surface));
        }
        if let Some(at) = row.planned_end {
            let at = pos2(self.x(at), y);
            let corners = [
                vec2(0.0, -5.0),
                vec2(5.0, 0.0),
                vec2(0.0, 5.0),
                vec2(-5.0, 0.0),
            ];
            let corners = corners.map(|corner| at + corner).to_vec();
            let rim = Stroke::new(1.5, tokens.text);
            painter.add(Shape::convex_polygon(corners, tokens.surface, rim));
        }
    }

    /// The time of building; pale where it has not ended.
    fn bar(&self, painter: &Painter, from: f64, to: f64, open: bool) {
        let (tokens, y) = (self.tokens, self.rect.center().y);
        let (from, to) = (
            pos2(self.x(from), y - BAR / 2.0),
            pos2(self.x(to), y + BAR / 2.0),
        );
        let rect = Rect::from_min_max(from, to);
        let fill = if open {
            tokens.pale(tokens.accent)
        } else {
            tokens.accent.gamma_multiply(0.7)
        };
        painter.rect_filled(rect, CornerRadius::same(2), fill);
        if open {
            let rim = Stroke::new(1.0, tokens.accent);
            painter.rect_stroke(rect, CornerRadius::same(2), rim, StrokeKind::Inside);
        }
    }
}
