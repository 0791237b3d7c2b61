//! Lines over years with bands between them. A missing year is a gap; what is no full record
//! is dashed or hollow, and each line has a mark of its own shape.

use super::frame::still_plot;
use super::pointer::{YearEvent, nearest_year, year_event};
use super::ticks::{nice_step, ticks_of, year_step};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{Color32, FontId, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use egui_plot::{FilledArea, HLine, Line, LineStyle, MarkerShape, PlotUi, Points, Span, VLine};

/// The shapes of marks, in the order of the lines.
const SHAPES: [MarkerShape; 4] = [
    MarkerShape::Circle,
    MarkerShape::Square,
    MarkerShape::Diamond,
    MarkerShape::Up,
];

/// The state of the chart.
pub struct Lines<'a> {
    /// Accessible name: what the chart shows.
    pub name: &'a str,
    /// First and last year of the axis.
    pub years: (i32, i32),
    /// The lines, in the order of the legend.
    pub series: Vec<LineSeries>,
    /// Shaded intervals behind the lines.
    pub bands: Vec<LineBand>,
    /// The year a person looks at.
    pub selected: Option<i32>,
    /// Height in points.
    pub height: f32,
}

/// A line.
pub struct LineSeries {
    /// Its name in the legend.
    pub name: String,
    /// Its colour.
    pub color: Color32,
    /// Its numbers in order of years; a missing year is absent.
    pub points: Vec<LinePoint>,
}

/// A number of a line.
#[derive(Clone, Copy)]
pub struct LinePoint {
    /// The year.
    pub year: i32,
    /// The value, in the unit of the axis.
    pub value: f64,
    /// How firm it is.
    pub look: LineLook,
}

/// How firm a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineLook {
    /// A record: solid.
    Solid,
    /// An estimate or forecast: dashed.
    Dashed,
    /// A part of the year: a hollow mark that no line leads to.
    Hollow,
}

/// A shaded interval over years.
pub struct LineBand {
    /// Its colour.
    pub color: Color32,
    /// Year, lower and upper edge, in order of years.
    pub points: Vec<(i32, f64, f64)>,
}

/// Draws the chart. `axis` words a value of the vertical axis for a step; `tip` fills the tooltip of a year.
pub fn lines_ui(
    ui: &mut Ui,
    chart: &Lines<'_>,
    axis: impl Fn(f64, f64) -> String,
    tip: impl FnOnce(&mut Ui, i32),
) -> Option<YearEvent> {
    let tokens = Tokens::of(ui);
    let (first, last) = chart.years;
    let (bottom, top) = bounds(chart);
    let most = if chart.height < 130.0 { 4 } else { 6 };
    let step = nice_step(top - bottom, most);
    let years = year_step(f64::from(last) - f64::from(first) + 1.0, 8);
    let response = still_plot(
        chart.name,
        chart.height,
        tokens,
        (f64::from(first) - 0.6, f64::from(last) + 0.6),
        (bottom, top),
    )
    .show_grid([false, true])
    .sense(Sense::click_and_drag())
    .x_grid_spacer(move |input| ticks_of(input.bounds, years))
    .y_grid_spacer(move |input| ticks_of(input.bounds, step))
    .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
    .y_axis_formatter(move |mark, _| axis(mark.value, step))
    .y_axis_min_width(38.0)
    .show(ui, |plot| {
        ground(plot, chart, tokens);
        for band in &chart.bands {
            band_runs(plot, band);
        }
        for (position, series) in chart.series.iter().enumerate() {
            draw_series(plot, series, shape(position), tokens);
        }
        let pointer = plot.pointer_coordinate()?;
        let year = nearest_year(pointer.x, first, last);
        if plot.response().hovered() {
            let line = VLine::new("", f64::from(year))
                .color(tokens.muted)
                .width(0.7);
            plot.vline(line.allow_hover(false));
        }
        Some(year)
    });
    let year = response.inner;
    let response = response.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let event = year_event(ui, &response, year, true);
    if let Some(year) = year.filter(|_| response.hovered()) {
        response.on_hover_ui_at_pointer(|ui| tip(ui, year));
    }
    event
}

/// Puts names beside a piece of each line with its mark into a wrapped row; an entry stays whole.
pub fn line_legend_ui(ui: &mut Ui, series: &[LineSeries]) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing = Vec2::new(14.0, 2.0);
    for (position, series) in series.iter().enumerate() {
        let font = FontId::proportional(size::SMALL);
        let name = series.name.clone();
        let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(name, font, tokens.text));
        let wanted = Vec2::new(galley.size().x + 28.0, 18.0);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &series.name));
        let end = rect.left_center() + Vec2::new(22.0, 0.0);
        let stroke = Stroke::new(1.8, series.color);
        let painter = ui.painter();
        painter.line_segment([rect.left_center(), end], stroke);
        let middle = rect.left_center() + Vec2::new(11.0, 0.0);
        painter.add(mark(middle, shape(position), series.color));
        let corner = end + Vec2::new(5.0, -galley.size().y / 2.0);
        painter.galley(corner, galley, tokens.text);
    }
}

