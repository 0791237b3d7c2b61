//! Citations of a figure or a dataset, with the sources it rests on, in the formats that reference
//! managers read.
//!
//! No format says when something was looked at: the same work gives the same bytes on any day.
//! Not here: which sources a figure has.

mod bibtex;
mod csl;
mod plain;
mod ris;

use crate::{
    dataset::schema::{PartialDate, Source, SourceKind},
    i18n::Words,
};

/// What is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// A figure of a dataset, or the dataset.
    pub kind: WorkKind,
    /// Id: of the figure with its dataset, or of the dataset.
    pub id: String,
    /// Title.
    pub title: String,
    /// Title of the dataset that a figure is drawn from; none for a dataset.
    pub container: Option<String>,
    /// Version of the dataset.
    pub version: String,
    /// The day up to which facts were collected.
    pub issued: PartialDate,
    /// Who keeps the dataset.
    pub keeper: Vec<String>,
    /// Licence of the dataset.
    pub licence: Option<String>,
    /// What is included, as a sentence; none if that is everything.
    pub filter: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// Checksum of the dataset's files.
    pub checksum: Option<String>,
    /// What it rests on, in order.
    pub sources: Vec<SourceRef>,
}

/// What kind of work is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKind {
    /// A picture or table made from a dataset.
    Figure,
    /// A dataset.
    Dataset,
}

/// A source as it is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRef {
    /// Stable id.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it is.
    pub url: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Terms, as far as known.
    pub licence: Option<String>,
}

impl From<&Source> for SourceRef {
    fn from(source: &Source) -> Self {
        Self {
            id: source.id.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            date: source.date,
            url: source.url.clone(),
            kind: source.kind,
            licence: source.licence.clone(),
        }
    }
}

/// A way to write a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CitationStyle {
    /// Words for people.
    Plain,
    /// BibTeX and BibLaTeX.
    BibTex,
    /// Research Information Systems, which most reference managers read.
    Ris,
    /// Citation Style Language, as JSON.
    CslJson,
}

impl CitationStyle {
    /// All styles, that for people first.
    pub const ALL: [Self; 4] = [Self::Plain, Self::BibTex, Self::Ris, Self::CslJson];

    /// Name for programs.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::BibTex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
        }
    }

    /// Message key of the name for people.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Plain => "citation-style-plain",
            Self::BibTex => "citation-style-bibtex",
            Self::Ris => "citation-style-ris",
            Self::CslJson => "citation-style-csl-json",
        }
    }

    /// Ending of a file's name, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::BibTex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }
}

/// A work and its sources in a style.
#[must_use]
pub fn write(words: &Words, work: &Work, style: CitationStyle) -> String {
    match style {
        CitationStyle::Plain => plain::work(words, work),
        CitationStyle::BibTex => bibtex::work(words, work),
        CitationStyle::Ris => ris::work(words, work),
        CitationStyle::CslJson => csl::work(words, work),
    }
}

/// Sources alone in a style.
#[must_use]
pub fn write_sources(words: &Words, sources: &[SourceRef], style: CitationStyle) -> String {
    match style {
        CitationStyle::Plain => plain::sources(words, sources),
        CitationStyle::BibTex => bibtex::sources(sources),
        CitationStyle::Ris => ris::sources(sources),
        CitationStyle::CslJson => csl::sources(sources),
    }
}

/// A source as one line: who, what, when, where.
#[must_use]
pub fn source_line(words: &Words, source: &SourceRef) -> String {
    plain::source(words, source)
}

/// Id of a work in a list of references: `belt-explorer-<id>-<version>`.
fn key(work: &Work) -> String {
    plain_id(&format!("belt-explorer-{}-{}", work.id, work.version))
}

/// An id in the characters that all formats take.
fn plain_id(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._:".contains(c);
    id.chars().map(|c| if plain(c) { c } else { '-' }).collect()
}

/// What no format has a field for, a sentence each: the filter, the licence, the checksum.
fn remarks(words: &Words, work: &Work) -> Vec<String> {
    let with = |key: &str, value: &Option<String>| {
        let value = value.as_deref()?.trim_end_matches('.');
        Some(words.with(key, &[("text", value.into())]))
    };
    [
        with("cite-filter", &work.filter),
        with("cite-licence", &work.licence),
        with("cite-checksum", &work.checksum),
    ]
    .into_iter()
    .flatten()
    .collect()
}
