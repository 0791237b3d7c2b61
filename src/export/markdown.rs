//! Texts as Markdown (`CommonMark`, with tables).

/// A text in which no character has a meaning of its own to Markdown, on one line. What cannot be
/// misread stays as it is, so that it reads well unrendered too.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = super::one_line(text);
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.clone().next().unwrap_or(' ');
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '$' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '#' => !before.is_alphanumeric(),
            '&' => after == '#' || after.is_alphanumeric(),
            '>' | '-' | '+' | '=' => out.is_empty(),
            // A number, a dot and a blank at the start make a list.
            '.' | ')' if after == ' ' => out.chars().all(|c| c.is_ascii_digit()) && !out.is_empty(),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// A text as it is, in a fence longer than any inside.
#[must_use]
pub fn fenced(text: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(3.max(longest + 1));
    format!("{fence}text\n{}\n{fence}\n", text.trim_end())
}

/// An address that leads there when clicked.
#[must_use]
pub fn link(url: &str) -> String {
    format!("<{}>", super::address(url))
}

/// A table: its head, then its rows, all escaped.
#[must_use]
pub fn table(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = line(head);
    out.extend(["|", &" --- |".repeat(head.len()), "\n"]);
    for row in rows {
        out.push_str(&line(&row));
    }
    out
}
