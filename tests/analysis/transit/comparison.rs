//! All routes of the fictional dataset at once: ranking, reasons, notices, chart.

use super::fictional::{DEGREE_KM, catalog, catalog_with, question};
use super::{above, band, near};
use belt_explorer::analysis::transit::breakeven::BreakEven;
use belt_explorer::analysis::transit::frontier::Standing;
use belt_explorer::analysis::transit::question::Years;
use belt_explorer::analysis::transit::quote::LeftOut;
use belt_explorer::analysis::transit::ranking::{NotCompared, Ranked};
use belt_explorer::analysis::transit::time_cost::TimeCost;
use belt_explorer::analysis::transit::{
    Cargo, Comparison, Ends, Notice, Question, Reason, compare,
};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::schema::{Metric, Mode, RouteScope};
use std::collections::BTreeMap;

fn id_of(catalog: &Catalog, route: usize) -> &str {
    &catalog.data().transit.routes[route].id
}

fn order<'a>(catalog: &'a Catalog, answer: &Comparison) -> Vec<&'a str> {
    let rows = answer.ranked.iter();
    rows.map(|row| id_of(catalog, row.known.route)).collect()
}

pub fn ranked<'a>(catalog: &Catalog, answer: &'a Comparison, id: &str) -> &'a Ranked {
    let mut rows = answer.ranked.iter();
    let found = rows.find(|row| id_of(catalog, row.known.route) == id);
    found.expect("the route is ranked")
}

fn left_over<'a>(catalog: &Catalog, answer: &'a Comparison, id: &str) -> &'a NotCompared {
    let mut rows = answer.not_compared.iter();
    let found = rows.find(|row| id_of(catalog, row.known.route) == id);
    found.expect("the route is not compared")
}

fn no_figure(metric: Metric, left_out: impl Into<BTreeMap<LeftOut, usize>>) -> Reason {
    Reason::NoFigure {
        metric,
        limits_only: 0,
        left_out: left_out.into(),
    }
}

#[test]
fn routes_are_ranked_by_generalised_cost() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    assert_eq!(order(&catalog, &answer), ["rail", "ship", "slow", "plane"]);
    let rail = ranked(&catalog, &answer, "rail").generalised_usd;
    near(rail.low, 4_000.0 + 8.0 * 327.397_260_27);
    near(rail.typical, 5_250.0 + 11.0 * 327.397_260_27);
    near(rail.high, 6_000.0 + 16.0 * 327.397_260_27);
    assert_eq!((answer.n_used(), answer.n_missing()), (4, 3));

    let robust = Question {
        cargo: Cargo {
            value_usd: 1_000.0,
            ..Cargo::default()
        },
        ..question()
    };
    let answer = compare(&catalog, &robust);
    assert_eq!(order(&catalog, &answer), ["ship", "slow", "rail", "plane"]);
}

#[test]
fn freight_is_multiplied_by_the_containers() {
    let catalog = catalog();
    let two = Question {
        cargo: Cargo {
            feu: 2.0,
            value_usd: 0.0,
            ..Cargo::default()
        },
        ..question()
    };
    let answer = compare(&catalog, &two);
    near(
        ranked(&catalog, &answer, "ship").generalised_usd.typical,
        4_000.0,
    );
    // Twenty tonnes in two containers: the price per kg is that of the same goods.
    near(
        ranked(&catalog, &answer, "plane").generalised_usd.typical,
        40_000.0,
    );
}

#[test]
fn what_cannot_be_compared_says_why() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    let reasons = |id| &left_over(&catalog, &answer, id).reasons;
    assert_eq!(*reasons("elsewhere"), [Reason::OtherEnds]);
    let door = [(LeftOut::OtherScope(RouteScope::DoorToDoor), 1)];
    let expected = [no_figure(Metric::Days, door), no_figure(Metric::Cost, door)];
    assert_eq!(*reasons("truck"), expected);
    let promise = [(LeftOut::Forecast, 1)];
    let expected = [
        no_figure(Metric::Days, promise),
        no_figure(Metric::Cost, promise),
    ];
    assert_eq!(*reasons("dream"), expected);
}

