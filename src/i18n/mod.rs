//! Messages: keys in the code, words in `assets/i18n/<language>/*.ftl`; and numbers as people write them.
//!
//! Words of the *subject* (names of projects, sectors, countries) come from the dataset, not from here.

mod number;

pub use number::{
    axis_money, day, decimal, grouped, money, money_exact, money_m, money_m_exact, percent,
    percent_points, range, short_date, year_range,
};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, static_loader};
use std::{borrow::Cow, collections::HashMap};

static_loader! {
    static MESSAGES = {
        locales: "./assets/i18n",
        fallback_language: "en",
        // Isolation marks are for mixed writing directions; the fonts have no glyph for them.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(grouped_count));
        },
    };
}

/// A count as people write it; what else a message holds is text already.
fn grouped_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(number.value)),
        _ => None,
    }
}

/// Languages the interface is written in: language tag and its own name for itself.
pub const LANGUAGES: &[(&str, &str)] = &[("en", "English")];

/// The messages of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    tag: String,
    language: LanguageIdentifier,
}

impl Words {
    /// The messages of the language with this tag, or English.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let known = LANGUAGES
            .iter()
            .find(|(id, _)| *id == tag)
            .map_or("en", |(id, _)| id);
        Self {
            tag: known.to_owned(),
            language: known.parse().unwrap_or_default(),
        }
    }

    /// The language tag, to choose among the dataset's names.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The words for a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        MESSAGES.lookup(&self.language, key)
    }

    /// The words for a key with values put in.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue<'_>> = values
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), value.to_fluent()))
            .collect();
        MESSAGES.lookup_with_args(&self.language, key, &values)
    }

    /// Whether the key has words, so that tables of keys can be tested.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        MESSAGES.try_lookup(&self.language, key).is_some()
    }
}

/// A value put into a message: words as they are, or a number that chooses the plural.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// Put in as it is.
    Text(&'a str),
    /// A count: chooses the plural form and is put in grouped by thousands.
    Count(usize),
}

impl Value<'_> {
    fn to_fluent(self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text.to_owned()),
            Self::Count(count) => FluentValue::from(count),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}
