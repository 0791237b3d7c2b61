//! What a filter keeps and counts, and the pictures of it, compared with a plain loop over all projects,
//! query after query: what is kept from one query must not change the next one.

mod pictures;
mod plain;

use crate::common;
use belt_explorer::{
    analysis::{
        map::GeoBox,
        projects::{
            AmountFilter, Choice, Column, FACETS, Filter, InvestmentOptions, InvestmentUnit,
            MOST_DRAWN, MoneyStage, ProjectTable, SortKey, StackBy, YearBasis, apply, bridge,
            investment_chart, kept, median_m, money_ladder, project_map, project_rows,
        },
    },
    dataset::{
        catalog::Catalog,
        generate::{self, Plan},
        read::ron_options,
        schema::Dataset,
    },
};
use proptest::prelude::*;
use std::sync::LazyLock;

type Data = (Catalog, ProjectTable);

/// Of how many projects the sum of the others is subtracted from the sum of all.
const MANY: u64 = 51_000;

static EMBEDDED: LazyLock<Data> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});
static FEW: LazyLock<Data> = LazyLock::new(|| made_up(1_500, 3));
static LARGE: LazyLock<Data> = LazyLock::new(|| made_up(MANY, 4));

fn made_up(projects: u64, seed: u64) -> Data {
    let mut text = Vec::new();
    generate::write(Plan { projects, seed }, &mut text).expect("room in memory");
    let text = String::from_utf8(text).expect("a text");
    let data: Dataset = ron_options().from_str(&text).expect("a dataset");
    let catalog = Catalog::build(data);
    let table = ProjectTable::build(&catalog);
    (catalog, table)
}

/// Words that occur often, seldom and never, as they are typed; phrases over several words.
const WORDS: [&str; 18] = [
    "",
    "a",
    "al",
    "alm",
    "rail",
    "railw",
    "railway",
    "solar",
    "zzz",
    "e o",
    "\"a g\"",
    "\"r pa\" so",
    "y-",
    "-",
    "\"solar park\"",
    "1",
    "қаз",
    "中",
];

fn any_choice(
    table: &'static ProjectTable,
    facet: usize,
) -> impl Strategy<Value = (String, Choice)> {
    let column = &table.facets[facet];
    // Of long lists the first are enough.
    let ids: Vec<String> = column.values.iter().map(|value| value.id.clone()).collect();
    let ids: Vec<String> = ids.into_iter().take(30).collect();
    let some = proptest::sample::subsequence(ids.clone(), 0..=ids.len().min(3));
    let none = proptest::sample::subsequence(ids.clone(), 0..=ids.len().min(2));
    (some, none).prop_map(move |(include, exclude)| {
        let choice = Choice {
            include: include.into_iter().collect(),
            exclude: exclude.into_iter().collect(),
        };
        (FACETS[facet].id.to_owned(), choice)
    })
}

fn any_filter(table: &'static ProjectTable) -> impl Strategy<Value = Filter> {
    let facets: Vec<_> = (0..FACETS.len())
        .map(|facet| proptest::option::weighted(0.12, any_choice(table, facet)))
        .collect();
    let years = (0_usize..3, 2008..2024, 0..12);
    let years = years.prop_map(|(basis, from, more)| (YearBasis::ALL[basis], from, from + more));
    let amount = (0.0..3.0_f64, 0.0..2.0_f64, any::<bool>(), any::<bool>());
    let amount = amount.prop_map(|(from, more, or_not_stated, range)| {
        let range = range.then(|| AmountFilter::Range {
            from_m: Some(10_f64.powf(from)),
            to_m: Some(10_f64.powf(from + more)),
            or_not_stated,
        });
        range.unwrap_or(AmountFilter::NotStated)
    });
    let area = (
        40.0..52.0_f64,
        1.0..10.0_f64,
        -41.0..80.0_f64,
        1.0..20.0_f64,
    );
    let area = area.prop_map(|(south, high, west, wide)| GeoBox {
        south,
        north: south + high,
        west,
        east: west + wide,
    });
    let text = proptest::sample::select(&WORDS[..]);
    let years = proptest::option::weighted(0.25, years);
    let amount = proptest::option::weighted(0.25, amount);
    let area = proptest::option::weighted(0.15, area);
    (text, facets, years, amount, area).prop_map(|(text, facets, years, amount, area)| Filter {
        text: text.to_owned(),
        facets: facets.into_iter().flatten().collect(),
        years,
        amount,
        area,
    })
}

