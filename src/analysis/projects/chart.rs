//! Investment over time: what the stacked bars show, apart from how they are drawn.

use super::{
    amount::MoneyStage,
    filter::{Filter, FilterPart, FilterResult, apply},
    overlap::LeftOut,
    stack::{StackBy, StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
};
use crate::dataset::{catalog::Catalog, schema::Stage};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which step of a project gives its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum YearBasis {
    /// The year it was announced.
    #[default]
    Announced,
    /// The year work started.
    Started,
    /// The year it was completed.
    Completed,
}

impl YearBasis {
    /// All bases.
    pub const ALL: [Self; 3] = [Self::Announced, Self::Started, Self::Completed];

    /// The year of a project on this basis.
    #[must_use]
    pub fn year(self, table: &ProjectTable, row: usize) -> Option<i32> {
        let column = match self {
            Self::Announced => &table.announced,
            Self::Started => &table.started,
            Self::Completed => &table.completed,
        };
        column.get(row).copied().flatten()
    }
}

/// What the bars measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum InvestmentUnit {
    /// Money.
    #[default]
    Money,
    /// Number of projects.
    Count,
    /// Money summed up to each year.
    Cumulative,
    /// Share of each year's money.
    Share,
}

impl InvestmentUnit {
    /// All units.
    pub const ALL: [Self; 4] = [Self::Money, Self::Count, Self::Cumulative, Self::Share];
}

/// The choices of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InvestmentOptions {
    /// What the bars measure.
    pub unit: InvestmentUnit,
    /// What they are divided by.
    pub stack: StackBy,
    /// Which year counts.
    pub basis: YearBasis,
    /// Which stage of money.
    pub stage: MoneyStage,
}

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
    /// The year that was not over when the facts were collected.
    pub partial_year: Option<i32>,
    /// What is not in the bars, and why.
    pub notices: Notices,
    /// Ids of the sources of the figures in the bars, sorted.
    pub sources: Vec<String>,
}

/// One year of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct YearBar {
    /// The year.
    pub year: i32,
    /// For each of [`InvestmentChart::values`]: what is done or being built, then what is only planned,
    /// in millions, in projects, or as fractions.
    pub parts: Vec<(f64, f64)>,
    /// Number of projects with this year.
    pub count: usize,
    /// Number of them without an amount.
    pub without_amount: usize,
}

