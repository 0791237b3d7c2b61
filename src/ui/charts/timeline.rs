//! A time line with lanes: each moment a dot; hover and the arrow keys point, a click selects.

use super::ticks::{ticks_of, year_step};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Align2, Color32, EventFilter, FontId, Key, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2,
    WidgetInfo, pos2,
};

/// The state of the time line.
pub struct Timeline<'a> {
    /// Accessible name: what it shows.
    pub name: &'a str,
    /// The lanes, from the top down.
    pub lanes: Vec<Lane>,
    /// The moments, in order of time.
    pub moments: Vec<Moment>,
    /// First and last year of the axis.
    pub years: (f64, f64),
    /// Position of the selected moment.
    pub selected: Option<usize>,
    /// Height in points, the axis included.
    pub height: f32,
}

/// A lane.
pub struct Lane {
    /// Its name.
    pub label: String,
    /// Colour of its dots.
    pub color: Color32,
}

/// A dot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Position of its lane.
    pub lane: usize,
    /// When, in years.
    pub at: f64,
}

const LABELS: f32 = 104.0;
const AXIS: f32 = 20.0;
const RADIUS: f32 = 4.0;
/// How near the pointer must be to point at a dot.
const REACH: f32 = 9.0;

/// Draws the time line. `tip` fills the tooltip of a moment. Returns the newly selected moment.
pub fn timeline_ui(
    ui: &mut Ui,
    timeline: &Timeline<'_>,
    tip: impl FnOnce(&mut Ui, usize),
) -> Option<usize> {
    let wanted = Vec2::new(ui.available_width(), timeline.height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, timeline.name));
    let frame = Frame { timeline, rect };
    let hover = response.hover_pos();
    let pointed = hover.and_then(|position| frame.nearest(position));
    frame.paint(ui, pointed, response.has_focus());
    let stepped = stepped(ui, timeline, &response);
    let clicked = response.clicked();
    if clicked {
        // So that the arrow keys go on from here.
        response.request_focus();
    }
    if let Some(moment) = pointed {
        response.on_hover_ui_at_pointer(|ui| tip(ui, moment));
    }
    stepped.or(pointed.filter(|_| clicked))
}

/// Left and right go from moment to moment while the time line has the focus.
fn stepped(ui: &Ui, timeline: &Timeline<'_>, response: &Response) -> Option<usize> {
    if !response.has_focus() || timeline.moments.is_empty() {
        return None;
    }
    let arrows = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let last = timeline.moments.len() - 1;
    ui.input(|input| {
        let press = |key| input.key_pressed(key);
        match timeline.selected {
            None if press(Key::ArrowRight) || press(Key::ArrowLeft) => Some(last),
            Some(at) if press(Key::ArrowRight) => Some((at + 1).min(last)),
            Some(at) if press(Key::ArrowLeft) => Some(at.saturating_sub(1)),
            _ => None,
        }
    })
}

struct Frame<'a> {
    timeline: &'a Timeline<'a>,
    rect: Rect,
}

impl Frame<'_> {
    #[expect(clippy::cast_possible_truncation, reason = "a share of the axis")]
    fn x(&self, year: f64) -> f32 {
        let (first, last) = self.timeline.years;
        let share = ((year - first) / (last - first).max(f64::MIN_POSITIVE)) as f32;
        let left = self.rect.left() + LABELS;
        left + (self.rect.right() - 8.0 - left) * share
    }

    fn lane_height(&self) -> f32 {
        let lanes = u16::try_from(self.timeline.lanes.len().max(1)).unwrap_or(u16::MAX);
        (self.rect.height() - AXIS) / f32::from(lanes)
    }

    fn y(&self, lane: usize) -> f32 {
        let lane = f32::from(u16::try_from(lane).unwrap_or(u16::MAX));
        self.rect.top() + (lane + 0.5) * self.lane_height()
    }

    fn at(&self, moment: &Moment) -> Pos2 {
        pos2(self.x(moment.at), self.y(moment.lane))
    }

    /// The dot nearest to the pointer; of equals the later one, which lies on top.
    fn nearest(&self, pointer: Pos2) -> Option<usize> {
        let mut best: Option<(usize, f32)> = None;
        for (position, moment) in self.timeline.moments.iter().enumerate() {
            let distance = self.at(moment).distance(pointer);
            if distance <= REACH && best.is_none_or(|(_, least)| distance <= least) {
                best = Some((position, distance));
            }
        }
        best.map(|(position, _)| position)
    }

    fn paint(&self, ui: &Ui, pointed: Option<usize>, focused: bool) {
        let tokens = Tokens::of(ui);
        let painter = ui.painter();
        let font = FontId::proportional(size::SMALL);
        let (first, last) = self.timeline.years;
        let bottom = self.rect.bottom() - AXIS;
        let step = year_step(last - first, 12);
        for tick in ticks_of((first, last), step) {
            let x = self.x(tick.value);
            painter.line_segment(
                [pos2(x, self.rect.top()), pos2(x, bottom)],
                Stroke::new(1.0, tokens.grid),
            );
            let text = format!("{:.0}", tick.value);
            painter.text(
                pos2(x, bottom + 4.0),
                Align2::CENTER_TOP,
                text,
                font.clone(),
                tokens.muted,
            );
        }
        for (position, lane) in self.timeline.lanes.iter().enumerate() {
            let y = self.y(position);
            let line = [
                pos2(self.rect.left() + LABELS, y),
                pos2(self.rect.right(), y),
            ];
            painter.line_segment(line, Stroke::new(1.0, tokens.border));
            painter.text(
                pos2(self.rect.left(), y),
                Align2::LEFT_CENTER,
                &lane.label,
                font.clone(),
                tokens.muted,
            );
        }
        for (position, moment) in self.timeline.moments.iter().enumerate() {
            let color = self
                .timeline
                .lanes
                .get(moment.lane)
                .map_or(tokens.muted, |lane| lane.color);
            let center = self.at(moment);
            // Where dots lie on each other the ground is darker.
            painter.circle(
                center,
                RADIUS,
                color.gamma_multiply(0.55),
                Stroke::new(1.0, color),
            );
            if pointed == Some(position) {
                painter.circle(
                    center,
                    RADIUS + 1.5,
                    color,
                    Stroke::new(1.5, tokens.surface),
                );
            }
        }
        let selected = self
            .timeline
            .selected
            .and_then(|at| self.timeline.moments.get(at));
        if let Some(moment) = selected {
            let color = self
                .timeline
                .lanes
                .get(moment.lane)
                .map_or(tokens.muted, |lane| lane.color);
            painter.circle(
                self.at(moment),
                RADIUS + 2.0,
                color,
                Stroke::new(2.0, tokens.text),
            );
        }
        if focused {
            let stroke = Stroke::new(1.0, tokens.accent);
            painter.rect_stroke(
                self.rect.expand(3.0),
                4.0,
                stroke,
                eframe::egui::StrokeKind::Inside,
            );
        }
    }
}
