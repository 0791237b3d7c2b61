//! Errors of how something is written: what belongs there, what is found, how to write it.

use super::{Wording, codes};
use crate::dataset::diagnostic::Code;
use crate::dataset::position::{Lines, Surroundings};
use ron::Error;

/// Longest piece of a file that a message repeats, in characters.
const MAX_PIECE: usize = 30;

/// Words that stand for nothing in other formats.
const NOTHING: &[&str] = &["null", "nil", "none", "NULL", "NA", "undefined"];

/// What is wrong, if it is about brackets, quotes, numbers and separators.
pub(super) fn wording(
    error: &Error,
    around: &Surroundings<'_>,
    text: &str,
    lines: &Lines<'_>,
) -> Option<Wording> {
    let (kind, expected) = expectation(error)?;
    let found = piece(around.found);
    let of = around
        .field
        .map_or_else(String::new, |field| format!("{}: ", piece(field)));
    let message = match error {
        Error::UnclosedBlockComment => "the comment that starts here has no end".to_owned(),
        Error::ExpectedStringEnd => "the text that starts here has no closing quote".to_owned(),
        _ if around.found.is_empty() => return Some(ends_early(around, lines)),
        Error::TrailingCharacters => "something stands after the end of the dataset".to_owned(),
        Error::IntegerOutOfBounds => format!("{of}the number {found} is beyond what fits"),
        Error::ExpectedComma if is_fraction(around) => {
            return Some(whole_number(&of, around.before));
        }
        _ => {
            if let Some(wording) = unclosed(around, text, lines) {
                return Some(wording);
            }
            match error {
                Error::ExpectedComma => {
                    let before = piece(around.before);
                    format!("expected {expected} after {before}, found {found}")
                }
                _ => format!("{of}expected {expected}, found {found}"),
            }
        }
    };
    Some(Wording {
        kind,
        message,
        hint: hint(error, around, text),
    })
}

