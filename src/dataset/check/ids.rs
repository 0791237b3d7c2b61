//! Ids: well formed, unique, and pointing to something.

use super::walk::references;
use super::{Context, Sink};
use crate::dataset::diagnostic::is_hidden;
use crate::dataset::place::At;
use crate::dataset::section::Section;
use crate::dataset::suggest::did_you_mean;
use foldhash::HashMap as IdMap;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// Ids of a list that are compared one by one.
const SHORT_LIST: usize = 16;

/// Calls `visit` for every record that has an id.
fn each_id<'a>(context: &Context<'a>, mut visit: impl FnMut(Section, usize, &'a str)) {
    for section in Section::ALL {
        for index in 0..section.len(context.data) {
            if let Some(id) = section.id(context.data, index) {
                visit(*section, index, id);
            }
        }
    }
}

pub(super) fn malformed(context: &Context<'_>, sink: &mut Sink<'_>) {
    each_id(context, |section, index, id| {
        let at = At::item(section, index).field("id");
        if id.is_empty() {
            sink.report(at, "the id is empty");
        } else if let Some(bad) = id.chars().find(|c| c.is_whitespace() || is_hidden(*c)) {
            sink.report_with_hint(
                at,
                format_args!("the id contains {bad:?}"),
                "ids are words without spaces, such as `north-line-2016`",
            );
        }
    });
}

pub(super) fn duplicate(context: &Context<'_>, sink: &mut Sink<'_>) {
    each_id(context, |section, index, id| {
        let first = context.find(section, id).unwrap_or(index);
        if first != index && !id.is_empty() {
            let at = At::item(section, index).field("id");
            let message = format_args!(
                "the id is taken: {} #{} of {} has it too",
                section.singular(),
                first + 1,
                section.len(context.data),
            );
            sink.report_with_hint(at, message, "give one of them another id, or merge them");
        }
    });
}

pub(super) fn similar(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut seen: IdMap<(Section, Cow<'_, str>), &str> = IdMap::default();
    each_id(context, |section, index, id| {
        let folded = folded(id);
        let first = *seen.entry((section, folded)).or_insert(id);
        if first != id {
            let at = At::item(section, index).field("id");
            let how = if first.to_lowercase() == id.to_lowercase() {
                "by upper and lower case"
            } else {
                "by the form of their letters in Unicode"
            };
            sink.report_with_hint(
                at,
                format_args!("the id differs from `{first}` only {how}"),
                "are they one and the same?",
            );
        }
    });
}

/// An id in lower case; letters that look alike can be written in several ways.
fn folded(id: &str) -> Cow<'_, str> {
    if id
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        // Nearly all ids are like this, and there are as many as records.
        return Cow::Borrowed(id);
    }
    Cow::Owned(id.to_lowercase().nfkc().collect())
}

pub(super) fn unknown(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut known: HashMap<Section, Vec<&str>> = HashMap::new();
    references(context.data, &mut |at, section, id| {
        if context.find(section, id).is_some() {
            return;
        }
        let candidates = known.entry(section).or_insert_with(|| context.ids(section));
        let close = if sink.can_compare(candidates.len()) {
            did_you_mean(id, candidates.iter().copied())
        } else {
            None
        };
        let hint = match close {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("add it to `{}`", section.fields().join(".")),
        };
        let message = format_args!("there is no {} `{id}`", section.singular());
        sink.report_with_hint(at, message, hint);
    });
}

pub(super) fn repeated(context: &Context<'_>, sink: &mut Sink<'_>) {
    // References of one list come one after the other, and most lists are short.
    let mut first = None;
    let mut list: Vec<&str> = Vec::new();
    let mut set: HashSet<&str> = HashSet::new();
    references(context.data, &mut |at, _, id| {
        if !at.is_in_list_of(first) {
            list.clear();
            set.clear();
            first = Some(at);
        }
        let is_new = if list.len() < SHORT_LIST {
            !list.contains(&id)
        } else {
            if set.is_empty() {
                set.extend(&list);
            }
            set.insert(id)
        };
        if is_new {
            list.push(id);
        } else {
            sink.report(at, format_args!("`{id}` is named twice in one list"));
        }
    });
}
