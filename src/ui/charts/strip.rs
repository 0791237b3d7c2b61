//! A strip: marks on one line, and the band of what a claim can mean behind them. As wide as it is given.

use crate::ui::theme::Tokens;
use eframe::egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2,
};

/// The state of a strip.
pub struct Strip<'a> {
    /// Accessible name: what the strip shows, in words.
    pub name: &'a str,
    /// The band behind the marks; its ends may be infinite.
    pub band: Option<(f64, f64)>,
    /// What lies on the line.
    pub marks: Vec<StripMark>,
    /// Height in points.
    pub height: f32,
}

/// A number, or a range of numbers, on the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StripMark {
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// Its colour.
    pub color: Color32,
    /// Drawn full; else hollow.
    pub filled: bool,
}

/// Share of the width left free at both ends.
const PADDING: f64 = 0.12;
/// Radius of a mark.
const RADIUS: f32 = 4.0;

/// Draws the strip.
pub fn strip_ui(ui: &mut Ui, strip: &Strip<'_>) -> Response {
    let size = Vec2::new(ui.available_width(), strip.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, strip.name));
    let Some(scale) = Scale::of(strip, rect) else {
        return response;
    };
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let y = rect.center().y;
    if let Some((low, high)) = strip.band {
        let band = Rect::from_min_max(
            pos2(scale.x(low), rect.top() + 1.0),
            pos2(scale.x(high).max(scale.x(low) + 2.0), rect.bottom() - 1.0),
        );
        let fill = tokens
            .accent
            .gamma_multiply(if tokens.dark { 0.30 } else { 0.18 });
        painter.rect_filled(band, CornerRadius::same(2), fill);
    }
    let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
    painter.line_segment(line, Stroke::new(1.0, tokens.border));
    for mark in &strip.marks {
        let (left, right) = (scale.x(mark.low), scale.x(mark.high));
        // A range is a thin bar, so that the band behind it stays visible.
        let (end, half) = if right > left {
            (0.0, RADIUS / 2.0)
        } else {
            (RADIUS, RADIUS)
        };
        let shape = Rect::from_min_max(pos2(left - end, y - half), pos2(right + end, y + half));
        let radius = CornerRadius::same(4);
        if mark.filled {
            painter.rect_filled(shape, radius, mark.color);
            painter.rect_stroke(
                shape,
                radius,
                Stroke::new(1.0, tokens.surface),
                StrokeKind::Outside,
            );
        } else {
            painter.rect_filled(shape, radius, tokens.surface);
            painter.rect_stroke(
                shape,
                radius,
                Stroke::new(1.5, mark.color),
                StrokeKind::Inside,
            );
        }
    }
    response
}

/// From values to positions; what is infinite lies at the edge.
struct Scale {
    low: f64,
    high: f64,
    rect: Rect,
}

impl Scale {
    fn of(strip: &Strip<'_>, rect: Rect) -> Option<Self> {
        let band = strip.band.map(|(low, high)| [low, high]);
        let marks = strip.marks.iter().flat_map(|mark| [mark.low, mark.high]);
        let values = band
            .into_iter()
            .flatten()
            .chain(marks)
            .filter(|value| value.is_finite());
        let range = values.fold(None, |range, value| {
            let (low, high) = range.unwrap_or((value, value));
            Some((f64::min(low, value), f64::max(high, value)))
        });
        let (low, high) = range?;
        let span = if high > low {
            high - low
        } else {
            high.abs().max(1.0)
        };
        let room = span * PADDING;
        Some(Self {
            low: low - room,
            high: high + room,
            rect,
        })
    }

    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    fn x(&self, value: f64) -> f32 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.rect.left() + self.rect.width() * share as f32
    }
}
