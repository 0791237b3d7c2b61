//! Visits everything of one kind in a dataset: all references, dates, numbers, texts, lists of sources.
//!
//! A new field of the file format is added here once, and all rules that concern it see it.

mod dates;
mod numbers;
mod references;
mod texts;

pub(super) use dates::{Tense, When, dates};
pub(super) use numbers::{Range, Sign, numbers, programme_numbers, ranges};
pub(super) use references::references;
pub(super) use texts::{Needed, texts};

use crate::dataset::check::Slice;
use crate::dataset::place::At;
use crate::dataset::schema::{Id, Project};
use crate::dataset::section::Section;

/// Whether a list of sources may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sourced {
    /// At least one source.
    Always,
    /// The sources of the record around it hold.
    Sometimes,
}

/// Each record of a list with its place.
pub(super) fn items<T>(section: Section, list: &[T]) -> impl Iterator<Item = (At, &T)> {
    let place = move |(index, item)| (At::item(section, index), item);
    list.iter().enumerate().map(place)
}

/// Each element of a list inside a record with its place.
pub(super) fn elements<'a, T>(
    at: At,
    field: &'static str,
    list: &'a [T],
) -> impl Iterator<Item = (At, &'a T)> {
    let place = move |(index, item)| (at.field(field).index(index), item);
    list.iter().enumerate().map(place)
}

type VisitList<'v, 'a> = dyn FnMut(At, &'a [Id], Sourced) + 'v;

/// Visits every list of source ids; the place is that of the list.
pub(super) fn source_lists<'a>(slice: &Slice<'a>, visit: &mut VisitList<'_, 'a>) {
    use Sourced::{Always, Sometimes};
    let sources = "sources";
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        project_source_lists(at, project, visit);
    }
    for (at, programme) in slice.items(Section::Programmes, &slice.data.programmes) {
        for (at, state) in elements(at, "states", &programme.states) {
            visit(at.field(sources), &state.sources, Always);
        }
    }
    for (at, series) in slice.items(Section::Series, &slice.data.series) {
        visit(at.field(sources), &series.sources, Always);
        for (year, mark) in &series.marks {
            let at = at.field("marks").key(*year).field(sources);
            visit(at, &mark.sources, Sometimes);
        }
    }
    transit_source_lists(slice, visit);
    for (at, item) in slice.items(Section::Statements, &slice.data.statements) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in slice.items(Section::Claims, &slice.data.claims) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in slice.items(Section::Events, &slice.data.events) {
        visit(at.field(sources), &item.sources, Always);
    }
}

fn project_source_lists<'a>(at: At, project: &'a Project, visit: &mut VisitList<'_, 'a>) {
    use Sourced::{Always, Sometimes};
    let sources = "sources";
    visit(at.field(sources), &project.sources, Always);
    for (at, item) in elements(at, "status", &project.status) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in elements(at, "milestones", &project.milestones) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in elements(at, "programmes", &project.programmes) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in elements(at, "parties", &project.parties) {
        visit(at.field(sources), &item.sources, Sometimes);
    }
    for (at, item) in elements(at, "figures", &project.figures) {
        visit(at.field(sources), &item.sources, Always);
    }
    if let Some(path) = &project.path {
        visit(at.field("path").field(sources), &path.sources, Always);
    }
    if let Some(controversy) = &project.controversy {
        let at = at.field("controversy").field(sources);
        visit(at, &controversy.sources, Always);
    }
    for (at, disagreement) in elements(at, "disagreements", &project.disagreements) {
        for (at, item) in elements(at, "statements", &disagreement.statements) {
            visit(at.field(sources), &item.sources, Always);
        }
    }
}

fn transit_source_lists<'a>(slice: &Slice<'a>, visit: &mut VisitList<'_, 'a>) {
    use Sourced::{Always, Sometimes};
    let sources = "sources";
    for (at, item) in slice.items(Section::Nodes, &slice.data.transit.nodes) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, route) in slice.items(Section::Routes, &slice.data.transit.routes) {
        visit(at.field(sources), &route.sources, Always);
        for (at, leg) in elements(at, "legs", &route.legs) {
            visit(at.field(sources), &leg.sources, Sometimes);
        }
    }
    for (at, item) in slice.items(Section::Observations, &slice.data.transit.observations) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in slice.items(Section::Borders, &slice.data.transit.borders) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in slice.items(Section::Factors, &slice.data.transit.factors) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in slice.items(Section::Corridors, &slice.data.transit.corridors) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in slice.items(Section::CargoPresets, &slice.data.transit.cargo_presets) {
        visit(at.field(sources), &item.sources, Always);
    }
}
