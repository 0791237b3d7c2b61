//! Cuts RON text into brackets, separators, words and strings; knows nothing of structure.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset) enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A name, a number, or anything else that is not one of the others.
    Word,
    /// A string, raw string or character.
    Text,
}

/// A token and its byte range.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// Iterates over the tokens of a text; skips white space and comments.
pub(in crate::dataset) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(in crate::dataset) fn new(text: &'a str) -> Self {
        let mut lexer = Self { text, at: 0 };
        lexer.skip_attributes();
        lexer
    }

    fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(offset).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Skips `#![enable(…)]` at the start of a file.
    fn skip_attributes(&mut self) {
        loop {
            self.skip_blank();
            if !self.rest().starts_with("#!") {
                return;
            }
            self.at = self
                .rest()
                .find(']')
                .map_or(self.text.len(), |end| self.at + end + 1);
        }
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.trim_start_matches(is_blank);
            self.at += rest.len() - blank.len();
            if blank.starts_with("//") {
                self.at += blank.find('\n').unwrap_or(blank.len());
            } else if blank.starts_with("/*") {
                self.at += block_comment_length(blank);
            } else {
                return;
            }
        }
    }

    /// End of a string that starts at `self.at`, if one does.
    fn string_end(&self) -> Option<usize> {
        let mut at = self.at;
        if self.byte(at) == Some(b'b') {
            at += 1;
        }
        let raw = self.byte(at) == Some(b'r');
        if raw {
            at += 1;
        }
        let hashes = self
            .text
            .as_bytes()
            .get(at..)?
            .iter()
            .take_while(|byte| raw && **byte == b'#')
            .count();
        at += hashes;
        match self.byte(at)? {
            b'"' if raw => Some(self.raw_end(at + 1, hashes)),
            b'"' => Some(self.quoted_end(at + 1, b'"')),
            b'\'' if !raw => Some(self.char_end(at + 1)),
            _ => None,
        }
    }

    fn raw_end(&self, from: usize, hashes: usize) -> usize {
        let mut closing = String::from('"');
        closing.extend(std::iter::repeat_n('#', hashes));
        let rest = self.text.get(from..).unwrap_or_default();
        rest.find(&closing)
            .map_or(self.text.len(), |end| from + end + closing.len())
    }

    fn quoted_end(&self, from: usize, quote: u8) -> usize {
        let mut at = from;
        while let Some(byte) = self.byte(at) {
            if byte == quote {
                return at + 1;
            }
            at += if byte == b'\\' { 2 } else { 1 };
        }
        self.text.len()
    }

    /// A quote that does not close after one character or escape stands for itself.
    fn char_end(&self, from: usize) -> usize {
        if self.byte(from) == Some(b'\\') {
            return self.quoted_end(from, b'\'');
        }
        let length = self
            .text
            .get(from..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        if self.byte(from + length) == Some(b'\'') {
            from + length + 1
        } else {
            from
        }
    }

    fn word_end(&self) -> usize {
        let rest = self.rest();
        let mut previous_slash = false;
        for (offset, character) in rest.char_indices() {
            let comment = previous_slash && matches!(character, '/' | '*');
            if comment {
                return self.at + offset - 1;
            }
            if is_blank(character) || "()[]{},:\"'".contains(character) {
                return self.at + offset;
            }
            previous_slash = character == '/';
        }
        self.text.len()
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_blank();
        let start = self.at;
        let (kind, end) = match self.byte(start)? {
            b'(' | b'[' | b'{' => (Kind::Open, start + 1),
            b')' | b']' | b'}' => (Kind::Close, start + 1),
            b',' => (Kind::Comma, start + 1),
            b':' => (Kind::Colon, start + 1),
            _ => match self.string_end() {
                Some(end) => (Kind::Text, end),
                None => (Kind::Word, self.word_end()),
            },
        };
        // An escape at the very end of a broken text can point beyond it.
        self.at = super::floor_boundary(self.text, end).max(start + 1);
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        Some(Token {
            kind,
            start,
            end: self.at,
        })
    }
}

/// Bytes of a block comment at the start of `text`; such comments nest.
pub(in crate::dataset) fn block_comment_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    text.len()
}

/// What RON counts as white space.
fn is_blank(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\u{b}'
            | '\u{c}'
            | '\u{85}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
    )
}
