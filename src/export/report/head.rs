//! What stands around the chapters: the document's head, title, contents, what the report is about.

use super::{About, Page, Report};
use crate::export::html::{escape_attribute, escape_text, web_link};
use std::fmt::Write as _;

/// What a browser may do with the page: nothing but show what is in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; \
                      base-uri 'none'; form-action 'none'";

impl Page<'_> {
    /// `title` and `description` are not escaped yet.
    pub(super) fn head(title: &str, description: &str, css: &str) -> String {
        let title = escape_text(title);
        let mut out = format!(
            "<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"generator\" content=\"Belt Explorer {}\">\n<title>{title}</title>\n",
            env!("CARGO_PKG_VERSION")
        );
        if !description.is_empty() {
            let description = escape_attribute(description);
            let _ = writeln!(out, "<meta name=\"description\" content=\"{description}\">");
        }
        // Writing into a text does not fail.
        let _ = write!(out, "<style>\n{css}</style>\n</head>\n");
        out
    }

    /// The way past the contents, the title and what the dataset is.
    pub(super) fn masthead(&self, report: &Report, out: &mut String) {
        let about = &report.about;
        let _ = writeln!(
            out,
            "<a class=\"skip\" href=\"#main\">{}</a>\n<header>\n<h1>{}</h1>",
            self.t("report-skip"),
            escape_text(&about.dataset.title)
        );
        let [home, partner] = &about.countries;
        let values = [
            ("home", home.into()),
            ("partner", partner.into()),
            ("version", (&about.dataset.version).into()),
            ("date", (&about.as_of).into()),
        ];
        let line = self.words.with("report-subtitle", &values);
        let _ = writeln!(out, "<p class=\"subtitle\">{}</p>", escape_text(&line));
        if !about.description.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", escape_text(&about.description));
        }
        out.push_str("</header>\n");
    }

    pub(super) fn contents(&self, report: &Report, out: &mut String) {
        let title = self.t("report-contents");
        let _ = writeln!(
            out,
            "<nav aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">{title}</h2>\n<ol>"
        );
        let _ = writeln!(
            out,
            "<li><a href=\"#about\">{}</a></li>",
            self.t("report-about")
        );
        for chapter in &report.chapters {
            let (id, title) = (escape_attribute(&chapter.id), escape_text(&chapter.title));
            let _ = write!(out, "<li><a href=\"#tab-{id}\">{title}</a>");
            if !chapter.figures.is_empty() {
                out.push_str("\n<ol>\n");
                for figure in &chapter.figures {
                    let (id, title) = (escape_attribute(&figure.id), escape_text(&figure.title));
                    let _ = writeln!(out, "<li><a href=\"#figure-{id}\">{title}</a></li>");
                }
                out.push_str("</ol>\n");
            }
            out.push_str("</li>\n");
        }
        for (id, key) in [
            ("conflicts", "report-conflicts"),
            ("sources", "report-sources"),
        ] {
            let _ = writeln!(out, "<li><a href=\"#{id}\">{}</a></li>", self.t(key));
        }
        out.push_str("</ol>\n</nav>\n");
    }

    /// How to read the report, how to make and cite it, and whose it is.
    pub(super) fn about(&self, report: &Report, out: &mut String) {
        let _ = writeln!(
            out,
            "<section class=\"chapter\" id=\"about\" aria-labelledby=\"about-title\">\n\
             <h2 id=\"about-title\">{}</h2>",
            self.t("report-about")
        );
        self.facts(&report.about, out);
        let _ = writeln!(out, "<h3>{}</h3>\n<ul>", self.t("readme-conventions"));
        for key in [
            "report-missing",
            "report-kinds",
            "report-stages",
            "report-recorders",
            "report-rounded",
            "report-numbered",
        ] {
            let _ = writeln!(out, "<li>{}</li>", self.t(key));
        }
        out.push_str("</ul>\n");
        if !report.about.notes.is_empty() {
            let _ = writeln!(
                out,
                "<details>\n<summary>{}</summary>\n<ul>",
                self.t("report-notes")
            );
            for note in &report.about.notes {
                let _ = writeln!(out, "<li>{}</li>", escape_text(note));
            }
            out.push_str("</ul>\n</details>\n");
        }
        self.again(&report.view, &report.citation, out);
        self.licence(&report.about, out);
        out.push_str("</section>\n");
    }

    /// How to see the same again, and how to cite it.
    pub(super) fn again(&self, view: &str, citation: &str, out: &mut String) {
        for (title, how, text) in [
            ("readme-again", "readme-again-how", view),
            ("readme-citation", "report-citation-how", citation),
        ] {
            let _ = writeln!(
                out,
                "<h3>{}</h3>\n<p>{}</p>\n<pre><code>{}</code></pre>",
                self.t(title),
                self.t(how),
                escape_text(text.trim())
            );
        }
    }

    pub(super) fn facts(&self, about: &About, out: &mut String) {
        let dataset = &about.dataset;
        let countries = about.countries.join(" – ");
        let facts = [
            ("readme-dataset-title", Some(&dataset.title)),
            ("report-countries", Some(&countries)),
            ("readme-dataset-id", Some(&dataset.id)),
            ("readme-dataset-version", Some(&dataset.version)),
            ("readme-dataset-as-of", Some(&about.as_of)),
            ("readme-dataset-checksum", dataset.checksum.as_ref()),
        ];
        out.push_str("<dl>\n");
        for (key, fact) in facts {
            if let Some(fact) = fact {
                let _ = writeln!(
                    out,
                    "<div><dt>{}</dt><dd>{}</dd></div>",
                    self.t(key),
                    escape_text(fact)
                );
            }
        }
        out.push_str("</dl>\n");
    }

    pub(super) fn licence(&self, about: &About, out: &mut String) {
        let dataset = &about.dataset;
        let unknown = self.words.t("readme-licence-unknown");
        let licence = escape_text(dataset.licence.as_ref().unwrap_or(&unknown));
        let _ = writeln!(
            out,
            "<h3 id=\"licence\">{}</h3>\n<p>{licence}</p>",
            self.t("readme-licence")
        );
        if dataset.credits.is_empty() {
            return;
        }
        out.push_str("<ul class=\"credits\">\n");
        for credit in &dataset.credits {
            let (to, text) = (escape_text(&credit.to), escape_text(&credit.text));
            let url = credit.url.as_deref().map(web_link).unwrap_or_default();
            let _ = writeln!(
                out,
                "<li>{to}: {text} <span class=\"address\">{url}</span></li>"
            );
        }
        out.push_str("</ul>\n");
    }

    pub(super) fn foot(&self, about: &About, out: &mut String) {
        let values = [
            ("program", env!("CARGO_PKG_VERSION").into()),
            ("title", (&about.dataset.title).into()),
            ("version", (&about.dataset.version).into()),
        ];
        let made = escape_text(&self.words.with("report-made", &values));
        let _ = writeln!(out, "<footer>\n<p>{made}</p>\n</footer>");
    }
}
