//! The legs of a route in order, and how far they add up to what is quoted for the whole.

use super::{leg_sum::LegSum, node_name};
use crate::{
    analysis::transit::{
        legs::{LegLength, LegView, RouteLegs},
        quote::Stated,
    },
    dataset::schema::{Leg, Route},
    i18n::{day, decimal, grouped, range},
    ui::{
        Cx,
        theme::size,
        widgets::{export_button, field, muted, section, sources_button, warning_note},
        wording::transit as words,
    },
};
use eframe::egui::{
    Align, Color32, Label, Layout, Painter, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

const BAR: f32 = 7.0;

/// The legs and their sums.
pub(super) fn legs_ui(ui: &mut Ui, cx: &Cx<'_>, route: &Route, detail: &RouteLegs) {
    let count = cx.with("transit-legs-count", &[("count", route.legs.len().into())]);
    section(ui, &cx.t("transit-legs-title"), &count);
    if route.legs.is_empty() {
        muted(ui, &cx.t("not-stated"));
        return;
    }
    let longest = longest(detail);
    for (leg, view) in route.legs.iter().zip(&detail.legs) {
        let ends = leg_ends(cx, leg);
        leg_head_ui(ui, cx, view, &ends);
        bar_ui(ui, cx, view, longest, &ends);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            muted(ui, &leg_words(cx, leg, view));
            sources_button(ui, cx, &ends, &leg.sources);
        });
        ui.add_space(2.0);
    }
    muted(ui, &cx.t("transit-legs-hatched"));
    export_button(ui, cx, "route-legs", &cx.t("transit-legs-title"));
    section(ui, &cx.t("transit-totals-title"), "");
    total_ui(ui, cx, &LegSum::km(cx, &detail.km));
    total_ui(ui, cx, &LegSum::days(cx, &detail.days));
    if let Some(words) = circuity_words(cx, detail) {
        field(ui, &cx.t("transit-circuity-name"), |ui| {
            ui.label(words).on_hover_text(cx.t("transit-circuity-tip"));
        });
    }
    for notice in &detail.notices {
        let (short, full) = words::notice(cx, notice);
        warning_note(ui, &short).on_hover_text(full);
    }
}

/// All legs and their sums below each other, without anything to press.
pub(super) fn list_ui(ui: &mut Ui, cx: &Cx<'_>, route: &Route, detail: &RouteLegs) {
    let longest = longest(detail);
    for (leg, view) in route.legs.iter().zip(&detail.legs) {
        let ends = leg_ends(cx, leg);
        leg_head_ui(ui, cx, view, &ends);
        bar_ui(ui, cx, view, longest, &ends);
        muted(ui, &leg_words(cx, leg, view));
        ui.add_space(6.0);
    }
    section(ui, &cx.t("transit-totals-title"), "");
    for sum in [LegSum::km(cx, &detail.km), LegSum::days(cx, &detail.days)] {
        let quoted = sum
            .quoted
            .unwrap_or_else(|| cx.t("transit-totals-not-quoted"));
        let parts = [Some(sum.known), Some(quoted), sum.difference];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        field(ui, &sum.name, |ui| {
            ui.label(parts.join(" · "));
        });
    }
    if let Some(words) = circuity_words(cx, detail) {
        field(ui, &cx.t("transit-circuity-name"), |ui| {
            ui.label(words);
        });
    }
}

/// The length that fills the bar's whole width.
fn longest(detail: &RouteLegs) -> f64 {
    let lengths = detail.legs.iter().filter_map(|leg| leg.length.km());
    lengths.fold(0.0, f64::max)
}

/// From where to where.
fn leg_ends(cx: &Cx<'_>, leg: &Leg) -> String {
    format!("{} – {}", node_name(cx, &leg.from), node_name(cx, &leg.to))
}