#[test]
fn a_limit_alone_gives_no_typical_value() {
    let figures = "ship Days Terminal 2024 8 - - - s\nship USD/FEU Terminal 2024 - 900 - - s";
    let catalog = catalog_with(figures);
    let answer = compare(&catalog, &question());
    let expected = Reason::NoFigure {
        metric: Metric::Days,
        limits_only: 1,
        left_out: BTreeMap::new(),
    };
    assert_eq!(left_over(&catalog, &answer, "ship").reasons, [expected]);
}

#[test]
fn switched_on_terms_need_their_figures() {
    let catalog = catalog();
    let cargo = Cargo {
        reliability_ratio: Some(0.4),
        carbon_usd_per_tonne: Some(80.0),
        ..Cargo::default()
    };
    let with_terms = Question {
        cargo,
        ..question()
    };
    let answer = compare(&catalog, &with_terms);
    assert_eq!(order(&catalog, &answer), ["rail", "ship"]);
    let slow = &left_over(&catalog, &answer, "slow").reasons;
    assert_eq!(*slow, [Reason::NoSpread, Reason::NoEmissions]);
    let plane = &left_over(&catalog, &answer, "plane").reasons;
    assert_eq!(*plane, [Reason::NoSpread]);
    assert!(answer.notices.contains(&Notice::AssumedSpread));
    // Days 28, 30, 35: triangular deviation; 8 000 km at 8.15 g with 20 t.
    let sigma = (26.0_f64 / 12.0).sqrt();
    let ship = ranked(&catalog, &answer, "ship").generalised_usd.typical;
    let expected = 2_000.0 + 327.397_260_27 * (30.0 + 0.4 * sigma) + 80.0 * 1.304;
    near(ship, expected);
}

#[test]
fn forecasts_count_only_when_asked_for() {
    let catalog = catalog();
    let with_forecasts = Question {
        with_forecasts: true,
        ..question()
    };
    let answer = compare(&catalog, &with_forecasts);
    assert_eq!(order(&catalog, &answer)[0], "dream");
}

#[test]
fn all_years_take_the_undated_along() {
    let catalog = catalog();
    let all_years = Question {
        years: None,
        ..question()
    };
    let answer = compare(&catalog, &all_years);
    let days = &ranked(&catalog, &answer, "rail").known.days;
    // 9, 10, 11, 14, 30.
    assert_eq!(days.band, Some(band(8.0, 11.0, 30.0)));
    assert_eq!(days.left_out.get(&LeftOut::Undated), None);
}

#[test]
fn g9_mixing_scopes_is_part_of_the_answer() {
    let catalog = catalog();
    let plain = compare(&catalog, &question());
    let warns = |answer: &Comparison| {
        let mut notices = answer.notices.iter();
        notices.any(|notice| matches!(notice, Notice::MixedScopes(_)))
    };
    assert!(!warns(&plain), "unstated scopes are a notice of their own");
    assert!(
        plain
            .notices
            .contains(&Notice::UnstatedScope { figures: 1 })
    );
    let mut mixed = question();
    mixed.scopes.insert(RouteScope::DoorToDoor);
    let mixed = compare(&catalog, &mixed);
    assert!(order(&catalog, &mixed).contains(&"truck"));
    assert!(warns(&mixed));
}

#[test]
fn routes_between_other_ends_compete_only_with_a_warning() {
    let catalog = catalog();
    let any = Question {
        ends: Ends::Any,
        ..question()
    };
    let answer = compare(&catalog, &any);
    assert_eq!(order(&catalog, &answer)[0], "elsewhere");
    assert!(answer.notices.contains(&Notice::MixedEnds));
    let near_ends = compare(&catalog, &question());
    assert!(!near_ends.notices.contains(&Notice::MixedEnds));
}

#[test]
fn notices_count_what_was_changed_or_assumed() {
    let catalog = catalog();
    let notices = compare(&catalog, &question()).notices;
    assert!(notices.contains(&Notice::Converted { figures: 2 }));
    assert!(notices.contains(&Notice::Midpoints { figures: 2 }));
    assert!(notices.contains(&Notice::EstimatedLengths { routes: 2 }));
    assert!(notices.contains(&Notice::HubsExcluded));
    assert!(!notices.contains(&Notice::AssumedSpread));
}

#[test]
fn modes_choose_the_routes() {
    let catalog = catalog();
    let at_sea = Question {
        modes: [Mode::Sea].into(),
        ..question()
    };
    let answer = compare(&catalog, &at_sea);
    assert_eq!(order(&catalog, &answer), ["ship", "slow"]);
    assert_eq!(answer.n_missing(), 0, "other modes are not asked about");
}

