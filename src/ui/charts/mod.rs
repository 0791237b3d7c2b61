//! One chart kind a file: a state in, a drawing out. Charts know no tabs.

mod axis;
mod dots;
mod legend;
mod placement;
mod scatter;
mod scatter_legend;
mod stacked_bars;
mod ticks;
mod value_lines;

pub use axis::Scale;
pub use dots::{Dot, Dots, dots_ui};
pub use legend::{LegendEntry, legend_ui};
pub use scatter::{Scatter, ScatterEvent, ScatterPoint, Spread, scatter_ui};
pub use scatter_legend::{ScatterLegend, scatter_legend_ui};
pub use stacked_bars::{StackSeries, StackedBars, StackedBarsEvent, stacked_bars_ui};
pub use ticks::{log_ticks, nice_step, ticks_of, year_step};
pub use value_lines::{Stretch, Threshold, ValueLines, ValueSeries, value_lines_ui};
