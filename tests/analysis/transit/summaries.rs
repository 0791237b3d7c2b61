//! What the figures of one fictional route amount to (`formulas` D4, D10).

use super::band;
use super::comparison::ranked;
use super::fictional::{catalog, catalog_with, question};
use belt_explorer::analysis::transit::question::Years;
use belt_explorer::analysis::transit::quote::LeftOut;
use belt_explorer::analysis::transit::{Summary, compare};
use belt_explorer::dataset::schema::RouteScope;
use std::collections::BTreeMap;

#[test]
fn d4_a_summary_keeps_range_years_scopes_and_what_it_left_out() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    let Summary {
        band: found,
        used,
        n_midpoints,
        n_limits_only,
        n_converted,
        scopes,
        years,
        left_out,
        sources,
        middle_half,
    } = &ranked(&catalog, &answer, "rail").known.days;
    // Median of 10, 11 and the mid-point 14; the limit "at least 8" only widens the range.
    assert_eq!(*found, Some(band(8.0, 11.0, 16.0)));
    assert_eq!(
        (used.len(), *n_midpoints, *n_limits_only, *n_converted),
        (4, 1, 1, 0)
    );
    assert_eq!(scopes.get(&RouteScope::TerminalToTerminal), Some(&3));
    assert_eq!(scopes.get(&RouteScope::Unstated), Some(&1));
    assert_eq!(
        *years,
        Some(Years {
            from: 2023,
            to: 2024
        })
    );
    let expected = BTreeMap::from([
        (LeftOut::Forecast, 1),
        (LeftOut::SpecialCase, 1),
        (LeftOut::OtherScope(RouteScope::DoorToDoor), 1),
        (LeftOut::OtherYears, 1),
        (LeftOut::Undated, 1),
    ]);
    assert_eq!(*left_out, expected);
    assert_eq!(*sources, ["s1", "s2", "s3"]);
    assert_eq!(*middle_half, None, "three figures have no quartiles");
}

#[test]
fn d10_costs_are_converted_and_marked_or_left_out() {
    let catalog = catalog();
    let answer = compare(&catalog, &question());
    let rail = &ranked(&catalog, &answer, "rail").known.cost;
    assert_eq!(rail.band, Some(band(4_000.0, 5_250.0, 6_000.0)));
    assert_eq!(rail.n_converted, 1);
    assert_eq!(rail.left_out, BTreeMap::from([(LeftOut::OtherUnit, 2)]));
    let plane = &ranked(&catalog, &answer, "plane").known.cost;
    assert_eq!(plane.band, Some(band(40_000.0, 40_000.0, 40_000.0)));
    assert_eq!(plane.n_converted, 1);
}

#[test]
fn five_figures_have_a_middle_half() {
    let figures: String = [10, 12, 14, 16, 30]
        .map(|days| format!("ship Days Terminal 2024 - {days} - - s\n"))
        .concat();
    let catalog = catalog_with(&(figures + "ship USD/FEU Terminal 2024 - 900 - - s"));
    let answer = compare(&catalog, &question());
    let days = &ranked(&catalog, &answer, "ship").known.days;
    assert_eq!(days.band, Some(band(10.0, 14.0, 30.0)));
    assert_eq!(days.middle_half, Some((12.0, 16.0)));
}
