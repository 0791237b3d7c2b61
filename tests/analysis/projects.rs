//! Projects: totals against an independent count, search, stages of money, order of rows.

use crate::common;

use belt_explorer::{
    analysis::projects::{
        Column, FACETS, Filter, FilterPart, FilterResult, InvestmentOptions, InvestmentUnit,
        MoneyStage, ProjectTable, Row, SortKey, YearBar, YearBasis, apply, conflicts_of, grouped,
        investment_chart, money_ladder, project_rows, what_empties,
    },
    dataset::{
        catalog::Catalog,
        schema::{FigureKind, MilestoneKind, Project, Quantity, Stage},
    },
};
use std::{collections::BTreeSet, sync::LazyLock};

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

/// All projects.
fn unfiltered(table: &ProjectTable) -> FilterResult {
    let (stage, basis) = (MoneyStage::Latest, YearBasis::Announced);
    apply(table, &Filter::default(), stage, basis)
}

/// What a project counts for, by the rule as it is written down, found without the columns.
fn golden_amount(project: &Project, catalog: &Catalog) -> Option<f64> {
    let rank = |what| match what {
        Quantity::Cost => 5,
        Quantity::Acquisition => 4,
        Quantity::Contract => 3,
        Quantity::PartnerInvestment => 2,
        Quantity::Loan => 1,
        _ => 0,
    };
    let late = |kind| match kind {
        FigureKind::Measured => 7,
        FigureKind::Paid => 6,
        FigureKind::Contracted => 5,
        FigureKind::Financed => 4,
        FigureKind::Agreed => 3,
        FigureKind::Announced => 2,
        FigureKind::Unstated => 1,
        FigureKind::Estimated => 0,
    };
    let money = project
        .figures
        .iter()
        .filter(|figure| figure.what.is_money() && figure.unit == "USD m" && figure.part.is_none());
    let mut best: Vec<_> = money.collect();
    best.sort_by_key(|figure| {
        let kinds = figure
            .sources
            .iter()
            .map(|id| catalog.source(id).expect("checked").kind);
        let official = kinds.min().expect("a source");
        (
            std::cmp::Reverse(rank(figure.what)),
            std::cmp::Reverse(late(figure.kind)),
            official,
            std::cmp::Reverse(figure.date),
        )
    });
    let best = best.first()?;
    Some(best.value.unwrap_or_else(|| match (best.low, best.high) {
        (Some(low), Some(high)) => f64::midpoint(low, high),
        (low, high) => low.or(high).expect("a number"),
    }))
}

#[test]
fn totals_of_the_default_dataset_equal_an_independent_count() {
    let (catalog, table) = &*DATA;
    let projects = &catalog.data().projects;
    let skipped: BTreeSet<&str> = projects
        .iter()
        .flat_map(|project| {
            let stopped = project.status.last().filter(|entry| {
                catalog.status(&entry.status).expect("checked").stage == Stage::Stopped
            });
            let own = stopped.map(|_| project.id.as_str());
            // Records that are replaced, or hold the same money as an earlier one.
            let position = |id: &str| {
                projects
                    .iter()
                    .position(|other| other.id == id)
                    .expect("checked")
            };
            let later = project.overlaps.iter().map(move |id| {
                if position(id) > position(&project.id) {
                    id.as_str()
                } else {
                    project.id.as_str()
                }
            });
            own.into_iter()
                .chain(project.replaces.as_deref())
                .chain(later)
        })
        .collect();
    let filtered = unfiltered(table);
    assert!(filtered.count >= 185, "only {} projects", filtered.count);
    for group in ["oil-gas-pipelines", "mining-metals", "transport-logistics"] {
        let own = projects
            .iter()
            .filter(|project| catalog.sector(&project.sector).expect("checked").group == group);
        let counted = own.filter(|project| !skipped.contains(project.id.as_str()));
        let expected: f64 = counted
            .filter_map(|project| golden_amount(project, catalog))
            .sum();
        let Some(position) = table.facets[0].position(group) else {
            let known: Vec<&str> = table.facets[0]
                .values
                .iter()
                .map(|value| value.id.as_str())
                .collect();
            panic!("no group {group} among {known:?}");
        };
        let shown = filtered.facets[0].values[position].money_m;
        assert!(expected > 1_000.0, "{group} holds {expected}");
        assert!(
            (shown - expected).abs() < 1e-6,
            "{group}: shown {shown}, expected {expected}"
        );
    }
}

