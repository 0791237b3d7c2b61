//! Results of the Overview tab.

use super::{Memo, Revision};
use crate::{
    analysis::{
        coverage::{Coverage, coverage},
        overview::{Overview, overview},
        programme::main_programme,
    },
    app::state::AppState,
};

/// Results of the Overview tab.
#[derive(Debug, Default)]
pub struct OverviewDerived {
    /// What the dataset holds, and the checked claims of its headline statement.
    pub overview: Memo<Revision, Overview>,
    /// How much of the official list the dataset can name.
    pub coverage: Memo<Revision, Option<Coverage>>,
}

pub(super) fn refresh(state: &mut AppState) {
    let AppState {
        dataset, derived, ..
    } = state;
    let memos = &mut derived.overview;
    memos
        .overview
        .get_or_compute(dataset.revision, |_| overview(&dataset.catalog));
    memos.coverage.get_or_compute(dataset.revision, |_| {
        let programme = main_programme(&dataset.catalog)?;
        Some(coverage(&dataset.catalog, &dataset.projects, programme))
    });
}
