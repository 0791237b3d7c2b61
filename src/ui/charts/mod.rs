//! One chart kind a file: a state in, a drawing out. Charts know no tabs.

mod legend;
mod stacked_bars;
mod ticks;

pub use legend::{LegendEntry, legend_ui};
pub use stacked_bars::{StackSeries, StackedBars, StackedBarsEvent, stacked_bars_ui};
pub use ticks::{nice_step, ticks_of, year_step};
