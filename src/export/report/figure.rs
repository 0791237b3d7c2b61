//! A chapter of a report: its figures, each with words, picture, notes, sources and numbers.

use super::{Chapter, Drawing, FigurePart, Page, inline::inline_svg};
use crate::export::html::{escape_attribute, escape_text, source_links, table_html};
use std::fmt::Write as _;

/// Rows of a table that stands openly.
const OPEN_ROWS: usize = 40;

impl Page<'_> {
    pub(super) fn chapter(&self, chapter: &Chapter, out: &mut String) {
        let id = escape_attribute(&chapter.id);
        let title = escape_text(&chapter.title);
        // Writing into a text does not fail.
        let _ = writeln!(
            out,
            "<section class=\"chapter\" id=\"tab-{id}\" aria-labelledby=\"tab-{id}-title\">\n\
             <h2 id=\"tab-{id}-title\">{title}</h2>"
        );
        for figure in &chapter.figures {
            self.figure(figure, out);
        }
        if !chapter.absent.is_empty() {
            let _ = writeln!(
                out,
                "<p class=\"muted\">{}</p>\n<ul class=\"muted\">",
                self.t("report-absent")
            );
            for (name, reason) in &chapter.absent {
                let (name, reason) = (escape_text(name), escape_text(reason));
                let _ = writeln!(out, "<li>{name}: {reason}</li>");
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</section>\n");
    }

    fn figure(&self, figure: &FigurePart, out: &mut String) {
        let id = escape_attribute(&figure.id);
        let title = escape_text(&figure.title);
        let _ = writeln!(
            out,
            "<section class=\"figure\" id=\"figure-{id}\" aria-labelledby=\"figure-{id}-title\">\n\
             <h3 id=\"figure-{id}-title\">{title}</h3>"
        );
        if !figure.subtitle.is_empty() {
            let _ = writeln!(
                out,
                "<p class=\"subtitle\">{}</p>",
                escape_text(&figure.subtitle)
            );
        }
        if !figure.filter.is_empty() {
            let filter = [("filter", (&figure.filter).into())];
            let filter = self.words.with("figure-filter", &filter);
            let _ = writeln!(out, "<p class=\"filter\">{}</p>", escape_text(&filter));
        }
        let words = self.figure_words(figure);
        match &figure.picture {
            Some(Drawing::Done { svg, alt }) => {
                let svg = inline_svg(svg, &id, &figure.title, alt);
                let caption = match words.as_str() {
                    "" => String::new(),
                    words => format!("<figcaption>\n{words}</figcaption>\n"),
                };
                let _ = writeln!(out, "<figure>\n{svg}{caption}</figure>");
            }
            Some(Drawing::Failed(reason)) => {
                let values = [("reason", reason.into())];
                let failed = self.words.with("report-no-picture", &values);
                let _ = writeln!(
                    out,
                    "<p class=\"warning\">{}</p>\n{words}",
                    escape_text(&failed)
                );
            }
            None => out.push_str(&words),
        }
        self.numbers(figure, out);
        out.push_str("</section>\n");
    }

    /// Notes and sources.
    fn figure_words(&self, figure: &FigurePart) -> String {
        let mut out = String::new();
        if !figure.notes.is_empty() {
            out.push_str("<ul class=\"notes\">\n");
            for note in &figure.notes {
                let _ = writeln!(out, "<li>{}</li>", escape_text(note));
            }
            out.push_str("</ul>\n");
        }
        if !figure.sources.is_empty() {
            let links = source_links(self.words, &figure.sources, &self.numbers);
            let _ = writeln!(
                out,
                "<div class=\"sources\">{} {links}</div>",
                self.t("report-sources-of")
            );
        }
        out
    }

    /// The table: openly if it is short, else folded away.
    fn numbers(&self, figure: &FigurePart, out: &mut String) {
        let rows = figure.table.rows.len();
        if rows == 0 {
            return;
        }
        let values = [("title", (&figure.title).into()), ("count", rows.into())];
        let caption = match figure.picture {
            Some(_) => self.words.with("report-table", &values),
            None => figure.title.clone(),
        };
        if rows > OPEN_ROWS {
            let summary = escape_text(&self.words.with("report-numbers", &values));
            let _ = writeln!(
                out,
                "<details class=\"table\">\n<summary>{summary}</summary>"
            );
        }
        if !figure.same.is_empty() {
            let same = figure.same.iter();
            let same: Vec<String> = same
                .map(|(name, value)| format!("{name}: {value}"))
                .collect();
            let same = self
                .words
                .with("report-same", &[("values", (&same.join("; ")).into())]);
            let _ = writeln!(out, "<p class=\"muted\">{}</p>", escape_text(&same));
        }
        let table = table_html(self.words, &figure.table, &caption, &self.numbers);
        scrolled(&caption, &table, out);
        if rows > OPEN_ROWS {
            out.push_str("</details>\n");
        }
    }
}

/// What may be wider than the page scrolls by itself, with the keyboard too.
pub(super) fn scrolled(name: &str, content: &str, out: &mut String) {
    let name = escape_attribute(name);
    let _ = writeln!(
        out,
        "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{name}\">\n{content}</section>"
    );
}
