//! Under the chart: what is not in the bars and why, and the sources of what is.

use super::{
    bridge::bridge_button,
    sides::{memos, of_side, sides},
    table_data::left_out_key,
};
use crate::{
    analysis::{
        prices::PriceIndex,
        projects::{InvestmentChart, InvestmentUnit, MoneyStage},
    },
    app::view::Side,
    i18n::money_m,
    ui::{
        Cx,
        widgets::{cited_button, export_button, muted, warning_note},
        wording,
    },
};
use eframe::egui::{Align, Layout, Ui};
use std::collections::BTreeMap;

/// What is not in the bars, and the sources of what is; of both sides where two are compared.
pub(super) fn notices_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.spacing_mut().interact_size.y = 18.0;
    let title = cx.t("investment-title");
    for side in sides(cx) {
        let cx = &cx.on(*side);
        let Some(chart) = memos(cx).chart.get() else {
            continue;
        };
        ui.push_id(side, |ui| {
            ui.horizontal(|ui| {
                muted(ui, &of_side(cx, &drawn_words(cx, chart)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if *side == Side::A {
                        export_button(ui, cx, "investment", &title);
                    }
                    cited_button(ui, cx, &of_side(cx, &title), &chart.sources);
                });
            });
        });
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for side in sides(cx) {
            let cx = &cx.on(*side);
            let chart = memos(cx).chart.get();
            let more = chart.map_or_else(Vec::new, |chart| more_notices(cx, chart));
            // A side that has nothing to say takes no room.
            if !more.is_empty() {
                ui.push_id(side, |ui| more_ui(ui, cx, more));
            }
        }
    });
}

/// The notices of a side.
fn more_ui(ui: &mut Ui, cx: &Cx<'_>, notices: Vec<(Notice, String, String)>) {
    for (kind, short, full) in notices {
        let short = of_side(cx, &short);
        match kind {
            Notice::LeftOut => bridge_button(ui, cx, &short, &full),
            Notice::Plain => {
                warning_note(ui, &short).on_hover_text(full);
            }
        }
    }
}

/// How many of the projects are in the bars, and what the others lack.
pub(super) fn drawn_words(cx: &Cx<'_>, chart: &InvestmentChart) -> String {
    let notices = &chart.notices;
    let values = [
        ("drawn", notices.drawn.into()),
        ("shown", notices.shown.into()),
        ("missing", notices.without_amount.into()),
        ("undated", notices.undated.0.into()),
    ];
    let key = if chart.options.unit == InvestmentUnit::Count {
        "notice-count"
    } else {
        "notice-money"
    };
    cx.with(key, &values)
}

/// What a notice leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// The bridge from the naive sum to the clean one.
    LeftOut,
    /// Nothing.
    Plain,
}

/// That a sum mixes stages of money, in short and with how many are of which; nothing if it does not.
pub(super) fn mixed(cx: &Cx<'_>, stages: &BTreeMap<MoneyStage, usize>) -> Option<(String, String)> {
    if stages.is_empty() {
        return None;
    }
    let stages: Vec<String> = stages
        .iter()
        .map(|(stage, n)| format!("{n} {}", cx.t(wording::stage(*stage)).to_lowercase()))
        .collect();
    let stages = stages.join(", ");
    let full = cx.with("notice-mixed-full", &[("stages", (&stages).into())]);
    Some((cx.t("notice-mixed"), full))
}

/// Each notice in short, and in full for its tooltip.
pub(super) fn more_notices(cx: &Cx<'_>, chart: &InvestmentChart) -> Vec<(Notice, String, String)> {
    let notices = &chart.notices;
    let mut out = Vec::new();
    let all = notices.left_out.values();
    let (count, sum) = all.fold((0, 0.0), |(n, sum), (count, money)| {
        (n + count, sum + money)
    });
    if count > 0 {
        let reasons = notices.left_out.iter();
        let reasons: Vec<String> = reasons
            .map(|(reason, (n, _))| format!("{n} {}", cx.t(left_out_key(*reason))))
            .collect();
        let money = money_m(sum, cx.currency());
        let values = [("count", count.into()), ("money", (&money).into())];
        let full = cx.with(
            "notice-left-out-full",
            &[("reasons", (&reasons.join(", ")).into())],
        );
        out.push((Notice::LeftOut, cx.with("notice-left-out", &values), full));
    }
    let mixed = mixed(cx, &notices.mixed_stages);
    out.extend(mixed.map(|(short, full)| (Notice::Plain, short, full)));
    let drawn = |year: &i32| {
        let mut bars = chart.bars.iter();
        bars.any(|bar| bar.year == *year && bar.count > 0)
    };
    if let Some(year) = chart.partial_year.filter(drawn) {
        let text = cx.with("notice-partial", &[("year", (&year.to_string()).into())]);
        out.push((Notice::Plain, text, cx.t("partial-year")));
    }
    out.extend(prices(cx, chart).map(|(short, full)| (Notice::Plain, short, full)));
    if notices.unpriced.0 > 0 {
        let money = money_m(notices.unpriced.1, cx.currency());
        let values = [
            ("count", notices.unpriced.0.into()),
            ("money", (&money).into()),
        ];
        let short = cx.with("notice-unpriced", &values);
        out.push((Notice::Plain, short, cx.t("notice-unpriced-full")));
    }
    if notices.midpoints > 0 {
        let text = cx.with("notice-midpoints", &[("count", notices.midpoints.into())]);
        out.push((Notice::Plain, text.clone(), text));
    }
    out
}

/// In which prices the bars are, and how amounts came to be in them; nothing where they are as stated.
fn prices(cx: &Cx<'_>, chart: &InvestmentChart) -> Option<(String, String)> {
    let deflator = chart.deflator.as_ref()?;
    let index = PriceIndex::of(cx.catalog())?;
    let series = cx.catalog().series(&index.series)?;
    let name = Some(cx.text(&series.name)).filter(|name| !name.is_empty());
    let year = deflator.base_year.to_string();
    let basis = cx
        .t(wording::year_basis(chart.options.basis))
        .to_lowercase();
    let values = [
        ("year", (&year).into()),
        ("basis", (&basis).into()),
        ("index", name.unwrap_or(&series.id).into()),
    ];
    Some((
        cx.with("notice-prices", &values),
        cx.with("notice-prices-full", &values),
    ))
}
