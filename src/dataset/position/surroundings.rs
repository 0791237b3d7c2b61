//! What stands at and before an offset of a broken text: the open bracket, the field, the words.

use super::MAX_DEPTH;
use super::lexer::{Kind, Lexer, Token};
use std::ops::Range;

/// What stands around a place at which reading stopped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings<'t> {
    /// Offset of the innermost bracket that is open.
    pub open: Option<usize>,
    /// Name of the field whose value is there.
    pub field: Option<&'t str>,
    /// The word, string, bracket or separator before.
    pub before: &'t str,
    /// The one that starts at or right after the offset; empty at the end of the text.
    pub found: &'t str,
    /// Where that one starts.
    pub start: usize,
}

/// An open bracket and the field that was named last in it.
struct Frame<'t> {
    open: usize,
    /// Stands for the value of the field around it: a list, or `Some(`.
    passes: bool,
    field: Option<&'t str>,
}

/// Looks at a text up to an offset.
#[must_use]
pub fn surroundings(text: &str, offset: usize) -> Surroundings<'_> {
    let mut frames: Vec<Frame<'_>> = Vec::new();
    let mut before: Option<Token> = None;
    let mut found = text.len()..text.len();
    for token in Lexer::new(text) {
        if token.start >= offset {
            found = token.start..token.end;
            break;
        }
        let last = before.map_or("", |token| slice(text, token.start..token.end));
        pass(text, token, last, &mut frames);
        before = Some(token);
    }
    let passing = frames.iter().rev().take_while(|frame| frame.passes);
    let holder = frames.iter().rev().nth(passing.count());
    Surroundings {
        open: frames.last().map(|frame| frame.open),
        field: holder.and_then(|frame| frame.field),
        before: before.map_or("", |token| slice(text, token.start..token.end)),
        found: slice(text, found.clone()),
        start: found.start,
    }
}

fn pass<'t>(text: &'t str, token: Token, last: &'t str, frames: &mut Vec<Frame<'t>>) {
    match token.kind {
        Kind::Open if frames.len() < MAX_DEPTH => {
            let is_list = slice(text, token.start..token.end) == "[";
            frames.push(Frame {
                open: token.start,
                passes: is_list || last == "Some",
                field: None,
            });
        }
        Kind::Close => {
            frames.pop();
        }
        Kind::Colon => {
            if let Some(frame) = frames.last_mut() {
                frame.field = Some(last);
            }
        }
        Kind::Comma => {
            if let Some(frame) = frames.last_mut() {
                frame.field = None;
            }
        }
        Kind::Open | Kind::Word | Kind::Text => {}
    }
}

fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
