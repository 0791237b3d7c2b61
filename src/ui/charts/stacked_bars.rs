//! Stacked bars by year: what is firm in full colour, what is only planned pale above it.

use super::frame::still_plot;
use super::pointer::{YearEvent, nearest_year, year_event};
use super::ticks::{nice_step, ticks_of, year_step};
use crate::ui::theme::Tokens;
use eframe::egui::{Color32, Role, Sense, Stroke, Ui, WidgetInfo};
use egui_plot::{Bar, BarChart, HLine, Line, PlotTransform, Span};

/// Years the axis has room for at least.
const LEAST_YEARS: f64 = 10.0;
/// Width below which half as many years have room for their number.
const NARROW: f32 = 460.0;
/// Half the width of the mark of what a year comes to, in years.
const NET: f64 = 0.45;

/// The state of the chart.
pub struct StackedBars<'a> {
    /// Accessible name: what the chart shows.
    pub name: &'a str,
    /// The years, in order.
    pub years: &'a [i32],
    /// The parts of each bar, from the bottom up.
    pub series: Vec<StackSeries>,
    /// A year that was not over: drawn hollow.
    pub partial_year: Option<i32>,
    /// Years a person chose; the others are drawn faintly.
    pub chosen: Option<(i32, i32)>,
    /// Whether a line marks what the parts above and below zero come to.
    pub net: bool,
    /// How far the axis reaches below and above zero.
    pub reach: (f64, f64),
    /// Height in points.
    pub height: f32,
}

/// What became of the chart.
pub struct BarsShown {
    /// What a person did with it.
    pub event: Option<YearEvent>,
    /// Where the years stand on screen.
    pub transform: PlotTransform,
}

/// One part of every bar.
pub struct StackSeries {
    /// Its colour.
    pub color: Color32,
    /// For each year the firm and the planned value.
    pub values: Vec<(f64, f64)>,
}

/// Draws the chart. `axis` words a value of the vertical axis for a step; `tip` fills the tooltip of a year.
pub fn stacked_bars_ui(
    ui: &mut Ui,
    chart: &StackedBars<'_>,
    axis: impl Fn(f64, f64) -> String,
    tip: impl FnOnce(&mut Ui, i32),
) -> Option<BarsShown> {
    let tokens = Tokens::of(ui);
    let (Some(first), Some(last)) = (chart.years.first(), chart.years.last()) else {
        return None;
    };
    let (lowest, highest) = chart.reach;
    let top = highest.max(f64::MIN_POSITIVE) * 1.04;
    let bottom = lowest * 1.04;
    let step = nice_step(top - bottom, 6);
    let span = f64::from(last - first + 1);
    let most = if ui.available_width() < NARROW { 4 } else { 8 };
    let years = year_step(span, most);
    // A bar of a single year must not fill the card.
    let margin = 0.2 + (LEAST_YEARS - span).max(1.0) / 2.0;
    let response = still_plot(
        chart.name,
        chart.height,
        tokens,
        (f64::from(*first) - margin, f64::from(*last) + margin),
        (bottom, top),
    )
    .show_grid([false, true])
    .sense(Sense::click_and_drag())
    .x_grid_spacer(move |input| ticks_of(input.bounds, years))
    .y_grid_spacer(move |input| ticks_of(input.bounds, step))
    .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
    .y_axis_formatter(move |mark, _| axis(mark.value, step))
    .y_axis_min_width(30.0)
    .show(ui, |plot| {
        if let Some((from, to)) = chart.chosen {
            let range = f64::from(from) - 0.5..=f64::from(to) + 0.5;
            plot.span(
                Span::new("", range)
                    .fill(tokens.selection.gamma_multiply(0.7))
                    .border_width(0.0),
            );
        }
        for bars in bars_of(chart, tokens) {
            plot.bar_chart(bars);
        }
        if chart.net {
            plot.hline(HLine::new("", 0.0).color(tokens.muted).width(1.0));
            for (x, net) in nets(chart) {
                let mark = vec![[x - NET, net], [x + NET, net]];
                plot.line(Line::new("", mark).color(tokens.text).width(2.0));
            }
        }
        plot.pointer_coordinate()
    });
    let (pointer, transform) = (response.inner, response.transform);
    let response = response.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let year = pointer.map(|point| nearest_year(point.x, *first, *last));
    let exists = year.is_some_and(|year| chart.years.contains(&year));
    let event = year_event(ui, &response, year, exists);
    if let Some(year) = year.filter(|_| response.hovered()) {
        response.on_hover_ui_at_pointer(|ui| tip(ui, year));
    }
    Some(BarsShown { event, transform })
}

/// The values of a year, firm and planned of every part.
fn values_of(chart: &StackedBars<'_>, at: usize) -> impl Iterator<Item = f64> {
    let parts = chart
        .series
        .iter()
        .filter_map(move |series| series.values.get(at));
    parts.flat_map(|(firm, planned)| [*firm, *planned])
}

/// What the parts of each year come to, where there are any.
fn nets(chart: &StackedBars<'_>) -> impl Iterator<Item = (f64, f64)> {
    let years = chart.years.iter().enumerate();
    let drawn = years.filter(|(at, _)| values_of(chart, *at).any(|value| value != 0.0));
    drawn.map(|(at, year)| (f64::from(*year), values_of(chart, at).sum()))
}

/// Firm parts first, then planned ones beyond all of them, so that the solid part of a bar is its firm total.
/// What is below zero grows downwards from there.
fn bars_of(chart: &StackedBars<'_>, tokens: &Tokens) -> Vec<BarChart> {
    let mut base = vec![(0.0, 0.0); chart.years.len()];
    let mut charts = Vec::new();
    for planned in [false, true] {
        for series in &chart.series {
            let mut bars = Vec::new();
            for ((year, value), base) in chart.years.iter().zip(&series.values).zip(&mut base) {
                let height = if planned { value.1 } else { value.0 };
                if height == 0.0 {
                    continue;
                }
                let base = if height < 0.0 {
                    &mut base.0
                } else {
                    &mut base.1
                };
                let hollow = chart.partial_year == Some(*year);
                let outside = chart
                    .chosen
                    .is_some_and(|(from, to)| !(from..=to).contains(year));
                let color = if outside {
                    tokens.surface.lerp_to_gamma(series.color, 0.22)
                } else {
                    series.color
                };
                let (fill, stroke) = look(tokens, color, planned, hollow);
                bars.push(
                    Bar::new(f64::from(*year), height)
                        .base_offset(*base)
                        .width(0.74)
                        .fill(fill)
                        .stroke(stroke),
                );
                *base += height;
            }
            charts.push(BarChart::new("", bars).allow_hover(false));
        }
    }
    charts
}

fn look(tokens: &Tokens, color: Color32, planned: bool, hollow: bool) -> (Color32, Stroke) {
    match (planned, hollow) {
        (_, true) => (tokens.surface, Stroke::new(1.4, color)),
        (true, false) => (
            tokens.pale(color),
            Stroke::new(0.8, color.gamma_multiply(0.8)),
        ),
        (false, false) => (color, Stroke::new(0.5, tokens.surface)),
    }
}
