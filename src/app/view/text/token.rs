//! The words of the language: tokens between blanks, values between commas, quotes around either.
//!
//! Not here: what a token means ([`super::parts`]).

use super::problem::{Expected, Reason};

/// One value of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Without quotes and escapes.
    pub text: String,
    /// Whether a part of it stood in quotes.
    pub quoted: bool,
}

/// What stands between two blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Where in the text it begins.
    pub at: usize,
    /// As it was written.
    pub written: &'a str,
    /// Whether it begins with a minus: its values are excluded.
    pub excluded: bool,
    /// What stands before the colon, if there is one.
    pub key: Option<&'a str>,
    /// The values.
    pub items: Vec<Item>,
    /// Whether a quote is not closed.
    pub open: bool,
}

impl<'a> Token<'a> {
    fn of(at: usize, written: &'a str, quotes: bool) -> Self {
        let rest = written.strip_prefix('-').unwrap_or(written);
        let excluded = rest.len() < written.len();
        let head = rest.split([',', '"']).next().unwrap_or_default();
        let (key, values) = match head.find(':').map(|at| rest.split_at(at)) {
            Some((key, values)) => (Some(key), values.strip_prefix(':').unwrap_or(values)),
            None => (None, rest),
        };
        Self {
            at,
            written,
            excluded,
            key,
            items: if quotes { items(values) } else { Vec::new() },
            open: !quotes && written.contains('"'),
        }
    }

    /// The values, if each of them says something.
    pub fn values(&self) -> Result<&[Item], Reason> {
        let empty = |item: &Item| item.text.is_empty() && !item.quoted;
        if self.items.iter().any(empty) {
            return Err(Reason::Malformed(Expected::Value));
        }
        Ok(&self.items)
    }

    /// The value, if there is exactly one.
    pub fn value(&self) -> Result<&str, Reason> {
        match self.values()? {
            [item] => Ok(&item.text),
            _ => Err(Reason::Malformed(Expected::OneValue)),
        }
    }

    /// Everything after the colon as one text: commas are part of it.
    pub fn whole(&self) -> String {
        let items: Vec<&str> = self.items.iter().map(|item| item.text.as_str()).collect();
        items.join(",")
    }
}

/// The tokens of a text.
///
/// A quote that nobody closes is a fault of its own token alone: that token ends at the next blank, and
/// quotes after it mean nothing.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    let mut quotes = true;
    while !rest.is_empty() {
        let closed = if quotes { end(rest) } else { None };
        quotes = closed.is_some();
        let at = closed.or_else(|| rest.find(char::is_whitespace));
        let (written, behind) = rest.split_at(at.unwrap_or(rest.len()));
        // Without a quote of its own the token is as good as before the fault.
        let begin = text.len() - rest.len();
        let quotes_hold = quotes || !written.contains('"');
        tokens.push(Token::of(begin, written, quotes_hold));
        rest = behind.trim_start();
    }
    tokens
}

/// Where the first token ends; nothing if a quote is open at the end of the text.
fn end(text: &str) -> Option<usize> {
    let (mut inside, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            c if c.is_whitespace() && !inside => return Some(at),
            _ => {}
        }
    }
    (!inside).then_some(text.len())
}

fn items(values: &str) -> Vec<Item> {
    let (mut items, mut text) = (Vec::new(), String::new());
    let (mut inside, mut quoted) = (false, false);
    let mut chars = values.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                inside = !inside;
                quoted = true;
            }
            '\\' if inside => text.extend(chars.next().map(unescaped)),
            ',' if !inside => {
                let text = std::mem::take(&mut text);
                items.push(Item { text, quoted });
                quoted = false;
            }
            c => text.push(c),
        }
    }
    items.push(Item { text, quoted });
    items
}

fn unescaped(c: char) -> char {
    match c {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        c => c,
    }
}

/// A value as it is written: in quotes where it would be read as something else without them.
pub(super) fn quoted(value: &str) -> String {
    let special = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | ':' | '\\');
    if value.is_empty() || value.contains(special) {
        in_quotes(value)
    } else {
        value.to_owned()
    }
}

/// A value in quotes. Line breaks are escaped, so that a view stays one line.
pub(super) fn in_quotes(value: &str) -> String {
    let mut written = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// Several values as they are written.
pub(super) fn list<'a>(values: impl IntoIterator<Item = &'a String>) -> String {
    let written: Vec<String> = values.into_iter().map(|value| quoted(value)).collect();
    written.join(",")
}
