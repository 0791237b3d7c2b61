//! Ids: well formed, unique, and pointing to something.

use super::walk::references;
use super::{Context, Sink};
use crate::dataset::place::At;
use crate::dataset::section::Section;
use crate::dataset::suggest::did_you_mean;
use std::collections::HashMap;

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
        } else if let Some(bad) = id.chars().find(|c| c.is_whitespace() || c.is_control()) {
            sink.report_with_hint(
                at,
                format!("the id contains {bad:?}"),
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
            let message = format!(
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
    let mut seen: HashMap<(Section, String), &str> = HashMap::new();
    each_id(context, |section, index, id| {
        let first = *seen.entry((section, id.to_lowercase())).or_insert(id);
        if first != id {
            let at = At::item(section, index).field("id");
            sink.report_with_hint(
                at,
                format!("the id differs from `{first}` only by upper and lower case"),
                "are they one and the same?",
            );
        }
    });
}

pub(super) fn unknown(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut known: HashMap<Section, Vec<&str>> = HashMap::new();
    references(context.data, &mut |at, section, id| {
        if context.find(section, id).is_some() {
            return;
        }
        let candidates = known.entry(section).or_insert_with(|| context.ids(section));
        let hint = match did_you_mean(id, candidates.iter().copied()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("add it to `{}`", section.fields().join(".")),
        };
        let message = format!("there is no {} `{id}`", section.singular());
        sink.report_with_hint(at, message, hint);
    });
}

pub(super) fn repeated(context: &Context<'_>, sink: &mut Sink<'_>) {
    // References of one list come one after the other.
    let mut list: Vec<(At, String)> = Vec::new();
    references(context.data, &mut |at, _, id| {
        if !at.is_in_list_of(list.first().map(|(first, _)| *first)) {
            list.clear();
        }
        if list.iter().any(|(_, earlier)| earlier == id) {
            sink.report(at, format!("`{id}` is named twice in one list"));
        }
        list.push((at, id.to_owned()));
    });
}
