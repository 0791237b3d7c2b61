//! Words of claims: stated numbers, verdicts, kinds of events, parts of lists.

use crate::{
    analysis::claims::{Candidate, CandidateOrigin, ClaimCheck, Fit, Interval, Verdict},
    dataset::schema::{Claim, EventKind, ListPart, Qualifier},
    i18n::{decimal, money_m, percent, range},
    ui::{Cx, wording::unit_words},
};

/// A number in the unit of a claim: `$27bn`, `15 days`.
#[must_use]
pub fn claim_number(unit: &str, value: f64) -> String {
    match unit.split_once(' ') {
        Some((currency, "bn")) => money_m(value * 1000.0, currency),
        Some((currency, "m")) => money_m(value, currency),
        _ if unit == "%" => format!("{} %", decimal(value, 2)),
        _ => format!("{} {}", decimal(value, 2), unit_words(unit))
            .trim_end()
            .to_owned(),
    }
}

/// The number of a claim with its qualifying words; nothing for a point without one.
#[must_use]
pub fn claim_value(cx: &Cx<'_>, claim: &Claim) -> Option<String> {
    let unit = claim.unit.as_deref().unwrap_or_default();
    let one = |value| claim_number(unit, value);
    let text = match (claim.low, claim.high, claim.value) {
        (Some(low), Some(high), _) => range(&decimal(low, 2), &one(high)),
        (_, _, Some(value)) => one(value),
        (Some(low), None, None) => cx.with("at-least", &[("value", (&one(low)).into())]),
        (None, Some(high), None) => cx.with("at-most", &[("value", (&one(high)).into())]),
        (None, None, None) => return None,
    };
    let key = match claim.qualifier {
        None => return Some(text),
        Some(Qualifier::About) => "qualifier-about",
        Some(Qualifier::Nearly) => "qualifier-nearly",
        Some(Qualifier::MoreThan) => "qualifier-more-than",
        Some(Qualifier::UpTo) => "qualifier-up-to",
    };
    Some(cx.with(key, &[("value", (&text).into())]))
}

/// What a stated number can mean, in words.
#[must_use]
pub fn interval_words(cx: &Cx<'_>, unit: &str, interval: Interval) -> String {
    let one = |value: f64| {
        // Three digits would hide the bounds of a rounding.
        decimal(value, 4)
    };
    let unit = unit_words(unit);
    let words = if interval.low.is_finite() && interval.high.is_finite() {
        let key = if interval.high_included {
            "interval-closed"
        } else {
            "interval-open"
        };
        let values = [("low", one(interval.low)), ("high", one(interval.high))];
        let [low, high] = &values;
        cx.with(
            key,
            &[
                (low.0, (&low.1).into()),
                (high.0, (&high.1).into()),
                ("unit", (&unit).into()),
            ],
        )
    } else {
        let (key, bound) = if interval.low.is_finite() {
            ("at-least", interval.low)
        } else {
            ("at-most", interval.high)
        };
        cx.with(
            key,
            &[("value", (&format!("{} {unit}", one(bound))).into())],
        )
    };
    if interval.ambiguous_zeros {
        format!("{words}; {}", cx.t("interval-zeros"))
    } else {
        words
    }
}

/// The value of a candidate, in the claim's unit.
#[must_use]
pub fn candidate_value(unit: &str, candidate: &Candidate) -> String {
    range(
        &claim_number(unit, candidate.low),
        &claim_number(unit, candidate.high),
    )
}

/// Whose number a candidate is and how defined.
#[must_use]
pub fn candidate_label(cx: &Cx<'_>, candidate: &Candidate) -> String {
    let label = cx.catalog().text(&candidate.label, cx.state.words.tag());
    match &candidate.origin {
        CandidateOrigin::Series | CandidateOrigin::List { .. } => label.to_owned(),
        CandidateOrigin::Route { quotes, .. } => cx.with(
            "candidate-route",
            &[("name", label.into()), ("count", (*quotes).into())],
        ),
    }
}

/// The verdict on a claim, naming the definitions it holds under.
#[must_use]
pub fn verdict(cx: &Cx<'_>, check: &ClaimCheck) -> String {
    let n = check.candidates.len();
    let only = check.candidates.first().filter(|_| n == 1);
    let only = only.map(|candidate| candidate_label(cx, candidate));
    let least = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
    let of_list = |candidate: &Candidate| matches!(candidate.origin, CandidateOrigin::List { .. });
    let list = n > 1 && check.candidates.iter().all(of_list);
    match check.verdict {
        Verdict::Matches if list => cx.with("verdict-list", &[("count", n.into())]),
        Verdict::MatchesOnlyUnder { matching } if list => cx.with(
            "verdict-list-only",
            &[("count", n.into()), ("matching", matching.into())],
        ),
        Verdict::NoNumber => String::new(),
        Verdict::CannotBeChecked => cx.t("verdict-none"),
        Verdict::Matches => match only {
            Some(label) => cx.with("verdict-match-one", &[("label", (&label).into())]),
            None => cx.with("verdict-match", &[("count", n.into())]),
        },
        Verdict::MatchesOnlyUnder { matching } => {
            let first = check
                .candidates
                .iter()
                .find(|candidate| candidate.fit == Fit::Match);
            let label = first
                .map(|candidate| candidate_label(cx, candidate))
                .unwrap_or_default();
            let values = [
                ("label", (&label).into()),
                ("more", (matching - 1).into()),
                ("others", (n - matching).into()),
            ];
            cx.with(
                if matching == 1 {
                    "verdict-only-one"
                } else {
                    "verdict-only"
                },
                &values,
            )
        }
        Verdict::AboveAll(share) | Verdict::BelowAll(share) => {
            let above = matches!(check.verdict, Verdict::AboveAll(_));
            let share = least(share);
            let key = match (above, only.is_some()) {
                (true, true) => "verdict-above-one",
                (true, false) => "verdict-above",
                (false, true) => "verdict-below-one",
                (false, false) => "verdict-below",
            };
            let label = only.unwrap_or_default();
            let values = [
                ("label", (&label).into()),
                ("count", n.into()),
                ("share", (&share).into()),
            ];
            cx.with(key, &values)
        }
        Verdict::BetweenAll => cx.with("verdict-between", &[("count", n.into())]),
    }
}

/// Message key of a kind of event.
#[must_use]
pub fn event_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Agreement => "event-agreement",
        EventKind::Visit => "event-visit",
        EventKind::Policy => "event-policy",
        EventKind::Infrastructure => "event-infrastructure",
        EventKind::Finance => "event-finance",
        EventKind::Trade => "event-trade",
        EventKind::Dispute => "event-dispute",
        EventKind::Protest => "event-protest",
    }
}

/// Message key of a part of an official list.
#[must_use]
pub fn list_part(part: ListPart) -> &'static str {
    match part {
        ListPart::Total => "part-total",
        ListPart::Implemented => "part-implemented",
        ListPart::Launching => "part-launching",
        ListPart::UnderWay => "part-under-way",
        ListPart::Preparation => "part-preparation",
    }
}
