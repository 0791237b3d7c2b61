//! What differs between two datasets: records by id, figures by content.
//!
//! It stands on this floor because it compares files' records field by field, under the names that
//! the file format gives them; no question is asked and no total computed. Not here: words for
//! people beyond the paths of fields.

mod counts;
mod pairs;
mod shown;

pub use counts::{Counted, counts};
pub use shown::shown;

use super::schema::Dataset;
use super::section::Section;
use pairs::{Pairs, by_content, by_id};
use serde_json::{Map, Value};
use std::fmt;

/// What happened to a value.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It is new.
    Added(Value),
    /// It is gone.
    Removed(Value),
    /// It has another content: the old and the new.
    Changed(Value, Value),
    /// The elements of a list stand in another order.
    Reordered,
}

impl What {
    /// The word for it in messages and for programs.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Changed(..) => "changed",
            Self::Reordered => "reordered",
        }
    }

    /// What it was; `None` if it was not there, or only its order changed.
    #[must_use]
    pub fn before(&self) -> Option<&Value> {
        match self {
            Self::Removed(old) | Self::Changed(old, _) => Some(old),
            Self::Added(_) | Self::Reordered => None,
        }
    }

    /// What it is now; `None` if it is gone, or only its order changed.
    #[must_use]
    pub fn after(&self) -> Option<&Value> {
        match self {
            Self::Added(new) | Self::Changed(_, new) => Some(new),
            Self::Removed(_) | Self::Reordered => None,
        }
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The section, such as `transit.nodes`, or `meta`.
    pub section: String,
    /// The record: its id, or its position counted from 0 where records have none. `None` for
    /// `meta` and for the order of a whole section.
    pub record: Option<String>,
    /// The way from the record to the value, such as `.figures[2].value`; empty for all of it.
    /// Positions count from 0: of something added in the new dataset, else in the old one.
    pub inside: String,
    /// What happened.
    pub what: What,
}

/// The whole way, such as `projects[silver-tunnel].figures[2].value`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            section,
            record,
            inside,
            ..
        } = self;
        match record {
            Some(record) => write!(f, "{section}[{record}]{inside}"),
            None => write!(f, "{section}{inside}"),
        }
    }
}

/// All differences, by section in the order of the format.
#[must_use]
pub fn compare(old: &Dataset, new: &Dataset) -> Vec<Change> {
    let (old, new) = (tree(old), tree(new));
    let mut changes = Vec::new();
    let mut meta = Collector::new(&mut changes, "meta", None);
    meta.field("", old.get("meta"), new.get("meta"));
    for section in Section::ALL {
        section_changes(*section, &old, &new, &mut changes);
    }
    changes
}

/// The records as values without types, and without fields that are absent or empty.
fn tree(data: &Dataset) -> Value {
    // The types of the format have nothing that this cannot hold.
    let mut tree = serde_json::to_value(data).unwrap_or_default();
    prune(&mut tree);
    tree
}

fn prune(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(prune),
        Value::Object(fields) => {
            fields.values_mut().for_each(prune);
            fields.retain(|_, own| !is_absent(own));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn section_changes(section: Section, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let records = |tree| -> &[Value] {
        let mut way = section.fields().iter();
        let found = way.try_fold(tree, |at: &Value, field| at.get(field));
        found.and_then(Value::as_array).map_or(&[], Vec::as_slice)
    };
    let (old, new) = (records(old), records(new));
    let name = section.fields().join(".");
    let pairs = if section.has_ids() {
        by_id(old, new)
    } else {
        by_content(old, new)
    };
    let label = |record: &Value, index: usize| {
        let id = record.get("id").and_then(Value::as_str);
        id.map_or_else(|| index.to_string(), str::to_owned)
    };
    let Pairs { both, gone, added } = &pairs;
    for (index, record) in gone
        .iter()
        .filter_map(|index| Some((*index, old.get(*index)?)))
    {
        let mut collector = Collector::new(changes, &name, Some(label(record, index)));
        collector.add("", What::Removed(record.clone()));
    }
    for (index, record) in added
        .iter()
        .filter_map(|index| Some((*index, new.get(*index)?)))
    {
        let mut collector = Collector::new(changes, &name, Some(label(record, index)));
        collector.add("", What::Added(record.clone()));
    }
    for (from, to) in both {
        if let (Some(before), Some(after)) = (old.get(*from), new.get(*to)) {
            let mut collector = Collector::new(changes, &name, Some(label(before, *from)));
            collector.values("", before, after);
        }
    }
    if pairs.are_reordered() {
        Collector::new(changes, &name, None).add("", What::Reordered);
    }
}

/// Walks through one record and collects what differs in it.
struct Collector<'a> {
    changes: &'a mut Vec<Change>,
    section: &'a str,
    record: Option<String>,
}

impl<'a> Collector<'a> {
    fn new(changes: &'a mut Vec<Change>, section: &'a str, record: Option<String>) -> Self {
        Self {
            changes,
            section,
            record,
        }
    }

    fn add(&mut self, inside: &str, what: What) {
        self.changes.push(Change {
            section: self.section.to_owned(),
            record: self.record.clone(),
            inside: inside.to_owned(),
            what,
        });
    }

    /// A value that may be on one side only.
    fn field(&mut self, inside: &str, old: Option<&Value>, new: Option<&Value>) {
        match (old, new) {
            (Some(old), Some(new)) => self.values(inside, old, new),
            (Some(old), None) => self.add(inside, What::Removed(old.clone())),
            (None, Some(new)) => self.add(inside, What::Added(new.clone())),
            (None, None) => {}
        }
    }

    fn values(&mut self, inside: &str, old: &Value, new: &Value) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Object(old), Value::Object(new)) => self.fields(inside, old, new),
            (Value::Array(old), Value::Array(new)) => self.elements(inside, old, new),
            _ => self.add(inside, What::Changed(old.clone(), new.clone())),
        }
    }

    fn fields(&mut self, inside: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        for (name, before) in old {
            self.field(&format!("{inside}.{name}"), Some(before), new.get(name));
        }
        for (name, after) in new {
            if !old.contains_key(name) {
                self.field(&format!("{inside}.{name}"), None, Some(after));
            }
        }
    }

    fn elements(&mut self, inside: &str, old: &[Value], new: &[Value]) {
        let pairs = by_content(old, new);
        for (from, to) in &pairs.both {
            self.field(&format!("{inside}[{from}]"), old.get(*from), new.get(*to));
        }
        for from in &pairs.gone {
            self.field(&format!("{inside}[{from}]"), old.get(*from), None);
        }
        for to in &pairs.added {
            self.field(&format!("{inside}[{to}]"), None, new.get(*to));
        }
        if pairs.are_reordered() {
            self.add(inside, What::Reordered);
        }
    }
}
