//! Visits every date and year of a dataset.

use super::elements;
use crate::dataset::check::Slice;
use crate::dataset::place::At;
use crate::dataset::schema::{FigureKind, MarkKind, PartialDate, Period, Project, Series};
use crate::dataset::section::Section;

/// A date or a year.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::check) enum When {
    Date(PartialDate),
    Year(i32),
}

impl When {
    pub(in crate::dataset::check) fn year(self) -> i32 {
        match self {
            Self::Date(date) => date.year(),
            Self::Year(year) => year,
        }
    }
}

/// Whether what is dated has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::check) enum Tense {
    /// It has, so it cannot lie after the day up to which facts were collected.
    Past,
    /// It may lie ahead.
    Any,
}

use Tense::{Any, Past};

type Visit<'a> = dyn FnMut(At, When, Tense) + 'a;

/// Visits every date and year with its place.
pub(in crate::dataset::check) fn dates(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    if let Some(meta) = slice.own_meta() {
        visit(At::META.field("as_of"), When::Date(meta.as_of), Any);
        if let Some(year) = meta.price_base {
            visit(At::META.field("price_base"), When::Year(year), Any);
        }
    }
    for (at, source) in slice.items(Section::Sources, &slice.data.sources) {
        if let Some(date) = source.date {
            visit(at.field("date"), When::Date(date), Past);
        }
    }
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        project_dates(at, project, visit);
    }
    for (at, programme) in slice.items(Section::Programmes, &slice.data.programmes) {
        for (at, state) in elements(at, "states", &programme.states) {
            visit(at.field("date"), When::Date(state.date), Past);
        }
    }
    for (at, series) in slice.items(Section::Series, &slice.data.series) {
        series_dates(at, series, visit);
    }
    transit_dates(slice, visit);
    for (at, item) in slice.items(Section::Statements, &slice.data.statements) {
        visit(at.field("date"), When::Date(item.date), Past);
    }
    for (at, claim) in slice.items(Section::Claims, &slice.data.claims) {
        visit(at.field("date"), When::Date(claim.date), Past);
        for (at, check) in elements(at, "checks", &claim.checks) {
            visit(at.field("year"), When::Year(check.year), Any);
            if let Some(year) = check.since {
                visit(at.field("since"), When::Year(year), Any);
            }
        }
    }
    for (at, item) in slice.items(Section::Events, &slice.data.events) {
        visit(at.field("date"), When::Date(item.date), Past);
    }
}

fn project_dates(at: At, project: &Project, visit: &mut Visit<'_>) {
    for (at, item) in elements(at, "status", &project.status) {
        if let Some(date) = item.date {
            visit(at.field("date"), When::Date(date), Past);
        }
    }
    for (at, item) in elements(at, "milestones", &project.milestones) {
        let tense = if item.planned { Any } else { Past };
        visit(at.field("date"), When::Date(item.date), tense);
    }
    for (at, item) in elements(at, "figures", &project.figures) {
        // The date of a promise can be the one it is promised for.
        let tense = match item.kind {
            FigureKind::Paid | FigureKind::Measured => Past,
            _ => Any,
        };
        if let Some(period) = item.date {
            visit_period(at.field("date"), period, tense, visit);
        }
    }
}

/// What began in the past may end later.
fn visit_period(at: At, period: Period, tense: Tense, visit: &mut Visit<'_>) {
    visit(at, When::Date(period.from), tense);
    if period.to != period.from {
        visit(at, When::Date(period.to), Any);
    }
}

fn series_dates(at: At, series: &Series, visit: &mut Visit<'_>) {
    for year in series.values.keys() {
        let forecast = series
            .marks
            .get(year)
            .is_some_and(|mark| mark.kind == MarkKind::Forecast);
        let tense = if forecast { Any } else { Past };
        visit(at.field("values").key(*year), When::Year(*year), tense);
    }
    for (year, mark) in &series.marks {
        let at = at.field("marks").key(*year);
        visit(at, When::Year(*year), Any);
        if let Some(period) = mark.period {
            visit_period(at.field("period"), period, Any, visit);
        }
    }
}

fn transit_dates(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    for (at, item) in slice.items(Section::Observations, &slice.data.transit.observations) {
        let tense = if item.forecast { Any } else { Past };
        if let Some(period) = item.period {
            visit_period(at.field("period"), period, tense, visit);
        }
    }
    for (at, item) in slice.items(Section::Borders, &slice.data.transit.borders) {
        visit(at.field("year"), When::Year(item.year), Past);
    }
}
