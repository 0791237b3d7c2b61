//! What the Transit tab hands out: captions, numbers and pictures against the chart states.

use crate::common;
#[allow(dead_code, reason = "each test binary uses a part")]
use crate::figure_checks;
use crate::support;

use belt_explorer::{
    analysis::transit::{
        Band, Ends, Holding, Years,
        breakeven::BreakEven,
        frontier::Standing,
        legs::LegLength,
        quote::History,
        rows::{RouteRow, RowOrder},
    },
    app::{Action, AppState, Tab, action::TransitAction, update},
    dataset::schema::{Mode, RouteScope},
    export::data::{Cell, DataTable},
    ui::figures::{FigureDrawing, SIZES, Snapshot, figure},
};
use eframe::egui::Theme;
use figure_checks::{cell, check_data, check_pictures, data, list, number, of_tab, reason, text};

fn asked(actions: &[TransitAction]) -> AppState {
    let mut state = common::state();
    update::apply(&mut state, Action::ShowTab(Tab::Transit));
    for action in actions {
        update::apply(&mut state, Action::Transit(action.clone()));
    }
    state
}

fn select(id: &str) -> TransitAction {
    TransitAction::Select(Some(id.to_owned()))
}

/// Several questions, each with what is special about it.
fn views() -> Vec<(&'static str, AppState)> {
    let default = asked(&[]);
    let question = default.derived.transit.question.get().expect("computed");
    let market = belt_explorer::analysis::transit::Cargo {
        value_usd: 750_000.0,
        holding: Holding::Market { h_per_day: 0.01 },
        reliability_ratio: Some(0.4),
        carbon_usd_per_tonne: Some(80.0),
        ..question.cargo
    };
    let scopes = [
        RouteScope::TerminalToTerminal,
        RouteScope::DoorToDoor,
        RouteScope::Section,
        RouteScope::Unstated,
    ];
    vec![
        (
            "all years, any trip",
            asked(&[TransitAction::Years(None), TransitAction::Ends(Ends::Any)]),
        ),
        ("market", asked(&[TransitAction::Cargo(market)])),
        (
            "mixed scopes and promises",
            asked(&[
                TransitAction::Scopes(scopes.into()),
                TransitAction::Forecasts(true),
                TransitAction::Years(None),
            ]),
        ),
        ("rail", asked(&[TransitAction::ToggleMode(Mode::Rail)])),
        (
            "selected and sorted",
            asked(&[
                select("titr-blacksea"),
                TransitAction::Sort(RowOrder::Days),
                TransitAction::Years(None),
            ]),
        ),
        ("default", default),
    ]
}

fn assert_band(table: &DataTable, row: &[Cell], key: &str, band: Option<Band>) {
    let wanted = [
        (key.to_owned(), band.map(|band| band.typical)),
        (format!("{key}_low"), band.map(|band| band.low)),
        (format!("{key}_high"), band.map(|band| band.high)),
    ];
    for (key, value) in wanted {
        assert_eq!(number(table, row, &key), value, "{key}");
    }
}

fn route_id(state: &AppState, route: usize) -> &str {
    &state.dataset.catalog.data().transit.routes[route].id
}

#[test]
fn every_figure_is_well_formed_in_every_view() {
    assert_eq!(of_tab(Tab::Transit).count(), 6);
    for (name, state) in views() {
        for spec in of_tab(Tab::Transit) {
            println!("{name}: {}", spec.id);
            check_data(&state, spec.id);
        }
    }
}

#[test]
fn every_figure_draws_at_every_size() {
    check_pictures(&asked(&[]), Tab::Transit, Theme::Light);
    check_pictures(
        &asked(&[select("titr-blacksea")]),
        Tab::Transit,
        Theme::Dark,
    );
}

/// Each name is followed by how many figures stand behind it.
#[test]
fn every_route_compared_is_named_in_the_picture() {
    let state = asked(&[]);
    let chart = state.derived.transit.time_cost.get().expect("computed");
    for size in SIZES {
        let drawing = FigureDrawing {
            points: size.points,
            theme: Theme::Light,
            with_title: true,
        };
        let spec = figure("time-cost").expect("a figure");
        let picture = Snapshot::of(&state).draw(spec, drawing).expect("it draws");
        let words = support::words(&picture.svg);
        for point in &chart.points {
            let (days, cost) = point.n_figures;
            let remark = format!("n\u{a0}{days}·{cost}");
            let named = words.contains(&remark);
            assert!(named, "{} at {}: {remark}", point.label, size.id);
        }
    }
}

