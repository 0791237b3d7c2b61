//! The panel at the right: one year with every number, its edition, marks, conflicts and sources;
//! the gap on all its bases; and how the recorders record.

use crate::dataset::schema::Id;
use crate::{
    analysis::trade::{
        Point, TradeAnswer,
        chart::{Chart, Track, Unit},
        mirror::{Mirror, MirrorYear, Side, ValuationEffect},
    },
    app::{Action, action::TradeAction},
    i18n::{percent, range},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{field, muted, quiet_button, section, sources_button, swatch, warning_note},
        wording::trade as words,
    },
};
use eframe::egui::{Align, Layout, Ui};
use std::collections::BTreeSet;

/// The panel.
pub(in crate::ui::tabs) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(answer) = cx.state.derived.trade.answer.get() else {
        return;
    };
    let Some(chart) = &answer.chart else {
        recorders_ui(ui, cx, answer);
        return;
    };
    let selected = cx.state.view.trade.selected_year;
    let compared = answer
        .mirror
        .as_ref()
        .and_then(|mirror| mirror.years.last());
    let latest = || {
        compared.map_or(chart.title.years.map(|(_, last)| last), |year| {
            Some(year.year)
        })
    };
    if let Some(year) = selected.or_else(latest) {
        head_ui(ui, cx, year, selected.is_some());
        for (position, track) in chart.tracks.iter().enumerate() {
            track_ui(ui, cx, chart, position, track, year);
        }
        if let Some(mirror) = &answer.mirror {
            gap_ui(ui, cx, mirror, year);
        }
    }
    recorders_ui(ui, cx, answer);
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, year: i32, closable: bool) {
    ui.horizontal(|ui| {
        ui.label(strong(year.to_string(), size::TITLE));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if closable && quiet_button(ui, "×", &cx.t("inspector-close")).clicked() {
                cx.push(Action::Trade(TradeAction::SelectYear(None)));
            }
        });
    });
    if !closable {
        muted(ui, &cx.t("inspector-no-year"));
    }
}

fn track_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, position: usize, track: &Track, year: i32) {
    ui.add_space(4.0);
    let name = words::track(cx, &chart.title, &track.label);
    ui.horizontal(|ui| {
        swatch(ui, super::chart::color(cx, chart, position));
        ui.add(eframe::egui::Label::new(strong(&name, size::BODY)).wrap());
    });
    let Some(point) = track.points.get(&year) else {
        muted(ui, &cx.t("inspector-missing"));
        return;
    };
    point_ui(ui, cx, track, point);
}

fn point_ui(ui: &mut Ui, cx: &Cx<'_>, track: &Track, point: &Point) {
    let value = words::exact(&track.unit, point.value);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(&value);
        let marks = words::point_marks(cx, point);
        if !marks.is_empty() {
            muted(ui, &marks.join(", "));
        }
        let sources: Vec<Id> = point.sources.iter().cloned().collect();
        sources_button(ui, cx, &value, &sources);
    });
    if let Some(text) = point.mark.as_ref().and_then(|mark| mark.note.as_ref()) {
        muted(ui, text);
    }
    let series = point
        .series
        .as_deref()
        .and_then(|id| cx.catalog().series(id));
    if let Some(text) = series.and_then(|series| series.note.as_ref()) {
        muted(ui, text);
    }
    others_ui(ui, cx, track, point);
}

/// What the recorder's other editions say: beside the number, not instead of it.
fn others_ui(ui: &mut Ui, cx: &Cx<'_>, track: &Track, point: &Point) {
    if point.others.is_empty() {
        return;
    }
    if let Some(spread) = point.spread() {
        let width = words::exact(&track.unit, spread.width());
        let relative = spread.relative.map(percent).unwrap_or_default();
        let agreement = percent(spread.agreement);
        let values = [
            ("count", point.others.len().into()),
            ("spread", (&width).into()),
            ("relative", (&relative).into()),
            ("agreement", (&agreement).into()),
        ];
        let text = cx.with("inspector-conflict", &values);
        if point.is_in_conflict() {
            warning_note(ui, &text);
        } else {
            muted(ui, &text);
        }
    }
    for other in &point.others {
        let value = words::exact(&track.unit, other.value);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            muted(ui, &value);
            let sources: Vec<Id> = other.sources.iter().cloned().collect();
            sources_button(ui, cx, &value, &sources);
        });
    }
}

