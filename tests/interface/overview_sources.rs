//! The Overview and Sources tabs through the interface: found by accessible name, numbers as in the dataset.

use crate::common;

use belt_explorer::app::{
    Action, AppState, Tab, View, settings::ThemeChoice, state::OpenDataset, update,
    view::OverviewRecord,
};
use belt_explorer::dataset::schema::{Dataset, Flow, Ids, Source};
use belt_explorer::dataset::{catalog::Catalog, read::Origin};
use belt_explorer::ui::Window;
use common::{SIZES, labels, state_with, window};
use eframe::egui::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

type Open = Harness<'static, Window>;

fn open(tab: Tab, theme: ThemeChoice, size: [f32; 2]) -> Open {
    window(
        state_with(View {
            tab,
            ..View::default()
        }),
        size,
        theme,
    )
}

fn app(harness: &Open) -> &AppState {
    harness.state().state()
}

/// Whether a text is part of anything on screen.
fn shows(harness: &Open, text: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(text))
}

fn data(harness: &Open) -> &Dataset {
    app(harness).dataset.catalog.data()
}

#[test]
fn both_tabs_open_by_name_in_both_themes_and_sizes() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        for size in SIZES {
            let mut harness = open(Tab::Projects, theme, size);
            harness.get_by_role_and_label(Role::Tab, "Overview").click();
            harness.run();
            assert!(shows(&harness, "Events. "));
            assert!(shows(
                &harness,
                "The official list over time. Projects on the list"
            ));
            harness.get_by_role_and_label(Role::Tab, "Sources").click();
            harness.run();
            harness.get_by_label("Search sources");
            harness.get_by_label("Sort by Figures");
        }
    }
}

#[test]
fn the_answer_counts_what_the_dataset_holds() {
    let harness = open(Tab::Overview, ThemeChoice::Light, SIZES[0]);
    let data = data(&harness);
    let all = labels(&harness);
    let answer = all
        .iter()
        .find(|label| label.contains(" claims, "))
        .expect("an answer");
    let values: usize = data.series.iter().map(|series| series.values.len()).sum();
    let numbers = [
        data.projects.len(),
        data.claims.len(),
        data.events.len(),
        data.sources.len(),
        values,
    ];
    let plain = answer.replace(',', "");
    for number in numbers {
        assert!(plain.contains(&number.to_string()), "{number} in {answer}");
    }
}

#[test]
fn the_turnover_of_both_recorders_is_that_of_their_series() {
    let harness = open(Tab::Overview, ThemeChoice::Light, SIZES[0]);
    let overview = app(&harness)
        .derived
        .overview
        .overview
        .get()
        .expect("computed");
    let turnover = overview.turnover.as_ref().expect("turnover");
    let series = &data(&harness).series;
    for mark in &turnover.marks {
        // Some pair of an export and an import series of the recorder adds up to the mark.
        let of = |partner: bool| {
            series.iter().filter(move |series| {
                let ends = (series.reporter.as_deref(), series.partner.as_deref());
                let between =
                    [(Some("KAZ"), Some("CHN")), (Some("CHN"), Some("KAZ"))].contains(&ends);
                let flow = series.flow == Some(Flow::Import);
                let whole = series.product.is_none() && series.months.is_none();
                between && whole && series.recorder == mark.recorder && flow == partner
            })
        };
        let year = turnover.year;
        let sums = of(false).flat_map(|export| {
            of(true).filter_map(move |import| {
                Some(export.values.get(&year)? + import.values.get(&year)?)
            })
        });
        assert!(
            sums.into_iter().any(|sum| (sum - mark.value).abs() < 1e-6),
            "{}",
            mark.recorder
        );
        let shown = format!("{:.1}", mark.value / 1000.0);
        let title = format!("Trade in goods, {year}: ");
        let picture = labels(&harness)
            .into_iter()
            .find(|label| label.starts_with(&title) && label.contains(" · "));
        assert!(
            picture.is_some_and(|words| words.contains(&shown)),
            "{shown} is not on screen"
        );
    }
}

#[test]
fn a_claim_opens_with_its_verdict_and_leads_to_the_list() {
    let mut harness = open(Tab::Overview, ThemeChoice::Light, SIZES[1]);
    harness
        .get_by_label_contains("$5.5bn: The eleven projects")
        .click();
    harness.run();
    let selected = app(&harness).view.overview.selected.clone();
    assert_eq!(selected, Some(OverviewRecord::Claim("c007".to_owned())));
    assert!(shows(&harness, "claim is 22 % below it"));
    harness
        .query_all_by_label("The list as stated →")
        .next()
        .expect("a way to the list")
        .click();
    harness.run();
    assert!(matches!(
        app(&harness).view.overview.selected,
        Some(OverviewRecord::ListState(..))
    ));
    // The parts of that statement add up to more than its whole, and the program says so.
    assert!(shows(
        &harness,
        "The stated parts exceed the whole by $710m."
    ));
    // Looking around leaves nothing to undo.
    assert_eq!(app(&harness).history.undo_label(), None);
}

#[test]
fn a_figure_is_a_doorway() {
    let mut harness = open(Tab::Overview, ThemeChoice::Light, SIZES[0]);
    harness
        .get_by_label("Projects described: Open Projects")
        .click();
    harness.run();
    assert_eq!(app(&harness).view.tab, Tab::Projects);
}

