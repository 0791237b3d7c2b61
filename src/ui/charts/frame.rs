//! What all charts share: a plot that stands still, with quiet grid lines and no cross-hair.

use super::ticks::SPACING;
use crate::ui::theme::Tokens;
use eframe::egui::{Sense, Vec2};
use egui_plot::Plot;

/// A plot with fixed bounds. Nothing zooms or scrolls it, so a scroll over it scrolls the page,
/// and a change of the data never leaves a person looking at an empty area.
pub(super) fn still_plot<'a>(
    name: &str,
    height: f32,
    tokens: &Tokens,
    x: (f64, f64),
    y: (f64, f64),
) -> Plot<'a> {
    Plot::new(name)
        .height(height)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .show_background(false)
        .set_margin_fraction(Vec2::ZERO)
        .default_x_bounds(x.0, x.1)
        .default_y_bounds(y.0, y.1)
        .reset()
        .grid_color(tokens.grid)
        .grid_fade(0.0)
        .grid_spacing(SPACING)
        .sense(Sense::click())
        .label_formatter(|_| None)
}
