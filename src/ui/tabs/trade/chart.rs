//! The cards with lines: what the recorders say, and the gap between them.

use super::{
    choice, choose,
    notes::{empty_ui, notes_ui},
    select_year,
};
use crate::{
    analysis::trade::{
        InvestmentRole, Point, Show, Standing, TradeAnswer, TradeChoice,
        chart::{Chart, Display, Track, What},
        ranking::Traded,
    },
    ui::{
        Cx,
        charts::{
            LineBand, LineLook, LinePoint, LineSeries, Lines, YearEvent, line_legend_ui, lines_ui,
        },
        theme::{semibold, size},
        widgets::{card_title, figure_card, muted, segmented, swatch},
        wording::{self, trade as words},
    },
};
use eframe::egui::{Align, Color32, Grid, Layout, RichText, Ui};

/// The card with the lines of all recorders. `height` is that of the plot alone.
pub(super) fn chart_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer, chart: &Chart, height: f32) {
    figure_card(ui, "trade", |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &words::title(cx, chart));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                controls_ui(ui, cx, chart);
            });
        });
        let drawn = Drawn::of(cx, chart);
        ui.horizontal_wrapped(|ui| {
            muted(ui, &subtitle(cx, chart, &drawn.unit));
            ui.add_space(8.0);
            line_legend_ui(ui, &drawn.series);
        });
        if chart.is_empty() {
            empty_ui(ui, cx, chart, height);
        } else {
            plot_ui(ui, cx, chart, drawn, height, answer.gap.as_ref());
        }
        notes_ui(ui, cx, chart);
    });
}

/// A chart as it is drawn: values scaled to the axis, colours chosen.
pub(super) struct Drawn {
    pub(super) series: Vec<LineSeries>,
    bands: Vec<LineBand>,
    pub(super) unit: String,
}

impl Drawn {
    pub(super) fn of(cx: &Cx<'_>, chart: &Chart) -> Self {
        let values = chart.tracks.iter().flat_map(|track| track.points.values());
        let largest = values.map(|point| point.value.abs()).fold(0.0, f64::max);
        let axis = words::axis_unit(cx, &chart.unit, largest);
        let series = chart
            .tracks
            .iter()
            .enumerate()
            .map(|(position, track)| LineSeries {
                name: words::track(cx, &chart.title, &track.label),
                color: color(cx, chart, position),
                points: line_points(track, axis.factor),
            });
        let band = chart.band.iter();
        let band = band.map(|band| (band.year, band.low * axis.factor, band.high * axis.factor));
        Self {
            series: series.collect(),
            bands: vec![LineBand {
                color: cx.tokens.muted.gamma_multiply(0.22),
                points: band.collect(),
            }],
            unit: axis.words,
        }
    }

    /// The plot of a chart over these years; no year is selected in it.
    fn lines(self, name: &str, years: (i32, i32), height: f32) -> Lines<'_> {
        Lines {
            name,
            years,
            series: self.series,
            bands: self.bands,
            selected: None,
            height,
        }
    }
}

fn line_points(track: &Track, factor: f64) -> Vec<LinePoint> {
    let points = track.points.iter();
    points
        .map(|(year, point)| LinePoint {
            year: *year,
            value: point.value * factor,
            look: look(point),
        })
        .collect()
}

fn look(point: &Point) -> LineLook {
    match point.standing {
        Standing::Record => LineLook::Solid,
        Standing::Estimate | Standing::Forecast => LineLook::Dashed,
        Standing::PartialYear => LineLook::Hollow,
    }
}

