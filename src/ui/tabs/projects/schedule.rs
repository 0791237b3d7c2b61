//! When projects were announced, begun and finished: the card, its rows and its words.

use super::{
    compare::only_a_ui,
    head::{MORE, foot_ui, head_ui, scroll_area},
};
use crate::{
    analysis::projects::{Schedule, Span},
    app::{Action, action::ProjectsAction},
    dataset::schema::PartialDate,
    i18n::{decimal, short_date},
    ui::{
        Cx,
        charts::{
            Mark, MarkEntry, SPAN_HEAD, SPAN_ROW, SpanAxis, SpanRow, mark_legend_ui, span_head_ui,
            span_rows_ui,
        },
        widgets::figure_card,
    },
};
use eframe::egui::Ui;

/// Rows of a picture on paper; the table beside it has all.
pub(super) const ON_PAPER: usize = 40;

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(schedule) = cx.state.derived.projects.schedule.get() else {
        return;
    };
    let height = height + MORE;
    figure_card(ui, "schedule", |ui| {
        head_ui(
            ui,
            cx,
            &cx.t("schedule-title"),
            &cx.t("schedule-sub"),
            |_| {},
        );
        only_a_ui(ui, cx);
        match axis(schedule) {
            None => super::empty::empty_ui(ui, cx, height),
            Some(axis) => {
                scrolled_ui(ui, cx, schedule, axis, height);
                mark_legend_ui(ui, &legend(cx));
            }
        }
        let (title, words) = (cx.t("schedule-title"), dated_words(cx, schedule));
        foot_ui(ui, cx, ("schedule", &title), &words, None);
    });
}

/// The rows that are in sight, under the years.
fn scrolled_ui(ui: &mut Ui, cx: &Cx<'_>, schedule: &Schedule, axis: SpanAxis, height: f32) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        span_head_ui(ui, axis);
        let scroll = scroll_area("schedule", height - SPAN_HEAD);
        scroll.show_rows(ui, SPAN_ROW, schedule.rows.len(), |ui, rows| {
            rows_ui(ui, cx, schedule, axis, rows);
        });
    });
}

/// The years of the rows; none where no project has a date.
pub(super) fn axis(schedule: &Schedule) -> Option<SpanAxis> {
    Some(SpanAxis {
        years: schedule.years?,
        today: schedule.as_of,
    })
}

/// What the marks mean.
pub(super) fn legend(cx: &Cx<'_>) -> Vec<MarkEntry> {
    let tokens = cx.tokens;
    let entries = [
        ("schedule-announced", Mark::Ring, tokens.muted),
        ("schedule-started", Mark::Range, tokens.accent),
        ("schedule-building", Mark::Band, tokens.accent),
        ("schedule-completed", Mark::Full, tokens.accent),
        ("schedule-planned", Mark::HollowDiamond, tokens.text),
        ("schedule-late", Mark::Line, tokens.warning),
        ("schedule-overdue", Mark::Dashes, tokens.warning),
    ];
    let entry = |(key, mark, color): (&str, Mark, _)| MarkEntry {
        label: cx.t(key),
        color,
        mark,
    };
    entries.map(entry).into()
}

/// How many projects have a date, and how many of those with a plan are late.
pub(super) fn dated_words(cx: &Cx<'_>, schedule: &Schedule) -> String {
    let values = [
        ("count", schedule.rows.len().into()),
        ("undated", schedule.undated.into()),
        ("compared", schedule.compared.into()),
        ("late", schedule.late.into()),
        ("overdue", schedule.overdue.into()),
    ];
    cx.with("schedule-dated", &values)
}

/// Some of the rows.
pub(super) fn rows_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    schedule: &Schedule,
    axis: SpanAxis,
    rows: std::ops::Range<usize>,
) {
    let projects = &cx.catalog().data().projects;
    let selected = cx.state.view.projects.selected.as_deref();
    let span_at = |at| schedule.span(cx.catalog(), &cx.state.dataset.projects, at);
    let clicked = span_rows_ui(ui, axis, rows, |at| {
        let span = span_at(at)?;
        let project = projects.get(span.project)?;
        let year = |date: Option<PartialDate>| date.map(PartialDate::as_year_fraction);
        Some(SpanRow {
            label: cx.text(&project.name).to_owned(),
            name: words(cx, cx.text(&project.name), &span),
            announced: year(span.announced),
            started: year(span.started),
            completed: year(span.completed),
            planned_end: year(span.planned_end),
            open: span.open,
            overdue: span.overdue_years.is_some(),
            selected: selected == Some(project.id.as_str()),
        })
    });
    let span = clicked.and_then(span_at);
    if let Some(project) = span.and_then(|span| projects.get(span.project)) {
        let again = selected == Some(project.id.as_str());
        let id = (!again).then(|| project.id.clone());
        cx.push(Action::Projects(ProjectsAction::Select(id)));
    }
}

/// Everything a row shows.
fn words(cx: &Cx<'_>, name: &str, span: &Span) -> String {
    let steps = [
        ("schedule-announced", span.announced),
        ("schedule-started", span.started),
        ("schedule-planned", span.planned_end),
        ("schedule-completed", span.completed),
    ];
    let dated = steps
        .into_iter()
        .filter_map(|(key, date)| Some(format!("{} {}", cx.t(key), short_date(date?))));
    let mut parts: Vec<String> = dated.collect();
    parts.extend(lateness(cx, span));
    format!("{name}\n{}", parts.join(" · "))
}

/// How far the end is from its plan, in words.
pub(super) fn lateness(cx: &Cx<'_>, span: &Span) -> Option<String> {
    let with = |key: &str, years: f64| cx.with(key, &[("years", (&decimal(years, 1)).into())]);
    match (span.late_years, span.overdue_years) {
        (Some(years), _) if years > 0.0 => Some(with("schedule-late-by", years)),
        (Some(years), _) if years < 0.0 => Some(with("schedule-early-by", -years)),
        (Some(_), _) => Some(cx.t("schedule-on-time")),
        (None, Some(years)) => Some(with("schedule-overdue-by", years)),
        (None, None) => None,
    }
}