fn any_options() -> impl Strategy<Value = InvestmentOptions> {
    let stages = proptest::sample::select(&MoneyStage::ALL[..]);
    let bases = proptest::sample::select(&YearBasis::ALL[..]);
    let stacks = proptest::sample::select(&StackBy::ALL[..]);
    let units = [InvestmentUnit::Money, InvestmentUnit::Count];
    let units = proptest::sample::select(units.to_vec());
    (stages, bases, stacks, units).prop_map(|(stage, basis, stack, unit)| InvestmentOptions {
        unit,
        stack,
        basis,
        stage,
        ..InvestmentOptions::default()
    })
}

fn check(
    (catalog, table): &Data,
    filter: &Filter,
    options: InvestmentOptions,
) -> Result<(), TestCaseError> {
    let (stage, basis) = (options.stage, options.basis);
    let plain = plain::filtered(table, filter, stage, basis);
    let result = apply(table, filter, stage, basis);
    prop_assert_eq!(result.count, plain.rows.len());
    // Not with what differs, which can be very many rows.
    prop_assert!(result.rows.ones().eq(plain.rows.iter().copied()));
    prop_assert!(kept(table, filter, stage) == result.rows);
    prop_assert_eq!(&result.year_counts, &plain.years);
    prop_assert_eq!(&result.sizes.steps, &plain.steps);
    prop_assert_eq!(result.sizes.not_stated, plain.not_stated);
    for (facet, (counts, expected)) in result.facets.iter().zip(&plain.facets).enumerate() {
        prop_assert_eq!(counts.values.len(), expected.len());
        for (value, (tally, expected)) in counts.values.iter().zip(expected).enumerate() {
            let id = FACETS[facet].id;
            prop_assert_eq!(tally.count, expected.count, "{} {}", id, value);
            prop_assert_eq!(tally.with_money, expected.with_money, "{} {}", id, value);
            let same = plain::close(tally.stated_m(), expected.stated_m());
            prop_assert!(same, "{} {}: {:?} {:?}", id, value, tally, expected);
        }
    }
    let rows = &plain.rows;
    prop_assert_eq!(
        median_m(table, &result, stage),
        plain::median(table, rows, stage)
    );
    let way = bridge(table, &result.rows, stage);
    prop_assert_eq!(plain::piles(&way), plain::bridge(table, rows, stage));
    let ladder = money_ladder(table, &result);
    prop_assert!(plain::is_ladder(table, rows, &ladder), "{:?}", ladder);

    let chart = investment_chart(catalog, table, &result.rows, &result.rows, options);
    let (notices, sources, bars) = plain::chart(catalog, table, rows, options);
    prop_assert!(chart.source_ids(catalog) == sources);
    prop_assert!(plain::close(
        Some(chart.notices.undated.1),
        Some(notices.undated.1)
    ));
    for (why, (count, money_m)) in &notices.left_out {
        let own = chart.notices.left_out.get(why).copied().unwrap_or_default();
        prop_assert_eq!(own.0, *count);
        prop_assert!(plain::close(Some(own.1), Some(*money_m)));
    }
    let counts = |notices: &belt_explorer::analysis::projects::Notices| {
        let left_out = notices.left_out.keys().copied().collect::<Vec<_>>();
        let projects = [notices.shown, notices.drawn, notices.without_amount];
        let more = [notices.undated.0, notices.midpoints];
        (projects, more, left_out, notices.mixed_stages.clone())
    };
    prop_assert_eq!(counts(&chart.notices), counts(&notices));
    for bar in &chart.bars {
        let expected = bars.get(&bar.year).copied().unwrap_or_default();
        let same = plain::close(Some(bar.total()), Some(expected));
        prop_assert!(same, "{}: {} {}", bar.year, bar.total(), expected);
    }
    Ok(())
}

