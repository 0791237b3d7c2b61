//! Visits every id that points to a record.

use super::{elements, source_lists};
use crate::dataset::check::Slice;
use crate::dataset::place::At;
use crate::dataset::schema::{Id, Project};
use crate::dataset::section::Section;

/// Visits every id that points to a record: its place, the section it points into, the id.
pub(in crate::dataset::check) fn references<'a>(
    slice: &Slice<'a>,
    visit: &mut dyn FnMut(At, Section, &'a str),
) {
    source_lists(slice, &mut |at, list, _| {
        for (index, id) in list.iter().enumerate() {
            visit(at.index(index), Section::Sources, id);
        }
    });
    lookup_references(slice, visit);
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        project_references(at, project, visit);
    }
    series_references(slice, visit);
    transit_references(slice, visit);
    for (at, claim) in slice.items(Section::Claims, &slice.data.claims) {
        optional(
            at,
            "statement",
            Section::Statements,
            claim.statement.as_ref(),
            visit,
        );
        for (at, check) in elements(at, "checks", &claim.checks) {
            many(at, "series", Section::Series, &check.series, visit);
            if let Some(list) = &check.list {
                let at = at.field("list").field("programme");
                visit(at, Section::Programmes, &list.programme);
            }
            if let Some(quotes) = &check.quotes {
                let at = at.field("quotes");
                many(at, "routes", Section::Routes, &quotes.routes, visit);
            }
        }
    }
    for (at, event) in slice.items(Section::Events, &slice.data.events) {
        many(at, "projects", Section::Projects, &event.projects, visit);
    }
}

type Visit<'v, 'a> = dyn FnMut(At, Section, &'a str) + 'v;

fn optional<'a>(
    at: At,
    field: &'static str,
    target: Section,
    id: Option<&'a String>,
    visit: &mut Visit<'_, 'a>,
) {
    if let Some(id) = id {
        visit(at.field(field), target, id);
    }
}

fn many<'a>(
    at: At,
    field: &'static str,
    target: Section,
    ids: &'a [Id],
    visit: &mut Visit<'_, 'a>,
) {
    for (at, id) in elements(at, field, ids) {
        visit(at, target, id);
    }
}

fn lookup_references<'a>(slice: &Slice<'a>, visit: &mut Visit<'_, 'a>) {
    if let Some(meta) = slice.own_meta() {
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
    for (at, item) in slice.items(Section::Regions, &slice.data.regions) {
        visit(at.field("country"), Section::Countries, &item.country);
    }
    for (at, item) in slice.items(Section::Sectors, &slice.data.sectors) {
        visit(at.field("group"), Section::SectorGroups, &item.group);
    }
    for (at, item) in slice.items(Section::Recorders, &slice.data.recorders) {
        optional(
            at,
            "country",
            Section::Countries,
            item.country.as_ref(),
            visit,
        );
    }
    for (at, item) in slice.items(Section::Organisations, &slice.data.organisations) {
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

fn project_references<'a>(at: At, project: &'a Project, visit: &mut Visit<'_, 'a>) {
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

fn series_references<'a>(slice: &Slice<'a>, visit: &mut Visit<'_, 'a>) {
    for (at, item) in slice.items(Section::Series, &slice.data.series) {
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

fn transit_references<'a>(slice: &Slice<'a>, visit: &mut Visit<'_, 'a>) {
    for (at, item) in slice.items(Section::Nodes, &slice.data.transit.nodes) {
        visit(at.field("country"), Section::Countries, &item.country);
    }
    for (at, route) in slice.items(Section::Routes, &slice.data.transit.routes) {
        visit(at.field("origin"), Section::Nodes, &route.origin);
        visit(at.field("destination"), Section::Nodes, &route.destination);
        for (at, leg) in elements(at, "legs", &route.legs) {
            visit(at.field("from"), Section::Nodes, &leg.from);
            visit(at.field("to"), Section::Nodes, &leg.to);
            many(at, "via", Section::Nodes, &leg.via, visit);
        }
    }
    for (at, item) in slice.items(Section::Observations, &slice.data.transit.observations) {
        visit(at.field("route"), Section::Routes, &item.route);
    }
    for (at, item) in slice.items(Section::Borders, &slice.data.transit.borders) {
        optional(at, "node", Section::Nodes, item.node.as_ref(), visit);
    }
}
