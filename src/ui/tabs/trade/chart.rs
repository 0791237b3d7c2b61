//! The cards with lines: what the recorders say, and the gap between them.

use super::{choice, choose, select_year};
use crate::{
    analysis::trade::{
        InvestmentRole, Notice, Point, Show, Standing, TradeAnswer, TradeChoice,
        chart::{Chart, Display, GapBase, Track, Unit, What},
        ranking::Traded,
    },
    i18n::percent,
    ui::{
        Cx,
        charts::{
            LineBand, LineLook, LinePoint, LineSeries, Lines, YearEvent, line_legend_ui, lines_ui,
        },
        theme::{semibold, size},
        widgets::{
            card, card_title, muted, quiet_button, segmented, sources_button, swatch, warning_note,
        },
        wording::trade as words,
    },
};
use eframe::egui::{Align, Color32, Grid, Layout, RichText, Ui, vec2};

/// The card with the lines of all recorders. `height` is that of the plot alone.
pub(super) fn chart_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer, chart: &Chart, height: f32) {
    card(ui, |ui| {
        ui.horizontal(|ui| {
            card_title(ui, &words::title(cx, chart));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                controls_ui(ui, cx, chart)
            });
        });
        let drawn = Drawn::of(cx, chart);
        muted(ui, &subtitle(cx, chart, &drawn.unit));
        if chart.is_empty() {
            empty_ui(ui, cx, chart, height);
        } else {
            line_legend_ui(ui, &drawn.series);
            plot_ui(ui, cx, chart, drawn, height, answer.gap.as_ref());
        }
        notes_ui(ui, cx, chart);
    });
}

/// The card with the gap between the two sides.
pub(super) fn gap_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer, gap: &Chart, height: f32) {
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(crate::ui::theme::strong(words::title(cx, gap), size::BRAND));
            if answer.mirror.is_some() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    gap_base_ui(ui, cx)
                });
            }
        });
        let drawn = Drawn::of(cx, gap);
        muted(ui, &gap_subtitle(cx, gap, &drawn.unit));
        if gap.is_empty() {
            empty_ui(ui, cx, gap, height);
        } else {
            plot_ui(ui, cx, gap, drawn, height, None);
        }
        gap_notes_ui(ui, cx, answer, gap);
    });
}

/// A chart as it is drawn: values scaled to the axis, colours chosen.
struct Drawn {
    series: Vec<LineSeries>,
    bands: Vec<LineBand>,
    unit: String,
}

impl Drawn {
    fn of(cx: &Cx<'_>, chart: &Chart) -> Self {
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
                color: cx.tokens.muted.gamma_multiply(0.18),
                points: band.collect(),
            }],
            unit: axis.words,
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

fn subtitle(cx: &Cx<'_>, chart: &Chart, unit: &str) -> String {
    let home = words::country(cx, cx.catalog().home());
    let amount = words::with_prices(cx, unit, chart.prices);
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
        (_, What::Growth) => cx.t("sub-growth"),
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
        _ if matches!(chart.unit, Unit::Index(_)) => unit.to_owned(),
        _ => amount,
    }
}

fn gap_subtitle(cx: &Cx<'_>, gap: &Chart, unit: &str) -> String {
    let (home, partner) = (
        words::country(cx, cx.catalog().home()),
        words::country(cx, cx.catalog().partner()),
    );
    let unit = words::with_prices(cx, unit, gap.prices);
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

/// The years of the axis: those of the lines, so that lines and gap stand under each other.
fn years_of(cx: &Cx<'_>, chart: &Chart) -> Option<(i32, i32)> {
    let answer = cx.state.derived.trade.answer.get()?;
    let lines = answer.chart.as_ref().and_then(|lines| lines.title.years);
    lines.or(chart.title.years)
}

fn plot_ui(
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
    let name = format!("{}. {}", words::title(cx, chart), drawn.unit);
    let selected = cx.state.view.trade.selected_year;
    let lines = Lines {
        name: &name,
        years,
        series: drawn.series,
        bands: drawn.bands,
        selected,
        height,
    };
    let event = lines_ui(ui, &lines, words::axis_tick, |ui, year| {
        tip_ui(ui, cx, chart, gap, year)
    });
    match event {
        Some(YearEvent::Year(year)) => select_year(cx, year),
        Some(YearEvent::Years(from, to)) => choose(cx, |choice| choice.years = Some((from, to))),
        None => {}
    }
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, gap: Option<&Chart>, year: i32) {
    ui.label(RichText::new(year.to_string()).font(semibold(size::BODY)));
    Grid::new("trade-tip")
        .num_columns(3)
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

/// Why there is nothing, and ways out.
pub(super) fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, height: f32) {
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.3);
            ui.label(cx.t("notice-no-series"));
            let hidden = chart.notices.iter().filter_map(|notice| match notice {
                Notice::NotShown { recorders } => Some(recorders),
                _ => None,
            });
            for id in hidden.flatten() {
                let name = words::recorder(cx, id);
                let text = cx.with("empty-show-recorder", &[("recorder", (&name).into())]);
                if quiet_button(ui, &text, &text).clicked() {
                    choose(cx, |choice| toggle(&mut choice.toggled, id));
                }
            }
            if choice(cx).years.is_some()
                && quiet_button(ui, &cx.t("empty-all-years"), &cx.t("empty-all-years")).clicked()
            {
                choose(cx, |choice| choice.years = None);
            }
            if choice(cx).product.is_some()
                && quiet_button(ui, &cx.t("empty-all-goods"), &cx.t("empty-all-goods")).clicked()
            {
                choose(cx, |choice| choice.product = None);
            }
        });
    });
}

/// Adds an id to a set or takes it out.
pub(super) fn toggle(set: &mut std::collections::BTreeSet<String>, id: &str) {
    if !set.remove(id) {
        set.insert(id.to_owned());
    }
}

/// What to know about the lines, and the sources of all of them.
fn notes_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let (warnings, notes): (Vec<&Notice>, Vec<&Notice>) = chart
        .notices
        .iter()
        .filter(|notice| **notice != Notice::NoSeries)
        .partition(|notice| words::warns(notice));
    let line = |notices: &[&Notice]| -> String {
        let words: Vec<String> = notices
            .iter()
            .map(|notice| words::notice(cx, notice, &chart.unit))
            .collect();
        words.join(" · ")
    };
    ui.horizontal(|ui| {
        let sources: Vec<String> = chart.sources().into_iter().collect();
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            sources_button(ui, cx, &words::title(cx, chart), &sources);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                one_line(ui, &line(&notes), false);
                one_line(ui, &line(&warnings), true);
            });
        });
    });
}

/// A note on one line; the whole of it when pointed at.
fn one_line(ui: &mut Ui, text: &str, warns: bool) {
    if text.is_empty() {
        return;
    }
    let tokens = crate::ui::theme::Tokens::of(ui);
    let color = if warns { tokens.warning } else { tokens.muted };
    let text = RichText::new(text).size(size::SMALL).color(color);
    ui.add(eframe::egui::Label::new(text).truncate());
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
    if !notes.is_empty() {
        one_line(ui, &notes.join(" · "), false);
    }
    if gap.is_empty() {
        warning_note(ui, &cx.t("notice-no-series"));
    }
}