/// The table and the map show what a sort of all rows shows.
fn check_order((catalog, table): &Data, filter: &Filter) -> Result<(), TestCaseError> {
    let stage = MoneyStage::Latest;
    let result = apply(table, filter, stage, YearBasis::Announced);
    let amount = |row: &usize| table.amount(*row, stage).map(|amount| amount.money_m);
    let mut sorted: Vec<usize> = result.rows.ones().collect();
    // Years first, the latest before the others, those without one last; then the smallest amounts.
    sorted.sort_by(|a, b| {
        let (a_year, b_year) = (table.announced[*a], table.announced[*b]);
        let years = b_year.cmp(&a_year);
        let number = |row: &usize| amount(row).unwrap_or(f64::INFINITY);
        years.then(number(a).total_cmp(&number(b)))
    });
    let key = |column, descending| SortKey { column, descending };
    let keys = [key(Column::Year, true), key(Column::Amount, false)];
    let rows = project_rows(catalog, table, &result, stage, &keys, "en");
    prop_assert!(rows.iter().map(|row| row.project).eq(sorted));

    let mut sorted: Vec<usize> = result.rows.ones().collect();
    let number = |row: &usize| amount(row).unwrap_or(f64::NEG_INFINITY);
    sorted.sort_by(|a, b| number(b).total_cmp(&number(a)));
    let keys = [SortKey::default()];
    let rows = project_rows(catalog, table, &result, stage, &keys, "en");
    prop_assert!(rows.iter().map(|row| row.project).eq(sorted));

    let map = project_map(catalog, table, &result, stage, StackBy::Group);
    let mut drawn: Vec<(usize, f64)> = result
        .rows
        .ones()
        .filter(|row| table.spots[*row].at().is_some())
        .map(|row| {
            (
                row,
                table.counted_m(row, stage).filter(|money| *money > 0.0),
            )
        })
        .map(|(row, money_m)| (row, money_m.unwrap_or(-1.0)))
        .collect();
    prop_assert_eq!(map.counts.exact + map.counts.region, drawn.len());
    drawn.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    drawn.truncate(MOST_DRAWN);
    let bubbles = map.bubbles.iter().map(|bubble| bubble.project);
    prop_assert!(bubbles.eq(drawn.into_iter().map(|(row, _)| row)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn answers_equal_those_of_a_plain_loop_in_a_real_dataset(
        filter in any_filter(&EMBEDDED.1),
        options in any_options(),
    ) {
        check(&EMBEDDED, &filter, options)?;
        check_order(&EMBEDDED, &filter)?;
        pictures::check(&EMBEDDED, &filter, options)?;
    }

    #[test]
    fn answers_equal_those_of_a_plain_loop_in_a_made_up_dataset(
        filter in any_filter(&FEW.1),
        options in any_options(),
    ) {
        check(&FEW, &filter, options)?;
        check_order(&FEW, &filter)?;
        pictures::check(&FEW, &filter, options)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn answers_equal_those_of_a_plain_loop_in_a_large_dataset(
        filter in any_filter(&LARGE.1),
        options in any_options(),
    ) {
        check(&LARGE, &filter, options)?;
        check_order(&LARGE, &filter)?;
        pictures::check(&LARGE, &filter, options)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Counting goes on from what was counted last, which must not be seen.
    #[test]
    fn an_answer_does_not_depend_on_what_was_asked_before(
        filters in proptest::collection::vec(any_filter(&LARGE.1), 1..4),
        options in any_options(),
    ) {
        let (catalog, table) = &*LARGE;
        let (stage, basis) = (options.stage, options.basis);
        let used = table.clone();
        for filter in &filters {
            let parts = filter.parts().into_iter().map(|part| filter.without(&part));
            for filter in parts.chain([filter.clone()]) {
                let fresh = table.clone();
                let [before, now] = [&used, &fresh].map(|table| apply(table, &filter, stage, basis));
                prop_assert!(before == now);
                let ladders = [&used, &fresh].map(|table| money_ladder(table, &now));
                prop_assert_eq!(&ladders[0], &ladders[1]);
                let charts = [&used, &fresh]
                    .map(|table| investment_chart(catalog, table, &now.rows, &now.rows, options));
                prop_assert!(charts[0] == charts[1]);
            }
        }
    }
}

/// Pictures are drawn for files while the window goes on: both ask the same table.
#[test]
fn answers_do_not_mix_between_threads() {
    let table = &LARGE.1;
    let filter = |text: &str| Filter {
        text: text.to_owned(),
        ..Filter::default()
    };
    let answer = |table: &ProjectTable, filter: &Filter| {
        apply(table, filter, MoneyStage::Latest, YearBasis::Announced)
    };
    let asked: Vec<Filter> = ["", "solar", "built", "e", "north"].map(filter).into();
    let expected: Vec<_> = asked
        .iter()
        .map(|own| answer(&table.clone(), own))
        .collect();
    let shared = table.clone();
    std::thread::scope(|scope| {
        for start in 0..3 {
            let (shared, asked, expected) = (&shared, &asked, &expected);
            scope.spawn(move || {
                for turn in 0..40 {
                    let at = (turn * (start + 1) + start) % asked.len();
                    assert!(answer(shared, &asked[at]) == expected[at], "{at}");
                }
            });
        }
    });
}
