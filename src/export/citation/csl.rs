//! Citations as CSL-JSON: an array of items.

use super::{SourceRef, Work, WorkKind, key, remarks};
use crate::{
    dataset::schema::{PartialDate, SourceKind},
    export::{address, one_line},
    i18n::Words,
};
use serde_json::{Map, Value, json};

pub(super) fn work(words: &Words, work: &Work) -> String {
    let mut item = Item::new(
        &key(work),
        match work.kind {
            WorkKind::Figure => "graphic",
            WorkKind::Dataset => "dataset",
        },
    );
    item.text("title", Some(&work.title));
    item.authors(work.keeper.iter().map(String::as_str));
    item.text("container-title", work.container.as_deref());
    item.text("version", Some(&work.version));
    item.date(Some(work.issued));
    item.url(work.url.as_deref());
    item.text("note", Some(&remarks(words, work).join(". ")));
    array(std::iter::once(item).chain(work.sources.iter().map(source)))
}

pub(super) fn sources(sources: &[SourceRef]) -> String {
    array(sources.iter().map(source))
}

fn source(source: &SourceRef) -> Item {
    let mut item = Item::new(&source.id, kind(source.kind));
    item.text("title", Some(&source.title));
    item.text("publisher", source.publisher.as_deref());
    item.date(source.date);
    item.url(source.url.as_deref());
    item.text("note", source.licence.as_deref());
    item
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::News => "article-newspaper",
        SourceKind::Research => "report",
        SourceKind::Statistics | SourceKind::Dataset => "dataset",
        SourceKind::Official | SourceKind::Company | SourceKind::Wiki => "webpage",
    }
}

fn array(items: impl Iterator<Item = Item>) -> String {
    let array = Value::Array(items.map(|item| Value::Object(item.0)).collect());
    format!("{array:#}\n")
}

/// An item that is being written.
struct Item(Map<String, Value>);

impl Item {
    fn new(id: &str, kind: &str) -> Self {
        let mut item = Self(Map::new());
        item.text("id", Some(id));
        item.text("type", Some(kind));
        item
    }

    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn text(&mut self, name: &str, text: Option<&str>) {
        let text = one_line(text.unwrap_or_default());
        if !text.is_empty() {
            self.put(name, Value::from(text));
        }
    }

    fn url(&mut self, url: Option<&str>) {
        self.text("URL", url.map(address).as_deref());
    }

    /// Bodies have one name, which is not taken apart.
    fn authors<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let authors: Vec<Value> = names
            .map(|name| json!({ "literal": one_line(name) }))
            .collect();
        if !authors.is_empty() {
            self.put("author", Value::Array(authors));
        }
    }

    fn date(&mut self, date: Option<PartialDate>) {
        let Some(date) = date else { return };
        let mut parts = vec![date.year()];
        parts.extend(date.month().map(i32::from));
        parts.extend(date.day().map(i32::from));
        self.put("issued", json!({ "date-parts": [parts] }));
    }
}
