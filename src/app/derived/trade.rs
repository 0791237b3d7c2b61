//! Results of the Trade tab.

use super::{Memo, Revision};
use crate::{
    analysis::trade::{TradeAnswer, TradeChoice, answer, find, find::TradeOptions},
    app::state::AppState,
};

/// Results of the Trade tab.
#[derive(Debug, Default)]
pub struct TradeDerived {
    /// What there is to choose from.
    pub options: Memo<Revision, TradeOptions>,
    /// What is drawn for the choice.
    pub answer: Memo<(Revision, TradeChoice), TradeAnswer>,
}

pub(super) fn refresh(state: &mut AppState) {
    let AppState {
        dataset,
        view,
        derived,
        ..
    } = state;
    let (catalog, revision) = (&dataset.catalog, dataset.revision);
    let memos = &mut derived.trade;
    memos
        .options
        .get_or_compute(revision, |_| find::options(catalog, catalog.home()));
    let key = (revision, view.trade.choice.clone());
    memos
        .answer
        .get_or_compute(key, |(_, choice)| answer(catalog, choice));
}
