//! Costs as lines over the value of a cargo, both on logarithmic axes: the cheapest line of each
//! stretch stands out, thresholds between stretches are marked with how far figures move them.

use super::frame::still_plot;
use super::{
    axis::{AxisTitles, Scale},
    placement::{Anchor, name_lines, place},
};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Color32, FontId, Galley, Painter, Pos2, Rect, Response, Role, Shape, Stroke, Ui, WidgetInfo,
    pos2, text::LayoutJob, vec2,
};
use egui_plot::{PlotPoint, PlotTransform};
use std::sync::Arc;

/// Pieces that a line is drawn in.
const SAMPLES: u16 = 96;
/// Pieces of a line that names keep away from.
const PIECES: u16 = 8;

/// The state of the chart.
pub struct ValueLines<'a> {
    /// Accessible name: what the chart shows.
    pub name: &'a str,
    /// The lines.
    pub series: Vec<ValueSeries>,
    /// Which line costs least where, in order.
    pub stretches: Vec<Stretch>,
    /// Where the cheapest line changes.
    pub thresholds: Vec<Threshold>,
    /// First and last value, above zero.
    pub values: (f64, f64),
    /// The cargo's own value, and its words.
    pub own: (f64, &'a str),
    /// What the horizontal axis shows, with its unit.
    pub x_title: &'a str,
    /// What the vertical axis shows, with its unit.
    pub y_title: &'a str,
    /// Height in points.
    pub height: f32,
    /// The line that is pointed at elsewhere or selected.
    pub highlighted: Option<usize>,
}

/// A line: `fixed + value * per_value`.
pub struct ValueSeries {
    /// What it stands for.
    pub id: usize,
    /// Its colour.
    pub color: Color32,
    /// Cost at value zero.
    pub fixed: f64,
    /// Growth with the value.
    pub per_value: f64,
}

/// A stretch of values on which one line costs least.
pub struct Stretch {
    /// Position of the line.
    pub series: usize,
    /// From this value.
    pub from: f64,
    /// To this value.
    pub to: f64,
    /// The name of the line.
    pub label: String,
}

/// Where the cheapest line changes.
pub struct Threshold {
    /// The value.
    pub at: f64,
    /// In words.
    pub label: String,
    /// How far the figures' ranges move it; unlimited ends are infinite or zero.
    pub range: Option<(f64, f64)>,
}

/// What a person did with the chart.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ValueLinesEvent {
    /// The value that was clicked.
    pub clicked: Option<f64>,
}

/// Draws the chart; `axis` words money, `tip` fills the tooltip at a value.
pub fn value_lines_ui(
    ui: &mut Ui,
    chart: &ValueLines<'_>,
    axis: impl Fn(f64) -> String + Copy,
    tip: impl FnOnce(&mut Ui, f64),
) -> ValueLinesEvent {
    let tokens = Tokens::of(ui);
    let (transform, response) = plot_ui(ui, chart, axis);
    let frame = *transform.frame();
    let painter = ui.painter().with_clip_rect(frame.expand(1.0));
    let titles = AxisTitles::new(&painter, tokens, [chart.x_title, chart.y_title], frame);
    for series in &chart.series {
        line_ui(&painter, &transform, chart, series);
    }
    for stretch in &chart.stretches {
        stretch_ui(&painter, &transform, chart, stretch);
    }
    titles.paint(&painter, tokens);
    let mut blocked = titles.rects().to_vec();
    blocked.extend(
        own_ui(&painter, tokens, &transform, chart)
            .into_iter()
            .flatten(),
    );
    for threshold in &chart.thresholds {
        let words = threshold_ui(&painter, tokens, &transform, chart, threshold, &blocked);
        blocked.extend(words);
    }
    names_ui(ui, &painter, &transform, chart, &blocked);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let value = response
        .hover_pos()
        .map(|at| Scale::Logarithmic.value(transform.value_from_position(at).x));
    let clicked = value.filter(|_| response.clicked());
    if let Some(value) = value {
        let from = pos2(
            response.hover_pos().unwrap_or(frame.center()).x,
            frame.top(),
        );
        let line = [from, pos2(from.x, frame.bottom())];
        painter.line_segment(line, Stroke::new(1.0, tokens.muted.gamma_multiply(0.5)));
        response.on_hover_ui_at_pointer(|ui| tip(ui, value));
    }
    ValueLinesEvent { clicked }
}

