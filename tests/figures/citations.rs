//! Citations: each format is read back by another reader than the one that wrote it.

use belt_explorer::{
    dataset::{
        read::{self, Origin},
        schema::SourceKind,
    },
    export::citation::{
        CitationStyle, SourceRef, Work, WorkKind, source_line, write, write_sources,
    },
    i18n::Words,
};
use biblatex::{Bibliography, ChunksExt as _};
use proptest::prelude::*;
use std::ops::ControlFlow;

fn words() -> Words {
    Words::new("en")
}

fn source(id: &str, title: &str, kind: SourceKind) -> SourceRef {
    SourceRef {
        id: id.to_owned(),
        title: title.to_owned(),
        publisher: Some("Ministry & Sons".to_owned()),
        date: "2019-09-11".parse().ok(),
        url: Some(format!("https://example.org/{id}?a=1&b=50%25#c_d~e")),
        kind,
        licence: Some("CC BY 4.0".to_owned()),
    }
}

fn work(kind: WorkKind) -> Work {
    let sources = SourceKind::ALL.iter().zip(1..);
    let mut sources: Vec<SourceRef> = sources
        .map(|(kind, number)| source(&format!("source-{number}"), "Title: 100% of {it}", *kind))
        .collect();
    sources.push(SourceRef {
        publisher: None,
        date: None,
        url: None,
        licence: None,
        ..source("bare", "Қазақстан және 中国", SourceKind::Wiki)
    });
    Work {
        kind,
        id: "aurelia-borea".to_owned(),
        title: "Money_in $ & words".to_owned(),
        container: (kind == WorkKind::Figure).then(|| "Aurelia and Borea".to_owned()),
        version: "2026.11".to_owned(),
        issued: "2026-10".parse().expect("a date"),
        keeper: vec!["The Aurelia, Borea Group".to_owned(), "Jane Doe".to_owned()],
        licence: Some("CC BY 4.0.".to_owned()),
        filter: Some("sector is rail".to_owned()),
        url: Some("https://example.org/data".to_owned()),
        checksum: Some("00ff00ff00ff00ff".to_owned()),
        sources,
    }
}

#[test]
fn plain_text_is_a_paragraph_and_a_line_a_source() {
    let mut work = work(WorkKind::Figure);
    work.sources.drain(1..7);
    assert_eq!(
        write(&words(), &work, CitationStyle::Plain),
        "The Aurelia, Borea Group, Jane Doe (2026). Money_in $ & words. Figure made with Belt \
         Explorer from Aurelia and Borea, version 2026.11, as of Oct 2026. Filter: sector is rail. \
         Licence: CC BY 4.0. Checksum of the dataset: 00ff00ff00ff00ff. https://example.org/data\n\
         \nSources:\n\
         [1] Ministry & Sons. Title: 100% of {it}. 11 Sep 2019. \
         https://example.org/source-1?a=1&b=50%25#c_d~e\n\
         [2] Қазақстан және 中国. n.d.\n"
    );
    let dataset = self::work(WorkKind::Dataset);
    let text = write(&words(), &dataset, CitationStyle::Plain);
    assert!(
        text.contains("Dataset, version 2026.11, as of Oct 2026."),
        "{text}"
    );
    assert_eq!(
        source_line(&words(), &work.sources[1]),
        "Қазақстан және 中国. n.d."
    );
}

#[test]
fn no_style_depends_on_the_day() {
    for style in CitationStyle::ALL {
        let work = work(WorkKind::Figure);
        assert_eq!(write(&words(), &work, style), write(&words(), &work, style));
        assert!(words().has(style.name_key()));
        assert!(!style.ending().is_empty() && !style.id().is_empty());
    }
}

