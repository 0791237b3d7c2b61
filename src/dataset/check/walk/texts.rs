//! Visits every text that is given by language.

use super::{elements, items};
use crate::dataset::place::At;
use crate::dataset::schema::{Dataset, Project, Text};
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
pub(in crate::dataset::check) fn texts(data: &Dataset, visit: &mut Visit<'_>) {
    if let Some(meta) = &data.meta {
        let at = At::META;
        visit(at.field("title"), &meta.title, Always);
        visit(at.field("description"), &meta.description, Sometimes);
        for (at, note) in elements(at, "notes", &meta.notes) {
            visit(at, note, Always);
        }
    }
    names(data, visit);
    for (at, project) in items(Section::Projects, &data.projects) {
        project_texts(at, project, visit);
    }
    for (at, programme) in items(Section::Programmes, &data.programmes) {
        visit(at.field("description"), &programme.description, Sometimes);
        for (at, state) in elements(at, "states", &programme.states) {
            visit(at.field("said_by"), &state.said_by, Always);
        }
    }
    for (at, item) in items(Section::Statements, &data.statements) {
        visit(at.field("title"), &item.title, Always);
        visit(at.field("speaker"), &item.speaker, Always);
        visit(at.field("summary"), &item.summary, Sometimes);
    }
    for (at, claim) in items(Section::Claims, &data.claims) {
        visit(at.field("speaker"), &claim.speaker, Always);
        visit(at.field("text"), &claim.text, Always);
        for (at, check) in elements(at, "checks", &claim.checks) {
            visit(at.field("label"), &check.label, Always);
        }
    }
    for (at, item) in items(Section::Events, &data.events) {
        visit(at.field("title"), &item.title, Always);
        visit(at.field("description"), &item.description, Sometimes);
    }
}

/// Visits one field of every record of a list.
macro_rules! each {
    ($visit:ident, $section:ident, $list:expr, $($field:ident $needed:ident),+) => {
        for (at, item) in items(Section::$section, $list) {
            $($visit(at.field(stringify!($field)), &item.$field, $needed);)+
        }
    };
}

fn names(data: &Dataset, visit: &mut Visit<'_>) {
    let transit = &data.transit;
    each!(visit, Countries, &data.countries, name Always);
    each!(visit, Regions, &data.regions, name Always);
    each!(visit, SectorGroups, &data.sector_groups, name Always);
    each!(visit, Sectors, &data.sectors, name Always);
    each!(visit, Statuses, &data.statuses, name Always, definition Sometimes);
    each!(visit, Recorders, &data.recorders, name Always, method Sometimes);
    each!(visit, Measures, &data.measures, name Always, definition Sometimes);
    each!(visit, Organisations, &data.organisations, name Always);
    each!(visit, Programmes, &data.programmes, name Always);
    each!(visit, Products, &data.products, name Always);
    each!(visit, Series, &data.series, name Sometimes);
    each!(visit, Nodes, &transit.nodes, name Always);
    each!(visit, Routes, &transit.routes, name Always);
    each!(visit, Borders, &transit.borders, place Always);
    each!(visit, Factors, &transit.factors, label Always);
    each!(visit, Corridors, &transit.corridors, name Always, description Sometimes);
    each!(visit, CargoPresets, &transit.cargo_presets, name Always);
}

fn project_texts(at: At, project: &Project, visit: &mut Visit<'_>) {
    visit(at.field("name"), &project.name, Always);
    visit(at.field("description"), &project.description, Sometimes);
    if let Some(place) = &project.place {
        visit(at.field("place").field("name"), &place.name, Sometimes);
    }
    if let Some(controversy) = &project.controversy {
        let at = at.field("controversy");
        visit(at.field("text"), &controversy.text, Always);
    }
}
