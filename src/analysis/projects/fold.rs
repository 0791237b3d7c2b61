//! Text folded for searching: no case, no accents, one kind of space.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds a text so that `Ақтөбе`, `ақтөбе` and `АҚТӨБЕ` compare equal, as do `Małaszewicze` and `malaszewicze`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds a text behind what is there.
pub(super) fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        return fold_ascii(text, out);
    }
    let start = out.len();
    let mut space = false;
    for character in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if character.is_whitespace() {
            space = out.len() > start;
            continue;
        }
        if space {
            out.push(' ');
            space = false;
        }
        match character {
            // Letters whose stroke is not a combining mark.
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' => out.push('d'),
            'ı' => out.push('i'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => out.push('\''),
            other => out.extend(other.to_lowercase()),
        }
    }
}

/// The same for texts without accents, which most are.
fn fold_ascii(text: &str, out: &mut String) {
    let start = out.len();
    for word in text.split_whitespace() {
        if out.len() > start {
            out.push(' ');
        }
        out.push_str(word);
    }
    if let Some(new) = out.get_mut(start..) {
        new.make_ascii_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_and_spaces_do_not_matter() {
        assert_eq!(fold("  Małaszewicze \u{a0} Łódź"), "malaszewicze lodz");
        assert_eq!(fold("АҚТӨБЕ"), fold("ақтөбе"));
        assert_eq!(fold("Xi\u{2019}an"), "xi'an");
        assert_eq!(fold(" Silver\t\u{b} TUNNEL \n"), "silver tunnel");
        assert_eq!(fold(" \t"), "");
        assert_eq!(fold("哈萨克斯坦"), "哈萨克斯坦");
    }
}
