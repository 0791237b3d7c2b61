//! The cells of the ranking: a number, its range bar, and why a route is not compared.

use super::route_name;
use crate::{
    analysis::transit::{
        Band, Comparison,
        ranking::{Known, NotCompared},
        rows::RowOrder,
    },
    i18n::decimal,
    ui::{
        Cx,
        charts::Scale,
        theme::size,
        widgets::{ColumnSpec, ROW_HEIGHT},
        wording::transit as words,
    },
};
use eframe::egui::{
    Align, Color32, CornerRadius, Label, Layout, Rect, RichText, Sense, Stroke, Ui, Vec2, pos2,
    vec2,
};

/// What the range bars of a column are drawn on.
#[derive(Clone, Copy)]
pub(super) struct BarScale {
    scale: Scale,
    bounds: (f64, f64),
}

/// The scales of the columns with bars.
pub(super) struct Scales {
    pub(super) days: BarScale,
    pub(super) cost: BarScale,
    pub(super) generalised: BarScale,
}

/// A range bar with its look.
pub(super) struct Bar {
    pub(super) band: Band,
    pub(super) middle: Option<(f64, f64)>,
    pub(super) on: BarScale,
    pub(super) color: Color32,
}

/// Room for a range bar beside the number.
fn bar_width(column: RowOrder) -> f32 {
    match column {
        RowOrder::Days | RowOrder::Cost | RowOrder::Generalised => 58.0,
        _ => 0.0,
    }
}

pub(super) fn scales(comparison: &Comparison) -> Scales {
    let known = || {
        let ranked = comparison.ranked.iter().map(|row| &row.known);
        ranked.chain(comparison.not_compared.iter().map(|row| &row.known))
    };
    Scales {
        days: bar_scale(known().filter_map(|known| known.days.band)),
        cost: bar_scale(known().filter_map(|known| known.cost.band)),
        generalised: bar_scale(comparison.ranked.iter().map(|row| row.generalised_usd)),
    }
}

fn bar_scale(bands: impl Iterator<Item = Band> + Clone) -> BarScale {
    let low = bands.clone().map(|band| band.low);
    let low = low.fold(f64::INFINITY, f64::min);
    let high = bands.map(|band| band.high).fold(0.0, f64::max);
    let scale = Scale::for_range(low, high);
    BarScale {
        scale,
        bounds: scale.bounds(low, high),
    }
}

pub(super) fn reasons_ui(ui: &mut Ui, cx: &Cx<'_>, row: &NotCompared) {
    ui.label(cx.t("transit-not-compared-why"));
    for reason in &row.reasons {
        ui.label(format!("– {}", words::reason(cx, reason).1));
    }
}

pub(super) fn color_of(cx: &Cx<'_>, known: &Known) -> Color32 {
    let route = cx.catalog().data().transit.routes.get(known.route);
    route.map_or(cx.tokens.muted, |route| words::mode_color(cx, route.mode))
}

pub(super) fn name_ui(ui: &mut Ui, cx: &Cx<'_>, known: &Known, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(8.0, ROW_HEIGHT), Sense::hover());
    let square = Rect::from_center_size(rect.center(), Vec2::splat(8.0));
    ui.painter()
        .rect_filled(square, CornerRadius::same(2), color_of(cx, known));
    text_ui(ui, route_name(cx, known.route), color);
}

pub(super) fn text_ui(ui: &mut Ui, text: &str, color: Color32) {
    let text = RichText::new(text).size(size::TABLE).color(color);
    ui.add(Label::new(text).selectable(false).truncate());
}

/// A number at the right, before its range bar.
pub(super) fn number_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    spec: &ColumnSpec<RowOrder>,
    text: Option<String>,
    bar: Option<Bar>,
    tip: Option<String>,
) {
    let color = if text.is_some() {
        cx.tokens.text
    } else {
        cx.tokens.muted
    };
    let text = text.unwrap_or_else(|| "–".to_owned());
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if bar_width(spec.column) > 0.0 {
            ui.spacing_mut().item_spacing.x = 6.0;
            let (rect, response) = ui.allocate_exact_size(
                vec2(bar_width(spec.column), ROW_HEIGHT - 8.0),
                Sense::hover(),
            );
            if let Some(bar) = bar {
                bar_ui(ui, rect, &bar);
            }
            if let Some(tip) = &tip {
                response.on_hover_text(tip);
            }
        }
        let label = RichText::new(text).size(size::TABLE).color(color);
        let response = ui.add(Label::new(label).selectable(false).extend());
        if let Some(tip) = tip.filter(|_| bar_width(spec.column) <= 0.0) {
            response.on_hover_text(tip);
        }
    });
}

/// Lowest to highest pale, the middle half full, a stroke at the typical value.
fn bar_ui(ui: &Ui, rect: Rect, bar: &Bar) {
    let (low, high) = bar.on.bounds;
    let x = |value: f64| {
        let share = (bar.on.scale.position(value) - low) / (high - low).max(f64::MIN_POSITIVE);
        #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
        let share = share.clamp(0.0, 1.0) as f32;
        rect.left() + rect.width() * share
    };
    let y = rect.center().y;
    let strip = |from: f64, to: f64, half: f32| {
        Rect::from_min_max(
            pos2(x(from), y - half),
            pos2(x(to).max(x(from) + 1.0), y + half),
        )
    };
    let painter = ui.painter();
    let whole = strip(bar.band.low, bar.band.high, 2.0);
    painter.rect_filled(whole, 1.0, bar.color.gamma_multiply(0.35));
    if let Some((from, to)) = bar.middle {
        painter.rect_filled(strip(from, to, 2.0), 1.0, bar.color.gamma_multiply(0.6));
    }
    let stroke = Stroke::new(2.0, bar.color);
    painter.vline(x(bar.band.typical), y - 5.0..=y + 5.0, stroke);
}

pub(super) fn emissions_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec<RowOrder>, known: &Known) {
    let band = known.emissions.tonnes_co2e;
    let tonnes = |value: f64| decimal(value, usize::from(value < 100.0));
    let tip = band.map(|band| {
        let range = crate::i18n::range(&tonnes(band.low), &tonnes(band.high));
        cx.with(
            "transit-tip-emissions",
            &[
                ("range", (&range).into()),
                ("estimated", known.emissions.n_estimated.into()),
                ("legs", known.emissions.n_legs.into()),
            ],
        )
    });
    number_ui(
        ui,
        cx,
        spec,
        band.map(|band| tonnes(band.typical)),
        None,
        tip,
    );
}
