//! The legend of a scatter: marks and lines with what they mean.

use crate::ui::{theme::Tokens, widgets::muted};
use eframe::egui::{Painter, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Words of the legend.
pub struct ScatterLegend {
    /// A full mark.
    pub best: String,
    /// A hollow mark.
    pub beaten: String,
    /// A mark of a single figure.
    pub single: String,
    /// Whisker and middle half.
    pub spread: String,
    /// The frontier.
    pub frontier: String,
}

/// Marks and lines of the chart with what they mean, in one wrapped line.
pub fn scatter_legend_ui(ui: &mut Ui, words: &ScatterLegend) {
    let tokens = Tokens::of(ui);
    let color = tokens.muted;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 2.0);
        let entry = |ui: &mut Ui, text: &str, draw: &dyn Fn(&Painter, Rect)| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            draw(ui.painter(), rect);
            muted(ui, text);
            ui.add_space(6.0);
        };
        entry(ui, &words.best, &|painter, rect| {
            painter.circle_filled(rect.center(), 4.5, color);
        });
        entry(ui, &words.beaten, &|painter, rect| {
            painter.circle_stroke(rect.center(), 4.5, Stroke::new(1.5, color));
        });
        entry(ui, &words.single, &|painter, rect| {
            let far = 5.0;
            let at = rect.center();
            let corners = [
                at + vec2(0.0, -far),
                at + vec2(far, 0.0),
                at + vec2(0.0, far),
                at + vec2(-far, 0.0),
            ];
            painter.add(Shape::convex_polygon(corners.to_vec(), color, Stroke::NONE));
        });
        entry(ui, &words.spread, &|painter, rect| {
            let y = rect.center().y;
            let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
            painter.line_segment(line, Stroke::new(1.4, color.gamma_multiply(0.6)));
            let thick = [pos2(rect.left() + 5.0, y), pos2(rect.right() - 5.0, y)];
            painter.line_segment(thick, Stroke::new(5.0, color.gamma_multiply(0.5)));
        });
        entry(ui, &words.frontier, &|painter, rect| {
            let y = rect.center().y;
            let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
            painter.extend(Shape::dashed_line(&line, Stroke::new(1.2, color), 5.0, 4.0));
        });
    });
}
