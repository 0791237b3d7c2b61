//! Citations as BibTeX entries, which `BibLaTeX` reads too.

use super::{SourceRef, Work, WorkKind, key, plain_id, remarks};
use crate::{
    dataset::schema::PartialDate,
    export::{address, one_line},
    i18n::Words,
};
use std::{collections::BTreeSet, fmt::Write as _};

/// Names of months that BibTeX knows.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

pub(super) fn work(words: &Words, work: &Work) -> String {
    let mut keys = BTreeSet::new();
    let kind = match work.kind {
        WorkKind::Figure => "misc",
        WorkKind::Dataset => "dataset",
    };
    let mut entry = Entry::new(kind, &unique(&mut keys, &key(work)));
    // Braces keep a body's name from being taken apart into first and last names.
    let keepers = work
        .keeper
        .iter()
        .map(|name| format!("{{{}}}", escape(name)));
    entry.raw("author", &keepers.collect::<Vec<_>>().join(" and "));
    entry.title(&work.title);
    entry.date(Some(work.issued));
    entry.text("version", Some(&work.version));
    if work.kind == WorkKind::Figure {
        let made_of = work.container.as_ref().map(|dataset| {
            let values = [("dataset", dataset.into())];
            words.with("cite-figure-from", &values)
        });
        entry.text("howpublished", made_of.as_deref());
    }
    entry.url(work.url.as_deref());
    let remarks = remarks(words, work).join(". ");
    entry.text("note", Some(&remarks));
    entry.finish() + &entries(&mut keys, &work.sources)
}

pub(super) fn sources(sources: &[SourceRef]) -> String {
    let text = entries(&mut BTreeSet::new(), sources);
    text.trim_start_matches('\n').to_owned()
}

/// An entry a source, each after an empty line.
fn entries(keys: &mut BTreeSet<String>, sources: &[SourceRef]) -> String {
    let entries = sources.iter().map(|source| {
        let kind = if source.url.is_some() {
            "online"
        } else {
            "misc"
        };
        let mut entry = Entry::new(kind, &unique(keys, &plain_id(&source.id)));
        let publisher = source.publisher.as_ref();
        entry.raw(
            "author",
            &publisher.map_or_else(String::new, |name| format!("{{{}}}", escape(name))),
        );
        entry.title(&source.title);
        entry.date(source.date);
        entry.url(source.url.as_deref());
        entry.text("note", source.licence.as_deref());
        format!("\n{}", entry.finish())
    });
    entries.collect()
}

/// The key, with a number where it is taken; keys that differ by case alone are one to BibTeX.
fn unique(keys: &mut BTreeSet<String>, wanted: &str) -> String {
    let mut key = wanted.to_owned();
    let mut number = 2;
    while !keys.insert(key.to_lowercase()) {
        key = format!("{wanted}-{number}");
        number += 1;
    }
    key
}

/// An entry that is being written.
struct Entry(String);

impl Entry {
    fn new(kind: &str, key: &str) -> Self {
        Self(format!("@{kind}{{{key},\n"))
    }

    fn raw(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            // Writing into a text does not fail.
            let _ = writeln!(self.0, "  {name} = {{{value}}},");
        }
    }

    fn text(&mut self, name: &str, value: Option<&str>) {
        self.raw(name, &escape(value.unwrap_or_default()));
    }

    /// Braces keep the case of the words.
    fn title(&mut self, title: &str) {
        self.raw("title", &format!("{{{}}}", escape(title)));
    }

    fn url(&mut self, url: Option<&str>) {
        self.raw("url", &address(url.unwrap_or_default()));
    }

    fn date(&mut self, date: Option<PartialDate>) {
        let Some(date) = date else { return };
        self.raw("year", &format!("{:04}", date.year()));
        let month = date.month().map(|month| usize::from(month) - 1);
        if let Some(month) = month.and_then(|month| MONTHS.get(month)) {
            let _ = writeln!(self.0, "  month = {month},");
        }
        if let Some(day) = date.day() {
            self.raw("day", &day.to_string());
        }
    }

    fn finish(self) -> String {
        self.0 + "}\n"
    }
}

/// A text in which no character has a meaning of its own to TeX.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in one_line(text).chars() {
        // Two of these in a row would become a dash or another quotation mark.
        if c == before && "-'`".contains(c) {
            out.push_str("{}");
        }
        before = c;
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