#[test]
fn d3_the_envelope_names_routes_and_how_far_the_ranges_move_it() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    let h = question().cargo.holding.per_day();
    let steps: Vec<(&str, f64)> = answer
        .envelope
        .iter()
        .map(|s| (order(&catalog, &answer)[s.line], s.from_value_usd))
        .collect();
    assert_eq!(
        steps.iter().map(|s| s.0).collect::<Vec<_>>(),
        ["ship", "rail", "plane"]
    );
    near(steps[1].1, 3_250.0 / (h * 19.0));
    near(steps[2].1, 34_750.0 / (h * 7.0));
    let to_rail = answer.envelope[1].band.expect("not the first step");
    near(above(to_rail.best), 1_500.0 / (h * 27.0));
    near(above(to_rail.worst), 4_500.0 / (h * 12.0));
    assert!(matches!(to_rail.typical, BreakEven::Above(_)));
}

#[test]
fn c6_the_chart_marks_spread_frontier_and_the_dominated() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    let chart = TimeCost::of(&catalog, &answer, "kk");
    let labels: Vec<&str> = chart.points.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["Temirzhol", "Ship", "Slow ship", "Plane"]);
    assert_eq!(
        chart.frontier,
        [(4.0, 40_000.0), (11.0, 5_250.0), (30.0, 2_000.0)]
    );
    let slow = Standing::Dominated {
        by: vec![1],
        surely: true,
    };
    assert_eq!(chart.points[2].standing, slow);
    let rail = &chart.points[0];
    assert_eq!(
        (rail.days, rail.cost_usd_feu),
        (band(8.0, 11.0, 16.0), band(4_000.0, 5_250.0, 6_000.0))
    );
    assert_eq!(rail.n_figures, (4, 2));
    assert_eq!(
        rail.years,
        Some(Years {
            from: 2023,
            to: 2024
        })
    );
    assert_eq!(chart.n_missing, 3);
    assert_eq!(chart.sources, ["s1", "s2", "s3"]);
    assert_eq!(chart.notices, answer.notices);
}

#[test]
fn an_empty_dataset_is_an_empty_answer() {
    let catalog = Catalog::build(belt_explorer::dataset::schema::Dataset::default());
    let question = Question::for_catalog(&catalog);
    assert_eq!((question.years, question.ends.clone()), (None, Ends::Any));
    let answer = compare(&catalog, &question);
    assert_eq!((answer.n_used(), answer.n_missing()), (0, 0));
    assert_eq!(answer.notices, []);
    assert_eq!(TimeCost::of(&catalog, &answer, "en").frontier, []);
}

#[test]
fn the_first_question_compares_the_most_with_the_latest_figures() {
    let catalog = catalog();
    assert_eq!(Question::for_catalog(&catalog), question());
    let door = "truck Days Door 2024 - 14 - - s\ntruck USD/FEU Door 2024 - 7000 - - s";
    let asked = Question::for_catalog(&catalog_with(door));
    assert!(asked.scopes.contains(&RouteScope::DoorToDoor));
    assert!(!asked.scopes.contains(&RouteScope::TerminalToTerminal));
}

#[test]
fn d9_estimated_legs_are_counted_and_unknown_ones_leave_emissions_open() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    let rail = &ranked(&catalog, &answer, "rail").known.emissions;
    let km = 2_500.0 + 20.0 * DEGREE_KM;
    near(
        rail.tonnes_co2e.expect("all legs are known").typical,
        20.0 * km * 25.0 / 1e6,
    );
    assert_eq!((rail.n_legs, rail.n_estimated), (3, 1));
    let plane = &ranked(&catalog, &answer, "plane").known.emissions;
    let km = 40.0 * DEGREE_KM + 95.0;
    near(
        plane.tonnes_co2e.expect("all legs are known").typical,
        20.0 * km * 880.0 / 1e6,
    );
    let truck = &left_over(&catalog, &answer, "truck").known.emissions;
    assert_eq!(
        (truck.tonnes_co2e, truck.missing.as_slice()),
        (None, &[0][..])
    );
    let slow = &ranked(&catalog, &answer, "slow").known.emissions;
    assert_eq!(
        slow.tonnes_co2e, None,
        "a route without legs has no emissions"
    );
}
