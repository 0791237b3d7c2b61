//! Figures over the years as dots with their range: full where they count, hollow where they do not.

use super::{axis::Scale, ticks::ticks_of, ticks::year_step};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Align2, Color32, FontId, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

const LEFT: f32 = 44.0;
const BOTTOM: f32 = 17.0;
/// Width of the column of figures without a year.
const UNDATED: f32 = 46.0;
/// How near the pointer must be, in points.
const REACH: f32 = 10.0;

/// The state of the chart.
pub struct Dots<'a> {
    /// Accessible name: what the chart shows.
    pub name: &'a str,
    /// Name of the column of figures without a year.
    pub undated: &'a str,
    /// The figures.
    pub dots: Vec<Dot>,
    /// Colour of those that count.
    pub color: Color32,
    /// Height in points.
    pub height: f32,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Year with its fraction; missing if the figure has none.
    pub at: Option<f64>,
    /// Lowest.
    pub low: Option<f64>,
    /// Typical.
    pub typical: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// Whether it counts.
    pub counts: bool,
}

impl Dot {
    fn values(self) -> impl Iterator<Item = f64> {
        [self.low, self.typical, self.high].into_iter().flatten()
    }
}

/// From figures to the screen.
struct Frame {
    rect: Rect,
    years: (f64, f64),
    scale: Scale,
    bounds: (f64, f64),
}

/// Draws the chart; `axis` words a value, `tip` fills the tooltip of a figure by its position.
pub fn dots_ui(
    ui: &mut Ui,
    chart: &Dots<'_>,
    axis: impl Fn(f64) -> String,
    tip: impl FnOnce(&mut Ui, usize),
) {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), chart.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let Some(frame) = frame(chart, rect) else {
        return;
    };
    axes_ui(ui.painter(), tokens, chart, &frame, axis);
    let places: Vec<Option<Pos2>> = chart.dots.iter().map(|dot| place(&frame, *dot)).collect();
    let hovered = response.hover_pos().and_then(|pointer| {
        let near = places.iter().enumerate().filter_map(|(i, at)| {
            let at = (*at)?;
            let dot = chart.dots.get(i)?;
            let (top, bottom) = ends(&frame, *dot);
            let on_range = pos2(at.x, pointer.y.clamp(top, bottom));
            Some((on_range.distance(pointer), i))
        });
        near.filter(|(distance, _)| *distance <= REACH)
            .min_by(|a, b| a.0.total_cmp(&b.0))
    });
    let hovered = hovered.map(|(_, i)| i);
    // Those that count lie above the others, the hovered one above all.
    for layer in 0..3 {
        for (i, (dot, at)) in chart.dots.iter().zip(&places).enumerate() {
            let own = match (hovered == Some(i), dot.counts) {
                (true, _) => 2,
                (false, true) => 1,
                (false, false) => 0,
            };
            if own == layer
                && let Some(at) = at
            {
                dot_ui(ui.painter(), tokens, chart, &frame, *dot, *at, own == 2);
            }
        }
    }
    if let Some(i) = hovered {
        response.on_hover_ui_at_pointer(|ui| tip(ui, i));
    }
}

fn frame(chart: &Dots<'_>, rect: Rect) -> Option<Frame> {
    let values = || chart.dots.iter().flat_map(|dot| dot.values());
    let low = values().reduce(f64::min)?;
    let high = values().reduce(f64::max)?;
    let years = || chart.dots.iter().filter_map(|dot| dot.at);
    let first = years().reduce(f64::min).unwrap_or(0.0);
    let last = years().reduce(f64::max).unwrap_or(0.0);
    let undated = chart.dots.iter().any(|dot| dot.at.is_none());
    let scale = Scale::for_range(low, high);
    Some(Frame {
        rect: Rect::from_min_max(
            rect.min + vec2(LEFT, 6.0),
            rect.max - vec2(if undated { UNDATED } else { 8.0 }, BOTTOM),
        ),
        years: (first.floor() - 0.4, (last.floor() + 1.4).max(first + 2.0)),
        scale,
        bounds: scale.bounds(low, high),
    })
}

/// How many ticks have room along an axis, and at least so many.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small number of ticks"
)]
fn along(length: f32, each: f32, least: usize) -> usize {
    ((length / each) as usize).clamp(least, 12)
}

