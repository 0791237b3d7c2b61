//! The shipment, and what a day on the way costs it.

use crate::{
    analysis::transit::{Cargo, Holding, Question},
    app::{Action, action::TransitAction},
    i18n::{decimal, percent},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{NumberSpec, choice, field, log_slider, muted, number, section, segmented, tick},
        wording::transit::{FREIGHT_CURRENCY, usd},
    },
};
use eframe::egui::Ui;
use std::ops::RangeInclusive;

/// Values the slider reaches, USD for a forty-foot container and up.
const VALUES_USD: RangeInclusive<f64> = 1_000.0..=10_000_000.0;
const WIDTH: f32 = 128.0;

/// Reliability and emissions when they are switched on (`formulas` D1).
const RELIABILITY_RATIO: f64 = 0.4;
const CARBON_USD_PER_TONNE: f64 = 80.0;

/// What an owner's day costs, by class of goods (`formulas` D1).
const ACCOUNTING: [(&str, f64, f64); 3] = [
    ("transit-holding-robust", 0.10, 0.0),
    ("transit-holding-sensitive", 0.10, 0.003),
    ("transit-holding-inventory", 0.25, 0.0),
];

/// What buyers were seen to pay for a day less (`formulas` D1).
const MARKET: [(&str, f64); 3] = [
    ("transit-holding-market-low", 0.006),
    ("transit-holding-market-middle", 0.010),
    ("transit-holding-market-high", 0.021),
];

/// The section.
pub(super) fn cargo_ui(ui: &mut Ui, cx: &Cx<'_>, question: &Question) {
    let cargo = question.cargo;
    section(ui, &cx.t("transit-cargo-title"), "");
    presets_ui(ui, cx, cargo);
    value_ui(ui, cx, cargo);
    load_ui(ui, cx, cargo);
    section(ui, &cx.t("transit-holding-title"), "");
    day_ui(ui, cx, cargo);
    holding_ui(ui, cx, cargo);
    switches_ui(ui, cx, cargo);
}

fn set(cx: &Cx<'_>, cargo: Cargo) {
    cx.push(Action::Transit(TransitAction::Cargo(cargo)));
}

/// A number with its name at the left; `tip` says what it is, its range and whose it is.
fn row(ui: &mut Ui, cx: &Cx<'_>, key: &str, value: f64, spec: &NumberSpec<'_>) -> Option<f64> {
    let mut edited = None;
    field(ui, &cx.t(key), |ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        let (new, response) = number(ui, value, spec);
        edited = new;
        let tip = cx.t(&format!("{key}-tip"));
        response.on_hover_text(tip);
    });
    edited
}

fn presets_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo) {
    let presets = &cx.catalog().data().transit.cargo_presets;
    if presets.is_empty() {
        return;
    }
    let current = presets
        .iter()
        .position(|preset| cargo.with_preset(preset) == cargo);
    let mut options: Vec<(Option<usize>, String)> = vec![(None, cx.t("transit-cargo-own"))];
    options.extend(
        presets
            .iter()
            .enumerate()
            .map(|(i, preset)| (Some(i), cx.text(&preset.name).to_owned())),
    );
    field(ui, &cx.t("transit-cargo-preset"), |ui| {
        let chosen = choice(ui, &cx.t("transit-cargo-preset"), current, &options);
        if let Some(preset) = chosen.flatten().and_then(|i| presets.get(i)) {
            set(cx, cargo.with_preset(preset));
        }
    });
}

fn value_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo) {
    let name = cx.t("transit-cargo-value");
    let prefix = if FREIGHT_CURRENCY == "USD" { "$" } else { "" };
    let spec = NumberSpec {
        name: &name,
        range: Cargo::VALUES_USD,
        speed: (cargo.value_usd * 0.01).max(10.0),
        decimals: 0,
        prefix,
        suffix: "",
        width: WIDTH,
    };
    if let Some(value_usd) = row(ui, cx, "transit-cargo-value", cargo.value_usd, &spec) {
        set(cx, Cargo { value_usd, ..cargo });
    }
    let name = cx.t("transit-cargo-value-slider");
    if let Some(value_usd) = log_slider(ui, cargo.value_usd, VALUES_USD, &name) {
        set(cx, Cargo { value_usd, ..cargo });
    }
}

