//! The search field of projects: words, and parts of the view's language between them.
//!
//! A part such as `sector:rail` that is typed to its end moves into the view, where it is a chip like any
//! other choice; the words stay. A part that is not understood stays too, with what is wrong with it.

use super::{
    Context, Meaning, is_view,
    parts::{PARTS, Part, Row},
    problem::{Problem, Reason},
    projects, take_in,
    token::{Token, quoted, tokens},
};
use crate::{
    analysis::projects::{FACETS, FacetValue, fold},
    app::{state::OpenDataset, view::View},
    dataset::suggest::did_you_mean,
};

/// What came of a text in the search field.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// The view with the words and the parts that were typed to their end.
    pub view: View,
    /// What stays in the field.
    pub field: Field,
}

/// What stands in the search field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Field {
    /// The words, and the parts that are not finished or not understood.
    pub text: String,
    /// The words alone: what is searched for.
    pub words: String,
    /// What is wrong with parts.
    pub problems: Vec<Problem>,
}

/// Takes a text of the search field apart. Its last token may still be typed unless `done`.
#[must_use]
pub fn typed(view: &View, text: &str, done: bool, dataset: &OpenDataset) -> Typed {
    let cx = Context::new(dataset);
    let mut view = view.clone();
    let mut field = Field::default();
    let tokens = tokens(text);
    let is_over = done || text.ends_with(char::is_whitespace);
    // Of a whole view that is pasted here, the parts about the projects are meant.
    let of_a_view = is_view(text);
    let mut kept = 0;
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map_or(text.len(), |next| next.at);
        let piece = text.get(kept..next).unwrap_or_default();
        kept = next;
        let meaning = Meaning::of(token);
        if of_a_view && matches!(meaning, Meaning::Part(_, part) if !is_about_projects(part)) {
            continue;
        }
        if !is_operator(&meaning) {
            field.problems.extend(misspelt(&meaning, token));
            field.words.push_str(piece);
            field.text.push_str(piece);
            continue;
        }
        let is_typed = is_over || at + 1 < tokens.len();
        let reasons = if is_typed {
            taken(&mut view, &meaning, token, &cx)
        } else {
            Err(Vec::new())
        };
        if let Err(reasons) = reasons {
            field.text.push_str(piece);
            field.problems.extend(reasons.into_iter().map(|reason| {
                let part = token.written.to_owned();
                Problem { part, reason }
            }));
        }
    }
    if tokens.is_empty() {
        text.clone_into(&mut field.text);
        text.clone_into(&mut field.words);
    }
    view.projects.filter.text.clone_from(&field.words);
    Typed { view, field }
}

/// Puts a part into the view; nothing of it if any of it is not understood.
fn taken(
    view: &mut View,
    meaning: &Meaning,
    token: &Token<'_>,
    cx: &Context<'_>,
) -> Result<(), Vec<Reason>> {
    let mut with = view.clone();
    let left_out = take_in(&mut with, meaning, token, cx).map_err(|reason| vec![reason])?;
    if !left_out.is_empty() {
        return Err(left_out);
    }
    *view = with;
    Ok(())
}

/// Whether a token is about the projects rather than words to look for.
fn is_operator(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Facet(..) => true,
        Meaning::Part(_, part) => is_about_projects(part),
        Meaning::Words | Meaning::Unknown => false,
    }
}

/// Keys of parts that one types for the projects: not those of other tabs, and not what a view says of itself.
fn is_about_projects(part: &Part) -> bool {
    match part.key.split_once('.') {
        Some((about, _)) => matches!(about, "chart" | "table"),
        None => !matches!(part.key, "view" | "dataset" | "tab" | "text" | "select"),
    }
}

/// All keys that can be typed, in the order of the table.
pub fn query_keys() -> impl Iterator<Item = &'static str> {
    PARTS.iter().flat_map(|row| {
        let (part, facets) = match row {
            Row::Part(part) => (Some(part).filter(|part| is_about_projects(part)), None),
            Row::Facets => (None, Some(FACETS.iter().map(|facet| facet.id))),
        };
        let part = part.map(|part| part.key);
        part.into_iter().chain(facets.into_iter().flatten())
    })
}

