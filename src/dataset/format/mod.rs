//! Writes a dataset file in the usual way: same words, same comments, tidy layout.
//!
//! One record is one bracket: what is written in one line stays so as long as it fits, and what is
//! open stays open, with one element a line. Lists of records are always open; the years of an open
//! map fill their lines. Nothing else is decided by how the file looked before, so writing a file
//! again changes nothing. Not here: reading and writing files.

mod layout;
mod tree;

use super::position::lexer::{Kind, Lexer};
use super::read::ron_options;
use super::schema::Dataset;

/// Why a file keeps the layout it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not a file of a dataset; reading it says what is wrong.
    Unreadable,
    /// Its layout cannot be changed without changing what it says.
    WouldChange,
}

/// A file of a dataset in the usual layout.
///
/// # Errors
/// If the text is not a file of a dataset, or would say something else afterwards.
pub fn format(text: &str) -> Result<String, Refusal> {
    let options = ron_options();
    let before: Dataset = options.from_str(text).map_err(|_| Refusal::Unreadable)?;
    let file = tree::read(text).ok_or(Refusal::WouldChange)?;
    let formatted = layout::write(&file);
    // Believing the layout would be cheaper, but a dataset is worth more than a moment.
    let after: Option<Dataset> = options.from_str(&formatted).ok();
    // A number that is none differs from itself, but not from its name.
    let equal = |after: &Dataset| *after == before || format!("{after:?}") == format!("{before:?}");
    let same = after.as_ref().is_some_and(equal) && essence(text) == essence(&formatted);
    same.then_some(formatted).ok_or(Refusal::WouldChange)
}

/// Everything in a text that layout must leave alone: its tokens but commas, and its comments.
fn essence(text: &str) -> (Vec<&str>, Vec<&str>) {
    let tokens: Vec<_> = Lexer::new(text).collect();
    let words = tokens
        .iter()
        .filter(|token| token.kind != Kind::Comma)
        .filter_map(|token| text.get(token.start..token.end));
    let starts = tokens.iter().map(|token| token.start);
    let ends = tokens.iter().map(|token| token.end);
    let gaps = std::iter::once(0)
        .chain(ends)
        .zip(starts.chain([text.len()]));
    let comments =
        gaps.flat_map(|(from, to)| tree::comments(text.get(from..to).unwrap_or_default()));
    (words.collect(), comments.collect())
}
