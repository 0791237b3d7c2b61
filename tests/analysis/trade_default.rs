//! The trade answers on the default dataset, against numbers computed here from the series.

use crate::common;

use belt_explorer::analysis::prices::Prices;
use belt_explorer::{
    analysis::trade::{
        Direction, Standing, TradeQuestion,
        chart::{GapBase, SideMeasure, What, gap_chart, share_chart, sides_chart},
        find::{options, own_recorder},
        mirror::Margin,
        ranking::{RankingQuestion, Traded, partners},
    },
    dataset::{
        catalog::Catalog,
        schema::{Flow, MarkKind, Series},
    },
};
use common::embedded;
use std::collections::{BTreeMap, BTreeSet};

fn question(catalog: &Catalog) -> TradeQuestion {
    TradeQuestion {
        home: catalog.home().to_owned(),
        partner: catalog.partner().to_owned(),
        product: None,
        toggled: BTreeSet::new(),
        years: None,
        prices: Prices::Nominal,
        margin: Margin::WORLD,
    }
}

/// Full-year values of a recorder by preference, straight from the records.
fn values(
    catalog: &Catalog,
    recorder: &str,
    reporter: &str,
    partner: &str,
    flow: Flow,
) -> BTreeMap<i32, f64> {
    let wanted = |series: &&Series| {
        series.measure == "goods-trade"
            && series.recorder == recorder
            && series.reporter.as_deref() == Some(reporter)
            && series.partner.as_deref() == Some(partner)
            && series.flow == Some(flow)
            && series.product.is_none()
            && series.months.is_none()
    };
    let mut all: Vec<&Series> = catalog.data().series.iter().filter(wanted).collect();
    all.sort_by_key(|series| series.preference);
    let mut values = BTreeMap::new();
    for series in all {
        for (year, value) in &series.values {
            let kind = series.marks.get(year).map(|mark| mark.kind);
            if !matches!(kind, Some(MarkKind::PartialYear | MarkKind::Forecast)) {
                values.insert(*year, *value);
            }
        }
    }
    values
}

#[test]
fn both_sides_record_from_1995_to_2024() {
    let catalog = embedded();
    let question = question(&catalog);
    for direction in [Direction::HomeToPartner, Direction::PartnerToHome] {
        let mirror = gap_chart(&catalog, &question, direction, GapBase::Amount)
            .mirror
            .expect("both sides");
        let years: BTreeSet<i32> = mirror.years.iter().map(|year| year.year).collect();
        let missing: Vec<i32> = (1995..=2024).filter(|year| !years.contains(year)).collect();
        assert_eq!(
            missing,
            [2022],
            "only 2022 has no split by direction on one side"
        );
    }
}

#[test]
fn the_gap_of_every_year_is_exports_less_imports() {
    let catalog = embedded();
    let question = question(&catalog);
    let chart = gap_chart(
        &catalog,
        &question,
        Direction::PartnerToHome,
        GapBase::Amount,
    )
    .chart;
    let gap = chart
        .tracks
        .iter()
        .find(|track| track.label.what == What::Gap)
        .expect("the gap");
    let exporter = values(&catalog, "chn-customs", "CHN", "KAZ", Flow::Export);
    let importer = values(&catalog, "kaz-customs", "KAZ", "CHN", Flow::Import);
    assert!(gap.points.len() >= 28);
    for (year, point) in &gap.points {
        let expected = exporter[year] - importer[year];
        assert!(
            (point.value - expected).abs() < 1e-6,
            "{year}: {} is not {expected}",
            point.value
        );
    }
}

#[test]
fn estimates_of_the_first_years_are_no_gap() {
    let catalog = embedded();
    let chart = sides_chart(&catalog, &question(&catalog), SideMeasure::Turnover);
    let home = chart
        .tracks
        .iter()
        .find(|track| track.label.recorder.as_deref() == Some("kaz-customs"));
    assert_eq!(
        home.expect("the line").points[&1992].standing,
        Standing::Estimate
    );
    let gap = chart
        .extra
        .iter()
        .find(|track| track.label.what == What::TurnoverGap)
        .expect("the gap");
    assert!(!gap.points.contains_key(&1992) && gap.points.contains_key(&1995));
}

#[test]
fn the_partners_share_is_turnover_over_turnover_with_the_world() {
    let catalog = embedded();
    let chart = share_chart(&catalog, &question(&catalog), Traded::Turnover);
    let share = &chart.tracks.first().expect("a line").points;
    let of = |partner: &str, year: i32| {
        values(&catalog, "kaz-customs", "KAZ", partner, Flow::Export)[&year]
            + values(&catalog, "kaz-customs", "KAZ", partner, Flow::Import)[&year]
    };
    for year in [2000, 2010, 2019, 2024] {
        let expected = of("CHN", year) / of("WLD", year);
        assert!((share[&year].value - expected).abs() < 1e-9, "{year}");
    }
}

#[test]
fn ranked_shares_and_the_rest_are_the_whole() {
    let catalog = embedded();
    let recorder = own_recorder(&catalog, catalog.home()).expect("a national recorder");
    let (first, last) = options(&catalog, catalog.home()).years.expect("trade");
    assert!(first <= 1995 && last >= 2024);
    for year in [2005, 2015, 2019] {
        let question = RankingQuestion {
            recorder: recorder.clone(),
            reporter: catalog.home().to_owned(),
            traded: Traded::Exports,
            year: Some(year),
        };
        let ranking = partners(&catalog, &question).expect("partners");
        let parts = ranking.rows.iter().chain(&ranking.territories);
        let sum: f64 = parts.map(|row| row.point.value).sum();
        let whole = ranking.whole.value.expect("a published total");
        let rest = ranking.rest.expect("not exceeded");
        assert!((sum + rest - whole).abs() < 1e-6 * whole, "{year}");
        assert!(
            ranking
                .rank(catalog.partner())
                .is_some_and(|rank| rank <= 5),
            "{year}"
        );
    }
}
