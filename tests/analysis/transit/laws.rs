//! What must hold for any routes (`formulas` D12).

use super::worked::on_frontier;
use super::*;
use belt_explorer::analysis::transit::breakeven::lower_envelope;
use belt_explorer::analysis::transit::emissions::{leg_tonnes_co2e, mode_factor};
use belt_explorer::dataset::schema::Mode;
use proptest::prelude::*;

/// Freight and days of some routes.
fn routes() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((500.0..50_000.0, 1.0..80.0), 1..12)
}

fn lines_of(routes: &[(f64, f64)]) -> Vec<CostLine> {
    let cargo = Cargo::default();
    let route = |(freight, days): &(f64, f64)| line((*freight, *days, 0.0), &cargo);
    routes.iter().map(route).collect()
}

fn criteria(routes: &[(f64, f64)]) -> Vec<[Option<Band>; 2]> {
    let exact = |(freight, days): &(f64, f64)| [*days, *freight].map(|x| Some(Band::exact(x)));
    routes.iter().map(exact).collect()
}

proptest! {
    #[test]
    fn cost_grows_with_time_freight_and_value(
        freight in 500.0..50_000.0, days in 1.0..80.0, value in 1_000.0..1e7, more in 0.1..10.0,
    ) {
        let cargo = Cargo { value_usd: value, ..Cargo::default() };
        let base = generalised((freight, days, 0.0), &cargo);
        prop_assert!(generalised((freight, days + more, 0.0), &cargo) > base);
        prop_assert!(generalised((freight + more, days, 0.0), &cargo) > base);
        let dearer = Cargo { value_usd: value * (1.0 + more), ..cargo };
        prop_assert!(generalised((freight, days, 0.0), &dearer) > base);
    }

    #[test]
    fn break_even_scales_with_one_over_the_holding_rate(h in 0.0001..0.05_f64, factor in 1.1..10.0_f64) {
        let at = |h_per_day| break_even_of(SEA, RAIL, &with_holding(Holding::Market { h_per_day }));
        let (once, scaled) = (at(h), at(h * factor));
        prop_assert!((once / factor - scaled).abs() <= 1e-9 * scaled);
    }

    #[test]
    fn the_frontier_holds_the_best_of_each_criterion(routes in routes()) {
        let found = on_frontier(&criteria(&routes));
        for criterion in [|r: &(f64, f64)| r.0, |r: &(f64, f64)| r.1] {
            let best = routes.iter().map(criterion).fold(f64::INFINITY, f64::min);
            prop_assert!(found.iter().any(|i| criterion(&routes[*i]) <= best));
        }
    }

    #[test]
    fn a_dominated_route_changes_neither_frontier_nor_envelope(
        routes in routes(), pick in any::<prop::sample::Index>(), worse in 1.001..2.0,
    ) {
        let (freight, days) = routes[pick.index(routes.len())];
        let mut more = routes.clone();
        more.push((freight * worse, days * worse));
        prop_assert_eq!(on_frontier(&criteria(&routes)), on_frontier(&criteria(&more)));
        prop_assert_eq!(lower_envelope(&lines_of(&routes)), lower_envelope(&lines_of(&more)));
    }

    #[test]
    fn the_envelope_is_the_lowest_line_everywhere(routes in routes(), value in 0.0..5e6) {
        let lines = lines_of(&routes);
        let steps = lower_envelope(&lines);
        let step = steps.iter().rev().find(|s| s.from_value_usd <= value).expect("starts at 0");
        let lowest = lines.iter().map(|l| l.at(value).typical).fold(f64::INFINITY, f64::min);
        prop_assert!(lines[step.line].at(value).typical <= lowest * (1.0 + 1e-9));
    }

    #[test]
    fn emissions_are_linear(tonnes in 0.1..100.0, km in 1.0..30_000.0, factor in 0.1..10.0_f64) {
        let rail = mode_factor(Mode::Rail).expect("rail has a factor").g_per_tkm;
        let once = leg_tonnes_co2e(tonnes, km, rail).typical;
        for scaled in [
            leg_tonnes_co2e(tonnes * factor, km, rail),
            leg_tonnes_co2e(tonnes, km * factor, rail),
        ] {
            prop_assert!((scaled.typical - once * factor).abs() <= 1e-9 * scaled.typical);
        }
    }
}
