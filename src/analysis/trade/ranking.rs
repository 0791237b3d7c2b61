//! Partners and products of one recorder in one year, largest first, with their share of a named whole.

use super::find::is_trade;
use super::line::Line;
use super::notice::Notice;
use super::point::{Point, Points, combine, full_years};
use crate::analysis::amount::{Amount, Sources};
use crate::analysis::levels::ratio;
use crate::analysis::stats::Concentration;
use crate::dataset::catalog::{Catalog, SeriesKey};
use crate::dataset::schema::{CountryKind, Flow, RecorderKind};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Parts may exceed a published whole by this fraction before it is called an error: rounding.
const ROUNDING: f64 = 0.001;

/// Which trade of the reporter is ranked.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Traded {
    /// What it exports.
    Exports,
    /// What it imports.
    Imports,
    /// Both together.
    #[default]
    Turnover,
}

/// Whose record, and of which year, is ranked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RankingQuestion {
    /// Id of the recorder.
    pub recorder: String,
    /// Id of the reporting country.
    pub reporter: String,
    /// Which trade.
    pub traded: Traded,
    /// The year; none means the latest one with a part.
    pub year: Option<i32>,
}

/// One partner or product in a ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Id of the country or product.
    pub id: String,
    /// Its number.
    pub point: Point,
    /// Share of the whole; missing if the whole is.
    pub share: Option<f64>,
}

/// What the shares of a ranking refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// The total that the recorder published.
    Published,
    /// The sum of what is listed, because no total was published.
    Listed,
}

/// Parts of a whole in one year, largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// Whose record, of which country and trade; the year is filled in.
    pub question: RankingQuestion,
    /// The year ranked.
    pub year: i32,
    /// Years with at least one part.
    pub years: Vec<i32>,
    /// What kind of recorder it is: reconciled numbers are never shown beside recorded ones.
    pub recorder_kind: RecorderKind,
    /// Unit of all values.
    pub unit: String,
    /// The ranked parts.
    pub rows: Vec<Ranked>,
    /// Territories, which are shown apart from states; in the sum, not in the ranks.
    pub territories: Vec<Ranked>,
    /// Groups of countries, which overlap with the rest; in no sum.
    pub groups: Vec<Ranked>,
    /// What the shares refer to.
    pub base: Base,
    /// The whole.
    pub whole: Amount,
    /// Sum of rows and territories; parts without a number for the year are counted as missing.
    pub listed: Amount,
    /// Computed: whole less listed, if a whole was published and is not exceeded.
    pub rest: Option<f64>,
    /// Concentration of the parts; an interval where a rest is not split.
    pub concentration: Option<Concentration>,
    /// What to know.
    pub notices: Vec<Notice>,
}

impl Ranking {
    /// Listed over whole (`formulas` A5); missing if the whole is.
    #[must_use]
    pub fn coverage(&self) -> Option<f64> {
        ratio(self.listed.value?, self.whole.value?)
    }

    /// Sources of everything listed and of the whole.
    #[must_use]
    pub fn sources(&self) -> Sources {
        let groups = self.groups.iter().flat_map(|group| &group.point.sources);
        let all = self.listed.sources.iter().chain(&self.whole.sources);
        all.chain(groups).cloned().collect()
    }

    /// Place of a part, from 1; none for territories and groups.
    #[must_use]
    pub fn rank(&self, id: &str) -> Option<usize> {
        let position = self.rows.iter().position(|row| row.id == id)?;
        Some(position + 1)
    }
}

/// The reporter's partners in all goods. Groups and the world are no partners in a ranking.
#[must_use]
pub fn partners(catalog: &Catalog, question: &RankingQuestion) -> Option<Ranking> {
    let wanted = |key: &SeriesKey| key.product.is_none();
    let parts = parts(catalog, question, wanted, |key| key.partner.clone());
    let kind_of = |id: &str| catalog.country(id).map(|country| country.kind);
    let years = years(
        parts
            .iter()
            .filter(|(id, _)| kind_of(id) != Some(CountryKind::World)),
    );
    let mut draft = Draft::new(catalog, question, years, parts.values().next()?)?;
    for (id, part) in &parts {
        match kind_of(id) {
            Some(CountryKind::World) => draft.whole = part.points.get(&draft.year).cloned(),
            Some(CountryKind::Group) => draft.add(Place::Group, id, part),
            Some(CountryKind::Territory) => draft.add(Place::Territory, id, part),
            Some(CountryKind::Country) | None => draft.add(Place::Row, id, part),
        }
    }
    Some(draft.finish())
}

