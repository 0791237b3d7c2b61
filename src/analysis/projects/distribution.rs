//! How large the projects of each part are: every amount, and what half of them lie between (`formulas` F1).

use super::{
    amount::MoneyStage,
    by_amount::{Parted, Walk, placed},
    cells::{Sized, sized},
    filter::FilterResult,
    measure::{Measure, tallies},
    options::InvestmentOptions,
    stack::{StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
    tally::Tally,
};
use crate::analysis::stats::{place_of, quantile_of};
use fixedbitset::FixedBitSet;
use std::collections::BTreeMap;

/// So many dots of a row can be told apart; of more its box alone says something.
pub const MOST_DOTS: usize = 1500;
/// What the box of a row is drawn from.
const QUARTERS: [f64; 3] = [0.25, 0.5, 0.75];
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
    /// How many projects have an amount above zero.
    pub count: usize,
    /// Their amounts, smallest first; none where there are more than [`MOST_DOTS`].
    pub sizes: Vec<ProjectSize>,
    /// The smallest and the largest amount.
    pub range_m: Option<(f64, f64)>,
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
    let (stage, stack) = (options.stage, options.stack);
    let counted = tallies(table, &filtered.rows, stage, &[Measure::Sized(stack)]);
    let known = sized(table, stage, stack);
    let counted = known.keys.iter().zip(counted.into_iter().flatten());
    let counted: Vec<(&Sized, Tally)> = counted.filter(|(_, tally)| tally.count > 0).collect();
    let mut amounts: BTreeMap<StackPart, f64> = BTreeMap::new();
    let mut mixed_stages: BTreeMap<MoneyStage, usize> = BTreeMap::new();
    let mut left_out = 0;
    for (sized, tally) in &counted {
        if sized.left_out {
            left_out += tally.count;
            continue;
        }
        *amounts.entry(sized.part).or_default() += tally.money_m;
        if let Some(stage) = sized.stage {
            *mixed_stages.entry(stage).or_default() += tally.count;
        }
    }
    if mixed_stages.len() < 2 {
        mixed_stages.clear();
    }
    let parts = drawn_parts(table, stack, &amounts);
    let mut rows: Vec<SizeRow> = parts.iter().map(|part| SizeRow::empty(*part)).collect();
    let mut midpoints = 0;
    for (sized, tally) in counted.iter().filter(|(sized, _)| !sized.left_out) {
        let part = drawn_as(sized.part, &parts);
        let Some(row) = rows.iter_mut().find(|row| row.part == part) else {
            continue;
        };
        match sized.stage {
            None => row.without_amount += tally.count,
            Some(_) if !sized.above_zero => row.not_above_zero += tally.count,
            Some(_) => {
                row.count += tally.count;
                midpoints += if sized.midpoint { tally.count } else { 0 };
            }
        }
    }
    find_sizes(table, &filtered.rows, options, &mut rows);
    Distribution {
        options,
        rows,
        left_out,
        midpoints,
        mixed_stages,
    }
}

/// Positions among so many amounts between which a share of them lies, the largest first.
fn around(count: usize, share: f64) -> impl Iterator<Item = usize> {
    let (low, _) = place_of(count, share).unwrap_or_default();
    let both = [low, low + 1].into_iter().filter(move |at| *at < count);
    both.map(move |at| count - 1 - at)
}

/// Finds the amounts of the rows, of crowded ones those that boxes are drawn from.
fn find_sizes(
    table: &ProjectTable,
    kept: &FixedBitSet,
    options: InvestmentOptions,
    rows: &mut [SizeRow],
) {
    let parted = Parted::of(table, options.stage, options.stack);
    let wanted = |row: &SizeRow| -> Vec<usize> {
        if row.count <= MOST_DOTS {
            return (0..row.count).collect();
        }
        let mut wanted: Vec<usize> = QUARTERS
            .into_iter()
            .flat_map(|q| around(row.count, q))
            .collect();
        wanted.extend([0, row.count - 1]);
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    };
    let wanted: Vec<Vec<usize>> = rows.iter().map(wanted).collect();
    let parts: Vec<StackPart> = rows.iter().map(|row| row.part).collect();
    let group = |part| {
        let drawn = drawn_as(part, &parts);
        let at = parts.iter().position(|own| *own == drawn);
        at.unwrap_or(usize::MAX)
    };
    let placed = placed(table, options.stage, kept);
    let walk = parted.walk(placed, group, wanted.clone());
    for (at, (row, wanted)) in rows.iter_mut().zip(&wanted).enumerate() {
        let found = walk.found.get(at).map_or(&[][..], Vec::as_slice);
        row.take(table, &parted, (&walk, at), wanted, found);
    }
}

