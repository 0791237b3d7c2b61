//! One value of a facet: swatch or box, name, count, money and a small bar, in 25 points of height.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2,
};

/// What a facet row shows.
pub struct FacetRow<'a> {
    /// Name of the value.
    pub label: &'a str,
    /// Count, as text.
    pub count: &'a str,
    /// Money, as text; empty for none.
    pub money: &'a str,
    /// The longest such text of the rows beside it, which all leave room for.
    pub widest: &'a str,
    /// Length of the bar, 0 to 1.
    pub share: f32,
    /// Colour of the value, where it has one.
    pub color: Option<Color32>,
    /// Whether it is included.
    pub included: bool,
    /// Whether it is excluded.
    pub excluded: bool,
    /// Whether it holds nothing under the other filters.
    pub empty: bool,
    /// The whole row in words.
    pub name: &'a str,
}

/// Height of a row.
pub const FACET_HEIGHT: f32 = 25.0;
/// Least width of the column of money, and what of it stays free beside the count.
const MONEY_WIDTH: f32 = 42.0;
const BESIDE_MONEY: f32 = 10.0;

/// Draws the row; a click is for the caller to read.
pub fn facet_row(ui: &mut Ui, row: &FacetRow<'_>) -> Response {
    let tokens = Tokens::of(ui);
    let size = Vec2::new(ui.available_width(), FACET_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.included, row.name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ground(ui, tokens, rect, &response, row);
    mark(
        ui,
        tokens,
        pos2(rect.left() + 10.0, rect.center().y - 1.0),
        row,
    );
    words(ui, tokens, rect, row);
    let left = rect.left() + 22.0;
    let length = (rect.right() - left) * row.share.clamp(0.0, 1.0);
    if length > 0.5 {
        let line = Rect::from_min_size(pos2(left, rect.bottom() - 3.0), Vec2::new(length, 2.0));
        let color = row.color.unwrap_or(tokens.muted).gamma_multiply(0.7);
        ui.painter().rect_filled(line, CornerRadius::same(1), color);
    }
    response
}

fn ground(ui: &Ui, tokens: &Tokens, rect: Rect, response: &Response, row: &FacetRow<'_>) {
    let ground = rect.expand2(Vec2::new(4.0, 0.0));
    if row.included {
        ui.painter()
            .rect_filled(ground, CornerRadius::same(4), tokens.selection);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(ground, CornerRadius::same(4), tokens.raised);
    }
    if response.has_focus() {
        let stroke = Stroke::new(1.5, tokens.accent);
        ui.painter()
            .rect_stroke(ground, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
}

/// The colour, or a box; a tick for included, a bar for excluded.
fn mark(ui: &Ui, tokens: &Tokens, center: Pos2, row: &FacetRow<'_>) {
    let square = Rect::from_center_size(center, Vec2::splat(11.0));
    let painter = ui.painter();
    let radius = CornerRadius::same(3);
    let color = if row.empty {
        tokens.border
    } else {
        row.color.unwrap_or(tokens.muted)
    };
    if row.color.is_some() && !row.excluded {
        painter.rect_filled(square, radius, color);
    } else {
        painter.rect_stroke(square, radius, Stroke::new(1.2, color), StrokeKind::Inside);
    }
    let on = if row.color.is_some() {
        tokens.surface
    } else {
        tokens.accent
    };
    if row.included {
        let stroke = Stroke::new(1.8, on);
        let tick = [
            center + Vec2::new(-3.0, 0.0),
            center + Vec2::new(-0.8, 2.4),
            center + Vec2::new(3.2, -2.6),
        ];
        painter.line_segment([tick[0], tick[1]], stroke);
        painter.line_segment([tick[1], tick[2]], stroke);
    } else if row.excluded {
        let stroke = Stroke::new(1.8, tokens.warning);
        painter.line_segment(
            [center - Vec2::new(3.5, 0.0), center + Vec2::new(3.5, 0.0)],
            stroke,
        );
    }
}

fn words(ui: &Ui, tokens: &Tokens, rect: Rect, row: &FacetRow<'_>) {
    let text = if row.empty { tokens.muted } else { tokens.text };
    let font = FontId::proportional(size::TABLE);
    let y = rect.center().y - 1.0;
    let painter = ui.painter();
    let mut right = rect.right();
    if !row.money.is_empty() {
        painter.text(
            pos2(right, y),
            Align2::RIGHT_CENTER,
            row.money,
            font.clone(),
            text,
        );
    }
    let widest = painter.layout_no_wrap(row.widest.to_owned(), font.clone(), text);
    right -= MONEY_WIDTH.max(widest.size().x + BESIDE_MONEY);
    let count = painter.text(
        pos2(right, y),
        Align2::RIGHT_CENTER,
        row.count,
        font.clone(),
        tokens.muted,
    );
    let left = rect.left() + 22.0;
    let room = count.left() - 8.0 - left;
    let mut job =
        eframe::egui::text::LayoutJob::simple_singleline(row.label.to_owned(), font, text);
    job.wrap.max_width = room.max(10.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    if row.excluded {
        for section in &mut job.sections {
            section.format.strikethrough = Stroke::new(1.0, tokens.warning);
        }
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    painter.galley(pos2(left, y - galley.size().y / 2.0), galley, text);
}

#[cfg(test)]
mod tests {
    use super::{FacetRow, facet_row};
    use eframe::egui::{Context, RawInput, Rect, Shape};

    /// Counts of hundreds of thousands lay under sums of tens of thousands of billions.
    #[test]
    fn long_numbers_stand_side_by_side() {
        let mut output = Context::default().run_ui(RawInput::default(), |ui| {
            ui.set_width(230.0);
            let row = FacetRow {
                label: "Transport",
                count: "259,687",
                money: "41,935.5",
                widest: "41,935.5",
                share: 1.0,
                color: None,
                included: false,
                excluded: false,
                empty: false,
                name: "Transport",
            };
            facet_row(ui, &row);
        });
        // Nothing is drawn: no renderer takes the textures.
        output.textures_delta.clear();
        let shapes = output.shapes.iter().map(|clipped| &clipped.shape);
        let texts = shapes.filter(|shape| matches!(shape, Shape::Text(_)));
        let places: Vec<Rect> = texts.map(Shape::visual_bounding_rect).collect();
        assert_eq!(places.len(), 3, "name, count and money");
        for (at, one) in places.iter().enumerate() {
            for other in places.iter().skip(at + 1) {
                assert!(!one.intersects(*other), "{one:?} lies on {other:?}");
            }
        }
    }
}