/// The products of the reporter's trade with `partner` whose code has `digits` digits.
///
/// Codes of several editions of the classification are not comparable: the edition with the most
/// products is used, the others are counted in a notice.
#[must_use]
pub fn products(
    catalog: &Catalog,
    question: &RankingQuestion,
    partner: &str,
    digits: usize,
) -> Option<Ranking> {
    let product_of = |key: &SeriesKey| catalog.product(key.product.as_deref()?);
    let wanted = |key: &SeriesKey| {
        let fits = product_of(key).is_none_or(|product| product.code.len() == digits);
        key.partner.as_deref() == Some(partner) && fits
    };
    let parts = parts(catalog, question, wanted, |key| {
        Some(key.product.clone().unwrap_or_default())
    });
    let years = years(parts.iter().filter(|(id, _)| !id.is_empty()));
    let mut draft = Draft::new(catalog, question, years, parts.values().next()?)?;
    let edition = |id: &str| catalog.product(id).and_then(|p| p.edition.as_deref());
    let mut editions: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (id, part) in &parts {
        if !id.is_empty() && part.points.contains_key(&draft.year) {
            *editions.entry(edition(id)).or_default() += 1;
        }
    }
    let main = editions.iter().max_by_key(|(_, n)| **n);
    let main = main.and_then(|(edition, _)| *edition);
    for (id, part) in &parts {
        if id.is_empty() {
            draft.whole = part.points.get(&draft.year).cloned();
        } else if edition(id) == main {
            draft.add(Place::Row, id, part);
        }
    }
    let all: usize = editions.values().sum();
    let n = all - editions.get(&main).copied().unwrap_or(0);
    if n > 0 {
        draft.notices.push(Notice::OtherEdition { n });
    }
    Some(draft.finish())
}

/// Recorders with products of the reporter's trade with `partner` whose code has `digits` digits,
/// those with the most products first.
#[must_use]
pub fn product_recorders(
    catalog: &Catalog,
    reporter: &str,
    partner: &str,
    digits: usize,
) -> Vec<String> {
    let mut products: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for key in catalog.series_keys() {
        let ends = (key.reporter.as_deref(), key.partner.as_deref());
        let product = key.product.as_deref().and_then(|id| catalog.product(id));
        let product = product.filter(|product| product.code.len() == digits);
        let fits = ends == (Some(reporter), Some(partner)) && is_trade(catalog, key);
        if let Some(product) = product.filter(|_| fits) {
            products
                .entry(&key.recorder)
                .or_default()
                .insert(&product.id);
        }
    }
    let mut recorders: Vec<(&str, usize)> = products
        .iter()
        .map(|(recorder, ids)| (*recorder, ids.len()))
        .collect();
    recorders.sort_by_key(|(_, n)| Reverse(*n));
    recorders
        .into_iter()
        .map(|(recorder, _)| recorder.to_owned())
        .collect()
}

/// Years in which a part has a full-year number.
fn years<'a>(parts: impl Iterator<Item = (&'a String, &'a Part)>) -> Vec<i32> {
    let years = parts.flat_map(|(_, part)| full_years(&part.points).map(|(year, _)| year));
    years.collect::<BTreeSet<i32>>().into_iter().collect()
}

/// One part of a whole over the years.
struct Part {
    unit: String,
    points: Points,
}

/// The parts that a question is about, by the id that `name` gives to their keys.
fn parts(
    catalog: &Catalog,
    question: &RankingQuestion,
    wanted: impl Fn(&SeriesKey) -> bool,
    name: impl Fn(&SeriesKey) -> Option<String>,
) -> BTreeMap<String, Part> {
    let mut exports = BTreeMap::new();
    let mut imports = BTreeMap::new();
    let keys = catalog.series_keys().filter(|key| {
        key.recorder == question.recorder
            && key.reporter.as_deref() == Some(question.reporter.as_str())
            && is_trade(catalog, key)
            && wanted(key)
    });
    for key in keys {
        let side = match key.flow {
            Some(Flow::Export) => &mut exports,
            Some(Flow::Import) => &mut imports,
            None => continue,
        };
        if let (Some(id), Some(line)) = (name(key), Line::of(catalog, key)) {
            let (unit, points) = (line.unit, line.points);
            side.entry(id).or_insert(Part { unit, points });
        }
    }
    match question.traded {
        Traded::Exports => exports,
        Traded::Imports => imports,
        Traded::Turnover => turnover(&exports, &imports),
    }
}

