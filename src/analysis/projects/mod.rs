//! What was built, by whom, for how much of which kind of money, where and when.

mod amount;
mod bars;
mod breakdown;
mod bridge;
mod build;
mod by_amount;
mod cells;
mod change;
mod chart;
mod cited;
mod codes;
mod compare;
mod condition;
mod cores;
mod counting;
mod dates;
mod distribution;
mod facets;
mod filter;
mod fold;
mod groups;
mod in_order;
mod ladder;
mod lately;
mod map;
mod measure;
mod moments;
mod money;
mod options;
mod order;
mod outcomes;
mod overlap;
mod packs;
mod places;
mod record;
mod related;
mod rows;
mod schedule;
mod search;
mod search_text;
mod sizes;
mod stack;
mod table;
mod tally;
mod units;
mod words;

pub use amount::{Amount, MoneyStage, StageRank, money_figures};
pub use breakdown::{Breakdown, BreakdownBy, BreakdownColumn, BreakdownRow, SPAN, breakdown};
pub use bridge::{Bridge, Pile, bridge};
pub use chart::{
    InvestmentChart, Notices, PartKey, YearBar, around, contributors, investment_chart,
};
pub use compare::{Axes, Comparison, Difference, NotComparable, SideSum};
pub use distribution::{Distribution, MOST_DOTS, ProjectSize, SizeRow, SizeSpread, distribution};
pub use facets::{FACETS, Facet, FacetColumn, FacetValue, Label, NOT_STATED};
pub use filter::{
    Choice, FacetResult, Filter, FilterPart, FilterResult, Sizes, apply, kept, what_empties,
};
pub use fold::fold;
pub use groups::{Group, grouped};
pub use in_order::Rows;
pub use ladder::{LadderStep, MoneyLadder, money_ladder};
pub use map::{
    MOST_DRAWN, MOST_LISTED, MapBubble, MapCounts, ProjectMap, Spot, project_map, round_sizes,
};
pub use moments::{Moment, Moments, moments};
pub use money::AmountColumn;
pub use options::{InvestmentOptions, InvestmentUnit, YearBasis};
pub use outcomes::{COHORT, OUTCOMES, OutcomeKey, OutcomeRow, Outcomes, OutcomesBy, outcomes};
pub use overlap::LeftOut;
pub use record::{FigureConflict, conflicts_of};
pub use related::{Related, related};
pub use rows::{Column, Row, SortKey, project_rows};
pub use schedule::{Schedule, Span, schedule};
pub use search::{marks, needles};
pub use search_text::SearchText;
pub use sizes::{AmountFilter, median_m, size_range, size_step, step_from_m};
pub use stack::{StackBy, StackPart, drawn_as, drawn_parts, joined_parts};
pub use table::ProjectTable;
pub use tally::Tally;