fn load_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo) {
    let (name, suffix) = (
        cx.t("transit-cargo-tonnes"),
        cx.t("transit-cargo-tonnes-unit"),
    );
    let spec = NumberSpec {
        name: &name,
        range: Cargo::TONNES,
        speed: 0.1,
        decimals: 1,
        prefix: "",
        suffix: &suffix,
        width: WIDTH,
    };
    if let Some(tonnes) = row(ui, cx, "transit-cargo-tonnes", cargo.tonnes, &spec) {
        set(cx, Cargo { tonnes, ..cargo });
    }
    let (name, suffix) = (cx.t("transit-cargo-feu"), cx.t("transit-cargo-feu-unit"));
    let spec = NumberSpec {
        name: &name,
        range: Cargo::FEU,
        speed: 0.02,
        suffix: &suffix,
        ..spec
    };
    if let Some(feu) = row(ui, cx, "transit-cargo-feu", cargo.feu, &spec) {
        set(cx, Cargo { feu, ..cargo });
    }
}

/// The result that matters: what a day costs.
fn day_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo) {
    let share = cargo.holding.per_day();
    ui.horizontal(|ui| {
        ui.label(strong(usd(cargo.usd_per_day()), size::BRAND + 2.0));
        let share = format!("{} %", decimal(share * 100.0, 3));
        muted(
            ui,
            &cx.with("transit-holding-share", &[("share", (&share).into())]),
        )
        .on_hover_text(cx.t("transit-holding-share-tip"));
    });
}

fn holding_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo) {
    let is_market = matches!(cargo.holding, Holding::Market { .. });
    let sides = [
        (false, cx.t("transit-holding-accounting")),
        (true, cx.t("transit-holding-market")),
    ];
    if let Some(market) = segmented(ui, is_market, &sides) {
        let holding = if market {
            Holding::Market { h_per_day: 0.010 }
        } else {
            Cargo::default().holding
        };
        set(cx, Cargo { holding, ..cargo });
    }
    match cargo.holding {
        Holding::Accounting {
            r_per_year,
            d_per_day,
        } => accounting_ui(ui, cx, cargo, (r_per_year, d_per_day)),
        Holding::Market { h_per_day } => market_ui(ui, cx, cargo, h_per_day),
    }
}

/// A rate in per cent.
fn rate_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    rate: f64,
    rates: &RangeInclusive<f64>,
) -> Option<f64> {
    let most = rates.end();
    let name = cx.t(key);
    let spec = NumberSpec {
        name: &name,
        range: 0.0..=most * 100.0,
        speed: most * 0.2,
        decimals: 2,
        prefix: "",
        suffix: " %",
        width: WIDTH,
    };
    row(ui, cx, key, rate * 100.0, &spec).map(|percent| percent / 100.0)
}

fn accounting_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo, (r_per_year, d_per_day): (f64, f64)) {
    let accounting = |r_per_year: f64, d_per_day: f64| {
        let holding = Holding::Accounting {
            r_per_year,
            d_per_day,
        };
        set(cx, Cargo { holding, ..cargo });
    };
    let current = ACCOUNTING
        .iter()
        .position(|(_, r, d)| near(*r, r_per_year) && near(*d, d_per_day));
    let keys = ACCOUNTING.map(|(key, ..)| key);
    if let Some((_, r, d)) = class_ui(ui, cx, current, &keys).and_then(|i| ACCOUNTING.get(i)) {
        accounting(*r, *d);
    }
    if let Some(r) = rate_ui(ui, cx, "transit-holding-r", r_per_year, &Holding::YEARLY) {
        accounting(r, d_per_day);
    }
    if let Some(d) = rate_ui(ui, cx, "transit-holding-d", d_per_day, &Holding::DAILY) {
        accounting(r_per_year, d);
    }
}

fn market_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo, h_per_day: f64) {
    let market = |h_per_day: f64| {
        let holding = Holding::Market { h_per_day };
        set(cx, Cargo { holding, ..cargo });
    };
    let current = MARKET.iter().position(|(_, h)| near(*h, h_per_day));
    let keys = MARKET.map(|(key, _)| key);
    if let Some((_, h)) = class_ui(ui, cx, current, &keys).and_then(|i| MARKET.get(i)) {
        market(*h);
    }
    if let Some(h) = rate_ui(ui, cx, "transit-holding-h", h_per_day, &Holding::DAILY) {
        market(h);
    }
}

