//! When each project was announced, begun and finished, and how far that is from what was planned
//! (`formulas` E1: actual end less planned end).

use super::{filter::FilterResult, in_order::Rows, rows::Row, table::ProjectTable};
use crate::dataset::{
    catalog::Catalog,
    schema::{MilestoneKind, PartialDate, Project, Stage},
};
use fixedbitset::FixedBitSet;

/// The dates of the projects that a filter keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// Projects with at least one date, in the order of the table.
    pub rows: Rows,
    /// Projects without any.
    pub undated: usize,
    /// Projects with a planned and a real end.
    pub compared: usize,
    /// Of these, those that ended later than planned.
    pub late: usize,
    /// Projects past their planned end that are not known to have ended.
    pub overdue: usize,
    /// First and last year of any date, and of today where a project is still being built.
    pub years: Option<(i32, i32)>,
    /// The day the facts were collected, in years.
    pub as_of: Option<f64>,
}

/// The dates of a project.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Its position in the dataset's list.
    pub project: usize,
    /// When it was announced; of several stated dates the earliest, as for all steps.
    pub announced: Option<PartialDate>,
    /// When work started.
    pub started: Option<PartialDate>,
    /// When it was finished.
    pub completed: Option<PartialDate>,
    /// The first plan for its end.
    pub planned_end: Option<PartialDate>,
    /// Years from the planned end to the end; below zero where it was finished early.
    pub late_years: Option<f64>,
    /// Years from the planned end to the day the facts were collected, for what is not reported as finished
    /// or stopped.
    pub overdue_years: Option<f64>,
    /// Being built when the facts were collected.
    pub open: bool,
}

/// The dates of the projects that a filter keeps, which stand in these rows.
#[must_use]
pub fn schedule(
    catalog: &Catalog,
    table: &ProjectTable,
    filtered: &FilterResult,
    rows: &Rows,
) -> Schedule {
    let (kept, dates) = (&filtered.rows, &table.dates);
    let count = |set: &FixedBitSet| kept.intersection_count(set);
    let undated = filtered.count - count(&dates.dated);
    let mut years = dates.range(kept);
    let today = catalog.meta().map(|meta| meta.as_of.year());
    let open = !kept.is_disjoint(&dates.open) || !kept.is_disjoint(&dates.overdue);
    if let (Some(years), Some(today), true) = (&mut years, today, open) {
        years.1 = years.1.max(today);
    }
    let rows = if undated == 0 {
        rows.clone()
    } else {
        let mut own = kept.clone();
        own.intersect_with(&dates.dated);
        rows.only(&own)
    };
    Schedule {
        rows,
        undated,
        compared: count(&dates.compared),
        late: count(&dates.late),
        overdue: count(&dates.overdue),
        years,
        as_of: as_of(catalog),
    }
}

/// The day the facts were collected, in years.
pub(super) fn as_of(catalog: &Catalog) -> Option<f64> {
    catalog.meta().map(|meta| meta.as_of.as_year_fraction())
}

impl Schedule {
    /// The dates of the project in a row.
    #[must_use]
    pub fn span(&self, catalog: &Catalog, table: &ProjectTable, nth: usize) -> Option<Span> {
        self.span_of(catalog, table, self.rows.get(nth)?)
    }

    /// The dates of all rows.
    pub fn spans(&self, catalog: &Catalog, table: &ProjectTable) -> impl Iterator<Item = Span> {
        let rows = self.rows.iter();
        rows.filter_map(|row| self.span_of(catalog, table, row))
    }

    fn span_of(&self, catalog: &Catalog, table: &ProjectTable, row: Row) -> Option<Span> {
        let project = catalog.data().projects.get(row.project)?;
        let stage = table.stage.get(row.project).copied().flatten();
        Span::of(row.project, project, stage, self.as_of)
    }
}

impl Span {
    pub(super) fn of(
        position: usize,
        project: &Project,
        stage: Option<Stage>,
        as_of: Option<f64>,
    ) -> Option<Self> {
        let earliest = |kind: MilestoneKind, planned: bool| {
            let steps = project.milestones.iter();
            let steps = steps.filter(|step| step.kind == kind && step.planned == planned);
            steps.map(|step| step.date).min()
        };
        let completed = earliest(MilestoneKind::Completed, false);
        let planned_end = earliest(MilestoneKind::Completed, true);
        let since_plan = |end: f64| Some(end - planned_end?.as_year_fraction());
        let unfinished =
            completed.is_none() && !matches!(stage, Some(Stage::Done | Stage::Stopped));
        let overdue = as_of.filter(|_| unfinished).and_then(since_plan);
        let span = Self {
            project: position,
            announced: earliest(MilestoneKind::Announced, false),
            started: earliest(MilestoneKind::Started, false),
            completed,
            planned_end,
            late_years: completed.and_then(|end| since_plan(end.as_year_fraction())),
            overdue_years: overdue.filter(|years| *years > 0.0),
            open: stage == Some(Stage::UnderWay),
        };
        span.dates().next().is_some().then_some(span)
    }

    /// Years from the first date to the last, planned ones too.
    #[must_use]
    pub fn years(&self) -> Option<f64> {
        let years = || self.dates().map(PartialDate::as_year_fraction);
        Some(years().reduce(f64::max)? - years().reduce(f64::min)?)
    }

    /// First and last year of its dates.
    pub(super) fn range(&self) -> Option<(i32, i32)> {
        let years = || self.dates().map(PartialDate::year);
        years().min().zip(years().max())
    }

    /// All dates, planned ones too.
    fn dates(&self) -> impl Iterator<Item = PartialDate> + use<> {
        [
            self.announced,
            self.started,
            self.completed,
            self.planned_end,
        ]
        .into_iter()
        .flatten()
    }
}
