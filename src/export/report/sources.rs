//! The numbered list of all sources that a report cites.

use super::{Cited, Page};
use crate::{
    export::html::{escape_attribute, escape_text, web_link},
    i18n::short_date,
};
use std::fmt::Write as _;

impl Page<'_> {
    pub(super) fn sources(&self, sources: &[Cited], out: &mut String) {
        let about = self
            .words
            .with("report-sources-about", &[("count", sources.len().into())]);
        // Writing into a text does not fail.
        let _ = writeln!(
            out,
            "<section class=\"chapter\" id=\"sources\" aria-labelledby=\"sources-title\">\n\
             <h2 id=\"sources-title\">{}</h2>\n<p>{}</p>",
            self.t("report-sources"),
            escape_text(&about)
        );
        if !sources.is_empty() {
            out.push_str("<ol class=\"sources-list\">\n");
            for cited in sources {
                let id = escape_attribute(&cited.source.id);
                let _ = writeln!(out, "<li id=\"source-{id}\">{}</li>", self.source(cited));
            }
            out.push_str("</ol>\n");
        }
        out.push_str("</section>\n");
    }

    /// Title, publisher, date, kind, terms, address.
    fn source(&self, cited: &Cited) -> String {
        let source = &cited.source;
        let date = source.date.map(short_date);
        let date = date.unwrap_or_else(|| self.words.t("cite-undated"));
        let title = source.title.trim();
        let end = if title.ends_with(['.', '?', '!', '…']) {
            ""
        } else {
            "."
        };
        let mut out = format!("<cite>{}</cite>{end}", escape_text(title));
        let facts = [source.publisher.as_deref(), Some(&date), Some(&cited.kind)];
        let facts: Vec<String> = facts.into_iter().flatten().map(escape_text).collect();
        let _ = write!(out, " {}.", facts.join(", "));
        if let Some(licence) = &source.licence {
            let licence = self
                .words
                .with("readme-licence-of", &[("text", licence.into())]);
            let _ = write!(out, " {}", escape_text(&licence));
        }
        if let Some(url) = &source.url {
            let _ = write!(out, " <span class=\"address\">{}</span>", web_link(url));
        }
        out
    }
}
