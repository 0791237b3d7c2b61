//! Marks below a chart over years: a number for each year that has some, with a list behind it.

use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Align, Align2, CornerRadius, FontId, Layout, Popup, PopupCloseBehavior, Rect, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};
use egui_plot::{PlotPoint, PlotTransform};

/// Height of the row of marks.
pub const YEAR_MARKS: f32 = 20.0;
/// Width and height of the list behind a mark.
const LIST: Vec2 = Vec2::new(380.0, 300.0);
/// Largest size of a mark.
const MARK: Vec2 = Vec2::new(22.0, 15.0);
/// Width below which a mark has no room for its number.
const LEAST: f32 = 13.0;

/// A mark.
pub struct YearMark {
    /// Its year.
    pub year: i32,
    /// The number in it.
    pub count: usize,
    /// Accessible name: what it stands for.
    pub name: String,
}

/// Draws the row below a chart whose years stand where `transform` has them. `list` fills the list
/// behind the mark of a year.
pub fn year_marks_ui(
    ui: &mut Ui,
    transform: &PlotTransform,
    marks: &[YearMark],
    list: impl Fn(&mut Ui, i32),
) {
    let room = Vec2::new(ui.available_width(), YEAR_MARKS);
    let (row, _) = ui.allocate_exact_size(room, Sense::hover());
    let x = |year: i32| {
        let point = PlotPoint::new(f64::from(year), 0.0);
        transform.position_from_point(&point).x
    };
    let year_width = x(1) - x(0);
    let size = Vec2::new(MARK.x.min(year_width - 2.0).max(4.0), MARK.y);
    for mark in marks {
        let rect = Rect::from_center_size(pos2(x(mark.year), row.center().y), size);
        if row.x_range().contains(rect.center().x) {
            mark_ui(ui, rect, mark, &list);
        }
    }
}

fn mark_ui(ui: &Ui, rect: Rect, mark: &YearMark, list: &impl Fn(&mut Ui, i32)) {
    let tokens = Tokens::of(ui);
    let id = ui.scope_id().with(("year-mark", mark.year));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &mark.name));
    let shown = Popup::is_id_open(ui, Popup::default_response_id(&response));
    let active = response.hovered() || response.has_focus() || shown;
    let (fill, color) = if active {
        (tokens.accent, tokens.surface)
    } else {
        (tokens.selection, tokens.text)
    };
    let radius = CornerRadius::same(4);
    let painter = ui.painter();
    painter.rect_filled(rect, radius, fill);
    if rect.width() >= LEAST {
        let font = FontId::proportional(size::SMALL - 1.5);
        let number = mark.count.to_string();
        painter.text(rect.center(), Align2::CENTER_CENTER, number, font, color);
    }
    if response.has_focus() {
        let stroke = Stroke::new(1.5, tokens.text);
        painter.rect_stroke(rect.expand(1.5), radius, stroke, StrokeKind::Inside);
    }
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(LIST.x);
            // A menu stretches its lines; sentences must not be.
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let scroll = ScrollArea::vertical().max_height(LIST.y);
                scroll.show(ui, |ui| list(ui, mark.year));
            });
        });
    response.on_hover_text(&mark.name);
}
