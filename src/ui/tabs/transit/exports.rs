//! What the Transit tab hands out: its figures, and the captions of those that compare routes.

use super::{asked, cargo, compared_data, node_name, route_exports, time_cost, value_cost};
use crate::dataset::schema::Id;
use crate::{
    analysis::transit::{
        Cargo, Comparison, Ends, Holding, Notice, Question,
        compare::SAME_TRIP_KM,
        value_cost::{ValueCost, ValueLine},
    },
    app::Tab,
    dataset::schema::{Mode, RouteScope},
    i18n::{decimal, grouped, percent, year_range},
    ui::{
        Cx,
        charts::{LegendEntry, legend_ui, mark_legend_ui},
        figures::{Caption, FigurePicture, FigureSpec, figure_note},
        wording::transit as words,
    },
};
use eframe::egui::Ui;
use std::collections::BTreeMap;

/// Least height of a picture with names in it: a narrow one needs more.
fn least(width: f32) -> f32 {
    if width < 600.0 { 430.0 } else { 330.0 }
}

/// The figures of the tab.
pub(in crate::ui) const FIGURES: &[FigureSpec] = &[
    FigureSpec {
        id: "time-cost",
        name: "transit-time-cost-title",
        tab: Tab::Transit,
        caption: time_cost_caption,
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| {
                modes_ui(ui, cx);
                mark_legend_ui(ui, &time_cost::legend(cx));
            }),
            plot: |ui, cx, height| {
                let chart = cx.state.derived.transit.time_cost.get();
                if let (Some(chart), Some(question)) = (chart, asked(cx)) {
                    let height = height.max(least(ui.available_width()));
                    time_cost::plot_ui(ui, cx, chart, question, height);
                }
            },
        }),
        table: compared_data::time_cost_table,
    },
    FigureSpec {
        id: "value-cost",
        name: "transit-value-cost-title",
        tab: Tab::Transit,
        caption: value_cost_caption,
        picture: Some(FigurePicture {
            legend: Some(modes_ui),
            plot: |ui, cx, height| {
                let chart = cx.state.derived.transit.value_cost.get();
                if let (Some(chart), Some(question)) = (chart, asked(cx)) {
                    let height = height.max(least(ui.available_width()));
                    value_cost::plot_ui(ui, cx, chart, question.cargo, height, "figure-own-cargo");
                }
            },
        }),
        table: compared_data::value_cost_table,
    },
    FigureSpec {
        id: "routes",
        name: "figure-routes",
        tab: Tab::Transit,
        caption: routes_caption,
        picture: None,
        table: compared_data::routes_table,
    },
    route_exports::DAYS,
    route_exports::COST,
    route_exports::LEGS,
];

/// What the colours mean: the modes of the routes compared.
fn modes_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(comparison) = cx.state.derived.transit.comparison.get() else {
        return;
    };
    let routes = &cx.catalog().data().transit.routes;
    let compared: Vec<Mode> = comparison
        .ranked
        .iter()
        .filter_map(|row| Some(routes.get(row.known.route)?.mode))
        .collect();
    let modes = Mode::ALL.into_iter().filter(|mode| compared.contains(mode));
    let entries: Vec<LegendEntry> = modes.map(|mode| mode_entry(cx, mode)).collect();
    legend_ui(ui, &entries);
}

/// A mode in a legend.
pub(super) fn mode_entry(cx: &Cx<'_>, mode: Mode) -> LegendEntry {
    LegendEntry {
        label: cx.t(words::mode(mode)),
        color: words::mode_color(cx, mode),
        pale: false,
    }
}

/// The comparison, or why there is nothing to compare.
fn compared<'a>(cx: &Cx<'a>) -> Result<(&'a Comparison, &'a Question), String> {
    if cx.catalog().data().transit.routes.is_empty() {
        return Err(cx.t("transit-empty"));
    }
    let comparison = cx.state.derived.transit.comparison.get();
    let comparison = comparison.filter(|comparison| !comparison.ranked.is_empty());
    match (comparison, asked(cx)) {
        (Some(comparison), Some(question)) => Ok((comparison, question)),
        _ => Err(format!(
            "{} {}",
            cx.t("transit-none"),
            cx.t("transit-none-why")
        )),
    }
}

/// From where to where.
fn trip(cx: &Cx<'_>, ends: &Ends) -> String {
    match ends {
        Ends::Any => cx.t("transit-trip-any"),
        Ends::Near {
            origin,
            destination,
        } => format!("{} – {}", node_name(cx, origin), node_name(cx, destination)),
    }
}

fn years(cx: &Cx<'_>, question: &Question) -> String {
    question.years.map_or_else(
        || cx.t("transit-years-every"),
        |years| year_range(years.from, years.to),
    )
}

/// What is left out by choice: modes, and whether promises count.
fn filter(cx: &Cx<'_>, question: &Question) -> String {
    let modes: Vec<String> = question
        .modes
        .iter()
        .map(|mode| cx.t(words::mode(*mode)))
        .collect();
    let modes = (!modes.is_empty()).then(|| {
        let list = modes.join(", ");
        cx.with("figure-filter-modes", &[("modes", (&list).into())])
    });
    modes.unwrap_or_default()
}

