//! Worked examples of spread, frontier, emissions, conversions and geometry (`formulas` D4, D8-D10, G).

use super::*;
use belt_explorer::analysis::geo::{self, Position};
use belt_explorer::analysis::transit::emissions::{leg_tonnes_co2e, mode_factor};
use belt_explorer::analysis::transit::frontier::{Standing, standings};
use belt_explorer::analysis::transit::legs::adjusted_km;
use belt_explorer::analysis::transit::spread::triangular_sd;
use belt_explorer::dataset::schema::{CargoPreset, Mode};

#[test]
fn d4_assumed_distribution() {
    let sd = triangular_sd(band(14.0, 16.0, 22.0)).expect("a range");
    near(sd, 1.699_673_17);
    let alone = triangular_sd(Band::exact(16.0));
    assert_eq!(alone, None, "one number has no spread");
}

/// Days, USD per container and tonnes of emissions: sea, rail, air, sea-rail, middle.
const FIVE: [[f64; 3]; 5] = [
    [38.0, 3_000.0, 3.34],
    [16.0, 7_000.0, 5.50],
    [5.0, 37_000.0, 154.88],
    [28.0, 7_500.0, 4.80],
    [25.0, 8_500.0, 6.20],
];

pub fn on_frontier<const N: usize>(items: &[[Option<Band>; N]]) -> Vec<usize> {
    let all = standings(items).into_iter().enumerate();
    all.filter(|(_, standing)| *standing == Standing::Frontier)
        .map(|(i, _)| i)
        .collect()
}

fn dominated_by(rival: usize, surely: bool) -> Standing {
    Standing::Dominated {
        by: vec![rival],
        surely,
    }
}

#[test]
fn d8_frontier_of_two_and_three_criteria() {
    let two = FIVE.map(|[days, cost, _]| [days, cost].map(|x| Some(Band::exact(x))));
    assert_eq!(on_frontier(&two), [0, 1, 2]);
    let three = FIVE.map(|all| all.map(|x| Some(Band::exact(x))));
    assert_eq!(on_frontier(&three), [0, 1, 2, 3]);
    assert_eq!(standings(&three)[4], dominated_by(1, true));
}

#[test]
fn d8_equal_points_both_stay_and_missing_ones_stand_apart() {
    let point = |days: f64, cost| [Some(Band::exact(days)), cost];
    let cheap = Some(Band::exact(1.0));
    let found = standings(&[point(9.0, cheap), point(9.0, cheap), point(1.0, None)]);
    assert_eq!(
        found,
        [
            Standing::Frontier,
            Standing::Frontier,
            Standing::NotComparable
        ]
    );
}

#[test]
fn d8_overlapping_ranges_dominate_possibly_and_apart_ones_surely() {
    let good = [band(8.0, 10.0, 14.0), band(1.0, 2.0, 3.0)].map(Some);
    let with_days = |low| [band(low, 15.0, 20.0), band(3.0, 4.0, 5.0)].map(Some);
    let standing_of = |low| standings(&[good, with_days(low)]).pop();
    assert_eq!(standing_of(12.0), Some(dominated_by(0, false)));
    // Ranges that only touch in every criterion: nowhere surely below.
    assert_eq!(standing_of(14.0), Some(dominated_by(0, false)));
    assert_eq!(standing_of(14.5), Some(dominated_by(0, true)));
}

#[test]
fn d9_emissions() {
    let tonnes = |mode, km| {
        let factor = mode_factor(mode).expect("a mode with a factor");
        leg_tonnes_co2e(20.0, km, factor.g_per_tkm)
    };
    near(tonnes(Mode::Rail, 11_000.0).typical, 5.5);
    near(tonnes(Mode::Rail, 11_000.0).low, 3.3);
    near(tonnes(Mode::Sea, 20_500.0).typical, 3.341_5);
    near(tonnes(Mode::Sea, 20_500.0).high, 6.56);
    near(tonnes(Mode::Air, 8_800.0).typical, 154.88);
    let ends = tonnes(Mode::Road, 200.0) + tonnes(Mode::Road, 150.0);
    near((ends + tonnes(Mode::Rail, 11_000.0)).typical, 6.13);
    assert_eq!(mode_factor(Mode::Multimodal), None);
}

