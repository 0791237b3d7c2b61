//! Filters and facets of projects against brute force, and the bridge between naive and clean sums.

use crate::common;

use belt_explorer::{
    analysis::projects::{
        AmountFilter, Choice, FACETS, Filter, InvestmentOptions, InvestmentUnit, LeftOut,
        MoneyStage, ProjectTable, StackBy, YearBar, YearBasis, apply, bridge, conflicts_of,
        investment_chart, median_m, size_step, step_from_m,
    },
    dataset::{
        catalog::Catalog,
        read::ron_options,
        schema::{Dataset, Id, Project, Role},
    },
};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

/// The values of a project for a facet, found without the columns.
fn values_of(catalog: &Catalog, project: &Project, facet: &str) -> BTreeSet<String> {
    let partner = |id: &str| {
        let organisation = catalog.organisation(id).expect("checked");
        organisation.country.as_deref() == Some(catalog.partner())
    };
    let mut values: BTreeSet<String> = match facet {
        "group" => [catalog
            .sector(&project.sector)
            .expect("checked")
            .group
            .clone()]
        .into(),
        "sector" => [project.sector.to_string()].into(),
        "status" => project
            .status
            .last()
            .map(|entry| entry.status.to_string())
            .into_iter()
            .collect(),
        "region" => project.regions.iter().map(Id::to_string).collect(),
        "party" => {
            let parties = project
                .parties
                .iter()
                .map(|party| party.organisation.to_string());
            parties.filter(|id| partner(id)).collect()
        }
        "host" | "contractor" | "lender" => {
            let parties = project.parties.iter().filter(|party| {
                let organisation = catalog.organisation(&party.organisation).expect("checked");
                match facet {
                    "host" => organisation.country.as_deref() == Some(catalog.home()),
                    "contractor" => party.role == Role::Contractor,
                    _ => party.role == Role::Lender,
                }
            });
            parties
                .map(|party| party.organisation.to_string())
                .collect()
        }
        "place" => {
            let place = project.place.iter();
            place
                .map(|place| format!("{:?}", place.precision).to_lowercase())
                .collect()
        }
        "evidence" => {
            let mut ids: Vec<&Id> = project.sources.iter().collect();
            ids.extend(project.figures.iter().flat_map(|figure| &figure.sources));
            ids.extend(project.status.iter().flat_map(|state| &state.sources));
            let kinds = ids
                .into_iter()
                .map(|id| catalog.source(id).expect("checked").kind);
            kinds
                .map(|kind| format!("{kind:?}").to_lowercase())
                .collect()
        }
        "proof" => {
            let kinds = values_of(catalog, project, "evidence");
            let has = |any: &[&str]| any.iter().any(|kind| kinds.contains(*kind));
            let proof = [
                ("official", has(&["official", "statistics"])),
                ("collected", has(&["dataset", "research"])),
                ("company", has(&["company"])),
                ("press", has(&["news", "wiki"])),
            ];
            let best = proof.into_iter().find(|(_, found)| *found);
            best.map(|(id, _)| id.to_owned()).into_iter().collect()
        }
        "contested" => [yes_or_no(project.controversy.is_some())].into(),
        "conflict" => {
            let figures = !conflicts_of(project).is_empty();
            [yes_or_no(figures || !project.disagreements.is_empty())].into()
        }
        _ => panic!("no such facet: {facet}"),
    };
    if values.is_empty() {
        values.insert(String::new());
    }
    values
}

