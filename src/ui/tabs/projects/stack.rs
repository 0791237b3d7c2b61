//! Names and colours of what bars and rows are divided by.

use crate::{
    analysis::projects::{FacetValue, StackBy, StackPart},
    ui::{Cx, wording},
};
use eframe::egui::Color32;

/// Colours for the named parts of an open list; the last slot is that of all others.
const NAMED: u8 = 7;

/// Message key of a division.
pub(super) fn key(by: StackBy) -> &'static str {
    match by {
        StackBy::Group => "stack-group",
        StackBy::Status => "stack-status",
        StackBy::Instrument => "stack-instrument",
        StackBy::Party => "stack-party",
        StackBy::Host => "stack-host",
        StackBy::Lender => "stack-lender",
        StackBy::Contractor => "stack-contractor",
        StackBy::Region => "stack-region",
    }
}

/// A division in words.
pub(super) fn words(cx: &Cx<'_>, by: StackBy) -> String {
    let countries = [("home", cx.home().into()), ("partner", cx.partner().into())];
    cx.with(key(by), &countries)
}

/// The facet value of a part, if it is one.
pub(super) fn value<'a>(cx: &Cx<'a>, by: StackBy, part: StackPart) -> Option<&'a FacetValue> {
    let StackPart::Value(value) = part else {
        return None;
    };
    let column = cx.state.dataset.projects.facets.get(by.facet())?;
    column.values.get(value)
}

/// What a part is called.
pub(super) fn name(cx: &Cx<'_>, by: StackBy, part: StackPart) -> String {
    match part {
        StackPart::Value(_) => value(cx, by, part)
            .map(|value| wording::label(cx, &value.label))
            .unwrap_or_default(),
        StackPart::Several => cx.t("stack-several"),
        StackPart::Other => cx.t("stack-other"),
    }
}

/// The colour of a part: sectors have their own, states go from pale to full, others stand in order.
pub(super) fn color(cx: &Cx<'_>, by: StackBy, part: StackPart, order: &[StackPart]) -> Color32 {
    let own = value(cx, by, part);
    if by == StackBy::Group {
        return cx.tokens.slot(own.and_then(|value| value.slot));
    }
    let column = cx.state.dataset.projects.facets.get(by.facet());
    if let (StackBy::Status, StackPart::Value(value)) = (by, part) {
        let all = column.map_or(1, |column| column.values.len());
        return cx.tokens.step(value, all);
    }
    let stated = own.is_some_and(|value| !value.id.is_empty());
    let at = order.iter().position(|other| *other == part);
    match (part, at.and_then(|at| u8::try_from(at).ok())) {
        (StackPart::Value(_), Some(at)) if stated => named(cx, at),
        (StackPart::Several, _) => cx.tokens.muted,
        (StackPart::Other, _) => cx.tokens.slot(None),
        _ => cx.tokens.border,
    }
}

/// The colour of a named part of an open list. Two pictures together can have more parts than there are colours:
/// those beyond them begin again, paler.
fn named(cx: &Cx<'_>, at: u8) -> Color32 {
    let color = cx.tokens.slot(Some(at % NAMED));
    if at < NAMED {
        color
    } else {
        cx.tokens.surface.lerp_to_gamma(color, 0.5)
    }
}
