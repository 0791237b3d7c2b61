//! Nothing is selected: how to read the tab, what the scopes mean, the formulas in words.

use crate::analysis::transit::emissions::mode_factor;
use crate::dataset::schema::{Id, Mode};
use crate::i18n::decimal;
use crate::ui::{
    Cx,
    theme::{size, strong},
    widgets::{muted, section, sources_button, warning_note},
    wording::transit as words,
};
use eframe::egui::Ui;

/// The panel.
pub(super) fn reading_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("transit-reading"), size::TITLE));
    muted(ui, &cx.t("transit-reading-select"));
    for key in [
        "transit-reading-marks",
        "transit-reading-scope",
        "transit-reading-cost",
        "transit-reading-threshold",
        "transit-reading-frontier",
    ] {
        section(ui, &cx.t(key), "");
        muted(ui, &cx.t(&format!("{key}-text")));
    }
    section(ui, &cx.t("transit-reading-emissions"), "");
    muted(ui, &cx.t("transit-reading-emissions-text"));
    factors_ui(ui, cx);
    section(ui, &cx.t("transit-reading-assumed"), "");
    warning_note(ui, &cx.t("transit-reading-assumed-text"));
}

/// The factors by mode, and the published ones behind them.
fn factors_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let published = &cx.catalog().data().transit.factors;
    for mode in Mode::ALL {
        let Some(factor) = mode_factor(mode) else {
            continue;
        };
        let band = factor.g_per_tkm;
        let range = crate::i18n::range(&decimal(band.low, 1), &decimal(band.high, 1));
        let key = if factor.assumed {
            "transit-factor-assumed"
        } else {
            "transit-factor"
        };
        let name = cx.t(words::mode(mode));
        let typical = decimal(band.typical, 1);
        let values = [
            ("mode", (&name).into()),
            ("typical", (&typical).into()),
            ("range", (&range).into()),
        ];
        let line = cx.with(key, &values);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            muted(ui, &line).on_hover_text(factor.basis);
            let mut sources: Vec<Id> = published
                .iter()
                .filter(|published| published.mode == mode)
                .flat_map(|published| published.sources.iter().cloned())
                .collect();
            sources.sort();
            sources.dedup();
            sources_button(ui, cx, &line, &sources);
        });
    }
}