/// Exports plus imports of every part; a part with one direction only has no turnover.
fn turnover(
    exports: &BTreeMap<String, Part>,
    imports: &BTreeMap<String, Part>,
) -> BTreeMap<String, Part> {
    let of = |id: &String, part: &Part| {
        let both = exports.get(id).zip(imports.get(id));
        let both = both.filter(|(export, import)| export.unit == import.unit);
        let points = both.map_or_else(Points::new, |(export, import)| {
            combine(&export.points, &import.points, |x, m| Some(x + m))
        });
        let unit = part.unit.clone();
        (id.clone(), Part { unit, points })
    };
    let all = exports.iter().chain(imports);
    all.map(|(id, part)| of(id, part)).collect()
}

/// Where a part stands in a ranking.
#[derive(Clone, Copy)]
enum Place {
    Row,
    Territory,
    Group,
}

/// A ranking while its parts are being collected.
struct Draft {
    question: RankingQuestion,
    year: i32,
    years: Vec<i32>,
    recorder_kind: RecorderKind,
    rows: Vec<Ranked>,
    territories: Vec<Ranked>,
    groups: Vec<Ranked>,
    whole: Option<Point>,
    listed: Amount,
    notices: Vec<Notice>,
}

impl Draft {
    fn new(
        catalog: &Catalog,
        question: &RankingQuestion,
        years: Vec<i32>,
        first: &Part,
    ) -> Option<Self> {
        let year = question.year.or(years.last().copied())?;
        Some(Self {
            question: RankingQuestion {
                year: Some(year),
                ..question.clone()
            },
            year,
            years,
            recorder_kind: catalog
                .recorder(&question.recorder)
                .map_or(RecorderKind::Other, |recorder| recorder.kind),
            rows: Vec::new(),
            territories: Vec::new(),
            groups: Vec::new(),
            whole: None,
            listed: Amount::empty(&first.unit),
            notices: Vec::new(),
        })
    }

    fn add(&mut self, place: Place, id: &str, part: &Part) {
        let point = part.points.get(&self.year);
        let point =
            point.filter(|point| point.standing.is_full_year() && part.unit == self.listed.unit);
        if !matches!(place, Place::Group) {
            let sources = point.into_iter().flat_map(|point| &point.sources);
            self.listed.add(point.map(|point| point.value), sources);
        }
        let Some(point) = point else { return };
        let list = match place {
            Place::Row => &mut self.rows,
            Place::Territory => &mut self.territories,
            Place::Group => &mut self.groups,
        };
        list.push(Ranked {
            id: id.to_owned(),
            point: point.clone(),
            share: None,
        });
    }

    fn finish(mut self) -> Ranking {
        let published = self
            .whole
            .take()
            .filter(|whole| whole.standing.is_full_year());
        let (base, whole) = match published {
            Some(point) => {
                let mut whole = Amount::empty(&self.listed.unit);
                whole.add(Some(point.value), &point.sources);
                (Base::Published, whole)
            }
            None => (Base::Listed, self.listed.clone()),
        };
        for list in [&mut self.rows, &mut self.territories, &mut self.groups] {
            for row in list.iter_mut() {
                row.share = whole.value.and_then(|whole| ratio(row.point.value, whole));
            }
            list.sort_by(|a, b| {
                b.point
                    .value
                    .total_cmp(&a.point.value)
                    .then(a.id.cmp(&b.id))
            });
        }
        let rest = whole
            .value
            .zip(self.listed.value)
            .map(|(whole, listed)| whole - listed);
        let tolerance = ROUNDING * whole.value.unwrap_or(0.0).abs();
        if let Some(excess) = rest.map(|rest| -rest).filter(|excess| *excess > tolerance) {
            self.notices.push(Notice::PartsExceedWhole { excess });
        }
        let rest = rest.map(|rest| if rest.abs() <= tolerance { 0.0 } else { rest });
        let rest = rest.filter(|rest| *rest >= 0.0);
        Ranking {
            question: self.question,
            year: self.year,
            years: self.years,
            concentration: concentration(&self.rows, &self.territories, rest.zip(whole.value)),
            recorder_kind: self.recorder_kind,
            unit: self.listed.unit.clone(),
            rows: self.rows,
            territories: self.territories,
            groups: self.groups,
            base,
            whole,
            listed: self.listed,
            rest: rest.filter(|_| base == Base::Published),
            notices: self.notices,
        }
    }
}

fn concentration(
    rows: &[Ranked],
    territories: &[Ranked],
    rest_and_whole: Option<(f64, f64)>,
) -> Option<Concentration> {
    let (rest, whole) = rest_and_whole?;
    let all = rows.iter().chain(territories);
    let shares: Option<Vec<f64>> = all.map(|row| row.share).collect();
    Concentration::of(&shares?, ratio(rest, whole)?)
}