fn x_of(frame: &Frame, at: Option<f64>) -> f32 {
    let Some(year) = at else {
        return frame.rect.right() + UNDATED / 2.0;
    };
    let (first, last) = frame.years;
    let share = (year - first) / (last - first).max(f64::MIN_POSITIVE);
    frame.rect.left() + frame.rect.width() * narrow(share)
}

fn y_of(frame: &Frame, value: f64) -> f32 {
    let (low, high) = frame.bounds;
    let share = (frame.scale.position(value) - low) / (high - low).max(f64::MIN_POSITIVE);
    frame.rect.bottom() - frame.rect.height() * narrow(share)
}

#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn narrow(share: f64) -> f32 {
    share.clamp(0.0, 1.0) as f32
}

fn place(frame: &Frame, dot: Dot) -> Option<Pos2> {
    let middle = || Some(f64::midpoint(dot.low?, dot.high?));
    let value = dot.typical.or_else(middle).or(dot.low).or(dot.high)?;
    Some(pos2(x_of(frame, dot.at), y_of(frame, value)))
}

/// Top and bottom of a figure's range on the screen.
fn ends(frame: &Frame, dot: Dot) -> (f32, f32) {
    let ys = || dot.values().map(|value| y_of(frame, value));
    (
        ys().fold(f32::INFINITY, f32::min),
        ys().fold(f32::NEG_INFINITY, f32::max),
    )
}

fn axes_ui(
    painter: &Painter,
    tokens: &Tokens,
    chart: &Dots<'_>,
    frame: &Frame,
    axis: impl Fn(f64) -> String,
) {
    let font = FontId::proportional(size::SMALL - 1.0);
    let rect = frame.rect;
    let right = if chart.dots.iter().any(|dot| dot.at.is_none()) {
        rect.right() + UNDATED
    } else {
        rect.right()
    };
    for mark in frame
        .scale
        .ticks(frame.bounds, along(rect.height(), 26.0, 4))
    {
        let value = frame.scale.value(mark.value);
        let y = y_of(frame, value);
        painter.hline(rect.left()..=right, y, Stroke::new(1.0, tokens.grid));
        painter.text(
            pos2(rect.left() - 6.0, y),
            Align2::RIGHT_CENTER,
            axis(value),
            font.clone(),
            tokens.muted,
        );
    }
    let most = along(rect.width(), 70.0, 5);
    let step = year_step(frame.years.1 - frame.years.0, most);
    let (first, last) = frame.years;
    // A year is labelled at its middle.
    for mark in ticks_of((first - 0.5, last - 0.5), step) {
        let x = x_of(frame, Some(mark.value + 0.5));
        painter.vline(x, rect.y_range(), Stroke::new(1.0, tokens.grid));
        painter.text(
            pos2(x, rect.bottom() + 3.0),
            Align2::CENTER_TOP,
            format!("{:.0}", mark.value),
            font.clone(),
            tokens.muted,
        );
    }
    if right > rect.right() {
        painter.text(
            pos2(x_of(frame, None), rect.bottom() + 3.0),
            Align2::CENTER_TOP,
            chart.undated,
            font,
            tokens.muted,
        );
    }
}

fn dot_ui(
    painter: &Painter,
    tokens: &Tokens,
    chart: &Dots<'_>,
    frame: &Frame,
    dot: Dot,
    at: Pos2,
    front: bool,
) {
    let color = if dot.counts {
        chart.color
    } else {
        tokens.muted
    };
    let faint = if dot.counts || front { 0.55 } else { 0.3 };
    let (top, bottom) = ends(frame, dot);
    if bottom - top > 1.0 {
        let line = [pos2(at.x, top), pos2(at.x, bottom)];
        painter.line_segment(line, Stroke::new(1.6, color.gamma_multiply(faint)));
    }
    let radius = if front { 4.5 } else { 3.2 };
    // A range without a typical value has no dot to fill.
    let filled = dot.counts && dot.typical.is_some();
    let fill = if filled { color } else { tokens.surface };
    let edge = color.gamma_multiply(if dot.counts || front { 1.0 } else { 0.55 });
    painter.circle(at, radius, fill, Stroke::new(1.3, edge));
}
