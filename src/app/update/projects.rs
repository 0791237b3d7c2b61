//! Changes of the Projects tab.

use crate::{
    analysis::projects::{Choice, Column, SortKey, YearBasis},
    app::{
        action::ProjectsAction,
        state::AppState,
        view::{ComparedAxes, ProjectsView, text},
    },
};
use std::collections::BTreeSet;

pub(super) fn apply(state: &mut AppState, action: ProjectsAction) {
    let view = &mut state.view.projects;
    match action {
        ProjectsAction::Search(text) => search(state, &text, false),
        ProjectsAction::SearchDone(text) => search(state, &text, true),
        ProjectsAction::ToggleInclude { facet, value } => {
            toggle(view, &facet, value, |choice| {
                (&mut choice.include, &mut choice.exclude)
            });
        }
        ProjectsAction::ToggleExclude { facet, value } => {
            toggle(view, &facet, value, |choice| {
                (&mut choice.exclude, &mut choice.include)
            });
        }
        ProjectsAction::Years(years) => view.filter.years = years,
        ProjectsAction::Amount(amount) => view.filter.amount = amount,
        ProjectsAction::Area(area) => view.filter.area = area,
        ProjectsAction::Drop(part) => view.filter = view.filter.without(&part),
        ProjectsAction::ClearFilter => {
            view.filter = crate::analysis::projects::Filter::default();
            state.search = text::Field::default();
        }
        ProjectsAction::Compare => view.against = Some(view.filter.clone()),
        ProjectsAction::SwapSides => swap_sides(view),
        ProjectsAction::EndComparison => {
            view.against = None;
            view.axes = ComparedAxes::default();
        }
        ProjectsAction::Axes(axes) => view.axes = axes,
        ProjectsAction::OtherSide(action) => on_other_side(state, *action),
        ProjectsAction::Picture(picture) => view.picture = picture,
        ProjectsAction::Chart(options) => chart(view, options),
        ProjectsAction::BreakdownBy(by) => view.breakdown = by,
        ProjectsAction::OutcomesBy(by) => view.outcomes = by,
        ProjectsAction::Narrow { facets, years } => narrow(view, facets, years),
        ProjectsAction::MapFrame(frame) => view.map_frame = frame,
        ProjectsAction::Sort(column) => {
            view.sort = sorted(Some(view.sort), column);
            view.table.then.clear();
        }
        ProjectsAction::SortThen(column) => sort_then(view, column),
        ProjectsAction::Columns(columns) => view.table.columns = columns,
        ProjectsAction::Freeze(count) => view.table.frozen = count,
        // Like the width of a panel: remembered, and no step of undo.
        ProjectsAction::Widths(widths) => state.settings.table_widths = widths,
        ProjectsAction::Group(facet) => view.table.group = facet,
        ProjectsAction::Select(id) => view.selected = id,
    }
}

fn swap_sides(view: &mut ProjectsView) {
    if let Some(against) = &mut view.against {
        std::mem::swap(&mut view.filter, against);
    }
}

/// Changes the filter of the other side; what stands in the search field is of the tab's own.
fn on_other_side(state: &mut AppState, action: ProjectsAction) {
    if state.view.projects.against.is_none() {
        return;
    }
    let search = state.search.clone();
    swap_sides(&mut state.view.projects);
    apply(state, action);
    swap_sides(&mut state.view.projects);
    state.search = search;
}

/// Takes in what stands in the search field: its words, and the parts that were typed to their end.
fn search(state: &mut AppState, text: &str, done: bool) {
    let typed = text::typed(&state.view, text, done, &state.dataset);
    state.view = typed.view;
    state.search = typed.field;
}

type Sides = fn(&mut Choice) -> (&mut BTreeSet<String>, &mut BTreeSet<String>);

/// Adds the value to one side of the choice or takes it away; it is never on both.
fn toggle(view: &mut ProjectsView, facet: &str, value: String, sides: Sides) {
    let choice = view.filter.facets.entry(facet.to_owned()).or_default();
    let (own, other) = sides(choice);
    other.remove(&value);
    if !own.remove(&value) {
        own.insert(value);
    }
    if choice.is_empty() {
        view.filter.facets.remove(facet);
    }
}

/// Chooses exactly these values and years. If they are what is chosen already, they are dropped: a second
/// click takes the first one back.
fn narrow(
    view: &mut ProjectsView,
    facets: Vec<(&'static str, Vec<String>)>,
    years: Option<(YearBasis, i32, i32)>,
) {
    let filter = &mut view.filter;
    let only = |values: Vec<String>| Choice {
        include: values.into_iter().collect(),
        exclude: BTreeSet::new(),
    };
    let wanted: Vec<_> = facets
        .into_iter()
        .map(|(facet, values)| (facet, only(values)))
        .collect();
    let chosen = |(facet, choice): &(&str, Choice)| filter.facets.get(*facet) == Some(choice);
    let is_chosen = wanted.iter().all(chosen) && years.is_none_or(|_| filter.years == years);
    for (facet, choice) in wanted {
        if is_chosen {
            filter.facets.remove(facet);
        } else {
            filter.facets.insert(facet.to_owned(), choice);
        }
    }
    if years.is_some() {
        filter.years = years.filter(|_| !is_chosen);
    }
}

/// The year filters follow the chart's basis, so that all speak of the same year.
fn chart(view: &mut ProjectsView, options: crate::analysis::projects::InvestmentOptions) {
    let sides = std::iter::once(&mut view.filter).chain(&mut view.against);
    for years in sides.filter_map(|filter| filter.years.as_mut()) {
        years.0 = options.basis;
    }
    view.chart = options;
}

/// Adds an order behind the others, or turns it if the table is sorted by the column already.
fn sort_then(view: &mut ProjectsView, column: Column) {
    if view.sort.column == column {
        view.sort = sorted(Some(view.sort), column);
        return;
    }
    let then = &mut view.table.then;
    match then.iter_mut().find(|key| key.column == column) {
        Some(key) => *key = sorted(Some(*key), column),
        None => then.push(sorted(None, column)),
    }
}

/// The same column again turns the order; numbers start with the largest.
fn sorted(current: Option<SortKey>, column: Column) -> SortKey {
    let own = current.filter(|current| current.column == column);
    let descending = own.map_or(column.starts_descending(), |own| !own.descending);
    SortKey { column, descending }
}
