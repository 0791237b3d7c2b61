//! The made-up world and short ways to compare numbers.

use belt_explorer::analysis::prices::Prices;
use belt_explorer::analysis::trade::chart::{Chart, Track, What};
use belt_explorer::analysis::trade::mirror::Margin;
use belt_explorer::analysis::trade::ranking::{RankingQuestion, Traded};
use belt_explorer::analysis::trade::{Direction, Line, Notice, TradeQuestion, YearsNotice, spans};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::schema::{Dataset, Flow};
use std::collections::{BTreeMap, BTreeSet};

pub fn world() -> Catalog {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let data: Dataset = options
        .from_str(include_str!("../../fixtures/trade.ron"))
        .expect("the fixture reads");
    Catalog::build(data)
}

pub fn question() -> TradeQuestion {
    TradeQuestion {
        home: "ARD".into(),
        partner: "BEL".into(),
        product: None,
        toggled: BTreeSet::new(),
        years: None,
        prices: Prices::Nominal,
        margin: Margin::new(0.0, 0.1, 0.2).expect("ordered"),
    }
}

pub fn arda_exports(catalog: &Catalog) -> Line {
    let goods = question().goods(Direction::HomeToPartner);
    Line::of(catalog, &goods.key("goods", "arda-stat", Flow::Export)).expect("the line")
}

pub fn ranking_of(recorder: &str, traded: Traded, year: i32) -> RankingQuestion {
    RankingQuestion {
        recorder: recorder.into(),
        reporter: "ARD".into(),
        traded,
        year: Some(year),
    }
}

pub fn values(track: &Track) -> BTreeMap<i32, f64> {
    let points = track.points.iter();
    points.map(|(year, point)| (*year, point.value)).collect()
}

pub fn track<'a>(chart: &'a Chart, what: What, recorder: &str) -> &'a Track {
    let mut columns = chart.columns();
    let found = columns.find(|track| {
        track.label.what == what && track.label.recorder.as_deref().unwrap_or("") == recorder
    });
    found.unwrap_or_else(|| panic!("no {what:?} of `{recorder}`"))
}

pub fn assert_values(track: &Track, expected: &[(i32, f64)]) {
    let values = values(track);
    let years: Vec<i32> = expected.iter().map(|(year, _)| *year).collect();
    assert_eq!(values.keys().copied().collect::<Vec<_>>(), years);
    for (year, expected) in expected {
        assert_close(values[year], *expected);
    }
}

pub fn assert_close(actual: impl Into<Option<f64>>, expected: f64) {
    let actual = actual.into().expect("a number");
    let scale = expected.abs().max(1e-9);
    assert!(
        (actual - expected).abs() <= 1e-6 * scale,
        "{actual} is not {expected}"
    );
}

pub fn years_notice(what: YearsNotice, recorder: &str, years: &[i32]) -> Notice {
    Notice::Years {
        what,
        recorder: recorder.into(),
        years: spans(years.iter().copied()),
    }
}
