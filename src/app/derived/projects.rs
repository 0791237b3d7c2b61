//! Results of the Projects tab.

use super::{Memo, Revision};
use crate::{
    analysis::projects::{
        Bridge, Filter, FilterPart, FilterResult, Group, InvestmentChart, InvestmentOptions,
        MoneyLadder, MoneyStage, Row, SortKey, YearBasis, apply, around, bridge, grouped,
        investment_chart, median_m, money_ladder, project_rows, size_range, what_empties,
    },
    app::state::AppState,
};

/// What the rows of the table are made from.
type RowsKey = (Revision, Filter, MoneyStage, Vec<SortKey>, String);

/// Results of the Projects tab.
#[derive(Debug, Default)]
pub struct ProjectsDerived {
    /// Which projects the filter keeps, and the counts of all facets.
    pub filtered: Memo<(Revision, Filter, MoneyStage, YearBasis), FilterResult>,
    /// Investment over time.
    pub chart: Memo<(Revision, Filter, InvestmentOptions), InvestmentChart>,
    /// Steps of the amounts of all projects.
    pub sizes: Memo<(Revision, MoneyStage), Option<(i32, i32)>>,
    /// The middle amount of the projects kept.
    pub median_m: Memo<(Revision, Filter, MoneyStage), Option<f64>>,
    /// From the naive sum to the clean one.
    pub bridge: Memo<(Revision, Filter, MoneyStage), Bridge>,
    /// Money by stage.
    pub ladder: Memo<(Revision, Filter), MoneyLadder>,
    /// The rows of the table.
    pub rows: Memo<RowsKey, Vec<Row>>,
    /// The rows gathered by a facet.
    pub groups: Memo<(RowsKey, Option<String>), Vec<Group>>,
    /// What empties the result, if it is empty.
    pub empties: Memo<(Revision, Filter, MoneyStage), Vec<(FilterPart, usize)>>,
}

pub(super) fn refresh(state: &mut AppState) {
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
    memos.chart.get_or_compute(key, |(_, filter, options)| {
        let around = match filter.years {
            Some(_) => &around(table, filter, *options),
            None => &*filtered,
        };
        investment_chart(catalog, table, &filtered, around, *options)
    });
    memos
        .sizes
        .get_or_compute((revision, stage), |_| size_range(table, stage));
    let key = (revision, view.filter.clone(), stage);
    memos
        .median_m
        .get_or_compute(key.clone(), |_| median_m(table, &filtered, stage));
    memos
        .bridge
        .get_or_compute(key, |_| bridge(table, &filtered.rows, stage));
    let key = (revision, view.filter.clone());
    memos
        .ladder
        .get_or_compute(key, |_| money_ladder(table, &filtered));
    let key = (
        revision,
        view.filter.clone(),
        stage,
        view.order(),
        settings.language.clone(),
    );
    let rows = memos
        .rows
        .get_or_compute(key.clone(), |(_, _, stage, sort, language)| {
            project_rows(catalog, table, &filtered, *stage, sort, language)
        });
    let key = (key, view.table.group.clone());
    memos.groups.get_or_compute(key, |(_, group)| {
        let group = group.as_deref();
        group.map_or_else(Vec::new, |facet| grouped(table, &rows, facet, stage))
    });
    let key = (revision, view.filter.clone(), stage);
    memos.empties.get_or_compute(key, |(_, filter, _)| {
        if filtered.count == 0 {
            what_empties(table, filter, stage)
        } else {
            Vec::new()
        }
    });
}
