//! Words for transit: modes, scopes, reasons, notices, thresholds; and the colour of a mode.

use crate::{
    analysis::transit::{
        Band, Notice, Reason,
        breakeven::{BreakEven, BreakEvenBand},
        frontier::Standing,
        quote::LeftOut,
    },
    dataset::schema::{Metric, Mode, RouteScope},
    i18n::{day, grouped, money, range},
    ui::Cx,
};
use eframe::egui::Color32;
use std::collections::{BTreeMap, BTreeSet};

/// Currency of freight rates and of the cargo's value, as the analysis has them.
pub const FREIGHT_CURRENCY: &str = "USD";

/// Message key of a mode.
#[must_use]
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "transit-mode-rail",
        Mode::Sea => "transit-mode-sea",
        Mode::Road => "transit-mode-road",
        Mode::Air => "transit-mode-air",
        Mode::Ferry => "transit-mode-ferry",
        Mode::Waterway => "transit-mode-waterway",
        Mode::Multimodal => "transit-mode-multimodal",
    }
}

/// Colour of a mode: the same everywhere.
#[must_use]
pub fn mode_color(cx: &Cx<'_>, mode: Mode) -> Color32 {
    let slot = match mode {
        Mode::Rail => 0,
        Mode::Air => 1,
        Mode::Multimodal => 2,
        Mode::Waterway => 3,
        Mode::Road => 4,
        Mode::Ferry => 5,
        Mode::Sea => 6,
    };
    cx.tokens.slot(Some(slot))
}

/// Message key of a scope.
#[must_use]
pub fn scope(scope: RouteScope) -> &'static str {
    match scope {
        RouteScope::Section => "transit-scope-section",
        RouteScope::TerminalToTerminal => "transit-scope-terminal",
        RouteScope::DoorToDoor => "transit-scope-door",
        RouteScope::OtherPair => "transit-scope-other-pair",
        RouteScope::Unstated => "transit-scope-unstated",
    }
}

/// Scopes as a list in words.
#[must_use]
pub fn scopes(cx: &Cx<'_>, scopes: &BTreeSet<RouteScope>) -> String {
    let words: Vec<String> = scopes.iter().map(|each| cx.t(scope(*each))).collect();
    words.join(", ")
}

/// Message key of days or cost.
#[must_use]
pub fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Cost => "transit-metric-cost",
        _ => "transit-metric-days",
    }
}

/// Money in words, with three significant digits.
#[must_use]
pub fn usd(value: f64) -> String {
    money(value, FREIGHT_CURRENCY)
}

/// A band of days in words.
#[must_use]
pub fn days_band(band: Band) -> String {
    range(&day(band.low), &day(band.high))
}

/// A band of money in words.
#[must_use]
pub fn usd_band(band: Band) -> String {
    range(&usd(band.low), &usd(band.high))
}

/// Why a figure does not count.
#[must_use]
pub fn left_out(cx: &Cx<'_>, reason: LeftOut) -> String {
    match reason {
        LeftOut::OtherUnit => cx.t("transit-left-unit"),
        LeftOut::Forecast => cx.t("transit-left-forecast"),
        LeftOut::SpecialCase => cx.t("transit-left-special"),
        LeftOut::OtherScope(other) => {
            let words = cx.t(scope(other));
            cx.with("transit-left-scope", &[("scope", (&words).into())])
        }
        LeftOut::OtherYears => cx.t("transit-left-years"),
        LeftOut::Undated => cx.t("transit-left-undated"),
    }
}

/// Figures that do not count, with how many.
#[must_use]
pub fn left_out_list(cx: &Cx<'_>, reasons: &BTreeMap<LeftOut, usize>) -> String {
    let words: Vec<String> = reasons
        .iter()
        .map(|(reason, n)| format!("{n} {}", left_out(cx, *reason)))
        .collect();
    words.join(", ")
}

