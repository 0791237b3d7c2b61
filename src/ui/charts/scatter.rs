//! A scatter of things with a spread in both directions: whiskers from lowest to highest, a thick
//! part for the middle half, a frontier, and names that never lie on each other.

use super::frame::still_plot;
use super::{
    axis::{AxisTitles, Scale},
    placement::{Anchor, Placed, name_lines, place},
};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{
    Color32, FontId, Galley, Painter, Pos2, Rect, Response, Role, Shape, Stroke, Ui, Vec2,
    WidgetInfo, text::LayoutJob, vec2,
};
use egui_plot::{PlotPoint, PlotTransform};
use std::sync::Arc;

/// How near the pointer must be to a point, in points.
const REACH: f32 = 16.0;
/// Widest name; longer ones take more lines.
const NAME_WIDTH: f32 = 160.0;
/// Half the size of a mark.
const MARK: f32 = 5.0;

/// The state of the chart.
pub struct Scatter<'a> {
    /// Accessible name: what the chart shows.
    pub name: &'a str,
    /// The points, the most important first.
    pub points: Vec<ScatterPoint>,
    /// A line through the points that nothing beats.
    pub frontier: Vec<(f64, f64)>,
    /// What the horizontal axis shows, with its unit.
    pub x_title: &'a str,
    /// What the vertical axis shows, with its unit.
    pub y_title: &'a str,
    /// How the vertical axis is drawn; the horizontal one is linear from zero.
    pub y_scale: Scale,
    /// Height in points.
    pub height: f32,
    /// The point that is pointed at elsewhere.
    pub highlighted: Option<usize>,
    /// The point that is selected.
    pub selected: Option<usize>,
}

/// One point.
pub struct ScatterPoint {
    /// What it stands for; given back in events.
    pub id: usize,
    /// Its name.
    pub label: String,
    /// A short remark after the name.
    pub remark: String,
    /// Its colour.
    pub color: Color32,
    /// Along the horizontal axis.
    pub x: Spread,
    /// Along the vertical axis.
    pub y: Spread,
    /// Drawn hollow.
    pub hollow: bool,
}

/// A value with its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Lowest.
    pub low: f64,
    /// Typical.
    pub typical: f64,
    /// Highest.
    pub high: f64,
    /// The middle half.
    pub middle: Option<(f64, f64)>,
    /// Rests on one figure alone: drawn dashed, with another mark.
    pub single: bool,
}

/// What a person did with the chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ScatterEvent {
    /// The point under the pointer.
    pub hovered: Option<usize>,
    /// The point that was clicked.
    pub clicked: Option<usize>,
}

/// A point where it lies on the screen.
struct Drawn<'a> {
    point: &'a ScatterPoint,
    at: Pos2,
    x: [Pos2; 2],
    y: [Pos2; 2],
    x_middle: Option<[Pos2; 2]>,
    y_middle: Option<[Pos2; 2]>,
}

/// Draws the chart; `tip` fills the tooltip of a point.
pub fn scatter_ui(
    ui: &mut Ui,
    chart: &Scatter<'_>,
    axis: impl Fn(f64) -> String,
    tip: impl FnOnce(&mut Ui, usize),
) -> ScatterEvent {
    let tokens = Tokens::of(ui);
    let (transform, response) = plot_ui(ui, chart, axis);
    let frame = *transform.frame();
    let drawn: Vec<Drawn<'_>> = chart
        .points
        .iter()
        .map(|point| on_screen(&transform, chart.y_scale, point))
        .collect();
    let painter = ui.painter().with_clip_rect(frame.expand(1.0));
    let titles = AxisTitles::new(&painter, tokens, [chart.x_title, chart.y_title], frame);
    frontier_ui(&painter, tokens, &transform, chart);
    let hovered = response
        .hover_pos()
        .and_then(|pointer| nearest(&drawn, pointer));
    let front = hovered.or(chart.highlighted);
    for quiet in [true, false] {
        for point in &drawn {
            let is_front = front == Some(point.point.id) || chart.selected == Some(point.point.id);
            if is_front != quiet {
                let faded = quiet && front.is_some();
                point_ui(&painter, tokens, point, faded, chart.selected);
            }
        }
    }
    titles.paint(&painter, tokens);
    names_ui(ui, &painter, chart, frame, &drawn, &titles.rects(), front);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let clicked = hovered.filter(|_| response.clicked());
    if let Some(id) = hovered {
        response.on_hover_ui_at_pointer(|ui| tip(ui, id));
    }
    ScatterEvent { hovered, clicked }
}

