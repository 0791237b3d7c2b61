//! A small map that stands still: where one point is. A click or Enter is for the caller to read.

use super::{GeoMap, MapWords, Scene};
use crate::ui::theme::Tokens;
use eframe::egui::{CursorIcon, Response, Role, Sense, Ui, Vec2, WidgetInfo};

/// Draws it as wide as there is room; `name` says what it shows and where a click leads.
pub fn still_map_ui(ui: &mut Ui, map: &GeoMap<'_>, name: &str) -> Response {
    let size = Vec2::new(ui.available_width(), map.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let words = MapWords {
        name,
        outside: &|_| String::new(),
    };
    let scene = Scene::new(map, &words, Tokens::of(ui), rect);
    let drawn = scene.bubbles();
    scene.paint(ui, &scene.lines(), &drawn, None);
    scene.focus_ui(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
