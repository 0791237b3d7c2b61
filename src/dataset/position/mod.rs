//! Finds the place of a value in the text of a file: needed only when there is something to report.
//!
//! The reader (serde) does not keep positions. This scanner walks a text once, without
//! building values, and notes the spans of the wanted ones. It never fails: on text that is
//! not RON it finds fewer places.

pub(super) mod lexer;
mod lines;
mod locate;
mod surroundings;

pub use lines::{LineColumn, Lines};
pub use locate::locate;
pub use surroundings::{Surroundings, surroundings};

use lexer::{Kind, Lexer};
use lines::floor_boundary;
use std::ops::Range;

/// Deepest nesting that is followed; the reader refuses deeper files itself.
const MAX_DEPTH: usize = 256;

/// The innermost struct, list or map that is open at `offset`: from its opening bracket on.
#[must_use]
pub fn enclosing(text: &str, offset: usize) -> Option<Range<usize>> {
    let mut open = Vec::new();
    let mut too_deep = 0_usize;
    for token in Lexer::new(text) {
        if token.start >= offset {
            break;
        }
        match token.kind {
            Kind::Open if open.len() == MAX_DEPTH => too_deep += 1,
            Kind::Close if too_deep > 0 => too_deep -= 1,
            Kind::Open => open.push(token.start),
            Kind::Close => {
                open.pop();
            }
            Kind::Comma | Kind::Colon | Kind::Word | Kind::Text => {}
        }
    }
    open.pop().map(|start| start..offset.min(text.len()))
}

/// Length of the struct, list or map that a text starts with, with its brackets.
pub(super) fn first_value(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for token in Lexer::new(text) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(token.end);
                }
            }
            Kind::Comma | Kind::Colon | Kind::Word | Kind::Text if depth == 0 => return None,
            Kind::Comma | Kind::Colon | Kind::Word | Kind::Text => {}
        }
    }
    None
}
