//! Both sides of one flow: asymmetry, valuation, orphans.

use super::support::{assert_close, assert_values, question, track, values, world, years_notice};
use belt_explorer::analysis::trade::chart::{
    GapBase, SideMeasure, What, gap_chart, mirror, sides_chart,
};
use belt_explorer::analysis::trade::mirror::{Asymmetry, Margin, Side, ValuationEffect};
use belt_explorer::analysis::trade::{Direction, Notice, YearsNotice, spans};
use belt_explorer::dataset::catalog::Catalog;
use proptest::prelude::*;

#[test]
fn asymmetry_on_every_base() {
    let gap = Asymmetry::of(13_980.0, 8_250.0).expect("a gap");
    assert_close(gap.gap, 5_730.0);
    for (actual, expected) in [
        (gap.of_exporter, 0.409_871),
        (gap.of_importer, 0.694_545),
        (Some(gap.of_mean), 0.515_520),
        (Some(gap.half), 0.257_760),
        (gap.ratio, 0.590_129),
        (gap.log_ratio, 0.527_415),
    ] {
        assert!(
            (actual.expect("a number") - expected).abs() < 5e-7,
            "{actual:?}"
        );
    }
}

#[test]
fn asymmetry_at_the_edges() {
    let none = Asymmetry::of(0.0, 8.0).expect("a gap");
    assert_close(none.of_mean, -2.0);
    assert_eq!(
        (none.of_exporter, none.ratio, none.log_ratio),
        (None, None, None)
    );
    assert_close(none.of_importer, -1.0);
    let all = Asymmetry::of(8.0, 0.0).expect("a gap");
    assert_close(all.of_mean, 2.0);
    assert_eq!((all.of_importer, all.log_ratio), (None, None));
    assert_eq!(Asymmetry::of(0.0, 0.0), None);
    assert_eq!(Asymmetry::of(-1.0, 1.0), None);
    assert_eq!(Asymmetry::of(f64::NAN, 1.0), None);
}

#[test]
fn valuation_adjustment_is_division_and_keeps_relative_gaps() {
    let band = Margin::new(0.0, 0.06, 0.10)
        .expect("ordered")
        .adjust(13_980.0, 8_250.0);
    assert_close(band.low.gap_fob, 5_730.0);
    assert_close(band.typical.importer_fob, 7_783.018_868);
    assert_close(band.typical.gap_fob, 6_196.981_132);
    assert_close(band.typical.exporter_cif, 14_818.8);
    assert_close(band.typical.gap_cif, 6_568.8);
    assert!((band.typical.of_exporter.expect("X > 0") - 0.443_275).abs() < 5e-7);
    assert_close(band.high.importer_fob, 7_500.0);
    assert_close(band.high.gap_fob, 6_480.0);
    assert_close(Margin::share_of_cif(0.1), 0.090_909_091);
}

#[test]
fn margins_outside_0_to_1_or_out_of_order_are_refused() {
    assert_eq!(Margin::new(-0.1, 0.0, 0.1), None);
    assert_eq!(Margin::new(0.0, 0.1, 1.1), None);
    assert_eq!(Margin::new(0.2, 0.1, 0.3), None);
    assert_eq!(Margin::new(f64::NAN, 0.1, 0.3), None);
}

#[test]
fn a_mirror_pairs_records_and_lists_orphans() {
    let chart = gap_chart(
        &world(),
        &question(),
        Direction::HomeToPartner,
        GapBase::Amount,
    );
    let mirror = chart.mirror.expect("both sides");
    let years: Vec<i32> = mirror.years.iter().map(|year| year.year).collect();
    assert_eq!(years, [2019, 2020, 2021]);
    let orphans: Vec<(i32, Side)> = mirror.orphans.iter().map(|o| (o.year, o.side)).collect();
    assert_eq!(
        orphans,
        [
            (2018, Side::Importer),
            (2022, Side::Exporter),
            (2023, Side::Importer)
        ],
        "an estimate is no side of a mirror, and a part-year is no orphan"
    );
    assert_eq!(mirror.orphan_sum(Side::Importer).value, Some(245.0));
    assert_eq!(mirror.orphan_sum(Side::Importer).n_used, 2);
    assert_eq!(mirror.gap_sum().value, Some(-9.0 - 8.0 + 5.0));

    // 100 against 108 with 10 % freight: more than explained. 110 against 105: never explained.
    assert_eq!(
        mirror.years[1].valuation_effect(),
        Some(ValuationEffect::Reverses)
    );
    assert_eq!(
        mirror.years[2].valuation_effect(),
        Some(ValuationEffect::Widens)
    );
    let years = spans([2018, 2022, 2023]);
    assert!(mirror.notices.contains(&Notice::OneSided { years }));
}

