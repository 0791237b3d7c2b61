//! One chart kind a file: a state in, a drawing out. Charts know no tabs.

mod dated_points;
mod legend;
mod lines;
mod pointer;
mod stacked_bars;
mod strip;
mod ticks;
mod timeline;

pub use dated_points::{DatedPoint, DatedPoints, dated_points_ui};
pub use legend::{LegendEntry, legend_ui};
pub use lines::{LineBand, LineLook, LinePoint, LineSeries, Lines, line_legend_ui, lines_ui};
pub use pointer::YearEvent;
pub use stacked_bars::{StackSeries, StackedBars, stacked_bars_ui};
pub use strip::{Strip, StripMark, strip_ui};
pub use ticks::{nice_step, ticks_of, year_step};
pub use timeline::{Lane, Moment, Timeline, timeline_ui};
