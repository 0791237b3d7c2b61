//! The card with the gap between the two sides, under the lines and over the same years.

use super::{
    chart::{Drawn, plot_ui},
    choice, choose,
    notes::{empty_ui, one_line},
};
use crate::{
    analysis::trade::{
        Notice, TradeAnswer,
        chart::{Chart, GapBase, What},
    },
    i18n::percent,
    ui::{
        Cx,
        charts::line_legend_ui,
        theme::{size, strong},
        widgets::{export_button, figure_card, muted, segmented},
        wording::{self, trade as words},
    },
};
use eframe::egui::{Align, Layout, Ui};

/// The card with the gap between the two sides.
pub(super) fn gap_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer, gap: &Chart, height: f32) {
    figure_card(ui, "gap", |ui| {
        ui.horizontal(|ui| {
            ui.label(strong(words::title(cx, gap), size::BRAND));
            if answer.mirror.is_some() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    gap_base_ui(ui, cx);
                });
            }
        });
        let drawn = Drawn::of(cx, gap);
        ui.horizontal_wrapped(|ui| {
            muted(ui, &gap_subtitle(cx, gap, &drawn.unit));
            if drawn.series.len() > 1 {
                ui.add_space(8.0);
                line_legend_ui(ui, &drawn.series);
            }
        });
        if gap.is_empty() {
            empty_ui(ui, cx, gap, height);
        } else {
            plot_ui(ui, cx, gap, drawn, height, None);
        }
        gap_notes_ui(ui, cx, answer, gap);
    });
}

fn gap_base_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let bases = [
        (GapBase::Mean, cx.t("gap-mean")),
        (GapBase::Importer, cx.t("gap-importer")),
        (GapBase::Exporter, cx.t("gap-exporter")),
        (GapBase::Amount, cx.t("gap-amount")),
    ];
    if let Some(base) = segmented(ui, choice(cx).gap_base, &bases) {
        choose(cx, |choice| choice.gap_base = base);
    }
}

pub(super) fn gap_subtitle(cx: &Cx<'_>, gap: &Chart, unit: &str) -> String {
    let (home, partner) = (
        words::country(cx, cx.catalog().home()),
        words::country(cx, cx.catalog().partner()),
    );
    let unit = wording::with_prices(cx, unit, gap.prices);
    let key = match gap.title.what {
        What::TurnoverGap => "gap-sub-turnover",
        What::GapOfExporter => "gap-sub-exporter",
        What::GapOfImporter => "gap-sub-importer",
        What::GapOfMean => "gap-sub-mean",
        _ => "gap-sub-amount",
    };
    cx.with(
        key,
        &[
            ("unit", (&unit).into()),
            ("home", (&home).into()),
            ("partner", (&partner).into()),
        ],
    )
}

fn gap_notes_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer, gap: &Chart) {
    let own = gap
        .notices
        .iter()
        .filter(|notice| matches!(notice, Notice::OneSided { .. } | Notice::NotAdjusted { .. }));
    let mut notes: Vec<String> = own
        .map(|notice| words::notice(cx, notice, &gap.unit))
        .collect();
    if answer.mirror.is_some() && !gap.band.is_empty() {
        let margin = choice(cx).margin;
        let (low, high) = (percent(margin.low()), percent(margin.high()));
        notes.insert(
            0,
            cx.with(
                "legend-band-freight",
                &[("low", (&low).into()), ("high", (&high).into())],
            ),
        );
    }
    ui.spacing_mut().interact_size.y = 18.0;
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        export_button(ui, cx, "gap", &words::title(cx, gap));
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            one_line(ui, &notes.join(" · "), false);
        });
    });
}
