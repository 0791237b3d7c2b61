//! What the Trade tab hands out: the lines and the gap. The rankings stand in `ranking_exports`.

use super::{
    chart::{Drawn, picture_ui, subtitle},
    choice,
    filters::show_name,
    gap::gap_subtitle,
    line_data, ranking_data, ranking_exports,
};
use crate::dataset::schema::Id;
use crate::{
    analysis::trade::{
        InvestmentRole, Notice, Show, TradeAnswer, YearsNotice,
        chart::{Chart, Track, What},
        ranking::Traded,
        spans,
    },
    app::Tab,
    dataset::schema::Valuation,
    i18n::{decimal, year_range},
    ui::{
        Cx,
        charts::line_legend_ui,
        figures::{Caption, FigurePicture, FigureSpec},
        wording::trade as words,
    },
};
use eframe::egui::Ui;

/// The figures of the tab.
pub(in crate::ui) const FIGURES: &[FigureSpec] = &[
    FigureSpec {
        id: "trade",
        name: "figure-trade",
        tab: Tab::Trade,
        caption: trade_caption,
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| legend(ui, cx, lines(cx))),
            plot: |ui, cx, height| plot(ui, cx, lines(cx), height),
        }),
        table: line_data::trade_table,
    },
    FigureSpec {
        id: "gap",
        name: "figure-gap",
        tab: Tab::Trade,
        caption: gap_caption,
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| legend(ui, cx, gap(cx))),
            plot: |ui, cx, height| plot(ui, cx, gap(cx), height),
        }),
        table: line_data::gap_table,
    },
    FigureSpec {
        id: "partners",
        name: "figure-partners",
        tab: Tab::Trade,
        caption: ranking_exports::partners_caption,
        picture: Some(FigurePicture {
            legend: None,
            plot: |ui, cx, _| ranking_exports::partners_ui(ui, cx),
        }),
        table: ranking_data::partners_table,
    },
    FigureSpec {
        id: "products",
        name: "figure-products",
        tab: Tab::Trade,
        caption: ranking_exports::products_caption,
        picture: Some(FigurePicture {
            legend: None,
            plot: |ui, cx, _| ranking_exports::products_ui(ui, cx),
        }),
        table: ranking_data::products_table,
    },
];

fn answer<'a>(cx: &Cx<'a>) -> Option<&'a TradeAnswer> {
    cx.state.derived.trade.answer.get().map(AsRef::as_ref)
}

fn lines<'a>(cx: &Cx<'a>) -> Option<&'a Chart> {
    answer(cx)?.chart.as_ref()
}

fn gap<'a>(cx: &Cx<'a>) -> Option<&'a Chart> {
    answer(cx)?.gap.as_ref()
}

fn legend(ui: &mut Ui, cx: &Cx<'_>, chart: Option<&Chart>) {
    if let Some(chart) = chart {
        let drawn = Drawn::of(cx, chart);
        // A row of the legend is as high as its entries.
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal_wrapped(|ui| line_legend_ui(ui, &drawn.series));
    }
}

fn plot(ui: &mut Ui, cx: &Cx<'_>, chart: Option<&Chart>, height: f32) {
    if let Some(chart) = chart {
        picture_ui(ui, cx, chart, height);
    }
}

/// Which choice shows a figure.
pub(super) fn choose_one_of(cx: &Cx<'_>, shows: &[Show]) -> String {
    let names: Vec<String> = shows
        .iter()
        .map(|show| format!("“{}”", show_name(cx, *show)))
        .collect();
    let names = names.join(&cx.t("filter-or"));
    cx.with("figure-trade-choose", &[("shows", (&names).into())])
}

