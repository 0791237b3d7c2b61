//! Changes of the Projects tab.

use crate::{
    analysis::projects::{Choice, Column, SortKey},
    app::{action::ProjectsAction, view::ProjectsView},
};
use std::collections::BTreeSet;

pub(super) fn apply(view: &mut ProjectsView, action: ProjectsAction) {
    match action {
        ProjectsAction::Search(text) => view.filter.text = text,
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
        ProjectsAction::ClearFilter => view.filter = crate::analysis::projects::Filter::default(),
        ProjectsAction::Picture(picture) => view.picture = picture,
        ProjectsAction::Chart(options) => chart(view, options),
        ProjectsAction::MapColor(color) => view.map.color = color,
        ProjectsAction::MapFrame(frame) => view.map.frame = frame,
        ProjectsAction::Sort(column) => view.sort = sorted(view.sort, column),
        ProjectsAction::Select(id) => view.selected = id,
    }
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

/// The year filter follows the chart's basis, so that both speak of the same year.
fn chart(view: &mut ProjectsView, options: crate::analysis::projects::InvestmentOptions) {
    if let Some(years) = &mut view.filter.years {
        years.0 = options.basis;
    }
    view.chart = options;
}

/// The same column again turns the order; numbers start with the largest.
fn sorted(current: SortKey, column: Column) -> SortKey {
    let descending = if current.column == column {
        !current.descending
    } else {
        matches!(
            column,
            Column::Amount | Column::Year | Column::Completed | Column::Sources
        )
    };
    SortKey { column, descending }
}
