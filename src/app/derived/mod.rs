//! Results of analysis, computed only when what they depend on changed, and never while drawing.

pub mod transit;

use super::{state::AppState, view::Tab};
use crate::analysis::projects::{
    Filter, FilterPart, FilterResult, InvestmentChart, InvestmentOptions, MoneyLadder, MoneyStage,
    Row, SortKey, YearBasis, apply, investment_chart, money_ladder, project_rows, what_empties,
};
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

/// What the tabs draw.
#[derive(Debug, Default)]
pub struct Derived {
    /// Results of the Projects tab.
    pub projects: ProjectsDerived,
    /// Results of the Transit tab.
    pub transit: transit::TransitDerived,
}

/// Results of the Projects tab.
#[derive(Debug, Default)]
pub struct ProjectsDerived {
    /// Which projects the filter keeps, and the counts of all facets.
    pub filtered: Memo<(Revision, Filter, MoneyStage, YearBasis), FilterResult>,
    /// Investment over time.
    pub chart: Memo<(Revision, Filter, InvestmentOptions), InvestmentChart>,
    /// Money by stage.
    pub ladder: Memo<(Revision, Filter), MoneyLadder>,
    /// The rows of the table.
    pub rows: Memo<(Revision, Filter, MoneyStage, SortKey, String), Vec<Row>>,
    /// What empties the result, if it is empty.
    pub empties: Memo<(Revision, Filter), Vec<(FilterPart, usize)>>,
}

/// Brings the results of the tab in front up to date; the others keep theirs.
pub fn refresh(state: &mut AppState) {
    match state.view.tab {
        Tab::Projects => refresh_projects(state),
        Tab::Transit => transit::refresh(state),
        Tab::Overview | Tab::Trade | Tab::Sources => {}
    }
}

fn refresh_projects(state: &mut AppState) {
    let AppState {
        dataset: open,
        view,
        settings,
        derived,
        ..
    } = state;
    let (catalog, table, revision) = (&open.catalog, &open.projects, open.revision);
    let (view, memos) = (&view.projects, &mut derived.projects);
    let InvestmentOptions { stage, basis, .. } = view.chart;
    let key = (revision, view.filter.clone(), stage, basis);
    let filtered = memos
        .filtered
        .get_or_compute(key, |(_, filter, stage, basis)| {
            apply(table, filter, *stage, *basis)
        });
    let key = (revision, view.filter.clone(), view.chart);
    memos.chart.get_or_compute(key, |(_, _, options)| {
        investment_chart(catalog, table, &filtered, *options)
    });
    let key = (revision, view.filter.clone());
    memos
        .ladder
        .get_or_compute(key, |_| money_ladder(table, &filtered));
    let key = (
        revision,
        view.filter.clone(),
        stage,
        view.sort,
        settings.language.clone(),
    );
    memos
        .rows
        .get_or_compute(key, |(_, _, stage, sort, language)| {
            project_rows(catalog, table, &filtered, *stage, *sort, language)
        });
    let key = (revision, view.filter.clone());
    memos.empties.get_or_compute(key, |(_, filter)| {
        if filtered.count == 0 {
            what_empties(table, filter)
        } else {
            Vec::new()
        }
    });
}
