//! A small histogram over whole numbers such as years: a click chooses one, a drag several; with
//! the focus, the arrows move what is chosen and with Shift its end.

use crate::ui::theme::Tokens;
use eframe::egui::{
    CornerRadius, EventFilter, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};
use std::collections::BTreeMap;

/// What the histogram shows.
pub struct Histogram<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// Number to count.
    pub counts: &'a BTreeMap<i32, usize>,
    /// First and last number of the axis.
    pub range: (i32, i32),
    /// First and last number that are chosen.
    pub chosen: Option<(i32, i32)>,
}

/// Draws the histogram; returns what is newly chosen.
pub fn histogram(ui: &mut Ui, histogram: &Histogram<'_>) -> (Response, Option<(i32, i32)>) {
    let size = Vec2::new(ui.available_width(), 46.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, histogram.name));
    let (first, last) = histogram.range;
    let axis = Axis {
        rect,
        first,
        slots: (last - first + 1).max(1),
    };
    axis.paint(ui, histogram);
    if response.has_focus() {
        let stroke = Stroke::new(1.5, Tokens::of(ui).accent);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Outside);
    }
    let by_keys = || keys(ui, &response, histogram);
    let chosen = axis.chosen(ui, &response).or_else(by_keys);
    (response, chosen)
}

/// What the arrows choose: the first press the first number, then one further or back.
fn keys(ui: &Ui, response: &Response, histogram: &Histogram<'_>) -> Option<(i32, i32)> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let (step, grows) = ui.input(|input| {
        let right = input.key_pressed(Key::ArrowRight);
        let left = input.key_pressed(Key::ArrowLeft);
        (i32::from(right) - i32::from(left), input.modifiers.shift)
    });
    if step == 0 {
        return None;
    }
    let (first, last) = histogram.range;
    let last = last.max(first);
    let Some((from, to)) = histogram.chosen else {
        let end = if step > 0 { first } else { last };
        return Some((end, end));
    };
    // A view made by hand can have chosen more than there is.
    let from = from.clamp(first, last);
    let to = to.clamp(from, last);
    if grows {
        return Some((from, (to + step).clamp(from, last)));
    }
    // What is chosen keeps its length at the ends.
    let step = step.clamp(first - from, last - to);
    Some((from + step, to + step))
}

struct Axis {
    rect: Rect,
    first: i32,
    slots: i32,
}

impl Axis {
    #[expect(
        clippy::cast_precision_loss,
        reason = "at most a few hundred years across a panel"
    )]
    fn paint(&self, ui: &Ui, histogram: &Histogram<'_>) {
        let tokens = Tokens::of(ui);
        let most = histogram.counts.values().copied().max().unwrap_or(1).max(1) as f32;
        let width = self.rect.width() / self.slots as f32;
        for (year, count) in histogram.counts {
            let left = self.rect.left() + (year - self.first) as f32 * width;
            let height = (self.rect.height() - 2.0) * *count as f32 / most;
            let bar = Rect::from_min_max(
                pos2(left + 0.5, self.rect.bottom() - height.max(1.5)),
                pos2(left + width.max(2.0) - 0.5, self.rect.bottom()),
            );
            let inside = histogram
                .chosen
                .is_none_or(|(from, to)| (from..=to).contains(year));
            let color = if inside {
                tokens.accent.gamma_multiply(0.75)
            } else {
                tokens.border
            };
            ui.painter().rect_filled(bar, CornerRadius::same(1), color);
        }
    }

    fn chosen(&self, ui: &Ui, response: &Response) -> Option<(i32, i32)> {
        let pointer = response.interact_pointer_pos()?;
        let year = self.year_at(pointer.x);
        let start = response.id.with("start");
        if response.drag_started() {
            let press = ui
                .input(|input| input.pointer.press_origin())
                .unwrap_or(pointer);
            let year = self.year_at(press.x);
            ui.data_mut(|data| data.insert_temp(start, year));
        }
        if response.clicked() {
            return Some((year, year));
        }
        let from = ui
            .data(|data| data.get_temp::<i32>(start))
            .filter(|_| response.drag_stopped())?;
        Some((from.min(year), from.max(year)))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "a position inside the panel"
    )]
    fn year_at(&self, x: f32) -> i32 {
        let share = ((x - self.rect.left()) / self.rect.width()).clamp(0.0, 0.999);
        self.first + (share * self.slots as f32) as i32
    }
}
