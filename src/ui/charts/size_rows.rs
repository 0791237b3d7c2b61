//! Amounts by row on one logarithmic axis: a dot each, and a box where there are enough of them.

use super::{axis::Scale, measure::widest};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Align2, Color32, CornerRadius, EventFilter, FontId, Key, Painter, Pos2, Rect, Response, Role,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    text::{LayoutJob, TextWrapping},
};

/// The state of the chart.
pub struct SizeRows<'a> {
    /// Accessible name: what the chart shows.
    pub name: &'a str,
    /// The rows, from the top down.
    pub rows: Vec<DotRow>,
    /// Smallest and largest value.
    pub range: (f64, f64),
    /// Names and notes of the rows of another chart that shares the axis: it lies in the same place if both have
    /// room for all of them.
    pub beside: Vec<(String, String)>,
    /// Id of the selected dot.
    pub selected: Option<usize>,
    /// Height in points; more if the rows need it.
    pub height: f32,
}

/// One row.
pub struct DotRow {
    /// Its name.
    pub label: String,
    /// What stands at its end.
    pub note: String,
    /// Its colour.
    pub color: Color32,
    /// The dots, smallest value first.
    pub dots: Vec<SizeDot>,
    /// The middle value.
    pub median: Option<f64>,
    /// The box.
    pub spread: Option<DotBox>,
}

/// One dot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizeDot {
    /// What it stands for; given back when it is clicked.
    pub id: usize,
    /// Its value, above zero.
    pub value: f64,
    /// Drawn hollow: the middle of a range.
    pub hollow: bool,
}

/// A box with whiskers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DotBox {
    /// Ends of the box.
    pub middle: (f64, f64),
    /// Ends of the whiskers.
    pub whiskers: (f64, f64),
}

/// Largest share of the width that names take.
const NAMES: f32 = 0.25;
const GAP: f32 = 12.0;
/// Room for a tick with its words.
const TICK: f32 = 58.0;
const AXIS: f32 = 18.0;
const LEAST_ROW: f32 = 22.0;
const MOST_ROW: f32 = 48.0;
const RADIUS: f32 = 3.5;
/// Dots nearer to each other than this lie in different lanes.
const APART: f32 = 6.5;
/// How near the pointer must be.
const REACH: f32 = 8.0;

/// Draws the chart. `axis` words a value, `tip` fills the tooltip of a dot. Returns the dot that was clicked,
/// or reached with the arrow keys.
pub fn size_rows_ui(
    ui: &mut Ui,
    chart: &SizeRows<'_>,
    axis: impl Fn(f64) -> String,
    tip: impl FnOnce(&mut Ui, usize),
) -> Option<usize> {
    let rows = f32::from(u16::try_from(chart.rows.len().max(1)).unwrap_or(u16::MAX));
    let row = ((chart.height - AXIS) / rows).clamp(LEAST_ROW, MOST_ROW);
    let whole = Vec2::new(ui.available_width(), row * rows + AXIS);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let scene = Scene::new(ui, chart, rect, row);
    scene.axis_ui(ui.painter(), axis);
    for (at, own) in chart.rows.iter().enumerate() {
        scene.row_ui(ui.painter(), at, own);
    }
    let pointed = response.hover_pos().and_then(|at| scene.nearest(at));
    scene.dots_ui(ui.painter(), pointed);
    if response.has_focus() {
        let stroke = Stroke::new(1.5, scene.tokens.accent);
        let painter = ui.painter();
        painter.rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
    let stepped = stepped(ui, chart, &response);
    let clicked = response.clicked();
    if clicked {
        // So that the arrow keys go on from here.
        response.request_focus();
    }
    if let Some(id) = pointed {
        response.on_hover_ui_at_pointer(|ui| tip(ui, id));
    }
    stepped.or(pointed.filter(|_| clicked))
}

/// Left and right go to the next value of a row, up and down to the nearest value of the next row.
fn stepped(ui: &Ui, chart: &SizeRows<'_>, response: &Response) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let keys = [
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::ArrowUp,
        Key::ArrowDown,
    ];
    let key = ui.input(|input| keys.into_iter().find(|key| input.key_pressed(*key)))?;
    let place = chart.rows.iter().enumerate().find_map(|(at, row)| {
        let dot = row
            .dots
            .iter()
            .position(|dot| Some(dot.id) == chart.selected);
        Some((at, dot?))
    });
    let Some((row, dot)) = place else {
        return Some(chart.rows.iter().find_map(|row| row.dots.last())?.id);
    };
    let own = chart.rows.get(row)?;
    let found = match key {
        Key::ArrowLeft => own.dots.get(dot.checked_sub(1)?),
        Key::ArrowRight => own.dots.get(dot + 1),
        Key::ArrowUp => nearest_of(chart.rows.iter().take(row).rev(), own.dots.get(dot)?.value),
        _ => nearest_of(chart.rows.iter().skip(row + 1), own.dots.get(dot)?.value),
    };
    found.map(|dot| dot.id)
}

