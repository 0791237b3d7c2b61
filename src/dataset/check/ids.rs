//! Ids: well formed, unique, and pointing to something.

use super::sink::Kept;
use super::walk::references;
use super::{Context, Sink, Slice};
use crate::dataset::diagnostic::{is_hidden, shorten};
use crate::dataset::index::is_plain;
use crate::dataset::place::At;
use crate::dataset::read::limits::MAX_COMPARISONS;
use crate::dataset::section::Section;
use crate::dataset::suggest::did_you_mean;
use foldhash::HashMap as IdMap;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// Ids of a list that are compared one by one.
const SHORT_LIST: usize = 16;

/// Calls `visit` for every record that has an id, in the sections for which that makes sense.
fn each_id<'a>(
    context: &Context<'a>,
    sections: impl Fn(Section) -> bool,
    mut visit: impl FnMut(Section, usize, &'a str),
) {
    for section in Section::ALL.iter().filter(|section| sections(**section)) {
        for index in 0..section.len(context.data) {
            if let Some(id) = section.id(context.data, index) {
                visit(*section, index, id);
            }
        }
    }
}

pub(super) fn malformed(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    for section in Section::ALL {
        for index in slice.range(*section, section.len(slice.data)) {
            if let Some(id) = section.id(slice.data, index) {
                malformed_id(At::item(*section, index).field("id"), id, sink);
            }
        }
    }
}

fn malformed_id(at: At, id: &str, sink: &mut Sink<'_>) {
    if id.is_empty() {
        sink.report(at, "the id is empty");
    } else if let Some(bad) = id.chars().find(|c| c.is_whitespace() || is_hidden(*c)) {
        sink.report_with_hint(
            at,
            format_args!("the id contains {bad:?}"),
            "ids are words without spaces, such as `north-line-2016`",
        );
    }
}

pub(super) fn duplicate(context: &Context<'_>, sink: &mut Sink<'_>) {
    let repeated = |section| context.index.has_repeated(section);
    each_id(context, repeated, |section, index, id| {
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
    // Ids of one form differ by more than their form.
    let mixed = |section| context.index.has_mixed(section);
    each_id(context, mixed, |section, index, id| {
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
    if is_plain(id) {
        // Nearly all ids are like this, and there are as many as records.
        return Cow::Borrowed(id);
    }
    Cow::Owned(id.to_lowercase().nfkc().collect())
}

pub(super) fn unknown(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let mut known = Recent::default();
    references(slice, &mut |at, section, id| {
        if known.has(section, id) {
            return;
        }
        if slice.lead_to(section, id).is_some() {
            known.push(section, id);
        } else {
            sink.report_unknown(at, section, id);
        }
    });
}

/// Ids that were found last. A record names the same few sources again and again, and looking
/// for one among very many goes to places of the memory that are far apart.
#[derive(Default)]
struct Recent<'a> {
    ids: [Option<(Section, &'a str)>; 4],
    next: usize,
}

impl<'a> Recent<'a> {
    fn has(&self, section: Section, id: &str) -> bool {
        self.ids.contains(&Some((section, id)))
    }

    fn push(&mut self, section: Section, id: &'a str) {
        if let Some(oldest) = self.ids.get_mut(self.next) {
            *oldest = Some((section, id));
        }
        self.next = (self.next + 1) % self.ids.len();
    }
}

/// Says what to do about the ids that lead nowhere: in the order of the findings, because only
/// so many words are compared.
pub(super) fn suggest(context: &Context<'_>, kept: &mut [Kept]) {
    let mut known: HashMap<Section, Vec<&str>> = HashMap::new();
    let mut comparisons = 0_usize;
    for kept in kept {
        let Some((section, id)) = &kept.unknown else {
            continue;
        };
        let candidates = known
            .entry(*section)
            .or_insert_with(|| context.ids(*section));
        comparisons = comparisons.saturating_add(candidates.len());
        let close = if comparisons <= MAX_COMPARISONS {
            did_you_mean(id, candidates.iter().copied())
        } else {
            None
        };
        kept.finding.hint = Some(match close {
            Some(close) => shorten(format_args!("did you mean `{close}`?")),
            None => shorten(format_args!("add it to `{}`", section.fields().join("."))),
        });
    }
}

pub(super) fn repeated(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    // The elements of one list come one after the other, and most lists are short.
    let mut list: Vec<&str> = Vec::new();
    let mut set: HashSet<&str> = HashSet::new();
    references(slice, &mut |at, _, id| {
        if at.position_in_list().unwrap_or_default() == 0 {
            list.clear();
            set.clear();
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
