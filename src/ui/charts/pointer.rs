//! What the pointer does to a chart over years: a click takes a year, a drag takes several.

use eframe::egui::{PointerButton, Response, Ui};

/// What a person did with a chart over years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearEvent {
    /// Clicked a year.
    Year(i32),
    /// Dragged over years.
    Years(i32, i32),
}

/// The event of this frame. `year` is the one under the pointer, `exists` whether it can be clicked.
pub(super) fn year_event(
    ui: &Ui,
    response: &Response,
    year: Option<i32>,
    exists: bool,
) -> Option<YearEvent> {
    let year = year?;
    let start = response.id.with("drag-start");
    if response.drag_started_by(PointerButton::Primary) {
        ui.data_mut(|data| data.insert_temp(start, year));
    }
    if response.drag_stopped_by(PointerButton::Primary) {
        let from = ui
            .data_mut(|data| data.remove_temp::<i32>(start))
            .unwrap_or(year);
        return Some(YearEvent::Years(from.min(year), from.max(year)));
    }
    (response.clicked() && exists).then_some(YearEvent::Year(year))
}

/// The year at a position, within the axis.
pub(super) fn nearest_year(x: f64, first: i32, last: i32) -> i32 {
    let rounded = x.round().clamp(f64::from(first), f64::from(last));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped to the range of the years"
    )]
    let year = rounded as i32;
    year
}
