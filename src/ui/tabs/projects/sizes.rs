//! The amounts as a small histogram on a logarithmic scale; a click or drag chooses amounts.

use crate::{
    analysis::{
        projects::{AmountFilter, FilterResult, size_step, step_from_m},
        stats,
    },
    app::{Action, action::ProjectsAction},
    i18n::{grouped, money_m},
    ui::{
        Cx,
        widgets::{FacetRow, Histogram, facet_row, histogram, muted, quiet_button, section},
        wording,
    },
};
use eframe::egui::Ui;

/// The histogram, the box of those that state none, median and sum of what is kept.
pub(super) fn sizes_ui(ui: &mut Ui, cx: &Cx<'_>, filtered: &FilterResult) {
    let derived = &cx.state.derived.projects;
    let Some((first, last)) = derived.sizes.get().and_then(|range| **range) else {
        return;
    };
    ui.add_space(4.0);
    let chosen = cx.state.view.projects.filter.amount;
    let low = money_m(step_from_m(first), cx.currency());
    let high = money_m(step_from_m(last + 1), cx.currency());
    section(ui, &cx.t("sizes-title"), &format!("{low} – {high}"));
    let words = chosen.map_or_else(
        || cx.t("sizes-all"),
        |amount| wording::amount_words(cx, amount),
    );
    let name = cx.with("sizes-name", &[("amounts", (&words).into())]);
    let bars = Histogram {
        name: &name,
        counts: &filtered.sizes.steps,
        range: (first, last),
        chosen: chosen.map(|amount| steps_of(amount, (first, last))),
    };
    let (response, newly) = histogram(ui, &bars);
    response.on_hover_text(cx.t("sizes-tip"));
    if let Some((from, to)) = newly {
        // The first and last bar hold everything beyond them too.
        choose(
            cx,
            AmountFilter::Range {
                from_m: (from > first).then(|| step_from_m(from)),
                to_m: (to < last).then(|| step_from_m(to + 1)),
                or_not_stated: false,
            },
        );
    }
    not_stated_ui(ui, cx, filtered);
    muted(ui, &kept_words(cx));
    if chosen.is_some() && quiet_button(ui, &cx.t("sizes-all"), &cx.t("sizes-all")).clicked() {
        cx.push(Action::Projects(ProjectsAction::Amount(None)));
    }
}

fn choose(cx: &Cx<'_>, amount: AmountFilter) {
    cx.push(Action::Projects(ProjectsAction::Amount(Some(amount))));
}

/// The bars that a filter keeps; none where it keeps only what states nothing.
fn steps_of(amount: AmountFilter, (first, last): (i32, i32)) -> (i32, i32) {
    match amount {
        AmountFilter::NotStated => (last + 1, last),
        AmountFilter::Range { from_m, to_m, .. } => {
            // An amount at the end of a step is the beginning of the next.
            let end = |to: f64| size_step(to * (1.0 - 1e-9));
            (from_m.map_or(first, size_step), to_m.map_or(last, end))
        }
    }
}

/// Projects that state no amount, as a box of their own.
fn not_stated_ui(ui: &mut Ui, cx: &Cx<'_>, filtered: &FilterResult) {
    let count = filtered.sizes.not_stated;
    let chosen = cx.state.view.projects.filter.amount;
    if count == 0 && chosen != Some(AmountFilter::NotStated) {
        return;
    }
    let included = match chosen {
        Some(AmountFilter::NotStated) => true,
        Some(AmountFilter::Range { or_not_stated, .. }) => or_not_stated,
        None => false,
    };
    let name = cx.with("sizes-not-stated", &[("count", count.into())]);
    let row = FacetRow {
        label: &cx.t("facet-not-stated"),
        count: &grouped(stats::count(count)),
        money: "–",
        widest: "–",
        share: 0.0,
        color: None,
        included,
        excluded: false,
        empty: count == 0,
        name: &name,
    };
    if facet_row(ui, &row).on_hover_text(&name).clicked() {
        let next = match chosen {
            None => Some(AmountFilter::NotStated),
            Some(AmountFilter::NotStated) => None,
            Some(AmountFilter::Range {
                from_m,
                to_m,
                or_not_stated,
            }) => Some(AmountFilter::Range {
                from_m,
                to_m,
                or_not_stated: !or_not_stated,
            }),
        };
        cx.push(Action::Projects(ProjectsAction::Amount(next)));
    }
}

/// Median of what is kept, and the sum that counts each dollar once.
fn kept_words(cx: &Cx<'_>) -> String {
    let derived = &cx.state.derived.projects;
    let median = derived.median_m.get().and_then(|median| **median);
    let sum = derived
        .a
        .bridge
        .get()
        .map_or(0.0, |bridge| bridge.clean.money_m);
    median.map_or_else(String::new, |median| {
        let (median, sum) = (money_m(median, cx.currency()), money_m(sum, cx.currency()));
        let values = [("median", (&median).into()), ("sum", (&sum).into())];
        cx.with("sizes-median", &values)
    })
}