fn trade_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    if choice(cx).show == Show::Products {
        return Err(cx.t("figure-trade-none"));
    }
    let chart = lines(cx).filter(|chart| !chart.is_empty());
    let chart = chart.ok_or_else(|| cx.t("notice-no-series"))?;
    let mut notes = Vec::new();
    if !chart.band.is_empty() {
        notes.push(cx.t("figure-trade-band"));
    }
    notes.extend(partners_note(cx));
    let notices = chart.notices.iter();
    notes.extend(notices.map(|notice| words::notice(cx, notice, &chart.unit)));
    if chart.notices.iter().any(is_conflict) {
        notes.push(cx.t("figure-trade-editions"));
    }
    notes.extend(valuation_notes(cx, chart));
    Ok(Caption {
        title: words::title(cx, chart),
        subtitle: trade_subtitle(cx, chart),
        filter: filter(cx),
        notes,
        sources: chart.sources().iter().map(Id::to_string).collect(),
    })
}

/// Unit and prices, whose record it is, what is counted, and the years.
fn trade_subtitle(cx: &Cx<'_>, chart: &Chart) -> String {
    let unit = Drawn::of(cx, chart).unit;
    let parts = [Some(subtitle(cx, chart, &unit)), kind(cx), years(chart)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("; ")
}

/// What the choice says beside title and unit.
fn kind(cx: &Cx<'_>) -> Option<String> {
    let key = match choice(cx).show {
        Show::ToHome | Show::ToPartner => "figure-trade-goods",
        Show::Turnover => "figure-trade-turnover",
        Show::Partners => return Some(traded(cx, choice(cx).traded)),
        Show::Investment => match choice(cx).investment {
            InvestmentRole::Flow => "figure-trade-flow",
            InvestmentRole::Stock => "figure-trade-stock",
            InvestmentRole::Deals => "figure-trade-deals",
        },
        Show::Balance | Show::Share | Show::Products => return None,
    };
    Some(cx.t(key))
}

/// Which trade of the home country.
pub(super) fn traded(cx: &Cx<'_>, traded: Traded) -> String {
    let key = match traded {
        Traded::Exports => "figure-trade-exports",
        Traded::Imports => "figure-trade-imports",
        Traded::Turnover => "figure-trade-both",
    };
    let home = words::country(cx, cx.catalog().home());
    cx.with(key, &[("home", (&home).into())])
}

/// First and last year with a number.
fn years(chart: &Chart) -> Option<String> {
    let drawn = chart.tracks.iter().flat_map(|track| track.points.keys());
    let first = drawn.clone().min()?;
    Some(year_range(*first, *drawn.max()?))
}

fn filter(cx: &Cx<'_>) -> String {
    choice(cx).years.map_or(String::new(), |(first, last)| {
        let years = year_range(first, last);
        cx.with("figure-trade-years", &[("years", (&years).into())])
    })
}

/// Which partners are compared: those that a person chose, or the largest.
fn partners_note(cx: &Cx<'_>) -> Option<String> {
    let ranking = answer(cx)?.ranking.as_ref()?;
    if !choice(cx).partners.is_empty() {
        return Some(cx.t("figure-trade-chosen"));
    }
    let year = ranking.year.to_string();
    let values = [("year", (&year).into()), ("partner", cx.partner().into())];
    Some(cx.with("figure-trade-largest", &values))
}

fn is_conflict(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::Years {
            what: YearsNotice::Conflict,
            ..
        }
    )
}

/// How the goods of the lines are valued, with the years where it is not the same for all.
fn valuation_notes(cx: &Cx<'_>, chart: &Chart) -> Vec<String> {
    let all = [
        (Valuation::Fob, "figure-trade-fob"),
        (Valuation::Cif, "figure-trade-cif"),
    ];
    let note = |(valuation, key)| {
        let tracks = chart.tracks.iter();
        let lines = tracks.filter_map(|track| valued(cx, chart, track, valuation));
        let lines = lines.collect::<Vec<_>>().join("; ");
        (!lines.is_empty()).then(|| cx.with(key, &[("lines", (&lines).into())]))
    };
    all.into_iter().filter_map(note).collect()
}

/// Name of a line, with the years in which it is valued so; nothing if it never is.
fn valued(cx: &Cx<'_>, chart: &Chart, track: &Track, valuation: Valuation) -> Option<String> {
    let points = track.points.iter();
    let own = points.filter(|(_, point)| point.valuation == Some(valuation));
    let own: Vec<i32> = own.map(|(year, _)| *year).collect();
    let name = words::track(cx, &chart.title, &track.label);
    if own.len() == track.points.len() {
        return Some(name).filter(|_| !own.is_empty());
    }
    let years = words::years(&spans(own.iter().copied()));
    (!own.is_empty()).then(|| format!("{name} ({years})"))
}