#[test]
fn time_against_cost_is_the_chart_state() {
    for (name, state) in views() {
        let (caption, table) = data(&state, "time-cost");
        let chart = state.derived.transit.time_cost.get().expect("computed");
        assert_eq!(table.rows.len(), chart.points.len(), "{name}");
        assert_eq!(caption.sources, chart.sources);
        for (rank, (row, point)) in table.rows.iter().zip(&chart.points).enumerate() {
            assert_eq!(*cell(&table, row, "rank"), Cell::count(rank + 1));
            assert_eq!(text(&table, row, "route_id"), route_id(&state, point.route));
            assert_eq!(text(&table, row, "route"), point.label);
            assert_band(&table, row, "days", Some(point.days));
            assert_band(&table, row, "cost_usd_feu", Some(point.cost_usd_feu));
            let middles = [
                ("days", point.days_middle_half, point.n_figures.0),
                ("cost_usd_feu", point.cost_middle_half, point.n_figures.1),
            ];
            for (key, middle, n) in middles {
                let half = |end: &str| number(&table, row, &format!("{key}_{end}"));
                assert_eq!(half("q1").zip(half("q3")), middle);
                let n_cell = cell(&table, row, &format!("{key}_figures"));
                assert_eq!(*n_cell, Cell::count(n));
            }
            let years = point
                .years
                .map(|years| (f64::from(years.from), f64::from(years.to)));
            let from = number(&table, row, "figures_from_year");
            assert_eq!(from.zip(number(&table, row, "figures_to_year")), years);
            let beaten: Vec<&str> = match &point.standing {
                Standing::Dominated { by, .. } => by
                    .iter()
                    .map(|at| route_id(&state, chart.points[*at].route))
                    .collect(),
                _ => Vec::new(),
            };
            assert_eq!(list(&table, row, "beaten_by"), beaten, "{name}");
        }
    }
}

#[test]
fn cost_over_value_is_the_chart_state_with_its_thresholds() {
    let mut thresholds = 0;
    for (name, state) in views() {
        let (caption, table) = data(&state, "value-cost");
        let chart = state.derived.transit.value_cost.get().expect("computed");
        assert_eq!(table.rows.len(), chart.lines.len(), "{name}");
        for (at, (row, line)) in table.rows.iter().zip(&chart.lines).enumerate() {
            assert_eq!(text(&table, row, "route_id"), route_id(&state, line.route));
            assert_band(&table, row, "fixed_usd", Some(line.line.fixed_usd));
            assert_band(&table, row, "share_of_value", Some(line.line.per_value));
            assert_eq!(
                number(&table, row, "cargo_value_usd"),
                Some(chart.value_usd)
            );
            let own = line.line.at(chart.value_usd);
            assert_band(&table, row, "cost_at_cargo_value_usd", Some(own));
            let step = chart.envelope.iter().position(|step| step.line == at);
            let from = step.map(|step| chart.envelope[step].from_value_usd);
            let to = step.and_then(|step| chart.envelope.get(step + 1));
            assert_eq!(number(&table, row, "cheapest_from_usd"), from, "{name}");
            assert_eq!(
                number(&table, row, "cheapest_to_usd"),
                to.map(|step| step.from_value_usd)
            );
            let band = step.and_then(|step| chart.envelope[step].band);
            assert_eq!(
                text(&table, row, "threshold_range").is_empty(),
                band.is_none()
            );
            if let Some(band) = band {
                thresholds += 1;
                if let (BreakEven::Above(best), BreakEven::Above(worst)) = (band.best, band.worst) {
                    assert_eq!(number(&table, row, "cheapest_from_usd_low"), Some(best));
                    assert_eq!(number(&table, row, "cheapest_from_usd_high"), Some(worst));
                }
                let before = chart.envelope[step.expect("it has a band") - 1].line;
                let before = route_id(&state, chart.lines[before].route);
                assert_eq!(text(&table, row, "cheaper_than"), before);
            }
        }
        let stated: Vec<f64> = table
            .rows
            .iter()
            .filter_map(|row| number(&table, row, "cheapest_from_usd"))
            .collect();
        assert_eq!(stated.len(), chart.envelope.len(), "{name}");
        // Every route is named in the words below the picture.
        let notes = caption.notes.join(" ");
        assert!(
            chart.lines.iter().all(|line| notes.contains(&line.label)),
            "{name}"
        );
    }
    assert!(thresholds >= 6, "{thresholds}");
}

