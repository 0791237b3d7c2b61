//! RON text to the types of the file format, with errors people can act on.

use super::{SourceFile, Stage, Stopped, Watch, bytes, codes, tell};
use crate::dataset::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::dataset::place::Step;
use crate::dataset::position::{LineColumn, Lines, enclosing, locate};
use crate::dataset::schema::{Dataset, TWICE};
use crate::dataset::suggest::did_you_mean;
use ron::Error;
use ron::error::{Position, SpannedError};
use ron::extensions::Extensions;
use std::ops::Range;

/// How dataset files are read and written: optional values stand without `Some`.
#[must_use]
pub fn ron_options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// Parses all files; the errors come beside those that could be parsed.
pub(super) fn parse_all(
    files: &[SourceFile],
    watch: &mut Watch<'_>,
) -> Result<(Vec<Dataset>, Vec<Diagnostic>), Stopped> {
    let total = files.iter().map(|file| bytes(file.text.len())).sum();
    let mut done = 0;
    let mut parsed = Vec::with_capacity(files.len());
    let mut errors = Vec::new();
    for file in files {
        tell(watch, Stage::Parsing, done, total)?;
        match parse(file) {
            Ok(data) => parsed.push(data),
            Err(diagnostic) => errors.push(*diagnostic),
        }
        done += bytes(file.text.len());
    }
    tell(watch, Stage::Parsing, done, total)?;
    Ok((parsed, errors))
}

/// Parses one file.
pub(super) fn parse(file: &SourceFile) -> Result<Dataset, Box<Diagnostic>> {
    let parsed = ron_options().from_str(&file.text);
    parsed.map_err(|error| Box::new(explain(file, &error)))
}

/// What is wrong, in the words of this program.
struct Wording {
    kind: &'static Code,
    message: String,
    hint: Option<String>,
}

fn explain(file: &SourceFile, error: &SpannedError) -> Diagnostic {
    let lines = Lines::new(&file.text);
    let offset = |position: Position| {
        lines.offset(LineColumn {
            line: position.line,
            column: position.col,
        })
    };
    let reported = offset(error.span.start)..offset(error.span.end);
    let span = match error.code {
        // Noticed at the end of the struct; people look for its start.
        Error::MissingStructField { .. } => record_at(&file.text, reported),
        _ => narrowed(&file.text, reported),
    };
    let Wording {
        kind,
        message,
        hint,
    } = wording(&error.code);
    Diagnostic {
        kind,
        message,
        place: Some(Place {
            file: file.shown.clone(),
            spot: Some(Spot::new(&lines, &span)),
        }),
        hint,
    }
}

/// The `id` of the struct that ends at a span, else its opening bracket.
fn record_at(text: &str, end: Range<usize>) -> Range<usize> {
    let Some(open) = enclosing(text, end.end) else {
        return end;
    };
    let record = text.get(open.clone()).unwrap_or_default();
    let id = locate(record, &[vec![Step::Field("id")]]).pop().flatten();
    id.map_or(open.clone(), |id| {
        open.start + id.start..open.start + id.end
    })
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

fn wording(error: &Error) -> Wording {
    match error {
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => Wording {
            kind: &codes::UNKNOWN_FIELD,
            message: format!("{} has no field `{found}`", owner(outer.as_deref())),
            hint: Some(suggestion(found, expected)),
        },
        Error::NoSuchEnumVariant {
            expected,
            found,
            outer,
        } => Wording {
            kind: &codes::UNKNOWN_VARIANT,
            message: format!("`{found}` is not a {}", outer.as_deref().unwrap_or("value")),
            hint: Some(suggestion(found, expected)),
        },
        Error::MissingStructField { field, outer } => Wording {
            kind: &codes::MISSING_FIELD,
            message: format!("{} lacks the field `{field}`", owner(outer.as_deref())),
            hint: None,
        },
        Error::DuplicateStructField { field, outer } => Wording {
            kind: &codes::SYNTAX,
            message: format!("{} has the field `{field}` twice", owner(outer.as_deref())),
            hint: Some("keep one of them".to_owned()),
        },
        Error::Message(message) if message.starts_with(TWICE) => Wording {
            kind: &codes::YEAR_TWICE,
            message: message.clone(),
            hint: Some("keep one of them, or make a second series".to_owned()),
        },
        Error::Message(message) => Wording {
            kind: &codes::WRONG_TYPE,
            message: message.clone(),
            hint: None,
        },
        Error::InvalidValueForType { expected, found } => Wording {
            kind: &codes::WRONG_TYPE,
            message: format!("expected {expected}, found {found}"),
            hint: None,
        },
        Error::ExpectedArray
        | Error::ExpectedBoolean
        | Error::ExpectedFloat
        | Error::ExpectedInteger
        | Error::ExpectedMap
        | Error::ExpectedString
        | Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. }
        | Error::ExpectedDifferentLength { .. }
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. } => Wording {
            kind: &codes::WRONG_TYPE,
            message: lower_first(&error.to_string()),
            hint: None,
        },
        _ => Wording {
            kind: &codes::SYNTAX,
            message: lower_first(&error.to_string()),
            hint: None,
        },
    }
}

fn owner(outer: Option<&str>) -> String {
    outer.map_or_else(|| "this struct".to_owned(), |name| format!("`{name}`"))
}

fn suggestion(found: &str, expected: &[&str]) -> String {
    match did_you_mean(found, expected.iter().copied()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("expected one of: {}", expected.join(", ")),
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}
