//! Rankings of one year as rows with bars: partners to compare, and products.

use super::{chart::toggle, choice, choose};
use crate::dataset::schema::Id;
use crate::{
    analysis::trade::{
        chart::{Chart, Unit},
        ranking::{Base, Ranked, Ranking},
    },
    i18n::{decimal, percent, range},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{
            FacetRow, choice as drop_down, export_button, facet_row, figure_card, muted,
            sources_button, warning_note,
        },
        wording::trade as words,
    },
};
use eframe::egui::{Align, Color32, Layout, ScrollArea, Ui};

/// The card with the partners of a year; a click draws or hides a partner's line.
pub(super) fn partners_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, ranking: &Ranking, height: f32) {
    figure_card(ui, "partners", |ui| {
        ui.horizontal(|ui| {
            let year = ranking.year.to_string();
            let title = cx.with("ranking-partners-title", &[("year", (&year).into())]);
            ui.label(strong(&title, size::BRAND));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_button(ui, cx, "partners", &title);
                year_ui(ui, cx, ranking);
            });
        });
        remark_ui(ui, cx, ranking);
        let drawn = |id: &str| {
            let position = chart
                .tracks
                .iter()
                .position(|track| track.label.partner.as_deref() == Some(id));
            position.map(|position| super::chart::color(cx, chart, position))
        };
        ScrollArea::vertical()
            .id_salt("partners")
            .max_height((height - 118.0).max(60.0))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for row in &ranking.rows {
                    partner_ui(ui, cx, chart, ranking, row, drawn(&row.id));
                }
                rest_ui(ui, cx, ranking);
                apart_ui(ui, cx, ranking, "ranking-territories", &ranking.territories);
                apart_ui(ui, cx, ranking, "ranking-groups", &ranking.groups);
            });
        notices_ui(ui, cx, ranking);
    });
}

fn partner_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chart: &Chart,
    ranking: &Ranking,
    row: &Ranked,
    color: Option<Color32>,
) {
    let name = words::country(cx, &row.id);
    let look = Look {
        color,
        drawn: color.is_some(),
    };
    if row_ui(ui, cx, ranking, row, &name, look) {
        let drawn: Vec<String> = chart
            .tracks
            .iter()
            .filter_map(|track| track.label.partner.clone())
            .collect();
        choose(cx, |choice| {
            if choice.partners.is_empty() {
                choice.partners.extend(drawn);
            }
            toggle(&mut choice.partners, &row.id);
        });
    }
}

/// How a row looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Colour of its bar.
    pub(super) color: Option<Color32>,
    /// Whether it has a line in the chart.
    pub(super) drawn: bool,
}

/// A row with its bar; whether it was clicked.
pub(super) fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ranking: &Ranking,
    row: &Ranked,
    name: &str,
    look: Look,
) -> bool {
    let (value, share) = numbers(ranking, row);
    let rank = ranking
        .rank(&row.id)
        .map(|rank| rank.to_string())
        .unwrap_or_default();
    let values = [
        ("rank", (&rank).into()),
        ("name", name.into()),
        ("value", (&value).into()),
        ("share", (&share).into()),
    ];
    let whole = cx.with("ranking-row", &values);
    let facet = FacetRow {
        label: name,
        count: &value,
        money: &share,
        widest: &share,
        share: bar(row, ranking),
        color: look.color,
        included: look.drawn,
        excluded: false,
        empty: false,
        name: &whole,
    };
    facet_row(ui, &facet).on_hover_text(&whole).clicked()
}

/// Amount and share of a row as text.
pub(super) fn numbers(ranking: &Ranking, row: &Ranked) -> (String, String) {
    let unit = Unit::Stated(ranking.unit.clone());
    let share = row.share.map(words::share).unwrap_or_default();
    (words::value(&unit, row.point.value), share)
}

