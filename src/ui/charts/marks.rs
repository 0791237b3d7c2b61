//! A legend of marks and lines with what they mean.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Color32, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, emath::Rot2,
    pos2, vec2,
};
use std::f32::consts::TAU;

/// Width of a mark.
const MARK: f32 = 18.0;
/// The gap between two dashes of a circle, as a share of a dash.
const GAP: f32 = 0.75;
/// How many dashes a circle has at least and at most.
const FEWEST_DASHES: f32 = 5.0;
const MOST_DASHES: f32 = 500.0;

/// An entry of the legend.
pub struct MarkEntry {
    /// What the mark means.
    pub label: String,
    /// Its colour.
    pub color: Color32,
    /// How it looks.
    pub mark: Mark,
}

/// A mark or a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A full dot.
    Full,
    /// A hollow dot.
    Ring,
    /// A full diamond.
    Diamond,
    /// A hollow diamond.
    HollowDiamond,
    /// A pale dot with a dashed rim.
    DashedRing,
    /// A whisker with a thick middle half.
    Spread,
    /// A range that stands upright.
    Range,
    /// A line.
    Line,
    /// A dashed line.
    Dashes,
    /// A pale band.
    Band,
}

/// Marks and lines with what they mean, wrapped. A mark and its words are one piece, never torn
/// apart at the end of a line.
pub fn mark_legend_ui(ui: &mut Ui, entries: &[MarkEntry]) {
    ui.scope(|ui| {
        // Before the lines are laid out: their height is taken from here.
        ui.spacing_mut().item_spacing = vec2(5.0, 2.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal_wrapped(|ui| {
            for entry in entries {
                entry_ui(ui, entry);
            }
        });
    });
}

fn entry_ui(ui: &mut Ui, entry: &MarkEntry) {
    let words = Tokens::of(ui).muted;
    let font = FontId::proportional(size::SMALL);
    let galley = ui
        .painter()
        .layout_no_wrap(entry.label.clone(), font, words);
    let whole = vec2(MARK + 5.0 + galley.size().x + 8.0, 18.0);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &entry.label));
    let mark = Rect::from_center_size(
        pos2(rect.left() + MARK / 2.0, rect.center().y),
        vec2(MARK, 12.0),
    );
    paint(ui.painter(), mark, entry);
    let at = pos2(mark.right() + 5.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, words);
}

fn paint(painter: &Painter, rect: Rect, entry: &MarkEntry) {
    let (at, color) = (rect.center(), entry.color);
    let line = [pos2(rect.left(), at.y), pos2(rect.right(), at.y)];
    match entry.mark {
        Mark::Full => {
            painter.circle_filled(at, 4.5, color);
        }
        Mark::Ring => {
            painter.circle_stroke(at, 4.5, Stroke::new(1.5, color));
        }
        Mark::DashedRing => {
            painter.circle_filled(at, 5.0, color.gamma_multiply(0.28));
            painter.extend(dashed_circle(at, 5.0, Stroke::new(1.4, color)));
        }
        Mark::Diamond | Mark::HollowDiamond => {
            let far = 5.0;
            let corners = [
                at + vec2(0.0, -far),
                at + vec2(far, 0.0),
                at + vec2(0.0, far),
                at + vec2(-far, 0.0),
            ];
            let (fill, rim) = if entry.mark == Mark::Diamond {
                (color, Stroke::NONE)
            } else {
                (Color32::TRANSPARENT, Stroke::new(1.5, color))
            };
            painter.add(Shape::convex_polygon(corners.to_vec(), fill, rim));
        }
        Mark::Spread => {
            painter.line_segment(line, Stroke::new(1.4, color.gamma_multiply(0.6)));
            let thick = [
                pos2(rect.left() + 5.0, at.y),
                pos2(rect.right() - 5.0, at.y),
            ];
            painter.line_segment(thick, Stroke::new(5.0, color.gamma_multiply(0.5)));
        }
        Mark::Range => {
            let upright = [pos2(at.x, rect.top()), pos2(at.x, rect.bottom())];
            painter.line_segment(upright, Stroke::new(1.6, color.gamma_multiply(0.55)));
        }
        Mark::Band => {
            painter.rect_filled(rect, 2.0, color.gamma_multiply(0.3));
        }
        Mark::Line => {
            painter.line_segment(line, Stroke::new(2.0, color));
        }
        Mark::Dashes => {
            painter.extend(Shape::dashed_line(&line, Stroke::new(1.2, color), 5.0, 4.0));
        }
    }
}

/// A dashed circle: each dash is one straight line, for there can be thousands of such circles in
/// a frame, and no dash is long enough to look bent.
pub(super) fn dashed_circle(at: Pos2, radius: f32, stroke: Stroke) -> impl Iterator<Item = Shape> {
    // Short dashes on a small circle, so that they are still told from a whole one.
    let dash = (radius * 0.5).clamp(2.0, 4.0);
    let around = TAU * radius / (dash * (1.0 + GAP));
    let dashes = around.round().clamp(FEWEST_DASHES, MOST_DASHES);
    let turn = Rot2::from_angle(TAU / dashes);
    let along = Rot2::from_angle(TAU / dashes / (1.0 + GAP));
    let mut from = vec2(radius, 0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small whole number"
    )]
    let count = dashes as u32;
    (0..count).map(move |_| {
        let ends = [at + from, at + along * from];
        from = turn * from;
        Shape::line_segment(ends, stroke)
    })
}