#[test]
fn d9_every_factor_lies_in_its_range_and_names_its_basis() {
    let factors: Vec<_> = Mode::ALL.into_iter().filter_map(mode_factor).collect();
    assert_eq!(factors.len(), Mode::ALL.len() - 1);
    for factor in factors {
        let Band { low, typical, high } = factor.g_per_tkm;
        assert!(low < typical && typical < high, "{factor:?}");
        assert!(!factor.basis.is_empty());
    }
}

#[test]
fn d9_detours_of_estimated_lengths() {
    let km = |mode| adjusted_km(mode, 1_000.0);
    for (mode, expected) in [
        (Mode::Road, 1_050.0),
        (Mode::Sea, 1_150.0),
        (Mode::Air, 1_095.0),
        (Mode::Rail, 1_000.0),
    ] {
        near(km(mode).expect("a mode with a factor"), expected);
    }
    assert_eq!(km(Mode::Multimodal), None);
}

#[test]
fn d10_conversions() {
    let cargo = Cargo {
        tonnes: 9.6,
        ..Cargo::default()
    };
    let by_air = |cargo: Cargo| cargo.usd_feu_factor("USD/kg", Mode::Air).expect("by kg");
    near(by_air(cargo) * 4.88, 46_848.0);
    let part_load = cargo.usd_feu_factor("USD/kg", Mode::Rail);
    assert_eq!(part_load, None, "a part load by rail is no container");
    assert_eq!(cargo.usd_feu_factor("USD/TEU", Mode::Sea), Some(2.0));
    assert_eq!(cargo.usd_feu_factor("USD/FEU", Mode::Sea), Some(1.0));
    assert_eq!(cargo.usd_feu_factor("EUR/FEU", Mode::Sea), None);
    let bulky = Cargo {
        volume_m3: Some(60.0),
        ..cargo
    };
    near(bulky.chargeable_kg(), 10_000.0);
    near(cargo.chargeable_kg(), 9_600.0);
    let two_containers = Cargo {
        tonnes: 19.2,
        feu: 2.0,
        ..cargo
    };
    near(by_air(two_containers), 9_600.0);
}

#[test]
fn a_preset_fills_the_containers_of_the_shipment() {
    let preset = CargoPreset {
        id: "toys".to_owned(),
        name: [("en".to_owned(), "Toys".to_owned())].into(),
        value_per_feu: 40_000.0,
        tonnes_per_feu: 8.0,
        sources: ["s".into()].into(),
        note: None,
    };
    let half = Cargo {
        feu: 0.5,
        ..Cargo::default()
    };
    let cargo = half.with_preset(&preset);
    near(cargo.value_usd, 20_000.0);
    near(cargo.tonnes, 4.0);
    assert_eq!(cargo.holding, half.holding);
}

fn at(lat: f64, lon: f64) -> Position {
    Position { lat, lon }
}

#[test]
fn g_great_circles() {
    let km = |a, b| geo::great_circle_km(a, b);
    near(km(at(0.0, 0.0), at(0.0, 1.0)), 111.195_080);
    near(km(at(0.0, 0.0), at(0.0, 180.0)), 20_015.114_442);
    near(km(at(10.0, 10.0), at(10.0, 10.0)), 0.0);
    let (from, to) = (at(34.3416, 108.9398), at(51.4344, 6.7623));
    near(km(from, to), 7_848.038_780);
    let near_pair = km(at(43.2389, 76.8897), at(44.2167, 80.4167));
    near(near_pair, 303.513_863);
    let ratio = geo::circuity(11_000.0, km(from, to));
    near(ratio.expect("ends lie apart"), 1.401_624);
    assert_eq!(geo::circuity(10.0, 0.0), None);
}

#[test]
fn g_points_and_lines() {
    let (from, to) = (at(34.3416, 108.9398), at(51.4344, 6.7623));
    let quarter = geo::point_between(from, to, 0.25).expect("not antipodal");
    let whole = geo::great_circle_km(from, to);
    near(geo::great_circle_km(from, quarter), whole * 0.25);
    near(geo::line_km(&[from, quarter, to]).expect("a line"), whole);
    assert_eq!(geo::point_between(from, from, 0.5), Some(from));
    let antipodes = geo::point_between(at(0.0, 0.0), at(0.0, 180.0), 0.5);
    assert_eq!(antipodes, None);
    assert_eq!(geo::line_km(&[from]), None);
}
