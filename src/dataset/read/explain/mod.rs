//! Errors of RON in words that a person can act on, with the place to look at.

mod shape;

use super::guard::Trip;
use super::limits::{Limits, MAX_TEXT_BYTES};
use super::{SourceFile, codes};
use crate::dataset::diagnostic::{Code, Diagnostic, Place, Spot, shorten};
use crate::dataset::place::Step;
use crate::dataset::position::{LineColumn, Lines, Surroundings, enclosing, locate, surroundings};
use crate::dataset::schema::TWICE;
use crate::dataset::suggest::did_you_mean;
use ron::Error;
use ron::error::{Position, SpannedError};
use std::ops::Range;

/// What is wrong, in the words of this program.
struct Wording {
    kind: &'static Code,
    message: String,
    hint: Option<String>,
}

/// A finding of what the reader does not understand.
pub(super) fn explain(file: &SourceFile, error: &SpannedError) -> Diagnostic {
    let lines = Lines::new(&file.text);
    let reported = reported(&lines, error);
    let (span, record) = match error.code {
        // Noticed at the end of the struct; people look for its start.
        Error::MissingStructField { .. } => record_at(&file.text, reported),
        _ => (narrowed(&file.text, reported), None),
    };
    let around = surroundings(&file.text, span.start);
    let said = match shape::wording(&error.code, &around, &file.text, &lines) {
        Some(said) => said,
        None => wording(&error.code, &around, record),
    };
    found(file, &lines, &span, said)
}

/// A finding of what the guard refused.
pub(super) fn tripped(
    file: &SourceFile,
    error: &SpannedError,
    trip: &Trip,
    limits: Limits,
) -> Diagnostic {
    let lines = Lines::new(&file.text);
    let span = reported(&lines, error);
    let span = match trip {
        Trip::Memory => span.end..span.end,
        _ => narrowed(&file.text, span),
    };
    let (kind, message, hint) = match trip {
        Trip::LongText(length) => (
            &codes::TOO_LONG,
            format!("a text has {length} bytes; at most {MAX_TEXT_BYTES} are read"),
            "is its closing quote missing?".to_owned(),
        ),
        Trip::Twice(key) => (
            &codes::KEY_TWICE,
            format!("the key `{key}` is there twice"),
            "keep one of them".to_owned(),
        ),
        Trip::Memory | Trip::Stopped => (
            &codes::TOO_MUCH_MEMORY,
            format!(
                "up to here the dataset takes {} MB of memory",
                limits.memory_mb()
            ),
            "is it the right file? `--limit-mb` allows more".to_owned(),
        ),
    };
    let hint = Some(hint);
    found(
        file,
        &lines,
        &span,
        Wording {
            kind,
            message,
            hint,
        },
    )
}

fn reported(lines: &Lines<'_>, error: &SpannedError) -> Range<usize> {
    let offset = |position: Position| {
        lines.offset(LineColumn {
            line: position.line,
            column: position.col,
        })
    };
    offset(error.span.start)..offset(error.span.end)
}

fn found(file: &SourceFile, lines: &Lines<'_>, span: &Range<usize>, said: Wording) -> Diagnostic {
    Diagnostic {
        kind: said.kind,
        message: shorten(said.message),
        place: Some(Place {
            file: file.shown.clone(),
            spot: Some(Spot::new(lines, span)),
        }),
        hint: said.hint.map(shorten),
    }
}

/// The `id` of the struct that ends at a span and its text, else the struct's opening bracket.
fn record_at(text: &str, end: Range<usize>) -> (Range<usize>, Option<&str>) {
    let Some(open) = enclosing(text, end.end) else {
        return (end, None);
    };
    let record = text.get(open.clone()).unwrap_or_default();
    let id = locate(record, &[vec![Step::Field("id")]]).pop().flatten();
    let Some(id) = id else {
        return (open, None);
    };
    let span = open.start + id.start..open.start + id.end;
    let words = text.get(span.clone()).map(|id| id.trim_matches('"'));
    (span, words)
}

/// The span without the white space around it.
fn narrowed(text: &str, span: Range<usize>) -> Range<usize> {
    let Some(inside) = text.get(span.clone()) else {
        return span;
    };
    let start = span.start + (inside.len() - inside.trim_start().len());
    let end = span.start + inside.trim_end().len();
    start..end.max(start)
}

/// Errors of what is said rather than how it is written.
fn wording(error: &Error, around: &Surroundings<'_>, record: Option<&str>) -> Wording {
    let (kind, message, hint) = match error {
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => (
            &codes::UNKNOWN_FIELD,
            format!("{} has no field `{found}`", owner(outer.as_deref())),
            Some(match did_you_mean(found, expected.iter().copied()) {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("its fields are: {}", expected.join(", ")),
            }),
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => (
            &codes::UNKNOWN_VARIANT,
            format!("{} cannot be `{found}`", name_of(around)),
            Some(allowed(found, expected)),
        ),
        Error::MissingStructField { field, outer } => {
            let record = record.map_or_else(String::new, |id| format!(" with the id `{id}`"));
            (
                &codes::MISSING_FIELD,
                format!(
                    "{}{record} lacks the field `{field}`",
                    owner(outer.as_deref())
                ),
                None,
            )
        }
        Error::DuplicateStructField { field, outer } => (
            &codes::FIELD_TWICE,
            format!("{} has the field `{field}` twice", owner(outer.as_deref())),
            Some("keep one of them".to_owned()),
        ),
        Error::Message(message) if message.starts_with(TWICE) => (
            &codes::YEAR_TWICE,
            message.clone(),
            Some("keep one of them, or make a second series".to_owned()),
        ),
        Error::Message(message) => {
            let no_day = message.starts_with("there is no day");
            let hint = no_day.then(|| "write a day that exists, or the month alone".to_owned());
            (&codes::WRONG_TYPE, message.clone(), hint)
        }
        Error::InvalidValueForType { expected, found } => (
            &codes::WRONG_TYPE,
            format!("expected {expected}, found {found}"),
            None,
        ),
        other => (&codes::SYNTAX, lower_first(&other.to_string()), None),
    };
    Wording {
        kind,
        message,
        hint,
    }
}

/// The field whose value is there, as a message starts.
fn name_of(around: &Surroundings<'_>) -> String {
    let field = around.field;
    field.map_or_else(|| "this".to_owned(), |field| format!("`{field}`"))
}

fn owner(outer: Option<&str>) -> String {
    outer.map_or_else(|| "this struct".to_owned(), |name| format!("`{name}`"))
}

/// The word that was probably meant, and all that are allowed.
fn allowed(found: &str, expected: &[&str]) -> String {
    let all = expected.join(", ");
    match did_you_mean(found, expected.iter().copied()) {
        Some(close) => format!("did you mean `{close}`? it is one of: {all}"),
        None => format!("it is one of: {all}"),
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}
