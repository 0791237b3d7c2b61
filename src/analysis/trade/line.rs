//! One recorder's numbers for one thing, year by year. A line never changes the recorder.

use super::notice::{Notice, YearsNotice, spans};
use super::point::{OtherValue, Point, Points, Standing};
use crate::analysis::amount::Sources;
use crate::dataset::catalog::{Catalog, SeriesKey};
use crate::dataset::schema::{PartialDate, RecorderKind, Series, Valuation};
use std::cmp::Reverse;

/// What one recorder says about one thing over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is about and who recorded it.
    pub key: SeriesKey,
    /// What kind of recorder it is; kinds are never mixed in one sum.
    pub recorder_kind: RecorderKind,
    /// Unit of all values.
    pub unit: String,
    /// Year to number.
    pub points: Points,
    /// Ids of series left out because their unit is another.
    pub other_unit: Vec<String>,
}

/// One series' number for a year, while the shown one is being chosen.
struct Candidate<'a> {
    series: &'a Series,
    value: f64,
    standing: Standing,
    source_date: Option<PartialDate>,
}

impl Line {
    /// The line of a key; nothing if the dataset has no such series.
    ///
    /// Of several series for a year the shown one is the first by: full-year records before
    /// part-years and forecasts, then the higher `preference`, then the later source, then the id
    /// (`formulas` E7). The unit is that of the most preferred series.
    #[must_use]
    pub fn of(catalog: &Catalog, key: &SeriesKey) -> Option<Self> {
        let mut all: Vec<&Series> = catalog.series_with(key).collect();
        all.sort_by_key(|series| Reverse(series.preference));
        let unit = all.first()?.unit.clone();
        let (used, other): (Vec<&Series>, Vec<&Series>) =
            all.into_iter().partition(|series| series.unit == unit);
        Some(Self {
            key: key.clone(),
            recorder_kind: catalog
                .recorder(&key.recorder)
                .map_or(RecorderKind::Other, |recorder| recorder.kind),
            unit,
            points: points(catalog, &used),
            other_unit: other.into_iter().map(|series| series.id.clone()).collect(),
        })
    }

    /// Sources of the shown numbers.
    #[must_use]
    pub fn sources(&self) -> Sources {
        let points = self.points.values();
        points.flat_map(|point| point.sources.clone()).collect()
    }

    /// The valuation of the shown numbers, if it is the same and known for all.
    #[must_use]
    pub fn valuation(&self) -> Option<Valuation> {
        let mut all = self.points.values().map(|point| point.valuation);
        let first = all.next()??;
        (first != Valuation::Unknown && all.all(|other| other == Some(first))).then_some(first)
    }

    /// Keeps the years from `first` to `last`.
    pub fn keep_years(&mut self, first: i32, last: i32) {
        self.points.retain(|year, _| (first..=last).contains(year));
    }

    /// What to know about the line when the years from `first` to `last` are shown.
    #[must_use]
    pub fn notices(&self, first: i32, last: i32) -> Vec<Notice> {
        let mut notices = Vec::new();
        let shown = || self.points.range(first..=last.max(first));
        let years_where = |wanted: fn(&Point) -> bool| -> Vec<i32> {
            let years = shown().filter(|(_, point)| wanted(point));
            years.map(|(year, _)| *year).collect()
        };
        let missing = (first..=last).filter(|year| !self.points.contains_key(year));
        let all = [
            (YearsNotice::NoRecord, missing.collect()),
            (
                YearsNotice::Estimated,
                years_where(|p| p.standing == Standing::Estimate),
            ),
            (
                YearsNotice::NotFullYear,
                years_where(|p| !p.standing.is_full_year()),
            ),
            (YearsNotice::Conflict, years_where(Point::is_in_conflict)),
            (
                YearsNotice::ValuationUnknown,
                years_where(|p| p.valuation == Some(Valuation::Unknown)),
            ),
        ];
        for (what, years) in all {
            if !years.is_empty() {
                notices.push(Notice::Years {
                    what,
                    recorder: self.key.recorder.clone(),
                    years: spans(years),
                });
            }
        }
        if !self.other_unit.is_empty() {
            notices.push(Notice::OtherUnit {
                series: self.other_unit.clone(),
            });
        }
        notices
    }
}

fn points(catalog: &Catalog, all: &[&Series]) -> Points {
    let mut years: Vec<i32> = all
        .iter()
        .flat_map(|series| series.values.keys().copied())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
        .into_iter()
        .filter_map(|year| Some((year, point(catalog, all, year)?)))
        .collect()
}

fn point(catalog: &Catalog, all: &[&Series], year: i32) -> Option<Point> {
    let mut candidates: Vec<Candidate<'_>> = all
        .iter()
        .filter_map(|series| {
            Some(Candidate {
                series,
                value: *series.values.get(&year)?,
                standing: Standing::of(series.marks.get(&year)),
                source_date: latest_source(catalog, series),
            })
        })
        .collect();
    candidates.sort_by(|a, b| {
        let rank = |c: &Candidate<'_>| {
            let part = !c.standing.is_full_year();
            (part, Reverse(c.series.preference), Reverse(c.source_date))
        };
        rank(a)
            .cmp(&rank(b))
            .then_with(|| a.series.id.cmp(&b.series.id))
    });
    let mut candidates = candidates.into_iter();
    let shown = candidates.next()?;
    Some(Point {
        value: shown.value,
        standing: shown.standing,
        valuation: shown.series.valuation,
        series: Some(shown.series.id.clone()),
        mark: shown.series.marks.get(&year).cloned(),
        others: candidates.map(|other| other.into_value(year)).collect(),
        sources: sources(shown.series, year),
    })
}

impl Candidate<'_> {
    fn into_value(self, year: i32) -> OtherValue {
        OtherValue {
            series: self.series.id.clone(),
            value: self.value,
            standing: self.standing,
            mark: self.series.marks.get(&year).cloned(),
            sources: sources(self.series, year),
        }
    }
}

fn sources(series: &Series, year: i32) -> Sources {
    let of_year = series.marks.get(&year).map(|mark| mark.sources.iter());
    let of_series = series.sources.iter();
    of_series
        .chain(of_year.into_iter().flatten())
        .cloned()
        .collect()
}

fn latest_source(catalog: &Catalog, series: &Series) -> Option<PartialDate> {
    let sources = series.sources.iter();
    sources.filter_map(|id| catalog.source(id)?.date).max()
}
