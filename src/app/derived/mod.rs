//! Results of analysis, computed only when what they depend on changed, and never while drawing.

mod findings;
mod overview;
mod projects;
mod sources;
mod trade;
pub mod transit;

pub use findings::FindingsDerived;
pub use overview::OverviewDerived;
pub use projects::{ProjectsDerived, SideDerived};
pub use sources::SourcesDerived;
pub use trade::TradeDerived;
pub use transit::TransitDerived;

use super::{state::AppState, view::Tab};
use std::sync::Arc;

/// One remembered result: its key, its value, and how often it was computed.
#[derive(Debug)]
pub struct Memo<K, V> {
    entry: Option<(K, Arc<V>)>,
    computed: usize,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self {
            entry: None,
            computed: 0,
        }
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for a key: the remembered one, or a new one if the key changed.
    pub fn get_or_compute(&mut self, key: K, compute: impl FnOnce(&K) -> V) -> Arc<V> {
        if let Some((old, value)) = &self.entry
            && *old == key
        {
            return Arc::clone(value);
        }
        let value = Arc::new(compute(&key));
        self.computed += 1;
        self.entry = Some((key, Arc::clone(&value)));
        value
    }

    /// The remembered value.
    #[must_use]
    pub fn get(&self) -> Option<&Arc<V>> {
        self.entry.as_ref().map(|(_, value)| value)
    }

    /// How often a value was computed.
    #[must_use]
    pub fn computed(&self) -> usize {
        self.computed
    }
}

/// Number of the open dataset: a new one for every load.
pub type Revision = u64;

/// What the tabs and the list of findings draw.
#[derive(Debug, Default)]
pub struct Derived {
    /// What the list of findings shows.
    pub findings: FindingsDerived,
    /// Results of the Overview tab.
    pub overview: OverviewDerived,
    /// Results of the Projects tab.
    pub projects: ProjectsDerived,
    /// Results of the Sources tab.
    pub sources: SourcesDerived,
    /// Results of the Trade tab.
    pub trade: TradeDerived,
    /// Results of the Transit tab.
    pub transit: TransitDerived,
}

/// Brings the results of what is in front up to date, the tab and the list of findings; the others
/// keep theirs.
pub fn refresh(state: &mut AppState) {
    findings::refresh(state);
    match state.view.tab {
        Tab::Overview => overview::refresh(state),
        Tab::Projects => projects::refresh(state),
        Tab::Trade => trade::refresh(state),
        Tab::Transit => transit::refresh(state),
        Tab::Sources => sources::refresh(state),
    }
}
