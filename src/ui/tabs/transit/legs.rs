//! The legs of a route in order, and how far they add up to what is quoted for the whole.

use crate::{
    analysis::transit::{
        Band,
        legs::{LegLength, LegTotal, LegView, RouteLegs},
        quote::Stated,
    },
    dataset::schema::{Leg, Route},
    i18n::{day, decimal, grouped, range},
    ui::{
        Cx,
        theme::size,
        widgets::{field, muted, section, sources_button, warning_note},
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
    let longest = detail
        .legs
        .iter()
        .filter_map(|leg| leg.length.km())
        .fold(0.0, f64::max);
    for (leg, view) in route.legs.iter().zip(&detail.legs) {
        leg_ui(ui, cx, leg, view, longest);
    }
    muted(ui, &cx.t("transit-legs-hatched"));
    section(ui, &cx.t("transit-totals-title"), "");
    total_ui(ui, cx, &cx.t("transit-totals-km"), &detail.km, |km| {
        format!("{} km", grouped(km))
    });
    total_ui(ui, cx, &cx.t("transit-totals-days"), &detail.days, |days| {
        cx.with("transit-days-value", &[("days", (&day(days)).into())])
    });
    if let (Some(circle), Some(circuity)) = (detail.great_circle_km, detail.circuity) {
        let (ratio, km) = (decimal(circuity, 2), grouped(circle));
        let values = [("ratio", (&ratio).into()), ("km", (&km).into())];
        let words = cx.with("transit-circuity", &values);
        field(ui, &cx.t("transit-circuity-name"), |ui| {
            ui.label(words).on_hover_text(cx.t("transit-circuity-tip"));
        });
    }
    for notice in &detail.notices {
        let (short, full) = words::notice(cx, notice);
        warning_note(ui, &short).on_hover_text(full);
    }
}

fn leg_ui(ui: &mut Ui, cx: &Cx<'_>, leg: &Leg, view: &LegView, longest: f64) {
    let node = |id: &str| {
        let node = cx.catalog().node(id);
        node.map_or(id.to_owned(), |node| cx.text(&node.name).to_owned())
    };
    let ends = format!("{} – {}", node(&leg.from), node(&leg.to));
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
                let text = RichText::new(&ends).size(size::TABLE);
                ui.add(Label::new(text).truncate());
            });
        });
    });
    bar_ui(ui, cx, view, longest, &ends);
    let days = view.days.map(|stated| days_words(cx, stated));
    let mode = cx.t(words::mode(view.mode));
    let parts: Vec<&str> = [
        Some(mode.as_str()),
        days.as_deref(),
        leg.handling.as_deref(),
    ]
    .into_iter()
    .flatten()
    .collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        muted(ui, &parts.join(" · "));
        sources_button(ui, cx, &ends, &leg.sources);
    });
    ui.add_space(2.0);
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
fn total_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str, total: &LegTotal, word: impl Fn(f64) -> String) {
    let band = |band: Band| {
        if band.high > band.low {
            format!(
                "{} ({}–{})",
                word(band.typical),
                decimal(band.low, 1),
                decimal(band.high, 1)
            )
        } else {
            word(band.typical)
        }
    };
    field(ui, name, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let known = total.known.map_or_else(|| "–".to_owned(), band);
        let values = [
            ("known", (&known).into()),
            ("n", total.n_known.into()),
            ("of", (total.n_known + total.n_missing).into()),
        ];
        ui.label(cx.with("transit-totals-known", &values));
        let Some(quoted) = total.quoted.band else {
            muted(ui, &cx.t("transit-totals-not-quoted"));
            return;
        };
        let quoted = band(quoted);
        let values = [
            ("quoted", (&quoted).into()),
            ("n", total.quoted.used.len().into()),
        ];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.label(cx.with("transit-totals-quoted", &values));
            sources_button(ui, cx, name, &total.quoted.sources);
        });
        if let Some(difference) = total.not_located {
            let key = if difference >= 0.0 {
                "transit-totals-missing"
            } else {
                "transit-totals-above"
            };
            let words = word(difference.abs());
            warning_note(ui, &cx.with(key, &[("difference", (&words).into())]))
                .on_hover_text(cx.t("transit-totals-tip"));
        }
    });
}
