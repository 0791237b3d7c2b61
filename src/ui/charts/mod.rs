//! One chart kind a file: a state in, a drawing out. Charts know no tabs.

mod axis;
mod dated_points;
mod dots;
mod frame;
mod legend;
mod lines;
mod map;
mod marks;
mod placement;
mod pointer;
mod ranked_bars;
mod scatter;
mod stacked_bars;
mod strip;
mod ticks;
mod timeline;
mod value_lines;

pub use axis::Scale;
pub use dated_points::{DatedPoint, DatedPoints, dated_points_ui};
pub use dots::{Dot, Dots, dots_ui};
pub use legend::{LegendEntry, legend_ui};
pub use lines::{LineBand, LineLook, LinePoint, LineSeries, Lines, line_legend_ui, lines_ui};
pub use map::{Bubble, GeoMap, MapEvent, MapWords, map_buttons_ui, map_ui};
pub use marks::{Mark, MarkEntry, mark_legend_ui};
pub use pointer::YearEvent;
pub use ranked_bars::{RankedBar, RankedBars, RankedRow, ranked_bars_ui};
pub use scatter::{Scatter, ScatterEvent, ScatterPoint, Spread, scatter_ui};
pub use stacked_bars::{StackSeries, StackedBars, stacked_bars_ui};
pub use strip::{Strip, StripMark, strip_ui};
pub use ticks::{log_ticks, nice_step, ticks_of, year_step};
pub use timeline::{Lane, Moment, Timeline, timeline_ui};
pub use value_lines::{Stretch, Threshold, ValueLines, ValueSeries, value_lines_ui};
