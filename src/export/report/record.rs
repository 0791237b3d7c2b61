//! The page of one record, made for paper: what it says in the order of the window, its sources by number, and
//! which dataset it stands in.

use super::{About, Cited, Drawing, Look, Page, inline::inline_svg};
use crate::{
    export::html::{escape_attribute, escape_text, source_links},
    i18n::Words,
};
use std::fmt::Write as _;

/// Rules for the page of a record, after those of all pages.
const RULES: &str = include_str!("record.css");

/// All that the page says, in the language of the words it is built with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecordPage {
    /// What the dataset says of itself.
    pub about: About,
    /// Name of the record.
    pub name: String,
    /// Its names in other languages.
    pub other_names: Vec<String>,
    /// Sector and regions.
    pub kind: String,
    /// What it is; may be empty.
    pub description: String,
    /// Everything else in order.
    pub parts: Vec<RecordPart>,
    /// The sources in the order of their numbers.
    pub sources: Vec<Cited>,
    /// The view that shows the record, as text.
    pub view: String,
    /// How to cite the dataset, in words.
    pub citation: String,
}

/// One section of the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecordPart {
    /// Its title.
    pub title: String,
    /// What it says.
    pub statements: Vec<Statement>,
    /// What the reader should know of them.
    pub remarks: Vec<String>,
    /// A picture below.
    pub picture: Option<Drawing>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statement {
    /// What it is about, where it stands in a column of its own.
    pub name: Option<String>,
    /// The statement.
    pub text: String,
    /// How it stands out.
    pub weight: Weight,
    /// A mark beside it.
    pub mark: Option<String>,
    /// What kind of statement it is, and of when; may be empty.
    pub details: String,
    /// What the reader should know.
    pub notes: Vec<String>,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// How a statement stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Not at all.
    #[default]
    Plain,
    /// It is what counts.
    Strong,
    /// It stands back.
    Muted,
    /// It warns.
    Warning,
}

impl RecordPage {
    /// The page. The same record gives the same bytes.
    #[must_use]
    pub fn html(&self, words: &Words, look: &Look) -> String {
        let numbers = self.sources.iter().map(|cited| cited.source.id.clone());
        let page = Page {
            words,
            numbers: numbers.zip(1..).collect(),
        };
        let mut body = String::new();
        self.head(&mut body);
        body.push_str("<main id=\"main\">\n");
        for (part, number) in self.parts.iter().zip(1_usize..) {
            page.part(part, number, &mut body);
        }
        page.sources(&self.sources, &mut body);
        self.foot(&page, &mut body);
        body.push_str("</main>\n");
        page.foot(&self.about, &mut body);
        let dataset = &self.about.dataset;
        let values = [
            ("name", (&self.name).into()),
            ("title", (&dataset.title).into()),
            ("version", (&dataset.version).into()),
        ];
        let title = words.with("record-page", &values);
        let css = format!("{}{RULES}", look.css(&body));
        let head = Page::head(&title, &self.description, &css);
        let language = escape_attribute(words.tag());
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n{head}<body class=\"record\">\n{body}</body>\n</html>\n"
        )
    }

    fn head(&self, out: &mut String) {
        // Writing into a text does not fail.
        let _ = writeln!(out, "<header>\n<h1>{}</h1>", escape_text(&self.name));
        if !self.other_names.is_empty() {
            out.push_str("<ul class=\"names\">\n");
            for name in &self.other_names {
                let _ = writeln!(out, "<li>{}</li>", escape_text(name));
            }
            out.push_str("</ul>\n");
        }
        for (class, text) in [("subtitle", &self.kind), ("description", &self.description)] {
            if !text.is_empty() {
                let _ = writeln!(out, "<p class=\"{class}\">{}</p>", escape_text(text));
            }
        }
        out.push_str("</header>\n");
    }

    /// Which dataset it stands in, under which terms, and how to see and cite it.
    fn foot(&self, page: &Page<'_>, out: &mut String) {
        let _ = writeln!(
            out,
            "<section id=\"dataset\" aria-labelledby=\"dataset-title\">\n\
             <h2 id=\"dataset-title\">{}</h2>",
            page.t("record-page-dataset")
        );
        page.facts(&self.about, out);
        let _ = writeln!(out, "<p>{}</p>", page.t("record-page-missing"));
        page.again(&self.view, &self.citation, out);
        page.licence(&self.about, out);
        out.push_str("</section>\n");
    }
}

impl Page<'_> {
    fn part(&self, part: &RecordPart, number: usize, out: &mut String) {
        let title = escape_text(&part.title);
        // A picture stands on the page of what is said of it.
        let class = if part.picture.is_some() {
            " class=\"keep\""
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "<section{class} aria-labelledby=\"part-{number}\">\n<h2 id=\"part-{number}\">{title}</h2>"
        );
        if !part.statements.is_empty() {
            out.push_str("<ul class=\"statements\">\n");
            for statement in &part.statements {
                self.statement(statement, out);
            }
            out.push_str("</ul>\n");
        }
        for remark in &part.remarks {
            let _ = writeln!(out, "<p class=\"remark\">{}</p>", escape_text(remark));
        }
        match &part.picture {
            Some(Drawing::Done { svg, alt }) => {
                let svg = inline_svg(svg, &format!("part-{number}"), &part.title, alt);
                let _ = writeln!(out, "<figure class=\"place\">{svg}</figure>");
            }
            Some(Drawing::Failed(reason)) => {
                let values = [("reason", reason.into())];
                let words = self.words.with("report-no-picture", &values);
                let _ = writeln!(out, "<p class=\"warning\">{}</p>", escape_text(&words));
            }
            None => {}
        }
        out.push_str("</section>\n");
    }

    fn statement(&self, statement: &Statement, out: &mut String) {
        out.push_str(match statement.weight {
            Weight::Warning => "<li class=\"warns\">",
            _ => "<li>",
        });
        if let Some(name) = &statement.name {
            let _ = write!(out, "<div class=\"name\">{}</div>", escape_text(name));
        }
        let text = escape_text(&statement.text);
        let (class, text) = match statement.weight {
            Weight::Plain => ("said", text),
            Weight::Strong => ("said", format!("<strong>{text}</strong>")),
            Weight::Muted => ("said muted", text),
            Weight::Warning => ("said warning", text),
        };
        let _ = write!(
            out,
            "<div class=\"{class}\"><span class=\"text\">{text}</span>"
        );
        if let Some(mark) = &statement.mark {
            let _ = write!(out, " <span class=\"mark\">{}</span>", escape_text(mark));
        }
        if !statement.details.is_empty() {
            let details = escape_text(&statement.details);
            let _ = write!(out, " <span class=\"details\">{details}</span>");
        }
        if !statement.sources.is_empty() {
            let links = source_links(self.words, &statement.sources, &self.numbers);
            let _ = write!(out, " <span class=\"sources\">{links}</span>");
        }
        for note in &statement.notes {
            let _ = write!(out, "<p class=\"note\">{}</p>", escape_text(note));
        }
        out.push_str("</div></li>\n");
    }
}
