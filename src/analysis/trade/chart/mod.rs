//! What the trade charts show: title, tracks, bands and table as plain data. Nothing is drawn or worded here.

mod flow;
mod investment;
mod partners;
mod sides;

pub use flow::{GapBase, GapChart, flow_chart, gap_chart, mirror};
pub use investment::investment_chart;
pub use partners::partners_chart;
pub use sides::{SideMeasure, share_chart, sides_chart};

use super::TradeQuestion;
use super::line::Line;
use super::notice::{Notice, spans};
use super::point::{Point, Points};
use super::prices::convert;
use crate::analysis::amount::Sources;
use crate::analysis::prices::Prices;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::Flow;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A chart over years, with its table.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The parts of its title.
    pub title: Title,
    /// Unit of the axis.
    pub unit: Unit,
    /// The prices that money is shown in.
    pub prices: Prices,
    /// What is drawn, in the order of the legend. A year without a point is a gap.
    pub tracks: Vec<Track>,
    /// Shaded intervals, in the unit of the axis.
    pub band: Vec<BandYear>,
    /// What is in the table only.
    pub extra: Vec<Track>,
    /// What to know; for a chart without tracks, why it is empty.
    pub notices: Vec<Notice>,
}

/// The parts of a title; words are the interface's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// What is shown.
    pub what: What,
    /// Id of the country goods or money come from, or whose trade it is.
    pub from: String,
    /// Id of the country they go to, or the other side.
    pub to: Option<String>,
    /// Id of the product.
    pub product: Option<String>,
    /// Id of the country whose total is the base of shares.
    pub base: Option<String>,
    /// First and last year with a point.
    pub years: Option<(i32, i32)>,
}

/// What a track or chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Goods in one direction.
    Goods,
    /// The reporter's exports.
    Exports,
    /// The reporter's imports.
    Imports,
    /// Exports plus imports.
    Turnover,
    /// Exports less imports.
    Balance,
    /// Exports over imports.
    CoverRatio,
    /// Share of the reporter's trade with the world.
    Share,
    /// Growth on the year before.
    Growth,
    /// Exporter's record less importer's.
    Gap,
    /// The gap relative to the mean of both.
    GapOfMean,
    /// The gap relative to the exporter's record.
    GapOfExporter,
    /// The gap relative to the importer's record.
    GapOfImporter,
    /// The gap after bringing both sides to one valuation.
    AdjustedGap,
    /// One side's turnover less the other's.
    TurnoverGap,
    /// Investment.
    Investment,
}

/// What a track is about; also its stable identity, for colours and hiding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// What it shows.
    pub what: What,
    /// Id of the recorder; none for what is computed from several.
    pub recorder: Option<String>,
    /// Id of the reporting country.
    pub reporter: Option<String>,
    /// Id of the country at the other end.
    pub partner: Option<String>,
    /// Id of the measure, where charts mix several.
    pub measure: Option<String>,
}

/// Unit of an axis or column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// As the dataset states it, such as `USD m`.
    Stated(String),
    /// A fraction, shown in per cent.
    Fraction,
    /// A plain ratio.
    Ratio,
    /// The value of this year is 100.
    Index(i32),
}

/// Numbers by year with a name: a line of the chart and a column of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// What it is.
    pub label: Label,
    /// Unit of its numbers.
    pub unit: Unit,
    /// Year to number.
    pub points: Points,
}

/// A shaded interval at one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandYear {
    /// The year.
    pub year: i32,
    /// Lower edge.
    pub low: f64,
    /// Upper edge.
    pub high: f64,
}

/// How the numbers of a line are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Display {
    /// As amounts.
    #[default]
    Level,
    /// As growth on the year before.
    Growth,
    /// With one year as 100.
    Index(i32),
}

impl Track {
    /// Runs of consecutive years: a missing year breaks the line.
    #[must_use]
    pub fn runs(&self) -> Vec<Vec<(i32, &Point)>> {
        let mut runs: Vec<Vec<(i32, &Point)>> = Vec::new();
        for (year, point) in &self.points {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|(last, _)| last + 1 == *year) => {
                    run.push((*year, point));
                }
                _ => runs.push(vec![(*year, point)]),
            }
        }
        runs
    }
}

impl Label {
    /// A label for numbers of a line.
    #[must_use]
    pub fn of(what: What, line: &Line) -> Self {
        Self {
            what,
            recorder: Some(line.key.recorder.clone()),
            reporter: line.key.reporter.clone(),
            partner: line.key.partner.clone(),
            measure: None,
        }
    }

    /// A label for numbers computed from several recorders.
    #[must_use]
    pub fn computed(what: What) -> Self {
        Self {
            what,
            recorder: None,
            reporter: None,
            partner: None,
            measure: None,
        }
    }
}