#[test]
fn an_empty_result_names_what_empties_it() {
    let (_, table) = &*DATA;
    let filter = Filter {
        text: "no project has these words".to_owned(),
        ..Filter::default()
    };
    assert_eq!(
        apply(table, &filter, MoneyStage::Latest, YearBasis::Announced).count,
        0
    );
    assert_eq!(
        what_empties(table, &filter, MoneyStage::Latest),
        [(FilterPart::Text, table.len)]
    );
}

#[test]
fn search_ignores_case_and_accents_and_finds_other_scripts() {
    let (catalog, table) = &*DATA;
    let found = |text: &str| {
        let filter = Filter {
            text: text.to_owned(),
            ..Filter::default()
        };
        apply(table, &filter, MoneyStage::Latest, YearBasis::Announced)
            .rows
            .ones()
            .collect::<Vec<_>>()
    };
    assert!(!found("SHELEK").is_empty());
    assert_eq!(found("SHELEK"), found("shelek"));
    let chinese = catalog
        .data()
        .projects
        .iter()
        .position(|project| project.name.contains_key("zh"))
        .expect("a Chinese name");
    let name = &catalog.data().projects[chinese].name["zh"];
    assert!(found(name).contains(&chinese), "{name}");
}

#[test]
fn stages_of_money_are_kept_apart() {
    let (catalog, table) = &*DATA;
    let filtered = unfiltered(table);
    let ladder = money_ladder(table, &filtered);
    for step in &ladder.steps {
        let options = InvestmentOptions {
            stage: step.stage,
            ..InvestmentOptions::default()
        };
        let chart = investment_chart(catalog, table, &filtered.rows, &filtered.rows, options);
        assert!(
            chart.notices.mixed_stages.is_empty(),
            "{:?} is mixed",
            step.stage
        );
        let drawn: f64 = chart.bars.iter().map(YearBar::total).sum();
        let with_undated = drawn + chart.notices.undated.1;
        assert!(
            (with_undated - step.money_m.unwrap_or(0.0)).abs() < 1e-6,
            "{:?}",
            step.stage
        );
    }
}

#[test]
fn cumulative_and_share_follow_from_money() {
    let (catalog, table) = &*DATA;
    let filtered = unfiltered(table);
    let chart = |unit| {
        investment_chart(
            catalog,
            table,
            &filtered.rows,
            &filtered.rows,
            InvestmentOptions {
                unit,
                ..Default::default()
            },
        )
    };
    let (money, cumulative, share) = (
        chart(InvestmentUnit::Money),
        chart(InvestmentUnit::Cumulative),
        chart(InvestmentUnit::Share),
    );
    let mut sum = 0.0;
    for ((year, so_far), part) in money.bars.iter().zip(&cumulative.bars).zip(&share.bars) {
        sum += year.total();
        assert!((so_far.total() - sum).abs() < 1e-6);
        let whole = if year.total() > 0.0 { 1.0 } else { 0.0 };
        assert!((part.total() - whole).abs() < 1e-9);
    }
}

#[test]
fn rows_without_a_value_come_last_either_way() {
    let (catalog, table) = &*DATA;
    let filtered = unfiltered(table);
    for descending in [false, true] {
        let sort = SortKey {
            column: Column::Amount,
            descending,
        };
        let rows = project_rows(catalog, table, &filtered, MoneyStage::Latest, &[sort], "en");
        let amount_m = |row: Row| {
            let amount = table.amount(row.project, MoneyStage::Latest);
            amount.map(|amount| amount.money_m)
        };
        assert_eq!(rows.len(), filtered.count);
        let amounts: Vec<Option<f64>> = rows.iter().map(amount_m).collect();
        let stated = amounts
            .iter()
            .position(Option::is_none)
            .expect("some have none");
        assert!(amounts[stated..].iter().all(Option::is_none));
        let ordered = amounts[..stated].windows(2).all(|pair| {
            let (a, b) = (pair[0].unwrap(), pair[1].unwrap());
            if descending { a >= b } else { a <= b }
        });
        assert!(ordered);
    }
}