/// Why a route is not compared: in short, and in full.
#[must_use]
pub fn reason(cx: &Cx<'_>, reason: &Reason) -> (String, String) {
    let both = |key: &str| (cx.t(key), cx.t(&format!("{key}-full")));
    match reason {
        Reason::OtherEnds => both("transit-reason-ends"),
        Reason::NoSpread => both("transit-reason-spread"),
        Reason::NoEmissions => both("transit-reason-emissions"),
        Reason::NoFigure {
            metric: of,
            limits_only,
            left_out,
        } => {
            let what = cx.t(metric(*of));
            let short = cx.with("transit-reason-figure", &[("metric", (&what).into())]);
            let mut parts = Vec::new();
            if *limits_only > 0 {
                parts.push(cx.with("transit-reason-limits", &[("count", (*limits_only).into())]));
            }
            if !left_out.is_empty() {
                let list = left_out_list(cx, left_out);
                parts.push(cx.with("transit-reason-left", &[("list", (&list).into())]));
            }
            if parts.is_empty() {
                parts.push(cx.t("transit-reason-none"));
            }
            let full = format!("{short}: {}", parts.join("; "));
            (short, full)
        }
    }
}

/// A notice: in short, and in full.
#[must_use]
pub fn notice(cx: &Cx<'_>, notice: &Notice) -> (String, String) {
    let both = |key: &str| (cx.t(key), cx.t(&format!("{key}-full")));
    let counted = |key: &str, count: usize| {
        let short = cx.with(key, &[("count", count.into())]);
        (short, cx.t(&format!("{key}-full")))
    };
    match notice {
        Notice::MixedScopes(mixed) => {
            let list = scopes(cx, mixed);
            let full = cx.with("transit-notice-scopes-full", &[("scopes", (&list).into())]);
            (cx.t("transit-notice-scopes"), full)
        }
        Notice::UnstatedScope { figures } => counted("transit-notice-unstated", *figures),
        Notice::MixedEnds => both("transit-notice-ends"),
        Notice::LeftOut(reasons) => {
            let count: usize = reasons.values().sum();
            let list = left_out_list(cx, reasons);
            (
                cx.with("transit-notice-not-counted", &[("count", count.into())]),
                cx.with(
                    "transit-notice-not-counted-full",
                    &[("list", (&list).into())],
                ),
            )
        }
        Notice::Converted { figures } => counted("transit-notice-converted", *figures),
        Notice::Midpoints { figures } => counted("transit-notice-half-ranges", *figures),
        Notice::EstimatedLengths { routes } => counted("transit-notice-lengths", *routes),
        Notice::HubsExcluded => both("transit-notice-hubs"),
        Notice::AssumedSpread => both("transit-notice-spread"),
        Notice::ShorterThanGreatCircle => both("transit-notice-circle"),
    }
}

/// Message key of where a route stands.
#[must_use]
pub fn standing(standing: &Standing) -> &'static str {
    match standing {
        Standing::Frontier => "transit-standing-frontier",
        Standing::Dominated { surely: false, .. } => "transit-standing-possibly",
        Standing::Dominated { surely: true, .. } => "transit-standing-surely",
        Standing::NotComparable => "transit-standing-none",
    }
}

/// How far the figures' ranges move a threshold.
#[must_use]
pub fn threshold_range(cx: &Cx<'_>, band: BreakEvenBand) -> String {
    let (low, high) = (end(cx, band.best), end(cx, band.worst));
    cx.with(
        "transit-threshold-range",
        &[("low", (&low).into()), ("high", (&high).into())],
    )
}

fn end(cx: &Cx<'_>, at: BreakEven) -> String {
    match at {
        BreakEven::Always => cx.t("transit-threshold-always"),
        BreakEven::Above(value) => usd(value),
        BreakEven::Below(value) => cx.with(
            "transit-threshold-below",
            &[("value", (&usd(value)).into())],
        ),
        BreakEven::Never => cx.t("transit-threshold-never"),
    }
}

/// Figures behind the days and behind the cost.
#[must_use]
pub fn n_figures(n_days: usize, n_cost: usize) -> String {
    // Never torn apart at the end of a line.
    format!(
        "n\u{a0}{}·{}",
        grouped(count(n_days)),
        grouped(count(n_cost))
    )
}

fn count(n: usize) -> f64 {
    crate::analysis::stats::count(n)
}
