//! Which words occur in which of some projects, so that a search looks at each word once and not at
//! each text: people use the same words over and over.

use super::counting::WORD;
use foldhash::HashMap;
use memchr::memmem::Finder;

/// Between two words of the list; no word contains it.
const BETWEEN: u8 = b'\n';

/// The words of some projects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// All words, one after the other.
    list: Vec<u8>,
    /// Where each word ends in the list.
    ends: Vec<u32>,
    /// Where the projects of each word end.
    last: Vec<u32>,
    /// The projects of each word, counted from the first.
    rows: Vec<u16>,
}

/// Whether a byte stands between words. Bytes beyond ASCII are parts of letters.
fn is_between(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// The words of a folded text.
fn words_of(text: &str) -> impl Iterator<Item = &[u8]> {
    let words = text.as_bytes().split(|byte| is_between(*byte));
    words.filter(|word| !word.is_empty())
}

/// The longest part of a text that is in one word.
pub(super) fn longest_word(text: &str) -> Option<&str> {
    let words = text.split(|letter: char| u8::try_from(letter).is_ok_and(is_between));
    let words = words.filter(|word| !word.is_empty());
    words.max_by_key(|word| word.len())
}

impl Words {
    /// Lists the words of some texts.
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut words = Self::default();
        let mut known: HashMap<&[u8], u32> = HashMap::default();
        // Each word of each row once, in the order of the rows.
        let mut found: Vec<(u32, u16)> = Vec::new();
        let mut last_row: Vec<Option<u16>> = Vec::new();
        for (text, row) in texts.zip(0_u16..) {
            for word in words_of(text) {
                let number = *known.entry(word).or_insert_with(|| {
                    words.list.extend(word);
                    words.list.push(BETWEEN);
                    words.ends.push(small(words.list.len()));
                    last_row.push(None);
                    small(last_row.len() - 1)
                });
                let last = last_row.get_mut(number as usize);
                if let Some(last) = last.filter(|last| **last != Some(row)) {
                    *last = Some(row);
                    found.push((number, row));
                }
            }
        }
        words.gather(&found);
        words
    }

    /// Gathers the rows of each word.
    fn gather(&mut self, found: &[(u32, u16)]) {
        let mut next = vec![0_u32; self.ends.len() + 1];
        for (word, _) in found {
            if let Some(count) = next.get_mut(*word as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        self.rows = vec![0; found.len()];
        for (word, row) in found {
            let Some(at) = next.get_mut(*word as usize) else {
                continue;
            };
            if let Some(place) = self.rows.get_mut(*at as usize) {
                *place = *row;
            }
            *at += 1;
        }
        next.truncate(self.ends.len());
        // What was the place of the next row is now the end.
        self.last = next;
    }

    /// Marks the projects that have a word in which something stands.
    pub(super) fn mark(&self, finder: &Finder<'_>, rows: &mut [usize]) {
        let mut from = 0;
        let mut ends = self.ends.iter().enumerate();
        while let Some(hit) = self.list.get(from..).and_then(|rest| finder.find(rest)) {
            let hit = small(from + hit);
            let Some((word, end)) = ends.find(|(_, end)| **end > hit) else {
                return;
            };
            for row in self.rows_of(word) {
                let row = usize::from(*row);
                if let Some(own) = rows.get_mut(row / WORD) {
                    *own |= 1 << (row % WORD);
                }
            }
            from = *end as usize;
        }
    }

    fn rows_of(&self, word: usize) -> &[u16] {
        let end = |at: usize| self.last.get(at).map(|end| *end as usize);
        let from = word.checked_sub(1).and_then(end).unwrap_or(0);
        let rows = end(word).and_then(|to| self.rows.get(from..to));
        rows.unwrap_or_default()
    }
}

/// Positions in what [`super::search_text::BLOCK`] projects say.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Words, longest_word};
    use memchr::memmem::Finder;

    #[test]
    fn each_text_with_the_word_is_marked() {
        let texts = [
            "north line\nnl-1",
            "the northern line",
            "south",
            "",
            "line north north",
        ];
        let words = Words::new(texts.into_iter());
        let marked = |needle: &str| {
            let mut rows = [0];
            words.mark(&Finder::new(needle), &mut rows);
            let [rows] = rows;
            rows
        };
        assert_eq!(marked("north"), 0b10011);
        assert_eq!(marked("orthe"), 0b00010);
        assert_eq!(marked("nl"), 0b00001);
        assert_eq!(marked("o"), 0b10111);
        assert_eq!(marked("zzz"), 0);
    }

    #[test]
    fn the_longest_word_of_a_phrase_is_found() {
        assert_eq!(longest_word("a north-line b"), Some("north"));
        assert_eq!(longest_word("哈萨克 - x"), Some("哈萨克"));
        assert_eq!(longest_word(" - "), None);
    }
}
