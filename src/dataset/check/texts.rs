//! Texts: there, seen, and in the dataset's own language.

use super::walk::{Needed, texts};
use super::{Sink, Slice};
use crate::dataset::diagnostic::is_hidden;
use crate::dataset::place::At;
use crate::dataset::section::Section;

pub(super) fn empty(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    texts(slice, &mut |at, text, needed| {
        if text.is_empty() && needed == Needed::Always {
            sink.report(at, "there is no text");
        }
        for (language, words) in text.iter() {
            if words.trim().is_empty() {
                sink.report(at, format_args!("the text in `{language}` is empty"));
            }
        }
    });
    for (at, source) in slice.items(Section::Sources, &slice.data.sources) {
        if source.title.trim().is_empty() {
            sink.report(at.field("title"), "the title is empty");
        }
    }
}

/// Characters that are not seen: a name with one is not the name that people read.
pub(super) fn hidden(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let mut check = |at: At, words: &str| {
        if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            // Plain letters are seen, and most texts have no others.
            return;
        }
        if let Some(hidden) = words.chars().find(|c| is_hidden(*c)) {
            let code = u32::from(hidden);
            let message = format_args!("the text contains the unseen character U+{code:04X}");
            let hint = "remove it; write the words in the order they are read";
            sink.report_with_hint(at, message, hint);
        }
    };
    texts(slice, &mut |at, text, _| {
        for words in text.values() {
            check(at, words);
        }
    });
    for (at, source) in slice.items(Section::Sources, &slice.data.sources) {
        check(at.field("title"), &source.title);
    }
    for (at, item) in slice.items(Section::Organisations, &slice.data.organisations) {
        for (index, alias) in item.aliases.iter().enumerate() {
            check(at.field("aliases").index(index), alias);
        }
    }
}

pub(super) fn language(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let Some(meta) = slice.meta() else {
        return;
    };
    texts(slice, &mut |at, text, _| {
        if !text.is_empty() && !text.contains_key(&meta.language) {
            let message = format_args!(
                "there is no text in the dataset's language, `{}`",
                meta.language
            );
            sink.report(at, message);
        }
    });
}
