//! The README of a package: what the files hold, where the numbers come from, under which terms,
//! and how to see the same again.

use super::{
    citation::{SourceRef, source_line},
    data::Column,
    markdown::{escape, fenced, link, table},
};
use crate::{dataset::schema::Attribution, i18n::Words};

/// All that a README says, in the language of the words it is built with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readme {
    /// What the figure shows.
    pub title: String,
    /// What narrows it: unit, stage, scope.
    pub subtitle: Option<String>,
    /// How its numbers are made.
    pub definition: Option<String>,
    /// What is included, as a sentence; none if that is everything.
    pub filter: Option<String>,
    /// The files beside it: name, and what is in it.
    pub files: Vec<(String, String)>,
    /// The columns of the data.
    pub columns: Vec<Column>,
    /// What the reader must know more about the numbers, a sentence each.
    pub conventions: Vec<String>,
    /// The sources, in the order of their numbers.
    pub sources: Vec<SourceRef>,
    /// The dataset.
    pub dataset: DatasetFacts,
    /// The view that makes the same figure, as text.
    pub view: Option<String>,
    /// The citation in words.
    pub citation: String,
}

/// Which dataset the numbers were taken from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DatasetFacts {
    /// Title.
    pub title: String,
    /// Stable id.
    pub id: String,
    /// Version.
    pub version: String,
    /// The day up to which facts were collected.
    pub as_of: String,
    /// Checksum of its files.
    pub checksum: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Credits that its sources ask for.
    pub credits: Vec<Attribution>,
}

impl Readme {
    /// The file, as Markdown.
    #[must_use]
    pub fn markdown(&self, words: &Words) -> String {
        let mut out = format!("# {}\n", escape(&self.title));
        if let Some(subtitle) = &self.subtitle {
            paragraph(&mut out, &escape(subtitle));
        }
        self.shows(words, &mut out);
        self.files(words, &mut out);
        self.columns(words, &mut out);
        self.conventions(words, &mut out);
        self.sources(words, &mut out);
        self.licence(words, &mut out);
        self.dataset(words, &mut out);
        if let Some(view) = &self.view {
            section(&mut out, &words.t("readme-again"));
            paragraph(&mut out, &escape(&words.t("readme-again-how")));
            paragraph(&mut out, fenced(view).trim_end());
        }
        if !self.citation.is_empty() {
            section(&mut out, &words.t("readme-citation"));
            paragraph(&mut out, fenced(&self.citation).trim_end());
        }
        out
    }

    fn shows(&self, words: &Words, out: &mut String) {
        section(out, &words.t("readme-shows"));
        if let Some(definition) = &self.definition {
            paragraph(out, &escape(definition));
        }
        let filter = match &self.filter {
            Some(filter) => words.with("readme-filter", &[("text", filter.into())]),
            None => words.t("readme-filter-none"),
        };
        paragraph(out, &escape(&filter));
    }

    fn files(&self, words: &Words, out: &mut String) {
        if self.files.is_empty() {
            return;
        }
        section(out, &words.t("readme-files"));
        let files = self.files.iter();
        let lines = files.map(|(name, text)| format!("{}: {}", escape(name), escape(text)));
        bullets(out, lines);
    }

    fn columns(&self, words: &Words, out: &mut String) {
        if self.columns.is_empty() {
            return;
        }
        section(out, &words.t("readme-columns"));
        let head = [
            words.t("readme-column-key"),
            words.t("readme-column-name"),
            words.t("readme-column-unit"),
        ];
        let rows = self.columns.iter().map(|column| {
            let unit = column.unit.clone().unwrap_or_default();
            vec![column.key.clone(), column.name.clone(), unit]
        });
        paragraph(out, table(&head, rows).trim_end());
    }

    fn conventions(&self, words: &Words, out: &mut String) {
        section(out, &words.t("readme-conventions"));
        let general = [
            words.t("readme-missing"),
            words.t("readme-numbers"),
            words.t("readme-lists"),
            words.t("readme-encoding"),
        ];
        let all = general.iter().chain(&self.conventions);
        bullets(out, all.map(|text| escape(text)));
    }

    fn sources(&self, words: &Words, out: &mut String) {
        section(out, &words.t("readme-sources"));
        if self.sources.is_empty() {
            paragraph(out, &escape(&words.t("readme-sources-none")));
            return;
        }
        out.push('\n');
        for (source, number) in self.sources.iter().zip(1_usize..) {
            out.extend([
                &number.to_string(),
                ". ",
                &source_entry(words, source),
                "\n",
            ]);
        }
    }

    fn licence(&self, words: &Words, out: &mut String) {
        section(out, &words.t("readme-licence"));
        let unknown = words.t("readme-licence-unknown");
        let licence = self.dataset.licence.as_ref().unwrap_or(&unknown);
        paragraph(out, &escape(licence));
        let credits = self.dataset.credits.iter().map(|credit| {
            let url = credit.url.as_deref().map(link);
            let text = format!("{}: {}", escape(&credit.to), escape(&credit.text));
            url.map_or_else(|| text.clone(), |url| format!("{text} {url}"))
        });
        if !self.dataset.credits.is_empty() {
            bullets(out, credits);
        }
    }

    fn dataset(&self, words: &Words, out: &mut String) {
        section(out, &words.t("readme-dataset"));
        let dataset = &self.dataset;
        let facts = [
            ("readme-dataset-title", Some(&dataset.title)),
            ("readme-dataset-id", Some(&dataset.id)),
            ("readme-dataset-version", Some(&dataset.version)),
            ("readme-dataset-as-of", Some(&dataset.as_of)),
            ("readme-dataset-checksum", dataset.checksum.as_ref()),
        ];
        let known = facts.iter().filter_map(|(key, fact)| Some((key, (*fact)?)));
        bullets(
            out,
            known.map(|(key, fact)| format!("{}: {}", words.t(key), escape(fact))),
        );
    }
}

/// The line of the citation, its address as a link, and the terms.
fn source_entry(words: &Words, source: &SourceRef) -> String {
    let named = SourceRef {
        url: None,
        ..source.clone()
    };
    let mut text = escape(&source_line(words, &named));
    if let Some(url) = &source.url {
        text.push(' ');
        text.push_str(&link(url));
    }
    if let Some(licence) = &source.licence {
        let terms = words.with("readme-licence-of", &[("text", licence.into())]);
        text.extend([" ", &escape(&terms)]);
    }
    text
}

fn section(out: &mut String, title: &str) {
    out.extend(["\n## ", &escape(title), "\n"]);
}

fn paragraph(out: &mut String, text: &str) {
    out.extend(["\n", text, "\n"]);
}

fn bullets(out: &mut String, lines: impl Iterator<Item = String>) {
    out.push('\n');
    for line in lines {
        out.extend(["- ", &line, "\n"]);
    }
}
