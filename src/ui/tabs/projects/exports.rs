//! What the Projects tab hands out: investment over time, the money ladder, the table, all figures.

use super::{
    breakdown, breakdown_data, chart, chart_data,
    compare_data::{caption_of_sides, table_of_sides},
    ladder, map, map_data, outcomes, outcomes_data, schedule, schedule_data,
    sides::{filter_of, memos},
    spread, spread_data, table_data,
};
use crate::{
    analysis::projects::MoneyStage,
    app::Tab,
    dataset::schema::{Figure, Id, Project},
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{
        Cx,
        charts::{legend_ui, mark_legend_ui},
        figures::{Caption, FigurePicture, FigureSpec, qualifier_id, yes_no},
        wording,
    },
};
use std::collections::BTreeSet;

/// The figures of the tab.
pub(in crate::ui) const FIGURES: &[FigureSpec] = &[
    FigureSpec {
        id: "investment",
        name: "investment-title",
        tab: Tab::Projects,
        caption: |cx| caption_of_sides(cx, chart_data::caption),
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| legend_ui(ui, &chart::legend(cx))),
            plot: chart::figure_ui,
        }),
        table: |cx| table_of_sides(cx, chart_data::table),
    },
    FigureSpec {
        id: "breakdown",
        name: "breakdown-title",
        tab: Tab::Projects,
        caption: |cx| caption_of_sides(cx, breakdown_data::caption),
        picture: Some(FigurePicture {
            legend: None,
            plot: breakdown::figure_ui,
        }),
        table: |cx| table_of_sides(cx, breakdown_data::table),
    },
    FigureSpec {
        id: "outcomes",
        name: "outcomes-title",
        tab: Tab::Projects,
        caption: |cx| caption_of_sides(cx, outcomes_data::caption),
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| legend_ui(ui, &outcomes::legend(cx))),
            plot: outcomes::figure_ui,
        }),
        table: |cx| table_of_sides(cx, outcomes_data::table),
    },
    FigureSpec {
        id: "sizes",
        name: "spread-title",
        tab: Tab::Projects,
        caption: |cx| caption_of_sides(cx, spread_data::caption),
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| mark_legend_ui(ui, &spread::legend(cx))),
            plot: spread::figure_ui,
        }),
        table: |cx| table_of_sides(cx, spread_data::table),
    },
    FigureSpec {
        id: "schedule",
        name: "schedule-title",
        tab: Tab::Projects,
        caption: schedule_data::caption,
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| mark_legend_ui(ui, &schedule::legend(cx))),
            plot: |ui, cx, _| schedule_data::plot_ui(ui, cx),
        }),
        table: schedule_data::table,
    },
    FigureSpec {
        id: "map",
        name: "map-title",
        tab: Tab::Projects,
        caption: map_data::caption,
        picture: Some(FigurePicture {
            legend: Some(|ui, cx| {
                if let Some(parts) = map::parts(cx) {
                    map::legends_ui(ui, cx, parts.map);
                }
            }),
            plot: |ui, cx, height| {
                if let Some(parts) = map::parts(cx) {
                    map::plot_ui(ui, cx, parts, height);
                }
            },
        }),
        table: map_data::table,
    },
    FigureSpec {
        id: "ladder",
        name: "ladder-title",
        tab: Tab::Projects,
        caption: ladder_caption,
        picture: Some(FigurePicture {
            legend: None,
            plot: |ui, cx, height| {
                if let Some(steps) = cx.state.derived.projects.ladder.get() {
                    ladder::steps_ui(ui, cx, steps, height);
                }
            },
        }),
        table: ladder_table,
    },
    FigureSpec {
        id: "projects",
        name: "figure-projects",
        tab: Tab::Projects,
        caption: |cx| list_caption(cx, "figure-projects"),
        picture: None,
        table: table_data::projects_table,
    },
    FigureSpec {
        id: "project-figures",
        name: "figure-project-figures",
        tab: Tab::Projects,
        caption: |cx| list_caption(cx, "figure-project-figures"),
        picture: None,
        table: figures_table,
    },
];

pub(super) fn filter(cx: &Cx<'_>) -> String {
    let filter = filter_of(cx);
    if filter.is_empty() {
        String::new()
    } else {
        wording::filter_sentence(cx, filter)
    }
}

/// Why there are no projects, if there are none.
pub(super) fn some_projects(cx: &Cx<'_>) -> Result<(), String> {
    let filtered = memos(cx).filtered.get();
    if cx.state.dataset.projects.len == 0 {
        Err(cx.t("empty-dataset"))
    } else if filtered.is_some_and(|filtered| filtered.count == 0) {
        Err(cx.t("empty-filter"))
    } else {
        Ok(())
    }
}

fn ladder_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    some_projects(cx)?;
    let ladder = cx.state.derived.projects.ladder.get();
    let ladder = ladder.ok_or_else(|| cx.t("empty-dataset"))?;
    let none = [("count", ladder.without_amount.into())];
    let left_out = [("count", ladder.left_out.into())];
    Ok(Caption {
        title: cx.t("ladder-title"),
        subtitle: cx.with("ladder-sub", &[("currency", cx.currency().into())]),
        filter: filter(cx),
        notes: vec![
            cx.t("figure-ladder-note"),
            cx.with("ladder-none", &none),
            cx.with("figure-ladder-left-out", &left_out),
        ],
        sources: ladder_table(cx).sources(),
    })
}