fn plot_ui(
    ui: &mut Ui,
    chart: &Scatter<'_>,
    axis: impl Fn(f64) -> String,
) -> (PlotTransform, Response) {
    let tokens = Tokens::of(ui);
    let highest = |spread: fn(&ScatterPoint) -> Spread| {
        let all = chart.points.iter().map(|point| spread(point).high);
        all.fold(0.0, f64::max)
    };
    let lowest = chart.points.iter().map(|point| point.y.low);
    let lowest = lowest.fold(f64::INFINITY, f64::min);
    let scale = chart.y_scale;
    let x_bounds = Scale::Linear.bounds(0.0, highest(|point| point.x));
    let y_bounds = scale.bounds(lowest, highest(|point| point.y));
    let most = if chart.height > 260.0 { 9 } else { 7 };
    let shown = still_plot(
        chart.name,
        chart.height,
        tokens,
        (x_bounds.0, x_bounds.1),
        (y_bounds.0, y_bounds.1),
    )
    .x_grid_spacer(|input| Scale::Linear.ticks(input.bounds, 8))
    .y_grid_spacer(move |input| scale.ticks(input.bounds, most))
    .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
    .y_axis_formatter(move |mark, _| axis(scale.value(mark.value)))
    .y_axis_min_width(44.0)
    .show(ui, |_| ());
    (shown.transform, shown.response)
}

fn on_screen<'a>(transform: &PlotTransform, scale: Scale, point: &'a ScatterPoint) -> Drawn<'a> {
    let at = |x: f64, y: f64| transform.position_from_point(&PlotPoint::new(x, scale.position(y)));
    let (x, y) = (point.x, point.y);
    Drawn {
        point,
        at: at(x.typical, y.typical),
        x: [at(x.low, y.typical), at(x.high, y.typical)],
        y: [at(x.typical, y.low), at(x.typical, y.high)],
        x_middle: x
            .middle
            .map(|(low, high)| [at(low, y.typical), at(high, y.typical)]),
        y_middle: y
            .middle
            .map(|(low, high)| [at(x.typical, low), at(x.typical, high)]),
    }
}

fn frontier_ui(painter: &Painter, tokens: &Tokens, transform: &PlotTransform, chart: &Scatter<'_>) {
    let line: Vec<Pos2> = chart
        .frontier
        .iter()
        .map(|(x, y)| {
            transform.position_from_point(&PlotPoint::new(*x, chart.y_scale.position(*y)))
        })
        .collect();
    let stroke = Stroke::new(1.2, tokens.muted.gamma_multiply(0.8));
    painter.extend(Shape::dashed_line(&line, stroke, 5.0, 4.0));
}

fn nearest(drawn: &[Drawn<'_>], pointer: Pos2) -> Option<usize> {
    drawn
        .iter()
        .map(|point| (point.at.distance(pointer), point.point.id))
        .filter(|(distance, _)| *distance <= REACH)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, id)| id)
}

