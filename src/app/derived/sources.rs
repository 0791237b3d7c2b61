//! Results of the Sources tab.

use super::{Memo, Revision};
use crate::{
    analysis::sources::{SourceFilter, SourceList, SourceSort, SourceUse, index, list},
    app::state::AppState,
};

/// Results of the Sources tab.
#[derive(Debug, Default)]
pub struct SourcesDerived {
    /// What each source supports.
    pub uses: Memo<Revision, Vec<SourceUse>>,
    /// Which sources the filter keeps, in order, and the counts of the facets.
    pub list: Memo<(Revision, SourceFilter, SourceSort), SourceList>,
}

pub(super) fn refresh(state: &mut AppState) {
    let AppState {
        dataset,
        view,
        derived,
        ..
    } = state;
    let (view, memos) = (&view.sources, &mut derived.sources);
    let catalog = &dataset.catalog;
    let uses = memos
        .uses
        .get_or_compute(dataset.revision, |_| index(catalog));
    let key = (dataset.revision, view.filter.clone(), view.sort);
    memos
        .list
        .get_or_compute(key, |(_, filter, sort)| list(catalog, &uses, filter, *sort));
}
