//! The lines and the gap as data, a row a number: what is drawn, the shaded band, what other
//! editions of the same recorder give, and what stands in the table on screen alone.

use super::point_data::{self, Known, in_unit, yes_no};
use crate::{
    analysis::trade::{
        chart::{Chart, Track, Unit, What},
        mirror::Mirror,
    },
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{
        Cx,
        wording::{self, trade as words},
    },
};
use std::collections::BTreeSet;

/// The numbers of the lines.
pub(super) fn trade_table(cx: &Cx<'_>) -> DataTable {
    let answer = cx.state.derived.trade.answer.get();
    let table = answer.and_then(|answer| {
        let chart = answer.chart.as_ref()?;
        Some(Lines::of(cx, chart, answer.mirror.as_ref()).table())
    });
    table.unwrap_or_default()
}

/// The numbers of the gap.
pub(super) fn gap_table(cx: &Cx<'_>) -> DataTable {
    let answer = cx.state.derived.trade.answer.get();
    let table = answer.and_then(|answer| {
        let gap = answer.gap.as_ref()?;
        Some(Lines::of(cx, gap, answer.mirror.as_ref()).table())
    });
    table.unwrap_or_default()
}

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number of a drawn line.
    Line,
    /// What another series of the same recorder gives for the year.
    Edition,
    /// In the table on screen alone.
    Table,
    /// The shaded band.
    Band,
}

/// A chart on its way into a table.
struct Lines<'a> {
    cx: &'a Cx<'a>,
    chart: &'a Chart,
    mirror: Option<&'a Mirror>,
    /// That of the axis first.
    units: Vec<&'a Unit>,
}

/// A row before it becomes cells.
struct Row<'a> {
    year: i32,
    part: Part,
    track: Option<&'a Track>,
    unit: &'a Unit,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    known: Known<'a>,
}

impl<'a> Lines<'a> {
    fn of(cx: &'a Cx<'a>, chart: &'a Chart, mirror: Option<&'a Mirror>) -> Self {
        let mut units = vec![&chart.unit];
        for track in chart.columns() {
            if !units.contains(&&track.unit) {
                units.push(&track.unit);
            }
        }
        Self {
            cx,
            chart,
            mirror,
            units,
        }
    }

    fn table(&self) -> DataTable {
        let mut out = DataTable::new(self.columns());
        let mut years: BTreeSet<i32> = self.chart.years();
        years.extend(self.chart.band.iter().map(|band| band.year));
        for year in years {
            for track in &self.chart.tracks {
                self.add(&mut out, year, track, Part::Line);
            }
            out.rows.extend(self.band(year).map(|row| self.cells(&row)));
            for track in &self.chart.extra {
                self.add(&mut out, year, track, Part::Table);
            }
        }
        out
    }

    fn columns(&self) -> Vec<Column> {
        let cx = self.cx;
        let axis = &self.chart.unit;
        let mut columns = vec![
            Column::with_role("year", cx.t("data-year"), ColumnRole::Axis),
            Column::with_role("line", cx.t("data-trade-line"), ColumnRole::Series),
            Column::plain("part_of_figure", cx.t("data-trade-part")),
            Column::plain("drawn", cx.t("data-trade-drawn")),
        ];
        for (position, unit) in self.units.iter().enumerate() {
            let role = if position == 0 {
                ColumnRole::Value
            } else {
                ColumnRole::Plain
            };
            columns.push(in_unit(cx, "value", "data-value", role, unit));
        }
        columns.push(in_unit(cx, "low", "data-low", ColumnRole::Range, axis));
        columns.push(in_unit(cx, "high", "data-high", ColumnRole::Range, axis));
        for (key, name) in [
            ("prices", "trade-prices"),
            ("quantity", "data-trade-quantity"),
            ("recorder_id", "data-trade-recorder-id"),
            ("recorder", "data-trade-recorder"),
            ("reporter_id", "data-trade-reporter-id"),
            ("partner_id", "data-trade-partner-id"),
            ("measure_id", "data-trade-measure-id"),
            ("product_id", "data-trade-product-id"),
        ] {
            columns.push(Column::plain(key, cx.t(name)));
        }
        columns.extend(point_data::columns(cx));
        columns
    }