/// The dot nearest to a value, of the first row that has any.
fn nearest_of<'a>(mut rows: impl Iterator<Item = &'a DotRow>, value: f64) -> Option<&'a SizeDot> {
    let row = rows.find(|row| !row.dots.is_empty())?;
    let far = |dot: &&SizeDot| (dot.value.ln() - value.ln()).abs();
    let dots = row.dots.iter();
    dots.min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// The chart on the screen.
struct Scene<'a> {
    chart: &'a SizeRows<'a>,
    tokens: &'static Tokens,
    rect: Rect,
    row: f32,
    /// Ends of the axis on the screen, and what it measures there.
    ends: (f32, f32),
    bounds: (f64, f64),
    /// Row by row, where the dots are and what they stand for.
    dots: Vec<Vec<(Pos2, SizeDot)>>,
}

impl<'a> Scene<'a> {
    fn new(ui: &Ui, chart: &'a SizeRows<'a>, rect: Rect, row: f32) -> Self {
        let (low, high) = chart.range;
        let (names, notes) = (
            FontId::proportional(size::TABLE),
            FontId::proportional(size::SMALL),
        );
        let labels = chart.rows.iter().map(|row| row.label.as_str());
        let labels = labels.chain(chart.beside.iter().map(|(label, _)| label.as_str()));
        let labels = widest(ui.painter(), labels, &names).min(rect.width() * NAMES);
        let words = chart.rows.iter().map(|row| row.note.as_str());
        let words = words.chain(chart.beside.iter().map(|(_, note)| note.as_str()));
        let words = widest(ui.painter(), words, &notes);
        let mut scene = Self {
            chart,
            tokens: Tokens::of(ui),
            rect,
            row,
            ends: (rect.left() + labels + GAP, rect.right() - words - GAP),
            bounds: Scale::Logarithmic.bounds(low, high),
            dots: Vec::new(),
        };
        let rows = chart.rows.iter().enumerate();
        scene.dots = rows.map(|(at, own)| scene.places(at, own)).collect();
        scene
    }

    #[expect(clippy::cast_possible_truncation, reason = "a share of the axis")]
    fn x(&self, value: f64) -> f32 {
        let (low, high) = self.bounds;
        let share = (Scale::Logarithmic.position(value) - low) / (high - low);
        let (left, right) = self.ends;
        left + (right - left) * share as f32
    }

    fn y(&self, row: usize) -> f32 {
        let row = f32::from(u16::try_from(row).unwrap_or(u16::MAX));
        self.rect.top() + (row + 0.5) * self.row
    }

    /// Where the dots of a row lie: beside each other where they would hide one another.
    fn places(&self, at: usize, row: &DotRow) -> Vec<(Pos2, SizeDot)> {
        let y = self.y(at);
        let step = (self.row / 5.0 - 1.0).clamp(3.0, 6.0);
        let mut lanes = [(0.0, f32::MIN), (-1.0, f32::MIN), (1.0, f32::MIN)];
        let place = |dot: &SizeDot| {
            let x = self.x(dot.value);
            let free = lanes.iter_mut().find(|(_, last)| x - *last >= APART);
            let lane = free.map_or(0.0, |(lane, last)| {
                *last = x;
                *lane
            });
            (pos2(x, y + lane * step), *dot)
        };
        row.dots.iter().map(place).collect()
    }

