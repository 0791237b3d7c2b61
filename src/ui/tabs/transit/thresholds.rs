//! Which route costs least from which cargo value on, and how sure that is.

use super::{route_name, select};
use crate::{
    analysis::transit::{Comparison, breakeven::Step},
    ui::{
        Cx,
        theme::size,
        widgets::{muted, section, swatch, warning_note},
        wording::transit::{mode_color, threshold_range, usd},
    },
};
use eframe::egui::{Label, RichText, Sense, Ui};

/// The section.
pub(super) fn thresholds_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(comparison) = cx.state.derived.transit.comparison.get() else {
        return;
    };
    section(ui, &cx.t("transit-threshold-title"), "");
    if comparison.envelope.is_empty() {
        muted(ui, &cx.t("transit-none"));
        return;
    }
    let steps = &comparison.envelope;
    for (i, step) in steps.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| steps.get(i));
        let next = steps.get(i + 1);
        step_ui(ui, cx, comparison, step, before, next);
    }
}

fn step_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    comparison: &Comparison,
    step: &Step,
    before: Option<&Step>,
    next: Option<&Step>,
) {
    let route_of = |step: &Step| comparison.ranked.get(step.line).map(|row| row.known.route);
    let Some(route) = route_of(step) else {
        return;
    };
    let name = route_name(cx, route);
    let mode = cx.catalog().data().transit.routes.get(route);
    let from = usd(step.from_value_usd);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(record) = mode {
            swatch(ui, mode_color(cx, record.mode));
        }
        let text = RichText::new(name).size(size::TABLE).color(cx.tokens.text);
        let label = Label::new(text).truncate().selectable(false);
        if ui.add(label.sense(Sense::click())).clicked() {
            select(cx, route);
        }
    });
    let before = before.and_then(route_of).map(|route| route_name(cx, route));
    let words = match (before, next) {
        (None, None) => cx.t("transit-threshold-every"),
        (None, Some(next)) => {
            let to = usd(next.from_value_usd);
            cx.with("transit-threshold-below-only", &[("to", (&to).into())])
        }
        (Some(_), _) => cx.with("transit-threshold-from", &[("from", (&from).into())]),
    };
    let response = muted(ui, &words);
    if let Some(before) = before {
        let values = [
            ("fast", name.into()),
            ("slow", before.into()),
            ("value", (&from).into()),
        ];
        response.on_hover_text(cx.with("transit-threshold-beats", &values));
    }
    if let Some(band) = step.band {
        warning_note(ui, &threshold_range(cx, band))
            .on_hover_text(cx.t("transit-threshold-range-tip"));
    }
    ui.add_space(2.0);
}
