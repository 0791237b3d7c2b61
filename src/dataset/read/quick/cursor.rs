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

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    fn slice(&self, from: usize, to: usize) -> Result<&'t str, Quit> {
        self.text.get(from..to).ok_or(Quit::Surprise)
    }

    /// Goes over a byte if it is there.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Quit> {
        if self.eat(byte) {
            Ok(())
        } else {
            Err(Quit::Surprise)
        }
    }

    /// Goes over white space and comments that end with their line.
    pub(super) fn skip_blank(&mut self) -> Result<(), Quit> {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => {
                    self.at += 1;
                    // What follows a line's end is mostly a step to the right.
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
        if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(Quit::Surprise);
        }
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            self.at += 1;
        }
        // Words can go on with these, and strings can start with words.
        let goes_on = self
            .peek()
            .is_some_and(|byte| matches!(byte, b'.' | b'+' | b'-' | b'#' | b'"' | b'\'' | 0x80..));
        if from == self.at || goes_on {
            return Err(Quit::Surprise);
        }
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

    /// How many elements there are up to the closing bracket, to make room for just as many. It
    /// is a guess: where a comment stands in between, there is none.
    pub(super) fn elements(&self) -> Option<usize> {
        let bytes = self.bytes();
        let (mut at, mut depth, mut commas) = (self.at, 0_usize, 0);
        loop {
            at += bytes.get(at..)?.iter().position(|byte| is_mark(*byte))?;
            match bytes.get(at)? {
                b',' => commas += usize::from(depth == 0),
                b'"' => at = end_of_string(bytes, at + 1)?,
                b'(' | b'[' | b'{' => depth += 1,
                b'/' | b'\\' => return None,
                _ if depth > 0 => depth -= 1,
                _ => break,
            }
            at += 1;
        }
        let inside = bytes.get(self.at..at)?.trim_ascii_end();
        let open = !matches!(inside.last(), None | Some(b','));
        Some(commas + usize::from(open))
    }
}

/// Whether a byte tells where elements start and end.
fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b',' | b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'/' | b'\\'
    )
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
