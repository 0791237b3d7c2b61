//! A number that is dragged or typed. A half-typed one stays in the control until it is complete.

use eframe::egui::{DragValue, Response, Slider, SliderClamping, Ui, WidgetInfo};
use std::ops::RangeInclusive;

/// How a number is shown and changed.
pub struct NumberSpec<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// Smallest and largest.
    pub range: RangeInclusive<f64>,
    /// Change for a point of dragging.
    pub speed: f64,
    /// Most decimals shown.
    pub decimals: usize,
    /// Before the number.
    pub prefix: &'a str,
    /// After the number.
    pub suffix: &'a str,
    /// Width in points.
    pub width: f32,
}

/// The control; returns the new number when a person changed it.
pub fn number(ui: &mut Ui, value: f64, spec: &NumberSpec<'_>) -> (Option<f64>, Response) {
    let mut edited = value;
    let places = spec.decimals;
    let widget = DragValue::new(&mut edited)
        .range(spec.range.clone())
        .speed(spec.speed)
        .prefix(spec.prefix.to_owned())
        .suffix(spec.suffix.to_owned())
        .update_while_editing(false)
        .custom_formatter(move |value, _| crate::i18n::decimal(value, places))
        .custom_parser(parse);
    let response = ui.add_sized([spec.width, ui.spacing().interact_size.y], widget);
    response.widget_info(|| named(WidgetInfo::drag_value(true, value), spec.name));
    let changed = edited.to_bits() != value.to_bits();
    (changed.then_some(edited), response)
}

/// A logarithmic slider without a number of its own.
pub fn log_slider(ui: &mut Ui, value: f64, range: RangeInclusive<f64>, name: &str) -> Option<f64> {
    let mut edited = value.clamp(*range.start(), *range.end());
    ui.spacing_mut().slider_width = ui.available_width() - 4.0;
    let slider = Slider::new(&mut edited, range)
        .logarithmic(true)
        .clamping(SliderClamping::Always)
        .show_value(false);
    let response = ui.add(slider);
    response.widget_info(|| named(WidgetInfo::slider(true, value, name), name));
    (response.changed()).then_some(two_digits(edited))
}

fn named(info: WidgetInfo, name: &str) -> WidgetInfo {
    WidgetInfo {
        label: Some(name.to_owned()),
        ..info
    }
}

/// A slider promises no more than two digits.
fn two_digits(value: f64) -> f64 {
    if value <= 0.0 {
        return value;
    }
    let unit = 10_f64.powf(value.log10().floor() - 1.0);
    (value / unit).round() * unit
}

/// Reads what people type: thousands separated, money signs and units around.
fn parse(text: &str) -> Option<f64> {
    let kept: String = text
        .chars()
        .filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-'))
        .collect();
    let value: f64 = kept.parse().ok()?;
    let factor = match text.trim().chars().last() {
        Some('k' | 'K') => 1_000.0,
        Some('m' | 'M') => 1_000_000.0,
        _ => 1.0,
    };
    Some(value * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_may_be_grouped_and_shortened() {
        assert_eq!(parse("$85,600"), Some(85_600.0));
        assert_eq!(parse("1.5m"), Some(1_500_000.0));
        assert_eq!(parse("250k"), Some(250_000.0));
        assert_eq!(parse("12.5 %"), Some(12.5));
        assert_eq!(parse("much"), None);
    }
}