#[test]
fn a_dataset_without_records_says_what_it_lacks() {
    let text = r#"#![enable(implicit_some)] (meta: (schema: 1, id: "empty", version: "1", title: {"en": "Empty"}, home: "AAA",
        partner: "BBB", as_of: "2024", currency: "USD", language: "en"))"#;
    let data: Dataset = ron::from_str(text).expect("a dataset");
    let mut state = state_with(View::default());
    state.dataset = OpenDataset {
        revision: 1,
        ..OpenDataset::new(
            Origin::Embedded,
            Catalog::build(data),
            belt_explorer::dataset::diagnostic::Report::default(),
        )
    };
    update::apply(&mut state, Action::ShowTab(Tab::Overview));
    let mut harness = window(state, SIZES[0], ThemeChoice::Dark);
    for reason in [
        "no headline statement",
        "no official list",
        "no events",
        "no figure",
    ] {
        assert!(shows(&harness, reason), "{reason}");
    }
    harness.get_by_role_and_label(Role::Tab, "Sources").click();
    harness.run();
    assert!(shows(&harness, "This dataset has no sources."));
}

#[test]
fn searching_sources_narrows_the_list_and_undo_brings_it_back() {
    let mut harness = open(Tab::Sources, ThemeChoice::Light, SIZES[0]);
    let all = data(&harness).sources.len();
    assert_eq!(
        app(&harness)
            .derived
            .sources
            .list
            .get()
            .expect("a list")
            .rows
            .len(),
        all
    );
    let field = harness.get_by_label("Search sources");
    field.focus();
    field.type_text("VESTNIK");
    harness.run();
    let has_word = |source: &&Source| {
        let texts = [
            Some(&source.title),
            source.publisher.as_ref(),
            source.url.as_ref(),
            source.method.as_ref(),
            source.note.as_ref(),
            Some(&source.id),
        ];
        texts
            .into_iter()
            .flatten()
            .any(|text| text.to_lowercase().contains("vestnik"))
    };
    let expected = data(&harness).sources.iter().filter(has_word).count();
    let shown = app(&harness)
        .derived
        .sources
        .list
        .get()
        .expect("a list")
        .rows
        .len();
    assert_eq!(shown, expected);
    assert!(expected > 0 && expected < all);
    assert!(shows(&harness, &format!("{expected} of {all} sources")));
    harness.get_by_label("Clear all").click();
    harness.run();
    assert!(app(&harness).view.sources.filter.is_empty());
    assert_eq!(app(&harness).history.undo_label(), Some("undo-filter"));
}

#[test]
fn a_source_lists_what_it_supports_and_leads_back_to_a_project() {
    let mut harness = open(Tab::Sources, ThemeChoice::Light, SIZES[1]);
    let project = data(&harness).projects.first().expect("a project");
    let (id, name, source) = (
        project.id.clone(),
        project.name["en"].to_owned(),
        project.sources[0].clone(),
    );
    let index = app(&harness).derived.sources.uses.get().expect("an index");
    let position = app(&harness)
        .dataset
        .catalog
        .source_index(&source)
        .expect("a source");
    let figures = count_figures(data(&harness), &source);
    assert_eq!(index[position].figures, figures);
    let title = data(&harness).sources[position].title.clone();
    let field = harness.get_by_label("Search sources");
    field.focus();
    field.type_text(&source);
    harness.run();
    let is_row = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().as_deref() == Some(title.as_str())
    };
    harness
        .query_all_by_role(Role::Row)
        .find(is_row)
        .expect("its row")
        .click();
    harness.run();
    harness.get_by_label("Copy the citation");
    harness.get_by_role_and_label(Role::Link, &name).click();
    harness.run();
    assert_eq!(app(&harness).view.tab, Tab::Projects);
    assert_eq!(app(&harness).view.projects.selected, Some(id));
}

/// Figures that rest on a source, counted the long way.
fn count_figures(data: &Dataset, source: &str) -> usize {
    let cites = |sources: &Ids| sources.iter().any(|id| id == source);
    let figures = data.projects.iter().flat_map(|project| &project.figures);
    let mut count = figures.filter(|figure| cites(&figure.sources)).count();
    for series in &data.series {
        for year in series.values.keys() {
            let own = series
                .marks
                .get(year)
                .map(|mark| &mark.sources)
                .filter(|own| !own.is_empty());
            count += usize::from(cites(own.unwrap_or(&series.sources)));
        }
    }
    for state in data
        .programmes
        .iter()
        .flat_map(|programme| &programme.states)
    {
        let parts = [
            state.total,
            state.implemented,
            state.launching,
            state.under_way,
            state.preparation,
        ];
        let numbers: usize = parts
            .iter()
            .map(|part| usize::from(part.count.is_some()) + usize::from(part.money_m.is_some()))
            .sum();
        count += if cites(&state.sources) {
            numbers + usize::from(state.jobs.is_some())
        } else {
            0
        };
    }
    let claims = data
        .claims
        .iter()
        .filter(|claim| claim.value.or(claim.low).or(claim.high).is_some());
    count += claims.filter(|claim| cites(&claim.sources)).count();
    count += data
        .transit
        .observations
        .iter()
        .filter(|item| cites(&item.sources))
        .count();
    count += data
        .transit
        .borders
        .iter()
        .filter(|item| cites(&item.sources))
        .count();
    count += data
        .transit
        .factors
        .iter()
        .filter(|item| cites(&item.sources))
        .count();
    let corridors = data
        .transit
        .corridors
        .iter()
        .filter(|item| item.length_km.is_some());
    count += corridors.filter(|item| cites(&item.sources)).count();
    count += 2 * data
        .transit
        .cargo_presets
        .iter()
        .filter(|item| cites(&item.sources))
        .count();
    for leg in data.transit.routes.iter().flat_map(|route| &route.legs) {
        let numbers = [
            leg.distance_km,
            leg.days_low,
            leg.days_typical,
            leg.days_high,
        ];
        count += if cites(&leg.sources) {
            numbers.iter().flatten().count()
        } else {
            0
        };
    }
    count
}