fn cost(series: &ValueSeries, value: f64) -> f64 {
    series.fixed + value * series.per_value
}

fn plot_ui(
    ui: &mut Ui,
    chart: &ValueLines<'_>,
    axis: impl Fn(f64) -> String + Copy,
) -> (PlotTransform, Response) {
    let tokens = Tokens::of(ui);
    let log = Scale::Logarithmic;
    let (from, to) = chart.values;
    let lowest = chart.series.iter().map(|series| cost(series, from));
    let lowest = lowest.fold(f64::INFINITY, f64::min);
    let highest = chart.series.iter().map(|series| cost(series, to));
    let (low, high) = log.bounds(lowest, highest.fold(lowest, f64::max));
    let most = if chart.height > 260.0 { 9 } else { 7 };
    let shown = still_plot(
        chart.name,
        chart.height,
        tokens,
        (log.position(from), log.position(to)),
        (low, high),
    )
    .x_grid_spacer(move |input| log.ticks(input.bounds, 6))
    .y_grid_spacer(move |input| log.ticks(input.bounds, most))
    .x_axis_formatter(move |mark, _| axis(log.value(mark.value)))
    .y_axis_formatter(move |mark, _| axis(log.value(mark.value)))
    .y_axis_min_width(44.0)
    .show(ui, |_| ());
    (shown.transform, shown.response)
}

fn at(transform: &PlotTransform, value: f64, cost: f64) -> Pos2 {
    let log = Scale::Logarithmic;
    transform.position_from_point(&PlotPoint::new(log.position(value), log.position(cost)))
}

fn sampled(
    transform: &PlotTransform,
    series: &ValueSeries,
    (from, to): (f64, f64),
    pieces: u16,
) -> Vec<Pos2> {
    let log = Scale::Logarithmic;
    let (first, last) = (log.position(from), log.position(to));
    (0..=pieces)
        .map(|step| {
            let share = f64::from(step) / f64::from(pieces);
            let value = log.value(first + (last - first) * share);
            at(transform, value, cost(series, value))
        })
        .collect()
}

fn line_ui(
    painter: &Painter,
    transform: &PlotTransform,
    chart: &ValueLines<'_>,
    series: &ValueSeries,
) {
    let front = chart.highlighted == Some(series.id);
    let (width, strength) = if front { (2.0, 1.0) } else { (1.2, 0.45) };
    let stroke = Stroke::new(width, series.color.gamma_multiply(strength));
    painter.line(sampled(transform, series, chart.values, SAMPLES), stroke);
}

fn stretch_ui(
    painter: &Painter,
    transform: &PlotTransform,
    chart: &ValueLines<'_>,
    stretch: &Stretch,
) {
    if let Some(series) = chart.series.get(stretch.series) {
        let ends = (stretch.from.max(chart.values.0), stretch.to);
        let stroke = Stroke::new(3.5, series.color);
        painter.line(sampled(transform, series, ends, SAMPLES), stroke);
    }
}

/// The cargo's own value as a line over the whole height; gives back where words and line are.
fn own_ui(
    painter: &Painter,
    tokens: &Tokens,
    transform: &PlotTransform,
    chart: &ValueLines<'_>,
) -> Option<[Rect; 2]> {
    let (value, words) = chart.own;
    if value < chart.values.0 {
        return None;
    }
    let frame = transform.frame();
    let x = at(transform, value, 1.0).x;
    let line = [pos2(x, frame.top() + 18.0), pos2(x, frame.bottom())];
    painter.line_segment(line, Stroke::new(1.4, tokens.accent));
    let font = FontId::proportional(size::SMALL - 0.5);
    let galley = painter.layout_no_wrap(words.to_owned(), font, tokens.accent);
    let half = galley.size().x / 2.0;
    let center = x.clamp(frame.left() + half + 4.0, frame.right() - half - 4.0);
    // The title of the axis keeps the first line of the left corner.
    let rect = Rect::from_min_size(pos2(center - half, frame.top() + 18.0), galley.size());
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 2.0, tokens.surface);
    painter.galley(rect.min, galley, tokens.accent);
    Some([rect, Rect::from_two_pos(line[0], line[1]).expand(1.0)])
}

