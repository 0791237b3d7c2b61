//! Words from files in messages: short, and without characters that do something unseen.

use crate::dataset::read::limits::MAX_MESSAGE;
use std::fmt::{self, Display, Write};

/// Whether a character is not seen itself but can change what is seen around it.
///
/// Control characters apart from tabs and line breaks, marks and overrides of direction, and
/// spaces without width. The joiners (U+200C, U+200D) are not among them: scripts and emoji
/// need them.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

/// Takes characters until there are enough.
struct Short {
    text: String,
    left: usize,
}

impl Write for Short {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        for character in piece.chars() {
            if self.left == 0 {
                self.text.push('…');
                return Err(fmt::Error);
            }
            self.left -= 1;
            if is_hidden(character) {
                self.text.extend(character.escape_unicode());
            } else {
                self.text.push(character);
            }
        }
        Ok(())
    }
}

/// A message of bearable length; writing it stops as soon as it is too long.
#[must_use]
pub fn shorten(message: impl Display) -> String {
    let mut short = Short {
        text: String::new(),
        left: MAX_MESSAGE,
    };
    // It fails where it is cut off.
    let _ = write!(short, "{message}");
    short.text
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn messages_are_cut_and_show_what_is_hidden() {
        assert_eq!(shorten("a\tb\nc"), "a\tb\nc");
        assert_eq!(shorten("\u{1b}[2J\u{202e}x"), "\\u{1b}[2J\\u{202e}x");
        let long = shorten("é".repeat(1_000_000));
        assert_eq!(long.chars().count(), 401);
        assert!(long.ends_with("é…"));
    }
}
