//! Parts that sum to the whole: bars, rows and columns of projects; and how much of the official list is known.

use super::facets::any_filter;
use crate::common;

use belt_explorer::{
    analysis::{
        coverage::coverage,
        programme::main_programme,
        projects::{
            BreakdownBy, FACETS, Filter, InvestmentOptions, MoneyStage, ProjectTable, StackBy,
            StackPart, Tally, YearBasis, apply, breakdown, drawn_as, drawn_parts,
        },
    },
    dataset::catalog::Catalog,
};
use proptest::prelude::*;
use std::{collections::BTreeMap, sync::LazyLock};

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

proptest! {
    #[test]
    fn rows_and_columns_of_the_breakdown_sum_to_everything(
        filter in any_filter(),
        stack in 0_usize..StackBy::ALL.len(),
        by in 0_usize..2,
    ) {
        let (_, table) = &*DATA;
        let options = InvestmentOptions { stack: StackBy::ALL[stack], ..InvestmentOptions::default() };
        let filtered = apply(table, &filter, options.stage, options.basis);
        let parts = breakdown(table, &filtered, options, BreakdownBy::ALL[by]);
        let sum = |cells: &mut dyn Iterator<Item = Tally>| {
            cells.fold((0, 0, 0.0), |all, cell| {
                (all.0 + cell.count, all.1 + cell.with_money, all.2 + cell.money_m)
            })
        };
        let whole = |cell: Tally| (cell.count, cell.with_money, cell.money_m);
        let near = |a: (usize, usize, f64), b: (usize, usize, f64)| {
            a.0 == b.0 && a.1 == b.1 && (a.2 - b.2).abs() < 1e-6 * b.2.abs().max(1.0)
        };
        prop_assert_eq!(parts.total.count, filtered.count);
        let counted: f64 = filtered.rows.ones().filter_map(|row| table.counted_m(row, options.stage)).sum();
        prop_assert!((parts.total.money_m - counted).abs() < 1e-6 * counted.abs().max(1.0));
        let rows = sum(&mut parts.rows.iter().map(|row| row.total));
        prop_assert!(near(rows, whole(parts.total)));
        for row in &parts.rows {
            prop_assert!(near(sum(&mut row.cells.iter().copied()), whole(row.total)));
        }
        let is_open = parts.is_open_list();
        prop_assert!(!is_open || parts.rows.len() <= 10, "{} rows", parts.rows.len());
    }
}

#[test]
fn of_an_open_list_the_largest_are_drawn_and_the_rest_is_one_part() {
    let (_, table) = &*DATA;
    let by = StackBy::Party;
    let column = &table.facets[by.facet()];
    let not_stated = column.position("").expect("some state none");
    let mut sizes = BTreeMap::new();
    for (value, size) in (0..10).zip([3.0, 9.0, 1.0, 8.0, 7.0, 6.0, 5.0, 4.0, 2.0, 0.5]) {
        sizes.insert(StackPart::Value(value), size);
    }
    sizes.insert(StackPart::Value(not_stated), 100.0);
    sizes.insert(StackPart::Several, 50.0);
    let drawn = drawn_parts(table, by, &sizes);
    let values: Vec<StackPart> = [1, 3, 4, 5, 6, 7].map(StackPart::Value).into();
    assert_eq!(drawn[..6], values);
    let rest = [
        StackPart::Several,
        StackPart::Other,
        StackPart::Value(not_stated),
    ];
    assert_eq!(drawn[6..], rest);
    assert_eq!(drawn_as(StackPart::Value(9), &drawn), StackPart::Other);
    assert_eq!(drawn_as(StackPart::Value(4), &drawn), StackPart::Value(4));
    // What several share is in none of them: nothing is counted for each.
    let shared = (0..table.len)
        .find(|row| column.of(*row).len() > 1)
        .expect("some have two");
    assert_eq!(by.part(table, shared), StackPart::Several);
}

#[test]
fn the_coverage_of_the_list_counts_its_members_and_leaves_the_statements_as_they_are() {
    let (catalog, table) = &*DATA;
    let programme = main_programme(catalog).expect("the dataset has a list");
    let coverage = coverage(catalog, table, programme);
    let facet = FACETS
        .iter()
        .position(|facet| facet.id == "programme")
        .expect("there");
    let filtered = apply(
        table,
        &Filter::default(),
        MoneyStage::Latest,
        YearBasis::Announced,
    );
    let member = table.facets[facet]
        .position(&programme.id)
        .expect("some are on it");
    let shown = filtered.facets[facet].values[member];
    assert_eq!(coverage.members, shown);
    assert_eq!(coverage.stages.total(), coverage.members.count);
    let stated = coverage.count.expect("stated").count.expect("a number");
    assert!(
        stated > f64::from(u32::try_from(coverage.members.count).unwrap()),
        "honest: not all are known"
    );
}