impl YearBar {
    /// Height of the whole bar.
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
    filtered: &FilterResult,
    around: &FilterResult,
    options: InvestmentOptions,
) -> InvestmentChart {
    let mut chosen = Builder::new(table, options);
    for row in filtered.rows.ones() {
        chosen.add(catalog, row);
    }
    let mut context = Builder::new(table, options);
    for row in around.rows.ones() {
        context.add(catalog, row);
    }
    InvestmentChart {
        notices: chosen.notices(),
        sources: chosen.sources.into_iter().collect(),
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
pub fn around(table: &ProjectTable, filter: &Filter, options: InvestmentOptions) -> FilterResult {
    let filter = filter.without(&FilterPart::Years);
    apply(table, &filter, options.stage, options.basis)
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
    for row in around.rows.ones() {
        let counted = counting || table.counted_m(row, options.stage).is_some();
        let Some(year) = options.basis.year(table, row).filter(|_| counted) else {
            continue;
        };
        let value = drawn_as(options.stack.part(table, row), &chart.values);
        let firm = is_firm(table, row);
        let key = PartKey { year, value, firm };
        parts.entry(key).or_default().push(row);
    }
    parts
}

/// Whether a project is more than a plan.
fn is_firm(table: &ProjectTable, row: usize) -> bool {
    let stage = table.stage.get(row).copied().flatten();
    matches!(stage, Some(Stage::Done | Stage::UnderWay))
}

struct Builder<'a> {
    table: &'a ProjectTable,
    options: InvestmentOptions,
    cells: BTreeMap<(i32, StackPart), (f64, f64)>,
    years: BTreeMap<i32, (usize, usize)>,
    notices: Notices,
    sources: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn new(table: &'a ProjectTable, options: InvestmentOptions) -> Self {
        Self {
            table,
            options,
            cells: BTreeMap::new(),
            years: BTreeMap::new(),
            notices: Notices::default(),
            sources: BTreeSet::new(),
        }
    }

    fn add(&mut self, catalog: &Catalog, row: usize) {
        let (table, options) = (self.table, self.options);
        self.notices.shown += 1;
        let year = options.basis.year(table, row);
        let amount = table.amount(row, options.stage);
        let counting = options.unit == InvestmentUnit::Count;
        if let Some(year) = year {
            let entry = self.years.entry(year).or_default();
            entry.0 += 1;
            entry.1 += usize::from(amount.is_none());
        }
        self.notices.without_amount += usize::from(amount.is_none());
        if let (false, Some(reason)) = (counting, table.left_out.get(row).copied().flatten()) {
            // A record without an amount leaves nothing out.
            if let Some(amount) = amount {
                let entry = self.notices.left_out.entry(reason).or_default();
                *entry = (entry.0 + 1, entry.1 + amount.money_m);
            }
            return;
        }
        let value = if counting {
            Some(1.0)
        } else {
            amount.map(|amount| amount.money_m)
        };
        let Some(value) = value else { return };
        let Some(year) = year else {
            self.notices.undated.0 += 1;
            self.notices.undated.1 += amount.map_or(0.0, |amount| amount.money_m);
            return;
        };
        self.draw(row, year, value);
        let project = catalog.data().projects.get(row);
        if let (false, Some(amount), Some(project)) = (counting, amount, project) {
            *self.notices.mixed_stages.entry(amount.stage).or_default() += 1;
            self.notices.midpoints += usize::from(amount.midpoint);
            let figure = project.figures.get(amount.figure);
            self.sources.extend(
                figure
                    .into_iter()
                    .flat_map(|figure| figure.sources.iter().cloned()),
            );
        } else if let Some(project) = project {
            self.sources.extend(project.sources.iter().cloned());
        }
    }

    fn draw(&mut self, row: usize, year: i32, value: f64) {
        self.notices.drawn += 1;
        let part = self.options.stack.part(self.table, row);
        let cell = self.cells.entry((year, part)).or_default();
        if is_firm(self.table, row) {
            cell.0 += value;
        } else {
            cell.1 += value;
        }
    }

    /// One stage alone is not a mix.
    fn notices(&self) -> Notices {
        let mut notices = self.notices.clone();
        if notices.mixed_stages.len() < 2 {
            notices.mixed_stages.clear();
        }
        notices
    }

    fn finish(self, catalog: &Catalog) -> InvestmentChart {
        let mut sizes: BTreeMap<StackPart, f64> = BTreeMap::new();
        for ((_, part), (firm, planned)) in &self.cells {
            *sizes.entry(*part).or_default() += firm + planned;
        }
        let values = drawn_parts(self.table, self.options.stack, &sizes);
        let mut drawn: BTreeMap<(i32, StackPart), (f64, f64)> = BTreeMap::new();
        for ((year, part), (firm, planned)) in &self.cells {
            let cell = drawn.entry((*year, drawn_as(*part, &values))).or_default();
            *cell = (cell.0 + firm, cell.1 + planned);
        }
        let range = self.table.year_range(self.options.basis);
        let mut bars: Vec<YearBar> = range
            .map(|(from, to)| {
                (from..=to)
                    .map(|year| self.bar(year, &values, &drawn))
                    .collect()
            })
            .unwrap_or_default();
        transform(&mut bars, self.options.unit);
        let partial_year = catalog
            .meta()
            .filter(|meta| meta.as_of.month().is_some_and(|month| month < 12))
            .map(|meta| meta.as_of.year());
        InvestmentChart {
            options: self.options,
            bars,
            values,
            partial_year,
            notices: self.notices(),
            sources: self.sources.into_iter().collect(),
        }
    }

    fn bar(
        &self,
        year: i32,
        values: &[StackPart],
        drawn: &BTreeMap<(i32, StackPart), (f64, f64)>,
    ) -> YearBar {
        let (count, without_amount) = self.years.get(&year).copied().unwrap_or_default();
        let part = |value: &StackPart| drawn.get(&(year, *value)).copied().unwrap_or_default();
        YearBar {
            year,
            parts: values.iter().map(part).collect(),
            count,
            without_amount,
        }
    }
}

fn transform(bars: &mut [YearBar], unit: InvestmentUnit) {
    match unit {
        InvestmentUnit::Money | InvestmentUnit::Count => {}
        InvestmentUnit::Cumulative => {
            let mut sums: Vec<(f64, f64)> = Vec::new();
            for bar in bars {
                sums.resize(bar.parts.len(), (0.0, 0.0));
                for (part, sum) in bar.parts.iter_mut().zip(&mut sums) {
                    *sum = (sum.0 + part.0, sum.1 + part.1);
                    *part = *sum;
                }
            }
        }
        InvestmentUnit::Share => {
            for bar in bars {
                let total = bar.total();
                if total > 0.0 {
                    for part in &mut bar.parts {
                        *part = (part.0 / total, part.1 / total);
                    }
                }
            }
        }
    }
}
