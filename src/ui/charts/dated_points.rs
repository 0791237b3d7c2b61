//! Single statements by date: each a point, filled or hollow; a click selects one.

use super::frame::still_plot;
use super::ticks::{nice_step, ticks_of, year_step};
use crate::ui::theme::Tokens;
use eframe::egui::{Color32, Pos2, Role, Stroke, Ui, WidgetInfo};
use egui_plot::{PlotPoint, PlotTransform};

/// The state of the chart.
pub struct DatedPoints<'a> {
    /// Accessible name: what it shows.
    pub name: &'a str,
    /// The points, in order of date.
    pub points: Vec<DatedPoint>,
    /// First and last year of the axis.
    pub years: (f64, f64),
    /// Colour of the points.
    pub color: Color32,
    /// Position of the selected point.
    pub selected: Option<usize>,
    /// Whether the years are written below.
    pub with_years: bool,
    /// Height in points.
    pub height: f32,
}

/// A point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DatedPoint {
    /// When, in years.
    pub at: f64,
    /// The value, in the unit of the axis.
    pub value: f64,
    /// Drawn full; else hollow.
    pub filled: bool,
}

const RADIUS: f32 = 4.0;
/// How near the pointer must be to point at a point.
const REACH: f32 = 10.0;

/// Draws the chart. `axis` words a value for a step; `tip` fills the tooltip of a point.
/// Returns the newly selected point.
pub fn dated_points_ui(
    ui: &mut Ui,
    chart: &DatedPoints<'_>,
    axis: impl Fn(f64, f64) -> String,
    tip: impl FnOnce(&mut Ui, usize),
) -> Option<usize> {
    let tokens = Tokens::of(ui);
    let highest = chart
        .points
        .iter()
        .map(|point| point.value)
        .fold(0.0, f64::max);
    let top = highest.max(f64::MIN_POSITIVE) * 1.14;
    let step = nice_step(top, if chart.height < 90.0 { 3 } else { 5 });
    let years = year_step(chart.years.1 - chart.years.0, labels(ui.available_width()));
    let response = still_plot(
        chart.name,
        chart.height,
        tokens,
        (chart.years.0, chart.years.1),
        (0.0, top),
    )
    .show_grid([false, true])
    .show_axes([chart.with_years, true])
    .x_grid_spacer(move |input| ticks_of(input.bounds, years))
    .y_grid_spacer(move |input| ticks_of(input.bounds, step))
    .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
    .y_axis_formatter(move |mark, _| axis(mark.value, step))
    .y_axis_min_width(30.0)
    .show(ui, |_| ());
    let transform = response.transform;
    let response = response.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let pointed = response
        .hover_pos()
        .and_then(|pointer| nearest(chart, &transform, pointer));
    paint(ui, chart, &transform, pointed);
    let clicked = response.clicked();
    if let Some(point) = pointed {
        response.on_hover_ui_at_pointer(|ui| tip(ui, point));
    }
    pointed.filter(|_| clicked)
}

/// How many years can be written along a width: egui fades labels that stand closer than 80 points.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small number of labels"
)]
fn labels(width: f32) -> usize {
    (width / 90.0).clamp(2.0, 12.0) as usize
}

fn position(transform: &PlotTransform, point: &DatedPoint) -> Pos2 {
    transform.position_from_point(&PlotPoint::new(point.at, point.value))
}

fn nearest(chart: &DatedPoints<'_>, transform: &PlotTransform, pointer: Pos2) -> Option<usize> {
    let distances = chart
        .points
        .iter()
        .map(|point| position(transform, point).distance(pointer));
    let near = distances
        .enumerate()
        .filter(|(_, distance)| *distance <= REACH);
    near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

/// The points are painted over the plot, so that the ones at the edge are whole.
fn paint(ui: &Ui, chart: &DatedPoints<'_>, transform: &PlotTransform, pointed: Option<usize>) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    for (at, point) in chart.points.iter().enumerate() {
        let center = position(transform, point);
        let fill = if point.filled {
            chart.color.gamma_multiply(0.8)
        } else {
            tokens.surface
        };
        painter.circle(center, RADIUS, fill, Stroke::new(1.4, chart.color));
        if pointed == Some(at) || chart.selected == Some(at) {
            painter.circle_stroke(center, RADIUS + 2.5, Stroke::new(1.6, tokens.text));
        }
    }
}
