//! The buttons in a corner of the map: closer, farther, the whole, and where most bubbles are.

use super::{GeoMap, MapEvent, input::STEP};
use crate::{
    analysis::map::{Camera, MapFrame},
    ui::theme::{Tokens, size},
};
use eframe::egui::{Align, Button, Layout, Rect, RichText, Role, Ui, UiBuilder, WidgetInfo, vec2};

/// Side of a button.
const SIDE: f32 = 24.0;

/// Draws the buttons over the map at `rect`; `names` are those of closer, farther, the whole and the first view. Returns what a
/// person did.
pub fn map_buttons_ui(
    ui: &mut Ui,
    map: &GeoMap<'_>,
    rect: Rect,
    names: [&str; 4],
) -> Option<MapEvent> {
    let [closer_name, farther_name, whole_name, first_name] = names;
    let size = [rect.width(), rect.height()].map(f64::from);
    let camera = Camera::new(map.ground, map.frame, size);
    let middle = size.map(|side| side / 2.0);
    let zoomed = |factor: f64| {
        let camera = camera.zoomed(map.ground, factor, middle);
        Some(MapEvent::Frame(camera.frame(map.ground)))
    };
    let builder = UiBuilder::new()
        .max_rect(corner(rect))
        .layout(Layout::top_down(Align::Center));
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing.y = 2.0;
    let (least, most) = (*MapFrame::ZOOMS.start(), *MapFrame::ZOOMS.end());
    let (closer, farther) = (camera.zoom < most, camera.zoom > least);
    let mut event = None;
    if button_ui(&mut ui, "+", closer_name, closer) {
        event = zoomed(STEP);
    }
    if button_ui(&mut ui, "−", farther_name, farther) {
        event = zoomed(1.0 / STEP);
    }
    if button_ui(&mut ui, "□", whole_name, farther) {
        event = Some(MapEvent::Frame(camera.whole(map.ground).frame(map.ground)));
    }
    if button_ui(&mut ui, "○", first_name, map.frame.is_some()) {
        event = Some(MapEvent::Frame(None));
    }
    event
}

/// Where the buttons are in a map.
pub(super) fn corner(map: Rect) -> Rect {
    let size = vec2(SIDE, 4.0 * SIDE + 6.0);
    Rect::from_min_size(map.right_top() + vec2(-SIDE - 8.0, 8.0), size)
}

fn button_ui(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let tokens = Tokens::of(ui);
    let color = if enabled { tokens.text } else { tokens.muted };
    let button = Button::new(RichText::new(sign).size(size::BODY).color(color))
        .min_size(vec2(SIDE, SIDE))
        .fill(tokens.raised)
        .stroke((1.0, tokens.border));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(name).clicked()
}