#[test]
fn equal_rows_go_by_the_next_order_and_the_rest_stays_as_it_was() {
    let (catalog, table) = &*DATA;
    let filtered = unfiltered(table);
    let key = |column, descending| SortKey { column, descending };
    let rows = |order: &[SortKey]| -> Vec<Row> {
        let rows = project_rows(catalog, table, &filtered, MoneyStage::Latest, order, "en");
        rows.iter().collect()
    };
    let order = [key(Column::Sector, false), key(Column::Amount, true)];
    let both = rows(&order);
    let sector = |row: &Row| &catalog.data().projects[row.project].sector;
    let mut ties = 0;
    for pair in both.windows(2) {
        if sector(&pair[0]) == sector(&pair[1]) {
            ties += 1;
            let amount = |row: &Row| table.amount(row.project, MoneyStage::Latest);
            let amount_m = |row: &Row| amount(row).map(|amount| amount.money_m);
            let (first, second) = (amount_m(&pair[0]), amount_m(&pair[1]));
            assert!(second.is_none() || first >= second);
        }
    }
    assert!(ties > 10);
    let sectors = |rows: &[Row]| {
        rows.iter()
            .map(|row| sector(row).clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(sectors(&both), sectors(&rows(&order[..1])));
    // No order at all is that of the file.
    assert!(
        rows(&[])
            .windows(2)
            .all(|pair| pair[0].project < pair[1].project)
    );
}

#[test]
fn groups_hold_every_row_of_their_value_and_add_up_what_counts() {
    let (catalog, table) = &*DATA;
    let (stage, basis) = (MoneyStage::Latest, YearBasis::Announced);
    let filtered = apply(table, &Filter::default(), stage, basis);
    let rows = project_rows(
        catalog,
        table,
        &filtered,
        stage,
        &[SortKey::default()],
        "en",
    );
    for (facet, result) in FACETS.iter().zip(&filtered.facets) {
        let groups = grouped(table, &rows, facet.id, stage);
        for group in &groups {
            let counted = result.values[group.value];
            assert_eq!(group.rows.len(), counted.count, "{}", facet.id);
            let (own, other) = (group.total, counted);
            assert_eq!(own.count, group.rows.len());
            assert_eq!(own.with_money, other.with_money, "{}", facet.id);
            assert!((own.money_m - other.money_m).abs() < 1e-6, "{}", facet.id);
        }
        let members: usize = groups.iter().map(|group| group.rows.len()).sum();
        assert_eq!(
            members,
            result.values.iter().map(|value| value.count).sum::<usize>()
        );
    }
    assert!(grouped(table, &rows, "no-such-facet", stage).is_empty());
}

#[test]
fn conflicting_figures_are_named_with_their_spread() {
    let (catalog, _) = &*DATA;
    let project = catalog
        .data()
        .projects
        .iter()
        .find(|project| !conflicts_of(project).is_empty())
        .expect("a conflict");
    for conflict in conflicts_of(project) {
        assert!(conflict.figures.len() >= 2);
        assert!(conflict.spread() > 0.0);
        for position in conflict.figures {
            assert_eq!(project.figures[position].what, conflict.what);
            assert_eq!(project.figures[position].unit, conflict.unit);
        }
    }
}

#[test]
fn years_come_from_reached_milestones() {
    let (catalog, table) = &*DATA;
    for (row, project) in catalog.data().projects.iter().enumerate() {
        let reached = project
            .milestones
            .iter()
            .filter(|step| step.kind == MilestoneKind::Completed && !step.planned);
        let expected = reached.map(|step| step.date.year()).min();
        assert_eq!(table.completed[row], expected, "{}", project.id);
    }
}
