//! Visits every text that is given by language.

use super::elements;
use crate::dataset::check::Slice;
use crate::dataset::place::At;
use crate::dataset::schema::{Project, Text};
use crate::dataset::section::Section;

/// Whether a text may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::check) enum Needed {
    Always,
    Sometimes,
}

use Needed::{Always, Sometimes};

type Visit<'a> = dyn FnMut(At, &Text, Needed) + 'a;

/// Visits every text with its place.
pub(in crate::dataset::check) fn texts(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    if let Some(meta) = slice.own_meta() {
        let at = At::META;
        visit(at.field("title"), &meta.title, Always);
        visit(at.field("description"), &meta.description, Sometimes);
        for (at, note) in elements(at, "notes", &meta.notes) {
            visit(at, note, Always);
        }
    }
    names(slice, visit);
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        project_texts(at, project, visit);
    }
    for (at, programme) in slice.items(Section::Programmes, &slice.data.programmes) {
        visit(at.field("description"), &programme.description, Sometimes);
        for (at, state) in elements(at, "states", &programme.states) {
            visit(at.field("said_by"), &state.said_by, Always);
        }
    }
    for (at, item) in slice.items(Section::Statements, &slice.data.statements) {
        visit(at.field("title"), &item.title, Always);
        visit(at.field("speaker"), &item.speaker, Always);
        visit(at.field("summary"), &item.summary, Sometimes);
    }
    for (at, claim) in slice.items(Section::Claims, &slice.data.claims) {
        visit(at.field("speaker"), &claim.speaker, Always);
        visit(at.field("text"), &claim.text, Always);
        for (at, check) in elements(at, "checks", &claim.checks) {
            visit(at.field("label"), &check.label, Always);
        }
    }
    for (at, item) in slice.items(Section::Events, &slice.data.events) {
        visit(at.field("title"), &item.title, Always);
        visit(at.field("description"), &item.description, Sometimes);
    }
}

/// Visits one field of every record of a list.
macro_rules! each {
    ($slice:ident, $visit:ident, $section:ident, $list:expr, $($field:ident $needed:ident),+) => {
        for (at, item) in $slice.items(Section::$section, $list) {
            $($visit(at.field(stringify!($field)), &item.$field, $needed);)+
        }
    };
}

fn names(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    each!(slice, visit, Countries, &slice.data.countries, name Always);
    each!(slice, visit, Regions, &slice.data.regions, name Always);
    each!(slice, visit, SectorGroups, &slice.data.sector_groups, name Always);
    each!(slice, visit, Sectors, &slice.data.sectors, name Always);
    each!(slice, visit, Statuses, &slice.data.statuses, name Always, definition Sometimes);
    each!(slice, visit, Recorders, &slice.data.recorders, name Always, method Sometimes);
    each!(slice, visit, Measures, &slice.data.measures, name Always, definition Sometimes);
    each!(slice, visit, Organisations, &slice.data.organisations, name Always);
    each!(slice, visit, Programmes, &slice.data.programmes, name Always);
    each!(slice, visit, Products, &slice.data.products, name Always);
    each!(slice, visit, Series, &slice.data.series, name Sometimes);
    each!(slice, visit, Nodes, &slice.data.transit.nodes, name Always);
    each!(slice, visit, Routes, &slice.data.transit.routes, name Always);
    each!(slice, visit, Borders, &slice.data.transit.borders, place Always);
    each!(slice, visit, Factors, &slice.data.transit.factors, label Always);
    each!(slice, visit, Corridors, &slice.data.transit.corridors, name Always, description Sometimes);
    each!(slice, visit, CargoPresets, &slice.data.transit.cargo_presets, name Always);
}

fn project_texts(at: At, project: &Project, visit: &mut Visit<'_>) {
    visit(at.field("name"), &project.name, Always);
    visit(at.field("description"), &project.description, Sometimes);
    if let Some(place) = &project.place {
        visit(at.field("place").field("name"), &place.name, Sometimes);
    }
    if let Some(path) = &project.path {
        for (at, point) in elements(at.field("path"), "points", &path.points) {
            visit(at.field("name"), &point.name, Sometimes);
        }
    }
    if let Some(controversy) = &project.controversy {
        let at = at.field("controversy");
        visit(at.field("text"), &controversy.text, Always);
    }
}
