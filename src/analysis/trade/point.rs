//! One year's number with everything that is known about it. Not here: which series it comes from.

use crate::analysis::amount::Sources;
use crate::analysis::levels::ratio;
use crate::analysis::stats::{Sample, count};
use crate::dataset::schema::{Mark, MarkKind, Valuation};
use std::collections::BTreeMap;

/// How far the sources of a conflict may differ and still agree: 5 % of the shown value (`formulas` E7).
const AGREEMENT: f64 = 0.05;

/// Year to number; a missing year is absent.
pub type Points = BTreeMap<i32, Point>;

/// What a number may be used for; ordered from a full record to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A record of the whole year: drawn solid.
    Record,
    /// Somebody's estimate of the whole year: drawn dashed; no side of a mirror gap.
    Estimate,
    /// A part of the year: drawn hollow; in no total, growth or gap.
    PartialYear,
    /// A plan or forecast: drawn dashed; in no total, growth or gap.
    Forecast,
}

/// A recorded or computed number of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The number, in the unit of its line.
    pub value: f64,
    /// What it may be used for.
    pub standing: Standing,
    /// How goods are valued; missing for computed numbers and where it does not apply.
    pub valuation: Option<Valuation>,
    /// Id of the series it is read from; missing for computed numbers.
    pub series: Option<String>,
    /// What the dataset says about this year.
    pub mark: Option<Mark>,
    /// What the recorder's other series give for the year: conflicts, not errors.
    pub others: Vec<OtherValue>,
    /// Ids of the sources of `value`.
    pub sources: Sources,
}

/// What another series of the same recorder gives for a year.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherValue {
    /// Id of the series.
    pub series: String,
    /// The number, in the unit of the line.
    pub value: f64,
    /// What it may be used for.
    pub standing: Standing,
    /// What the dataset says about this year.
    pub mark: Option<Mark>,
    /// Ids of its sources.
    pub sources: Sources,
}

/// How far the sources of one number are apart (`formulas` E7).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Smallest number.
    pub low: f64,
    /// Largest number.
    pub high: f64,
    /// Largest less smallest, over the median; missing if the median is zero.
    pub relative: Option<f64>,
    /// Share of the numbers within 5 % of the shown one, itself included.
    pub agreement: f64,
    /// How many numbers there are.
    pub n: usize,
}

impl Standing {
    /// What a mark says about the use of a number.
    #[must_use]
    pub fn of(mark: Option<&Mark>) -> Self {
        match mark.map(|mark| mark.kind) {
            Some(MarkKind::Estimate) => Self::Estimate,
            Some(MarkKind::PartialYear) => Self::PartialYear,
            Some(MarkKind::Forecast) => Self::Forecast,
            Some(
                MarkKind::Provisional
                | MarkKind::Derived
                | MarkKind::Rounded
                | MarkKind::AtLeast
                | MarkKind::AtMost
                | MarkKind::Note,
            )
            | None => Self::Record,
        }
    }

    /// Whether the number covers a whole year that has passed.
    #[must_use]
    pub fn is_full_year(self) -> bool {
        self <= Self::Estimate
    }
}

impl Point {
    /// A number computed from others: as weak as the weakest, with all their sources.
    #[must_use]
    pub fn computed(value: f64, inputs: &[&Self]) -> Self {
        let standing = inputs.iter().map(|input| input.standing).max();
        Self {
            value,
            standing: standing.unwrap_or(Standing::Record),
            valuation: None,
            series: None,
            mark: None,
            others: Vec::new(),
            sources: inputs
                .iter()
                .flat_map(|input| input.sources.iter().cloned())
                .collect(),
        }
    }

    /// The spread over all full-year sources; missing if there is one source only.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let others = self.others.iter();
        let full_year = others.filter(|other| other.standing.is_full_year());
        let mut values: Vec<f64> = full_year.map(|other| other.value).collect();
        if values.is_empty() || !self.standing.is_full_year() {
            return None;
        }
        values.push(self.value);
        let near = |value: &&f64| (*value - self.value).abs() <= AGREEMENT * self.value.abs();
        let agreeing = values.iter().filter(near).count();
        let sample = Sample::new(values);
        let (low, high, n) = (sample.min()?, sample.max()?, sample.values().len());
        Some(Spread {
            low,
            high,
            relative: ratio(high - low, sample.median()?),
            agreement: count(agreeing) / count(n),
            n,
        })
    }

    /// Whether a full-year source of the same recorder differs by more than 5 % of the value.
    #[must_use]
    pub fn is_in_conflict(&self) -> bool {
        self.spread().is_some_and(|spread| spread.agreement < 1.0)
    }
}

impl Spread {
    /// Largest less smallest.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// Combines the full-year numbers of two sets, year by year. Years that only one has, or for
/// which `f` gives nothing, are missing.
#[must_use]
pub fn combine(a: &Points, b: &Points, f: impl Fn(f64, f64) -> Option<f64>) -> Points {
    full_years(a)
        .filter_map(|(year, left)| {
            let right = b.get(&year).filter(|point| point.standing.is_full_year())?;
            let value = f(left.value, right.value).filter(|value| value.is_finite())?;
            Some((year, Point::computed(value, &[left, right])))
        })
        .collect()
}

/// Growth on the year before as a fraction, of full years only (`formulas` B2).
#[must_use]
pub fn growth(points: &Points) -> Points {
    let plain = full_years(points).map(|(year, point)| (year, point.value));
    crate::analysis::levels::growth(&plain.collect())
        .into_iter()
        .filter_map(|(year, value)| {
            let inputs = [points.get(&(year - 1))?, points.get(&year)?];
            Some((year, Point::computed(value, &inputs)))
        })
        .collect()
}

/// The numbers with the full-year value of `base_year` as 100 (`formulas` B3); nothing if it is missing or zero.
#[must_use]
pub fn index_to(points: &Points, base_year: i32) -> Option<Points> {
    let plain = full_years(points).map(|(year, point)| (year, point.value));
    let index = crate::analysis::levels::index_to(&plain.collect(), base_year)?;
    let base = points.get(&base_year)?;
    let pairs = index.into_iter().filter_map(|(year, value)| {
        let point = Point::computed(value, &[base, points.get(&year)?]);
        Some((year, point))
    });
    Some(pairs.collect())
}

/// The numbers that cover whole years that have passed.
pub fn full_years(points: &Points) -> impl Iterator<Item = (i32, &Point)> {
    points
        .iter()
        .filter(|(_, point)| point.standing.is_full_year())
        .map(|(year, point)| (*year, point))
}