fn leg_head_ui(ui: &mut Ui, cx: &Cx<'_>, view: &LegView, ends: &str) {
    let km = match view.length {
        LegLength::Stated(km) => format!("{} km", grouped(km)),
        LegLength::Estimated(km) => format!("~{} km", grouped(km)),
        LegLength::Missing => "– km".to_owned(),
    };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(&km).size(size::TABLE).color(cx.tokens.muted);
            let tip = cx.t(match view.length {
                LegLength::Stated(_) => "transit-leg-stated",
                LegLength::Estimated(_) => "transit-leg-estimated",
                LegLength::Missing => "transit-leg-missing",
            });
            ui.label(text).on_hover_text(tip);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(ends).size(size::TABLE);
                ui.add(Label::new(text).truncate());
            });
        });
    });
}

/// Mode, days and handling of a leg.
fn leg_words(cx: &Cx<'_>, leg: &Leg, view: &LegView) -> String {
    let days = view.days.map(|stated| days_words(cx, stated));
    let mode = cx.t(words::mode(view.mode));
    let parts = [
        Some(mode.as_str()),
        days.as_deref(),
        leg.handling.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// Length over the shortest way on the globe.
fn circuity_words(cx: &Cx<'_>, detail: &RouteLegs) -> Option<String> {
    let (ratio, km) = (
        decimal(detail.circuity?, 2),
        grouped(detail.great_circle_km?),
    );
    let values = [("ratio", (&ratio).into()), ("km", (&km).into())];
    Some(cx.with("transit-circuity", &values))
}

/// The days as stated: a range, one number, or a limit.
pub(super) fn days_words(cx: &Cx<'_>, stated: Stated) -> String {
    let text = match (stated.low, stated.typical, stated.high) {
        (Some(low), _, Some(high)) => range(&day(low), &day(high)),
        (_, Some(typical), _) => day(typical),
        (Some(low), None, None) => {
            return cx.with("transit-days-from", &[("days", (&day(low)).into())]);
        }
        (None, None, Some(high)) => {
            return cx.with("transit-days-up-to", &[("days", (&day(high)).into())]);
        }
        (None, None, None) => return String::new(),
    };
    cx.with("transit-days-value", &[("days", (&text).into())])
}

/// As long as the leg; hatched where the length is estimated, empty where it is missing.
fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, view: &LegView, longest: f64, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let share = view.length.km().unwrap_or(0.0) / longest.max(f64::MIN_POSITIVE);
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let share = share.clamp(0.0, 1.0) as f32;
    let width = (rect.width() * share).max(12.0);
    let bar = Rect::from_min_size(rect.min, vec2(width, BAR));
    let color = words::mode_color(cx, view.mode);
    match view.length {
        LegLength::Stated(_) => {
            ui.painter().rect_filled(bar, 2.0, color);
        }
        LegLength::Estimated(_) => hatched(ui.painter(), bar, color),
        LegLength::Missing => {
            let stroke = Stroke::new(1.0, cx.tokens.muted);
            ui.painter()
                .rect_stroke(bar, 2.0, stroke, StrokeKind::Inside);
        }
    }
}

fn hatched(painter: &Painter, rect: Rect, color: Color32) {
    let inside = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    inside.rect_filled(rect, 2.0, color.gamma_multiply(0.18));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let line = [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())];
        inside.line_segment(line, Stroke::new(1.3, color.gamma_multiply(0.85)));
        x += 5.0;
    }
    painter.rect_stroke(rect, 2.0, Stroke::new(1.0, color), StrokeKind::Inside);
}

/// The known legs against the quoted whole, with the difference.
fn total_ui(ui: &mut Ui, cx: &Cx<'_>, sum: &LegSum<'_>) {
    field(ui, &sum.name, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.label(&sum.known);
        let Some(quoted) = &sum.quoted else {
            muted(ui, &cx.t("transit-totals-not-quoted"));
            return;
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.label(quoted);
            sources_button(ui, cx, &sum.name, &sum.total.quoted.sources);
        });
        if let Some(difference) = &sum.difference {
            warning_note(ui, difference).on_hover_text(cx.t("transit-totals-tip"));
        }
    });
}
