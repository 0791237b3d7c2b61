//! What a person does with the map: drag, wheel, keys, clicks; Shift and a drag for an area.

use super::{MapEvent, Scene};
use crate::analysis::{
    geo::Position,
    map::{Camera, GeoBox},
};
use eframe::egui::{EventFilter, Key, Modifiers, PointerButton, Pos2, Response, Ui, Vec2};

/// A press of + or a click on the button makes everything so much larger.
pub(super) const STEP: f64 = 1.5;
/// Points of the wheel that make everything e times larger.
const WHEEL: f32 = 240.0;
/// Share of the picture that an arrow moves.
const MOVE: f32 = 0.125;

/// Whether an area is being chosen.
enum Choosing {
    No,
    Still,
    Done(GeoBox),
}

impl Scene<'_> {
    pub(super) fn event(
        &self,
        ui: &mut Ui,
        response: &Response,
        hovered: Option<usize>,
    ) -> Option<MapEvent> {
        if let Some(id) = hovered.filter(|_| response.clicked()) {
            return Some(MapEvent::Bubble(id));
        }
        if response.double_clicked() {
            return Some(MapEvent::Frame(None));
        }
        if response.clicked() {
            response.request_focus();
        }
        match self.chosen(ui, response) {
            Choosing::No => {}
            Choosing::Still => return None,
            Choosing::Done(area) => return Some(MapEvent::Area(area)),
        }
        if response.has_focus() && pressed(ui, Key::Num0) {
            return Some(MapEvent::Frame(None));
        }
        let camera = self
            .dragged(response)
            .or_else(|| self.wheel(ui, response))
            .or_else(|| self.keys(ui, response))?;
        (camera != self.camera).then(|| MapEvent::Frame(camera.frame(self.map.ground)))
    }

    /// Whether an area is dragged, and at the end the area.
    fn chosen(&self, ui: &mut Ui, response: &Response) -> Choosing {
        let start = response.id.with("area");
        let shift = ui.input(|input| input.modifiers.shift);
        if response.drag_started_by(PointerButton::Primary) && shift {
            let press = ui.input(|input| input.pointer.press_origin());
            let from = press.and_then(|press| self.position(press));
            ui.data_mut(|data| data.insert_temp(start, from));
        }
        let Some(from) = ui.data(|data| data.get_temp::<Option<Position>>(start)) else {
            return Choosing::No;
        };
        let to = response.interact_pointer_pos();
        let to = to.and_then(|to| self.position(to.clamp(self.rect.min, self.rect.max)));
        let area = from.zip(to).map(|(from, to)| GeoBox::between(from, to));
        if response.drag_stopped() || !response.dragged() {
            ui.data_mut(|data| data.remove_temp::<Option<Position>>(start));
            return area.map_or(Choosing::Still, Choosing::Done);
        }
        if let Some(area) = area {
            let painter = ui.painter().with_clip_rect(self.rect);
            self.area(&painter, area);
        }
        Choosing::Still
    }

    fn dragged(&self, response: &Response) -> Option<Camera> {
        let by = response.drag_delta();
        let moved = response.dragged_by(PointerButton::Primary) && by != Vec2::ZERO;
        moved.then(|| self.camera.moved(self.map.ground, doubles(by)))
    }

    fn wheel(&self, ui: &Ui, response: &Response) -> Option<Camera> {
        let pointer = response.hover_pos()?;
        let factor = ui.input_mut(|input| {
            let turned = input.smooth_scroll_delta.y;
            // Nothing else scrolls.
            input.smooth_scroll_delta = Vec2::ZERO;
            // A turn too far to be meant is no leap to the end.
            f64::from((turned / WHEEL).exp() * input.zoom_delta()).clamp(0.1, 10.0)
        });
        let turned = (factor - 1.0).abs() > 1e-6;
        turned.then(|| self.zoomed(factor, pointer))
    }

    fn zoomed(&self, factor: f64, about: Pos2) -> Camera {
        let about = doubles(about - self.rect.min);
        self.camera.zoomed(self.map.ground, factor, about)
    }

    fn keys(&self, ui: &Ui, response: &Response) -> Option<Camera> {
        if !response.has_focus() {
            return None;
        }
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let press = |key| pressed(ui, key);
        let plus = press(Key::Plus) | press(Key::Equals);
        let minus = press(Key::Minus);
        let side = |more, less| f32::from(i8::from(press(more)) - i8::from(press(less)));
        let by = Vec2::new(
            side(Key::ArrowLeft, Key::ArrowRight),
            side(Key::ArrowUp, Key::ArrowDown),
        );
        let middle = self.rect.center();
        if plus != minus {
            let factor = if plus { STEP } else { 1.0 / STEP };
            return Some(self.zoomed(factor, middle));
        }
        let by = by * self.rect.size() * MOVE;
        (by != Vec2::ZERO).then(|| self.camera.moved(self.map.ground, doubles(by)))
    }
}

/// Whether a key was pressed, which then nothing else hears of.
fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

fn doubles(vector: Vec2) -> [f64; 2] {
    [vector.x, vector.y].map(f64::from)
}