#[test]
fn the_ranking_has_every_row_on_screen_in_its_order() {
    for (name, state) in views() {
        let (_, table) = data(&state, "routes");
        let comparison = state.derived.transit.comparison.get().expect("computed");
        let rows = state.derived.transit.rows.get().expect("computed");
        let on_screen = rows.iter().filter(|row| **row != RouteRow::NotComparedHead);
        assert_eq!(table.rows.len(), on_screen.clone().count(), "{name}");
        for (row, shown) in table.rows.iter().zip(on_screen) {
            let known = match shown {
                RouteRow::Ranked(at) => {
                    let ranked = &comparison.ranked[*at];
                    assert_eq!(*cell(&table, row, "rank"), Cell::count(at + 1));
                    assert_eq!(text(&table, row, "compared"), "yes");
                    assert_band(
                        &table,
                        row,
                        "cost_with_time_usd",
                        Some(ranked.generalised_usd),
                    );
                    assert!(list(&table, row, "not_compared_because").is_empty());
                    &ranked.known
                }
                RouteRow::NotCompared(at) => {
                    let other = &comparison.not_compared[*at];
                    assert_eq!(*cell(&table, row, "rank"), Cell::Missing);
                    assert_eq!(text(&table, row, "compared"), "no");
                    let reasons = list(&table, row, "not_compared_because");
                    assert_eq!(reasons.len(), other.reasons.len());
                    assert!(!reasons.is_empty());
                    &other.known
                }
                RouteRow::NotComparedHead => unreachable!("left out above"),
            };
            assert_eq!(text(&table, row, "route_id"), route_id(&state, known.route));
            assert_band(&table, row, "days", known.days.band);
            assert_band(&table, row, "cost_usd_feu", known.cost.band);
            assert_band(&table, row, "emissions_t_co2e", known.emissions.tonnes_co2e);
            assert_eq!(list(&table, row, "days_source_ids"), known.days.sources);
            assert_eq!(list(&table, row, "cost_source_ids"), known.cost.sources);
        }
    }
}

fn assert_quotes(state: &AppState, id: &str, key: &str, history: &History) -> usize {
    let (caption, table) = data(state, id);
    assert_eq!(table.rows.len(), history.quotes.len(), "{id}");
    assert_eq!(caption.sources, history.sources);
    let mut drawn = 0;
    for (row, quote) in table.rows.iter().zip(&history.quotes) {
        let seen = &state.dataset.catalog.data().transit.observations[quote.observation];
        let stated = [
            (
                key.to_owned(),
                quote.stated.and_then(|stated| stated.typical),
            ),
            (
                format!("{key}_low"),
                quote.stated.and_then(|stated| stated.low),
            ),
            (
                format!("{key}_high"),
                quote.stated.and_then(|stated| stated.high),
            ),
            ("stated_typical".to_owned(), seen.typical),
            ("stated_low".to_owned(), seen.low),
            ("stated_high".to_owned(), seen.high),
            ("drawn_at_year".to_owned(), quote.at_year),
            (
                "from_year".to_owned(),
                quote.years.map(|years| f64::from(years.from)),
            ),
            (
                "to_year".to_owned(),
                quote.years.map(|years| f64::from(years.to)),
            ),
        ];
        for (key, value) in stated {
            assert_eq!(number(&table, row, &key), value, "{id} {key}");
        }
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        assert_eq!(text(&table, row, "drawn"), yes(quote.stated.is_some()));
        assert_eq!(text(&table, row, "counts"), yes(quote.left_out.is_none()));
        let because = text(&table, row, "left_out_because");
        assert_eq!(because.is_empty(), quote.left_out.is_none());
        assert_eq!(text(&table, row, "stated_unit"), seen.unit);
        assert_eq!(list(&table, row, "source_ids"), &seen.sources[..]);
        drawn += usize::from(quote.stated.is_some());
    }
    drawn
}

#[test]
fn quoted_figures_are_those_of_the_route_in_the_inspector() {
    let mut drawn = 0;
    for (name, state) in views() {
        println!("{name}");
        let detail = state.derived.transit.route.get().expect("computed");
        let detail = detail.as_ref().as_ref().expect("a route");
        drawn += assert_quotes(&state, "route-days", "days", &detail.days);
        drawn += assert_quotes(&state, "route-cost", "cost_usd_feu", &detail.cost);
    }
    assert!(drawn > 50, "{drawn}");
}

