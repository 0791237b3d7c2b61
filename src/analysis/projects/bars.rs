//! The sums of the bars of a chart, and what is to be said about them.

use super::{
    cells::{Cell, Kind, cells, kinds},
    chart::{InvestmentChart, Notices, YearBar, is_priced},
    cited::list,
    condition::{self, Condition},
    measure::by_cell_and_kind,
    options::{InvestmentOptions, InvestmentUnit},
    stack::{StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
    tally::Tally,
    units::transform,
};
use crate::{analysis::prices::Deflator, dataset::catalog::Catalog};
use fixedbitset::FixedBitSet;
use std::collections::BTreeMap;

/// The sums of some projects.
pub(super) struct Bars<'a> {
    table: &'a ProjectTable,
    options: InvestmentOptions,
    deflator: Option<&'a Deflator>,
    cells: BTreeMap<(i32, StackPart), (f64, f64)>,
    years: BTreeMap<i32, (usize, usize)>,
    notices: Notices,
}

impl<'a> Bars<'a> {
    /// Adds up some projects.
    pub(super) fn new(
        table: &'a ProjectTable,
        options: InvestmentOptions,
        deflator: Option<&'a Deflator>,
        rows: &FixedBitSet,
    ) -> Self {
        let mut bars = Self {
            table,
            options,
            deflator,
            cells: BTreeMap::new(),
            years: BTreeMap::new(),
            notices: Notices::default(),
        };
        let (stack, basis, stage) = (options.stack, options.basis, options.stage);
        let occurs = |tally: &Tally| tally.count > 0;
        let (by_cell, by_kind) = by_cell_and_kind(table, rows, stage, (stack, basis));
        let known = cells(table, stack, basis);
        let by_cell = known.keys.iter().zip(&by_cell);
        for (cell, tally) in by_cell.filter(|(_, tally)| occurs(tally)) {
            bars.draw(*cell, *tally);
        }
        let known = kinds(table, stage, basis);
        let by_kind = known.keys.iter().zip(by_kind.iter());
        for (kind, tally) in by_kind.filter(|(_, tally)| occurs(tally)) {
            bars.note(*kind, *tally);
        }
        bars
    }

    fn is_counting(&self) -> bool {
        self.options.unit == InvestmentUnit::Count
    }

    /// Money of a year in the prices asked for.
    fn priced(&self, year: i32, value: f64) -> Option<f64> {
        match self.deflator {
            Some(deflator) => Some(value * deflator.factor(year)?),
            None => Some(value),
        }
    }

    /// Draws the projects of a part of a bar.
    fn draw(&mut self, cell: Cell, tally: Tally) {
        let value = if self.is_counting() {
            Some(f64::from(u32::try_from(tally.count).unwrap_or(u32::MAX)))
        } else {
            tally.stated_m().filter(|_| !cell.left_out)
        };
        let (Some(value), Some(year)) = (value, cell.year) else {
            return;
        };
        let Some(value) = self.priced(year, value) else {
            return;
        };
        let sum = self.cells.entry((year, cell.part)).or_default();
        if cell.firm {
            sum.0 += value;
        } else {
            sum.1 += value;
        }
    }

    /// Notes what is to be said about projects of a kind.
    fn note(&mut self, kind: Kind, tally: Tally) {
        let (count, money_m) = (tally.count, tally.money_m);
        let without_amount = if kind.stage.is_none() { count } else { 0 };
        self.notices.shown += count;
        if let Some(year) = kind.year {
            let entry = self.years.entry(year).or_default();
            *entry = (entry.0 + count, entry.1 + without_amount);
        }
        self.notices.without_amount += without_amount;
        if !self.is_counting() {
            if kind.stage.is_none() {
                // A record without an amount leaves nothing out.
                return;
            }
            if let Some(reason) = kind.left_out {
                let entry = self.notices.left_out.entry(reason).or_default();
                *entry = (entry.0 + count, entry.1 + money_m);
                return;
            }
        }
        let Some(year) = kind.year else {
            let undated = &mut self.notices.undated;
            *undated = (undated.0 + count, undated.1 + money_m);
            return;
        };
        if !is_priced(self.deflator, year) {
            let unpriced = &mut self.notices.unpriced;
            *unpriced = (unpriced.0 + count, unpriced.1 + money_m);
            return;
        }
        self.notices.drawn += count;
        if let Some(stage) = kind.stage.filter(|_| !self.is_counting()) {
            *self.notices.mixed_stages.entry(stage).or_default() += count;
            self.notices.midpoints += if kind.midpoint { count } else { 0 };
        }
    }

    /// Sources of the figures in the bars, and of the price index if it changed them; where projects are
    /// counted, of the projects.
    pub(super) fn sources(&self, catalog: &Catalog, rows: &FixedBitSet) -> Vec<u32> {
        let (table, options) = (self.table, self.options);
        let stage = (!self.is_counting()).then_some(options.stage);
        let dated = Condition::Years(options.basis, i32::MIN, i32::MAX);
        let mut all = (*condition::rows(table, dated)).clone();
        if self.deflator.is_some() {
            let priced = |year| is_priced(self.deflator, year);
            all.intersect_with(&condition::year_rows(table, options.basis, priced));
        }
        if let Some(stage) = stage {
            all.intersect_with(&condition::rows(table, Condition::Counted(stage)));
        }
        let cited = table.cited.get(list(stage));
        let mut sources = cited.map_or_else(Vec::new, |cited| cited.of(&all, rows));
        if let Some(deflator) = self.deflator.filter(|_| !sources.is_empty()) {
            let index = deflator.sources.iter();
            let index = index.filter_map(|id| u32::try_from(catalog.source_index(id)?).ok());
            sources.extend(index);
            sources.sort_unstable();
            sources.dedup();
        }
        sources
    }

    /// One stage alone is not a mix.
    pub(super) fn notices(&self) -> Notices {
        let mut notices = self.notices.clone();
        if notices.mixed_stages.len() < 2 {
            notices.mixed_stages.clear();
        }
        notices
    }

    pub(super) fn finish(self, catalog: &Catalog) -> InvestmentChart {
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
            sources: Vec::new(),
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
