//! What a search looks for, and where in a text it stands.

use super::fold::fold;
use std::ops::Range;

/// The folded words and phrases of a search, each of which must occur. A phrase stands in quotes; a quote
/// that nobody closes is still being typed and means nothing yet.
#[must_use]
pub fn needles(search: &str) -> Vec<String> {
    let pieces: Vec<&str> = search.split('"').collect();
    let last = pieces.len().saturating_sub(1);
    let mut needles: Vec<String> = Vec::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        let folded = fold(piece);
        if at % 2 == 1 && at < last {
            needles.push(folded);
        } else {
            needles.extend(folded.split(' ').map(str::to_owned));
        }
    }
    needles.retain(|needle| !needle.is_empty());
    needles
}

/// Where the needles stand in a text: byte ranges in order, none touching another.
#[must_use]
pub fn marks(text: &str, needles: &[String]) -> Vec<Range<usize>> {
    if needles.is_empty() {
        return Vec::new();
    }
    let (folded, places) = folded_with_places(text);
    let place = |at: usize| places.get(at).cloned().unwrap_or(text.len()..text.len());
    let mut found: Vec<Range<usize>> = needles
        .iter()
        .flat_map(|needle| folded.match_indices(needle.as_str()))
        .map(|(at, needle)| place(at).start..place(at + needle.len() - 1).end)
        .collect();
    found.sort_by_key(|range| range.start);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for range in found {
        match marks.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    marks
}

/// A text folded letter by letter, and for each byte of it the letter it comes from.
fn folded_with_places(text: &str) -> (String, Vec<Range<usize>>) {
    let mut folded = String::with_capacity(text.len());
    let mut places: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let place = at..at + letter.len_utf8();
        if letter.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            let own = fold(letter.encode_utf8(&mut [0; 4]));
            if own.is_empty() {
                // A mark belongs to the letter before it.
                if let Some(before) = places.last_mut() {
                    before.end = place.end;
                }
            }
            folded.push_str(&own);
        }
        places.resize(folded.len(), place);
    }
    (folded, places)
}

#[cfg(test)]
mod tests {
    use super::{marks, needles};

    #[test]
    fn words_and_phrases_are_told_apart() {
        assert_eq!(needles("  Gas  pipe "), ["gas", "pipe"]);
        assert_eq!(needles("\"North National\" gas"), ["north national", "gas"]);
        assert_eq!(needles("\"still typed"), ["still", "typed"]);
        assert!(needles("\" \" \"\"").is_empty());
    }

    #[test]
    fn marks_stand_on_the_letters_as_they_are_written() {
        let marked = |text: &str, search: &str| -> Vec<String> {
            let marks = marks(text, &needles(search));
            let shown = marks.into_iter().map(|range| text[range].to_owned());
            shown.collect()
        };
        assert_eq!(marked("Ақтөбе – Атырау", "АҚТӨ"), ["Ақтө"]);
        assert_eq!(marked("Małaszewicze", "lasz"), ["łasz"]);
        assert_eq!(marked("e\u{301}te\u{301}", "ete"), ["e\u{301}te\u{301}"]);
        assert_eq!(marked("North  Line", "\"north line\""), ["North  Line"]);
        assert_eq!(marked("banana", "an na"), ["anana"]);
        assert!(marked("North", "south").is_empty());
    }
}
