//! Two filters side by side: how they differ, and the axes that their pictures share.

use super::{
    amount::MoneyStage,
    breakdown::{Breakdown, BreakdownColumn},
    bridge::Bridge,
    chart::InvestmentChart,
    distribution::Distribution,
    stack::{StackPart, joined_parts},
    table::ProjectTable,
};
use crate::analysis::{levels::ratio, stats::count};
use fixedbitset::FixedBitSet;

/// The projects of one side and their money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SideSum {
    /// Projects.
    pub count: usize,
    /// Projects whose money is in the sum.
    pub with_money: usize,
    /// Millions of the dataset's currency, each dollar once; nothing if no project has money that counts.
    pub money_m: Option<f64>,
    /// The one stage of all that money; none if it mixes stages.
    pub stage: Option<MoneyStage>,
}

/// How two sides differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The side that the tab is about.
    pub a: SideSum,
    /// The side that it is held against.
    pub b: SideSum,
    /// Projects that are in both, for which the two must not be added up.
    pub both: usize,
}

/// What one side has more than the other, and how many times as much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// What B has more than A; below zero where it has less.
    pub more: f64,
    /// How many times as much as A it is; nothing where A has nothing.
    pub times: Option<f64>,
}

/// Why two sums of money are not held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// A side states no money.
    Missing,
    /// The money is not of one and the same stage.
    Stages,
}

impl SideSum {
    fn new(rows: &FixedBitSet, bridge: &Bridge) -> Self {
        let clean = bridge.clean;
        Self {
            count: rows.count_ones(..),
            with_money: clean.with_money,
            money_m: (clean.with_money > 0).then_some(clean.money_m),
            stage: bridge.stage,
        }
    }
}

impl Difference {
    fn of(a: f64, b: f64) -> Self {
        Self {
            more: b - a,
            times: ratio(b, a),
        }
    }
}

impl Comparison {
    /// Compares what two filters keep.
    #[must_use]
    pub fn new((a, of_a): (&FixedBitSet, &Bridge), (b, of_b): (&FixedBitSet, &Bridge)) -> Self {
        Self {
            a: SideSum::new(a, of_a),
            b: SideSum::new(b, of_b),
            both: a.intersection_count(b),
        }
    }

    /// How many more projects B has.
    #[must_use]
    pub fn projects(&self) -> Difference {
        Difference::of(count(self.a.count), count(self.b.count))
    }

    /// How much more money B has.
    ///
    /// # Errors
    /// When a side states none, or when it is not of the same stage throughout.
    pub fn money(&self) -> Result<Difference, NotComparable> {
        let both = self.a.money_m.zip(self.b.money_m);
        let (a, b) = both.ok_or(NotComparable::Missing)?;
        if self.a.stage.is_none() || self.a.stage != self.b.stage {
            return Err(NotComparable::Stages);
        }
        Ok(Difference::of(a, b))
    }
}

/// What the pictures of two sides are measured by together. Of a picture that has none of it, the fields are
/// empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Axes {
    /// The parts of both, in the order of their colours.
    pub order: Vec<StackPart>,
    /// How far bars reach below and above zero.
    pub reach: Option<(f64, f64)>,
    /// The columns of both breakdowns.
    pub columns: Vec<BreakdownColumn>,
    /// The largest value of any cell and of any row of them.
    pub largest: Option<(f64, f64)>,
    /// Smallest and largest amount.
    pub range_m: Option<(f64, f64)>,
}

impl Axes {
    /// Of bars over the years. The years are those of the dataset on both sides.
    #[must_use]
    pub fn of_charts(table: &ProjectTable, a: &InvestmentChart, b: &InvestmentChart) -> Self {
        let (of_a, of_b) = (a.reach(), b.reach());
        Self {
            order: joined_parts(table, a.options.stack, &a.values, &b.values),
            reach: Some((of_a.0.min(of_b.0), of_a.1.max(of_b.1))),
            ..Self::default()
        }
    }

    /// Of two breakdowns.
    #[must_use]
    pub fn of_breakdowns(table: &ProjectTable, a: &Breakdown, b: &Breakdown) -> Self {
        let parts = |own: &Breakdown| -> Vec<StackPart> {
            let rows = own.rows.iter();
            rows.map(|row| row.part).collect()
        };
        let mut columns = a.columns.clone();
        columns.extend(&b.columns);
        columns.sort_unstable();
        columns.dedup();
        let (of_a, of_b) = (a.largest(), b.largest());
        Self {
            order: joined_parts(table, a.options.stack, &parts(a), &parts(b)),
            columns,
            largest: Some((of_a.0.max(of_b.0), of_a.1.max(of_b.1))),
            ..Self::default()
        }
    }

    /// Of the sizes of projects.
    #[must_use]
    pub fn of_sizes(table: &ProjectTable, a: &Distribution, b: &Distribution) -> Self {
        let parts = |own: &Distribution| -> Vec<StackPart> {
            let rows = own.rows.iter();
            rows.map(|row| row.part).collect()
        };
        let ranges = [a.range_m(), b.range_m()].into_iter().flatten();
        Self {
            order: joined_parts(table, a.options.stack, &parts(a), &parts(b)),
            range_m: ranges.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))),
            ..Self::default()
        }
    }
}
