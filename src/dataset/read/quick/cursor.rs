//! A place in a text, and the plain tokens that can stand there.

use super::Quit;
use crate::dataset::read::limits::MAX_TEXT_BYTES;

/// Goes through a text from its start to its end.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The same text from another place on.
    pub(super) fn moved_to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    fn slice(&self, from: usize, to: usize) -> Result<&'t str, Quit> {
        self.text.get(from..to).ok_or(Quit::Surprise)
    }

    /// Goes over a byte if it is there.
    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Quit> {
        if self.eat(byte) {
            Ok(())
        } else {
            Err(Quit::Surprise)
        }
    }

    /// Goes over white space and comments that end with their line.
    #[inline]
    pub(super) fn skip_blank(&mut self) -> Result<(), Quit> {
        // Mostly there is nothing to go over, or one space.
        self.at += usize::from(self.peek() == Some(b' '));
        match self.peek() {
            Some(byte) if byte > b' ' && byte != b'/' => Ok(()),
            _ => self.skip_long_blank(),
        }
    }

    fn skip_long_blank(&mut self) -> Result<(), Quit> {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => {
                    self.at += 1;
                    // What follows a line's end is mostly some steps to the right.
                    while self.bytes().get(self.at..self.at + 4) == Some(b"    ") {
                        self.at += 4;
                    }
                }
                Some(b'/') => self.skip_comment()?,
                _ => return Ok(()),
            }
        }
    }

    fn skip_comment(&mut self) -> Result<(), Quit> {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(b"//") {
            return Err(Quit::Surprise);
        }
        let end = rest.iter().position(|byte| *byte == b'\n');
        self.at += end.ok_or(Quit::Surprise)?;
        Ok(())
    }

    /// Goes over a comma and what is blank around it.
    #[inline]
    pub(super) fn comma(&mut self) -> Result<bool, Quit> {
        self.skip_blank()?;
        let is_there = self.eat(b',');
        if is_there {
            self.skip_blank()?;
        }
        Ok(is_there)
    }

    /// The word that stands here: letters, digits and `_`.
    pub(super) fn word(&mut self) -> Result<&'t str, Quit> {
        let from = self.at;
        let rest = self.bytes().get(from..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_of_word(*byte));
        let length = length.unwrap_or(rest.len());
        // Words can go on with these, and strings can start with words.
        let goes_on = rest
            .get(length)
            .is_some_and(|byte| matches!(byte, b'.' | b'+' | b'-' | b'#' | b'"' | b'\'' | 0x80..));
        let is_number = rest.first().is_some_and(u8::is_ascii_digit);
        if length == 0 || is_number || goes_on {
            return Err(Quit::Surprise);
        }
        self.at += length;
        self.slice(from, self.at)
    }

    /// Whether a word stands here, with nothing that would make it a longer one.
    pub(super) fn is_at(&self, word: &str) -> bool {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        let after = rest.strip_prefix(word.as_bytes()).map(<[u8]>::first);
        after.is_some_and(|next| {
            !next.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | 0x80..))
        })
    }

    /// A text in double quotes without any escape.
    pub(super) fn string(&mut self) -> Result<&'t str, Quit> {
        self.expect(b'"')?;
        let from = self.at;
        let end = end_of_string(self.bytes(), from).ok_or(Quit::Surprise)?;
        if self.bytes().get(end) != Some(&b'"') || end - from > MAX_TEXT_BYTES {
            return Err(Quit::Surprise);
        }
        self.at = end + 1;
        self.slice(from, end)
    }

    /// A number in plain digits, with a sign and a fraction where it has them.
    pub(super) fn number(&mut self) -> Result<&'t str, Quit> {
        let from = self.at;
        self.eat(b'-');
        self.digits()?;
        if self.eat(b'.') {
            self.digits()?;
        }
        let goes_on = self.peek().is_some_and(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-' | 0x80..)
        });
        if goes_on {
            return Err(Quit::Surprise);
        }
        self.slice(from, self.at)
    }

    fn digits(&mut self) -> Result<(), Quit> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if from == self.at {
            return Err(Quit::Surprise);
        }
        Ok(())
    }
}

/// Whether a byte is a letter, a digit or `_`, by a table: words are a third of the text.
#[inline]
fn is_of_word(byte: u8) -> bool {
    OF_WORDS.get(usize::from(byte)).copied().unwrap_or_default()
}

static OF_WORDS: [bool; 256] = of_words();

#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each byte, and it is made when the program is built"
)]
const fn of_words() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    table
}

/// Where the next quote or backslash is: eight bytes at a time.
fn end_of_string(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(eight) = bytes.get(at..at + 8) {
        let eight = u64::from_le_bytes(eight.try_into().ok()?);
        let found = zeros(eight ^ repeated(b'"')) | zeros(eight ^ repeated(b'\\'));
        if found != 0 {
            return Some(at + usize::try_from(found.trailing_zeros() / 8).ok()?);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'));
    end.map(|end| at + end)
}

const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte that is zero; the lowest such bit is always right, which is the
/// one that is asked for (Mycroft, 1987).
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(repeated(1)) & !word & repeated(0x80)
}