#[test]
fn an_estimate_of_the_other_side_leaves_an_orphan() {
    let mut data = world().data().clone();
    let mark = data.series[1].marks[&2018].clone();
    let importer = data.series.iter_mut().find(|series| series.id == "b-m");
    importer.expect("in the fixture").marks.insert(2020, mark);
    let catalog = Catalog::build(data);
    let mirror = mirror(&catalog, &question(), Direction::HomeToPartner).expect("both sides");
    let years: Vec<i32> = mirror.years.iter().map(|year| year.year).collect();
    assert_eq!(years, [2019, 2021]);
    let orphan = mirror.orphans.iter().find(|orphan| orphan.year == 2020);
    assert_eq!(orphan.map(|orphan| orphan.side), Some(Side::Exporter));
}

#[test]
fn freight_explains_a_part_of_a_larger_import_record() {
    let mut question = question();
    question.margin = Margin::new(0.0, 0.05, 0.06).expect("ordered");
    let mirror = mirror(&world(), &question, Direction::HomeToPartner).expect("both sides");
    assert_eq!(
        mirror.years[0].valuation_effect(),
        Some(ValuationEffect::Narrows)
    );
}

#[test]
fn unknown_valuation_is_not_adjusted() {
    let chart = gap_chart(
        &world(),
        &question(),
        Direction::PartnerToHome,
        GapBase::Amount,
    )
    .chart;
    assert_values(
        track(&chart, What::Gap, ""),
        &[(2019, 100.0), (2020, 70.0), (2021, 30.0), (2022, -240.0)],
    );
    assert!(track(&chart, What::AdjustedGap, "").points.is_empty());
    assert!(chart.band.is_empty());
    let years = spans(2019..=2022);
    assert!(chart.notices.contains(&Notice::NotAdjusted { years }));
    let unknown = years_notice(
        YearsNotice::ValuationUnknown,
        "belm-customs",
        &[2019, 2020, 2021, 2022],
    );
    assert!(chart.notices.contains(&unknown));
}

proptest! {
    #[test]
    fn gaps_are_antisymmetric(x in 0.01..1e6_f64, m in 0.01..1e6_f64) {
        let (there, back) = (Asymmetry::of(x, m).expect("a gap"), Asymmetry::of(m, x).expect("a gap"));
        prop_assert!((there.gap + back.gap).abs() < 1e-9);
        prop_assert!((there.of_mean + back.of_mean).abs() < 1e-9);
        prop_assert!((there.log_ratio.expect("positive") + back.log_ratio.expect("positive")).abs() < 1e-9);
        prop_assert_eq!(there.of_exporter.map(|gap| -gap), back.of_importer);
        prop_assert!((-2.0..=2.0).contains(&there.of_mean));
    }

    #[test]
    fn a_larger_margin_never_narrows_what_the_exporter_records_more(
        x in 0.01..1e6_f64, m in 0.01..1e6_f64, low in 0.0..0.3_f64, more in 0.0..0.3_f64,
    ) {
        let band = Margin::new(low, low, low + more).expect("ordered").adjust(x, m);
        prop_assert!(band.low.gap_fob >= x - m - 1e-9 * m);
        prop_assert!(band.high.gap_fob >= band.low.gap_fob);
        let cif = band.high.gap_fob * (1.0 + band.high.margin);
        prop_assert!((band.high.gap_cif - cif).abs() <= 1e-9 * (x + m));
    }

    #[test]
    fn the_turnover_gap_is_the_sum_of_the_directional_gaps(
        a in prop::array::uniform4(0.0..1e6_f64),
    ) {
        let mut data = world().data().clone();
        for (id, value) in ["x-new", "m-new", "b-x", "b-m"].into_iter().zip(a) {
            let series = data.series.iter_mut().find(|series| series.id == id);
            series.expect("in the fixture").values.insert(2021, value);
        }
        let catalog = Catalog::build(data);
        let turnover = sides_chart(&catalog, &question(), SideMeasure::Turnover);
        let gap = |direction| {
            let chart = gap_chart(&catalog, &question(), direction, GapBase::Amount).chart;
            values(track(&chart, What::Gap, "")).get(&2021).copied().unwrap_or(0.0)
        };
        let sum = gap(Direction::PartnerToHome) - gap(Direction::HomeToPartner);
        let whole = values(track(&turnover, What::TurnoverGap, ""))[&2021];
        prop_assert!((whole - sum).abs() <= 1e-6);
    }
}
