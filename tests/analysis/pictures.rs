//! Sizes, dates and outcomes of projects: nothing is lost, and each number is what a plain walk gives.

use super::facets::any_filter;
use crate::common;

use belt_explorer::{
    analysis::projects::{
        COHORT, Filter, InvestmentOptions, InvestmentUnit, MoneyStage, OUTCOMES, OutcomeKey,
        OutcomesBy, ProjectTable, SortKey, Span, StackBy, Tally, YearBasis, apply, distribution,
        outcomes, project_rows, schedule,
    },
    dataset::{
        catalog::Catalog,
        schema::{MilestoneKind, PartialDate, Stage},
    },
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

fn options(stack: usize, unit: InvestmentUnit) -> InvestmentOptions {
    InvestmentOptions {
        unit,
        stack: StackBy::ALL[stack],
        ..InvestmentOptions::default()
    }
}

proptest! {
    #[test]
    fn each_project_has_its_place_among_the_sizes_or_is_counted_beside_them(
        filter in any_filter(),
        stack in 0_usize..StackBy::ALL.len(),
    ) {
        let (_, table) = &*DATA;
        let options = options(stack, InvestmentUnit::Money);
        let filtered = apply(table, &filter, options.stage, options.basis);
        let sizes = distribution(table, &filtered, options);
        let told = sizes.drawn() + sizes.without_amount() + sizes.not_above_zero() + sizes.left_out;
        prop_assert_eq!(told, filtered.count);
        let mut seen = BTreeSet::new();
        for row in &sizes.rows {
            for size in &row.sizes {
                prop_assert!(seen.insert(size.project), "{} stands twice", size.project);
                prop_assert_eq!(Some(size.money_m), table.counted_m(size.project, options.stage));
            }
            let money: Vec<f64> = row.sizes.iter().map(|size| size.money_m).collect();
            prop_assert!(money.is_sorted());
            let middle = money.len() / 2;
            let median = match money.len() {
                0 => None,
                n if n % 2 == 1 => Some(money[middle]),
                _ => Some(f64::midpoint(money[middle - 1], money[middle])),
            };
            let near = |(own, plain): (f64, f64)| (own - plain).abs() <= 1e-9 * plain.abs();
            prop_assert!(row.median_m.zip(median).is_none_or(near));
            prop_assert_eq!(row.median_m.is_some(), median.is_some());
            prop_assert_eq!(row.spread.is_some(), money.len() >= 5);
            if let Some(spread) = row.spread {
                prop_assert!(spread.least_m <= spread.lower_m && spread.upper_m <= spread.most_m);
                let is_an_end = |end: f64, quartile: f64| {
                    end.total_cmp(&quartile).is_eq() || money.contains(&end)
                };
                prop_assert!(is_an_end(spread.least_m, spread.lower_m));
                prop_assert!(is_an_end(spread.most_m, spread.upper_m));
                let below = money.iter().filter(|money| **money < spread.lower_m).count();
                prop_assert!(below * 4 <= money.len() + 3);
            }
        }
    }

    #[test]
    fn outcomes_of_the_rows_sum_to_those_of_all_and_shares_to_one(
        filter in any_filter(),
        stack in 0_usize..StackBy::ALL.len(),
        by in 0_usize..2,
        counting in any::<bool>(),
    ) {
        let (_, table) = &*DATA;
        let unit = if counting { InvestmentUnit::Count } else { InvestmentUnit::Money };
        let options = options(stack, unit);
        let filtered = apply(table, &filter, options.stage, options.basis);
        let shown = outcomes(table, &filtered, options, OutcomesBy::ALL[by]);
        let Some((all, rows)) = shown.rows.split_first() else {
            prop_assert_eq!(filtered.count, 0);
            return Ok(());
        };
        prop_assert_eq!(all.key, OutcomeKey::All);
        prop_assert_eq!(all.total.count, filtered.count);
        let members = shown.members(table, &filtered);
        for (at, stage) in OUTCOMES.into_iter().enumerate() {
            let count: usize = rows.iter().map(|row| row.stages[at].count).sum();
            prop_assert_eq!(count, all.stages[at].count);
            let plain = filtered.rows.ones().filter(|row| table.stage[*row] == stage).count();
            prop_assert_eq!(plain, count);
            for row in rows {
                let own = members.get(&(row.key, at)).map_or(0, Vec::len);
                prop_assert_eq!(own, row.stages[at].count);
            }
        }
        for row in &shown.rows {
            let sum: Tally = row.stages.iter().fold(Tally::default(), |mut sum, part| {
                sum += *part;
                sum
            });
            prop_assert_eq!(sum.count, row.total.count);
            prop_assert_eq!(sum.with_money, row.total.with_money);
            let shares: Vec<f64> = (0..OUTCOMES.len()).filter_map(|at| row.share(at, unit)).collect();
            let whole: f64 = shares.iter().sum();
            prop_assert!(shares.is_empty() || (whole - 1.0).abs() < 1e-9, "{whole}");
            prop_assert_eq!(shares.is_empty(), unit == InvestmentUnit::Money && row.total.stated_m().is_none());
        }
    }
}

#[test]
fn a_cohort_holds_five_years_and_times_to_the_end_are_those_that_state_both() {
    let (_, table) = &*DATA;
    let options = InvestmentOptions::default();
    let filtered = apply(table, &Filter::default(), options.stage, options.basis);
    let shown = outcomes(table, &filtered, options, OutcomesBy::Cohort);
    let mut cohorts = 0;
    for row in &shown.rows {
        let OutcomeKey::Cohort(from) = row.key else {
            continue;
        };
        cohorts += 1;
        let of_row = |at: &usize| {
            let year = YearBasis::Announced.year(table, *at);
            year.is_some_and(|year| (from..from + COHORT).contains(&year))
        };
        let own: Vec<usize> = (0..table.len).filter(of_row).collect();
        assert_eq!(row.total.count, own.len(), "{from}");
        let mut years: Vec<f64> = own
            .iter()
            .filter_map(|at| {
                let end = YearBasis::Completed.year(table, *at)?;
                let years = end - YearBasis::Announced.year(table, *at)?;
                (years >= 0).then(|| f64::from(years))
            })
            .collect();
        years.sort_by(f64::total_cmp);
        assert!(row.years_to_end.values().eq(years), "{from}");
    }
    assert!(cohorts >= 4, "{cohorts}");
}

#[test]
fn dates_are_the_earliest_stated_and_lateness_is_the_end_less_the_plan() {
    let (catalog, table) = &*DATA;
    let filtered = apply(
        table,
        &Filter::default(),
        MoneyStage::Latest,
        YearBasis::Announced,
    );
    let order = [SortKey::default()];
    let rows = project_rows(catalog, table, &filtered, MoneyStage::Latest, &order, "en");
    let shown = schedule(catalog, table, &filtered, &rows);
    let spans: Vec<Span> = shown.spans(catalog, table).collect();
    assert_eq!(spans.len() + shown.undated, table.len);
    let in_order: Vec<usize> = rows.iter().map(|row| row.project).collect();
    let places: Vec<usize> = spans
        .iter()
        .filter_map(|span| in_order.iter().position(|project| *project == span.project))
        .collect();
    assert!(places.is_sorted(), "the order is that of the table");
    let as_of = catalog.meta().expect("there").as_of.as_year_fraction();
    let (mut compared, mut late, mut overdue) = (0, 0, 0);
    for span in &spans {
        let project = &catalog.data().projects[span.project];
        let stated = |kind: MilestoneKind, planned: bool| {
            let steps = project.milestones.iter();
            let steps = steps.filter(|step| step.kind == kind && step.planned == planned);
            steps.map(|step| step.date).min()
        };
        assert_eq!(
            span.announced,
            stated(MilestoneKind::Announced, false),
            "{}",
            project.id
        );
        assert_eq!(
            span.started,
            stated(MilestoneKind::Started, false),
            "{}",
            project.id
        );
        assert_eq!(
            span.completed,
            stated(MilestoneKind::Completed, false),
            "{}",
            project.id
        );
        assert_eq!(
            span.planned_end,
            stated(MilestoneKind::Completed, true),
            "{}",
            project.id
        );
        let plan = span.planned_end.map(PartialDate::as_year_fraction);
        let end = span.completed.map(PartialDate::as_year_fraction);
        assert_eq!(span.late_years, end.zip(plan).map(|(end, plan)| end - plan));
        compared += usize::from(span.late_years.is_some());
        late += usize::from(end.zip(plan).is_some_and(|(end, plan)| end > plan));
        check_overdue(table, span, plan, as_of);
        overdue += usize::from(span.overdue_years.is_some());
    }
    assert!(overdue > 0, "the dataset has plans that passed");
    let counted = (shown.compared, shown.late, shown.overdue);
    assert_eq!((compared, late, overdue), counted);
}

/// What is finished or stopped is never overdue; the rest is once its planned end has passed.
fn check_overdue(table: &ProjectTable, span: &Span, plan: Option<f64>, as_of: f64) {
    let ended = matches!(
        table.stage[span.project],
        Some(Stage::Done | Stage::Stopped)
    );
    let passed = plan.is_some_and(|plan| plan < as_of);
    let expected = passed && !ended && span.completed.is_none();
    assert_eq!(span.overdue_years.is_some(), expected, "{}", span.project);
}