fn bibliography(text: &str) -> Bibliography {
    Bibliography::parse(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

fn field(entry: &biblatex::Entry, name: &str) -> String {
    let chunks = entry
        .get(name)
        .unwrap_or_else(|| panic!("no {name} in {entry:?}"));
    chunks.format_verbatim()
}

#[test]
fn bibtex_is_read_by_another_reader() {
    for (kind, entry_type) in [
        (WorkKind::Figure, biblatex::EntryType::Misc),
        (WorkKind::Dataset, biblatex::EntryType::Dataset),
    ] {
        let work = work(kind);
        let bibliography = bibliography(&write(&words(), &work, CitationStyle::BibTex));
        assert_eq!(bibliography.len(), work.sources.len() + 1);
        let main = bibliography.iter().next().expect("an entry");
        assert_eq!(main.key, "belt-explorer-aurelia-borea-2026.11");
        assert_eq!(main.entry_type, entry_type);
        assert_eq!(field(main, "title"), work.title);
        assert_eq!(field(main, "url"), "https://example.org/data");
        let authors = main.author().expect("authors");
        let names: Vec<_> = authors.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["The Aurelia, Borea Group", "Jane Doe"]);
        for (entry, source) in bibliography.iter().skip(1).zip(&work.sources) {
            assert_eq!(entry.key, source.id);
            assert_eq!(field(entry, "title"), source.title);
            if let Some(url) = &source.url {
                assert_eq!(&field(entry, "url"), url);
                assert_eq!(entry.entry_type, biblatex::EntryType::Online);
                let biblatex::PermissiveType::Typed(date) = entry.date().expect("a date") else {
                    panic!("the date is read as words");
                };
                let biblatex::DateValue::At(date) = date.value else {
                    panic!("the date is read as a range");
                };
                // The reader counts months and days from 0.
                assert_eq!((date.year, date.month, date.day), (2019, Some(8), Some(10)));
            }
        }
    }
}

#[test]
fn bibtex_keys_are_unique() {
    let sources = ["a", "A", "a b", "a-b", "a"].map(|id| source(id, "Title", SourceKind::News));
    let text = write_sources(&words(), &sources, CitationStyle::BibTex);
    let keys: Vec<_> = bibliography(&text)
        .iter()
        .map(|entry| entry.key.clone())
        .collect();
    assert_eq!(keys, ["a", "A-2", "a-b", "a-b-2", "a-3"]);
}

/// A record of an RIS file: tags with their values.
type Record = Vec<(String, String)>;

/// Reads RIS strictly: a type first, known lines only, `ER` at the end of each record.
fn ris(text: &str) -> Vec<Record> {
    let mut records = Vec::new();
    let mut open: Option<Record> = None;
    let text = text.strip_suffix("\r\n").expect("the last line ends");
    for line in text.split("\r\n") {
        assert!(!line.contains(['\r', '\n']), "a break inside {line:?}");
        let (tag, value) = line
            .split_once("  - ")
            .unwrap_or_else(|| panic!("{line:?}"));
        let valid = tag.len() == 2
            && tag.starts_with(|c: char| c.is_ascii_uppercase())
            && tag.ends_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
        assert!(valid, "{tag:?} is no tag");
        match tag {
            "TY" => {
                assert!(open.is_none(), "a record inside a record");
                open = Some(vec![(tag.to_owned(), value.to_owned())]);
            }
            "ER" => {
                assert_eq!(value, "");
                records.push(open.take().expect("a record that was begun"));
            }
            _ => {
                assert!(!value.is_empty(), "an empty {tag}");
                let record = open.as_mut().expect("a record that was begun");
                record.push((tag.to_owned(), value.to_owned()));
            }
        }
    }
    assert!(open.is_none(), "the last record does not end");
    records
}

fn values<'a>(record: &'a Record, tag: &str) -> Vec<&'a str> {
    let own = record.iter().filter(|(name, _)| name == tag);
    own.map(|(_, value)| value.as_str()).collect()
}

#[test]
fn ris_is_read_by_a_strict_reader() {
    let work = work(WorkKind::Figure);
    let records = ris(&write(&words(), &work, CitationStyle::Ris));
    let types: Vec<_> = records
        .iter()
        .flat_map(|record| values(record, "TY"))
        .collect();
    assert_eq!(
        types,
        [
            "FIGURE", "ELEC", "DATA", "DATA", "RPRT", "ELEC", "NEWS", "ELEC", "ELEC"
        ]
    );
    let main = &records[0];
    assert_eq!(values(main, "TI"), [work.title.as_str()]);
    assert_eq!(values(main, "T2"), ["Aurelia and Borea"]);
    assert_eq!(values(main, "AU"), ["The Aurelia, Borea Group", "Jane Doe"]);
    assert_eq!(values(main, "DA"), ["2026/10//"]);
    assert_eq!(values(main, "N1").len(), 3);
    assert_eq!(values(&records[1], "PY"), ["2019"]);
    assert_eq!(values(&records[1], "DA"), ["2019/09/11/"]);
    assert_eq!(
        values(&records[1], "UR"),
        [work.sources[0].url.as_deref().expect("an address")]
    );
    let last = records.last().expect("records");
    assert_eq!(values(last, "TI"), ["Қазақстан және 中国"]);
    assert!(values(last, "PY").is_empty());
    let dataset = ris(&write(
        &words(),
        &self::work(WorkKind::Dataset),
        CitationStyle::Ris,
    ));
    assert_eq!(values(&dataset[0], "TY"), ["DATA"]);
}

