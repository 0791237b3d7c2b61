//! What the charts show: tracks, bands, notices.

use super::support::{assert_close, assert_values, question, track, values, world};
use belt_explorer::analysis::prices::Prices;
use belt_explorer::analysis::trade::chart::{
    BandYear, Display, GapBase, SideMeasure, Unit, What, flow_chart, gap_chart, investment_chart,
    partners_chart, share_chart, sides_chart,
};
use belt_explorer::analysis::trade::ranking::Traded;
use belt_explorer::analysis::trade::{Direction, Notice, Standing, spans};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::schema::{Id, MeasureRole};

#[test]
fn the_flow_chart_has_one_track_a_recorder_and_a_band_between_the_own_records() {
    let chart = flow_chart(
        &world(),
        &question(),
        Direction::HomeToPartner,
        Display::Level,
    );
    assert_eq!(
        chart.tracks.len(),
        2,
        "reconciled numbers only when asked for"
    );
    assert_eq!(chart.unit, Unit::Stated("USD m".into()));
    assert_eq!(chart.title.years, Some((2018, 2024)));
    let exports = track(&chart, What::Exports, "arda-stat");
    assert_close(values(exports)[&2024], 60.0);
    let runs: Vec<usize> = exports.runs().iter().map(Vec::len).collect();
    assert_eq!(runs, [5, 1], "2023 is a gap");
    assert_eq!(
        chart.band[1],
        BandYear {
            year: 2020,
            low: 100.0,
            high: 108.0
        }
    );
    assert_values(
        track(&chart, What::Gap, ""),
        &[(2019, -9.0), (2020, -8.0), (2021, 5.0)],
    );
    let sources: Vec<Id> = chart.sources().into_iter().collect();
    assert_eq!(sources, ["belm", "extra", "new", "old"]);
    assert_eq!(chart.years().len(), 7);
}

#[test]
fn recorders_are_shown_when_asked_for() {
    let mut question = question();
    question.toggled = ["blend", "arda-stat", "belm-customs"]
        .map(str::to_owned)
        .into();
    let chart = flow_chart(
        &world(),
        &question,
        Direction::HomeToPartner,
        Display::Level,
    );
    assert_eq!(chart.tracks.len(), 1);
    assert_values(
        track(&chart, What::Exports, "blend"),
        &[(2020, 104.0), (2021, 108.0)],
    );
    assert!(chart.band.is_empty() && chart.extra.is_empty());
}

#[test]
fn growth_and_index_leave_out_part_years() {
    let catalog = world();
    let mut question = question();
    question.years = Some((2021, 2024));
    let growth = flow_chart(
        &catalog,
        &question,
        Direction::HomeToPartner,
        Display::Growth,
    );
    assert_values(
        track(&growth, What::Exports, "arda-stat"),
        &[(2021, 0.1), (2022, 150.0 / 110.0 - 1.0)],
    );
    question.years = None;
    let index = flow_chart(
        &catalog,
        &question,
        Direction::HomeToPartner,
        Display::Index(2020),
    );
    let exports = values(track(&index, What::Exports, "arda-stat"));
    assert_close(exports[&2020], 100.0);
    assert_close(exports[&2022], 150.0);
    assert!(!exports.contains_key(&2024));
    let none = flow_chart(
        &catalog,
        &question,
        Direction::HomeToPartner,
        Display::Index(2022),
    );
    let (recorder, year) = ("belm-customs".to_owned(), 2022);
    assert!(
        none.notices
            .contains(&Notice::NoIndexBase { recorder, year })
    );
}

#[test]
fn the_gap_chart_has_the_adjusted_band() {
    let chart = gap_chart(
        &world(),
        &question(),
        Direction::HomeToPartner,
        GapBase::Exporter,
    )
    .chart;
    assert_eq!(chart.unit, Unit::Fraction);
    assert_values(
        track(&chart, What::GapOfExporter, ""),
        &[(2019, -0.1), (2020, -0.08), (2021, 5.0 / 110.0)],
    );
    let adjusted = track(&chart, What::AdjustedGap, "");
    assert!(values(adjusted)[&2019].abs() < 1e-12);
    assert_eq!(adjusted.points[&2019].standing, Standing::Estimate);
    let band = chart.band[0];
    assert_close(band.low, -0.1);
    assert_close(band.high, (90.0 - 82.5) / 90.0);
}

#[test]
fn constant_prices_scale_values_and_name_missing_years() {
    let mut question = question();
    question.prices = Prices::Constant(2021);
    let chart = flow_chart(
        &world(),
        &question,
        Direction::HomeToPartner,
        Display::Level,
    );
    assert_eq!(chart.prices, Prices::Constant(2021));
    assert_values(
        track(&chart, What::Exports, "arda-stat"),
        &[(2018, 105.0), (2020, 120.0), (2021, 110.0), (2022, 144.0)],
    );
    let point = &track(&chart, What::Exports, "arda-stat").points[&2020];
    assert_close(point.others[0].value, 156.0);
    assert!(point.sources.contains("index"));
    let years = spans([2019, 2023, 2024]);
    assert!(chart.notices.contains(&Notice::NoDeflator { years }));

    question.prices = Prices::Constant(2019);
    let chart = flow_chart(
        &world(),
        &question,
        Direction::HomeToPartner,
        Display::Level,
    );
    assert_eq!(chart.prices, Prices::Nominal);
    assert!(chart.notices.contains(&Notice::NoPriceIndex));
}

