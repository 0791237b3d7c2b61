//! Generalised cost, break-even and envelope on plain numbers (`formulas` D1-D3).

use super::*;
use belt_explorer::analysis::transit::breakeven::{break_even, lower_envelope};
use belt_explorer::analysis::transit::cost::usd_per_saved_day;

fn capital_only() -> Cargo {
    with_holding(Holding::Accounting {
        r_per_year: 0.10,
        d_per_day: 0.0,
    })
}

#[test]
fn d1_generalised_cost() {
    let cargo = Cargo::default();
    near(cargo.usd_per_day(), 327.397_260_27);
    near(generalised(SEA, &cargo), 15_441.095_9);
    near(generalised(RAIL, &cargo), 12_238.356_2);
    near(generalised(AIR, &cargo), 38_636.986_3);
    near(generalised(SEA, &capital_only()), 4_041.095_9);
    near(generalised(RAIL, &capital_only()), 7_438.356_2);
    near(generalised(AIR, &capital_only()), 37_136.986_3);
    let worthless = Cargo {
        value_usd: 0.0,
        ..cargo
    };
    near(generalised(SEA, &worthless), 3_000.0);
}

#[test]
fn d1_reliability_is_a_switch() {
    let cargo = Cargo {
        reliability_ratio: Some(0.4),
        ..Cargo::default()
    };
    near(generalised(SEA, &cargo), 16_226.849_3);
    near(generalised(RAIL, &cargo), 12_631.232_9);
    near(generalised(AIR, &cargo), 38_767.945_2);
    let no_sigma = Haul {
        sigma_days: None,
        ..haul(SEA)
    };
    assert_eq!(no_sigma.line(&cargo), None, "a missing spread is not zero");
}

#[test]
fn d1_carbon_is_a_switch() {
    let cargo = Cargo {
        carbon_usd_per_tonne: Some(80.0),
        ..Cargo::default()
    };
    assert_eq!(haul(SEA).line(&cargo), None, "missing is not zero");
    let emitting = Haul {
        tonnes_co2e: Some(band(2.0, 3.0, 4.0)),
        ..haul(SEA)
    };
    let cost = emitting.line(&cargo).expect("all terms are known").at(0.0);
    assert_eq!(cost, band(3_160.0, 3_240.0, 3_320.0));
}

#[test]
fn d1_ranges_carry_through() {
    let wide = Haul {
        freight_usd: band(1_000.0, 2_000.0, 4_000.0),
        days: band(10.0, 20.0, 30.0),
        sigma_days: None,
        tonnes_co2e: None,
    };
    let cargo = with_holding(Holding::Market { h_per_day: 0.01 });
    let cost = wide.line(&cargo).expect("known").at(100_000.0);
    near(cost.low, 11_000.0);
    near(cost.typical, 22_000.0);
    near(cost.high, 34_000.0);
}

#[test]
fn d2_price_of_a_saved_day() {
    let premium = usd_per_saved_day((SEA.0, SEA.1), (RAIL.0, RAIL.1)).expect("rail is faster");
    near(premium, 181.818_182);
    assert!(Cargo::default().usd_per_day() > premium, "rail wins");
    assert_eq!(usd_per_saved_day((RAIL.0, RAIL.1), (SEA.0, SEA.1)), None);
}

#[test]
fn d3_break_even_value() {
    let cargo = Cargo::default();
    let sea_rail = break_even_of(SEA, RAIL, &cargo);
    let rail_air = break_even_of(RAIL, AIR, &cargo);
    near(sea_rail, 55_534.423_7);
    near(rail_air, 833_016.356_0);
    near(sea_rail / 9_600.0, 5.784_836);
    near(rail_air / 9_600.0, 86.772_537);
    let market = |h_per_day| with_holding(Holding::Market { h_per_day });
    near(break_even_of(SEA, RAIL, &market(0.006)), 30_303.030_3);
    near(break_even_of(SEA, RAIL, &market(0.021)), 8_658.008_7);
    near(break_even_of(SEA, RAIL, &capital_only()), 663_636.363_6);
    let reliable = Cargo {
        reliability_ratio: Some(0.4),
        ..cargo
    };
    let with_sigma = break_even_of(SEA, RAIL, &reliable);
    assert!((with_sigma - 52_662.0).abs() < 0.05, "{with_sigma}");
}

#[test]
fn d3_a_carbon_price_adds_to_the_numerator() {
    let cargo = Cargo {
        carbon_usd_per_tonne: Some(100.0),
        ..Cargo::default()
    };
    let emitting = |route, tonnes| {
        let emitting = Haul {
            tonnes_co2e: Some(Band::exact(tonnes)),
            ..haul(route)
        };
        emitting.line(&cargo).expect("all terms are known")
    };
    let found = break_even_band(&emitting(SEA, 3.0), &emitting(RAIL, 5.0)).typical;
    near(above(found), 4_200.0 / (cargo.holding.per_day() * 22.0));
}

#[test]
fn d3_cases_without_a_value() {
    assert_eq!(break_even((5.0, 3.0), (4.0, 2.0)), BreakEven::Always);
    assert_eq!(break_even((5.0, 3.0), (5.0, 2.0)), BreakEven::Always);
    assert_eq!(break_even((4.0, 2.0), (5.0, 3.0)), BreakEven::Never);
    assert_eq!(break_even((4.0, 2.0), (4.0, 2.0)), BreakEven::Never);
    assert_eq!(break_even((4.0, 2.0), (2.0, 3.0)), BreakEven::Below(2.0));
    let free_time = with_holding(Holding::Market { h_per_day: 0.0 });
    let (slow, fast) = (line(SEA, &free_time), line(RAIL, &free_time));
    assert_eq!(break_even_band(&slow, &fast).typical, BreakEven::Never);
}

#[test]
fn d3_ranges_move_the_break_even() {
    let slow = CostLine {
        fixed_usd: band(900.0, 1_000.0, 1_100.0),
        per_value: band(0.3, 0.4, 0.5),
    };
    let fast = CostLine {
        fixed_usd: band(1_000.0, 2_000.0, 3_000.0),
        per_value: band(0.1, 0.2, 0.35),
    };
    let found = break_even_band(&slow, &fast);
    assert_eq!(found.best, BreakEven::Always);
    near(above(found.typical), 5_000.0);
    assert_eq!(found.worst, BreakEven::Never);
}

#[test]
fn d3_lower_envelope() {
    let cargo = Cargo::default();
    let dominated = line((8_500.0, 25.0, 0.0), &cargo);
    let [air, sea, rail] = [AIR, SEA, RAIL].map(|route| line(route, &cargo));
    let steps = lower_envelope(&[air, dominated, sea, rail]);
    let order: Vec<usize> = steps.iter().map(|step| step.line).collect();
    assert_eq!(order, [2, 3, 0]);
    near(steps[0].from_value_usd, 0.0);
    near(steps[1].from_value_usd, 55_534.423_7);
    near(steps[2].from_value_usd, 833_016.356_0);
    assert_eq!(steps[0].band, None);
    assert_eq!(steps[1].band, Some(break_even_band(&sea, &rail)));
    assert_eq!(lower_envelope(&[]), []);
}

#[test]
fn d3_of_equally_fast_routes_the_cheaper_is_on_the_envelope() {
    let cargo = Cargo::default();
    let dearer = (9_000.0, 16.0, 0.0);
    let lines = [dearer, RAIL, SEA].map(|route| line(route, &cargo));
    let order: Vec<usize> = lower_envelope(&lines).iter().map(|s| s.line).collect();
    assert_eq!(order, [2, 1]);
}