/// Length of a bar against the largest part.
#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
pub(super) fn bar(row: &Ranked, ranking: &Ranking) -> f32 {
    let largest = ranking.rows.first().map_or(0.0, |row| row.point.value);
    if largest > 0.0 {
        (row.point.value / largest).clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}

/// What the listed parts leave of the whole.
pub(super) fn rest_ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &Ranking) {
    let Some(rest) = ranking.rest.filter(|rest| *rest > 0.0) else {
        return;
    };
    let value = words::value(&Unit::Stated(ranking.unit.clone()), rest);
    let name = cx.t("ranking-other");
    let values = [("name", (&name).into()), ("value", (&value).into())];
    muted(ui, &cx.with("ranking-row-plain", &values));
}

fn apart_ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &Ranking, title: &str, rows: &[Ranked]) {
    if rows.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(strong(cx.t(title), size::SMALL));
    for row in rows {
        let value = words::value(&Unit::Stated(ranking.unit.clone()), row.point.value);
        let share = row.share.map(percent).unwrap_or_default();
        let name = words::country(cx, &row.id);
        let value = format!("{value}, {share}");
        muted(
            ui,
            &cx.with(
                "ranking-row-plain",
                &[("name", (&name).into()), ("value", (&value).into())],
            ),
        );
    }
}

/// The choice of a year that has parts.
pub(super) fn year_ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &Ranking) {
    ui.spacing_mut().combo_width = 64.0;
    let years: Vec<(i32, String)> = ranking
        .years
        .iter()
        .rev()
        .map(|year| (*year, year.to_string()))
        .collect();
    if let Some(year) = drop_down(ui, &cx.t("ranking-year"), ranking.year, &years) {
        choose(cx, |choice| choice.ranking_year = Some(year));
    }
    let sources: Vec<Id> = ranking.sources().into_iter().collect();
    sources_button(ui, cx, &ranking.year.to_string(), &sources);
}

/// How much of which whole is listed.
pub(super) fn remark_ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &Ranking) {
    muted(ui, &remark(cx, ranking));
}

/// The same in words.
pub(super) fn remark(cx: &Cx<'_>, ranking: &Ranking) -> String {
    let whole = ranking
        .whole
        .value
        .map(|whole| words::value(&Unit::Stated(ranking.unit.clone()), whole));
    let key = match ranking.base {
        Base::Published => "ranking-base-published",
        Base::Listed => "ranking-base-listed",
    };
    let base = cx.with(key, &[("whole", (&whole.unwrap_or_default()).into())]);
    let coverage = ranking.coverage().map(percent).unwrap_or_default();
    let values = [
        ("n", ranking.listed.n_used.into()),
        ("missing", ranking.listed.n_missing.into()),
        ("coverage", (&coverage).into()),
        ("base", (&base).into()),
    ];
    cx.with("ranking-remark", &values)
}

/// How concentrated the trade is, in words.
pub(super) fn concentration(cx: &Cx<'_>, ranking: &Ranking) -> Option<String> {
    let concentration = ranking.concentration?;
    let (low, high) = (
        decimal(concentration.low, 3),
        decimal(concentration.high, 3),
    );
    let value = range(&low, &high);
    Some(cx.with("ranking-concentration", &[("value", (&value).into())]))
}

/// Notices, and how concentrated the trade is.
pub(super) fn notices_ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &Ranking) {
    if let Some(text) = concentration(cx, ranking) {
        muted(ui, &text).on_hover_text(cx.t("ranking-concentration-tip"));
    }
    let unit = Unit::Stated(ranking.unit.clone());
    for notice in &ranking.notices {
        warning_note(ui, &words::notice(cx, notice, &unit));
    }
    if !choice(cx).partners.is_empty() {
        let text = cx.t("trade-partners-largest");
        if choice(cx).show == crate::analysis::trade::Show::Partners
            && crate::ui::widgets::quiet_button(ui, &text, &text).clicked()
        {
            choose(cx, |choice| choice.partners.clear());
        }
    }
}
