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
        Mode::Rail => "mode-rail",
        Mode::Sea => "mode-sea",
        Mode::Road => "mode-road",
        Mode::Air => "mode-air",
        Mode::Ferry => "mode-ferry",
        Mode::Waterway => "mode-waterway",
        Mode::Multimodal => "mode-multimodal",
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
        RouteScope::Section => "scope-section",
        RouteScope::TerminalToTerminal => "scope-terminal",
        RouteScope::DoorToDoor => "scope-door",
        RouteScope::OtherPair => "scope-other-pair",
        RouteScope::Unstated => "scope-unstated",
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
        Metric::Cost => "metric-cost",
        _ => "metric-days",
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
        LeftOut::OtherUnit => cx.t("left-unit"),
        LeftOut::Forecast => cx.t("left-forecast"),
        LeftOut::SpecialCase => cx.t("left-special"),
        LeftOut::OtherScope(other) => {
            let words = cx.t(scope(other));
            cx.with("left-scope", &[("scope", (&words).into())])
        }
        LeftOut::OtherYears => cx.t("left-years"),
        LeftOut::Undated => cx.t("left-undated"),
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
        Reason::OtherEnds => both("reason-ends"),
        Reason::NoSpread => both("reason-spread"),
        Reason::NoEmissions => both("reason-emissions"),
        Reason::NoFigure {
            metric: of,
            limits_only,
            left_out,
        } => {
            let what = cx.t(metric(*of));
            let short = cx.with("reason-figure", &[("metric", (&what).into())]);
            let mut parts = Vec::new();
            if *limits_only > 0 {
                parts.push(cx.with("reason-limits", &[("count", (*limits_only).into())]));
            }
            if !left_out.is_empty() {
                let list = left_out_list(cx, left_out);
                parts.push(cx.with("reason-left", &[("list", (&list).into())]));
            }
            if parts.is_empty() {
                parts.push(cx.t("reason-none"));
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
            let full = cx.with("notice-scopes-full", &[("scopes", (&list).into())]);
            (cx.t("notice-scopes"), full)
        }
        Notice::UnstatedScope { figures } => counted("notice-unstated", *figures),
        Notice::MixedEnds => both("notice-ends"),
        Notice::LeftOut(reasons) => {
            let count: usize = reasons.values().sum();
            let list = left_out_list(cx, reasons);
            (
                cx.with("notice-not-counted", &[("count", count.into())]),
                cx.with("notice-not-counted-full", &[("list", (&list).into())]),
            )
        }
        Notice::Converted { figures } => counted("notice-converted", *figures),
        Notice::Midpoints { figures } => counted("notice-half-ranges", *figures),
        Notice::EstimatedLengths { routes } => counted("notice-lengths", *routes),
        Notice::HubsExcluded => both("notice-hubs"),
        Notice::AssumedSpread => both("notice-spread"),
        Notice::ShorterThanGreatCircle => both("notice-circle"),
    }
}

/// Message key of where a route stands.
#[must_use]
pub fn standing(standing: &Standing) -> &'static str {
    match standing {
        Standing::Frontier => "standing-frontier",
        Standing::Dominated { surely: false, .. } => "standing-possibly",
        Standing::Dominated { surely: true, .. } => "standing-surely",
        Standing::NotComparable => "standing-none",
    }
}

/// How far the figures' ranges move a threshold.
#[must_use]
pub fn threshold_range(cx: &Cx<'_>, band: BreakEvenBand) -> String {
    let (low, high) = (end(cx, band.best), end(cx, band.worst));
    cx.with(
        "threshold-range",
        &[("low", (&low).into()), ("high", (&high).into())],
    )
}

fn end(cx: &Cx<'_>, at: BreakEven) -> String {
    match at {
        BreakEven::Always => cx.t("threshold-always"),
        BreakEven::Above(value) => usd(value),
        BreakEven::Below(value) => cx.with("threshold-below", &[("value", (&usd(value)).into())]),
        BreakEven::Never => cx.t("threshold-never"),
    }
}

/// Figures behind the days and behind the cost.
#[must_use]
pub fn n_figures(n_days: usize, n_cost: usize) -> String {
    format!("n {}·{}", grouped(count(n_days)), grouped(count(n_cost)))
}

fn count(n: usize) -> f64 {
    crate::analysis::stats::count(n)
}