/// A threshold: a dotted line, its value, and on the ground how far the figures' ranges move it.
fn threshold_ui(
    painter: &Painter,
    tokens: &Tokens,
    transform: &PlotTransform,
    chart: &ValueLines<'_>,
    threshold: &Threshold,
    blocked: &[Rect],
) -> Option<Rect> {
    let frame = transform.frame();
    let x = at(transform, threshold.at, 1.0).x;
    let line = [pos2(x, frame.top() + 34.0), pos2(x, frame.bottom())];
    painter.extend(Shape::dashed_line(
        &line,
        Stroke::new(1.0, tokens.muted),
        2.0,
        3.0,
    ));
    if let Some((low, high)) = threshold.range {
        let x_of = |value: f64| at(transform, value.clamp(chart.values.0, chart.values.1), 1.0).x;
        let bar = Rect::from_min_max(
            pos2(x_of(low), frame.bottom() - 5.0),
            pos2(x_of(high), frame.bottom() - 1.0),
        );
        painter.rect_filled(bar, 2.0, tokens.warning.gamma_multiply(0.28));
        painter.circle_filled(pos2(x, frame.bottom() - 3.0), 3.0, tokens.warning);
    }
    let font = FontId::proportional(size::SMALL - 0.5);
    let galley = painter.layout_no_wrap(threshold.label.clone(), font, tokens.text);
    let free = |center: f32, top: f32| {
        let rect = Rect::from_center_size(pos2(center, top), galley.size());
        let inside = rect.left() >= frame.left() && rect.right() <= frame.right();
        let taken = blocked
            .iter()
            .any(|other| other.intersects(rect.expand(3.0)));
        (inside && !taken).then_some(rect)
    };
    // On its line, else beside it.
    let beside = galley.size().x / 2.0 + 5.0;
    let rect = (0_u8..4).find_map(|row| {
        let top = frame.top() + 41.0 + 15.0 * f32::from(row);
        [x, x - beside, x + beside]
            .into_iter()
            .find_map(|center| free(center, top))
    })?;
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 2.0, tokens.surface);
    painter.galley(rect.min, galley, tokens.text);
    Some(rect)
}

/// Each stretch is named where its line runs, if there is room.
fn names_ui(
    ui: &Ui,
    painter: &Painter,
    transform: &PlotTransform,
    chart: &ValueLines<'_>,
    blocked: &[Rect],
) {
    let tokens = Tokens::of(ui);
    let log = Scale::Logarithmic;
    let named: Vec<(Anchor, Arc<Galley>)> = chart
        .stretches
        .iter()
        .filter_map(|stretch| {
            let series = chart.series.get(stretch.series)?;
            let from = log.position(stretch.from.max(chart.values.0));
            let middle = log.value(f64::midpoint(from, log.position(stretch.to)));
            let mut job = LayoutJob::simple(
                stretch.label.clone(),
                FontId::proportional(size::SMALL - 0.5),
                series.color.lerp_to_gamma(tokens.text, 0.35),
                150.0,
            );
            job.wrap.max_rows = name_lines(chart.height);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let anchor = Anchor {
                at: at(transform, middle, cost(series, middle)),
                size: galley.size(),
            };
            Some((anchor, galley))
        })
        .collect();
    let anchors: Vec<Anchor> = named.iter().map(|(anchor, _)| *anchor).collect();
    let lines: Vec<[Pos2; 2]> = chart
        .stretches
        .iter()
        .filter_map(|stretch| {
            let series = chart.series.get(stretch.series)?;
            let ends = (stretch.from.max(chart.values.0), stretch.to);
            Some(sampled(transform, series, ends, PIECES))
        })
        .flat_map(|line| {
            let next = line.clone().into_iter().skip(1);
            line.into_iter().zip(next).map(<[Pos2; 2]>::from)
        })
        .collect();
    let spots = place(&anchors, transform.frame().shrink(4.0), blocked, &lines);
    for ((_, galley), spot) in named.into_iter().zip(spots) {
        let Some(placed) = spot else { continue };
        if let Some(leader) = placed.leader {
            painter.line_segment(leader, Stroke::new(0.8, tokens.muted.gamma_multiply(0.7)));
        }
        painter.rect_filled(
            placed.rect.expand2(vec2(2.0, 0.0)),
            2.0,
            tokens.surface.gamma_multiply(0.85),
        );
        painter.galley(placed.rect.min, galley, tokens.text);
    }
}
