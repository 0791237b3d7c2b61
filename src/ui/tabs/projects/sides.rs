//! The side of a comparison that a picture is drawn of: its results, its filter, and what both sides share.
//! While nothing is compared there is one side, A.

use crate::{
    analysis::projects::{Axes, Filter, StackPart},
    app::{
        Action,
        action::ProjectsAction,
        derived::SideDerived,
        view::{ComparedAxes, Side},
    },
    ui::{Cx, wording},
};

/// Whether two sides are compared.
pub(super) fn is_comparing(cx: &Cx<'_>) -> bool {
    cx.state.view.projects.against.is_some()
}

/// The sides that are drawn.
pub(super) fn sides(cx: &Cx<'_>) -> &'static [Side] {
    if is_comparing(cx) {
        &[Side::A, Side::B]
    } else {
        &[Side::A]
    }
}

/// What is known of the side that is drawn.
pub(super) fn memos<'a>(cx: &Cx<'a>) -> &'a SideDerived {
    cx.state.derived.projects.side(cx.side)
}

/// The filter of the side that is drawn.
pub(super) fn filter_of<'a>(cx: &Cx<'a>) -> &'a Filter {
    cx.state.view.projects.filter_of(cx.side)
}

/// Changes the filter of the side that is drawn.
pub(super) fn filter_by(cx: &Cx<'_>, action: ProjectsAction) {
    cx.push(Action::Projects(match cx.side {
        Side::A => action,
        Side::B => ProjectsAction::OtherSide(Box::new(action)),
    }));
}

/// The letter of a side.
pub(super) fn letter(cx: &Cx<'_>, side: Side) -> String {
    cx.t(match side {
        Side::A => "compare-a",
        Side::B => "compare-b",
    })
}

/// The filter of the side that is drawn, as a sentence.
pub(super) fn sentence(cx: &Cx<'_>) -> String {
    let filter = filter_of(cx);
    if filter.is_empty() {
        cx.t("compare-all")
    } else {
        wording::filter_sentence(cx, filter)
    }
}

/// Words that say of which side they are, where there are two.
pub(super) fn of_side(cx: &Cx<'_>, words: &str) -> String {
    if !is_comparing(cx) {
        return words.to_owned();
    }
    let side = letter(cx, cx.side);
    let values = [("side", (&side).into()), ("words", words.into())];
    cx.with("compare-of-side", &values)
}

/// What both sides are measured by, where two are compared.
fn axes<'a>(cx: &Cx<'a>) -> Option<&'a Axes> {
    let axes = cx.state.derived.projects.axes.get();
    axes.map(|axes| &**axes).filter(|_| is_comparing(cx))
}

/// The axes, where both sides share them.
pub(super) fn shared_axes<'a>(cx: &Cx<'a>) -> Option<&'a Axes> {
    let shares = cx.state.view.projects.axes == ComparedAxes::Shared;
    axes(cx).filter(|_| shares)
}

/// The order that gives parts their colours: that of both sides together, so that a part looks the same on both.
pub(super) fn order<'a>(cx: &Cx<'a>, own: &'a [StackPart]) -> &'a [StackPart] {
    let joined = axes(cx).map(|axes| axes.order.as_slice());
    joined.filter(|order| !order.is_empty()).unwrap_or(own)
}
