//! "Did you mean …?"

use super::read::limits::MAX_WORD;

/// How alike two words must be to be offered, from 0 (nothing in common) to 1 (equal).
const ALIKE: f64 = 0.8;

/// The candidate most like `found`, if one is alike enough.
///
/// Jaro-Winkler similarity, ignoring case; of equally good ones the first.
#[must_use]
pub fn did_you_mean<'a>(
    found: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Comparing takes time in proportion to the product of the lengths.
    if found.len() > MAX_WORD {
        return None;
    }
    let found = found.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        if candidate.len() > MAX_WORD {
            continue;
        }
        let score = strsim::jaro_winkler(&found, &candidate.to_lowercase());
        if score >= ALIKE && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