    fn nearest(&self, pointer: Pos2) -> Option<usize> {
        let all = self.dots.iter().flatten();
        let near = all.map(|(at, dot)| (at.distance(pointer), dot.id));
        let near = near.filter(|(distance, _)| *distance <= REACH);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
    }

    fn axis_ui(&self, painter: &Painter, axis: impl Fn(f64) -> String) {
        let bottom = self.rect.bottom() - AXIS;
        let font = FontId::proportional(size::SMALL);
        let (left, right) = self.ends;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few ticks"
        )]
        let most = ((right - left) / TICK).max(2.0) as usize;
        for tick in Scale::Logarithmic.ticks(self.bounds, most) {
            let value = Scale::Logarithmic.value(tick.value);
            let x = self.x(value);
            let line = [pos2(x, self.rect.top()), pos2(x, bottom)];
            painter.line_segment(line, Stroke::new(1.0, self.tokens.grid));
            let (words, font) = (axis(value), font.clone());
            let at = pos2(x, bottom + 3.0);
            painter.text(at, Align2::CENTER_TOP, words, font, self.tokens.muted);
        }
    }

    fn row_ui(&self, painter: &Painter, at: usize, row: &DotRow) {
        let (tokens, y) = (self.tokens, self.y(at));
        let font = FontId::proportional(size::TABLE);
        let mut job = LayoutJob::simple_singleline(row.label.clone(), font, tokens.text);
        job.wrap = TextWrapping::truncate_at_width(self.ends.0 - GAP - self.rect.left());
        let name = painter.layout_job(job);
        let place = pos2(self.rect.left(), y - name.size().y / 2.0);
        painter.galley(place, name, tokens.text);
        let font = FontId::proportional(size::SMALL);
        let end = pos2(self.rect.right(), y);
        painter.text(end, Align2::RIGHT_CENTER, &row.note, font, tokens.muted);
        let half = (self.row * 0.34).min(11.0);
        if let Some(spread) = row.spread {
            let (from, to) = (self.x(spread.whiskers.0), self.x(spread.whiskers.1));
            let color = tokens.surface.lerp_to_gamma(row.color, 0.6);
            painter.line_segment([pos2(from, y), pos2(to, y)], Stroke::new(1.2, color));
            let (from, to) = (self.x(spread.middle.0), self.x(spread.middle.1));
            let rect = Rect::from_min_max(pos2(from, y - half), pos2(to, y + half));
            let corner = CornerRadius::same(2);
            painter.rect_filled(rect, corner, tokens.pale(row.color));
            painter.rect_stroke(rect, corner, Stroke::new(1.0, color), StrokeKind::Inside);
        }
        if let Some(median) = row.median {
            let x = self.x(median);
            let line = [pos2(x, y - half - 1.5), pos2(x, y + half + 1.5)];
            painter.line_segment(line, Stroke::new(2.0, tokens.text));
        }
    }

    fn dots_ui(&self, painter: &Painter, pointed: Option<usize>) {
        let rows = self.chart.rows.iter().zip(&self.dots);
        for (row, dots) in rows {
            let rim = Stroke::new(1.2, row.color);
            for (at, dot) in dots {
                let fill = if dot.hollow {
                    self.tokens.surface
                } else {
                    row.color.gamma_multiply(0.65)
                };
                painter.circle(*at, RADIUS, fill, rim);
            }
        }
        for (row, dots) in self.chart.rows.iter().zip(&self.dots) {
            for (at, dot) in dots {
                if Some(dot.id) == self.chart.selected {
                    let rim = Stroke::new(2.0, self.tokens.text);
                    painter.circle(*at, RADIUS + 2.0, row.color, rim);
                } else if Some(dot.id) == pointed {
                    let rim = Stroke::new(1.5, self.tokens.surface);
                    painter.circle(*at, RADIUS + 1.5, row.color, rim);
                }
            }
        }
    }
}