#[test]
fn legs_and_their_sums_are_those_of_the_inspector() {
    for (name, state) in views() {
        let (_, table) = data(&state, "route-legs");
        let detail = state.derived.transit.route.get().expect("computed");
        let detail = detail.as_ref().as_ref().expect("a route");
        let route = &state.dataset.catalog.data().transit.routes[detail.route];
        let legs = |row: &&Vec<Cell>| *cell(&table, row, "leg") != Cell::Missing;
        let own: Vec<&Vec<Cell>> = table.rows.iter().filter(legs).collect();
        assert_eq!(own.len(), route.legs.len(), "{name}");
        for ((row, leg), view) in own.into_iter().zip(&route.legs).zip(&detail.legs.legs) {
            assert_eq!(text(&table, row, "from_id"), leg.from);
            assert_eq!(text(&table, row, "to_id"), leg.to);
            assert_eq!(number(&table, row, "length_km"), view.length.km());
            assert_eq!(number(&table, row, "share_of_length"), view.share);
            let is = match view.length {
                LegLength::Stated(_) => "stated",
                LegLength::Estimated(_) => "estimated",
                LegLength::Missing => "not known",
            };
            assert_eq!(text(&table, row, "length_is"), is);
            assert_eq!(number(&table, row, "days"), leg.days_typical);
            assert_eq!(number(&table, row, "days_low"), leg.days_low);
            assert_eq!(number(&table, row, "days_high"), leg.days_high);
        }
        let part = |part: &str| {
            let mut rows = table.rows.iter();
            rows.find(|row| text(&table, row, "part") == part)
        };
        let (km, days) = (&detail.legs.km, &detail.legs.days);
        let parts = [
            ("Sum of the known legs", km.known, days.known),
            (
                "Quoted for the whole route",
                km.quoted.band,
                days.quoted.band,
            ),
        ];
        for (words, km, days) in parts {
            let row = part(words);
            assert_eq!(
                row.is_some(),
                km.is_some() || days.is_some(),
                "{name}: {words}"
            );
            if let Some(row) = row {
                assert_band(&table, row, "length_km", km);
                assert_band(&table, row, "days", days);
            }
        }
        let circle = part("Great circle between the ends").expect("both ends have a place");
        assert_eq!(
            number(&table, circle, "length_km"),
            detail.legs.great_circle_km
        );
        assert_eq!(number(&table, circle, "detour_ratio"), detail.legs.circuity);
        let difference = part("Quoted less known");
        assert_eq!(
            difference.and_then(|row| number(&table, row, "days")),
            days.not_located
        );
    }
}

#[test]
fn the_route_is_the_selected_one_else_the_first_of_the_ranking_and_the_title_names_it() {
    let state = asked(&[]);
    let comparison = state.derived.transit.comparison.get().expect("computed");
    let first = &comparison.ranked[0].known;
    let first = &state.dataset.catalog.data().transit.routes[first.route];
    let chosen = state
        .dataset
        .catalog
        .route("titr-blacksea")
        .expect("a route");
    assert_ne!(first.id, chosen.id);
    let selected = asked(&[select(&chosen.id)]);
    for id in ["route-days", "route-cost", "route-legs"] {
        let (caption, _) = data(&state, id);
        assert!(
            caption.title.contains(&first.name["en"]),
            "{}",
            caption.title
        );
        assert!(caption.notes[0].starts_with("No route was chosen"));
        let (caption, _) = data(&selected, id);
        assert!(
            caption.title.contains(&chosen.name["en"]),
            "{}",
            caption.title
        );
        assert!(!caption.notes[0].starts_with("No route was chosen"));
    }
}

#[test]
fn the_guard_of_scopes_stands_below_every_comparison() {
    let guard = "Figures of another scope measure another trip";
    let mixed = "a border-to-border time is not a door-to-door time";
    for (name, state) in views() {
        let is_mixed = name.starts_with("mixed");
        for id in ["time-cost", "value-cost", "routes"] {
            let (caption, _) = data(&state, id);
            let notes = caption.notes.join(" ");
            assert_eq!(notes.contains(mixed), is_mixed, "{name} {id}: {notes}");
            assert_eq!(notes.contains(guard), !is_mixed, "{name} {id}: {notes}");
            if is_mixed {
                assert!(notes.contains("Promises and plans count too"), "{notes}");
            }
        }
    }
    let rail = asked(&[TransitAction::ToggleMode(Mode::Rail)]);
    assert_eq!(data(&rail, "time-cost").0.filter, "modes Rail");
    assert_eq!(data(&asked(&[]), "time-cost").0.filter, "");
}

#[test]
fn what_cannot_be_compared_is_refused_with_a_reason() {
    let years = Years {
        from: 1990,
        to: 1991,
    };
    let state = asked(&[TransitAction::Years(Some(years))]);
    for id in ["time-cost", "value-cost"] {
        assert!(reason(&state, id).starts_with("No route can be compared"));
    }
    for id in ["route-days", "route-cost", "route-legs"] {
        assert!(reason(&state, id).starts_with("No route can be shown"));
    }
    // The table says for each route why not.
    let (_, table) = data(&state, "routes");
    let all = state.dataset.catalog.data().transit.routes.len();
    assert_eq!(table.rows.len(), all);
}