#[test]
fn csl_json_has_the_types_and_dates_of_the_standard() {
    let work = work(WorkKind::Figure);
    let text = write(&words(), &work, CitationStyle::CslJson);
    let items: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    let types: Vec<_> = items
        .iter()
        .filter_map(|item| item["type"].as_str())
        .collect();
    assert_eq!(
        types,
        [
            "graphic",
            "webpage",
            "dataset",
            "dataset",
            "report",
            "webpage",
            "article-newspaper",
            "webpage",
            "webpage"
        ]
    );
    assert_eq!(items[0]["id"], "belt-explorer-aurelia-borea-2026.11");
    assert_eq!(items[0]["title"], work.title.as_str());
    assert_eq!(items[0]["container-title"], "Aurelia and Borea");
    assert_eq!(items[0]["author"][1]["literal"], "Jane Doe");
    assert_eq!(
        items[0]["issued"],
        serde_json::json!({"date-parts": [[2026, 10]]})
    );
    assert_eq!(
        items[1]["issued"],
        serde_json::json!({"date-parts": [[2019, 9, 11]]})
    );
    assert_eq!(items[1]["publisher"], "Ministry & Sons");
    let last = items.last().expect("items");
    assert!(last.get("issued").is_none() && last.get("URL").is_none());
    let ids: std::collections::BTreeSet<_> = items.iter().map(|item| item["id"].as_str()).collect();
    assert_eq!(ids.len(), items.len());
    let dataset = write(
        &words(),
        &self::work(WorkKind::Dataset),
        CitationStyle::CslJson,
    );
    assert!(dataset.contains("\"type\": \"dataset\""));
}

#[test]
fn every_source_of_the_default_dataset_can_be_cited() {
    let loaded = read::load(&Origin::Embedded, &mut |_| ControlFlow::Continue(()));
    let catalog = loaded.expect("not stopped").catalog.expect("no errors");
    let sources: Vec<SourceRef> = catalog.data().sources.iter().map(SourceRef::from).collect();
    let write = |style| write_sources(&words(), &sources, style);
    let bibliography = bibliography(&write(CitationStyle::BibTex));
    assert_eq!(bibliography.len(), sources.len());
    let records = ris(&write(CitationStyle::Ris));
    let items = write(CitationStyle::CslJson);
    let items: Vec<serde_json::Value> = serde_json::from_str(&items).expect("JSON");
    assert_eq!((records.len(), items.len()), (sources.len(), sources.len()));
    for ((entry, record), (item, source)) in bibliography
        .iter()
        .zip(&records)
        .zip(items.iter().zip(&sources))
    {
        let title = source
            .title
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(entry.key, source.id);
        assert_eq!(field(entry, "title"), title);
        assert_eq!(values(record, "TI"), [title.as_str()]);
        assert_eq!(item["title"], title.as_str());
        assert_eq!(entry.get("url").is_some(), source.url.is_some());
        assert_eq!(entry.date().is_ok(), source.date.is_some(), "{}", source.id);
    }
    let lines = write(CitationStyle::Plain);
    assert_eq!(lines.lines().count(), sources.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_title_survives_every_format(
        title in "[a-zA-Z&%$#_{}~^\\\\\"'@,= а-я中国\r\n\t-]{1,24}",
    ) {
        let one_line = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!one_line.is_empty());
        let sources = [source("a", &title, SourceKind::News)];
        let text = write_sources(&words(), &sources, CitationStyle::BibTex);
        let bibliography = Bibliography::parse(&text).expect("BibTeX");
        let entry = bibliography.get("a").expect("the entry");
        prop_assert_eq!(&field(entry, "title"), &one_line, "{}", text);
        let records = ris(&write_sources(&words(), &sources, CitationStyle::Ris));
        prop_assert_eq!(values(&records[0], "TI"), [one_line.as_str()]);
        let text = write_sources(&words(), &sources, CitationStyle::CslJson);
        let items: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(items[0]["title"].as_str(), Some(one_line.as_str()));
        let text = write_sources(&words(), &sources, CitationStyle::Plain);
        prop_assert_eq!(text.lines().count(), 1);
    }
}
