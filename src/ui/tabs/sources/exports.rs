//! What the Sources tab hands out: the list of sources in its order and filter.

use crate::{
    analysis::{
        sources::{Area, SourceFilter, SourceUse},
        stats,
    },
    app::Tab,
    dataset::schema::{Source, SourceKind},
    export::data::{Cell, Column, ColumnRole, DataTable},
    i18n::{grouped, year_range},
    ui::{
        Cx,
        figures::{Caption, FigureSpec},
        wording,
    },
};

/// The figures of the tab.
pub(in crate::ui) const FIGURES: &[FigureSpec] = &[FigureSpec {
    id: "sources",
    name: "sources-title",
    tab: Tab::Sources,
    caption: sources_caption,
    picture: None,
    table: sources_table,
}];

fn sources_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let all = cx.catalog().data().sources.len();
    if all == 0 {
        return Err(cx.t("sources-none"));
    }
    let list = cx.state.derived.sources.list.get();
    let list = list.filter(|list| !list.rows.is_empty());
    let list = list.ok_or_else(|| cx.t("sources-empty"))?;
    let counts = [list.rows.len(), all, list.figures].map(|n| grouped(stats::count(n)));
    let [shown, all, figures] = &counts;
    let values = [
        ("shown", shown.into()),
        ("all", all.into()),
        ("figures", figures.into()),
    ];
    let meaning = [
        ("source-figures-title", "source-figures"),
        ("source-conflicts-title", "source-conflicts"),
    ];
    let notes = meaning.map(|(title, text)| format!("{}: {}", cx.t(title), cx.t(text)));
    Ok(Caption {
        title: cx.t("sources-title"),
        subtitle: cx.with("sources-sub", &values),
        filter: filter(cx, &cx.state.view.sources.filter),
        notes: notes.into(),
        // The rows are the sources; nothing is drawn from them.
        sources: Vec::new(),
    })
}

/// The filter as a sentence; empty if all sources are shown.
fn filter(cx: &Cx<'_>, filter: &SourceFilter) -> String {
    let or = cx.t("filter-or");
    let is = |facet: &str, values: Vec<String>| {
        let (facet, values_words) = (cx.t(facet), values.join(&or));
        let pair = [
            ("facet", (&facet).into()),
            ("values", (&values_words).into()),
        ];
        (!values.is_empty()).then(|| cx.with("filter-is", &pair))
    };
    let text = filter.text.trim();
    let kinds = filter.kinds.iter();
    let kinds = kinds.map(|kind| cx.t(wording::source_kind(*kind)));
    let areas = filter.areas.iter().map(|area| cx.t(wording::area(*area)));
    let areas = areas.collect::<Vec<_>>().join(&or);
    let years = filter.years.map(|(first, last)| {
        let (basis, years) = (cx.t("sources-year"), year_range(first, last));
        let values = [("basis", (&basis).into()), ("years", (&years).into())];
        cx.with("filter-years", &values)
    });
    let parts = [
        (!text.is_empty()).then(|| cx.with("filter-text", &[("text", text.into())])),
        is("sources-kind", kinds.collect()),
        (!areas.is_empty()).then(|| cx.with("figure-sources-area", &[("areas", (&areas).into())])),
        years,
        is(
            "sources-publisher",
            filter.publishers.iter().cloned().collect(),
        ),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(&cx.t("filter-and"))
}

fn sources_table(cx: &Cx<'_>) -> DataTable {
    let mut out = DataTable::new(vec![
        Column::plain("source_id", cx.t("data-source-id")),
        Column::with_role("title", cx.t("column-title"), ColumnRole::Series),
        Column::plain("publisher", cx.t("column-publisher")),
        Column::plain("date", cx.t("column-date")),
        Column::plain("kind_id", cx.t("data-source-kind-id")),
        Column::plain("kind", cx.t("column-kind")),
        Column::plain("url", cx.t("data-source-url")),
        Column::plain("licence", cx.t("source-licence")),
        Column::plain("used_for", cx.t("sources-area")),
        Column::plain("records", cx.t("column-records")),
        Column::with_role("figures", cx.t("column-figures"), ColumnRole::Value),
        Column::plain("conflicts", cx.t("column-conflicts")),
        Column::plain("method", cx.t("source-method")),
        Column::plain("note", cx.t("source-note")),
    ]);
    let derived = &cx.state.derived.sources;
    let (Some(list), Some(uses)) = (derived.list.get(), derived.uses.get()) else {
        return out;
    };
    let sources = &cx.catalog().data().sources;
    let rows = list.rows.iter();
    let rows = rows.filter_map(|at| Some((sources.get(*at)?, uses.get(*at)?)));
    out.rows = rows.map(|(source, used)| row(cx, source, used)).collect();
    out
}

fn row(cx: &Cx<'_>, source: &Source, used: &SourceUse) -> Vec<Cell> {
    let text = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
    let areas = Area::ALL.into_iter();
    let areas = areas.filter(|area| used.in_area(*area).0 > 0);
    let date = source.date.map(|date| date.to_string());
    vec![
        Cell::text(&source.id),
        Cell::text(&source.title),
        text(&source.publisher),
        Cell::text(date.unwrap_or_default()),
        Cell::text(kind_id(source.kind)),
        Cell::text(cx.t(wording::source_kind(source.kind))),
        text(&source.url),
        text(&source.licence),
        Cell::list(areas.map(|area| cx.t(wording::area(area)))),
        Cell::count(used.citations.len()),
        Cell::count(used.figures),
        Cell::count(used.conflicts),
        text(&source.method),
        text(&source.note),
    ]
}

/// A kind of source as a word for programs.
fn kind_id(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official",
        SourceKind::Statistics => "statistics",
        SourceKind::Dataset => "dataset",
        SourceKind::Research => "research",
        SourceKind::Company => "company",
        SourceKind::News => "news",
        SourceKind::Wiki => "wiki",
    }
}