/// A country's own records have the country's colour everywhere; all others take slots.
pub(super) fn color(cx: &Cx<'_>, chart: &Chart, position: usize) -> Color32 {
    let Some(track) = chart.tracks.get(position) else {
        return cx.tokens.muted;
    };
    let label = &track.label;
    let slot = || cx.tokens.slot(u8::try_from(position).ok());
    if label.what == What::Investment {
        return slot();
    }
    if label.recorder.is_none() {
        return if position == 0 {
            cx.tokens.text
        } else {
            cx.tokens.muted
        };
    }
    if chart.title.to.is_none() {
        let is_partner = label.partner.as_deref() == Some(cx.catalog().partner());
        return if is_partner {
            cx.tokens.recorders[1]
        } else {
            slot()
        };
    }
    let recorder = label
        .recorder
        .as_deref()
        .and_then(|id| cx.catalog().recorder(id));
    let country = recorder.and_then(|recorder| recorder.country.as_deref());
    let same = |other: &&Track| {
        let other = other
            .label
            .recorder
            .as_deref()
            .and_then(|id| cx.catalog().recorder(id));
        other.and_then(|other| other.country.as_deref()) == country
    };
    let first = chart.tracks.iter().position(|track| same(&track)) == Some(position);
    match country {
        Some(country) if first && country == cx.catalog().home() => cx.tokens.recorders[0],
        Some(country) if first && country == cx.catalog().partner() => cx.tokens.recorders[1],
        _ => slot(),
    }
}

fn controls_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let choice = choice(cx);
    // The layout runs from the right.
    match choice.show {
        Show::ToHome | Show::ToPartner => display_ui(ui, cx, choice, chart),
        Show::Share | Show::Partners => traded_ui(ui, cx),
        Show::Investment => {
            let name = |role| match role {
                InvestmentRole::Flow => "role-flow",
                InvestmentRole::Stock => "role-stock",
                InvestmentRole::Deals => "role-deals",
            };
            let roles: Vec<_> = InvestmentRole::ALL
                .iter()
                .rev()
                .map(|role| (*role, cx.t(name(*role))))
                .collect();
            if let Some(role) = segmented(ui, choice.investment, &roles) {
                choose(cx, |choice| choice.investment = role);
            }
        }
        Show::Turnover | Show::Balance | Show::Products => {}
    }
}

fn display_ui(ui: &mut Ui, cx: &Cx<'_>, choice: &TradeChoice, chart: &Chart) {
    let base = match choice.display {
        Display::Index(year) => year,
        Display::Level | Display::Growth => index_base(chart),
    };
    let displays = [
        (Display::Index(base), cx.t("display-index")),
        (Display::Growth, cx.t("display-growth")),
        (Display::Level, cx.t("display-level")),
    ];
    if let Some(display) = segmented(ui, choice.display, &displays) {
        choose(cx, |choice| choice.display = display);
    }
}

/// The first year that all lines have, else the first year of any.
fn index_base(chart: &Chart) -> i32 {
    let years = chart.years();
    let common = years.iter().find(|year| {
        let full = |track: &Track| {
            track
                .points
                .get(year)
                .is_some_and(|point| point.standing == Standing::Record)
        };
        chart.tracks.iter().all(full)
    });
    common.or(years.first()).copied().unwrap_or(2000)
}

/// Exports, imports or both.
pub(super) fn traded_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let all = [Traded::Turnover, Traded::Imports, Traded::Exports];
    let all = all.map(|traded| (traded, cx.t(words::traded(traded))));
    if let Some(traded) = segmented(ui, choice(cx).traded, &all) {
        choose(cx, |choice| choice.traded = traded);
    }
}

pub(super) fn subtitle(cx: &Cx<'_>, chart: &Chart, unit: &str) -> String {
    let home = words::country(cx, cx.catalog().home());
    let amount = wording::with_prices(cx, unit, chart.prices);
    match (choice(cx).show, chart.title.what) {
        (Show::Share, _) => {
            let traded = cx.t(match choice(cx).traded {
                Traded::Exports => "sub-share-exports",
                Traded::Imports => "sub-share-imports",
                Traded::Turnover => "sub-share-turnover",
            });
            cx.with(
                "sub-share",
                &[("home", (&home).into()), ("traded", (&traded).into())],
            )
        }
        (_, What::Growth) => wording::with_prices(cx, &cx.t("sub-growth"), chart.prices),
        (Show::Balance, _) => cx.with("sub-balance", &[("unit", (&amount).into())]),
        (Show::Investment, _) => cx.with("sub-investment", &[("unit", (&amount).into())]),
        (Show::Partners, _) => {
            let recorder = chart
                .tracks
                .first()
                .and_then(|track| track.label.recorder.as_deref());
            let recorder = recorder
                .map(|id| words::recorder(cx, id))
                .unwrap_or_default();
            cx.with(
                "sub-recorder",
                &[("sub", (&amount).into()), ("recorder", (&recorder).into())],
            )
        }
        _ => amount,
    }
}

