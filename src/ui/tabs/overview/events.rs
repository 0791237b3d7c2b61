//! All events on one time line with lanes by kind.

use crate::{
    app::{Action, action::OverviewAction, view::OverviewRecord},
    dataset::schema::{Event, EventKind},
    i18n::short_date,
    ui::{
        Cx,
        charts::{Lane, Moment, Timeline, timeline_ui},
        theme::{size, strong},
        widgets::{card_title, export_button, figure_card, muted},
        wording,
    },
};
use eframe::egui::{Align, Layout, Ui};

/// Height of the card's title and padding.
const EXTRAS: f32 = 62.0;

/// Height of the card when this much is left for it and the row above.
pub(super) fn height(room: f32) -> f32 {
    (room * 0.34).clamp(186.0, 300.0)
}

/// The card.
pub(super) fn events_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let events = events(cx);
    figure_card(ui, "events", |ui| {
        // The card's margin and border.
        ui.set_min_height(height - 26.0);
        if events.is_empty() {
            muted(ui, &cx.t("events-none"));
            return;
        }
        ui.horizontal(|ui| {
            card_title(ui, &cx.t("events-title"));
            muted(
                ui,
                &cx.with("events-sub", &[("count", events.len().into())]),
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_button(ui, cx, "events", &cx.t("events-title"));
            });
        });
        timeline_of_ui(ui, cx, &events, height - EXTRAS);
    });
}

/// All events in order of date.
pub(super) fn events<'a>(cx: &Cx<'a>) -> Vec<&'a Event> {
    let all = &cx.catalog().data().events;
    let overview = cx.state.derived.overview.overview.get();
    let order = overview.map_or(&[][..], |overview| &overview.events);
    order.iter().filter_map(|at| all.get(*at)).collect()
}

/// The time line alone.
pub(super) fn timeline_of_ui(ui: &mut Ui, cx: &Cx<'_>, events: &[&Event], height: f32) {
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return;
    };
    let kinds: Vec<EventKind> = EventKind::ALL
        .into_iter()
        .filter(|kind| events.iter().any(|event| event.kind == *kind))
        .collect();
    let lane = |event: &Event| {
        kinds
            .iter()
            .position(|kind| *kind == event.kind)
            .unwrap_or(0)
    };
    let selected = match &cx.state.view.overview.selected {
        Some(OverviewRecord::Event(id)) => events.iter().position(|event| event.id == *id),
        _ => None,
    };
    let moments = events.iter().map(|event| Moment {
        lane: lane(event),
        at: event.date.as_year_fraction(),
    });
    let timeline = Timeline {
        name: &format!(
            "{}. {}",
            cx.t("events-title"),
            cx.with("events-sub", &[("count", events.len().into())])
        ),
        lanes: kinds
            .iter()
            .map(|kind| Lane {
                label: cx.t(wording::event_kind(*kind)),
                color: color(cx, *kind),
            })
            .collect(),
        moments: moments.collect(),
        years: (
            f64::from(first.date.year()),
            f64::from(last.date.year() + 1),
        ),
        selected,
        height,
    };
    let tip = |ui: &mut Ui, at: usize| {
        if let Some(event) = events.get(at) {
            ui.label(strong(cx.text(&event.title), size::BODY));
            muted(ui, &short_date(event.date));
        }
    };
    if let Some(event) = timeline_ui(ui, &timeline, tip).and_then(|at| events.get(at)) {
        let record = OverviewRecord::Event(event.id.clone());
        cx.push(Action::Overview(OverviewAction::Select(Some(record))));
    }
}

/// What is contested stands out; the lanes carry the kind.
fn color(cx: &Cx<'_>, kind: EventKind) -> eframe::egui::Color32 {
    match kind {
        EventKind::Dispute | EventKind::Protest => cx.tokens.warning,
        EventKind::Agreement
        | EventKind::Visit
        | EventKind::Policy
        | EventKind::Infrastructure
        | EventKind::Finance
        | EventKind::Trade => cx.tokens.accent,
    }
}
