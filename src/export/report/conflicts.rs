//! Where sources differ: every stated value beside the others, with its sources.

use super::{Conflict, ConflictGroup, Page, figure::scrolled};
use crate::export::html::{escape_text, source_links};
use std::fmt::Write as _;

impl Page<'_> {
    pub(super) fn conflicts(&self, groups: &[ConflictGroup], out: &mut String) {
        // Writing into a text does not fail.
        let _ = writeln!(
            out,
            "<section class=\"chapter\" id=\"conflicts\" aria-labelledby=\"conflicts-title\">\n\
             <h2 id=\"conflicts-title\">{}</h2>\n<p>{}</p>",
            self.t("report-conflicts"),
            self.t("report-conflicts-about")
        );
        if groups.iter().all(|group| group.conflicts.is_empty()) {
            let _ = writeln!(out, "<p>{}</p>", self.t("report-conflicts-none"));
        }
        let some = groups.iter().filter(|group| !group.conflicts.is_empty());
        for group in some {
            let _ = writeln!(
                out,
                "<h3>{}</h3>\n<p class=\"muted\">{}</p>",
                escape_text(&group.title),
                escape_text(&group.rule)
            );
            scrolled(&group.title, &self.conflict_table(group), out);
        }
        out.push_str("</section>\n");
    }

    fn conflict_table(&self, group: &ConflictGroup) -> String {
        let values = [
            ("title", (&group.title).into()),
            ("count", group.conflicts.len().into()),
        ];
        let caption = self.words.with("report-conflicts-caption", &values);
        let mut out = format!(
            "<table class=\"conflicts\">\n<caption>{}</caption>\n",
            escape_text(&caption)
        );
        out.push_str("<thead>\n<tr>");
        for key in [
            "report-conflict-of",
            "report-conflict-value",
            "report-conflict-remark",
            "report-conflict-sources",
            "report-conflict-spread",
        ] {
            let _ = write!(out, "<th scope=\"col\">{}</th>", self.t(key));
        }
        out.push_str("</tr>\n</thead>\n");
        for conflict in group.conflicts.iter().filter(|one| !one.values.is_empty()) {
            self.conflict_rows(conflict, &mut out);
        }
        out.push_str("</table>\n");
        out
    }

    /// One conflict: a group of rows under one head.
    fn conflict_rows(&self, conflict: &Conflict, out: &mut String) {
        let rows = conflict.values.len();
        out.push_str("<tbody>\n");
        for (position, stated) in conflict.values.iter().enumerate() {
            out.push_str("<tr>");
            if position == 0 {
                let _ = write!(
                    out,
                    "<th scope=\"rowgroup\" rowspan=\"{rows}\">{} <span class=\"unit\">{}</span></th>",
                    escape_text(&conflict.of),
                    escape_text(&conflict.what)
                );
            }
            let _ = write!(
                out,
                "<td>{}</td><td>{}</td><td class=\"sources\">{}</td>",
                escape_text(&stated.value),
                escape_text(&stated.remark),
                source_links(self.words, &stated.sources, &self.numbers)
            );
            if position == 0 {
                let spread = escape_text(&conflict.spread);
                let _ = write!(out, "<td class=\"number\" rowspan=\"{rows}\">{spread}</td>");
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n");
    }
}
