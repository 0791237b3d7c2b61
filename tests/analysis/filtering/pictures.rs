//! The pictures of a filter, each compared with what a plain loop over the projects that it keeps finds.

use super::{Data, plain};
use belt_explorer::{
    analysis::{
        projects::{
            Distribution, Filter, FilterResult, InvestmentOptions, MOST_DOTS, Moment, OUTCOMES,
            OutcomeKey, OutcomesBy, ProjectTable, SortKey, Spot, YearBasis, apply, distribution,
            drawn_as, moments, outcomes, project_map, project_rows, schedule,
        },
        stats::Sample,
    },
    dataset::schema::{Id, MilestoneKind, PartialDate, Stage},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Compares all pictures that have no test like this of their own.
pub fn check(
    data: &Data,
    filter: &Filter,
    options: InvestmentOptions,
) -> Result<(), TestCaseError> {
    let (_, table) = data;
    let kept = apply(table, filter, options.stage, options.basis);
    check_sizes(table, &kept, options)?;
    for by in OutcomesBy::ALL {
        check_outcomes(table, &kept, options, by)?;
    }
    check_schedule(data, &kept, options)?;
    check_moments(data, &kept)?;
    check_map(data, &kept, options)
}

fn check_sizes(
    table: &ProjectTable,
    kept: &FilterResult,
    options: InvestmentOptions,
) -> Result<(), TestCaseError> {
    let stage = options.stage;
    let sizes = distribution(table, kept, options);
    let parts: Vec<_> = sizes.rows.iter().map(|row| row.part).collect();
    let counted = |row: &usize| table.left_out[*row].is_none();
    let all: Vec<usize> = kept.rows.ones().collect();
    let left_out = all.iter().filter(|row| !counted(row)).count();
    prop_assert_eq!(sizes.left_out, left_out);
    let mut midpoints = 0;
    let listed = sizes.all_sizes(table, kept);
    for (row, listed) in sizes.rows.iter().zip(&listed) {
        let own = all.iter().copied().filter(counted);
        let own = own.filter(|at| drawn_as(options.stack.part(table, *at), &parts) == row.part);
        let amounts: Vec<_> = own.map(|at| (at, table.amount(at, stage))).collect();
        let without = amounts.iter().filter(|(_, amount)| amount.is_none());
        prop_assert_eq!(row.without_amount, without.count());
        let stated = amounts
            .into_iter()
            .filter_map(|(at, amount)| Some((at, amount?)));
        let (mut above, below): (Vec<_>, Vec<_>) =
            stated.partition(|(_, amount)| amount.money_m > 0.0);
        prop_assert_eq!(row.not_above_zero, below.len());
        prop_assert_eq!(row.count, above.len());
        midpoints += above.iter().filter(|(_, amount)| amount.midpoint).count();
        above.sort_by(|a, b| a.1.money_m.total_cmp(&b.1.money_m));
        let same = listed.iter().map(|size| (size.project, size.money_m));
        prop_assert!(same.eq(above.iter().map(|(at, amount)| (*at, amount.money_m))));
        if row.count <= MOST_DOTS {
            prop_assert!(&row.sizes == listed);
        } else {
            prop_assert!(row.sizes.is_empty());
        }
        let sample = Sample::new(above.iter().map(|(_, amount)| amount.money_m));
        prop_assert_eq!(row.median_m, sample.median());
        prop_assert_eq!(row.range_m, sample.min().zip(sample.max()));
        let spread = row.spread.map(|own| {
            let far = 1.5 * (own.upper_m - own.lower_m);
            let inside = sample.values().iter().copied();
            let inside =
                inside.filter(|money_m| (own.lower_m - far..=own.upper_m + far).contains(money_m));
            let (least, most) = (inside.clone().next(), inside.clone().next_back());
            let ends = (own.least_m, own.most_m);
            let expected = least
                .zip(most)
                .map(|(least, most)| (least.min(own.lower_m), most.max(own.upper_m)));
            (Some(own.lower_m), Some(own.upper_m), Some(ends) == expected)
        });
        let quartiles = (sample.quantile(0.25), sample.quantile(0.75));
        let expected = (row.count >= 5).then_some((quartiles.0, quartiles.1, true));
        prop_assert_eq!(spread, expected);
    }
    prop_assert_eq!(sizes.midpoints, midpoints);
    check_all_are_there(&sizes, kept)
}

fn check_all_are_there(sizes: &Distribution, kept: &FilterResult) -> Result<(), TestCaseError> {
    let told = sizes.drawn() + sizes.without_amount() + sizes.not_above_zero() + sizes.left_out;
    prop_assert_eq!(told, kept.count);
    Ok(())
}

fn check_outcomes(
    table: &ProjectTable,
    kept: &FilterResult,
    options: InvestmentOptions,
    by: OutcomesBy,
) -> Result<(), TestCaseError> {
    let shown = outcomes(table, kept, options, by);
    let members = shown.members(table, kept);
    for row in &shown.rows {
        let own: Vec<usize> = match row.key {
            OutcomeKey::All => kept.rows.ones().collect(),
            key => {
                let states = (0..OUTCOMES.len()).filter_map(|at| members.get(&(key, at)));
                states.flatten().copied().collect()
            }
        };
        prop_assert_eq!(row.total.count, own.len());
        let money_m = |row: &usize| table.counted_m(*row, options.stage);
        prop_assert_eq!(row.total.with_money, own.iter().filter_map(money_m).count());
        let sum = own.iter().filter_map(money_m).sum();
        prop_assert!(plain::close(Some(row.total.money_m), Some(sum)));
        for (tally, stage) in row.stages.iter().zip(OUTCOMES) {
            let of_stage = own.iter().filter(|row| table.stage[**row] == stage);
            prop_assert_eq!(tally.count, of_stage.count());
        }
        let years = own.iter().filter_map(|row| {
            let end = YearBasis::Completed.year(table, *row)?;
            let years = end - YearBasis::Announced.year(table, *row)?;
            (years >= 0).then(|| f64::from(years))
        });
        let years = Sample::new(years);
        prop_assert!(row.years_to_end.values().eq(years.values().iter().copied()));
        prop_assert_eq!(row.years_to_end.count(), years.values().len());
        prop_assert_eq!(row.years_to_end.median(), years.median());
    }
    Ok(())
}

fn check_schedule(
    (catalog, table): &Data,
    kept: &FilterResult,
    options: InvestmentOptions,
) -> Result<(), TestCaseError> {
    let order = [SortKey::default()];
    let rows = project_rows(catalog, table, kept, options.stage, &order, "en");
    let shown = schedule(catalog, table, kept, &rows);
    let projects = &catalog.data().projects;
    // Of planned steps only the end is drawn.
    let is_dated = |row: &usize| {
        let mut steps = projects[*row].milestones.iter();
        steps.any(|step| !step.planned || step.kind == MilestoneKind::Completed)
    };
    let in_order: Vec<usize> = rows.iter().map(|row| row.project).collect();
    for (nth, project) in in_order.iter().enumerate().step_by(97) {
        prop_assert_eq!(rows.get(nth).map(|row| row.project), Some(*project));
    }
    prop_assert_eq!(rows.len(), in_order.len());
    prop_assert!(rows.get(in_order.len()).is_none());
    let spans: Vec<_> = shown.spans(catalog, table).collect();
    let expected = in_order.iter().copied().filter(is_dated);
    prop_assert!(spans.iter().map(|span| span.project).eq(expected));
    prop_assert_eq!(shown.rows.len(), spans.len());
    prop_assert_eq!(shown.undated, kept.count - spans.len());
    let is_late = |years: Option<f64>| years.is_some_and(|years| years > 0.0);
    let counts = spans
        .iter()
        .fold((0, 0, 0), |(compared, late, overdue), span| {
            (
                compared + usize::from(span.late_years.is_some()),
                late + usize::from(is_late(span.late_years)),
                overdue + usize::from(span.overdue_years.is_some()),
            )
        });
    prop_assert_eq!((shown.compared, shown.late, shown.overdue), counts);
    let dates = spans.iter().flat_map(|span| {
        let steps = [
            span.announced,
            span.started,
            span.completed,
            span.planned_end,
        ];
        steps.into_iter().flatten().map(PartialDate::year)
    });
    let today = catalog.meta().map(|meta| meta.as_of.year());
    let open = spans.iter().any(|span| {
        table.stage[span.project] == Some(Stage::UnderWay) || span.overdue_years.is_some()
    });
    let last = dates.clone().chain(today.filter(|_| open)).max();
    prop_assert_eq!(shown.years, dates.min().zip(last));
    Ok(())
}

fn check_moments((catalog, table): &Data, kept: &FilterResult) -> Result<(), TestCaseError> {
    let mut events: BTreeMap<i32, usize> = BTreeMap::new();
    for event in &catalog.data().events {
        let mut named = event.projects.iter();
        let is_kept = |id: &Id| {
            let at = catalog.project_index(id);
            at.is_some_and(|at| kept.rows.contains(at))
        };
        if event.projects.is_empty() || named.any(is_kept) {
            *events.entry(event.date.year()).or_default() += 1;
        }
    }
    let shown = moments(table, kept);
    for (year, of_year) in &shown {
        let own = of_year.iter().filter(|own| matches!(own, Moment::Event(_)));
        prop_assert_eq!(own.count(), events.remove(year).unwrap_or_default());
        prop_assert!(!of_year.is_empty());
    }
    prop_assert!(events.is_empty());
    Ok(())
}

fn check_map(
    (catalog, table): &Data,
    kept: &FilterResult,
    options: InvestmentOptions,
) -> Result<(), TestCaseError> {
    let stage = options.stage;
    let map = project_map(catalog, table, kept, stage, options.stack);
    let count = |holds: &dyn Fn(&usize) -> bool| kept.rows.ones().filter(holds).count();
    let is_placed = |row: &usize| table.spots[*row].at().is_some();
    let is_stated = |row: &usize| table.amount(*row, stage).is_some();
    let is_counted = |row: &usize| table.counted_m(*row, stage).is_some();
    let counts = map.counts;
    let spot = |row: &usize| table.spots[*row];
    prop_assert_eq!(
        counts.exact,
        count(&|row| matches!(spot(row), Spot::Exact(_)))
    );
    prop_assert_eq!(
        counts.region,
        count(&|row| matches!(spot(row), Spot::Region(_)))
    );
    prop_assert_eq!(
        counts.country,
        count(&|row| matches!(spot(row), Spot::Country))
    );
    prop_assert_eq!(
        counts.nowhere,
        count(&|row| matches!(spot(row), Spot::None))
    );
    let without = count(&|row| is_placed(row) && !is_stated(row));
    let left_out = count(&|row| is_placed(row) && is_stated(row) && !is_counted(row));
    prop_assert_eq!(
        (counts.without_amount, counts.left_out),
        (without, left_out)
    );
    let others = kept.rows.ones().filter(|row| !is_placed(row));
    prop_assert!(map.not_drawn.iter().copied().eq(others.take(200)));
    Ok(())
}
