//! A text by language. Most have one language, so it is kept in as little memory as that needs.

use super::Id;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::ops::Index;

/// Words in several languages: language tag (BCP 47, such as `en`, `kk`, `zh`) to text.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<[(Id, Box<str>)]>);

impl Text {
    /// No text at all.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&str> {
        let mut entries = self.iter();
        entries.find_map(|(own, words)| (own == language).then_some(words))
    }

    /// Whether there is a text in a language.
    #[must_use]
    pub fn contains_key(&self, language: &str) -> bool {
        self.get(language).is_some()
    }

    /// Whether there is none in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of languages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The languages and the texts.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> + Clone {
        let entries = self.0.iter();
        entries.map(|(language, words)| (language.as_str(), &**words))
    }

    /// The languages.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.iter().map(|(language, _)| language)
    }

    /// The texts.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.iter().map(|(_, words)| words)
    }

    /// Sets the text in a language.
    pub fn insert(&mut self, language: String, words: String) {
        let mut entries = std::mem::take(&mut self.0).into_vec();
        entries.push((language.into(), words.into()));
        *self = ordered(entries);
    }
}

/// Entries by language; of several for one language the last counts.
fn ordered(mut entries: Vec<(Id, Box<str>)>) -> Text {
    let mut pairs = entries.windows(2);
    if !pairs.all(|pair| matches!(pair, [one, other] if one.0 < other.0)) {
        entries.reverse();
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        entries.dedup_by(|later, first| later.0 == first.0);
    }
    Text(entries.into_boxed_slice())
}

/// For tests and other places that know the languages of a text.
///
/// # Panics
/// If there is no text in the language, as with any map.
impl Index<&str> for Text {
    type Output = str;

    #[expect(
        clippy::panic,
        reason = "as the index of any map; the program itself asks with `get`"
    )]
    fn index(&self, language: &str) -> &str {
        match self.get(language) {
            Some(words) => words,
            None => panic!("there is no text in `{language}`"),
        }
    }
}

impl<'a> IntoIterator for &'a Text {
    type Item = (&'a str, &'a str);
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl FromIterator<(String, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(texts: I) -> Self {
        let entries = texts.into_iter();
        ordered(
            entries
                .map(|(language, words)| (language.into(), words.into()))
                .collect(),
        )
    }
}

impl<const N: usize> From<[(String, String); N]> for Text {
    fn from(texts: [(String, String); N]) -> Self {
        texts.into_iter().collect()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Languages;

        impl<'de> Visitor<'de> for Languages {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Text, A::Error> {
                let mut entries = Vec::with_capacity(1);
                while let Some((language, words)) = access.next_entry()? {
                    entries.push((language, words));
                }
                Ok(ordered(entries))
            }
        }

        deserializer.deserialize_map(Languages)
    }
}
