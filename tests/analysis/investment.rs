//! Investment over time in other units and prices, and what happened in its years.

use crate::common;
use belt_explorer::{
    analysis::{
        prices::{PriceIndex, Prices},
        projects::{
            Choice, Filter, FilterResult, InvestmentChart, InvestmentOptions, InvestmentUnit,
            Moment, MoneyStage, ProjectTable, YearBar, YearBasis, apply, contributors,
            investment_chart, moments,
        },
    },
    dataset::catalog::Catalog,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

fn kept(filter: &Filter) -> FilterResult {
    apply(&DATA.1, filter, MoneyStage::Latest, YearBasis::Announced)
}

fn chart(unit: InvestmentUnit, prices: Prices) -> InvestmentChart {
    let (catalog, table) = &*DATA;
    let all = kept(&Filter::default());
    let options = InvestmentOptions {
        unit,
        prices,
        ..InvestmentOptions::default()
    };
    investment_chart(catalog, table, &all.rows, &all.rows, options)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn a_change_is_what_a_year_has_more_than_the_one_before_part_by_part() {
    let money = chart(InvestmentUnit::Money, Prices::Nominal);
    let change = chart(InvestmentUnit::Change, Prices::Nominal);
    assert_eq!(money.values, change.values);
    let first = change.bars.first().expect("a year");
    assert!(
        first.parts.iter().all(|part| *part == (0.0, 0.0)),
        "nothing was before it"
    );
    let mut compared = 0;
    for (at, pair) in money.bars.windows(2).enumerate() {
        let [before, now] = pair else { unreachable!() };
        let unknown = |bar: &YearBar| bar.count > 0 && bar.count == bar.without_amount;
        let drawn = &change.bars[at + 1];
        if unknown(before) || unknown(now) {
            assert!(
                drawn.parts.iter().all(|part| *part == (0.0, 0.0)),
                "{}",
                now.year
            );
            continue;
        }
        compared += 1;
        assert!(
            close(drawn.total(), now.total() - before.total()),
            "{}",
            now.year
        );
        for ((own, old), new) in drawn.parts.iter().zip(&before.parts).zip(&now.parts) {
            assert!(close(own.0, new.0 - old.0) && close(own.1, new.1 - old.1));
        }
    }
    assert!(compared > 10);
    assert!(change.bars.iter().any(|bar| bar.total() < 0.0));
}

#[test]
fn constant_prices_turn_each_year_by_the_index_and_count_what_has_none() {
    let (catalog, table) = &*DATA;
    let index = PriceIndex::of(catalog).expect("the dataset names a price index");
    let base = index.default_base;
    let nominal = chart(InvestmentUnit::Money, Prices::Nominal);
    let constant = chart(InvestmentUnit::Money, Prices::Constant(base));
    let mut lost = 0.0;
    for (own, stated) in constant.bars.iter().zip(&nominal.bars) {
        if let Some(price) = index.values.get(&stated.year) {
            let expected = stated.total() * index.values[&base] / price;
            assert!(close(own.total(), expected), "{}", own.year);
        } else {
            assert!(close(own.total(), 0.0) && !own.priced, "{}", own.year);
            lost += stated.total();
        }
    }
    let unpriced = constant.notices.unpriced;
    assert_eq!(constant.notices.drawn + unpriced.0, nominal.notices.drawn);
    assert!(
        close(unpriced.1, lost),
        "what is lost is counted as it was stated"
    );
    let ids = |chart: &InvestmentChart| chart.source_ids(&DATA.0);
    assert!(
        index
            .sources
            .iter()
            .all(|id| ids(&constant).iter().any(|own| own == id))
    );
    assert!(
        !index
            .sources
            .iter()
            .all(|id| ids(&nominal).iter().any(|own| own == id))
    );
    // The exported rows name the same projects as the bars.
    let parts = contributors(table, &Filter::default(), &constant);
    let rows: usize = parts.values().map(Vec::len).sum();
    assert_eq!(rows, constant.notices.drawn);
}

#[test]
fn counts_and_shares_know_no_prices_and_an_unknown_base_leaves_amounts_as_stated() {
    for unit in [InvestmentUnit::Count, InvestmentUnit::Share] {
        let nominal = chart(unit, Prices::Nominal);
        let constant = chart(unit, Prices::Constant(2015));
        assert!(constant.deflator.is_none());
        assert_eq!(nominal.bars, constant.bars, "{unit:?}");
    }
    let unknown = chart(InvestmentUnit::Money, Prices::Constant(1066));
    assert!(unknown.deflator.is_none());
    assert_eq!(
        unknown.bars,
        chart(InvestmentUnit::Money, Prices::Nominal).bars
    );
}

#[test]
fn events_about_other_projects_leave_with_the_filter_and_occasions_stand_once() {
    let (catalog, table) = &*DATA;
    let data = catalog.data();
    let all = moments(table, &kept(&Filter::default()));
    let flat: Vec<Moment> = all.values().flatten().copied().collect();
    let events = flat
        .iter()
        .filter(|moment| matches!(moment, Moment::Event(_)));
    assert_eq!(events.count(), data.events.len());
    let occasions: Vec<usize> = flat
        .iter()
        .filter_map(|moment| match moment {
            Moment::Statement { statement, .. } => Some(*statement),
            _ => None,
        })
        .collect();
    let distinct: BTreeSet<usize> = occasions.iter().copied().collect();
    assert_eq!(distinct.len(), occasions.len(), "an occasion stands once");
    let free = data
        .claims
        .iter()
        .filter(|claim| claim.statement.is_none())
        .count();
    assert_eq!(flat.len(), data.events.len() + occasions.len() + free);
    for (year, of_year) in &all {
        for moment in of_year {
            if let Moment::Event(at) = moment {
                assert_eq!(data.events[*at].date.year(), *year);
            }
        }
    }
    // One sector group alone: what names only others leaves.
    let group = data.sector_groups.first().expect("a group").id.clone();
    let choice = Choice {
        include: BTreeSet::from([group]),
        exclude: BTreeSet::new(),
    };
    let filter = Filter {
        facets: BTreeMap::from([("group".to_owned(), choice)]),
        ..Filter::default()
    };
    let rows = kept(&filter);
    let ids: BTreeSet<&str> = rows
        .rows
        .ones()
        .map(|row| data.projects[row].id.as_str())
        .collect();
    let some = moments(table, &rows);
    let shown: BTreeSet<usize> = some
        .values()
        .flatten()
        .filter_map(|moment| match moment {
            Moment::Event(at) => Some(*at),
            _ => None,
        })
        .collect();
    for (at, event) in data.events.iter().enumerate() {
        let named = event.projects.iter().any(|id| ids.contains(id.as_str()));
        assert_eq!(
            shown.contains(&at),
            event.projects.is_empty() || named,
            "{}",
            event.id
        );
    }
    assert!(shown.len() < data.events.len());
    assert_eq!(table.len, data.projects.len());
}
