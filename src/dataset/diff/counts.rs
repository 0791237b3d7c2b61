//! How much differs: records of each section, and the figures and values inside them.

use super::{Change, What};
use crate::dataset::section::Section;
use serde_json::Value;
use std::collections::HashSet;

/// How many records, figures or values differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The section, or what is counted inside its records, as `check` names it.
    pub name: &'static str,
    /// How many are new.
    pub added: usize,
    /// How many are gone.
    pub removed: usize,
    /// How many have another content.
    pub changed: usize,
}

/// What is counted inside records: its name, its section, the field.
const INSIDE: &[(&str, &str, &str)] = &[
    ("programme_states", "programmes", "states"),
    ("figures", "projects", "figures"),
    ("series_values", "series", "values"),
    ("legs", "transit.routes", "legs"),
];

/// Counts the differences; what has none is left out.
#[must_use]
pub fn counts(changes: &[Change]) -> Vec<Counted> {
    let records = Section::ALL.iter().map(|section| {
        let path = section.fields().join(".");
        count(section.name(), changes, |change| {
            (change.section == path && change.record.is_some()).then(|| One::of(change, ""))
        })
    });
    let inside = INSIDE.iter().map(|(name, section, field)| {
        let own: Vec<_> = changes
            .iter()
            .filter(|change| change.section == *section)
            .collect();
        elements(name, &own, field)
    });
    let counted = records.chain(inside);
    counted
        .filter(|own| own.added + own.removed + own.changed > 0)
        .collect()
}

/// A record or an element of it, and how it differs.
struct One<'a> {
    key: (Option<&'a str>, &'a str),
    what: &'a What,
    whole: bool,
}

impl<'a> One<'a> {
    fn of(change: &'a Change, element: &'a str) -> Self {
        Self {
            key: (change.record.as_deref(), element),
            what: &change.what,
            whole: change.inside.len() == element.len(),
        }
    }
}

fn count<'a>(
    name: &'static str,
    changes: &'a [Change],
    one: impl Fn(&'a Change) -> Option<One<'a>>,
) -> Counted {
    tally(name, changes.iter().filter_map(one))
}

fn tally<'a>(name: &'static str, ones: impl Iterator<Item = One<'a>>) -> Counted {
    let (mut added, mut removed, mut changed) = (0, 0, HashSet::new());
    for one in ones {
        match one.what {
            What::Added(_) if one.whole => added += 1,
            What::Removed(_) if one.whole => removed += 1,
            _ => {
                changed.insert(one.key);
            }
        }
    }
    Counted {
        name,
        added,
        removed,
        changed: changed.len(),
    }
}

/// Counts the elements of a field: those that differ, and those of records that are new or gone.
fn elements(name: &'static str, changes: &[&Change], field: &str) -> Counted {
    let start = format!(".{field}");
    let ones = changes.iter().filter_map(|change| {
        let rest = change.inside.strip_prefix(&start)?;
        // `[2].value` is the element `[2]`, `.2019` is one itself.
        let end = rest
            .get(1..)?
            .find(['.', '['])
            .map_or(rest.len(), |end| end + 1);
        let element = change.inside.get(..start.len() + end)?;
        Some(One::of(change, element))
    });
    let mut counted = tally(name, ones);
    for change in changes {
        // All of the field: in a new record, or where there was none before.
        let all = |value: &Value| match change.inside.as_str() {
            "" => value.get(field).map_or(0, length),
            inside if inside == start => length(value),
            _ => 0,
        };
        match &change.what {
            What::Added(value) => counted.added += all(value),
            What::Removed(value) => counted.removed += all(value),
            What::Changed(..) | What::Reordered => {}
        }
    }
    counted
}

fn length(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    }
}
