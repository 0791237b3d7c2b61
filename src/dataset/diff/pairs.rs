//! Which element of an old list is which of a new one.

use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};

/// Most comparisons of elements that differ; beyond that they count as gone and added.
const MOST_COMPARISONS: usize = 1_000_000;

/// The elements of two lists by position.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    /// Old and new position of one element, in the order of the old list.
    pub both: Vec<(usize, usize)>,
    /// Those of the old list only.
    pub gone: Vec<usize>,
    /// Those of the new list only.
    pub added: Vec<usize>,
}

impl Pairs {
    /// Whether what is in both lists stands in another order.
    pub fn are_reordered(&self) -> bool {
        !self.both.is_sorted_by_key(|(_, to)| *to)
    }
}

/// Pairs records with the same id.
pub(super) fn by_id(old: &[Value], new: &[Value]) -> Pairs {
    let id = |record: &Value| record.get("id").map(ToString::to_string);
    finish(&mut same(old, new, id))
}

/// Pairs equal elements first, then those that have most in common.
pub(super) fn by_content(old: &[Value], new: &[Value]) -> Pairs {
    let mut found = same(old, new, |element| Some(element.to_string()));
    let (gone, added) = (positions(&found.old), positions(&found.new));
    if gone.len().saturating_mul(added.len()) <= MOST_COMPARISONS {
        let mut alike = Vec::new();
        for from in &gone {
            for to in &added {
                let likeness = old.get(*from).zip(new.get(*to)).and_then(likeness);
                alike.extend(
                    likeness.map(|likeness| (Reverse(likeness), from.abs_diff(*to), *from, *to)),
                );
            }
        }
        alike.sort_unstable();
        for (_, _, from, to) in alike {
            found.pair(from, to);
        }
    }
    finish(&mut found)
}

/// For each position of both lists, whether it still has no partner.
struct Found {
    old: Vec<bool>,
    new: Vec<bool>,
    both: Vec<(usize, usize)>,
}

impl Found {
    /// Makes a pair of two elements unless one has a partner.
    fn pair(&mut self, from: usize, to: usize) {
        if let (Some(old @ true), Some(new @ true)) = (self.old.get_mut(from), self.new.get_mut(to))
        {
            (*old, *new) = (false, false);
            self.both.push((from, to));
        }
    }
}

fn positions(free: &[bool]) -> Vec<usize> {
    let free = free.iter().enumerate();
    free.filter_map(|(position, free)| free.then_some(position))
        .collect()
}

/// Pairs elements with equal keys in their order.
fn same(old: &[Value], new: &[Value], key: impl Fn(&Value) -> Option<String>) -> Found {
    let mut found = Found {
        old: vec![true; old.len()],
        new: vec![true; new.len()],
        both: Vec::new(),
    };
    let mut waiting: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (position, element) in new.iter().enumerate() {
        if let Some(key) = key(element) {
            waiting.entry(key).or_default().push_back(position);
        }
    }
    for (from, element) in old.iter().enumerate() {
        let key = key(element);
        let to = key.and_then(|key| waiting.get_mut(&key)?.pop_front());
        if let Some(to) = to {
            found.pair(from, to);
        }
    }
    found
}

fn finish(found: &mut Found) -> Pairs {
    found.both.sort_unstable();
    Pairs {
        both: std::mem::take(&mut found.both),
        gone: positions(&found.old),
        added: positions(&found.new),
    }
}

/// Per mille of the fields of two records that are equal; `None` if it is less than half, or
/// they are no records.
fn likeness((old, new): (&Value, &Value)) -> Option<usize> {
    let (old, new) = (old.as_object()?, new.as_object()?);
    let equal = old
        .iter()
        .filter(|(name, own)| new.get(*name) == Some(*own));
    let equal = equal.count();
    let only_new = new.keys().filter(|name| !old.contains_key(*name));
    let all = old.len() + only_new.count();
    let likeness = (equal * 1000).checked_div(all)?;
    (likeness >= 500).then_some(likeness)
}
