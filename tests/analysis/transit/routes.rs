//! One route of the fictional dataset in detail: its legs and everything quoted about it.

use super::fictional::{DEGREE_KM, catalog, catalog_with, question};
use super::{band, near};
use belt_explorer::analysis::transit::legs::{LegLength, RouteLegs, route_legs};
use belt_explorer::analysis::transit::quote::{LeftOut, history};
use belt_explorer::analysis::transit::{Band, Notice};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::schema::{Metric, Mode};

fn legs_of(catalog: &Catalog, id: &str) -> RouteLegs {
    let route = catalog.route_index(id).expect("the route exists");
    route_legs(catalog, route, &question()).expect("the route exists")
}

#[test]
fn g5_legs_are_set_against_the_whole() {
    let catalog = catalog();
    let found = legs_of(&catalog, "rail");
    assert_eq!(found.km.known, Some(Band::exact(2_500.0)));
    assert_eq!((found.km.n_known, found.km.n_missing), (2, 1));
    assert_eq!(found.km.not_located, Some(2_500.0));
    // 5 days and the mid-point of 2 to 4; "up to 2" has no typical value.
    assert_eq!(found.days.known, Some(band(7.0, 8.0, 9.0)));
    assert_eq!((found.days.n_known, found.days.n_missing), (2, 1));
    assert_eq!(found.days.not_located, Some(3.0));
    assert_eq!(found.sources, ["l", "r", "s1", "s2", "s3", "s9"]);
}

#[test]
fn legs_have_mode_length_share_and_days() {
    let catalog = catalog();
    let found = legs_of(&catalog, "rail");
    assert_eq!(found.legs[0].length, LegLength::Stated(2_500.0));
    let LegLength::Estimated(km) = found.legs[1].length else {
        panic!("the second leg states no length");
    };
    near(km, 20.0 * DEGREE_KM);
    near(
        found.legs[0].share.expect("all legs have a length"),
        2_500.0 / (2_500.0 + km),
    );
    assert_eq!(found.legs[1].mode, Mode::Rail);
    assert_eq!(found.legs[1].days.and_then(|days| days.high), Some(4.0));
    assert_eq!(found.notices, [Notice::EstimatedLengths { routes: 1 }]);

    let truck = legs_of(&catalog, "truck");
    assert_eq!(truck.legs[0].length, LegLength::Missing);
    assert_eq!(truck.legs[1].share, None, "no share of an unknown whole");
    assert_eq!(truck.days.known, None, "a sum over nothing is missing");
}

#[test]
fn g_circuity_is_of_the_legs_where_all_are_stated_else_of_the_quoted_distance() {
    let catalog = catalog();
    let rail = legs_of(&catalog, "rail");
    near(
        rail.great_circle_km.expect("both ends lie somewhere"),
        40.0 * DEGREE_KM,
    );
    near(
        rail.circuity.expect("a quoted distance"),
        5_000.0 / (40.0 * DEGREE_KM),
    );
    let ship = legs_of(&catalog, "ship");
    near(
        ship.circuity.expect("all legs stated"),
        8_000.0 / (40.0 * DEGREE_KM),
    );
    assert_eq!(legs_of(&catalog, "plane").circuity, None);
}

#[test]
fn g_a_route_shorter_than_the_great_circle_is_flagged() {
    let catalog = catalog_with("rail km Unstated 2019 - 4000 - - s");
    let found = legs_of(&catalog, "rail");
    assert!(found.notices.contains(&Notice::ShorterThanGreatCircle));
}

#[test]
fn g6_the_history_shows_every_figure_and_what_counts() {
    let catalog = catalog();
    let rail = catalog.route_index("rail").expect("the route exists");
    let found = history(&catalog, rail, Metric::Days, &question()).expect("the route exists");
    assert_eq!((found.n_used, found.n_left_out), (4, 5));
    let years: Vec<Option<i32>> = found
        .quotes
        .iter()
        .map(|q| q.years.map(|y| y.from))
        .collect();
    let mut expected = vec![Some(2020), Some(2023)];
    expected.extend([Some(2024); 6]);
    expected.push(None);
    assert_eq!(years, expected);
    assert_eq!(found.quotes[0].left_out, Some(LeftOut::OtherYears));
    assert_eq!(found.quotes[1].left_out, None);
    assert_eq!(found.quotes[1].at_year, Some(2_023.5));
    assert_eq!(
        found.sources,
        ["old", "s1", "s2", "s3", "s4", "s5", "s6", "s7"]
    );
}

#[test]
fn g6_figures_in_other_units_stay_listed_without_numbers() {
    let catalog = catalog();
    let rail = catalog.route_index("rail").expect("the route exists");
    let found = history(&catalog, rail, Metric::Cost, &question()).expect("the route exists");
    assert_eq!((found.n_used, found.n_left_out), (2, 2));
    let converted = found.quotes.iter().find(|q| q.converted).expect("USD/TEU");
    assert_eq!(converted.stated.and_then(|s| s.typical), Some(6_000.0));
    let mut other = found
        .quotes
        .iter()
        .filter(|q| q.left_out == Some(LeftOut::OtherUnit));
    assert!(other.all(|quote| quote.stated.is_none()));
}

#[test]
fn there_is_no_detail_of_a_route_that_does_not_exist() {
    let catalog = catalog();
    assert_eq!(route_legs(&catalog, 99, &question()), None);
    assert_eq!(history(&catalog, 99, Metric::Days, &question()), None);
}