/// A key that is nearly one of the language: the token is searched for as it stands, and that is said.
fn misspelt(meaning: &Meaning, token: &Token<'_>) -> Option<Problem> {
    let key = token.key.filter(|_| matches!(meaning, Meaning::Unknown))?;
    let suggestion = did_you_mean(key, query_keys())?;
    Some(Problem {
        part: token.written.to_owned(),
        reason: Reason::NoSuchPart {
            suggestion: Some(suggestion.to_owned()),
        },
    })
}

/// A way to go on with what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The whole text of the field with it.
    pub text: String,
    /// What it is.
    pub kind: CompletionKind,
}

/// What can be completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A key, such as `sector:`.
    Key(&'static str),
    /// A value: positions in [`FACETS`] and in the facet's column.
    Value(usize, usize),
}

/// Most ways to go on that are offered.
const OFFERED: usize = 8;
/// Letters from which on keys are offered: with fewer, nearly every word would begin one.
const LETTERS: usize = 2;

/// How the last token of a text can go on. `name` is what a value is called.
#[must_use]
pub fn completions(
    text: &str,
    dataset: &OpenDataset,
    name: &dyn Fn(&FacetValue) -> String,
) -> Vec<Completion> {
    let all = tokens(text);
    let Some(token) = all
        .last()
        .filter(|token| token.at + token.written.len() == text.len())
    else {
        return Vec::new();
    };
    match token.key {
        None => keys_like(text, token),
        Some(key) => values_like(text, token, key, dataset, name),
    }
}

fn keys_like(text: &str, token: &Token<'_>) -> Vec<Completion> {
    let typed = token.written.trim_start_matches('-');
    if typed.len() < LETTERS {
        return Vec::new();
    }
    let before = text.len() - typed.len();
    let before = text.get(..before).unwrap_or_default();
    let like = |key: &&str| {
        let start = key.get(..typed.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(typed))
    };
    let keys = query_keys().filter(like).take(OFFERED);
    let completion = |key| Completion {
        text: format!("{before}{key}:"),
        kind: CompletionKind::Key(key),
    };
    keys.map(completion).collect()
}

fn values_like(
    text: &str,
    token: &Token<'_>,
    key: &str,
    dataset: &OpenDataset,
    name: &dyn Fn(&FacetValue) -> String,
) -> Vec<Completion> {
    let Some(facet) = projects::facet(key) else {
        return Vec::new();
    };
    let position = FACETS.iter().position(|other| other.id == facet.id);
    let column = position.and_then(|position| dataset.projects.facets.get(position));
    let (Some(position), Some(column)) = (position, column) else {
        return Vec::new();
    };
    // What stands in quotes is typed to its end by hand.
    let last = token.items.last().filter(|item| !item.quoted);
    let Some(last) = last.map(|item| item.text.as_str()) else {
        return Vec::new();
    };
    let wanted = fold(last);
    let given = |id: &str| {
        let mut earlier = token.items.iter().rev().skip(1);
        earlier.any(|item| item.text == id)
    };
    let written = text.rfind([',', ':']).map_or(text.len(), |at| at + 1);
    let before = text.get(..written).unwrap_or_default();
    let like = |value: &FacetValue| {
        !value.id.is_empty()
            && !given(&value.id)
            && (fold(&value.id).contains(&wanted) || fold(&name(value)).contains(&wanted))
    };
    let values = column.values.iter().enumerate();
    let values = values.filter(|(_, value)| like(value)).take(OFFERED);
    let completion = |(at, value): (usize, &FacetValue)| Completion {
        text: format!("{before}{} ", quoted(&value.id)),
        kind: CompletionKind::Value(position, at),
    };
    values.map(completion).collect()
}
