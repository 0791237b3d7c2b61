//! Investment over time: what the stacked bars show, apart from how they are drawn.

use super::{
    amount::MoneyStage,
    bars::Bars,
    cells::is_firm,
    filter::{Filter, FilterPart, kept},
    options::{InvestmentOptions, InvestmentUnit},
    overlap::LeftOut,
    stack::{StackPart, drawn_as},
    table::ProjectTable,
};
use crate::{analysis::prices::Deflator, dataset::catalog::Catalog};
use fixedbitset::FixedBitSet;
use std::collections::BTreeMap;

/// The chart's state.
#[derive(Debug, Clone, PartialEq)]
pub struct InvestmentChart {
    /// The choices it answers.
    pub options: InvestmentOptions,
    /// One bar for every year of the dataset, so that the axis stands still while filters change;
    /// bars outside the chosen years are context.
    pub bars: Vec<YearBar>,
    /// The parts that occur, in display order.
    pub values: Vec<StackPart>,
    /// What makes money that of one year; nothing where it is as stated.
    pub deflator: Option<Deflator>,
    /// The year that was not over when the facts were collected.
    pub partial_year: Option<i32>,
    /// What is not in the bars, and why.
    pub notices: Notices,
    /// Positions of the sources of the figures in the bars, and of the price index if it changed them.
    pub sources: Vec<u32>,
}

impl InvestmentChart {
    /// How far the bars reach below and above zero.
    #[must_use]
    pub fn reach(&self) -> (f64, f64) {
        self.bars.iter().fold((0.0, 0.0), |(low, high), bar| {
            let parts = bar
                .parts
                .iter()
                .flat_map(|(firm, planned)| [*firm, *planned]);
            let below: f64 = parts.clone().map(|part| part.min(0.0)).sum();
            let above: f64 = parts.map(|part| part.max(0.0)).sum();
            (low.min(below), high.max(above))
        })
    }

    /// Ids of [`Self::sources`], sorted.
    #[must_use]
    pub fn source_ids(&self, catalog: &Catalog) -> Vec<String> {
        let all = &catalog.data().sources;
        let cited = self.sources.iter().filter_map(|at| all.get(*at as usize));
        let mut ids: Vec<String> = cited.map(|source| source.id.clone()).collect();
        ids.sort_unstable();
        ids
    }
}

/// One year of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct YearBar {
    /// The year.
    pub year: i32,
    /// For each of [`InvestmentChart::values`]: what is done or being built, then what is only planned,
    /// in millions, in projects, or as fractions; below zero where there is less than before.
    pub parts: Vec<(f64, f64)>,
    /// Number of projects with this year.
    pub count: usize,
    /// Number of them without an amount.
    pub without_amount: usize,
    /// Whether money of the year is known in the prices asked for.
    pub priced: bool,
}

impl YearBar {
    /// Height of the whole bar; the sum of what is above and below zero.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.parts
            .iter()
            .map(|(firm, planned)| firm + planned)
            .sum()
    }
}

/// What a chart's total leaves out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notices {
    /// Projects the filter keeps.
    pub shown: usize,
    /// Of these, projects in the bars.
    pub drawn: usize,
    /// Projects without an amount at the chosen stage.
    pub without_amount: usize,
    /// Projects with an amount but without a year, and their money in millions.
    pub undated: (usize, f64),
    /// Projects of years without a price index, and their money in millions as stated.
    pub unpriced: (usize, f64),
    /// Projects left out so that no dollar counts twice, by reason, with their money in millions.
    pub left_out: BTreeMap<LeftOut, (usize, f64)>,
    /// Projects in the bars by the stage of their amount, if more than one stage is mixed.
    pub mixed_stages: BTreeMap<MoneyStage, usize>,
    /// Amounts in the bars of which only a range is stated: the middle is drawn.
    pub midpoints: usize,
}

/// Computes the chart for the projects a filter keeps.
///
/// `around` is what the filter keeps without its choice of years: the bars of the other years
/// stay as context, while notices and sources speak of `filtered` alone.
#[must_use]
pub fn investment_chart(
    catalog: &Catalog,
    table: &ProjectTable,
    filtered: &FixedBitSet,
    around: &FixedBitSet,
    options: InvestmentOptions,
) -> InvestmentChart {
    let deflator = Deflator::of(catalog, options.prices).filter(|_| options.unit.has_prices());
    let deflator = deflator.as_ref();
    let chosen = Bars::new(table, options, deflator, filtered);
    let sources = chosen.sources(catalog, filtered);
    let notices = chosen.notices();
    let context = if filtered == around {
        chosen
    } else {
        Bars::new(table, options, deflator, around)
    };
    InvestmentChart {
        notices,
        sources,
        ..context.finish(catalog)
    }
}

/// One part of a bar of [`investment_chart`], before anything is summed up or shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartKey {
    /// The year of the bar.
    pub year: i32,
    /// The part as it is drawn.
    pub value: StackPart,
    /// Whether it is done or being built, rather than only planned.
    pub firm: bool,
}

/// What a filter keeps without its choice of years: the bars of the other years stay as context.
#[must_use]
pub fn around(table: &ProjectTable, filter: &Filter, options: InvestmentOptions) -> FixedBitSet {
    kept(table, &filter.without(&FilterPart::Years), options.stage)
}

/// Which projects each part of the bars is made of, context included: positions, in the order
/// of the dataset.
#[must_use]
pub fn contributors(
    table: &ProjectTable,
    filter: &Filter,
    chart: &InvestmentChart,
) -> BTreeMap<PartKey, Vec<usize>> {
    let options = chart.options;
    let mut parts: BTreeMap<PartKey, Vec<usize>> = BTreeMap::new();
    let around = around(table, filter, options);
    let counting = options.unit == InvestmentUnit::Count;
    for row in around.ones() {
        let counted = counting || table.counted_m(row, options.stage).is_some();
        let priced = |year: &i32| is_priced(chart.deflator.as_ref(), *year);
        let year = options.basis.year(table, row).filter(|_| counted);
        let Some(year) = year.filter(priced) else {
            continue;
        };
        let value = drawn_as(options.stack.part(table, row), &chart.values);
        let firm = is_firm(table, row);
        let key = PartKey { year, value, firm };
        parts.entry(key).or_default().push(row);
    }
    parts
}

/// Whether money of a year can be given in the prices asked for.
pub(super) fn is_priced(deflator: Option<&Deflator>, year: i32) -> bool {
    deflator.is_none_or(|deflator| deflator.factor(year).is_some())
}
