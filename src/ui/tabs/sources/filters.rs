//! The panel at the left: search, and the facets of the sources with their counts.

use crate::{
    analysis::{
        sources::{Area, SourceFacets, SourceFilter},
        stats,
    },
    app::{Action, action::SourcesAction},
    dataset::schema::SourceKind,
    i18n::{grouped, year_range},
    ui::{
        Cx,
        widgets::{
            FacetRow, Histogram, facet_row, histogram, muted, quiet_button, search_field, section,
        },
        wording,
    },
};
use eframe::egui::{Id, Ui};

/// How many publishers are shown before "show all".
const SHORT: usize = 8;

fn push(cx: &Cx<'_>, action: SourcesAction) {
    cx.push(Action::Sources(action));
}

/// The panel.
pub(in crate::ui::tabs) fn filters_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let filter = &cx.state.view.sources.filter;
    let (hint, name) = (cx.t("search-sources-hint"), cx.t("search-sources"));
    if let (_, Some(text)) = search_field(ui, &filter.text, &hint, &name) {
        push(cx, SourcesAction::Search(text));
    }
    let Some(list) = cx.state.derived.sources.list.get() else {
        return;
    };
    kinds_ui(ui, cx, filter, &list.facets);
    areas_ui(ui, cx, filter, &list.facets);
    years_ui(ui, cx, filter, &list.facets);
    publishers_ui(ui, cx, filter, &list.facets);
}

/// A value of a facet; returns whether it was pressed.
fn value_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    label: &str,
    count: usize,
    largest: usize,
    included: bool,
) -> bool {
    let name = cx.with(
        "sources-facet-value",
        &[("name", label.into()), ("count", count.into())],
    );
    let row = FacetRow {
        label,
        count: "",
        money: &grouped(stats::count(count)),
        widest: &grouped(stats::count(largest)),
        share: share(count, largest),
        color: None,
        included,
        excluded: false,
        empty: count == 0,
        name: &name,
    };
    facet_row(ui, &row).on_hover_text(&name).clicked()
}

#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn share(count: usize, largest: usize) -> f32 {
    (stats::count(count) / stats::count(largest.max(1))) as f32
}

fn kinds_ui(ui: &mut Ui, cx: &Cx<'_>, filter: &SourceFilter, facets: &SourceFacets) {
    section(ui, &cx.t("sources-kind"), &cx.t("sources-remark"));
    let largest = facets.kinds.values().copied().max().unwrap_or(0);
    rows(ui, |ui| {
        for kind in SourceKind::ALL {
            let count = facets.kinds.get(&kind).copied().unwrap_or(0);
            let included = filter.kinds.contains(&kind);
            if value_ui(
                ui,
                cx,
                &cx.t(wording::source_kind(kind)),
                count,
                largest,
                included,
            ) {
                push(cx, SourcesAction::ToggleKind(kind));
            }
        }
    });
}

fn areas_ui(ui: &mut Ui, cx: &Cx<'_>, filter: &SourceFilter, facets: &SourceFacets) {
    section(ui, &cx.t("sources-area"), "");
    let largest = facets.areas.values().copied().max().unwrap_or(0);
    rows(ui, |ui| {
        for area in Area::ALL {
            let count = facets.areas.get(&area).copied().unwrap_or(0);
            let included = filter.areas.contains(&area);
            if value_ui(ui, cx, &cx.t(wording::area(area)), count, largest, included) {
                push(cx, SourcesAction::ToggleArea(area));
            }
        }
    });
}

fn rows(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        content(ui);
    });
}

fn years_ui(ui: &mut Ui, cx: &Cx<'_>, filter: &SourceFilter, facets: &SourceFacets) {
    let ends = (
        facets.years.first_key_value(),
        facets.years.last_key_value(),
    );
    let (Some((first, _)), Some((last, _))) = ends else {
        return;
    };
    let (from, to) = filter.years.unwrap_or((*first, *last));
    let years = year_range(from, to);
    section(ui, &cx.t("sources-year"), &years);
    let name = cx.with("years-name", &[("years", (&years).into())]);
    let shown = Histogram {
        name: &name,
        counts: &facets.years,
        range: (*first, *last),
        chosen: filter.years,
    };
    let (response, chosen) = histogram(ui, &shown);
    response.on_hover_text(cx.t("years-tip"));
    if chosen.is_some() {
        // A second click on the only chosen year takes the choice back.
        push(
            cx,
            SourcesAction::Years(chosen.filter(|_| chosen != filter.years)),
        );
    }
    if filter.years.is_some() && quiet_button(ui, &cx.t("years-all"), &cx.t("years-all")).clicked()
    {
        push(cx, SourcesAction::Years(None));
    } else if facets.undated > 0 {
        muted(
            ui,
            &cx.with("sources-undated", &[("count", facets.undated.into())]),
        );
    }
}

/// The publishers with the most sources; a chosen one stays although it has none left.
fn publishers_ui(ui: &mut Ui, cx: &Cx<'_>, filter: &SourceFilter, facets: &SourceFacets) {
    section(ui, &cx.t("sources-publisher"), "");
    let id = Id::unique("sources-publishers-all");
    let all = ui.data_mut(|data| *data.get_persisted_mut_or(id, false));
    let largest = facets.publishers.first().map_or(0, |(_, count)| *count);
    let known = |name: &String| facets.publishers.iter().any(|(other, _)| other == name);
    let gone = filter
        .publishers
        .iter()
        .filter(|name| !known(name))
        .map(|name| (name, 0));
    let rest = facets.publishers.iter().map(|(name, count)| (name, *count));
    rows(ui, |ui| {
        for (rank, (name, count)) in rest.chain(gone).enumerate() {
            let included = filter.publishers.contains(name);
            let shown = all || rank < SHORT || included;
            if shown && value_ui(ui, cx, name, count, largest, included) {
                push(cx, SourcesAction::TogglePublisher(name.clone()));
            }
        }
    });
    if facets.publishers.len() > SHORT {
        let key = if all { "facet-fewer" } else { "facet-all" };
        let text = cx.with(key, &[("count", facets.publishers.len().into())]);
        let name = format!("{}: {text}", cx.t("sources-publisher"));
        if quiet_button(ui, &text, &name).clicked() {
            ui.data_mut(|data| data.insert_persisted(id, !all));
        }
    }
}
