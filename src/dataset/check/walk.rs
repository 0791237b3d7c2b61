//! Visits everything of one kind in a dataset: all references, all lists of sources.
//!
//! A new field of the file format is added here once, and all rules that concern it see it.

use crate::dataset::place::At;
use crate::dataset::schema::{Dataset, Project};
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

/// Visits every list of source ids; the place is that of the list.
pub(super) fn source_lists(data: &Dataset, visit: &mut dyn FnMut(At, &[String], Sourced)) {
    use Sourced::{Always, Sometimes};
    let sources = "sources";
    for (at, project) in items(Section::Projects, &data.projects) {
        project_source_lists(at, project, visit);
    }
    for (at, programme) in items(Section::Programmes, &data.programmes) {
        for (at, state) in elements(at, "states", &programme.states) {
            visit(at.field(sources), &state.sources, Always);
        }
    }
    for (at, series) in items(Section::Series, &data.series) {
        visit(at.field(sources), &series.sources, Always);
        for (year, mark) in &series.marks {
            let at = at.field("marks").key(*year).field(sources);
            visit(at, &mark.sources, Sometimes);
        }
    }
    transit_source_lists(data, visit);
    for (at, item) in items(Section::Statements, &data.statements) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in items(Section::Claims, &data.claims) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in items(Section::Events, &data.events) {
        visit(at.field(sources), &item.sources, Always);
    }
}

fn project_source_lists(at: At, project: &Project, visit: &mut dyn FnMut(At, &[String], Sourced)) {
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

fn transit_source_lists(data: &Dataset, visit: &mut dyn FnMut(At, &[String], Sourced)) {
    use Sourced::{Always, Sometimes};
    let transit = &data.transit;
    let sources = "sources";
    for (at, item) in items(Section::Nodes, &transit.nodes) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, route) in items(Section::Routes, &transit.routes) {
        visit(at.field(sources), &route.sources, Always);
        for (at, leg) in elements(at, "legs", &route.legs) {
            visit(at.field(sources), &leg.sources, Sometimes);
        }
    }
    for (at, item) in items(Section::Observations, &transit.observations) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in items(Section::Borders, &transit.borders) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in items(Section::Factors, &transit.factors) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in items(Section::Corridors, &transit.corridors) {
        visit(at.field(sources), &item.sources, Always);
    }
    for (at, item) in items(Section::CargoPresets, &transit.cargo_presets) {
        visit(at.field(sources), &item.sources, Always);
    }
}

/// Visits every id that points to a record: its place, the section it points into, the id.
pub(super) fn references(data: &Dataset, visit: &mut dyn FnMut(At, Section, &str)) {
    source_lists(data, &mut |at, list, _| {
        for (index, id) in list.iter().enumerate() {
            visit(at.index(index), Section::Sources, id);
        }
    });
    lookup_references(data, visit);
    for (at, project) in items(Section::Projects, &data.projects) {
        project_references(at, project, visit);
    }
    series_references(data, visit);
    transit_references(data, visit);
    for (at, claim) in items(Section::Claims, &data.claims) {
        optional(
            at,
            "statement",
            Section::Statements,
            claim.statement.as_ref(),
            visit,
        );
        for (at, check) in elements(at, "checks", &claim.checks) {
            many(at, "series", Section::Series, &check.series, visit);
        }
    }
    for (at, event) in items(Section::Events, &data.events) {
        many(at, "projects", Section::Projects, &event.projects, visit);
    }
}

type Visit<'a> = dyn FnMut(At, Section, &str) + 'a;

fn optional(
    at: At,
    field: &'static str,
    target: Section,
    id: Option<&String>,
    visit: &mut Visit<'_>,
) {
    if let Some(id) = id {
        visit(at.field(field), target, id);
    }
}

fn many(at: At, field: &'static str, target: Section, ids: &[String], visit: &mut Visit<'_>) {
    for (at, id) in elements(at, field, ids) {
        visit(at, target, id);
    }
}