fn ladder_table(cx: &Cx<'_>) -> DataTable {
    let currency = cx.currency();
    let derived = &cx.state.derived.projects;
    let key = format!("money_{}_m", currency.to_lowercase());
    let money = Column::with_role(&key, cx.t("data-money"), ColumnRole::Value);
    let mut out = DataTable::new(vec![
        Column::with_role("stage", cx.t("data-stage"), ColumnRole::Series),
        money.unit(format!("{currency} m")),
        Column::plain("projects", cx.t("data-projects-count")),
        Column::plain("project_ids", cx.t("data-project-ids")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let (Some(ladder), Some(filtered)) = (derived.ladder.get(), memos(cx).filtered.get()) else {
        return out;
    };
    for step in &ladder.steps {
        let (projects, sources) = step_origin(cx, filtered.rows.ones(), step.stage);
        out.rows.push(vec![
            Cell::text(cx.t(wording::stage(step.stage))),
            Cell::number(step.money_m),
            Cell::count(step.count),
            Cell::list(projects),
            Cell::list(sources),
        ]);
    }
    out
}

/// The projects that a step of the ladder adds up, and the sources of their amounts.
pub(super) fn step_origin<'a>(
    cx: &Cx<'a>,
    rows: impl Iterator<Item = usize>,
    stage: MoneyStage,
) -> (Vec<&'a str>, BTreeSet<&'a str>) {
    let table = &cx.state.dataset.projects;
    let all = &cx.catalog().data().projects;
    let mut projects = Vec::new();
    let mut sources = BTreeSet::new();
    for row in rows.filter(|row| table.counted_m(*row, stage).is_some()) {
        let Some(project) = all.get(row) else {
            continue;
        };
        projects.push(project.id.as_str());
        let figure = table
            .amount(row, stage)
            .and_then(|amount| project.figures.get(amount.figure));
        let own = figure.into_iter().flat_map(|figure| &figure.sources);
        sources.extend(own.map(Id::as_str));
    }
    (projects, sources)
}

fn list_caption(cx: &Cx<'_>, title: &str) -> Result<Caption, String> {
    some_projects(cx)?;
    let filtered = memos(cx).filtered.get();
    let values = [
        (
            "shown",
            filtered.map_or(0, |filtered| filtered.count).into(),
        ),
        ("all", cx.state.dataset.projects.len.into()),
    ];
    Ok(Caption {
        title: cx.t(title),
        subtitle: cx.with("status-projects", &values),
        filter: filter(cx),
        notes: vec![cx.t("figure-projects-note")],
        sources: Vec::new(),
    })
}

/// Every stated figure of the projects shown, one row each.
fn figures_table(cx: &Cx<'_>) -> DataTable {
    let mut out = DataTable::new(vec![
        Column::plain("project_id", cx.t("data-project-id")),
        Column::with_role("project", cx.t("column-name"), ColumnRole::Series),
        Column::plain("quantity", cx.t("data-quantity")),
        Column::plain("kind", cx.t("data-kind")),
        Column::with_role("value", cx.t("data-value"), ColumnRole::Value),
        Column::with_role("low", cx.t("data-low"), ColumnRole::Range),
        Column::with_role("high", cx.t("data-high"), ColumnRole::Range),
        Column::plain("qualifier", cx.t("data-qualifier")),
        Column::plain("unit", cx.t("data-unit")),
        Column::plain("date", cx.t("data-date")),
        Column::plain("part_of_project", cx.t("data-part-of")),
        Column::plain("used_in_totals", cx.t("data-used")),
        Column::plain("note", cx.t("data-note")),
        Column::with_role("source_ids", cx.t("data-source-ids"), ColumnRole::Sources),
    ]);
    let Some(rows) = cx.state.derived.projects.rows.get() else {
        return out;
    };
    let all = &cx.catalog().data().projects;
    let stage = cx.state.view.projects.chart.stage;
    for row in rows.iter() {
        let Some(project) = all.get(row.project) else {
            continue;
        };
        let used = cx.state.dataset.projects.amount(row.project, stage);
        for (at, figure) in project.figures.iter().enumerate() {
            let used = used.is_some_and(|amount| amount.figure == at);
            out.rows.push(figure_row(cx, project, figure, used));
        }
    }
    out
}

fn figure_row(cx: &Cx<'_>, project: &Project, figure: &Figure, used: bool) -> Vec<Cell> {
    vec![
        Cell::text(&project.id),
        Cell::text(cx.text(&project.name)),
        Cell::text(cx.t(wording::quantity(figure.what))),
        Cell::text(cx.t(wording::figure_kind(figure.kind))),
        Cell::number(figure.value),
        Cell::number(figure.low),
        Cell::number(figure.high),
        Cell::text(qualifier_id(figure.qualifier)),
        Cell::text(&figure.unit),
        Cell::text(figure.date.map(|date| date.to_string()).unwrap_or_default()),
        Cell::text(figure.part.clone().unwrap_or_default()),
        Cell::text(yes_no(cx, used)),
        Cell::text(figure.note.clone().unwrap_or_default()),
        Cell::list(&figure.sources),
    ]
}