fn yes_or_no(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

const COMPARED: [&str; 13] = [
    "group",
    "sector",
    "status",
    "region",
    "party",
    "host",
    "contractor",
    "lender",
    "place",
    "evidence",
    "proof",
    "contested",
    "conflict",
];

/// Whether a project passes a filter, found the slow way.
fn passes(catalog: &Catalog, project: &Project, filter: &Filter, but: Option<&str>) -> bool {
    COMPARED
        .iter()
        .filter(|facet| Some(**facet) != but)
        .all(|facet| {
            let Some(choice) = filter.facets.get(*facet) else {
                return true;
            };
            let values = values_of(catalog, project, facet);
            let included = choice.include.is_empty() || !choice.include.is_disjoint(&values);
            included && choice.exclude.is_disjoint(&values)
        })
}

pub(super) fn any_filter() -> impl Strategy<Value = Filter> {
    let (catalog, _) = &*DATA;
    let mut by_facet = Vec::new();
    for facet in COMPARED {
        let all: BTreeSet<String> = catalog
            .data()
            .projects
            .iter()
            .flat_map(|project| values_of(catalog, project, facet))
            .collect();
        let all: Vec<String> = all.into_iter().collect();
        by_facet.push((facet, all));
    }
    let choice = |all: Vec<String>| {
        let some = proptest::sample::subsequence(all.clone(), 0..=all.len().min(3));
        let none = proptest::sample::subsequence(all.clone(), 0..=all.len().min(2));
        (some, none).prop_map(|(include, exclude)| Choice {
            include: include.into_iter().collect(),
            exclude: exclude.into_iter().collect(),
        })
    };
    let parts: Vec<_> = by_facet
        .into_iter()
        .map(|(facet, all)| (Just(facet), proptest::option::weighted(0.4, choice(all))))
        .collect();
    parts.prop_map(|parts| {
        let chosen = parts
            .into_iter()
            .filter_map(|(facet, choice)| Some((facet.to_owned(), choice?)));
        Filter {
            facets: chosen.filter(|(_, choice)| !choice.is_empty()).collect(),
            ..Filter::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn rows_and_facet_counts_equal_brute_force(filter in any_filter()) {
        let (catalog, table) = &*DATA;
        let result = apply(table, &filter, MoneyStage::Latest, YearBasis::Announced);
        let expected: Vec<usize> = catalog.data().projects.iter().enumerate()
            .filter(|(_, project)| passes(catalog, project, &filter, None))
            .map(|(row, _)| row)
            .collect();
        prop_assert_eq!(result.rows.ones().collect::<Vec<_>>(), expected);
        for (position, facet) in FACETS.iter().enumerate().filter(|(_, facet)| COMPARED.contains(&facet.id)) {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for project in &catalog.data().projects {
                if passes(catalog, project, &filter, Some(facet.id)) {
                    for value in values_of(catalog, project, facet.id) {
                        *counts.entry(value).or_default() += 1;
                    }
                }
            }
            for (value, count) in table.facets[position].values.iter().zip(&result.facets[position].values) {
                prop_assert_eq!(count.count, counts.get(&value.id).copied().unwrap_or(0), "{} {}", facet.id, value.id);
            }
        }
    }

    #[test]
    fn the_order_of_choices_does_not_matter(filter in any_filter()) {
        let (_, table) = &*DATA;
        let all = apply(table, &filter, MoneyStage::Latest, YearBasis::Announced).rows;
        let mut one_by_one = apply(table, &Filter::default(), MoneyStage::Latest, YearBasis::Announced).rows;
        for (facet, choice) in filter.facets.iter().rev() {
            let alone = Filter { facets: [(facet.clone(), choice.clone())].into(), ..Filter::default() };
            one_by_one.intersect_with(&apply(table, &alone, MoneyStage::Latest, YearBasis::Announced).rows);
        }
        prop_assert_eq!(all, one_by_one);
    }

    #[test]
    fn the_parts_of_the_chart_sum_to_what_the_notices_say(filter in any_filter(), unit in 0_usize..2, stack in 0_usize..StackBy::ALL.len()) {
        let (catalog, table) = &*DATA;
        let options = InvestmentOptions {
            unit: [InvestmentUnit::Money, InvestmentUnit::Count][unit],
            stack: StackBy::ALL[stack],
            ..InvestmentOptions::default()
        };
        let filtered = apply(table, &filter, options.stage, options.basis);
        let chart = investment_chart(catalog, table, &filtered.rows, &filtered.rows, options);
        prop_assert_eq!(chart.notices.shown, filtered.count);
        let drawn: f64 = chart.bars.iter().map(YearBar::total).sum();
        let undated = chart.notices.undated.1;
        let expected: f64 = match options.unit {
            InvestmentUnit::Count => f64::from(u32::try_from(chart.notices.drawn).unwrap()),
            _ => filtered.rows.ones().filter_map(|row| table.counted_m(row, options.stage)).sum::<f64>() - undated,
        };
        prop_assert!((drawn - expected).abs() < 1e-6 * expected.abs().max(1.0), "{drawn} {expected}");
    }

    #[test]
    fn the_bridge_leads_from_everything_to_what_counts(filter in any_filter(), stage in 0_usize..MoneyStage::ALL.len()) {
        let (catalog, table) = &*DATA;
        let options = InvestmentOptions { stage: MoneyStage::ALL[stage], ..InvestmentOptions::default() };
        let filtered = apply(table, &filter, options.stage, options.basis);
        let bridge = bridge(table, &filtered.rows, options.stage);
        prop_assert_eq!(bridge.naive.count(), filtered.count);
        let off: f64 = bridge.taken_off.iter().map(|(_, pile)| pile.money_m).sum();
        prop_assert!((bridge.naive.money_m - off - bridge.clean.money_m).abs() < 1e-6);
        let counted: f64 = filtered.rows.ones().filter_map(|row| table.counted_m(row, options.stage)).sum();
        prop_assert!((bridge.clean.money_m - counted).abs() < 1e-6);
        let chart = investment_chart(catalog, table, &filtered.rows, &filtered.rows, options);
        for (reason, pile) in &bridge.taken_off {
            let (count, money_m) = chart.notices.left_out.get(reason).copied().unwrap_or_default();
            prop_assert_eq!(pile.with_money, count);
            prop_assert!((pile.money_m - money_m).abs() < 1e-6);
        }
    }
}

/// A framework of 1,000 with parts of 300 and 250, a project of 120, and the loan of 90 for it
/// as a record of its own (`formulas` E2).
const WORKED: &str = r#"(
    projects: [
        (id: "framework", name: {}, sector: "s", figures: [(what: Cost, kind: Agreed, value: 1000, unit: "USD m", sources: [])], sources: []),
        (id: "one", name: {}, sector: "s", part_of: "framework", figures: [(what: Cost, kind: Agreed, value: 300, unit: "USD m", sources: [])], sources: []),
        (id: "two", name: {}, sector: "s", part_of: "framework", figures: [(what: Cost, kind: Agreed, value: 250, unit: "USD m", sources: [])], sources: []),
        (id: "three", name: {}, sector: "s", figures: [(what: Cost, kind: Agreed, value: 120, unit: "USD m", sources: [])], sources: []),
        (id: "loan", name: {}, sector: "s", overlaps: ["three"], figures: [(what: Loan, kind: Agreed, value: 90, unit: "USD m", sources: [])], sources: []),
        (id: "silent", name: {}, sector: "s", sources: []),
    ],
    meta: (schema: 1, id: "e", version: "1", title: {}, home: "A", partner: "B", as_of: "2020", currency: "USD"),
)"#;

#[test]
fn the_worked_example_goes_from_1_760_to_670() {
    let data = ron_options()
        .from_str::<Dataset>(WORKED)
        .expect("a dataset");
    let table = ProjectTable::build(&Catalog::build(data));
    let all = apply(
        &table,
        &Filter::default(),
        MoneyStage::Latest,
        YearBasis::Announced,
    );
    let bridge = bridge(&table, &all.rows, MoneyStage::Latest);
    assert!((bridge.naive.money_m - 1_760.0).abs() < 1e-9);
    assert!((bridge.clean.money_m - 670.0).abs() < 1e-9);
    assert_eq!(
        (bridge.clean.with_money, bridge.clean.without_money),
        (3, 1)
    );
    let off: Vec<(LeftOut, f64)> = bridge
        .taken_off
        .iter()
        .map(|(reason, pile)| (*reason, pile.money_m))
        .collect();
    assert_eq!(
        off,
        [(LeftOut::Umbrella, 1_000.0), (LeftOut::Overlap, 90.0)]
    );
}

#[test]
fn a_reason_lists_exactly_what_it_takes_off() {
    let (_, table) = &*DATA;
    let all = apply(
        table,
        &Filter::default(),
        MoneyStage::Latest,
        YearBasis::Announced,
    );
    let bridge = bridge(table, &all.rows, MoneyStage::Latest);
    assert!(!bridge.taken_off.is_empty(), "the default dataset has some");
    for (reason, pile) in bridge.taken_off {
        let choice = Choice {
            include: [reason.id().to_owned()].into(),
            ..Choice::default()
        };
        let filter = Filter {
            facets: [(LeftOut::FACET.to_owned(), choice)].into(),
            ..Filter::default()
        };
        let listed = apply(table, &filter, MoneyStage::Latest, YearBasis::Announced);
        assert_eq!(listed.count, pile.count());
        let right = |row| table.left_out[row] == Some(reason);
        assert!(listed.rows.ones().all(right));
    }
}

proptest! {
    #[test]
    fn amounts_filter_like_a_loop_and_their_steps_count_what_they_would_keep(
        filter in any_filter(),
        bounds in (0.0..4.0_f64, 0.0..2.0_f64, any::<bool>()),
        stage in 0_usize..MoneyStage::ALL.len(),
    ) {
        let (_, table) = &*DATA;
        let stage = MoneyStage::ALL[stage];
        let (from, more, or_not_stated) = bounds;
        let (from_m, to_m) = (10_f64.powf(from), 10_f64.powf(from + more));
        let amount = AmountFilter::Range { from_m: Some(from_m), to_m: Some(to_m), or_not_stated };
        let without = apply(table, &filter, stage, YearBasis::Announced);
        let with = Filter { amount: Some(amount), ..filter };
        let result = apply(table, &with, stage, YearBasis::Announced);
        let expected: Vec<usize> = without.rows.ones().filter(|row| {
            let stated = table.amount(*row, stage).map(|amount| amount.money_m);
            stated.map_or(or_not_stated, |money_m| money_m >= from_m && money_m <= to_m)
        }).collect();
        prop_assert_eq!(result.rows.ones().collect::<Vec<_>>(), expected);
        // Under all filters but the amount: the same with and without it.
        prop_assert_eq!(&result.sizes, &without.sizes);
        let counted: usize = result.sizes.steps.values().sum();
        prop_assert_eq!(counted + result.sizes.not_stated, without.count);
    }

    #[test]
    fn a_step_holds_the_amounts_from_its_beginning_to_the_next(exponent in -1.9..5.9_f64) {
        let money_m = 10_f64.powf(exponent);
        let step = size_step(money_m);
        prop_assert!(step_from_m(step) <= money_m * (1.0 + 1e-9));
        prop_assert!(money_m < step_from_m(step + 1) * (1.0 + 1e-9));
    }
}

#[test]
fn the_median_is_the_middle_of_what_states_an_amount() {
    let data = ron_options()
        .from_str::<Dataset>(WORKED)
        .expect("a dataset");
    let table = ProjectTable::build(&Catalog::build(data));
    let median = |filter: &Filter| {
        let kept = apply(&table, filter, MoneyStage::Latest, YearBasis::Announced);
        median_m(&table, &kept, MoneyStage::Latest)
    };
    assert_eq!(
        median(&Filter::default()),
        Some(250.0),
        "of 90, 120, 250, 300, 1,000"
    );
    let below = AmountFilter::Range {
        from_m: None,
        to_m: Some(300.0),
        or_not_stated: true,
    };
    let filter = Filter {
        amount: Some(below),
        ..Filter::default()
    };
    assert_eq!(median(&filter), Some(185.0), "of 90, 120, 250, 300");
    let filter = Filter {
        amount: Some(AmountFilter::NotStated),
        ..Filter::default()
    };
    assert_eq!(median(&filter), None);
}
