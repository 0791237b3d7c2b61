//! Years as a small histogram: a click chooses a year, a drag several.

use crate::ui::theme::Tokens;
use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use std::collections::BTreeMap;

/// What the histogram shows.
pub struct Histogram<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// Year to count.
    pub counts: &'a BTreeMap<i32, usize>,
    /// First and last year of the axis.
    pub range: (i32, i32),
    /// The years that are chosen.
    pub chosen: Option<(i32, i32)>,
}

/// Draws the histogram; returns newly chosen years.
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
    let chosen = axis.chosen(ui, &response);
    (response, chosen)
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