/// What a reader of every comparison must know: which routes and figures count and which do not.
fn comparison_notes(cx: &Cx<'_>, comparison: &Comparison, question: &Question) -> Vec<String> {
    let mut notes = vec![count_words(cx, comparison)];
    if let Ends::Near {
        origin,
        destination,
    } = &question.ends
    {
        let (from, to) = (node_name(cx, origin), node_name(cx, destination));
        let km = grouped(SAME_TRIP_KM);
        let values = [
            ("from", (&from).into()),
            ("to", (&to).into()),
            ("km", (&km).into()),
        ];
        notes.push(cx.with("figure-trip-note", &values));
    }
    notes.push(scope_note(cx, question));
    if question.with_forecasts {
        notes.push(cx.t("figure-forecasts-note"));
    }
    notes
}

/// How many routes are compared, and why the others are not.
fn count_words(cx: &Cx<'_>, comparison: &Comparison) -> String {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let all = comparison.not_compared.iter().flat_map(|row| &row.reasons);
    for reason in all {
        *reasons.entry(words::reason(cx, reason).0).or_default() += 1;
    }
    let reasons: Vec<String> = reasons
        .iter()
        .map(|(reason, n)| format!("{n} {reason}"))
        .collect();
    let reasons = reasons.join(", ");
    let values = [
        ("compared", comparison.n_used().into()),
        ("missing", comparison.n_missing().into()),
        ("reasons", (&reasons).into()),
    ];
    cx.with("figure-compared", &values)
}

/// Whether one scope was asked for or several that do not compare.
fn scope_note(cx: &Cx<'_>, question: &Question) -> String {
    let stated = question
        .scopes
        .iter()
        .filter(|scope| **scope != RouteScope::Unstated);
    cx.t(if stated.count() == 1 {
        "transit-scope-guard"
    } else {
        "transit-scope-mixed"
    })
}

fn time_cost_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let (comparison, question) = compared(cx)?;
    let chart = cx.state.derived.transit.time_cost.get();
    let chart = chart.ok_or_else(|| cx.t("transit-none"))?;
    let trip = trip(cx, &question.ends);
    let values = [
        ("scopes", words::scopes(cx, &question.scopes)),
        ("years", years(cx, question)),
    ];
    let [scopes, years] = &values;
    let values = [(scopes.0, (&scopes.1).into()), (years.0, (&years.1).into())];
    let mut notes = comparison_notes(cx, comparison, question);
    notes.push(cx.t("transit-reading-marks-text"));
    notes.push(cx.t("transit-reading-frontier-text"));
    notes.extend(time_cost::notices(chart).map(|notice| notice_note(cx, notice)));
    Ok(Caption {
        title: cx.with("figure-time-cost-title", &[("trip", (&trip).into())]),
        subtitle: cx.with("figure-time-cost-sub", &values),
        filter: filter(cx, question),
        notes,
        sources: chart.sources.iter().map(Id::to_string).collect(),
    })
}

fn value_cost_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let (comparison, question) = compared(cx)?;
    let chart = cx.state.derived.transit.value_cost.get();
    let chart = chart.ok_or_else(|| cx.t("transit-none"))?;
    let trip = trip(cx, &question.ends);
    let made = cargo::cost_words(cx, &question.cargo);
    let scopes = words::scopes(cx, &question.scopes);
    let years = years(cx, question);
    let values = [
        ("made", (&made).into()),
        ("scopes", (&scopes).into()),
        ("years", (&years).into()),
    ];
    let mut notes = vec![cargo_note(cx, question.cargo)];
    notes.push(cx.t("transit-value-cost-legend"));
    notes.push(envelope_note(cx, chart));
    notes.push(cx.t("transit-threshold-range-tip"));
    notes.extend(others_note(cx, chart));
    notes.extend(switch_notes(cx, question.cargo));
    notes.extend(comparison_notes(cx, comparison, question));
    notes.extend(notices(cx, comparison, question.cargo));
    Ok(Caption {
        title: cx.with("figure-value-cost-title", &[("trip", (&trip).into())]),
        subtitle: cx.with("figure-value-cost-sub", &values),
        filter: filter(cx, question),
        notes,
        sources: comparison.sources.iter().map(Id::to_string).collect(),
    })
}

/// The shipment, and what a day on the way costs it.
fn cargo_note(cx: &Cx<'_>, cargo: Cargo) -> String {
    let day = match cargo.holding {
        Holding::Accounting {
            r_per_year,
            d_per_day,
        } => {
            let (year, day) = (percent(r_per_year), cargo::percent_of_day(d_per_day));
            let values = [("year", (&year).into()), ("day", (&day).into())];
            cx.with("figure-holding-accounting", &values)
        }
        Holding::Market { .. } => cx.t("figure-holding-market"),
    };
    let values = [
        ("value", words::usd(cargo.value_usd)),
        ("feu", decimal(cargo.feu, 1)),
        ("tonnes", decimal(cargo.tonnes, 1)),
        ("share", cargo::percent_of_day(cargo.holding.per_day())),
        ("day", day),
    ];
    let values: Vec<_> = values
        .iter()
        .map(|(name, text)| (*name, text.into()))
        .collect();
    cx.with("figure-cargo-note", &values)
}

