//! What sources say about a route: every figure over the years, those that do not count as well.

use super::time_cost::axis_usd;
use crate::{
    analysis::transit::quote::{History, Quote, Stated},
    app::derived::transit::RouteDetail,
    dataset::schema::{Observation, Route},
    i18n::{day, grouped, range, year_range},
    ui::{
        Cx,
        charts::{Dot, Dots, dots_ui},
        theme::{size, strong},
        widgets::{export_button, muted, section, sources_button, warning_note},
        wording::transit as words,
    },
};
use eframe::egui::Ui;

const HEIGHT: f32 = 112.0;

/// Both metrics.
pub(super) fn quoted_ui(ui: &mut Ui, cx: &Cx<'_>, route: &Route, detail: &RouteDetail) {
    let name = cx.text(&route.name);
    history_ui(ui, cx, route, &detail.days, &Metric::days(cx, name));
    history_ui(ui, cx, route, &detail.cost, &Metric::cost(cx, name));
}

/// How a metric is worded.
pub(super) struct Metric {
    /// Id of the figure that is handed out.
    figure: &'static str,
    title: String,
    name: String,
    axis: fn(f64) -> String,
    value: fn(f64) -> String,
}

impl Metric {
    pub(super) fn days(cx: &Cx<'_>, route: &str) -> Self {
        let title = cx.t("transit-quoted-days");
        Self {
            figure: "route-days",
            name: format!("{title}. {route}"),
            title,
            axis: grouped,
            value: day,
        }
    }

    pub(super) fn cost(cx: &Cx<'_>, route: &str) -> Self {
        let title = cx.t("transit-quoted-cost");
        Self {
            figure: "route-cost",
            name: format!("{title}. {route}"),
            title,
            axis: axis_usd,
            value: words::usd,
        }
    }
}

fn history_ui(ui: &mut Ui, cx: &Cx<'_>, route: &Route, history: &History, metric: &Metric) {
    section(ui, &metric.title, "");
    let n_shown = shown(history).count();
    if n_shown == 0 {
        muted(ui, &cx.t("transit-quoted-none"));
    } else {
        plot_ui(ui, cx, route, history, metric, HEIGHT);
    }
    let elsewhere = history.quotes.len() - n_shown;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let values = [
            ("used", history.n_used.into()),
            ("left", history.n_left_out.into()),
        ];
        muted(ui, &cx.with("transit-quoted-count", &values))
            .on_hover_text(cx.t("transit-quoted-count-tip"));
        sources_button(ui, cx, &metric.name, &history.sources);
        export_button(ui, cx, metric.figure, &metric.name);
    });
    if elsewhere > 0 {
        let words = cx.with("transit-quoted-elsewhere", &[("count", elsewhere.into())]);
        muted(ui, &words).on_hover_text(cx.t("transit-quoted-elsewhere-tip"));
    }
}

/// The figures that are drawn: those in a unit that can be converted.
pub(super) fn shown(history: &History) -> impl Iterator<Item = (&Quote, Stated)> {
    let quotes = history.quotes.iter();
    quotes.filter_map(|quote| Some((quote, quote.stated?)))
}

/// The picture alone.
pub(super) fn plot_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    route: &Route,
    history: &History,
    metric: &Metric,
    height: f32,
) {
    let shown: Vec<(&Quote, Stated)> = shown(history).collect();
    let undated = cx.t("transit-undated-short");
    let dots = Dots {
        name: &metric.name,
        undated: &undated,
        dots: shown
            .iter()
            .map(|(quote, stated)| dot(quote, *stated))
            .collect(),
        color: words::mode_color(cx, route.mode),
        height,
    };
    dots_ui(ui, &dots, metric.axis, |ui, i| {
        if let Some((quote, stated)) = shown.get(i) {
            tip_ui(ui, cx, quote, *stated, metric);
        }
    });
}

fn dot(quote: &Quote, stated: Stated) -> Dot {
    Dot {
        at: quote.at_year,
        low: stated.low,
        typical: stated.typical,
        high: stated.high,
        counts: quote.left_out.is_none(),
    }
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, quote: &Quote, stated: Stated, metric: &Metric) {
    let Some(seen) = cx
        .catalog()
        .data()
        .transit
        .observations
        .get(quote.observation)
    else {
        return;
    };
    ui.label(strong(value_words(cx, stated, metric), size::BODY));
    let years = quote
        .years
        .map_or_else(|| cx.t("undated"), |years| year_range(years.from, years.to));
    let scope = cx.t(words::scope(seen.scope));
    muted(ui, &format!("{years} · {scope}"));
    if quote.converted {
        muted(ui, &as_stated(cx, seen));
    }
    for text in [&seen.about, &seen.note].into_iter().flatten() {
        muted(ui, text);
    }
    if let Some(reason) = quote.left_out {
        let reason = words::left_out(cx, reason);
        warning_note(
            ui,
            &cx.with("transit-quoted-left", &[("reason", (&reason).into())]),
        );
    }
    for source in seen.sources.iter().filter_map(|id| cx.catalog().source(id)) {
        let publisher = source.publisher.as_deref().unwrap_or_default();
        muted(ui, &format!("{} {publisher}", source.title));
    }
}

fn value_words(cx: &Cx<'_>, stated: Stated, metric: &Metric) -> String {
    let word = metric.value;
    let range_of = |low: f64, high: f64| range(&word(low), &word(high));
    match (stated.low, stated.typical, stated.high) {
        (Some(low), Some(typical), Some(high)) => {
            format!("{} ({})", word(typical), range_of(low, high))
        }
        (_, Some(typical), _) => word(typical),
        (Some(low), None, Some(high)) => range_of(low, high),
        (Some(low), None, None) => {
            cx.with("transit-quoted-from", &[("value", (&word(low)).into())])
        }
        (None, None, Some(high)) => {
            cx.with("transit-quoted-up-to", &[("value", (&word(high)).into())])
        }
        (None, None, None) => String::new(),
    }
}

/// The numbers before they were converted.
fn as_stated(cx: &Cx<'_>, seen: &Observation) -> String {
    let numbers: Vec<String> = [seen.low, seen.typical, seen.high]
        .into_iter()
        .flatten()
        .map(|value| crate::i18n::decimal(value, 2))
        .collect();
    let numbers = numbers.join(" – ");
    let values = [
        ("numbers", (&numbers).into()),
        ("unit", (&seen.unit).into()),
    ];
    cx.with("transit-quoted-stated", &values)
}
