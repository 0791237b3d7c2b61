//! How large the projects of each part are: every amount, and what half of them lie between (`formulas` F1).

use super::{
    amount::MoneyStage,
    filter::FilterResult,
    options::InvestmentOptions,
    stack::{StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
};
use crate::analysis::stats::Sample;
use std::collections::BTreeMap;

/// Amounts from which on a box says something that the dots do not.
const LEAST_BOX: usize = 5;
/// How far a whisker may reach beyond the box, in heights of it.
const WHISKER: f64 = 1.5;

/// The sizes of the projects that a filter keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// The choices it answers.
    pub options: InvestmentOptions,
    /// One row a part, in order.
    pub rows: Vec<SizeRow>,
    /// Projects left out so that no dollar counts twice.
    pub left_out: usize,
    /// Amounts of which only a range is stated: the middle is drawn.
    pub midpoints: usize,
    /// Projects in the rows by the stage of their amount, if more than one stage is mixed.
    pub mixed_stages: BTreeMap<MoneyStage, usize>,
}

/// The sizes of one part's projects.
#[derive(Debug, Clone, PartialEq)]
pub struct SizeRow {
    /// Which part.
    pub part: StackPart,
    /// The amounts, smallest first.
    pub sizes: Vec<ProjectSize>,
    /// Projects without an amount.
    pub without_amount: usize,
    /// Amounts that are not above zero, which a logarithmic axis cannot show.
    pub not_above_zero: usize,
    /// The middle amount in millions.
    pub median_m: Option<f64>,
    /// The box; nothing where there are too few amounts for one.
    pub spread: Option<SizeSpread>,
}

/// The size of a project.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProjectSize {
    /// Its position in the dataset's list.
    pub project: usize,
    /// Its amount in millions.
    pub money_m: f64,
    /// Whether a range is stated, of which this is the middle.
    pub midpoint: bool,
}

/// A box with whiskers, in millions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizeSpread {
    /// A quarter of the amounts lie below.
    pub lower_m: f64,
    /// A quarter of the amounts lie above.
    pub upper_m: f64,
    /// Smallest amount that is no outlier; the end of the box, where that lies beyond it.
    pub least_m: f64,
    /// Largest amount that is no outlier, or the end of the box.
    pub most_m: f64,
}

/// Gathers the sizes. A project stands in one row; what totals leave out stands in none.
#[must_use]
pub fn distribution(
    table: &ProjectTable,
    filtered: &FilterResult,
    options: InvestmentOptions,
) -> Distribution {
    let mut amounts: BTreeMap<StackPart, f64> = BTreeMap::new();
    let mut own: Vec<(usize, StackPart)> = Vec::with_capacity(filtered.count);
    let mut mixed_stages: BTreeMap<MoneyStage, usize> = BTreeMap::new();
    for row in filtered.rows.ones() {
        if table.left_out.get(row).copied().flatten().is_some() {
            continue;
        }
        let part = options.stack.part(table, row);
        let amount = table.amount(row, options.stage);
        *amounts.entry(part).or_default() += amount.map_or(0.0, |amount| amount.money_m);
        if let Some(amount) = amount {
            *mixed_stages.entry(amount.stage).or_default() += 1;
        }
        own.push((row, part));
    }
    if mixed_stages.len() < 2 {
        mixed_stages.clear();
    }
    let parts = drawn_parts(table, options.stack, &amounts);
    let mut rows: BTreeMap<StackPart, SizeRow> = BTreeMap::new();
    for (project, part) in &own {
        let part = drawn_as(*part, &parts);
        let row = rows.entry(part).or_insert_with(|| SizeRow::empty(part));
        row.add(table, options.stage, *project);
    }
    let rows = parts.iter().filter_map(|part| rows.remove(part));
    let rows: Vec<SizeRow> = rows.map(SizeRow::finished).collect();
    let sizes = rows.iter().flat_map(|row| &row.sizes);
    Distribution {
        options,
        midpoints: sizes.filter(|size| size.midpoint).count(),
        rows,
        left_out: filtered.count - own.len(),
        mixed_stages,
    }
}

impl Distribution {
    /// Smallest and largest amount of any row, in millions.
    #[must_use]
    pub fn range_m(&self) -> Option<(f64, f64)> {
        let ends = |row: &SizeRow| Some((row.sizes.first()?.money_m, row.sizes.last()?.money_m));
        let ends = self.rows.iter().filter_map(ends);
        ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// Projects drawn.
    #[must_use]
    pub fn drawn(&self) -> usize {
        self.rows.iter().map(|row| row.sizes.len()).sum()
    }

    /// Projects without an amount.
    #[must_use]
    pub fn without_amount(&self) -> usize {
        self.rows.iter().map(|row| row.without_amount).sum()
    }

    /// Amounts that are not above zero.
    #[must_use]
    pub fn not_above_zero(&self) -> usize {
        self.rows.iter().map(|row| row.not_above_zero).sum()
    }
}

impl SizeRow {
    fn empty(part: StackPart) -> Self {
        Self {
            part,
            sizes: Vec::new(),
            without_amount: 0,
            not_above_zero: 0,
            median_m: None,
            spread: None,
        }
    }

    fn add(&mut self, table: &ProjectTable, stage: MoneyStage, project: usize) {
        match table.amount(project, stage) {
            None => self.without_amount += 1,
            Some(amount) if amount.money_m <= 0.0 => self.not_above_zero += 1,
            Some(amount) => self.sizes.push(ProjectSize {
                project,
                money_m: amount.money_m,
                midpoint: amount.midpoint,
            }),
        }
    }

    fn finished(mut self) -> Self {
        self.sizes.sort_by(|a, b| a.money_m.total_cmp(&b.money_m));
        let sample = Sample::new(self.sizes.iter().map(|size| size.money_m));
        self.median_m = sample.median();
        self.spread = SizeSpread::of(&sample);
        self
    }
}

impl SizeSpread {
    fn of(sample: &Sample) -> Option<Self> {
        let values = sample.values();
        if values.len() < LEAST_BOX {
            return None;
        }
        let (lower_m, upper_m) = (sample.quantile(0.25)?, sample.quantile(0.75)?);
        let far = WHISKER * (upper_m - lower_m);
        let (low, high) = (lower_m - far, upper_m + far);
        let mut inside = values.iter().filter(|value| (low..=high).contains(*value));
        let least_m = *inside.next()?;
        let most_m = inside.next_back().copied().unwrap_or(least_m);
        // A quartile between an amount and an outlier can lie beyond the last amount that is none.
        Some(Self {
            lower_m,
            upper_m,
            least_m: least_m.min(lower_m),
            most_m: most_m.max(upper_m),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whiskers_end_at_the_last_that_is_no_outlier() {
        // `formulas` F1 with the numbers of D4.
        let days = [14.0, 15.0, 15.0, 16.0, 16.0, 17.0, 18.0, 20.0, 22.0, 27.0];
        let spread = SizeSpread::of(&Sample::new(days)).expect("enough");
        let expected = SizeSpread {
            lower_m: 15.25,
            upper_m: 19.5,
            least_m: 14.0,
            most_m: 22.0,
        };
        assert_eq!(spread, expected);
        assert_eq!(SizeSpread::of(&Sample::new([1.0, 2.0, 3.0, 4.0])), None);
    }

    #[test]
    fn whiskers_never_end_inside_the_box() {
        // The upper quartile, 25.75, lies between 1 and the outlier 100.
        let spread = SizeSpread::of(&Sample::new([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 100.0, 100.0]));
        let spread = spread.expect("enough");
        assert_eq!((spread.upper_m, spread.most_m), (25.75, 25.75));
    }
}
