//! Which series a line shows, what it keeps apart, and what there is to choose from.

use super::support::{arda_exports, assert_close, question, world, years_notice};
use belt_explorer::analysis::trade::find::{self, options, own_recorder};
use belt_explorer::analysis::trade::{
    Direction, Goods, Notice, Standing, YearSpan, YearsNotice, spans,
};
use belt_explorer::dataset::{catalog::Catalog, schema::Id};

#[test]
fn a_line_shows_the_preferred_series_and_lists_the_others() {
    let line = arda_exports(&world());
    assert_eq!(line.unit, "USD m");
    let years: Vec<i32> = line.points.keys().copied().collect();
    assert_eq!(years, [2018, 2019, 2020, 2021, 2022, 2024]);

    let conflict = &line.points[&2020];
    assert_eq!(conflict.series.as_deref(), Some("x-new"));
    assert_close(conflict.value, 100.0);
    assert_eq!(conflict.others.len(), 1);
    assert_eq!(conflict.others[0].series, "x-old");
    let spread = conflict.spread().expect("two sources");
    assert_close(spread.width(), 30.0);
    assert_close(spread.relative, 30.0 / 115.0);
    assert_close(spread.agreement, 0.5);
    assert!(conflict.is_in_conflict());

    assert!(
        !line.points[&2021].is_in_conflict(),
        "112 is within 5 % of 110"
    );
    assert_eq!(line.points[&2019].series.as_deref(), Some("x-old"));
    assert_eq!(line.points[&2019].spread(), None);
}

#[test]
fn a_line_keeps_marks_and_the_sources_of_single_years() {
    let line = arda_exports(&world());
    assert_eq!(line.points[&2018].standing, Standing::Estimate);
    assert_eq!(line.points[&2024].standing, Standing::PartialYear);
    assert_eq!(line.points[&2022].standing, Standing::Record);
    let sources: Vec<&Id> = line.points[&2022].sources.iter().collect();
    assert_eq!(sources, ["extra", "new"]);
    let all: Vec<Id> = line.sources().into_iter().collect();
    assert_eq!(all, ["extra", "new", "old"]);
}

#[test]
fn part_year_series_and_other_units_stay_out() {
    let line = arda_exports(&world());
    assert!(
        !line.points.contains_key(&2023),
        "only January to June is known"
    );
    assert!(!line.points.contains_key(&2017), "another currency");
    assert_eq!(line.other_unit, ["x-other"]);
}

#[test]
fn a_full_year_is_shown_before_a_preferred_part_year() {
    let mut data = world().data().clone();
    let older = data.series.iter_mut().find(|series| series.id == "x-old");
    older.expect("in the fixture").values.insert(2024, 180.0);
    let line = arda_exports(&Catalog::build(data));
    assert_close(line.points[&2024].value, 180.0);
    assert_eq!(line.points[&2024].standing, Standing::Record);
    assert_eq!(line.points[&2024].others[0].series, "x-new");
    assert_eq!(
        line.points[&2024].spread(),
        None,
        "a part-year is no conflict"
    );
}

#[test]
fn equal_preference_falls_to_the_later_source() {
    let mut data = world().data().clone();
    for series in &mut data.series {
        series.preference = 0;
    }
    let line = arda_exports(&Catalog::build(data));
    assert_eq!(line.points[&2020].series.as_deref(), Some("x-new"));
}

#[test]
fn median_and_agreement_of_three_sources() {
    let mut data = world().data().clone();
    let mut third = data.series[1].clone();
    third.id = "x-third".into();
    third.preference = 4;
    data.series[0].values = [(2020, 1_500.0)].into();
    data.series[1].values = [(2020, 1_500.0)].into();
    third.values = [(2020, 2_000.0)].into();
    data.series.push(third);
    let line = arda_exports(&Catalog::build(data));
    let spread = line.points[&2020].spread().expect("three sources");
    assert_close(spread.width(), 500.0);
    assert_close(spread.relative, 1.0 / 3.0);
    assert_close(spread.agreement, 2.0 / 3.0);
    assert_eq!(spread.n, 3);
}

#[test]
fn years_without_a_record_are_named() {
    let line = arda_exports(&world());
    let notices = line.notices(2018, 2024);
    assert!(notices.contains(&years_notice(YearsNotice::NoRecord, "arda-stat", &[2023])));
    assert!(notices.contains(&years_notice(YearsNotice::Estimated, "arda-stat", &[2018])));
    assert!(notices.contains(&years_notice(
        YearsNotice::NotFullYear,
        "arda-stat",
        &[2024]
    )));
    assert!(notices.contains(&years_notice(YearsNotice::Conflict, "arda-stat", &[2020])));
    let series = vec!["x-other".to_owned()];
    assert!(notices.contains(&Notice::OtherUnit { series }));
    assert_eq!(notices.len(), 5);
}

#[test]
fn spans_join_neighbours() {
    let span = |first, last| YearSpan { first, last };
    assert_eq!(
        spans([2024, 2020, 2021, 2022, 2021]),
        [span(2020, 2022), span(2024, 2024)]
    );
}

#[test]
fn lines_of_both_sides_own_records_first() {
    let catalog = world();
    let lines = find::lines(&catalog, &question().goods(Direction::HomeToPartner));
    let recorders: Vec<&str> = lines.iter().map(|l| l.key.recorder.as_str()).collect();
    assert_eq!(recorders, ["arda-stat", "blend", "belm-customs"]);
    assert_eq!(own_recorder(&catalog, "ARD").as_deref(), Some("arda-stat"));
    assert_eq!(
        own_recorder(&catalog, "BEL").as_deref(),
        Some("belm-customs")
    );
    assert_eq!(own_recorder(&catalog, "CRO"), None);
}

#[test]
fn options_list_only_what_has_trade_values() {
    let options = options(&world(), "ARD");
    assert_eq!(options.recorders, ["arda-stat", "belm-customs", "blend"]);
    assert_eq!(options.partners, ["BEL", "CRO", "DUN", "PRT", "UNI"]);
    assert_eq!(
        options.products,
        ["HS1-27", "HS1-26", "HS1-74", "HS1-270900", "HS2-10"]
    );
    assert_eq!(options.years, Some((2017, 2024)));
}

#[test]
fn goods_reverse_twice_to_themselves() {
    let goods = Goods {
        from: "ARD".into(),
        to: "BEL".into(),
        product: None,
    };
    assert_eq!(goods.reversed().from, "BEL");
    assert_eq!(goods.reversed().reversed(), goods);
}