fn shape(position: usize) -> MarkerShape {
    SHAPES
        .get(position % SHAPES.len())
        .copied()
        .unwrap_or(MarkerShape::Circle)
}

fn mark(center: Pos2, shape: MarkerShape, color: Color32) -> Shape {
    let r = 3.4;
    let polygon = |points: Vec<Pos2>| Shape::convex_polygon(points, color, Stroke::NONE);
    match shape {
        MarkerShape::Square => Shape::rect_filled(
            Rect::from_center_size(center, Vec2::splat(1.7 * r)),
            0.0,
            color,
        ),
        MarkerShape::Diamond => polygon(vec![
            center + Vec2::new(0.0, -r),
            center + Vec2::new(r, 0.0),
            center + Vec2::new(0.0, r),
            center + Vec2::new(-r, 0.0),
        ]),
        MarkerShape::Up => polygon(vec![
            center + Vec2::new(0.0, -r),
            center + Vec2::new(r, 0.8 * r),
            center + Vec2::new(-r, 0.8 * r),
        ]),
        _ => Shape::circle_filled(center, 0.9 * r, color),
    }
}

/// The range of the vertical axis: it holds zero, so that sizes can be compared.
fn bounds(chart: &Lines<'_>) -> (f64, f64) {
    let points = chart
        .series
        .iter()
        .flat_map(|series| &series.points)
        .map(|point| point.value);
    let edges = chart
        .bands
        .iter()
        .flat_map(|band| &band.points)
        .flat_map(|(_, low, high)| [*low, *high]);
    let (bottom, top) = points
        .chain(edges)
        .fold((0.0_f64, 0.0_f64), |(bottom, top), value| {
            (bottom.min(value), top.max(value))
        });
    let whole = if top > bottom { top - bottom } else { 1.0 };
    // Beyond zero there is room for half a mark, so that none is cut.
    let room = |edge: f64| whole * if edge == 0.0 { 0.02 } else { 0.05 };
    (bottom - room(bottom), top + room(top))
}

/// The selected year, and the line of zero.
fn ground(plot: &mut PlotUi<'_>, chart: &Lines<'_>, tokens: &Tokens) {
    if let Some(year) = chart.selected {
        let range = f64::from(year) - 0.5..=f64::from(year) + 0.5;
        plot.span(
            Span::new("", range)
                .fill(tokens.selection)
                .border_width(0.0),
        );
    }
    plot.hline(
        HLine::new("", 0.0)
            .color(tokens.muted)
            .width(0.8)
            .allow_hover(false),
    );
}

fn band_runs(plot: &mut PlotUi<'_>, band: &LineBand) {
    for run in band.points.chunk_by(|a, b| a.0 + 1 == b.0) {
        let years: Vec<f64> = run.iter().map(|(year, ..)| f64::from(*year)).collect();
        let low: Vec<f64> = run.iter().map(|(_, low, _)| *low).collect();
        let high: Vec<f64> = run.iter().map(|(.., high)| *high).collect();
        let area = FilledArea::new("", &years, &low, &high).fill_color(band.color);
        plot.add(area.allow_hover(false));
    }
}

fn draw_series(plot: &mut PlotUi<'_>, series: &LineSeries, shape: MarkerShape, tokens: &Tokens) {
    let at = |point: &LinePoint| [f64::from(point.year), point.value];
    for run in series.points.chunk_by(|a, b| a.year + 1 == b.year) {
        for pair in run.windows(2) {
            let [from, to] = pair else { continue };
            if from.look == LineLook::Hollow || to.look == LineLook::Hollow {
                continue;
            }
            let solid = from.look == LineLook::Solid && to.look == LineLook::Solid;
            let style = if solid {
                LineStyle::Solid
            } else {
                LineStyle::Dashed { length: 5.0 }
            };
            let line = Line::new("", vec![at(from), at(to)]);
            plot.line(
                line.color(series.color)
                    .width(1.8)
                    .style(style)
                    .allow_hover(false),
            );
        }
    }
    for (looks, filled) in [
        (LineLook::Solid, true),
        (LineLook::Dashed, false),
        (LineLook::Hollow, false),
    ] {
        let points = series.points.iter().filter(|point| point.look == looks);
        let points: Vec<[f64; 2]> = points.map(at).collect();
        if points.is_empty() {
            continue;
        }
        if !filled {
            // The line must not show through a hollow mark.
            let ground = Points::new("", points.clone())
                .shape(shape)
                .color(tokens.surface);
            plot.points(ground.radius(3.2).allow_hover(false));
        }
        let marks = Points::new("", points)
            .shape(shape)
            .color(series.color)
            .filled(filled);
        plot.points(marks.radius(2.8).allow_hover(false));
    }
}
