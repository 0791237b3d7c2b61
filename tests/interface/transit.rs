//! The Transit tab through the interface: cargo, ranking, a route's record.

use crate::common;

use belt_explorer::{
    app::{Action, Tab, settings::ThemeChoice, update},
    dataset::schema::{Metric, RouteScope},
    ui::Window,
};
use common::{SIZES, labels, state, window};
use eframe::egui::{Key, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

fn transit(size: [f32; 2], theme: ThemeChoice) -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Transit));
    window(state, size, theme)
}

#[test]
fn the_tab_shows_every_compared_route_in_both_themes_at_both_sizes() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        for size in SIZES {
            let harness = transit(size, theme);
            let state = harness.state().state();
            let comparison = state.derived.transit.comparison.get().expect("computed");
            assert!(comparison.ranked.len() >= 5, "{}", comparison.ranked.len());
            let all = state.dataset.catalog.data().transit.routes.len();
            assert_eq!(comparison.ranked.len() + comparison.not_compared.len(), all);
            for ranked in &comparison.ranked {
                let route = &state.dataset.catalog.data().transit.routes[ranked.known.route];
                harness.get_by_role_and_label(Role::Row, &route.name["en"]);
            }
        }
    }
}

/// The median of a route's figures, found from the records alone.
#[test]
fn the_days_of_the_first_route_are_the_median_of_its_records() {
    let harness = transit(SIZES[1], ThemeChoice::Light);
    let state = harness.state().state();
    let question = state.derived.transit.question.get().expect("computed");
    let comparison = state.derived.transit.comparison.get().expect("computed");
    let years = question.years.expect("the default names years");
    let data = &state.dataset.catalog.data().transit;
    let mut tested = 0;
    for ranked in &comparison.ranked {
        let route = &data.routes[ranked.known.route].id;
        let own = data.observations.iter().filter(|own| {
            let in_years = own
                .period
                .is_some_and(|period| (years.from..=years.to).contains(&period.to.year()));
            own.route == *route
                && own.metric == Metric::Days
                && own.unit == "days"
                && own.about.is_none()
                && !own.forecast
                && in_years
                && matches!(
                    own.scope,
                    RouteScope::TerminalToTerminal | RouteScope::Unstated
                )
        });
        let mut middles: Vec<f64> = own
            .filter_map(|own| {
                own.typical
                    .or_else(|| Some(f64::midpoint(own.low?, own.high?)))
            })
            .collect();
        middles.sort_by(f64::total_cmp);
        let Some(median) = middles.get(middles.len() / 2).map(|upper| {
            if middles.len() % 2 == 1 {
                *upper
            } else {
                f64::midpoint(middles[middles.len() / 2 - 1], *upper)
            }
        }) else {
            continue;
        };
        let shown = ranked.known.days.band.expect("compared").typical;
        assert!(
            (shown - median).abs() < 1e-9,
            "{route}: shown {shown}, records {median}"
        );
        tested += 1;
    }
    assert!(tested >= 5, "only {tested} routes");
}

#[test]
fn a_dearer_cargo_moves_the_ranking_towards_fast_routes_and_undo_brings_it_back() {
    let mut harness = transit(SIZES[0], ThemeChoice::Light);
    let first = |harness: &Harness<'_, Window>| {
        let comparison = harness
            .state()
            .state()
            .derived
            .transit
            .comparison
            .get()
            .expect("computed")
            .clone();
        let days = comparison.ranked[0]
            .known
            .days
            .band
            .expect("compared")
            .typical;
        (comparison.ranked[0].known.route, days)
    };
    let before = first(&harness);
    let field = harness.get_by(|node| {
        node.role() == Role::SpinButton && node.label().is_some_and(|label| label.contains("Value"))
    });
    field.click();
    harness.run();
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    harness
        .get_by(|node| node.is_focused() && node.role() != Role::Window)
        .type_text("5000000");
    harness.key_press(Key::Enter);
    harness.run();
    let after = first(&harness);
    assert_ne!(
        before.0,
        after.0,
        "another route is best: {:?}",
        labels(&harness)
    );
    assert!(after.1 < before.1, "and it is faster: {after:?} {before:?}");
    common::ctrl(&mut harness, Key::Z);
    assert_eq!(first(&harness).0, before.0);
}

#[test]
fn a_route_opens_its_legs_and_sources() {
    let mut harness = transit(SIZES[0], ThemeChoice::Light);
    let state = harness.state().state();
    let comparison = state.derived.transit.comparison.get().expect("computed");
    let routes = &state.dataset.catalog.data().transit.routes;
    let route = comparison
        .ranked
        .iter()
        .map(|ranked| &routes[ranked.known.route])
        .find(|route| route.legs.len() > 2);
    let route = route.expect("a route with legs").clone();
    harness
        .get_by_role_and_label(Role::Row, &route.name["en"])
        .click();
    harness.run();
    let shown = labels(&harness);
    let legs = format!("{} legs", route.legs.len());
    assert!(shown.contains(&legs), "no `{legs}` in {shown:?}");
}
