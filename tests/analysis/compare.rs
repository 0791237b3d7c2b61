//! Two filters side by side: what is said of them is what a plain walk finds, and their pictures share axes that
//! hold both.

use super::facets::any_filter;
use crate::common;

use belt_explorer::{
    analysis::projects::{
        Axes, BreakdownBy, Comparison, Difference, Distribution, Filter, FilterResult,
        InvestmentChart, InvestmentOptions, InvestmentUnit, MoneyStage, NotComparable,
        ProjectTable, StackBy, StackPart, apply, breakdown, bridge, distribution, investment_chart,
        joined_parts,
    },
    dataset::catalog::Catalog,
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

fn options(stack: usize, unit: usize) -> InvestmentOptions {
    InvestmentOptions {
        unit: InvestmentUnit::ALL[unit],
        stack: StackBy::ALL[stack],
        ..InvestmentOptions::default()
    }
}

fn kept(filter: &Filter, options: InvestmentOptions) -> FilterResult {
    apply(&DATA.1, filter, options.stage, options.basis)
}

fn chart(kept: &FilterResult, options: InvestmentOptions) -> InvestmentChart {
    let (catalog, table) = &*DATA;
    investment_chart(catalog, table, &kept.rows, &kept.rows, options)
}

fn comparison(a: &FilterResult, b: &FilterResult, stage: MoneyStage) -> Comparison {
    let (_, table) = &*DATA;
    let [of_a, of_b] = [a, b].map(|side| bridge(table, &side.rows, stage));
    Comparison::new((&a.rows, &of_a), (&b.rows, &of_b))
}

/// Projects of a set that count at a stage, with their money and its stage.
fn money(kept: &FilterResult, stage: MoneyStage) -> Vec<(f64, MoneyStage)> {
    let (_, table) = &*DATA;
    let counted = kept.rows.ones().filter_map(|row| {
        let amount = table.amount(row, stage)?;
        Some((table.counted_m(row, stage)?, amount.stage))
    });
    counted.collect()
}

proptest! {
    #[test]
    fn counts_money_and_what_is_in_both_are_those_of_a_plain_walk(
        a in any_filter(),
        b in any_filter(),
        stage in 0_usize..MoneyStage::ALL.len(),
    ) {
        let (_, table) = &*DATA;
        let stage = MoneyStage::ALL[stage];
        let options = InvestmentOptions { stage, ..InvestmentOptions::default() };
        let (a, b) = (kept(&a, options), kept(&b, options));
        let found = comparison(&a, &b, stage);
        let both = (0..table.len).filter(|row| a.rows.contains(*row) && b.rows.contains(*row));
        prop_assert_eq!(found.both, both.count());
        let mut of_one_stage = Vec::new();
        for (kept, sum) in [(&a, found.a), (&b, found.b)] {
            let own = money(kept, stage);
            let whole: f64 = own.iter().map(|(money, _)| money).sum();
            prop_assert_eq!((sum.count, sum.with_money), (kept.count, own.len()));
            prop_assert_eq!(sum.money_m.is_some(), !own.is_empty());
            let said = sum.money_m.unwrap_or(0.0);
            prop_assert!((said - whole).abs() <= 1e-6 * whole.max(1.0), "{said} {whole}");
            let stages: BTreeSet<MoneyStage> = own.iter().map(|(_, stage)| *stage).collect();
            let only = stages.first().copied().filter(|_| stages.len() == 1);
            prop_assert_eq!(sum.stage, only);
            of_one_stage.push(only);
        }
        let is_known = found.a.money_m.is_some() && found.b.money_m.is_some();
        let is_one = of_one_stage[0].is_some() && of_one_stage[0] == of_one_stage[1];
        match found.money() {
            Err(NotComparable::Missing) => prop_assert!(!is_known),
            Err(NotComparable::Stages) => prop_assert!(is_known && !is_one),
            Ok(difference) => {
                prop_assert!(is_known && is_one);
                let (a, b) = (found.a.money_m.expect("known"), found.b.money_m.expect("known"));
                prop_assert_eq!(difference.more.to_bits(), (b - a).to_bits());
            }
        }
    }

    #[test]
    fn the_sides_change_places_without_another_difference(a in any_filter(), b in any_filter()) {
        let options = InvestmentOptions::default();
        let (a, b) = (kept(&a, options), kept(&b, options));
        let (one, other) = (comparison(&a, &b, options.stage), comparison(&b, &a, options.stage));
        prop_assert_eq!((one.a, one.b, one.both), (other.b, other.a, other.both));
        prop_assert_eq!(one.projects().more.to_bits(), (0.0 - other.projects().more).to_bits());
    }

    #[test]
    fn shared_axes_hold_both_sides_and_no_more(
        a in any_filter(),
        b in any_filter(),
        stack in 0_usize..StackBy::ALL.len(),
        unit in 0_usize..InvestmentUnit::ALL.len(),
    ) {
        let (_, table) = &*DATA;
        let options = options(stack, unit);
        let (a, b) = (kept(&a, options), kept(&b, options));
        let charts = [&a, &b].map(|kept| chart(kept, options));
        let axes = Axes::of_charts(table, &charts[0], &charts[1]);
        let (low, high) = axes.reach.expect("of charts");
        let bars = || charts.iter().flat_map(|chart| &chart.bars);
        let (mut lowest, mut highest) = (0.0_f64, 0.0_f64);
        for bar in bars() {
            let parts: Vec<f64> = bar.parts.iter().flat_map(|(firm, planned)| [*firm, *planned]).collect();
            lowest = lowest.min(parts.iter().filter(|part| **part < 0.0).sum());
            highest = highest.max(parts.iter().filter(|part| **part > 0.0).sum());
        }
        let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * one.abs().max(1.0);
        prop_assert!(near(low, lowest) && near(high, highest), "{low}..{high} {lowest}..{highest}");
        let years = |chart: &InvestmentChart| -> Vec<i32> {
            let bars = chart.bars.iter();
            bars.map(|bar| bar.year).collect()
        };
        prop_assert_eq!(years(&charts[0]), years(&charts[1]));

        let cells = [&a, &b].map(|kept| breakdown(table, kept, options, BreakdownBy::Status));
        let axes = Axes::of_breakdowns(table, &cells[0], &cells[1]);
        for own in &cells {
            prop_assert!(own.columns.iter().all(|column| axes.columns.contains(column)));
            let (cell, row) = own.largest();
            let (most_cell, most_row) = axes.largest.expect("of breakdowns");
            prop_assert!(cell <= most_cell && row <= most_row);
        }

        let sizes = [&a, &b].map(|kept| distribution(table, kept, options));
        let axes = Axes::of_sizes(table, &sizes[0], &sizes[1]);
        for (low, high) in sizes.iter().filter_map(Distribution::range_m) {
            let (from, to) = axes.range_m.expect("a side has a range");
            prop_assert!(from <= low && high <= to);
        }
    }

    #[test]
    fn a_part_has_one_place_on_both_sides(
        a in any_filter(),
        b in any_filter(),
        stack in 0_usize..StackBy::ALL.len(),
    ) {
        let (_, table) = &*DATA;
        let options = options(stack, 0);
        let [a, b] = [&a, &b].map(|filter| chart(&kept(filter, options), options).values);
        let joined = joined_parts(table, options.stack, &a, &b);
        let unique: BTreeSet<StackPart> = joined.iter().copied().collect();
        prop_assert_eq!(unique.len(), joined.len());
        let all: BTreeSet<StackPart> = a.iter().chain(&b).copied().collect();
        prop_assert_eq!(unique, all);
        // What is alone keeps the places that it has without a comparison.
        prop_assert_eq!(joined_parts(table, options.stack, &a, &a), a);
    }

    #[test]
    fn parts_sum_to_the_whole_on_both_sides(
        a in any_filter(),
        b in any_filter(),
        stack in 0_usize..StackBy::ALL.len(),
    ) {
        let (_, table) = &*DATA;
        let options = options(stack, 0);
        let (a, b) = (kept(&a, options), kept(&b, options));
        let found = comparison(&a, &b, options.stage);
        for (kept, sum) in [(&a, found.a), (&b, found.b)] {
            let parts = breakdown(table, kept, options, BreakdownBy::Status);
            let count: usize = parts.rows.iter().map(|row| row.total.count).sum();
            let money_m: f64 = parts.rows.iter().map(|row| row.total.money_m).sum();
            prop_assert_eq!(count, sum.count);
            let said = sum.money_m.unwrap_or(0.0);
            prop_assert!((money_m - said).abs() <= 1e-6 * said.max(1.0));
        }
    }
}

#[test]
fn a_difference_says_how_much_more_and_how_many_times_as_much() {
    let (_, table) = &*DATA;
    let options = InvestmentOptions::default();
    let all = kept(&Filter::default(), options);
    let mut none = all.clone();
    none.rows.clear();
    none.count = 0;
    let found = comparison(&none, &all, options.stage);
    let count = f64::from(u32::try_from(table.len).expect("small"));
    let expected = Difference {
        more: count,
        times: None,
    };
    assert_eq!(found.projects(), expected, "nothing has no multiple");
    assert_eq!(found.money(), Err(NotComparable::Missing));
    let found = comparison(&all, &all, options.stage);
    assert_eq!(found.both, table.len);
    let expected = Difference {
        more: 0.0,
        times: Some(1.0),
    };
    assert_eq!(found.projects(), expected);
    // The latest amounts of the dataset are of several stages, those that were announced of one.
    assert_eq!(found.money(), Err(NotComparable::Stages));
    let found = comparison(&all, &all, MoneyStage::Announced);
    assert_eq!(found.money(), Ok(expected));
}
