//! The view as text: one readable line that holds what differs from the default view, such as
//! `view:1 tab:projects sector:rail -status:cancelled years:2013..2019`.
//!
//! Each part is read on its own: valid, left out with a reason, or missing. `docs/view.md` describes the
//! language; [`PARTS`] is its one table. Not here: clipboard and command line.

mod against;
mod amount;
mod form;
mod known;
mod map;
mod parts;
mod problem;
mod projects;
mod query;
mod token;
mod trade;
mod transit;
mod word;

pub use parts::{PARTS, Part, Row, VERSION, keys};
pub use problem::{Expected, Problem, Reason, list, words};
pub use query::{Completion, CompletionKind, Field, Typed, completions, query_keys, typed};

use super::View;
use crate::{
    analysis::{projects::Facet, transit::Question},
    app::state::OpenDataset,
    dataset::suggest::did_you_mean,
};
use std::cell::OnceCell;
use token::{Token, tokens};

/// How a text begins that is taken for a view where any text could stand, as on the clipboard.
const START: &str = "view:";

/// What was understood of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The view; parts that are missing or were left out have their defaults.
    pub view: View,
    /// What was left out, in the order of the text.
    pub problems: Vec<Problem>,
}

/// What writing and reading need to know.
struct Context<'a> {
    dataset: &'a OpenDataset,
    default: View,
    names_dataset: bool,
    own_question: OnceCell<Question>,
}

impl<'a> Context<'a> {
    fn new(dataset: &'a OpenDataset) -> Self {
        Self {
            dataset,
            default: View::default(),
            names_dataset: false,
            own_question: OnceCell::new(),
        }
    }

    /// The dataset's own question about transit; found once it is needed, because it compares all routes.
    fn own_question(&self) -> &Question {
        let own = || Question::for_catalog(&self.dataset.catalog);
        self.own_question.get_or_init(own)
    }
}

/// The view as text: the version, and what differs from the default.
#[must_use]
pub fn write(view: &View, dataset: &OpenDataset) -> String {
    written(view, &Context::new(dataset))
}

/// The view as text that also names the dataset, to be handed to others.
#[must_use]
pub fn link(view: &View, dataset: &OpenDataset) -> String {
    let cx = Context {
        names_dataset: true,
        ..Context::new(dataset)
    };
    written(view, &cx)
}

fn written(view: &View, cx: &Context<'_>) -> String {
    let mut tokens = Vec::new();
    for row in PARTS {
        match row {
            Row::Part(part) => {
                let value = (part.write)(view, cx);
                tokens.extend(value.map(|value| format!("{}:{value}", part.key)));
            }
            Row::Facets => tokens.extend(projects::facets_written(view)),
        }
    }
    tokens.join(" ")
}

/// Whether a text says that it is a view.
#[must_use]
pub fn is_view(text: &str) -> bool {
    text.trim_start().starts_with(START)
}

/// The view that a text describes. Whatever is in it, the rest is read.
#[must_use]
pub fn read(text: &str, dataset: &OpenDataset) -> Reading {
    let cx = Context::new(dataset);
    let mut view = View::default();
    let problems = take_in_all(&mut view, text, &cx, &|_| None);
    // The dataset's own question is stored as none.
    if view
        .transit
        .question
        .as_ref()
        .is_some_and(|asked| asked == cx.own_question())
    {
        view.transit.question = None;
    }
    Reading { view, problems }
}

/// Puts the parts of a text into the view; returns what was left out, in the order of the text. `refuse` says
/// which parts do not belong into this text, and why.
fn take_in_all(
    view: &mut View,
    text: &str,
    cx: &Context<'_>,
    refuse: &dyn Fn(&Meaning) -> Option<Reason>,
) -> Vec<Problem> {
    let mut tokens: Vec<(usize, Meaning, Token<'_>)> = tokens(text)
        .into_iter()
        .enumerate()
        .map(|(at, token)| (at, Meaning::of(&token), token))
        .collect();
    // In the order of the table, because some parts are about others.
    tokens.sort_by_key(|(_, meaning, _)| meaning.position());
    let mut problems: Vec<(usize, Problem)> = Vec::new();
    let mut before: Option<usize> = None;
    for (at, meaning, token) in &tokens {
        let twice = before == Some(meaning.position()) && matches!(meaning, Meaning::Part(..));
        before = Some(meaning.position());
        let reasons = match refuse(meaning) {
            Some(reason) => vec![reason],
            None if twice => vec![Reason::Twice],
            None => take_in(view, meaning, token, cx).unwrap_or_else(|reason| vec![reason]),
        };
        let part = token.written;
        problems.extend(reasons.into_iter().map(|reason| {
            let part = part.to_owned();
            (*at, Problem { part, reason })
        }));
    }
    problems.sort_by_key(|(at, _)| *at);
    problems.into_iter().map(|(_, problem)| problem).collect()
}

/// A view of one dataset as far as another has what it is about, and what was dropped.
///
/// It goes through its text: what a text may name is checked there, and what is only the default of the
/// old dataset, such as the trip, becomes that of the new one.
#[must_use]
pub fn fit(view: &View, old: &OpenDataset, new: &OpenDataset) -> (View, Vec<Problem>) {
    let Reading { view, problems } = read(&write(view, old), new);
    (view, problems)
}

/// What a token is about.
enum Meaning {
    Part(usize, &'static Part),
    Facet(usize, &'static Facet),
    /// Words without a key, which are searched for as in the search field.
    Words,
    Unknown,
}

impl Meaning {
    fn of(token: &Token<'_>) -> Self {
        let Some(key) = token.key else {
            return Self::Words;
        };
        for (at, row) in PARTS.iter().enumerate() {
            match row {
                Row::Part(part) => {
                    let own = [Some(part.key), part.also].into_iter().flatten();
                    if own.into_iter().any(|own| own.eq_ignore_ascii_case(key)) {
                        return Self::Part(at, part);
                    }
                }
                Row::Facets => {
                    if let Some(facet) = projects::facet(key) {
                        return Self::Facet(at, facet);
                    }
                }
            }
        }
        Self::Unknown
    }

    /// Place in the table; words and the unknown come last.
    fn position(&self) -> usize {
        match self {
            Self::Part(at, _) | Self::Facet(at, _) => *at,
            Self::Words => PARTS.len(),
            Self::Unknown => PARTS.len() + 1,
        }
    }
}

fn take_in(
    view: &mut View,
    meaning: &Meaning,
    token: &Token<'_>,
    cx: &Context<'_>,
) -> Result<Vec<Reason>, Reason> {
    if token.open {
        return Err(Reason::Malformed(Expected::Quote));
    }
    if token.excluded && !matches!(meaning, Meaning::Facet(..) | Meaning::Unknown) {
        return Err(Reason::NotExcludable);
    }
    match meaning {
        Meaning::Part(_, part) => (part.read)(view, token, cx),
        Meaning::Facet(_, facet) => projects::facet_read(view, facet, token, cx),
        Meaning::Words => {
            let text = &mut view.projects.filter.text;
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&token.whole());
            Ok(Vec::new())
        }
        Meaning::Unknown => {
            let suggestion = did_you_mean(token.key.unwrap_or_default(), keys());
            Err(Reason::NoSuchPart {
                suggestion: suggestion.map(str::to_owned),
            })
        }
    }
}
