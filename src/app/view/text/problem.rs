//! What can be wrong with a part of a text, and how it is said to a person.

use crate::i18n::{Value, Words, decimal};

/// A part that was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The part as it was written.
    pub part: String,
    /// Why it was left out.
    pub reason: Reason,
}

/// Why a part was left out.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// No part has this key.
    NoSuchPart {
        /// A key like it.
        suggestion: Option<String>,
    },
    /// The part does not take this value.
    NoSuchValue {
        /// The value.
        found: String,
        /// The values it takes.
        allowed: Vec<&'static str>,
        /// The one of them most like it.
        suggestion: Option<String>,
    },
    /// The dataset has nothing with this id or name.
    NotInDataset {
        /// The id or name.
        id: String,
        /// An id or name like it.
        suggestion: Option<String>,
    },
    /// It is not of the form that the part takes.
    Malformed(Expected),
    /// The number is too small or too large.
    OutOfRange {
        /// Smallest.
        low: f64,
        /// Largest.
        high: f64,
    },
    /// Values of this part cannot be excluded.
    NotExcludable,
    /// Only parts of a filter belong here.
    NotOfFilter,
    /// A part of the text that is this part's value was left out.
    Within {
        /// The part as it was written.
        part: String,
        /// Why it was left out.
        reason: Box<Reason>,
    },
    /// The part was given before.
    Twice,
    /// The view was made of another dataset.
    OtherDataset {
        /// Its id.
        id: String,
    },
    /// The text is of a later version than this program knows.
    Newer,
}

/// The form that a part takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A value after the colon and after each comma.
    Value,
    /// One value.
    OneValue,
    /// A second quote.
    Quote,
    /// The number of a version.
    Version,
    /// A year.
    Year,
    /// Years from one to another.
    Years,
    /// Amounts from one to another.
    Amounts,
    /// A number.
    Number,
    /// Three fractions in order.
    Margin,
    /// What a day costs.
    Holding,
    /// Two nodes.
    Ends,
    /// A record of the Overview tab.
    Record,
    /// An area of the map.
    Area,
    /// A place on the map and a zoom.
    Frame,
}

impl Expected {
    /// Message key that says what to write.
    fn key(self) -> &'static str {
        match self {
            Self::Value => "view-expected-value",
            Self::OneValue => "view-expected-one-value",
            Self::Quote => "view-expected-quote",
            Self::Version => "view-expected-version",
            Self::Year => "view-expected-year",
            Self::Years => "view-expected-years",
            Self::Amounts => "view-expected-amounts",
            Self::Number => "view-expected-number",
            Self::Margin => "view-expected-margin",
            Self::Holding => "view-expected-holding",
            Self::Ends => "view-expected-ends",
            Self::Record => "view-expected-record",
            Self::Area => "view-expected-area",
            Self::Frame => "view-expected-frame",
        }
    }
}

/// Characters of a part that are shown.
const SHOWN: usize = 80;

/// Problems that a list shows before it counts the rest.
const LISTED: usize = 10;

/// A problem in words: the part and why it was left out.
#[must_use]
pub fn words(problem: &Problem, words: &Words) -> String {
    let (part, reason) = (
        shortened(&problem.part),
        reason_words(&problem.reason, words),
    );
    let values = [("part", (&part).into()), ("reason", (&reason).into())];
    words.with("view-problem", &values)
}

/// Several problems in words, one a line; after ten the rest is counted.
#[must_use]
pub fn list(problems: &[Problem], in_words: &Words) -> String {
    let shown = problems.iter().take(LISTED);
    let mut lines: Vec<String> = shown.map(|problem| words(problem, in_words)).collect();
    let more = problems.len().saturating_sub(LISTED);
    if more > 0 {
        lines.push(in_words.with("view-problems-more", &[("count", more.into())]));
    }
    lines.join("\n")
}

fn reason_words(reason: &Reason, words: &Words) -> String {
    match reason {
        Reason::NoSuchPart { suggestion } => {
            suggested(words.t("view-no-such-part"), suggestion.as_deref(), words)
        }
        Reason::NoSuchValue {
            found,
            allowed,
            suggestion,
        } => {
            let (found, allowed) = (shortened(found), allowed.join(", "));
            let values = [("found", (&found).into()), ("allowed", (&allowed).into())];
            let text = words.with("view-no-such-value", &values);
            suggested(text, suggestion.as_deref(), words)
        }
        Reason::NotInDataset { id, suggestion } => {
            let text = with_id("view-not-in-dataset", id, words);
            suggested(text, suggestion.as_deref(), words)
        }
        Reason::Malformed(expected) => words.t(expected.key()),
        Reason::OutOfRange { low, high } => {
            let (low, high) = (decimal(*low, 1), decimal(*high, 1));
            let values = [("low", (&low).into()), ("high", (&high).into())];
            words.with("view-out-of-range", &values)
        }
        Reason::NotExcludable => words.t("view-not-excludable"),
        Reason::NotOfFilter => words.t("view-not-of-filter"),
        Reason::Within { part, reason } => {
            let (part, reason) = (shortened(part), reason_words(reason, words));
            let values = [("part", (&part).into()), ("reason", (&reason).into())];
            words.with("view-problem", &values)
        }
        Reason::Twice => words.t("view-twice"),
        Reason::OtherDataset { id } => with_id("view-other-dataset", id, words),
        Reason::Newer => words.t("view-newer"),
    }
}

fn with_id(key: &str, id: &str, words: &Words) -> String {
    words.with(key, &[("id", Value::Text(&shortened(id)))])
}

/// The text with a "did you mean" behind it, if there is anything to suggest.
fn suggested(text: String, suggestion: Option<&str>, words: &Words) -> String {
    let Some(suggestion) = suggestion else {
        return text;
    };
    let values = [
        ("reason", (&text).into()),
        ("suggestion", suggestion.into()),
    ];
    words.with("view-did-you-mean", &values)
}

fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
