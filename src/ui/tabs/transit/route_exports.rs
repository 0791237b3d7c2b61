//! Figures about one route: what sources quote for it, and its legs. The selected route, or the
//! first of the ranking while none is.

use super::{
    asked,
    exports::mode_entry,
    legs, node_name,
    quoted::{self, Metric},
    route_data, selected, shown_route,
};
use crate::dataset::schema::Id;
use crate::{
    analysis::transit::{
        Notice,
        legs::{LegLength, LegView},
        quote::{History, LeftOut},
    },
    app::{Tab, derived::transit::RouteDetail},
    dataset::schema::{Mode, Route},
    i18n::year_range,
    ui::{
        Cx,
        charts::{LegendEntry, Mark, MarkEntry, legend_ui, mark_legend_ui},
        figures::{Caption, FigurePicture, FigureSpec, figure_note},
        wording::transit as words,
    },
};
use eframe::egui::Ui;
use std::collections::BTreeMap;

/// Figures for the days of a route.
pub(super) const DAYS: FigureSpec = FigureSpec {
    id: "route-days",
    name: "figure-route-days",
    tab: Tab::Transit,
    caption: |cx| {
        let (detail, route) = shown(cx)?;
        let texts = ["figure-route-days-title", "figure-route-days-sub"];
        quoted_caption(cx, route, &detail.days, texts)
    },
    picture: Some(FigurePicture {
        legend: Some(|ui, cx| legend_of(ui, cx, |detail| &detail.days)),
        plot: |ui, cx, height| {
            if let Some((detail, route)) = shown_route(cx) {
                let metric = Metric::days(cx, cx.text(&route.name));
                quoted::plot_ui(ui, cx, route, &detail.days, &metric, height);
            }
        },
    }),
    table: route_data::days_table,
};

/// Figures for the cost of a route.
pub(super) const COST: FigureSpec = FigureSpec {
    id: "route-cost",
    name: "figure-route-cost",
    tab: Tab::Transit,
    caption: |cx| {
        let (detail, route) = shown(cx)?;
        let texts = ["figure-route-cost-title", "figure-route-cost-sub"];
        let mut caption = quoted_caption(cx, route, &detail.cost, texts)?;
        if detail.cost.quotes.iter().any(|quote| quote.converted) {
            caption.notes.push(cx.t("transit-notice-converted-full"));
        }
        Ok(caption)
    },
    picture: Some(FigurePicture {
        legend: Some(|ui, cx| legend_of(ui, cx, |detail| &detail.cost)),
        plot: |ui, cx, height| {
            if let Some((detail, route)) = shown_route(cx) {
                let metric = Metric::cost(cx, cx.text(&route.name));
                quoted::plot_ui(ui, cx, route, &detail.cost, &metric, height);
            }
        },
    }),
    table: route_data::cost_table,
};

/// The legs of a route.
pub(super) const LEGS: FigureSpec = FigureSpec {
    id: "route-legs",
    name: "figure-route-legs",
    tab: Tab::Transit,
    caption: legs_caption,
    picture: Some(FigurePicture {
        legend: Some(|ui, cx| {
            let Some((detail, _)) = shown_route(cx) else {
                return;
            };
            let has = |mode: &Mode| detail.legs.legs.iter().any(|leg| leg.mode == *mode);
            let modes = Mode::ALL.into_iter().filter(has);
            let entries: Vec<LegendEntry> = modes.map(|mode| mode_entry(cx, mode)).collect();
            legend_ui(ui, &entries);
        }),
        plot: |ui, cx, _| {
            if let Some((detail, route)) = shown_route(cx) {
                legs::list_ui(ui, cx, route, &detail.legs);
            }
        },
    }),
    table: route_data::legs_table,
};

/// The route, or why there is none.
fn shown<'a>(cx: &Cx<'a>) -> Result<(&'a RouteDetail, &'a Route), String> {
    let reason = if cx.catalog().data().transit.routes.is_empty() {
        "transit-empty"
    } else {
        "figure-no-route"
    };
    shown_route(cx).ok_or_else(|| cx.t(reason))
}

/// Where the route runs and how.
fn route_words(cx: &Cx<'_>, route: &Route) -> String {
    let (from, to) = (
        node_name(cx, &route.origin),
        node_name(cx, &route.destination),
    );
    format!("{from} – {to}, {}", cx.t(words::mode(route.mode)))
}

/// Why this route, if nobody chose it.
fn choice_note(cx: &Cx<'_>) -> Option<String> {
    selected(cx).is_none().then(|| cx.t("figure-route-first"))
}

