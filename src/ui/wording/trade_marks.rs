//! What limits a number of trade, in words: what it may be used for, its mark, its valuation.

use crate::{
    analysis::trade::{Point, Standing},
    dataset::schema::{MarkKind, Valuation},
    ui::Cx,
};

/// Message key of what a number may be used for.
#[must_use]
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Record => "standing-record",
        Standing::Estimate => "standing-estimate",
        Standing::PartialYear => "standing-partial",
        Standing::Forecast => "standing-forecast",
    }
}

/// Message key of a mark that the standing does not say already.
#[must_use]
pub fn mark(kind: MarkKind) -> Option<&'static str> {
    match kind {
        MarkKind::Provisional => Some("mark-provisional"),
        MarkKind::Derived => Some("mark-derived"),
        MarkKind::Rounded => Some("mark-rounded"),
        MarkKind::AtLeast => Some("mark-at-least"),
        MarkKind::AtMost => Some("mark-at-most"),
        MarkKind::PartialYear | MarkKind::Estimate | MarkKind::Forecast | MarkKind::Note => None,
    }
}

/// Message key of how goods are valued.
#[must_use]
pub fn valuation(valuation: Valuation) -> &'static str {
    match valuation {
        Valuation::Fob => "valuation-fob",
        Valuation::Cif => "valuation-cif",
        Valuation::Unknown => "valuation-unknown",
    }
}

/// What limits a number: standing, kind of mark, valuation.
#[must_use]
pub fn point_marks(cx: &Cx<'_>, point: &Point) -> Vec<String> {
    let weak = (point.standing != Standing::Record).then(|| standing(point.standing));
    let mark = point.mark.as_ref().and_then(|own| mark(own.kind));
    let mut words: Vec<String> = [weak, mark, point.valuation.map(valuation)]
        .into_iter()
        .flatten()
        .map(|key| cx.t(key))
        .collect();
    if let Some(period) = point.mark.as_ref().and_then(|mark| mark.period) {
        words.push(period.to_string().replace("..", "–"));
    }
    words
}
