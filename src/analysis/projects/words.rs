//! Which words occur in which of some projects, so that a search looks at each word once and not at
//! each text: people use the same words over and over.

use super::places::WORD;
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
    /// Of each word that is in very many projects the number of its set; these are not in the list.
    frequent: Vec<Option<u16>>,
    /// The sets of such words, one after the other.
    sets: Vec<usize>,
    /// For each of [`LETTERS`] the set of projects with a word in which it stands.
    letters: Vec<usize>,
    /// Words of a set.
    width: usize,
}

/// Digits and letters of which it is known beforehand where they stand, since that is the first thing that is typed.
const LETTERS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn letter(byte: u8) -> Option<usize> {
    let at = match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'z' => byte - b'a' + 10,
        _ => return None,
    };
    Some(at.into())
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
        let mut count: usize = 0;
        for (text, row) in texts.zip(0_u16..) {
            count += 1;
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
        words.width = count.div_ceil(WORD);
        words.note_letters(&found, count);
        let found = words.apart(found);
        words.gather(&found);
        words
    }

    /// The letters of each word.
    fn letters_of_words(&self) -> Vec<u64> {
        let mut all = Vec::with_capacity(self.ends.len());
        let mut own: u64 = 0;
        for byte in &self.list {
            if *byte == BETWEEN {
                all.push(own);
                own = 0;
            } else if let Some(letter) = letter(*byte) {
                own |= 1 << letter;
            }
        }
        all
    }

    /// Notes in which projects each letter stands.
    fn note_letters(&mut self, found: &[(u32, u16)], count: usize) {
        let of_words = self.letters_of_words();
        let mut of_rows: Vec<u64> = vec![0; count];
        for (word, row) in found {
            let own = of_words.get(*word as usize);
            if let (Some(row), Some(own)) = (of_rows.get_mut(usize::from(*row)), own) {
                *row |= own;
            }
        }
        self.letters = vec![0; LETTERS.len() * self.width];
        for (row, mut left) in of_rows.into_iter().enumerate() {
            while left != 0 {
                let at = left.trailing_zeros() as usize * self.width + row / WORD;
                if let Some(own) = self.letters.get_mut(at) {
                    *own |= 1 << (row % WORD);
                }
                left &= left - 1;
            }
        }
    }

    /// Makes sets of the rows of words that are in very many, and gives back the others.
    fn apart(&mut self, mut found: Vec<(u32, u16)>) -> Vec<(u32, u16)> {
        let mut counts: Vec<usize> = vec![0; self.ends.len()];
        for (word, _) in &found {
            if let Some(count) = counts.get_mut(*word as usize) {
                *count += 1;
            }
        }
        let mut sets = 0..u16::MAX;
        // Going through a set takes as long as going through so many rows.
        let most = self.width;
        let set_of = |count: &usize| (*count > most).then(|| sets.next()).flatten();
        self.frequent = counts.iter().map(set_of).collect();
        self.sets = vec![0; usize::from(sets.start) * self.width];
        let mut is_apart = |(word, row): &(u32, u16)| {
            let Some(set) = self.frequent.get(*word as usize).copied().flatten() else {
                return false;
            };
            let row = usize::from(*row);
            let at = usize::from(set) * self.width + row / WORD;
            if let Some(own) = self.sets.get_mut(at) {
                *own |= 1 << (row % WORD);
            }
            true
        };
        found.retain(|pair| !is_apart(pair));
        found
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

    /// The projects that have a word in which something stands, as words of a set.
    pub(super) fn find(&self, needle: &str) -> Vec<usize> {
        if let [byte] = needle.as_bytes()
            && let Some(letter) = letter(*byte)
        {
            return self.set(&self.letters, letter).to_vec();
        }
        let mut rows = vec![0; self.width];
        self.mark(&Finder::new(needle), &mut rows);
        rows
    }

    fn set<'a>(&self, sets: &'a [usize], number: usize) -> &'a [usize] {
        let from = number * self.width;
        sets.get(from..from + self.width).unwrap_or_default()
    }

    /// Marks the projects that have a word in which something stands.
    fn mark(&self, finder: &Finder<'_>, rows: &mut [usize]) {
        let mut from = 0;
        let mut ends = self.ends.iter().enumerate();
        while let Some(hit) = self.list.get(from..).and_then(|rest| finder.find(rest)) {
            let hit = small(from + hit);
            let Some((word, end)) = ends.find(|(_, end)| **end > hit) else {
                return;
            };
            self.mark_word(word, rows);
            from = *end as usize;
        }
    }

    fn mark_word(&self, word: usize, rows: &mut [usize]) {
        if let Some(set) = self.frequent.get(word).copied().flatten() {
            let own = self.set(&self.sets, set.into());
            for (row, own) in rows.iter_mut().zip(own) {
                *row |= own;
            }
            return;
        }
        for row in self.rows_of(word) {
            let row = usize::from(*row);
            if let Some(own) = rows.get_mut(row / WORD) {
                *own |= 1 << (row % WORD);
            }
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

    #[test]
    fn each_text_with_the_word_is_found() {
        let texts = [
            "north line\nnl-1",
            "the northern line",
            "south",
            "",
            "line north north",
        ];
        let words = Words::new(texts.into_iter());
        let found = |needle: &str| words.find(needle);
        assert_eq!(found("north"), [0b10011]);
        assert_eq!(found("orthe"), [0b00010]);
        assert_eq!(found("nl"), [0b00001]);
        assert_eq!(found("o"), [0b10111]);
        assert_eq!(found("1"), [0b00001]);
        assert_eq!(found("zzz"), [0]);
    }

    #[test]
    fn words_of_nearly_all_texts_are_found_as_others_are() {
        let texts: Vec<String> = (0..1_000)
            .map(|at| format!("w{} common{} seldom{at}", at % 3, at % 2))
            .collect();
        let words = Words::new(texts.iter().map(String::as_str));
        for needle in ["common", "common1", "w2", "w", "9", "m", "seldom77", "mm"] {
            let found = words.find(needle);
            for (at, text) in texts.iter().enumerate() {
                let is_found = found[at / 64] >> (at % 64) & 1 == 1;
                assert_eq!(is_found, text.contains(needle), "{needle} in {text}");
            }
        }
    }

    #[test]
    fn the_longest_word_of_a_phrase_is_found() {
        assert_eq!(longest_word("a north-line b"), Some("north"));
        assert_eq!(longest_word("哈萨克 - x"), Some("哈萨克"));
        assert_eq!(longest_word(" - "), None);
    }
}