fn legend_of(ui: &mut Ui, cx: &Cx<'_>, of: fn(&RouteDetail) -> &History) {
    let Some((detail, route)) = shown_route(cx) else {
        return;
    };
    let color = words::mode_color(cx, route.mode);
    let (mut full, mut open, mut aside, mut range) = (false, false, false, false);
    for (quote, stated) in quoted::shown(of(detail)) {
        match (quote.left_out, stated.typical) {
            (Some(_), _) => aside = true,
            (None, Some(_)) => full = true,
            (None, None) => open = true,
        }
        range |= stated.numbers().count() > 1;
    }
    // As pale as the dots that stand back.
    let quiet = cx.tokens.muted.gamma_multiply(0.55);
    let entries = [
        (full, Mark::Full, color, "figure-dot-counts"),
        (open, Mark::Ring, color, "figure-dot-range"),
        (aside, Mark::Ring, quiet, "figure-dot-aside"),
        (range, Mark::Range, color, "figure-dot-ends"),
    ];
    let entries = entries.into_iter().filter(|(drawn, ..)| *drawn);
    let entries = entries.map(|(_, mark, color, key)| MarkEntry {
        label: cx.t(key),
        color,
        mark,
    });
    mark_legend_ui(ui, &entries.collect::<Vec<_>>());
}

fn quoted_caption(
    cx: &Cx<'_>,
    route: &Route,
    history: &History,
    [title, subtitle]: [&str; 2],
) -> Result<Caption, String> {
    let name = cx.text(&route.name);
    let title = cx.with(title, &[("route", name.into())]);
    if quoted::shown(history).next().is_none() {
        return Err(format!("{title}: {}", cx.t("transit-quoted-none")));
    }
    let place = route_words(cx, route);
    let mut notes: Vec<String> = choice_note(cx).into_iter().collect();
    notes.push(counts_note(cx, history));
    let elsewhere = history.quotes.len() - quoted::shown(history).count();
    if elsewhere > 0 {
        let short = cx.with("transit-quoted-elsewhere", &[("count", elsewhere.into())]);
        notes.push(figure_note(&short, &cx.t("transit-quoted-elsewhere-tip")));
    }
    Ok(Caption {
        title,
        subtitle: cx.with(subtitle, &[("place", (&place).into())]),
        filter: String::new(),
        notes,
        sources: history.sources.iter().map(Id::to_string).collect(),
    })
}

/// Which figures count, and why the others do not.
fn counts_note(cx: &Cx<'_>, history: &History) -> String {
    let mut reasons: BTreeMap<LeftOut, usize> = BTreeMap::new();
    for reason in history.quotes.iter().filter_map(|quote| quote.left_out) {
        *reasons.entry(reason).or_default() += 1;
    }
    let list = words::left_out_list(cx, &reasons);
    let question = asked(cx);
    let scopes = question.map(|question| words::scopes(cx, &question.scopes));
    let years = question.and_then(|question| question.years).map_or_else(
        || cx.t("transit-years-every"),
        |years| year_range(years.from, years.to),
    );
    let scopes = scopes.unwrap_or_default();
    let values = [
        ("used", history.n_used.into()),
        ("left", history.n_left_out.into()),
        ("scopes", (&scopes).into()),
        ("years", (&years).into()),
        ("list", (&list).into()),
    ];
    cx.with("figure-quoted-counts", &values)
}

fn legs_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let (detail, route) = shown(cx)?;
    let name = cx.text(&route.name);
    let title = cx.with("figure-route-legs-title", &[("route", name.into())]);
    if route.legs.is_empty() {
        return Err(format!("{title}: {}", cx.t("not-stated")));
    }
    let place = route_words(cx, route);
    let mut notes: Vec<String> = choice_note(cx).into_iter().collect();
    // The first notice says the same more exactly.
    let estimated = |notice: &&Notice| matches!(notice, Notice::EstimatedLengths { .. });
    if detail.legs.notices.iter().any(|notice| estimated(&notice)) {
        let short = cx.t("transit-legs-hatched");
        notes.push(format!("{short} {}", cx.t("transit-notice-lengths-full")));
    }
    let missing = |leg: &LegView| leg.length == LegLength::Missing;
    if detail.legs.legs.iter().any(missing) {
        notes.push(cx.t("figure-legs-missing"));
    }
    let others = detail
        .legs
        .notices
        .iter()
        .filter(|notice| !estimated(notice));
    notes.extend(others.map(|notice| {
        let (short, full) = words::notice(cx, notice);
        figure_note(&short, &full)
    }));
    notes.push(cx.t("figure-legs-totals"));
    notes.extend(route.note.clone());
    notes.extend(route.legs.iter().filter_map(|leg| leg.note.clone()));
    Ok(Caption {
        title,
        subtitle: cx.with("figure-route-legs-sub", &[("place", (&place).into())]),
        filter: String::new(),
        notes,
        sources: route_data::legs_table(cx).sources(),
    })
}
