//! The legend of a scatter: marks and lines with what they mean.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{FontId, Painter, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Width of a mark.
const MARK: f32 = 18.0;

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
        // A mark and its words are one piece, never torn apart at the end of a line.
        let entry = |ui: &mut Ui, text: &str, draw: &dyn Fn(&Painter, Rect)| {
            let font = FontId::proportional(size::SMALL);
            let galley = ui.painter().layout_no_wrap(text.to_owned(), font, color);
            let whole = vec2(MARK + 5.0 + galley.size().x + 8.0, 18.0);
            let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
            let mark = Rect::from_center_size(
                pos2(rect.left() + MARK / 2.0, rect.center().y),
                vec2(MARK, 12.0),
            );
            draw(ui.painter(), mark);
            let at = pos2(mark.right() + 5.0, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
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