impl Distribution {
    /// Smallest and largest amount of any row, in millions.
    #[must_use]
    pub fn range_m(&self) -> Option<(f64, f64)> {
        let ends = self.rows.iter().filter_map(|row| row.range_m);
        ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// Projects drawn.
    #[must_use]
    pub fn drawn(&self) -> usize {
        self.rows.iter().map(|row| row.count).sum()
    }

    /// All amounts of each row, smallest first, those of crowded rows too.
    #[must_use]
    pub fn all_sizes(
        &self,
        table: &ProjectTable,
        filtered: &FilterResult,
    ) -> Vec<Vec<ProjectSize>> {
        let mut rows = self.rows.clone();
        let parts: Vec<StackPart> = rows.iter().map(|row| row.part).collect();
        for row in &mut rows {
            row.sizes.clear();
        }
        for project in filtered.rows.ones() {
            let counted_m = table.counted_m(project, self.options.stage);
            if counted_m.is_none_or(|money_m| money_m <= 0.0) {
                continue;
            }
            let part = drawn_as(self.options.stack.part(table, project), &parts);
            let row = rows.iter_mut().find(|row| row.part == part);
            let size = ProjectSize::of(table, self.options.stage, project);
            if let Some((row, size)) = row.zip(size) {
                row.sizes.push(size);
            }
        }
        let sorted = |mut row: SizeRow| {
            row.sizes.sort_by(|a, b| a.money_m.total_cmp(&b.money_m));
            row.sizes
        };
        rows.into_iter().map(sorted).collect()
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

impl ProjectSize {
    fn of(table: &ProjectTable, stage: MoneyStage, project: usize) -> Option<Self> {
        let amount = table.amount(project, stage)?;
        Some(Self {
            project,
            money_m: amount.money_m,
            midpoint: amount.midpoint,
        })
    }
}

impl SizeRow {
    fn empty(part: StackPart) -> Self {
        Self {
            part,
            count: 0,
            sizes: Vec::new(),
            range_m: None,
            without_amount: 0,
            not_above_zero: 0,
            median_m: None,
            spread: None,
        }
    }

    /// Takes in the places that were `found` at the positions that were `wanted`.
    fn take(
        &mut self,
        table: &ProjectTable,
        parted: &Parted,
        (walk, own): (&Walk<'_>, usize),
        wanted: &[usize],
        found: &[usize],
    ) {
        // The way goes from the largest to the smallest.
        let nth = |position: usize| {
            let from_largest = self.count.checked_sub(position + 1)?;
            let at = wanted.binary_search(&from_largest).ok()?;
            parted.money_m(*found.get(at)?)
        };
        let (Some(start), Some(end)) = (found.first(), found.last()) else {
            return;
        };
        let (largest, smallest) = (parted.money_m(*start), parted.money_m(*end));
        let median_m = quantile_of(self.count, 0.5, nth);
        let least = |low: f64| {
            let behind = parted.behind(low).min(end + 1);
            parted.money_m(walk.nearest(own, (*start..behind).rev())?)
        };
        let most = |high: f64| {
            let from = parted.first_to(high).max(*start);
            parted.money_m(walk.nearest(own, from..=*end)?)
        };
        let spread = SizeSpread::of(self.count, nth, least, most);
        self.range_m = smallest.zip(largest);
        self.median_m = median_m;
        self.spread = spread;
        if self.count <= MOST_DOTS {
            let projects = found.iter().filter_map(|place| parted.project(*place));
            let stage = parted.stage;
            let sizes = projects.filter_map(|own| ProjectSize::of(table, stage, own));
            self.sizes = sizes.collect();
            let by_size = |a: &ProjectSize, b: &ProjectSize| {
                a.money_m
                    .total_cmp(&b.money_m)
                    .then(a.project.cmp(&b.project))
            };
            self.sizes.sort_unstable_by(by_size);
        }
    }
}

impl SizeSpread {
    /// The box of so many amounts: `nth` is the one at a position, `least` and `most` the first one that is not
    /// below and the last one that is not above another amount.
    fn of(
        count: usize,
        nth: impl Fn(usize) -> Option<f64>,
        least: impl Fn(f64) -> Option<f64>,
        most: impl Fn(f64) -> Option<f64>,
    ) -> Option<Self> {
        if count < LEAST_BOX {
            return None;
        }
        let lower_m = quantile_of(count, 0.25, &nth)?;
        let upper_m = quantile_of(count, 0.75, &nth)?;
        let far = WHISKER * (upper_m - lower_m);
        // A quartile between an amount and an outlier can lie beyond the last amount that is none.
        Some(Self {
            lower_m,
            upper_m,
            least_m: least(lower_m - far)?.min(lower_m),
            most_m: most(upper_m + far)?.max(upper_m),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(amounts: &[f64]) -> Option<SizeSpread> {
        let first = |low: f64| amounts.iter().copied().find(|amount| *amount >= low);
        let last = |high: f64| amounts.iter().copied().rfind(|amount| *amount <= high);
        SizeSpread::of(amounts.len(), |at| amounts.get(at).copied(), first, last)
    }

    #[test]
    fn whiskers_end_at_the_last_that_is_no_outlier() {
        // `formulas` F1 with the numbers of D4.
        let days = [14.0, 15.0, 15.0, 16.0, 16.0, 17.0, 18.0, 20.0, 22.0, 27.0];
        let drawn = spread(&days).expect("enough");
        let expected = SizeSpread {
            lower_m: 15.25,
            upper_m: 19.5,
            least_m: 14.0,
            most_m: 22.0,
        };
        assert_eq!(drawn, expected);
        assert_eq!(spread(&[1.0, 2.0, 3.0, 4.0]), None);
    }

    #[test]
    fn whiskers_never_end_inside_the_box() {
        // The upper quartile, 25.75, lies between 1 and the outlier 100.
        let drawn = spread(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 100.0, 100.0]);
        let drawn = drawn.expect("enough");
        assert_eq!((drawn.upper_m, drawn.most_m), (25.75, 25.75));
    }
}