fn gap_ui(ui: &mut Ui, cx: &Cx<'_>, mirror: &Mirror, year: i32) {
    section(ui, &cx.t("inspector-gap"), "");
    let unit = Unit::Stated(mirror.exporter.unit.clone());
    if let Some(entry) = mirror.years.iter().find(|entry| entry.year == year) {
        gap_year_ui(ui, cx, entry, &unit);
        return;
    }
    let orphan = mirror.orphans.iter().find(|orphan| orphan.year == year);
    let line = orphan.map(|orphan| match orphan.side {
        Side::Exporter => &mirror.exporter,
        Side::Importer => &mirror.importer,
    });
    let text = line.map_or_else(
        || cx.t("inspector-missing"),
        |line| {
            let recorder = words::recorder(cx, &line.key.recorder);
            cx.with("inspector-one-sided", &[("recorder", (&recorder).into())])
        },
    );
    muted(ui, &text);
}

fn gap_year_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &MirrorYear, unit: &Unit) {
    let Some(gap) = entry.asymmetry else {
        muted(ui, &cx.t("inspector-missing"));
        return;
    };
    let value = words::exact(unit, gap.gap);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(&value);
        let sources: Vec<Id> = entry.sources.iter().cloned().collect();
        sources_button(ui, cx, &value, &sources);
    });
    let relative = [
        ("inspector-of-exporter", gap.of_exporter),
        ("inspector-of-importer", gap.of_importer),
        ("inspector-of-mean", Some(gap.of_mean)),
    ];
    for (key, value) in relative {
        let words = value.map_or_else(|| "–".to_owned(), percent);
        field(ui, &cx.t(key), |ui| {
            ui.label(words);
        });
    }
    if let Some(ratio) = gap.ratio {
        muted(
            ui,
            &cx.with(
                "inspector-gap-ratio",
                &[("ratio", (&percent(ratio)).into())],
            ),
        );
    }
    adjusted_ui(ui, cx, entry, unit);
}

fn adjusted_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &MirrorYear, unit: &Unit) {
    let Some(band) = entry.adjusted else {
        let years = crate::analysis::trade::spans([entry.year]);
        let notice = crate::analysis::trade::Notice::NotAdjusted { years };
        muted(ui, &words::notice(cx, &notice, unit));
        return;
    };
    let value = |gap: f64| words::value(unit, gap);
    field(ui, &cx.t("inspector-gap-adjusted"), |ui| {
        let (low, high) = (value(band.low.gap_fob), value(band.high.gap_fob));
        let typical = value(band.typical.gap_fob);
        let values = [
            ("typical", (&typical).into()),
            ("low", (&low).into()),
            ("high", (&high).into()),
        ];
        ui.label(cx.with("inspector-gap-band", &values));
        let margins = range(&percent(band.low.margin), &percent(band.high.margin));
        muted(ui, &format!("{}: {margins}", cx.t("trade-freight")));
    });
    let effect = entry.valuation_effect().map(|effect| match effect {
        ValuationEffect::Widens => "inspector-effect-widens",
        ValuationEffect::Narrows => "inspector-effect-narrows",
        ValuationEffect::Reverses => "inspector-effect-reverses",
    });
    if let Some(key) = effect {
        muted(ui, &cx.t(key));
    }
}

/// The definition and method of everyone whose numbers are shown.
fn recorders_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer) {
    let tracks = answer.chart.iter().flat_map(|chart| &chart.tracks);
    let mut ids: BTreeSet<&String> = tracks
        .filter_map(|track| track.label.recorder.as_ref())
        .collect();
    ids.extend(
        answer
            .ranking
            .as_ref()
            .map(|ranking| &ranking.question.recorder),
    );
    let shown: Vec<_> = ids
        .into_iter()
        .filter_map(|id| cx.catalog().recorder(id))
        .collect();
    if shown.is_empty() {
        return;
    }
    ui.add_space(6.0);
    section(ui, &cx.t("inspector-recorders"), "");
    for recorder in shown {
        ui.label(strong(cx.text(&recorder.name), size::SMALL));
        if let Some(method) = words::present(cx, &recorder.method) {
            muted(ui, method);
        }
        ui.add_space(2.0);
    }
}