    /// The number of a track for a year, and those of the recorder's other series.
    fn add(&self, out: &mut DataTable, year: i32, track: &'a Track, part: Part) {
        let Some(point) = track.points.get(&year) else {
            return;
        };
        let row = |part: Part, value: f64, known: Known<'a>| Row {
            year,
            part,
            track: Some(track),
            unit: &track.unit,
            value: Some(value),
            range: None,
            known,
        };
        let mut shown = row(part, point.value, Known::of(point));
        if has_band(track) {
            shown.range = self.edges(year);
        }
        out.rows.push(self.cells(&shown));
        for other in &point.others {
            let known = Known::of_other(self.cx, other);
            out.rows
                .push(self.cells(&row(Part::Edition, other.value, known)));
        }
    }

    fn edges(&self, year: i32) -> Option<(f64, f64)> {
        let band = self.chart.band.iter().find(|band| band.year == year)?;
        Some((band.low, band.high))
    }

    /// The band between the two sides' own records, which belongs to neither line.
    fn band(&self, year: i32) -> Option<Row<'a>> {
        if self.chart.tracks.iter().any(has_band) {
            return None;
        }
        let range = self.edges(year)?;
        let years = self.mirror.into_iter().flat_map(|mirror| &mirror.years);
        let compared = years.into_iter().find(|compared| compared.year == year);
        Some(Row {
            year,
            part: Part::Band,
            track: None,
            unit: &self.chart.unit,
            value: None,
            range: Some(range),
            known: Known::from_sources(compared.map(|compared| &compared.sources)),
        })
    }

    fn cells(&self, row: &Row<'_>) -> Vec<Cell> {
        let cx = self.cx;
        let title = &self.chart.title;
        let line = match row.track {
            Some(track) => words::track(cx, title, &track.label),
            None => cx.t("trade-band"),
        };
        let part = cx.t(match row.part {
            Part::Line => "trade-part-line",
            Part::Edition => "trade-part-edition",
            Part::Table => "trade-part-table",
            Part::Band => "trade-part-band",
        });
        let drawn = matches!(row.part, Part::Line | Part::Band);
        let mut cells = vec![
            Cell::Whole(i64::from(row.year)),
            Cell::text(line),
            Cell::text(part),
            yes_no(cx, Some(drawn)),
        ];
        let values = self.units.iter();
        cells.extend(values.map(|unit| Cell::number(row.value.filter(|_| *unit == row.unit))));
        cells.push(Cell::number(row.range.map(|(low, _)| low)));
        cells.push(Cell::number(row.range.map(|(_, high)| high)));
        cells.push(self.prices(self.what(row)));
        cells.extend(self.about(row));
        cells.extend(row.known.cells(cx));
        cells
    }

    fn what(&self, row: &Row<'_>) -> What {
        let title = self.chart.title.what;
        row.track.map_or(title, |track| track.label.what)
    }

    /// The prices of the money in it; shares do not depend on them.
    fn prices(&self, what: What) -> Cell {
        let cx = self.cx;
        if what == What::Share {
            Cell::Missing
        } else {
            Cell::text(wording::prices_words(cx, self.chart.prices))
        }
    }

    /// What a number is about: codes and names.
    fn about(&self, row: &Row<'_>) -> [Cell; 7] {
        let cx = self.cx;
        let label = row.track.map(|track| &track.label);
        let id = |id: Option<&String>| Cell::text(id.cloned().unwrap_or_default());
        let recorder = label.and_then(|label| label.recorder.as_ref());
        [
            Cell::text(cx.t(words::what(self.what(row)))),
            id(recorder),
            Cell::text(recorder.map_or(String::new(), |id| words::recorder(cx, id))),
            id(label.and_then(|label| label.reporter.as_ref())),
            id(label.and_then(|label| label.partner.as_ref())),
            id(label.and_then(|label| label.measure.as_ref())),
            id(self.chart.title.product.as_ref()),
        ]
    }
}

/// The band belongs to the adjusted gap, if the chart has one.
fn has_band(track: &Track) -> bool {
    track.label.what == What::AdjustedGap
}
