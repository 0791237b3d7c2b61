//! What a dataset holds, and the few quantities that stand for it, each as its sources give it.

use super::amount::Sources;
use super::claims::{ClaimCheck, check_statement};
use super::programme::{LatestRange, StatePoint, latest_range, main_programme, points};
use super::trade::{Goods, Points, full_years, investment, sides};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{ListNumber, MeasureRole, RecorderKind, Stage};
use crate::dataset::section::counts;
use std::collections::BTreeMap;

/// How many years back from the latest statement still count as recent.
const RECENT_YEARS: i32 = 2;

/// Everything the overview shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Number of records of every section, and of what lies inside them.
    pub counts: Vec<(&'static str, usize)>,
    /// Turnover of goods of the latest year that both sides recorded.
    pub turnover: Option<Quantity>,
    /// Stock of the partner's investment by recorder, in the latest year with more than one, else the latest.
    pub stock: Option<Quantity>,
    /// The official list that most statements are about.
    pub list: Option<ListQuantity>,
    /// Projects by how far they are.
    pub stages: StageCounts,
    /// The headline statement's claims, checked.
    pub claims: Vec<ClaimCheck>,
    /// Positions of all events in order of date.
    pub events: Vec<usize>,
}

/// One quantity of one year as each recorder gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The year.
    pub year: i32,
    /// Unit of the values.
    pub unit: String,
    /// What each recorder says.
    pub marks: Vec<RecordedValue>,
}

/// What one recorder says.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedValue {
    /// Id of the recorder.
    pub recorder: String,
    /// The number.
    pub value: f64,
    /// Its sources.
    pub sources: Sources,
}

/// Size and money of an official list in its recent statements.
#[derive(Debug, Clone, PartialEq)]
pub struct ListQuantity {
    /// Id of the programme.
    pub programme: String,
    /// Number of projects.
    pub count: Option<LatestRange>,
    /// Money, in millions of the dataset's currency.
    pub money: Option<LatestRange>,
    /// Sources of both.
    pub sources: Sources,
    /// Every statement of its size or money, in order of date.
    pub points: Vec<StatePoint>,
}

/// Number of projects by the stage of their latest known status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StageCounts {
    /// Works, or the deal is closed.
    pub done: usize,
    /// Being built.
    pub under_way: usize,
    /// Nothing is being built yet.
    pub planned: usize,
    /// Suspended, cancelled or dropped.
    pub stopped: usize,
    /// No status is known.
    pub unknown: usize,
}

impl Overview {
    /// How many records a section holds, by the name of the section.
    #[must_use]
    pub fn count(&self, section: &str) -> usize {
        let found = self.counts.iter().find(|(name, _)| *name == section);
        found.map_or(0, |(_, count)| *count)
    }
}

impl Quantity {
    /// Lowest and highest number.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let values = self.marks.iter().map(|mark| mark.value);
        values.fold(None, |range, value| {
            let (low, high) = range.unwrap_or((value, value));
            Some((low.min(value), high.max(value)))
        })
    }

    /// Sources of all numbers.
    #[must_use]
    pub fn sources(&self) -> Sources {
        self.marks
            .iter()
            .flat_map(|mark| mark.sources.clone())
            .collect()
    }
}

impl StageCounts {
    /// Counts a project whose latest status has this stage.
    pub(crate) fn add(&mut self, stage: Option<Stage>) {
        let count = match stage {
            Some(Stage::Done) => &mut self.done,
            Some(Stage::UnderWay) => &mut self.under_way,
            Some(Stage::Planned) => &mut self.planned,
            Some(Stage::Stopped) => &mut self.stopped,
            None => &mut self.unknown,
        };
        *count += 1;
    }

    /// All projects.
    #[must_use]
    pub fn total(&self) -> usize {
        self.done + self.under_way + self.planned + self.stopped + self.unknown
    }
}

