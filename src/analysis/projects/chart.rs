//! Investment over time: what the stacked bars show, apart from how they are drawn.

use super::{
    amount::MoneyStage,
    filter::{Filter, FilterPart, FilterResult, apply},
    options::{InvestmentOptions, InvestmentUnit},
    overlap::LeftOut,
    stack::{StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
    units::transform,
};
use crate::analysis::prices::Deflator;
use crate::dataset::{catalog::Catalog, schema::Stage};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Ids of the sources of the figures in the bars, sorted.
    pub sources: Vec<String>,
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
    filtered: &FilterResult,
    around: &FilterResult,
    options: InvestmentOptions,
) -> InvestmentChart {
    let deflator = Deflator::of(catalog, options.prices).filter(|_| options.unit.has_prices());
    let deflator = deflator.as_ref();
    let mut chosen = Builder::new(table, options, deflator);
    for row in filtered.rows.ones() {
        chosen.add(catalog, row);
    }
    let mut context = Builder::new(table, options, deflator);
    for row in around.rows.ones() {
        context.add(catalog, row);
    }
    InvestmentChart {
        notices: chosen.notices(),
        sources: chosen.sources(),
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

/// Whether a project is more than a plan.
fn is_firm(table: &ProjectTable, row: usize) -> bool {
    let stage = table.stage.get(row).copied().flatten();
    matches!(stage, Some(Stage::Done | Stage::UnderWay))
}

/// Whether money of a year can be given in the prices asked for.
fn is_priced(deflator: Option<&Deflator>, year: i32) -> bool {
    deflator.is_none_or(|deflator| deflator.factor(year).is_some())
}

struct Builder<'a> {
    table: &'a ProjectTable,
    options: InvestmentOptions,
    deflator: Option<&'a Deflator>,
    cells: BTreeMap<(i32, StackPart), (f64, f64)>,
    years: BTreeMap<i32, (usize, usize)>,
    notices: Notices,
    sources: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn new(
        table: &'a ProjectTable,
        options: InvestmentOptions,
        deflator: Option<&'a Deflator>,
    ) -> Self {
        Self {
            table,
            options,
            deflator,
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
        let factor = match self.deflator {
            Some(deflator) => deflator.factor(year),
            None => Some(1.0),
        };
        let Some(factor) = factor else {
            self.notices.unpriced.0 += 1;
            self.notices.unpriced.1 += value;
            return;
        };
        self.draw(row, year, value * factor);
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

    /// Sources of the figures, and of the price index if it changed them.
    fn sources(self) -> Vec<String> {
        let mut sources = self.sources;
        let index = self.deflator.filter(|_| !sources.is_empty());
        sources.extend(index.iter().flat_map(|index| index.sources.iter().cloned()));
        sources.into_iter().collect()
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
            deflator: self.deflator.cloned(),
            partial_year,
            notices: self.notices(),
            sources: self.sources(),
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
            priced: is_priced(self.deflator, year),
        }
    }
}
