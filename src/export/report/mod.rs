//! A report: one page of HTML that needs nothing beside itself. No scripts, nothing loaded from
//! elsewhere; pictures, fonts and style are inside.
//!
//! Here are its parts and their order. Not here: which figures there are (the interface says),
//! and where the page is written to.

mod conflicts;
mod figure;
mod head;
mod inline;
mod look;
mod narrow;
mod record;
mod sources;

pub use look::{Look, Palette, WebFont};
pub use narrow::for_people;
pub use record::{RecordPage, RecordPart, Statement, Weight};

use super::{citation::SourceRef, data::DataTable, readme::DatasetFacts};
use crate::i18n::Words;
use std::collections::{BTreeMap, BTreeSet};

/// All that the page says, in the language of the words it is built with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// What the dataset says of itself.
    pub about: About,
    /// The view that makes the same report, as text.
    pub view: String,
    /// How to cite it, in words.
    pub citation: String,
    /// The figures by tab.
    pub chapters: Vec<Chapter>,
    /// Where sources differ.
    pub conflicts: Vec<ConflictGroup>,
    /// The sources in the order of their numbers.
    pub sources: Vec<Cited>,
}

/// What the dataset says of itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// Title, version, licence, credits.
    pub dataset: DatasetFacts,
    /// The day up to which facts were collected, in words.
    pub as_of: String,
    /// A paragraph on what it holds.
    pub description: String,
    /// Names of the two countries.
    pub countries: [String; 2],
    /// What the reader should know, a paragraph each.
    pub notes: Vec<String>,
}

/// The figures of one tab.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chapter {
    /// Stable id of the tab.
    pub id: String,
    /// Name of the tab.
    pub title: String,
    /// What it shows, in order.
    pub figures: Vec<FigurePart>,
    /// What it does not show: name and reason.
    pub absent: Vec<(String, String)>,
}

/// A figure: a picture with its numbers, or numbers alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigurePart {
    /// Stable id.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Unit, price base, stage, scope.
    pub subtitle: String,
    /// The filter as a sentence; empty if nothing is filtered.
    pub filter: String,
    /// The picture, if it has one.
    pub picture: Option<Drawing>,
    /// What to know.
    pub notes: Vec<String>,
    /// Ids of the sources of what is drawn.
    pub sources: Vec<String>,
    /// Its numbers, in the columns that people read.
    pub table: DataTable,
    /// What is the same in all rows of the table: name and value.
    pub same: Vec<(String, String)>,
}

/// The picture of a figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Drawn.
    Done {
        /// An SVG document of this program.
        svg: String,
        /// The same in words, for people who do not see it.
        alt: String,
    },
    /// Not drawn; the reason in words.
    Failed(String),
}

/// Conflicts of one kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConflictGroup {
    /// What they have in common.
    pub title: String,
    /// When values count as different.
    pub rule: String,
    /// The conflicts, in order.
    pub conflicts: Vec<Conflict>,
}

/// One thing that several sources state differently.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conflict {
    /// Whose number it is: a project, a recorder.
    pub of: String,
    /// Which number: quantity, kind, part, year.
    pub what: String,
    /// What is stated, each with its sources.
    pub values: Vec<StatedValue>,
    /// Largest less smallest, with the unit.
    pub spread: String,
}

/// One of several values for the same thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StatedValue {
    /// The value with its unit.
    pub value: String,
    /// Date, standing, remark; may be empty.
    pub remark: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// A source in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The source.
    pub source: SourceRef,
    /// What kind of source it is, in words.
    pub kind: String,
}

impl Report {
    /// Ids of all sources that the page cites, each once, in the order of the page.
    #[must_use]
    pub fn cited(&self) -> Vec<String> {
        let figures = self.chapters.iter().flat_map(|chapter| &chapter.figures);
        let of_figures = figures.flat_map(|figure| {
            let rows = figure.table.sources();
            figure.sources.iter().cloned().chain(rows)
        });
        let conflicts = self.conflicts.iter().flat_map(|group| &group.conflicts);
        let values = conflicts.flat_map(|conflict| &conflict.values);
        let of_values = values.flat_map(|value| value.sources.iter().cloned());
        let mut seen = BTreeSet::new();
        let all = of_figures.chain(of_values);
        all.filter(|id| seen.insert(id.clone())).collect()
    }

    /// The page.
    #[must_use]
    pub fn html(&self, words: &Words, look: &Look) -> String {
        let numbers = self.sources.iter().map(|cited| cited.source.id.clone());
        let page = Page {
            words,
            numbers: numbers.zip(1..).collect(),
        };
        let mut body = String::new();
        page.masthead(self, &mut body);
        page.contents(self, &mut body);
        body.push_str("<main id=\"main\">\n");
        page.about(self, &mut body);
        for chapter in &self.chapters {
            page.chapter(chapter, &mut body);
        }
        page.conflicts(&self.conflicts, &mut body);
        page.sources(&self.sources, &mut body);
        body.push_str("</main>\n");
        page.foot(&self.about, &mut body);
        let values = [
            ("title", (&self.about.dataset.title).into()),
            ("version", (&self.about.dataset.version).into()),
        ];
        let title = words.with("report-title", &values);
        // Which fonts are needed depends on what is written.
        let head = Page::head(&title, &self.about.description, &look.css(&body));
        let language = super::html::escape_attribute(words.tag());
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n{head}<body>\n{body}</body>\n</html>\n"
        )
    }
}

/// What every part of the page needs.
struct Page<'a> {
    words: &'a Words,
    /// The number of each source.
    numbers: BTreeMap<String, usize>,
}

impl Page<'_> {
    /// Words of the interface, escaped.
    fn t(&self, key: &str) -> String {
        super::html::escape_text(&self.words.t(key))
    }
}
