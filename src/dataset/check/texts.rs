//! Texts: there, in the dataset's own language, and names that tell records apart.

use super::walk::{Needed, items, texts};
use super::{Context, Sink};
use crate::dataset::diagnostic::is_hidden;
use crate::dataset::place::At;
use crate::dataset::schema::Text;
use crate::dataset::section::Section;
use foldhash::HashMap as IdMap;

pub(super) fn empty(context: &Context<'_>, sink: &mut Sink<'_>) {
    texts(context.data, &mut |at, text, needed| {
        if text.is_empty() && needed == Needed::Always {
            sink.report(at, "there is no text");
        }
        for (language, words) in text.iter() {
            if words.trim().is_empty() {
                sink.report(at, format_args!("the text in `{language}` is empty"));
            }
        }
    });
    for (at, source) in items(Section::Sources, &context.data.sources) {
        if source.title.trim().is_empty() {
            sink.report(at.field("title"), "the title is empty");
        }
    }
}

/// Characters that are not seen: a name with one is not the name that people read.
pub(super) fn hidden(context: &Context<'_>, sink: &mut Sink<'_>) {
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
    texts(context.data, &mut |at, text, _| {
        for words in text.values() {
            check(at, words);
        }
    });
    for (at, source) in items(Section::Sources, &context.data.sources) {
        check(at.field("title"), &source.title);
    }
    for (at, item) in items(Section::Organisations, &context.data.organisations) {
        for (index, alias) in item.aliases.iter().enumerate() {
            check(at.field("aliases").index(index), alias);
        }
    }
}

pub(super) fn language(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(meta) = context.meta() else {
        return;
    };
    texts(context.data, &mut |at, text, _| {
        if !text.is_empty() && !text.contains_key(&meta.language) {
            let message = format_args!(
                "there is no text in the dataset's language, `{}`",
                meta.language
            );
            sink.report(at, message);
        }
    });
}

/// Remembers who bears a name, and tells who bore it before.
#[derive(Default)]
struct Bearers<'a>(IdMap<String, &'a str>);

impl<'a> Bearers<'a> {
    fn earlier(&mut self, name: &str, id: &'a str) -> Option<&'a str> {
        let first = *self.0.entry(name.trim().to_lowercase()).or_insert(id);
        (first != id).then_some(first)
    }

    fn take(&mut self, at: At, name: &str, id: &'a str, kind: &str, sink: &mut Sink<'_>) {
        if let Some(first) = self.earlier(name, id) {
            sink.report_with_hint(
                at,
                format_args!("{kind} `{first}` is called `{name}` too"),
                "merge the two if they are one and the same, else tell them apart by name",
            );
        }
    }

    fn take_all(&mut self, at: At, names: &Text, id: &'a str, kind: &str, sink: &mut Sink<'_>) {
        // One finding a record is enough when several languages agree.
        if let Some(name) = names.values().find(|name| self.earlier(name, id).is_some()) {
            self.take(at, name, id, kind, sink);
        }
    }
}

pub(super) fn shared_name(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut projects = Bearers::default();
    for (at, item) in items(Section::Projects, &context.data.projects) {
        projects.take_all(at.field("name"), &item.name, &item.id, "project", sink);
    }
    let mut organisations = Bearers::default();
    for (at, item) in items(Section::Organisations, &context.data.organisations) {
        let kind = "organisation";
        organisations.take_all(at.field("name"), &item.name, &item.id, kind, sink);
        for (index, alias) in item.aliases.iter().enumerate() {
            let at = at.field("aliases").index(index);
            organisations.take(at, alias, &item.id, kind, sink);
        }
    }
}