/// Looks over a dataset.
#[must_use]
pub fn overview(catalog: &Catalog) -> Overview {
    let data = catalog.data();
    let headline = catalog
        .meta()
        .and_then(|meta| meta.headline_statement.as_deref());
    let mut events: Vec<usize> = (0..data.events.len()).collect();
    events.sort_by_key(|position| data.events.get(*position).map(|event| event.date));
    Overview {
        counts: counts(data),
        turnover: turnover(catalog),
        stock: stock(catalog),
        list: list(catalog),
        stages: stages(catalog),
        claims: headline
            .map(|id| check_statement(catalog, id))
            .unwrap_or_default(),
        events,
    }
}

/// The latest year in which the national records of both sides give exports and imports.
fn turnover(catalog: &Catalog) -> Option<Quantity> {
    let out = Goods {
        from: catalog.home().to_owned(),
        to: catalog.partner().to_owned(),
        product: None,
    };
    let own = sides::sides(catalog, &out)
        .into_iter()
        .filter(|side| side.is_own_record);
    let lines = own.map(|side| {
        let unit = side.exports.unit.clone();
        (side.recorder().to_owned(), unit, side.turnover())
    });
    latest(lines.collect())
}

/// Stocks of the partner's investment in the home country, one recorder beside the other.
fn stock(catalog: &Catalog) -> Option<Quantity> {
    let partner = catalog.partner();
    let lines = investment::lines(catalog, catalog.home(), partner)
        .into_iter()
        .filter(|line| {
            // Reconcilers repeat what the two sides say; what flows the other way is another quantity.
            let inward = line.line.key.flow.is_none_or(|flow| {
                use crate::dataset::schema::Flow::{Export, Import};
                let from_partner = line.line.key.reporter.as_deref() == Some(partner);
                flow == if from_partner { Export } else { Import }
            });
            let repeats = line.line.recorder_kind == RecorderKind::Reconciled;
            line.role == MeasureRole::InvestmentStock && !repeats && inward
        });
    let lines = lines.map(|line| {
        (
            line.line.key.recorder.clone(),
            line.line.unit,
            line.line.points,
        )
    });
    latest(lines.collect())
}

/// Recorder, unit and numbers of one line.
type RecordedLine = (String, String, Points);

/// The latest year that the most recorders cover with full years, up to two; one line a recorder.
fn latest(lines: Vec<RecordedLine>) -> Option<Quantity> {
    let unit = lines.first().map(|(_, unit, _)| unit.clone())?;
    let mut years: BTreeMap<i32, Vec<RecordedValue>> = BTreeMap::new();
    for (recorder, _, points) in lines.into_iter().filter(|(_, other, _)| *other == unit) {
        for (year, point) in full_years(&points) {
            let marks = years.entry(year).or_default();
            if marks.iter().all(|mark| mark.recorder != recorder) {
                let (recorder, sources) = (recorder.clone(), point.sources.clone());
                marks.push(RecordedValue {
                    recorder,
                    value: point.value,
                    sources,
                });
            }
        }
    }
    let (year, marks) = years
        .into_iter()
        .max_by_key(|(year, marks)| (marks.len().min(2), *year))?;
    Some(Quantity { year, unit, marks })
}

fn list(catalog: &Catalog) -> Option<ListQuantity> {
    let programme = main_programme(catalog)?;
    let count = latest_range(programme, ListNumber::Count, RECENT_YEARS);
    let money = latest_range(programme, ListNumber::Money, RECENT_YEARS);
    let used = count.iter().chain(&money).flat_map(|range| &range.values);
    let states = used.filter_map(|(at, _)| programme.states.get(*at));
    let sources = states
        .flat_map(|state| state.sources.iter().cloned())
        .collect();
    let points = points(programme);
    let programme = programme.id.clone();
    (!points.is_empty()).then_some(ListQuantity {
        programme,
        count,
        money,
        sources,
        points,
    })
}

fn stages(catalog: &Catalog) -> StageCounts {
    let mut counts = StageCounts::default();
    for project in &catalog.data().projects {
        let latest = project
            .status
            .last()
            .and_then(|entry| catalog.status(&entry.status));
        counts.add(latest.map(|status| status.stage));
    }
    counts
}
