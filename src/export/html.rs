//! Pieces of HTML: escaped texts, and a table that screen readers can read.

use super::{
    address,
    data::{Cell, Column, ColumnRole, DataTable},
};
use crate::i18n::{Words, decimal, grouped};
use std::collections::BTreeMap;

/// Links to sources that stand in one place openly.
const MOST_LINKS: usize = 12;

/// A text between tags.
#[must_use]
pub fn escape_text(text: &str) -> String {
    escape(text, false)
}

/// A text inside an attribute's quotes.
#[must_use]
pub fn escape_attribute(text: &str) -> String {
    escape(text, true)
}

fn escape(text: &str, quotes: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{22}' if quotes => out.push_str("&quot;"),
            '\u{27}' if quotes => out.push_str("&#39;"),
            // Line breaks and tabs are blanks; other control characters may not stand in HTML.
            '\n' | '\t' | '\r' => out.push(' '),
            c if c.is_control() || is_no_character(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// Codes that Unicode keeps for programs; they may not stand in HTML either.
fn is_no_character(c: char) -> bool {
    let code = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// A link that leads to an address of the web and shows it; any other address as plain text, so
/// that a click never runs or opens anything else.
#[must_use]
pub fn web_link(url: &str) -> String {
    let url = url.trim();
    let has_scheme = |scheme: &str| {
        let start = url.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && url.len() > scheme.len()
    };
    if !has_scheme("https://") && !has_scheme("http://") {
        return escape_text(url);
    }
    let target = escape_attribute(&address(url).replace('[', "%5B").replace(']', "%5D"));
    format!("<a href=\"{target}\">{}</a>", escape_text(url))
}

/// A table with a caption, heads of columns and of rows.
///
/// Numbers are written for people and have the class `number`, what is not known is a dash with
/// the class `missing`, and ids of sources are links to `#source-<id>` that show the number the
/// source has in `numbers`; an id without a number stays an id.
#[must_use]
pub fn table_html(
    words: &Words,
    table: &DataTable,
    caption: &str,
    numbers: &BTreeMap<String, usize>,
) -> String {
    let mut out = format!("<table>\n<caption>{}</caption>\n", escape_text(caption));
    out.push_str("<thead>\n<tr>");
    let of_numbers: Vec<bool> = (0..table.columns.len())
        .map(|position| holds_numbers(table, position))
        .collect();
    for (column, is_number) in table.columns.iter().zip(&of_numbers) {
        out.push_str(&head(column, *is_number));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in table.cells() {
        out.push_str("<tr>");
        for (position, ((column, cell), is_number)) in row.zip(&of_numbers).enumerate() {
            let names_row = matches!(column.role, ColumnRole::Axis | ColumnRole::Series);
            let tag = if position == 0 && names_row {
                "th scope=\"row\""
            } else {
                "td"
            };
            out.push_str(&match cell {
                Cell::Missing => missing(words, tag, *is_number),
                _ => cell_html(words, tag, column, cell, numbers),
            });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// Whether a column has numbers, which stand at the right, and so do its head and its gaps.
fn holds_numbers(table: &DataTable, position: usize) -> bool {
    let is_number =
        |row: &Vec<Cell>| matches!(row.get(position), Some(Cell::Number(_) | Cell::Whole(_)));
    table.rows.iter().any(is_number)
}

fn head(column: &Column, is_number: bool) -> String {
    let class = if is_number { " class=\"number\"" } else { "" };
    let unit = column.unit.as_deref().map_or_else(String::new, |unit| {
        format!(" <span class=\"unit\">{}</span>", escape_text(unit))
    });
    let name = escape_text(&column.name);
    format!("<th scope=\"col\"{class}>{name}{unit}</th>")
}

fn cell_html(
    words: &Words,
    tag: &str,
    column: &Column,
    cell: &Cell,
    numbers: &BTreeMap<String, usize>,
) -> String {
    let end = tag.split(' ').next().unwrap_or_default();
    let (class, text) = match cell {
        Cell::Missing => return missing(words, tag, false),
        Cell::Number(number) if !number.is_finite() => return missing(words, tag, true),
        Cell::Text(text) => ("", escape_text(text)),
        Cell::Number(number) => (" class=\"number\"", for_people(*number)),
        // Years and ranks have no thousands.
        Cell::Whole(number) if column.role == ColumnRole::Axis || holds_years(column) => {
            (" class=\"number\"", number.to_string())
        }
        Cell::Whole(_) => {
            let number = cell.as_number().unwrap_or_default();
            (" class=\"number\"", grouped(number))
        }
        Cell::List(ids) if column.role == ColumnRole::Sources => {
            (" class=\"sources\"", source_links(words, ids, numbers))
        }
        Cell::List(items) => ("", escape_text(&items.join("; "))),
    };
    format!("<{tag}{class}>{text}</{end}>")
}

/// Whether whole numbers are years, by the key: `year_started`.
fn holds_years(column: &Column) -> bool {
    column.key.split('_').any(|word| word == "year")
}

fn missing(words: &Words, tag: &str, is_number: bool) -> String {
    let end = tag.split(' ').next().unwrap_or_default();
    let class = if is_number {
        "missing number"
    } else {
        "missing"
    };
    let said = escape_attribute(&words.t("table-not-known"));
    format!("<{tag} class=\"{class}\" title=\"{said}\">\u{2013}</{end}>")
}

/// The numbers of sources as links to their places in the list; many are folded away.
pub(super) fn source_links(
    words: &Words,
    ids: &[String],
    numbers: &BTreeMap<String, usize>,
) -> String {
    let links: Vec<String> = ids
        .iter()
        .map(|id| source_link(words, id, numbers))
        .collect();
    let links = links.join(" ");
    if ids.len() <= MOST_LINKS {
        return links;
    }
    let summary = words.with("table-sources", &[("count", ids.len().into())]);
    let summary = escape_text(&summary);
    format!("<details><summary>{summary}</summary>{links}</details>")
}

fn source_link(words: &Words, id: &str, numbers: &BTreeMap<String, usize>) -> String {
    let Some(number) = numbers.get(id) else {
        return escape_text(id);
    };
    let shown = number.to_string();
    let said = words.with("table-source", &[("number", (&shown).into())]);
    format!(
        "<a href=\"#source-{}\" aria-label=\"{}\">[{number}]</a>",
        escape_attribute(id),
        escape_attribute(&said)
    )
}

/// Up to two decimals, and for small numbers three significant digits; the exact number is in the
/// data beside the report.
fn for_people(number: f64) -> String {
    let mut places = 2;
    let mut least = 1.0;
    while number != 0.0 && number.abs() < least && places < 12 {
        places += 1;
        least /= 10.0;
    }
    decimal(number, places)
}