fn gap_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let with_gap = [Show::ToHome, Show::ToPartner, Show::Turnover];
    if !with_gap.contains(&choice(cx).show) {
        return Err(choose_one_of(cx, &with_gap));
    }
    let none = || cx.t("figure-gap-none");
    let answer = answer(cx).ok_or_else(none)?;
    let (Some(gap), Some(lines)) = (&answer.gap, &answer.chart) else {
        return Err(none());
    };
    if gap.is_empty() {
        return Err(none());
    }
    let (name, goods) = (words::title(cx, gap), words::title(cx, lines));
    let unit = Drawn::of(cx, gap).unit;
    let parts = [Some(gap_subtitle(cx, gap, &unit)), years(gap)];
    Ok(Caption {
        title: cx.with(
            "figure-gap-title",
            &[("gap", (&name).into()), ("goods", (&goods).into())],
        ),
        subtitle: parts.into_iter().flatten().collect::<Vec<_>>().join("; "),
        filter: filter(cx),
        notes: gap_notes(cx, answer, gap, lines),
        sources: gap.sources().iter().map(Id::to_string).collect(),
    })
}

/// Whose records are compared, what freight is taken out, and what is known about either record.
fn gap_notes(cx: &Cx<'_>, answer: &TradeAnswer, gap: &Chart, lines: &Chart) -> Vec<String> {
    let mut notes = Vec::new();
    let compared = compared(answer, lines);
    if let [Some(first), Some(second)] = compared {
        let (first, second) = (words::recorder(cx, first), words::recorder(cx, second));
        let key = if gap.title.what == What::TurnoverGap {
            "figure-gap-turnovers"
        } else {
            "figure-gap-records"
        };
        let home = words::country(cx, cx.catalog().home());
        let values = [
            ("first", (&first).into()),
            ("second", (&second).into()),
            ("home", (&home).into()),
            ("partner", cx.partner().into()),
        ];
        notes.push(cx.with(key, &values));
    }
    if answer.mirror.is_some() && !gap.band.is_empty() {
        let margin = choice(cx).margin;
        let margins = [margin.typical(), margin.low(), margin.high()];
        let [typical, low, high] = margins.map(|margin| decimal(100.0 * margin, 2));
        let values = [
            ("typical", (&typical).into()),
            ("low", (&low).into()),
            ("high", (&high).into()),
        ];
        notes.push(cx.with("figure-gap-freight", &values));
    }
    let notices = if gap.title.what == What::TurnoverGap {
        // It has no notices of its own: they are those of its lines.
        notes.push(cx.t("figure-gap-years"));
        &lines.notices
    } else {
        &gap.notices
    };
    let notices = notices.iter().filter(|notice| match notice {
        Notice::Years { recorder, .. } => is_conflict(notice) && compared.contains(&Some(recorder)),
        Notice::NotShown { .. } | Notice::NoSeries => false,
        _ => true,
    });
    notes.extend(notices.map(|notice| words::notice(cx, notice, &gap.unit)));
    notes
}

/// Ids of the two recorders: exporter's and importer's; of turnovers the partner's and the home country's.
fn compared<'a>(answer: &'a TradeAnswer, lines: &'a Chart) -> [Option<&'a String>; 2] {
    if let Some(mirror) = &answer.mirror {
        return [&mirror.exporter, &mirror.importer].map(|line| Some(&line.key.recorder));
    }
    // A country's own record is the first of its lines.
    let own = |country: Option<&String>| {
        let mut tracks = lines.tracks.iter();
        let own = tracks.find(|track| track.label.reporter.as_ref() == country);
        own.and_then(|track| track.label.recorder.as_ref())
    };
    [own(lines.title.to.as_ref()), own(Some(&lines.title.from))]
}
