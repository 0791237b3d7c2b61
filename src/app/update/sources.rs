//! Changes of the Sources tab.

use crate::{
    analysis::sources::{SourceColumn, SourceFilter, SourceSort},
    app::{action::SourcesAction, view::SourcesView},
};
use std::collections::BTreeSet;

pub(super) fn apply(view: &mut SourcesView, action: SourcesAction) {
    match action {
        SourcesAction::Search(text) => view.filter.text = text,
        SourcesAction::ToggleKind(kind) => toggle(&mut view.filter.kinds, kind),
        SourcesAction::TogglePublisher(name) => toggle(&mut view.filter.publishers, name),
        SourcesAction::ToggleArea(area) => toggle(&mut view.filter.areas, area),
        SourcesAction::Years(years) => view.filter.years = years,
        SourcesAction::ClearFilter => view.filter = SourceFilter::default(),
        SourcesAction::Sort(column) => view.sort = sorted(view.sort, column),
        SourcesAction::Select(id) => view.selected = id,
    }
}

fn toggle<T: Ord>(values: &mut BTreeSet<T>, value: T) {
    if !values.remove(&value) {
        values.insert(value);
    }
}

/// The same column again turns the order; numbers and dates start with the largest.
fn sorted(current: SourceSort, column: SourceColumn) -> SourceSort {
    let descending = if current.column == column {
        !current.descending
    } else {
        !matches!(
            column,
            SourceColumn::Title | SourceColumn::Publisher | SourceColumn::Kind
        )
    };
    SourceSort { column, descending }
}