#[test]
fn an_empty_chart_says_why() {
    let mut question = question();
    question.partner = "DUN".into();
    question.product = Some("HS1-74".into());
    let chart = flow_chart(
        &world(),
        &question,
        Direction::PartnerToHome,
        Display::Level,
    );
    assert!(chart.is_empty());
    assert_eq!(chart.notices, [Notice::NoSeries]);
    assert_eq!(chart.title.years, None);
}

#[test]
fn an_absurd_range_of_years_costs_nothing() {
    let mut question = question();
    question.years = Some((i32::MIN, i32::MAX));
    let all = flow_chart(
        &world(),
        &question,
        Direction::HomeToPartner,
        Display::Level,
    );
    assert_eq!(all.title.years, Some((2018, 2024)));
    question.years = Some((2030, 2010));
    assert!(
        flow_chart(
            &world(),
            &question,
            Direction::HomeToPartner,
            Display::Level
        )
        .is_empty()
    );
}

#[test]
fn turnover_and_balance_by_recorder() {
    let catalog = world();
    let turnover = sides_chart(&catalog, &question(), SideMeasure::Turnover);
    assert_values(
        track(&turnover, What::Turnover, "arda-stat"),
        &[(2019, 290.0), (2020, 310.0), (2021, 340.0), (2022, 390.0)],
    );
    assert_values(
        track(&turnover, What::Turnover, "belm-customs"),
        &[(2019, 399.0), (2020, 388.0), (2021, 365.0)],
    );
    // The partner's turnover less the home country's: the sum of the two directional gaps.
    assert_values(
        track(&turnover, What::TurnoverGap, ""),
        &[(2019, 109.0), (2020, 78.0), (2021, 25.0)],
    );
    let balance = sides_chart(&catalog, &question(), SideMeasure::Balance);
    let arda = values(track(&balance, What::Balance, "arda-stat"));
    let belm = values(track(&balance, What::Balance, "belm-customs"));
    assert_close(arda[&2020], -110.0);
    assert_close(belm[&2020], 172.0);
    let cover = sides_chart(&catalog, &question(), SideMeasure::CoverRatio);
    assert_eq!(cover.unit, Unit::Ratio);
    assert_close(
        values(track(&cover, What::CoverRatio, "arda-stat"))[&2019],
        0.45,
    );
    let growth = sides_chart(&catalog, &question(), SideMeasure::TurnoverGrowth);
    assert_close(
        values(track(&growth, What::Growth, "arda-stat"))[&2020],
        20.0 / 290.0,
    );
}

#[test]
fn shares_refer_to_the_same_recorders_total() {
    let catalog = world();
    let chart = share_chart(&catalog, &question(), Traded::Turnover);
    assert_eq!(chart.tracks.len(), 1, "the home country's total only");
    assert_eq!(chart.title.base.as_deref(), Some("WLD"));
    let share = track(&chart, What::Share, "arda-stat");
    assert_values(share, &[(2020, 0.31), (2021, 340.0 / 960.0)]);
    assert!(share.points[&2020].sources.contains("world"));

    let exports = share_chart(&catalog, &question(), Traded::Exports);
    let share = track(&exports, What::Share, "arda-stat");
    assert_values(share, &[(2020, 0.25), (2021, 0.22)]);

    let mut data = catalog.data().clone();
    data.series
        .retain(|series| series.partner.as_deref() != Some("WLD"));
    let none = share_chart(&Catalog::build(data), &question(), Traded::Exports);
    let recorder = "arda-stat".to_owned();
    assert!(none.is_empty() && none.notices.contains(&Notice::NoBase { recorder }));
}

#[test]
fn investment_lines_are_apart_by_measure_and_recorder() {
    let catalog = world();
    let flows = investment_chart(&catalog, &question(), MeasureRole::InvestmentFlow);
    let labels: Vec<_> = flows
        .tracks
        .iter()
        .map(|t| t.label.measure.as_deref())
        .collect();
    assert_eq!(labels, [Some("inflow"), Some("outflow")]);
    assert_values(&flows.tracks[0], &[(2020, 12.0), (2021, -3.0)]);
    let stocks = investment_chart(&catalog, &question(), MeasureRole::InvestmentStock);
    assert_values(&stocks.tracks[0], &[(2020, 90.0)]);
    assert!(investment_chart(&catalog, &question(), MeasureRole::DealSum).is_empty());
}

#[test]
fn partners_over_time_by_one_recorder() {
    let partners = ["BEL".to_owned(), "CRO".to_owned(), "DUN".to_owned()];
    let chart = partners_chart(
        &world(),
        &question(),
        "arda-stat",
        Traded::Turnover,
        &partners,
    );
    assert_eq!(chart.tracks.len(), 2);
    assert_values(&chart.tracks[1], &[(2020, 200.0), (2021, 200.0)]);
    let missing = chart
        .notices
        .iter()
        .any(|notice| matches!(notice, Notice::NoRecordOf { partner, .. } if partner == "DUN"));
    assert!(missing, "{:?}", chart.notices);
}
