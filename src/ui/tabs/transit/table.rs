//! The ranking: routes by generalised cost or any other column, then those that are not compared.

use super::{
    cells::{Bar, Scales, color_of, emissions_ui, name_ui, number_ui, reasons_ui, scales, text_ui},
    pointed, route_name, select, selected,
};
use crate::{
    analysis::transit::{
        Band, Comparison,
        frontier::Standing,
        ranking::{NotCompared, Ranked},
        rows::{RouteRow, RowOrder},
    },
    app::{Action, action::TransitAction},
    i18n::{day, grouped, year_range},
    ui::{
        Cx,
        theme::size,
        widgets::{
            ColumnSpec, ROW_HEIGHT, card, head_ui, moved_by_keys, muted, plain_click,
            shown_columns, table,
        },
        wording::transit as words,
    },
};
use eframe::egui::{Align2, FontId, Role, Stroke, Ui, WidgetInfo};
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
                        rows,
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

/// Keys move the selection.
fn keyboard(ui: &Ui, cx: &Cx<'_>, comparison: &Comparison, rows: &[RouteRow]) -> Option<usize> {
    let routes: Vec<(usize, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(i, row)| Some((i, route_of(comparison, *row)?)))
        .collect();
    let chosen = selected(cx);
    let current = || routes.iter().position(|(_, route)| Some(*route) == chosen);
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

/// What the rows are drawn from.
struct TableView<'a, 'c> {
    cx: &'a Cx<'c>,
    comparison: &'a Comparison,
    rows: &'a [RouteRow],
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
        let id_of = |route: usize| {
            let routes = &self.cx.catalog().data().transit.routes;
            routes.get(route).map(|route| route.id.clone())
        };
        let id_at = |at: usize| id_of(route_of(self.comparison, *self.rows.get(at)?)?);
        let marked = &self.cx.state.marked;
        row.set_selected(is_selected || id_of(route).is_some_and(|id| marked.contains(&id)));
        let at = row.index();
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
        let anchor = || {
            let chosen = selected(self.cx)?;
            let is_chosen = |row: &RouteRow| route_of(self.comparison, *row) == Some(chosen);
            self.rows.iter().position(is_chosen)
        };
        let modifiers = response.ctx.input(|input| input.modifiers);
        if response.clicked() && plain_click(self.cx, modifiers, at, anchor(), id_at) {
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