/// What belongs where reading stopped; nothing for other kinds of errors.
fn expectation(error: &Error) -> Option<(&'static Code, String)> {
    let (kind, expected) = match error {
        Error::ExpectedString => (&codes::WRONG_TYPE, "a text in double quotes"),
        Error::ExpectedArray => (&codes::WRONG_TYPE, "a list, which starts with `[`"),
        Error::ExpectedMap => (&codes::WRONG_TYPE, "a map, which starts with `{`"),
        Error::ExpectedFloat => (&codes::WRONG_TYPE, "a number"),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => {
            (&codes::WRONG_TYPE, "a whole number")
        }
        Error::ExpectedBoolean => (&codes::WRONG_TYPE, "`true` or `false`"),
        Error::ExpectedStructLike => (&codes::WRONG_TYPE, "`(`"),
        Error::IntegerOutOfBounds => (&codes::WRONG_TYPE, ""),
        Error::ExpectedNamedStructLike(name) => {
            let expected = format!("a `{name}`, which starts with `(`");
            return Some((&codes::WRONG_TYPE, expected));
        }
        Error::ExpectedComma => (&codes::SYNTAX, "a comma or a closing bracket"),
        Error::ExpectedMapColon => (&codes::SYNTAX, "a colon"),
        Error::ExpectedIdentifier => (&codes::SYNTAX, "a name"),
        Error::ExpectedArrayEnd => (&codes::SYNTAX, "`]`"),
        Error::ExpectedMapEnd => (&codes::SYNTAX, "`}`"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => (&codes::SYNTAX, "`)`"),
        Error::Eof
        | Error::ExpectedStringEnd
        | Error::UnclosedBlockComment
        | Error::TrailingCharacters => (&codes::SYNTAX, ""),
        _ => return None,
    };
    Some((kind, expected.to_owned()))
}

/// Whether reading stopped at the point of a number.
fn is_fraction(around: &Surroundings<'_>) -> bool {
    around.before.contains('.') && around.before.parse::<f64>().is_ok()
}

fn whole_number(of: &str, found: &str) -> Wording {
    Wording {
        kind: &codes::WRONG_TYPE,
        message: format!("{of}expected a whole number, found {}", piece(found)),
        hint: Some("write it without a point".to_owned()),
    }
}

/// A piece of the file between backquotes, cut where it is long.
fn piece(found: &str) -> String {
    let mut start: String = found.chars().take(MAX_PIECE).collect();
    if start.len() < found.len() {
        start.push('…');
    }
    format!("`{start}`")
}

/// The line of an opening bracket and the bracket.
fn opened(around: &Surroundings<'_>, text: &str, lines: &Lines<'_>) -> Option<(char, usize)> {
    let open = around.open?;
    let bracket = text.get(open..)?.chars().next()?;
    Some((bracket, lines.line_column(open).line))
}

fn ends_early(around: &Surroundings<'_>, lines: &Lines<'_>) -> Wording {
    let (message, hint) = match around.open {
        Some(open) => {
            let line = lines.line_column(open).line;
            let message =
                format!("the file ends, but a bracket opened on line {line} is not closed");
            (
                message,
                "close all brackets that are open; is the file complete?",
            )
        }
        None => (
            "the file ends before there is a dataset".to_owned(),
            "write a dataset, at least `(meta: (…))`",
        ),
    };
    Wording {
        kind: &codes::SYNTAX,
        message,
        hint: Some(hint.to_owned()),
    }
}

/// A bracket that closes another than the one that is open.
fn unclosed(around: &Surroundings<'_>, text: &str, lines: &Lines<'_>) -> Option<Wording> {
    let (bracket, line) = opened(around, text, lines)?;
    let closing = match bracket {
        '(' => ")",
        '[' => "]",
        _ => "}",
    };
    let closes = [")", "]", "}"].contains(&around.found);
    (closes && around.found != closing).then(|| Wording {
        kind: &codes::SYNTAX,
        message: format!(
            "the `{bracket}` opened on line {line} is not closed before this `{}`",
            around.found
        ),
        hint: Some(format!("write `{closing}` where it ends")),
    })
}

/// How to write what was probably meant.
fn hint(error: &Error, around: &Surroundings<'_>, text: &str) -> Option<String> {
    let found = around.found;
    let quoted = found.starts_with('"');
    let hint = match error {
        Error::ExpectedStringEnd => "close it with `\"`; a quote inside a text is written `\\\"`",
        Error::UnclosedBlockComment => "end it with `*/`; comments in comments have an end each",
        Error::TrailingCharacters => "is there a bracket too many, here or before?",
        Error::IntegerOutOfBounds => "write a smaller number; years have four digits",
        Error::ExpectedString => return text_hint(around),
        Error::ExpectedFloat | Error::ExpectedInteger | Error::InvalidIntegerDigit { .. }
            if quoted =>
        {
            "write numbers without quotes"
        }
        Error::ExpectedArray => {
            return Some(format!("write it in square brackets: `[{}]`", short(found)));
        }
        Error::ExpectedMap if quoted => {
            return Some(format!("name the language: `{{\"en\": {}}}`", short(found)));
        }
        Error::ExpectedMap => "write `{key: value, …}`, such as `{\"en\": \"…\"}` or `{2019: 4.5}`",
        Error::ExpectedNamedStructLike("Dataset") if found == "[" => {
            "name the section of the list: `(projects: […])`"
        }
        Error::ExpectedNamedStructLike("Dataset") => {
            "a dataset is written `(meta: (…), projects: […])`; JSON is another format"
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            "records stand in round brackets: `(id: …, name: …)`"
        }
        Error::ExpectedMapColon => return colon_hint(around, text),
        Error::ExpectedComma => return comma_hint(around, text),
        Error::ExpectedIdentifier if quoted && around.before == ":" => {
            let word = found.trim_matches('"');
            return Some(format!("write it without quotes: `{word}`"));
        }
        Error::ExpectedIdentifier if quoted => {
            let word = found.trim_matches('"');
            return Some(format!("names of fields stand without quotes: `{word}: …`"));
        }
        _ => return None,
    };
    Some(hint.to_owned())
}

/// A text to repeat in advice.
fn short(found: &str) -> &str {
    if found.len() <= MAX_PIECE {
        found
    } else {
        "…"
    }
}

fn text_hint(around: &Surroundings<'_>) -> Option<String> {
    let found = around.found;
    let first = found.chars().next()?;
    if NOTHING.contains(&found) || (found == ")" && around.before == "(") {
        return Some("leave the field out where nothing is known".to_owned());
    }
    if found == "some" {
        return Some("write the value alone, without `some(…)`".to_owned());
    }
    if first == '\'' || "“”„«»‘’‟".contains(first) {
        return Some("write straight double quotes: `\"`".to_owned());
    }
    let word = first.is_alphanumeric();
    word.then(|| format!("write it in quotes: `\"{}\"`", short(found)))
}

fn colon_hint(around: &Surroundings<'_>, text: &str) -> Option<String> {
    if around.found.starts_with('=') {
        return Some("write `:` between a name and its value".to_owned());
    }
    let before = text.get(..around.start).unwrap_or_default().trim_end();
    let digits = |c: char| c.is_ascii_digit();
    let fraction = before.trim_end_matches(digits);
    let whole = fraction.strip_suffix(',');
    whole
        .filter(|whole| fraction.len() < before.len() && whole.ends_with(digits))
        .map(|_| "numbers are written with a point: `4.5`".to_owned())
}

fn comma_hint(around: &Surroundings<'_>, text: &str) -> Option<String> {
    let before = text.get(..around.start).unwrap_or_default();
    let after_number = around.before.ends_with(|c: char| c.is_ascii_digit());
    let number = around.found.starts_with(|c: char| c.is_ascii_digit());
    if before.ends_with('"') || around.found.starts_with('"') && !before.ends_with([' ', '\n']) {
        return Some("is a quote missing or too many in this line?".to_owned());
    }
    if after_number && number {
        return Some("write numbers without spaces, and a comma after each".to_owned());
    }
    let word = around
        .found
        .starts_with(|c: char| c.is_alphanumeric() || c == '"' || c == '(');
    word.then(|| format!("write a comma before `{}`", short(around.found)))
}
