//! What bars and rows are divided by, so that the parts sum to the whole: each project stands in one part.

use super::{
    facets::{FACETS, FacetColumn, NOT_STATED},
    table::ProjectTable,
};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What the bars are divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum StackBy {
    /// Sector group.
    #[default]
    Group,
    /// Status.
    Status,
    /// Form of the money.
    Instrument,
    /// Organisation of the partner country.
    Party,
    /// Organisation of the home country.
    Host,
    /// Who lends.
    Lender,
    /// Who builds or supplies.
    Contractor,
    /// Region.
    Region,
}

impl StackBy {
    /// All divisions.
    pub const ALL: [Self; 8] = [
        Self::Group,
        Self::Status,
        Self::Instrument,
        Self::Party,
        Self::Host,
        Self::Lender,
        Self::Contractor,
        Self::Region,
    ];

    /// Id of the facet it divides by.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Status => "status",
            Self::Instrument => "instrument",
            Self::Party => "party",
            Self::Host => "host",
            Self::Lender => "lender",
            Self::Contractor => "contractor",
            Self::Region => "region",
        }
    }

    /// Position in [`FACETS`] of the facet it divides by.
    #[must_use]
    pub fn facet(self) -> usize {
        let id = self.id();
        FACETS.iter().position(|facet| facet.id == id).unwrap_or(0)
    }

    fn column(self, table: &ProjectTable) -> Option<&FacetColumn> {
        table.facets.get(self.facet())
    }

    /// The part of a project: its value, or one of its own for projects with several.
    #[must_use]
    pub fn part(self, table: &ProjectTable, row: usize) -> StackPart {
        let values = self.column(table).map_or(&[][..], |column| column.of(row));
        match values {
            [] => StackPart::Value(0),
            [one] => StackPart::Value(*one as usize),
            // Money that several share cannot be split, and must not be counted for each.
            _ => StackPart::Several,
        }
    }
}

/// A part that a project can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StackPart {
    /// A value of the facet, by its position in the column.
    Value(usize),
    /// Projects that have several values.
    Several,
    /// The values that are too small to be drawn by themselves.
    Other,
}

/// Values of an open list that are drawn by themselves; the rest is one part.
const MOST: usize = 6;

/// The parts to draw, in order, for parts of these sizes. Closed lists keep their order; of open ones the
/// largest come first, then what several share, the rest, and what is not stated.
#[must_use]
pub fn drawn_parts(
    table: &ProjectTable,
    by: StackBy,
    sizes: &BTreeMap<StackPart, f64>,
) -> Vec<StackPart> {
    let is_open = FACETS.get(by.facet()).is_some_and(|facet| facet.by_count);
    if !is_open {
        return sizes.keys().copied().collect();
    }
    let not_stated = by
        .column(table)
        .and_then(|column| column.position(NOT_STATED));
    let is_stated =
        |part: &StackPart| matches!(part, StackPart::Value(value) if Some(*value) != not_stated);
    let mut stated: Vec<(StackPart, f64)> = sizes
        .iter()
        .filter(|(part, _)| is_stated(part))
        .map(|(part, size)| (*part, *size))
        .collect();
    stated.sort_by(|a, b| b.1.total_cmp(&a.1));
    // One value alone is named rather than called "other".
    let most = if stated.len() == MOST + 1 {
        MOST + 1
    } else {
        MOST
    };
    let has_more = stated.len() > most;
    stated.truncate(most);
    let mut parts: Vec<StackPart> = stated.into_iter().map(|(part, _)| part).collect();
    let mut others: Vec<StackPart> = sizes.keys().copied().collect();
    others.retain(|part| !is_stated(part));
    // "Several" stands before what is not stated.
    others.sort_by_key(|part| Reverse(*part));
    parts.extend(others.iter().filter(|part| **part == StackPart::Several));
    parts.extend(has_more.then_some(StackPart::Other));
    parts.extend(others.iter().filter(|part| **part != StackPart::Several));
    parts
}

/// The parts of two pictures in one order, so that a part has the same place and colour in both: that of the
/// list where it is closed; else the named ones of the first, those that only the second has, and the rest.
#[must_use]
pub fn joined_parts(
    table: &ProjectTable,
    by: StackBy,
    first: &[StackPart],
    second: &[StackPart],
) -> Vec<StackPart> {
    let mut joined = first.to_vec();
    joined.extend(second.iter().filter(|part| !first.contains(part)));
    let is_open = FACETS.get(by.facet()).is_some_and(|facet| facet.by_count);
    if !is_open {
        joined.sort_unstable();
        return joined;
    }
    let not_stated = by
        .column(table)
        .and_then(|column| column.position(NOT_STATED));
    joined.sort_by_key(|part| match part {
        StackPart::Value(value) if Some(*value) == not_stated => 3,
        StackPart::Value(_) => 0,
        StackPart::Several => 1,
        StackPart::Other => 2,
    });
    joined
}

/// The drawn part that a part goes into.
#[must_use]
pub fn drawn_as(part: StackPart, drawn: &[StackPart]) -> StackPart {
    if drawn.contains(&part) {
        part
    } else {
        StackPart::Other
    }
}