/// Classes of goods to start from; `None` stands for own numbers.
fn class_ui(ui: &mut Ui, cx: &Cx<'_>, current: Option<usize>, keys: &[&str]) -> Option<usize> {
    let mut options: Vec<(Option<usize>, String)> = keys
        .iter()
        .enumerate()
        .map(|(i, key)| (Some(i), cx.t(key)))
        .collect();
    if current.is_none() {
        options.push((None, cx.t("transit-holding-own")));
    }
    let mut chosen = None;
    field(ui, &cx.t("transit-holding-class"), |ui| {
        ui.spacing_mut().combo_width = WIDTH;
        ui.spacing_mut().interact_size.y = 24.0;
        chosen = choice(ui, &cx.t("transit-holding-class"), current, &options);
    });
    chosen.flatten()
}

/// Reliability and emissions: off unless a person wants them.
fn switches_ui(ui: &mut Ui, cx: &Cx<'_>, cargo: Cargo) {
    let ratio = cargo.reliability_ratio;
    let response = tick(ui, ratio.is_some(), &cx.t("transit-switch-reliability"));
    if response
        .on_hover_text(cx.t("transit-switch-reliability-tip"))
        .clicked()
    {
        let reliability_ratio = ratio.is_none().then_some(RELIABILITY_RATIO);
        set(
            cx,
            Cargo {
                reliability_ratio,
                ..cargo
            },
        );
    }
    if let Some(ratio) = ratio {
        let name = cx.t("transit-reliability-ratio");
        let spec = NumberSpec {
            name: &name,
            range: Cargo::RELIABILITY_RATIOS,
            speed: 0.01,
            decimals: 2,
            prefix: "",
            suffix: "",
            width: WIDTH,
        };
        if let Some(new) = row(ui, cx, "transit-reliability-ratio", ratio, &spec) {
            let reliability_ratio = Some(new);
            set(
                cx,
                Cargo {
                    reliability_ratio,
                    ..cargo
                },
            );
        }
    }
    let price = cargo.carbon_usd_per_tonne;
    let response = tick(ui, price.is_some(), &cx.t("transit-switch-carbon"));
    if response
        .on_hover_text(cx.t("transit-switch-carbon-tip"))
        .clicked()
    {
        let carbon_usd_per_tonne = price.is_none().then_some(CARBON_USD_PER_TONNE);
        set(
            cx,
            Cargo {
                carbon_usd_per_tonne,
                ..cargo
            },
        );
    }
    if let Some(price) = price {
        let name = cx.t("transit-carbon-price");
        let spec = NumberSpec {
            name: &name,
            range: Cargo::CARBON_USD_PER_TONNE,
            speed: 1.0,
            decimals: 0,
            prefix: "$",
            suffix: "",
            width: WIDTH,
        };
        if let Some(new) = row(ui, cx, "transit-carbon-price", price, &spec) {
            let carbon_usd_per_tonne = Some(new);
            set(
                cx,
                Cargo {
                    carbon_usd_per_tonne,
                    ..cargo
                },
            );
        }
    }
}

/// What makes up the generalised cost, for subtitles.
pub(super) fn cost_words(cx: &Cx<'_>, cargo: &Cargo) -> String {
    let mut words = cx.t("transit-cost-made-of");
    if cargo.reliability_ratio.is_some() {
        words.push_str(&cx.t("transit-cost-and-reliability"));
    }
    if cargo.carbon_usd_per_tonne.is_some() {
        words.push_str(&cx.t("transit-cost-and-carbon"));
    }
    words
}

/// The cargo in a few words.
pub(super) fn cargo_words(cx: &Cx<'_>, cargo: &Cargo) -> String {
    let share = percent_of_day(cargo.holding.per_day());
    cx.with(
        "transit-cargo-words",
        &[
            ("value", (&usd(cargo.value_usd)).into()),
            ("feu", (&decimal(cargo.feu, 1)).into()),
            ("share", (&share).into()),
        ],
    )
}

/// A share of the value a day, with two decimals where it is small.
pub(super) fn percent_of_day(share: f64) -> String {
    if share >= 0.01 {
        percent(share)
    } else {
        format!("{} %", decimal(share * 100.0, 2))
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}
