//! Results of the Overview tab.

use super::{Memo, Revision};
use crate::{
    analysis::overview::{Overview, overview},
    app::state::AppState,
};

/// Results of the Overview tab.
#[derive(Debug, Default)]
pub struct OverviewDerived {
    /// What the dataset holds, and the checked claims of its headline statement.
    pub overview: Memo<Revision, Overview>,
}

pub(super) fn refresh(state: &mut AppState) {
    let AppState {
        dataset, derived, ..
    } = state;
    let memos = &mut derived.overview;
    memos
        .overview
        .get_or_compute(dataset.revision, |_| overview(&dataset.catalog));
}