/// What is switched on beside freight and time.
fn switch_notes(cx: &Cx<'_>, cargo: Cargo) -> impl Iterator<Item = String> {
    let ratio = cargo.reliability_ratio.map(|ratio| {
        let ratio = decimal(ratio, 2);
        cx.with("figure-reliability-note", &[("ratio", (&ratio).into())])
    });
    let carbon = cargo.carbon_usd_per_tonne.map(|price| {
        let price = words::usd(price);
        cx.with("figure-carbon-note", &[("price", (&price).into())])
    });
    ratio.into_iter().chain(carbon)
}

/// Which route costs least from which value on, and how far the figures' ranges move that.
fn envelope_note(cx: &Cx<'_>, chart: &ValueCost) -> String {
    let mut parts = Vec::new();
    for (i, step) in chart.envelope.iter().enumerate() {
        let Some(line) = chart.lines.get(step.line) else {
            continue;
        };
        let from = words::usd(step.from_value_usd);
        let next = chart
            .envelope
            .get(i + 1)
            .map(|next| words::usd(next.from_value_usd));
        let at = match (i, next) {
            (0, None) => cx.t("transit-threshold-every"),
            (0, Some(to)) => cx.with("transit-threshold-below-only", &[("to", (&to).into())]),
            _ => cx.with("transit-threshold-from", &[("from", (&from).into())]),
        };
        let range = step.band.map(|band| words::threshold_range(cx, band));
        let range = range.map(|range| format!(" ({range})")).unwrap_or_default();
        parts.push(format!("{} {at}{range}", line.label));
    }
    let list = parts.join("; ");
    cx.with("figure-cheapest", &[("list", (&list).into())])
}

/// The thin lines: routes that are nowhere the cheapest, from the cheapest at the cargo's own value.
fn others_note(cx: &Cx<'_>, chart: &ValueCost) -> Option<String> {
    let cheapest = |at: usize| chart.envelope.iter().any(|step| step.line == at);
    let lines = chart.lines.iter().enumerate();
    let mut others: Vec<&ValueLine> = lines
        .filter(|(at, _)| !cheapest(*at))
        .map(|(_, line)| line)
        .collect();
    let cost = |line: &ValueLine| line.line.at(chart.value_usd).typical;
    others.sort_by(|a, b| cost(a).total_cmp(&cost(b)));
    let named = |line: &&ValueLine| format!("{} {}", line.label, words::usd(cost(line)));
    let list: Vec<String> = others.iter().map(named).collect();
    let (list, value) = (list.join("; "), words::usd(chart.value_usd));
    let values = [("list", (&list).into()), ("value", (&value).into())];
    (!others.is_empty()).then(|| cx.with("figure-others", &values))
}

/// What limits the numbers; emissions only where they have a price.
fn notices(cx: &Cx<'_>, comparison: &Comparison, cargo: Cargo) -> Vec<String> {
    let priced = cargo.carbon_usd_per_tonne.is_some();
    let notices = comparison.notices.iter();
    let notices = notices.filter(|notice| priced || !notice.is_about_emissions());
    notices.map(|notice| notice_note(cx, notice)).collect()
}

/// A notice in full.
fn notice_note(cx: &Cx<'_>, notice: &Notice) -> String {
    let (short, full) = words::notice(cx, notice);
    match notice {
        // The short words say already that they are left out.
        Notice::LeftOut(reasons) => figure_note(&short, &words::left_out_list(cx, reasons)),
        _ => figure_note(&short, &full),
    }
}

fn routes_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    if cx.catalog().data().transit.routes.is_empty() {
        return Err(cx.t("transit-empty"));
    }
    let comparison = cx.state.derived.transit.comparison.get();
    let (Some(comparison), Some(question)) = (comparison, asked(cx)) else {
        return Err(cx.t("transit-none"));
    };
    let trip = trip(cx, &question.ends);
    let (scopes, years) = (words::scopes(cx, &question.scopes), years(cx, question));
    let values = [
        ("trip", (&trip).into()),
        ("scopes", (&scopes).into()),
        ("years", (&years).into()),
    ];
    let mut notes = vec![cargo_note(cx, question.cargo)];
    notes.extend(switch_notes(cx, question.cargo));
    notes.extend(comparison_notes(cx, comparison, question));
    let all = comparison.notices.iter();
    notes.extend(all.map(|notice| notice_note(cx, notice)));
    Ok(Caption {
        title: cx.t("figure-routes"),
        subtitle: cx.with("figure-routes-sub", &values),
        filter: filter(cx, question),
        notes,
        sources: comparison.sources.iter().map(Id::to_string).collect(),
    })
}
