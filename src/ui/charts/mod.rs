//! One chart kind a file: a state in, a drawing out. Charts know no tabs.

mod legend;
mod lines;
mod pointer;
mod stacked_bars;
mod ticks;

pub use legend::{LegendEntry, legend_ui};
pub use lines::{LineBand, LineLook, LinePoint, LineSeries, Lines, line_legend_ui, lines_ui};
pub use pointer::YearEvent;
pub use stacked_bars::{StackSeries, StackedBars, stacked_bars_ui};
pub use ticks::{nice_step, ticks_of, year_step};
