//! Dates: plausible, in order, and not ahead of the dataset.

use super::walk::{Tense, When, dates, elements};
use super::{Sink, Slice};
use crate::dataset::place::At;
use crate::dataset::schema::{Milestone, MilestoneKind, PartialDate, Project};
use crate::dataset::section::Section;
use std::ops::RangeInclusive;

/// Years a dataset can speak of.
const YEARS: RangeInclusive<i32> = 1850..=2100;

/// Whether a date is later than another however both are completed to days.
fn surely_after(date: PartialDate, other: PartialDate) -> bool {
    if date.year() != other.year() {
        return date.year() > other.year();
    }
    match (date.month(), other.month()) {
        (Some(month), Some(others)) if month != others => month > others,
        (Some(_), Some(_)) => date
            .day()
            .zip(other.day())
            .is_some_and(|(day, others)| day > others),
        _ => false,
    }
}

pub(super) fn year_range(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    dates(slice, &mut |at, when, _| {
        let year = when.year();
        if !YEARS.contains(&year) {
            let (first, last) = (YEARS.start(), YEARS.end());
            let message = format_args!("the year {year} is not between {first} and {last}");
            sink.report(at, message);
        }
    });
}

pub(super) fn future(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let Some(meta) = slice.meta() else {
        return;
    };
    dates(slice, &mut |at, when, tense| {
        let ahead = match when {
            When::Date(date) => surely_after(date, meta.as_of),
            When::Year(year) => year > meta.as_of.year(),
        };
        if ahead && tense == Tense::Past {
            let shown = match when {
                When::Date(date) => date.to_string(),
                When::Year(year) => year.to_string(),
            };
            let message = format_args!("{shown} is after the dataset's own date, {}", meta.as_of);
            let hint = "mark it as planned or forecast where it is, or move `meta.as_of`";
            sink.report_with_hint(at, message, hint);
        }
    });
}

pub(super) fn milestone_order(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    use MilestoneKind::{Announced, Completed, Started};
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        let started = reached(at, project, Started).next().is_some();
        let first = if started { Started } else { Announced };
        for (before, after) in [(Announced, Started), (first, Completed)] {
            // Two dates for one step are a conflict of sources, so only what no choice among
            // them can put right is reported.
            let earliest = reached(at, project, before).min_by_key(|(_, step)| step.date);
            let latest = reached(at, project, after).max_by_key(|(_, step)| step.date);
            if let (Some((_, earlier)), Some((at, later))) = (earliest, latest)
                && surely_after(earlier.date, later.date)
            {
                let message = format_args!(
                    "{after:?} on {} is before {before:?} on {}",
                    later.date, earlier.date
                );
                sink.report(at.field("date"), message);
            }
        }
    }
}

/// The milestones of one kind that were reached.
fn reached(
    at: At,
    project: &Project,
    kind: MilestoneKind,
) -> impl Iterator<Item = (At, &Milestone)> {
    elements(at, "milestones", &project.milestones)
        .filter(move |(_, step)| step.kind == kind && !step.planned)
}

pub(super) fn not_in_order(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        let dated = elements(at, "status", &project.status);
        let dated = dated.filter_map(|(at, status)| Some((at, status.date?)));
        ascending(dated, sink);
    }
    for (at, programme) in slice.items(Section::Programmes, &slice.data.programmes) {
        let dated = elements(at, "states", &programme.states);
        ascending(dated.map(|(at, state)| (at, state.date)), sink);
    }
}

fn ascending(dated: impl Iterator<Item = (At, PartialDate)>, sink: &mut Sink<'_>) {
    let mut last: Option<PartialDate> = None;
    for (at, date) in dated {
        if let Some(last) = last
            && surely_after(last, date)
        {
            let message = format_args!("{date} comes after {last} in the list");
            sink.report_with_hint(at.field("date"), message, "write the oldest first");
        }
        last = Some(date);
    }
}