fn lookup_references(data: &Dataset, visit: &mut Visit<'_>) {
    if let Some(meta) = &data.meta {
        let at = At::META;
        visit(at.field("home"), Section::Countries, &meta.home);
        visit(at.field("partner"), Section::Countries, &meta.partner);
        optional(
            at,
            "price_index",
            Section::Series,
            meta.price_index.as_ref(),
            visit,
        );
        let headline = meta.headline_statement.as_ref();
        optional(
            at,
            "headline_statement",
            Section::Statements,
            headline,
            visit,
        );
    }
    for (at, item) in items(Section::Regions, &data.regions) {
        visit(at.field("country"), Section::Countries, &item.country);
    }
    for (at, item) in items(Section::Sectors, &data.sectors) {
        visit(at.field("group"), Section::SectorGroups, &item.group);
    }
    for (at, item) in items(Section::Recorders, &data.recorders) {
        optional(
            at,
            "country",
            Section::Countries,
            item.country.as_ref(),
            visit,
        );
    }
    for (at, item) in items(Section::Organisations, &data.organisations) {
        optional(
            at,
            "country",
            Section::Countries,
            item.country.as_ref(),
            visit,
        );
        optional(
            at,
            "parent",
            Section::Organisations,
            item.parent.as_ref(),
            visit,
        );
    }
}

fn project_references(at: At, project: &Project, visit: &mut Visit<'_>) {
    visit(at.field("sector"), Section::Sectors, &project.sector);
    for (at, item) in elements(at, "status", &project.status) {
        visit(at.field("status"), Section::Statuses, &item.status);
    }
    for (at, item) in elements(at, "programmes", &project.programmes) {
        visit(at.field("programme"), Section::Programmes, &item.programme);
    }
    many(at, "regions", Section::Regions, &project.regions, visit);
    if let Some(place) = &project.place {
        let at = at.field("place");
        optional(
            at,
            "country",
            Section::Countries,
            place.country.as_ref(),
            visit,
        );
    }
    for (at, item) in elements(at, "parties", &project.parties) {
        let organisation = at.field("organisation");
        visit(organisation, Section::Organisations, &item.organisation);
    }
    let projects = Section::Projects;
    optional(at, "part_of", projects, project.part_of.as_ref(), visit);
    optional(at, "replaces", projects, project.replaces.as_ref(), visit);
    many(at, "overlaps", projects, &project.overlaps, visit);
}

fn series_references(data: &Dataset, visit: &mut Visit<'_>) {
    for (at, item) in items(Section::Series, &data.series) {
        visit(at.field("measure"), Section::Measures, &item.measure);
        visit(at.field("recorder"), Section::Recorders, &item.recorder);
        optional(
            at,
            "reporter",
            Section::Countries,
            item.reporter.as_ref(),
            visit,
        );
        optional(
            at,
            "partner",
            Section::Countries,
            item.partner.as_ref(),
            visit,
        );
        optional(
            at,
            "product",
            Section::Products,
            item.product.as_ref(),
            visit,
        );
        optional(at, "route", Section::Routes, item.route.as_ref(), visit);
    }
}

fn transit_references(data: &Dataset, visit: &mut Visit<'_>) {
    let transit = &data.transit;
    for (at, item) in items(Section::Nodes, &transit.nodes) {
        visit(at.field("country"), Section::Countries, &item.country);
    }
    for (at, route) in items(Section::Routes, &transit.routes) {
        visit(at.field("origin"), Section::Nodes, &route.origin);
        visit(at.field("destination"), Section::Nodes, &route.destination);
        for (at, leg) in elements(at, "legs", &route.legs) {
            visit(at.field("from"), Section::Nodes, &leg.from);
            visit(at.field("to"), Section::Nodes, &leg.to);
            many(at, "via", Section::Nodes, &leg.via, visit);
        }
    }
    for (at, item) in items(Section::Observations, &transit.observations) {
        visit(at.field("route"), Section::Routes, &item.route);
    }
    for (at, item) in items(Section::Borders, &transit.borders) {
        optional(at, "node", Section::Nodes, item.node.as_ref(), visit);
    }
}
