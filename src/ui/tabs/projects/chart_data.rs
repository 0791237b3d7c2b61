//! Investment over time as it is handed out: its caption, and a row for each part of a bar.

use super::{
    chart,
    exports::{filter, some_projects},
    notices,
    sides::{filter_of, memos},
    stack,
};
use crate::dataset::schema::Id;
use crate::{
    analysis::projects::{InvestmentChart, InvestmentUnit, PartKey, contributors},
    dataset::schema::Project,
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{
        Cx,
        figures::{Caption, figure_note, yes_no},
        wording,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What stands around the bars.
pub(super) fn caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let chart = memos(cx).chart.get();
    let chart = chart.filter(|chart| chart.notices.drawn > 0);
    let chart = chart.ok_or_else(|| cx.t("empty-money"))?;
    let subtitle = chart::subtitle(cx, chart);
    let stage = within_sentence(&cx.t(wording::stage(chart.options.stage)));
    let basis = within_sentence(&cx.t(wording::year_basis(chart.options.basis)));
    let values = [
        ("subtitle", (&subtitle).into()),
        ("stage", (&stage).into()),
        ("basis", (&basis).into()),
    ];
    let key = match chart.options.unit {
        InvestmentUnit::Count => "figure-investment-sub-count",
        InvestmentUnit::Money
        | InvestmentUnit::Cumulative
        | InvestmentUnit::Share
        | InvestmentUnit::Change => "figure-investment-sub",
    };
    let mut notes = vec![notices::drawn_words(cx, chart)];
    let more = notices::more_notices(cx, chart).into_iter();
    notes.extend(more.map(|(_, short, full)| figure_note(&short, &full)));
    Ok(Caption {
        title: cx.t("investment-title"),
        subtitle: cx.with(key, &values),
        filter: filter(cx),
        notes,
        sources: chart.source_ids(cx.catalog()),
    })
}

/// Words that begin a label, as they stand after a semicolon.
fn within_sentence(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Key of the unit of what the bars measure.
fn unit_key(cx: &Cx<'_>, unit: InvestmentUnit) -> (String, Option<String>) {
    let currency = cx.currency();
    match unit {
        InvestmentUnit::Money | InvestmentUnit::Cumulative | InvestmentUnit::Change => (
            format!("value_{}_m", currency.to_lowercase()),
            Some(format!("{currency} m")),
        ),
        InvestmentUnit::Count => ("value_projects".to_owned(), Some(cx.t("data-projects"))),
        InvestmentUnit::Share => ("value_share".to_owned(), Some(cx.t("data-fraction"))),
    }
}

/// One row a part of a bar.
pub(super) fn table(cx: &Cx<'_>) -> DataTable {
    let derived = memos(cx);
    let Some(chart) = derived.chart.get() else {
        return DataTable::default();
    };
    let (key, unit) = unit_key(cx, chart.options.unit);
    let mut value = Column::with_role(&key, cx.t("data-value"), ColumnRole::Value);
    value.unit = unit;
    let mut out = DataTable::new(vec![
        Column::with_role("year", cx.t("data-year"), ColumnRole::Axis),
        Column::plain("division_id", cx.t("data-division-id")),
        Column::with_role("division", cx.t("data-division"), ColumnRole::Series),
        Column::with_role("part", cx.t("data-part"), ColumnRole::Series),
        value,
        Column::plain("whole_year", cx.t("data-whole-year")),
        Column::plain("in_filter", cx.t("data-in-filter")),
        Column::plain("stage", cx.t("data-stage")),
        Column::plain("prices", cx.t("trade-prices")),
        Column::plain("year_of", cx.t("data-year-of")),
        Column::plain("project_ids", cx.t("data-project-ids")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let table = &cx.state.dataset.projects;
    let filter = filter_of(cx);
    let parts = contributors(table, filter, chart);
    for bar in &chart.bars {
        for (value, (firm, planned)) in chart.values.iter().zip(&bar.parts) {
            for (is_firm, amount) in [(true, *firm), (false, *planned)] {
                if amount == 0.0 {
                    continue;
                }
                let key = PartKey {
                    year: bar.year,
                    value: *value,
                    firm: is_firm,
                };
                let projects = projects_of(&parts, key, chart.options.unit);
                out.rows
                    .push(investment_row(cx, chart, key, amount, &projects));
            }
        }
    }
    out
}

/// The projects that make up a part of a bar: of its year, of all years up to it where money is summed
/// up, of the year before too where the two are compared.
fn projects_of(
    parts: &BTreeMap<PartKey, Vec<usize>>,
    key: PartKey,
    unit: InvestmentUnit,
) -> Vec<usize> {
    let first = match unit {
        InvestmentUnit::Cumulative => i32::MIN,
        InvestmentUnit::Change => key.year.saturating_sub(1),
        InvestmentUnit::Money | InvestmentUnit::Count | InvestmentUnit::Share => key.year,
    };
    let belongs = |other: &PartKey| {
        let same_part = other.value == key.value && other.firm == key.firm;
        same_part && (first..=key.year).contains(&other.year)
    };
    let own = parts.iter().filter(|(other, _)| belongs(other));
    own.flat_map(|(_, projects)| projects.iter().copied())
        .collect()
}

fn investment_row(
    cx: &Cx<'_>,
    chart: &InvestmentChart,
    key: PartKey,
    amount: f64,
    projects: &[usize],
) -> Vec<Cell> {
    let years = filter_of(cx).years;
    let chosen = years.is_none_or(|(_, from, to)| (from..=to).contains(&key.year));
    let id = stack::value(cx, chart.options.stack, key.value);
    let part = if key.firm {
        "data-firm"
    } else {
        "data-planned"
    };
    let all = &cx.catalog().data().projects;
    let projects: Vec<(usize, &Project)> = projects
        .iter()
        .filter_map(|at| Some((*at, all.get(*at)?)))
        .collect();
    let sources: BTreeSet<&str> = projects
        .iter()
        .flat_map(|(at, project)| sources_of(cx, chart, *at, project))
        .map(Id::as_str)
        .collect();
    vec![
        Cell::Whole(i64::from(key.year)),
        Cell::text(id.map_or("", |value| value.id.as_str())),
        Cell::text(chart::name(cx, chart, key.value)),
        Cell::text(cx.t(part)),
        Cell::number(amount),
        Cell::text(yes_no(cx, chart.partial_year != Some(key.year))),
        Cell::text(yes_no(cx, chosen)),
        Cell::text(cx.t(wording::stage(chart.options.stage))),
        if chart.options.unit.has_prices() {
            Cell::text(wording::prices_words(cx, chart::prices(chart)))
        } else {
            Cell::Missing
        },
        Cell::text(cx.t(wording::year_basis(chart.options.basis))),
        Cell::list(projects.iter().map(|(_, project)| project.id.as_str())),
        Cell::list(sources),
    ]
}

/// Sources of the figure that stands for a project; of the project itself where projects are counted.
fn sources_of<'a>(
    cx: &Cx<'_>,
    chart: &InvestmentChart,
    at: usize,
    project: &'a Project,
) -> &'a [Id] {
    let amount = cx.state.dataset.projects.amount(at, chart.options.stage);
    let counting = chart.options.unit == InvestmentUnit::Count;
    let figure = amount
        .filter(|_| !counting)
        .and_then(|amount| project.figures.get(amount.figure));
    figure.map_or(&project.sources, |figure| &figure.sources)
}