fn point_ui(
    painter: &Painter,
    tokens: &Tokens,
    drawn: &Drawn<'_>,
    faded: bool,
    selected: Option<usize>,
) {
    let point = drawn.point;
    let strength = if faded { 0.35 } else { 1.0 };
    let color = point.color.gamma_multiply(strength);
    let directions = [
        (drawn.x, drawn.x_middle, point.x),
        (drawn.y, drawn.y_middle, point.y),
    ];
    for (whole, middle, spread) in directions {
        let line = Stroke::new(1.4, color.gamma_multiply(0.5));
        if spread.single {
            painter.extend(Shape::dashed_line(&whole, line, 3.0, 3.0));
        } else {
            painter.line_segment(whole, line);
        }
        if let Some(middle) = middle {
            painter.line_segment(middle, Stroke::new(5.0, color.gamma_multiply(0.45)));
        }
    }
    if selected == Some(point.id) {
        painter.circle_filled(drawn.at, MARK + 5.0, tokens.selection);
        painter.circle_stroke(drawn.at, MARK + 5.0, Stroke::new(1.4, tokens.accent));
    }
    let fill = if point.hollow { tokens.surface } else { color };
    let edge = Stroke::new(1.6, if point.hollow { color } else { tokens.surface });
    if point.x.single || point.y.single {
        let far = MARK + 1.0;
        let corners = [
            drawn.at + vec2(0.0, -far),
            drawn.at + vec2(far, 0.0),
            drawn.at + vec2(0.0, far),
            drawn.at + vec2(-far, 0.0),
        ];
        painter.add(Shape::convex_polygon(corners.to_vec(), fill, edge));
    } else {
        painter.circle(drawn.at, MARK + 0.5, fill, edge);
    }
}

fn names_ui(
    ui: &Ui,
    painter: &Painter,
    chart: &Scatter<'_>,
    frame: Rect,
    drawn: &[Drawn<'_>],
    titles: &[Rect],
    front: Option<usize>,
) {
    let tokens = Tokens::of(ui);
    let lines = name_lines(chart.height);
    let names: Vec<Arc<Galley>> = drawn
        .iter()
        .map(|at| name_of(ui, at.point, lines))
        .collect();
    let anchors: Vec<Anchor> = drawn
        .iter()
        .zip(&names)
        .map(|(drawn, name)| Anchor {
            at: drawn.at,
            size: name.size(),
        })
        .collect();
    let marks = drawn
        .iter()
        .map(|drawn| Rect::from_center_size(drawn.at, Vec2::splat(2.0 * MARK + 4.0)));
    let blocked: Vec<Rect> = titles.iter().copied().chain(marks).collect();
    let lines: Vec<[Pos2; 2]> = drawn.iter().flat_map(|drawn| [drawn.x, drawn.y]).collect();
    let places = place(&anchors, frame.shrink(3.0), &blocked, &lines);
    for ((drawn, name), placed) in drawn.iter().zip(names).zip(places) {
        let Some(Placed { rect, leader }) = placed else {
            continue;
        };
        let is_front = front == Some(drawn.point.id);
        let stands_back = front.is_some() && !is_front;
        let strength = if stands_back { 0.45 } else { 1.0 };
        if let Some(leader) = leader {
            let color = if is_front { tokens.text } else { tokens.muted };
            let stroke = Stroke::new(0.8, color.gamma_multiply(0.7 * strength));
            painter.line_segment(leader, stroke);
        }
        let ground = tokens.surface.gamma_multiply(0.82);
        painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, ground);
        painter.add(
            eframe::epaint::TextShape::new(rect.min, name, tokens.text)
                .with_opacity_factor(strength),
        );
    }
}

/// The name in a few lines, shortened where it must be, and the remark in muted letters.
fn name_of(ui: &Ui, point: &ScatterPoint, lines: usize) -> Arc<Galley> {
    let mut letters = point.label.chars().count();
    loop {
        let short: String = point.label.chars().take(letters).collect();
        let cut = if letters < point.label.chars().count() {
            format!("{}…", short.trim_end())
        } else {
            short
        };
        let galley = layout(ui, &cut, &point.remark);
        if galley.rows.len() <= lines || letters <= 8 {
            return galley;
        }
        letters -= 4;
    }
}

fn layout(ui: &Ui, name: &str, remark: &str) -> Arc<Galley> {
    let tokens = Tokens::of(ui);
    let format = |color| eframe::egui::TextFormat {
        font_id: FontId::proportional(size::SMALL - 0.5),
        color,
        ..Default::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = NAME_WIDTH;
    job.append(name, 0.0, format(tokens.text));
    if !remark.is_empty() {
        job.append(&format!("\u{a0}\u{a0}{remark}"), 0.0, format(tokens.muted));
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