/// The years of the axis: those of the lines, so that lines and gap stand under each other.
fn years_of(cx: &Cx<'_>, chart: &Chart) -> Option<(i32, i32)> {
    let answer = cx.state.derived.trade.answer.get()?;
    let lines = answer.chart.as_ref().and_then(|lines| lines.title.years);
    lines.or(chart.title.years)
}

pub(super) fn plot_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chart: &Chart,
    drawn: Drawn,
    height: f32,
    gap: Option<&Chart>,
) {
    let Some(years) = years_of(cx, chart) else {
        return;
    };
    let name = plot_name(cx, chart, &drawn);
    let lines = Lines {
        selected: cx.state.view.trade.selected_year,
        ..drawn.lines(&name, years, height)
    };
    let event = lines_ui(ui, &lines, words::axis_tick, |ui, year| {
        tip_ui(ui, cx, chart, gap, year);
    });
    match event {
        Some(YearEvent::Year(year)) => select_year(cx, year),
        Some(YearEvent::Years(from, to)) => choose(cx, |choice| choice.years = Some((from, to))),
        None => {}
    }
}

/// The lines alone, for a picture that nobody can point at.
pub(super) fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, height: f32) {
    let Some(years) = years_of(cx, chart) else {
        return;
    };
    let drawn = Drawn::of(cx, chart);
    let name = plot_name(cx, chart, &drawn);
    let lines = drawn.lines(&name, years, height);
    lines_ui(ui, &lines, words::axis_tick, |_, _| {});
}

fn plot_name(cx: &Cx<'_>, chart: &Chart, drawn: &Drawn) -> String {
    format!("{}. {}", words::title(cx, chart), drawn.unit)
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, gap: Option<&Chart>, year: i32) {
    ui.label(RichText::new(year.to_string()).font(semibold(size::BODY)));
    Grid::new("trade-tip")
        .num_columns(3)
        .min_col_width(10.0)
        .spacing([8.0, 2.0])
        .show(ui, |ui| {
            for (position, track) in chart.tracks.iter().enumerate() {
                swatch(ui, color(cx, chart, position));
                ui.label(words::track(cx, &chart.title, &track.label));
                tip_value(ui, cx, track, year);
            }
            let gap = gap.and_then(|gap| gap.tracks.first());
            if let Some(track) = gap.filter(|track| track.points.contains_key(&year)) {
                swatch(ui, cx.tokens.muted);
                ui.label(cx.t(words::what(track.label.what)));
                tip_value(ui, cx, track, year);
            }
        });
    if let Some(band) = chart
        .band
        .iter()
        .find(|band| band.year == year && chart.title.what != What::Goods)
    {
        let (low, high) = (
            words::value(&chart.unit, band.low),
            words::value(&chart.unit, band.high),
        );
        muted(ui, &format!("{}: {low} – {high}", cx.t("what-adjusted")));
    }
}

fn tip_value(ui: &mut Ui, cx: &Cx<'_>, track: &Track, year: i32) {
    match track.points.get(&year) {
        Some(point) => {
            let marks = words::point_marks(cx, point);
            let value = words::exact(&track.unit, point.value);
            let text = if marks.is_empty() {
                value
            } else {
                format!("{value}  ({})", marks.join(", "))
            };
            ui.label(text);
        }
        None => {
            muted(ui, &cx.t("inspector-missing"));
        }
    }
    ui.end_row();
}

/// Adds an id to a set or takes it out.
pub(super) fn toggle(set: &mut std::collections::BTreeSet<String>, id: &str) {
    if !set.remove(id) {
        set.insert(id.to_owned());
    }
}
