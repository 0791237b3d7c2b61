//! The ranking: routes by generalised cost or any other column, then those that are not compared.

use super::{pointed, route_name, select, selected};
use crate::{
    analysis::transit::{
        Band, Comparison,
        frontier::Standing,
        ranking::{Known, NotCompared, Ranked},
        rows::{RouteRow, RowOrder},
    },
    app::{Action, action::TransitAction},
    i18n::{day, decimal, grouped, year_range},
    ui::{
        Cx,
        charts::Scale,
        theme::size,
        widgets::{
            ColumnSpec, ROW_HEIGHT, card, head_ui, moved_by_keys, muted, shown_columns, table,
        },
        wording::transit as words,
    },
};
use eframe::egui::{
    Align, Align2, Color32, CornerRadius, FontId, Label, Layout, Rect, RichText, Role, Sense,
    Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use egui_extras::TableRow;

const COLUMNS: &[ColumnSpec<RowOrder>] = &[
    ColumnSpec {
        column: RowOrder::Name,
        name: "transit-column-route",
        width: 0.0,
        right: false,
        from: 0.0,
    },
    ColumnSpec {
        column: RowOrder::Days,
        name: "transit-column-days",
        width: 96.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: RowOrder::Cost,
        name: "transit-column-cost",
        width: 118.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: RowOrder::Generalised,
        name: "transit-column-with-time",
        width: 124.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: RowOrder::Emissions,
        name: "transit-column-emissions",
        width: 58.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: RowOrder::Figures,
        name: "transit-column-figures",
        width: 40.0,
        right: true,
        from: 0.0,
    },
    ColumnSpec {
        column: RowOrder::Years,
        name: "transit-column-years",
        width: 84.0,
        right: true,
        from: 860.0,
    },
    ColumnSpec {
        column: RowOrder::Standing,
        name: "transit-column-standing",
        width: 130.0,
        right: false,
        from: 980.0,
    },
];

/// What the range bars of a column are drawn on.
#[derive(Clone, Copy)]
struct BarScale {
    scale: Scale,
    bounds: (f64, f64),
}

/// The scales of the columns with bars.
struct Scales {
    days: BarScale,
    cost: BarScale,
    generalised: BarScale,
}

/// A range bar with its look.
struct Bar {
    band: Band,
    middle: Option<(f64, f64)>,
    on: BarScale,
    color: Color32,
}

/// The card with the table.
pub(super) fn table_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let transit = &cx.state.derived.transit;
    let (Some(rows), Some(comparison)) = (transit.rows.get(), transit.comparison.get()) else {
        return;
    };
    let scales = scales(comparison);
    let keyboard = keyboard(ui, cx, comparison, rows);
    let over = pointed::route(ui);
    let mut hovered = None;
    card(ui, |ui| {
        let right = ui.max_rect().right();
        let shown = shown_columns(COLUMNS, ui.available_width());
        let sort = cx.state.view.transit.sort;
        table(ui, cx, shown.iter().map(|spec| spec.width), keyboard)
            .header(22.0, |mut header| {
                for spec in &shown {
                    header.col(|ui| {
                        let sorted = (sort.order == spec.column).then_some(sort.descending);
                        let tip = cx.t(&format!("{}-tip", spec.name));
                        if head_ui(ui, cx, spec, sorted, Some(tip)).clicked() {
                            cx.push(Action::Transit(TransitAction::Sort(spec.column)));
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(ROW_HEIGHT, rows.len(), |row| {
                    let Some(data) = rows.get(row.index()) else {
                        return;
                    };
                    let view = TableView {
                        cx,
                        comparison,
                        scales: &scales,
                        columns: &shown,
                        over,
                        right,
                    };
                    if let Some(route) = view.row_ui(row, *data) {
                        hovered = Some(route);
                    }
                });
            });
    });
    pointed::set(ui, pointed::Place::Table, hovered);
}

fn scales(comparison: &Comparison) -> Scales {
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

/// Keys move the selection.
fn keyboard(ui: &Ui, cx: &Cx<'_>, comparison: &Comparison, rows: &[RouteRow]) -> Option<usize> {
    let routes: Vec<(usize, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(i, row)| Some((i, route_of(comparison, *row)?)))
        .collect();
    let chosen = selected(cx);
    let current = routes.iter().position(|(_, route)| Some(*route) == chosen);
    let wanted = moved_by_keys(ui, current, routes.len())?;
    let (row, route) = *routes.get(wanted)?;
    if Some(route) != chosen {
        select(cx, route);
    }
    Some(row)
}

fn route_of(comparison: &Comparison, row: RouteRow) -> Option<usize> {
    match row {
        RouteRow::Ranked(i) => comparison.ranked.get(i).map(|row| row.known.route),
        RouteRow::NotCompared(i) => comparison.not_compared.get(i).map(|row| row.known.route),
        RouteRow::NotComparedHead => None,
    }
}

/// Room for a range bar beside the number.
fn bar_width(column: RowOrder) -> f32 {
    match column {
        RowOrder::Days | RowOrder::Cost | RowOrder::Generalised => 58.0,
        _ => 0.0,
    }
}

/// What the rows are drawn from.
struct TableView<'a, 'c> {
    cx: &'a Cx<'c>,
    comparison: &'a Comparison,
    scales: &'a Scales,
    columns: &'a [&'static ColumnSpec<RowOrder>],
    over: Option<usize>,
    /// Where the table ends.
    right: f32,
}

impl TableView<'_, '_> {
    /// Draws a row; gives back its route if the pointer is over it.
    fn row_ui(&self, mut row: TableRow<'_, '_>, data: RouteRow) -> Option<usize> {
        let Some(route) = route_of(self.comparison, data) else {
            self.head_row_ui(row);
            return None;
        };
        let is_selected = selected(self.cx) == Some(route);
        row.set_selected(is_selected);
        if self.over == Some(route) {
            row.set_hovered(true);
        }
        for column in self.columns {
            row.col(|ui| match data {
                RouteRow::Ranked(i) => {
                    if let Some(ranked) = self.comparison.ranked.get(i) {
                        self.ranked_ui(ui, column, ranked);
                    }
                }
                RouteRow::NotCompared(i) => {
                    if let Some(other) = self.comparison.not_compared.get(i) {
                        self.not_compared_ui(ui, column, other);
                    }
                }
                RouteRow::NotComparedHead => {}
            });
        }
        let response = row.response();
        let name = route_name(self.cx, route);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, name));
        if response.clicked() {
            select(self.cx, route);
        }
        let hovered = response.hovered();
        if let RouteRow::NotCompared(i) = data
            && let Some(other) = self.comparison.not_compared.get(i)
        {
            response.on_hover_ui(|ui| reasons_ui(ui, self.cx, other));
        }
        hovered.then_some(route)
    }

    fn head_row_ui(&self, mut row: TableRow<'_, '_>) {
        let words = self.cx.with(
            "transit-not-compared",
            &[("count", self.comparison.n_missing().into())],
        );
        let mut words = Some(words);
        for _ in self.columns {
            row.col(|ui| {
                let top = ui.max_rect().top() + 1.0;
                let line = ui.max_rect().x_range();
                let stroke = Stroke::new(1.0, self.cx.tokens.border);
                ui.painter().hline(line, top, stroke);
                if let Some(words) = words.take() {
                    muted(ui, &words);
                }
            });
        }
    }

    fn ranked_ui(&self, ui: &mut Ui, spec: &ColumnSpec<RowOrder>, row: &Ranked) {
        let cx = self.cx;
        let known = &row.known;
        let bar = |band: Band, middle, on| Bar {
            band,
            middle,
            on,
            color: color_of(cx, known),
        };
        match spec.column {
            RowOrder::Name => name_ui(ui, cx, known, cx.tokens.text),
            RowOrder::Days => {
                let bar = known
                    .days
                    .band
                    .map(|band| bar(band, known.days.middle_half, self.scales.days));
                let tip = known.days.band.map(words::days_band);
                number_ui(
                    ui,
                    cx,
                    spec,
                    known.days.band.map(|b| day(b.typical)),
                    bar,
                    tip,
                );
            }
            RowOrder::Cost => {
                let bar = known
                    .cost
                    .band
                    .map(|band| bar(band, known.cost.middle_half, self.scales.cost));
                let tip = known.cost.band.map(words::usd_band);
                number_ui(
                    ui,
                    cx,
                    spec,
                    known.cost.band.map(|b| grouped(b.typical)),
                    bar,
                    tip,
                );
            }
            RowOrder::Generalised => {
                let band = row.generalised_usd;
                let bar = bar(band, None, self.scales.generalised);
                let tip = Some(words::usd_band(band));
                number_ui(ui, cx, spec, Some(grouped(band.typical)), Some(bar), tip);
            }
            RowOrder::Emissions => emissions_ui(ui, cx, spec, known),
            RowOrder::Figures => {
                let (n_days, n_cost) = (known.days.used.len(), known.cost.used.len());
                let tip = cx.with(
                    "transit-tip-figures",
                    &[("days", n_days.into()), ("cost", n_cost.into())],
                );
                let text = format!("{n_days}·{n_cost}");
                number_ui(ui, cx, spec, Some(text), None, Some(tip));
            }
            RowOrder::Years => {
                let years = [known.days.years, known.cost.years];
                let years = years
                    .into_iter()
                    .flatten()
                    .reduce(crate::analysis::transit::Years::joined);
                let text = years.map(|years| year_range(years.from, years.to));
                number_ui(ui, cx, spec, text, None, None);
            }
            RowOrder::Standing => {
                let color = if row.standing == Standing::Frontier {
                    cx.tokens.text
                } else {
                    cx.tokens.muted
                };
                text_ui(ui, &cx.t(words::standing(&row.standing)), color);
            }
        }
    }

    /// What is known, and over the other columns why it is not enough.
    fn not_compared_ui(&self, ui: &mut Ui, spec: &ColumnSpec<RowOrder>, row: &NotCompared) {
        let cx = self.cx;
        match spec.column {
            RowOrder::Name => name_ui(ui, cx, &row.known, cx.tokens.muted),
            RowOrder::Days => {
                let bar = row.known.days.band.map(|band| Bar {
                    band,
                    middle: row.known.days.middle_half,
                    on: self.scales.days,
                    color: color_of(cx, &row.known).gamma_multiply(0.6),
                });
                let text = row.known.days.band.map(|band| day(band.typical));
                let tip = row.known.days.band.map(words::days_band);
                number_ui(ui, cx, spec, text, bar, tip);
            }
            RowOrder::Cost => {
                let short: Vec<String> = row
                    .reasons
                    .iter()
                    .map(|reason| words::reason(cx, reason).0)
                    .collect();
                // The words run on over the empty columns at the right.
                let rect = ui.max_rect();
                let mut painter = ui.painter().clone();
                let mut clip = ui.clip_rect();
                clip.max.x = self.right;
                painter.set_clip_rect(clip);
                let font = FontId::proportional(size::SMALL);
                painter.text(
                    rect.left_center(),
                    Align2::LEFT_CENTER,
                    short.join(" · "),
                    font,
                    cx.tokens.muted,
                );
            }
            _ => {}
        }
    }
}

fn reasons_ui(ui: &mut Ui, cx: &Cx<'_>, row: &NotCompared) {
    ui.label(cx.t("transit-not-compared-why"));
    for reason in &row.reasons {
        ui.label(format!("– {}", words::reason(cx, reason).1));
    }
}

fn color_of(cx: &Cx<'_>, known: &Known) -> Color32 {
    let route = cx.catalog().data().transit.routes.get(known.route);
    route.map_or(cx.tokens.muted, |route| words::mode_color(cx, route.mode))
}

fn name_ui(ui: &mut Ui, cx: &Cx<'_>, known: &Known, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(8.0, ROW_HEIGHT), Sense::hover());
    let square = Rect::from_center_size(rect.center(), Vec2::splat(8.0));
    ui.painter()
        .rect_filled(square, CornerRadius::same(2), color_of(cx, known));
    text_ui(ui, route_name(cx, known.route), color);
}

fn text_ui(ui: &mut Ui, text: &str, color: Color32) {
    let text = RichText::new(text).size(size::TABLE).color(color);
    ui.add(Label::new(text).selectable(false).truncate());
}

/// A number at the right, before its range bar.
fn number_ui(
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

fn emissions_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &ColumnSpec<RowOrder>, known: &Known) {
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