impl What {
    fn of_flow(flow: Option<Flow>) -> Self {
        match flow {
            Some(Flow::Export) => Self::Exports,
            Some(Flow::Import) => Self::Imports,
            None => Self::Goods,
        }
    }
}

impl Chart {
    fn new(title: Title, unit: Unit, prices: Prices) -> Self {
        Self {
            title,
            unit,
            prices,
            tracks: Vec::new(),
            band: Vec::new(),
            extra: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Whether there is nothing to draw; the notices say why.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tracks.iter().all(|track| track.points.is_empty())
    }

    /// The columns of the table: what is drawn, then the rest.
    pub fn columns(&self) -> impl Iterator<Item = &Track> {
        self.tracks.iter().chain(&self.extra)
    }

    /// The rows of the table: every year in which a column has a number.
    #[must_use]
    pub fn years(&self) -> BTreeSet<i32> {
        let columns = self.columns();
        columns
            .flat_map(|track| track.points.keys().copied())
            .collect()
    }

    /// Ids of the sources of everything drawn.
    #[must_use]
    pub fn sources(&self) -> Sources {
        let points = self.tracks.iter().flat_map(|track| track.points.values());
        points.flat_map(|point| point.sources.clone()).collect()
    }

    /// Keeps the years asked for, and writes the range drawn into the title. Comes last, so that
    /// growth in the first year shown can still look at the year before.
    fn cut(mut self, years: Option<(i32, i32)>) -> Self {
        if let Some((first, last)) = years {
            for track in self.tracks.iter_mut().chain(&mut self.extra) {
                track.points.retain(|year, _| (first..=last).contains(year));
            }
            self.band.retain(|band| (first..=last).contains(&band.year));
        }
        let drawn = self.tracks.iter().flat_map(|track| track.points.keys());
        let drawn: BTreeSet<i32> = drawn.copied().collect();
        self.title.years = drawn.first().copied().zip(drawn.last().copied());
        if self.is_empty() && !self.notices.contains(&Notice::NoSeries) {
            self.notices.insert(0, Notice::NoSeries);
        }
        self
    }
}

/// The range of years a chart is about: from the first to the last number, within what is asked.
fn range<'a>(
    question: &TradeQuestion,
    lines: impl IntoIterator<Item = &'a Line>,
) -> Option<(i32, i32)> {
    let lines = lines.into_iter();
    let years = lines.flat_map(|line| line.points.keys().copied());
    let years: BTreeSet<i32> = years.filter(|year| question.asks(*year)).collect();
    years.first().copied().zip(years.last().copied())
}

/// Converts lines to the prices asked for and says what was lost on the way.
fn in_prices<'a>(
    catalog: &Catalog,
    question: &TradeQuestion,
    lines: impl IntoIterator<Item = &'a mut Line>,
) -> (Prices, Vec<Notice>) {
    let (prices, missing) = convert(catalog, lines, question.prices);
    let mut notices = Vec::new();
    if prices != question.prices {
        notices.push(Notice::NoPriceIndex);
    }
    let years = spans(missing.into_iter().filter(|year| question.asks(*year)));
    if !years.is_empty() {
        notices.push(Notice::NoDeflator { years });
    }
    (prices, notices)
}

/// Keeps the items whose recorder is to be shown; the other recorders are named in a notice.
fn keep_shown<T>(
    question: &TradeQuestion,
    items: &mut Vec<T>,
    line: impl Fn(&T) -> &Line,
) -> Option<Notice> {
    let mut hidden = BTreeSet::new();
    items.retain(|item| {
        let line = line(item);
        let shown = question.shows(&line.key.recorder, line.recorder_kind);
        if !shown {
            hidden.insert(line.key.recorder.clone());
        }
        shown
    });
    (!hidden.is_empty()).then(|| Notice::NotShown {
        recorders: hidden.into_iter().collect(),
    })
}

/// Keeps the items whose line has the unit of the first; the series of the others are named in a notice.
fn keep_one_unit<T>(items: &mut Vec<T>, line: impl Fn(&T) -> &Line) -> Option<Notice> {
    let unit = line(items.first()?).unit.clone();
    let (kept, other): (Vec<T>, Vec<T>) = std::mem::take(items)
        .into_iter()
        .partition(|item| line(item).unit == unit);
    *items = kept;
    let points = other.iter().flat_map(|item| line(item).points.values());
    let series: BTreeSet<String> = points.filter_map(|point| point.series.clone()).collect();
    (!series.is_empty()).then(|| Notice::OtherUnit {
        series: series.into_iter().collect(),
    })
}
