//! Finds the place of a value in the text of a file: needed only when there is something to report.
//!
//! The reader (serde) does not keep positions. This scanner walks a text once, without
//! building values, and notes the spans of the wanted ones. It never fails: on text that is
//! not RON it finds fewer places.

pub(super) mod lexer;
mod locate;

pub use locate::locate;

use lexer::{Kind, Lexer};
use std::ops::Range;

/// The innermost struct, list or map that is open at `offset`: from its opening bracket on.
#[must_use]
pub fn enclosing(text: &str, offset: usize) -> Option<Range<usize>> {
    let mut open = Vec::new();
    for token in Lexer::new(text) {
        if token.start >= offset {
            break;
        }
        match token.kind {
            Kind::Open => open.push(token.start),
            Kind::Close => {
                open.pop();
            }
            Kind::Comma | Kind::Colon | Kind::Word | Kind::Text => {}
        }
    }
    open.pop().map(|start| start..offset.min(text.len()))
}

/// Line and column of a byte offset, both counted from 1; columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
}

/// The starts of all lines of a text.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(after_breaks.map(|(offset, _)| offset + 1))
            .collect();
        Self { text, starts }
    }

    /// Line and column of a byte offset; one beyond the end counts as the end.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = floor_boundary(self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start(line);
        let before = self.text.get(start..offset).unwrap_or_default();
        LineColumn {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// Byte offset of a line and column, as close as the text has one.
    #[must_use]
    pub fn offset(&self, at: LineColumn) -> usize {
        let start = self.start(at.line);
        let line = self.text.get(start..).unwrap_or_default();
        line.char_indices()
            .nth(at.column.saturating_sub(1))
            .map_or(self.text.len(), |(offset, _)| start + offset)
    }

    /// The text of a line (counted from 1) without its line break, and its byte offset.
    #[must_use]
    pub fn line(&self, line: usize) -> (usize, &'a str) {
        let start = self.start(line);
        let rest = self.text.get(start..).unwrap_or_default();
        (start, rest.lines().next().unwrap_or_default())
    }

    fn start(&self, line: usize) -> usize {
        let last = self.starts.last().copied().unwrap_or(0);
        self.starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(last)
    }
}

/// The closest offset at or before `offset` that does not split a character.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
