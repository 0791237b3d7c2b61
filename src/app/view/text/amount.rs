//! Amounts of projects: `500..`, `10..100`, `not-stated`, `..10,not-stated`; `>500` is read too.

use super::{
    problem::{Expected, Reason},
    projects::NOT_STATED_WORD,
    token::Token,
};
use crate::analysis::projects::AmountFilter;

/// What stands after the colon.
pub(super) fn written(amount: AmountFilter) -> String {
    match amount {
        AmountFilter::NotStated => NOT_STATED_WORD.to_owned(),
        AmountFilter::Range {
            from_m,
            to_m,
            or_not_stated,
        } => {
            let side = |side: Option<f64>| side.map_or_else(String::new, |side| side.to_string());
            let more = if or_not_stated {
                format!(",{NOT_STATED_WORD}")
            } else {
                String::new()
            };
            format!("{}..{}{more}", side(from_m), side(to_m))
        }
    }
}

/// The amounts that a token asks for.
pub(super) fn read(token: &Token<'_>) -> Result<AmountFilter, Reason> {
    let words: Vec<&str> = token
        .values()?
        .iter()
        .map(|item| item.text.as_str())
        .collect();
    match words.as_slice() {
        [word] if *word == NOT_STATED_WORD => Ok(AmountFilter::NotStated),
        [range] => between(range, false),
        [range, word] if *word == NOT_STATED_WORD => between(range, true),
        _ => Err(Reason::Malformed(Expected::Amounts)),
    }
}

fn between(text: &str, or_not_stated: bool) -> Result<AmountFilter, Reason> {
    let malformed = Reason::Malformed(Expected::Amounts);
    let side = |text: &str| match text {
        "" => Ok(None),
        text => amount(text).map(Some),
    };
    let (from_m, to_m) = if let Some(least) = text.strip_prefix('>') {
        (Some(amount(least)?), None)
    } else if let Some(most) = text.strip_prefix('<') {
        (None, Some(amount(most)?))
    } else if let Some((from, to)) = text.split_once("..") {
        (side(from)?, side(to)?)
    } else {
        let only = amount(text)?;
        (Some(only), Some(only))
    };
    if from_m.zip(to_m).is_some_and(|(from, to)| from > to) {
        return Err(malformed);
    }
    Ok(AmountFilter::Range {
        from_m,
        to_m,
        or_not_stated,
    })
}

fn amount(text: &str) -> Result<f64, Reason> {
    let amount: Option<f64> = text.parse().ok();
    let amount = amount.filter(|amount| amount.is_finite() && *amount >= 0.0);
    amount.ok_or(Reason::Malformed(Expected::Amounts))
}
