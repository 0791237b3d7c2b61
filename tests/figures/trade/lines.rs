//! The lines and the gap.

use super::support::{
    answer, check_caption, check_table, choices, number, spec, states, text, value,
};
use belt_explorer::{
    analysis::trade::{
        Point,
        chart::{Chart, Track},
    },
    app::AppState,
    dataset::schema::Id,
    export::data::{Cell, ColumnRole, DataTable},
    ui::figures::{FigureError, Snapshot},
};

#[test]
fn the_numbers_of_lines_and_gap_are_those_of_the_charts() {
    let (mut lines, mut gaps) = (0, 0);
    let mut seen = [0; 3];
    for choice in choices() {
        for state in states(&choice) {
            let snapshot = Snapshot::of(&state);
            let answer = answer(&state);
            let charts = [("trade", &answer.chart), ("gap", &answer.gap)];
            for (id, chart) in charts {
                let chart = chart.as_ref().filter(|chart| !chart.is_empty());
                let data = snapshot.data(spec(id));
                let Some(chart) = chart else {
                    let reason = data.expect_err("nothing to show");
                    assert!(matches!(reason, FigureError::Nothing(words) if !words.is_empty()));
                    continue;
                };
                let (caption, table) = data.expect("something to show");
                check_caption(&state, id, &caption);
                check_table(&state, id, &table);
                let found = check_lines(&state, id, &table, chart);
                for (seen, found) in seen.iter_mut().zip(found) {
                    *seen += found;
                }
                let sources: Vec<String> = chart.sources().iter().map(Id::to_string).collect();
                assert_eq!(caption.sources, sources);
                lines += usize::from(id == "trade");
                gaps += usize::from(id == "gap");
            }
        }
    }
    assert!(lines > 20 && gaps > 8, "{lines} and {gaps}");
    assert!(seen.iter().all(|count| *count > 10), "{seen:?}");
}

fn row_key(table: &DataTable, row: &[Cell], value: f64) -> String {
    let keys = ["recorder_id", "reporter_id", "partner_id", "measure_id"];
    let about = keys.map(|key| text(table, row, key)).join("|");
    let known = ["series_id", "source_ids"].map(|key| text(table, row, key));
    let year = number(table, row, "year").expect("a year");
    format!("{year} {about} {} {value:?}", known.join(" "))
}

fn point_key(year: i32, track: &Track, point: &Point) -> String {
    let label = &track.label;
    let about = [
        &label.recorder,
        &label.reporter,
        &label.partner,
        &label.measure,
    ];
    let about = about.map(|id| id.clone().unwrap_or_default()).join("|");
    let series = point.series.clone().unwrap_or_default();
    let sources: Vec<&str> = point.sources.iter().map(Id::as_str).collect();
    format!(
        "{year} {about} {series} {} {:?}",
        sources.join(" "),
        point.value
    )
}

fn sorted(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = all.collect();
    all.sort();
    all
}

fn points(tracks: &[Track]) -> impl Iterator<Item = String> + '_ {
    tracks.iter().flat_map(|track| {
        let points = track.points.iter();
        points.map(move |(year, point)| point_key(*year, track, point))
    })
}

/// The rows of a table are the numbers of a chart, one by one. Returns how many other editions,
/// numbers for the table alone and years of the band there are.
fn check_lines(state: &AppState, id: &str, table: &DataTable, chart: &Chart) -> [usize; 3] {
    let part = |key: &str| state.words.t(key);
    let rows = |wanted: &str| {
        let wanted = part(wanted);
        let rows = table.rows.iter();
        let rows = rows.filter(move |row| text(table, row, "part_of_figure") == wanted);
        rows.collect::<Vec<_>>()
    };
    let keys = |wanted: &str| {
        let rows = rows(wanted).into_iter();
        sorted(rows.filter_map(|row| Some(row_key(table, row, value(table, row)?))))
    };
    let drawn = keys("trade-part-line");
    assert_eq!(drawn, sorted(points(&chart.tracks)), "{id}: lines");
    assert!(!drawn.is_empty());
    let extra = keys("trade-part-table");
    assert_eq!(extra, sorted(points(&chart.extra)), "{id}: table only");
    let others = chart.columns().flat_map(|track| {
        let others = track.points.iter().flat_map(|(year, point)| {
            let others = point.others.iter();
            others.map(move |other| format!("{year} {} {:?}", other.series, other.value))
        });
        others.collect::<Vec<_>>()
    });
    let editions = rows("trade-part-edition").into_iter().map(|row| {
        let year = number(table, row, "year").expect("a year");
        let series = text(table, row, "series_id");
        format!("{year} {series} {:?}", value(table, row).expect("a value"))
    });
    let editions = sorted(editions);
    assert_eq!(editions, sorted(others), "{id}: other editions");
    check_band(table, id, chart);
    // Only lines and band are drawn, and the drawn values are all in the unit of the axis.
    let at = table.column(ColumnRole::Value).expect("a column of values");
    let is_drawn = |row: &&Vec<Cell>| text(table, row, "drawn") == part("data-yes");
    let shown: Vec<&Vec<Cell>> = table.rows.iter().filter(is_drawn).collect();
    let bands = rows("trade-part-band").len();
    assert_eq!(shown.len(), drawn.len() + bands, "{id}: drawn");
    let values = shown.iter().filter(|row| row[at].as_number().is_some());
    assert_eq!(values.count(), drawn.len(), "{id}: unit of the axis");
    [editions.len(), extra.len(), chart.band.len()]
}

fn check_band(table: &DataTable, id: &str, chart: &Chart) {
    let keys: Vec<&str> = table
        .columns
        .iter()
        .filter(|column| column.role == ColumnRole::Range)
        .map(|column| column.key.as_str())
        .collect();
    let [low, high] = keys.as_slice() else {
        panic!("{id}: {keys:?}");
    };
    let rows = table.rows.iter().filter_map(|row| {
        let ends = number(table, row, low).zip(number(table, row, high))?;
        Some(format!("{:?} {ends:?}", number(table, row, "year")?))
    });
    let band = chart.band.iter();
    let band = band.map(|band| format!("{:?} {:?}", f64::from(band.year), (band.low, band.high)));
    assert_eq!(sorted(rows), sorted(band), "{id}: band");
}
