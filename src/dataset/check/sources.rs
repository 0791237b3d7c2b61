//! Sources: everything has one, and their addresses are sound.

use super::walk::{Sourced, items, source_lists};
use super::{Context, Sink, Slice};
use crate::dataset::diagnostic::is_hidden;
use crate::dataset::place::At;
use crate::dataset::section::Section;
use foldhash::HashMap as IdMap;

pub(super) fn missing(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    source_lists(slice, &mut |at, list, sourced| {
        if list.is_empty() && sourced == Sourced::Always {
            let hint = "name the id of at least one source";
            sink.report_with_hint(at, "no source is named", hint);
        }
    });
}

fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let has_host = host.is_some_and(|host| !host.is_empty());
    has_host && !url.contains(|c: char| c.is_whitespace() || is_hidden(c))
}

pub(super) fn bad_url(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut check = |at: At, url: &str| {
        if !is_web_address(url) {
            let shown: String = url.chars().take(80).collect();
            sink.report_with_hint(
                at,
                format_args!("`{shown}` is not a web address"),
                "write `https://…` or `http://…` without spaces, or leave the field out",
            );
        }
    };
    for (at, source) in items(Section::Sources, &context.data.sources) {
        if let Some(url) = &source.url {
            check(at.field("url"), url);
        }
    }
    let attributions = context.meta().into_iter().flat_map(|m| &m.attributions);
    for (index, attribution) in attributions.enumerate() {
        if let Some(url) = &attribution.url {
            let at = At::META.field("attributions").index(index).field("url");
            check(at, url);
        }
    }
}

pub(super) fn duplicate_url(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut seen: IdMap<&str, &str> = IdMap::default();
    for (at, source) in items(Section::Sources, &context.data.sources) {
        let Some(url) = source.url.as_deref() else {
            continue;
        };
        let first = *seen.entry(url).or_insert(&source.id);
        if first != source.id {
            sink.report_with_hint(
                at.field("url"),
                format_args!("source `{first}` has the same address"),
                "merge the two if they are one publication",
            );
        }
    }
}

pub(super) fn unused(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, (at, _)) in items(Section::Sources, &context.data.sources).enumerate() {
        if !context.is_cited(index) {
            sink.report(at, "nothing cites it");
        }
    }
}
