//! Results of the Projects tab.

use super::{Memo, Revision};
use crate::{
    analysis::{
        map::{Ground, Land, outlines},
        projects::{
            Breakdown, BreakdownBy, Bridge, Distribution, Filter, FilterPart, FilterResult, Group,
            InvestmentChart, InvestmentOptions, Moments, MoneyLadder, MoneyStage, Outcomes,
            OutcomesBy, ProjectMap, Related, Row, Schedule, SortKey, Spot, StackBy, YearBasis,
            apply, around, breakdown, bridge, distribution, grouped, investment_chart, median_m,
            moments, money_ladder, outcomes, project_map, project_rows, related, schedule,
            size_range, what_empties,
        },
    },
    app::{
        state::{AppState, OpenDataset},
        view::{ProjectsPicture, ProjectsView},
    },
};
use std::sync::Arc;

/// What the rows of the table are made from.
type RowsKey = (Revision, Filter, MoneyStage, Vec<SortKey>, String);

/// Results of the Projects tab.
#[derive(Debug, Default)]
pub struct ProjectsDerived {
    /// Which projects the filter keeps, and the counts of all facets.
    pub filtered: Memo<(Revision, Filter, MoneyStage, YearBasis), FilterResult>,
    /// Investment over time.
    pub chart: Memo<(Revision, Filter, InvestmentOptions), InvestmentChart>,
    /// What happened and was said in each year.
    pub moments: Memo<(Revision, Filter), Moments>,
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
    /// Parts in rows and columns.
    pub breakdown: Memo<(Revision, Filter, InvestmentOptions, BreakdownBy), Breakdown>,
    /// What became of projects.
    pub outcomes: Memo<(Revision, Filter, InvestmentOptions, OutcomesBy), Outcomes>,
    /// How large projects are.
    pub distribution: Memo<(Revision, Filter, InvestmentOptions), Distribution>,
    /// When projects were announced, begun and finished, in the order of the table.
    pub schedule: Memo<RowsKey, Schedule>,
    /// What the map lies on.
    pub ground: Memo<Revision, Ground>,
    /// The land that it shows: coarse, and fine for a closer look.
    pub land: [Memo<Revision, Land>; 2],
    /// What the map shows.
    pub map: Memo<(Revision, Filter, MoneyStage, StackBy), ProjectMap>,
    /// What the project in the inspector has to do with.
    pub related: Memo<(Revision, Option<String>), Related>,
    /// What empties the result, if it is empty.
    pub empties: Memo<(Revision, Filter, MoneyStage), Vec<(FilterPart, usize)>>,
}

impl ProjectsDerived {
    /// The land as the view needs it.
    #[must_use]
    pub fn land(&self, view: &ProjectsView) -> Option<&Land> {
        let [coarse, close] = &self.land;
        let fine = is_fine(view, self.ground.get()?);
        let land = if fine { close } else { coarse };
        land.get().map(|land| &**land)
    }

    /// The land of a small map.
    #[must_use]
    pub fn coarse_land(&self) -> Option<&Land> {
        self.land[0].get().map(|land| &**land)
    }
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
            None => &filtered.rows,
        };
        investment_chart(catalog, table, &filtered.rows, around, *options)
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
    let rows_key = key.clone();
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
    let key = (revision, view.selected.clone());
    memos.related.get_or_compute(key, |(_, selected)| {
        let id = selected.as_deref();
        id.map_or_else(Related::default, |id| related(catalog, id))
    });
    let selected = view.selected.as_deref();
    let selected = selected.and_then(|id| catalog.project_index(id));
    let spot = selected.and_then(|at| table.spots.get(at));
    if spot.is_some_and(|spot| spot.at().is_some()) {
        // The record shows its place on a small map.
        let ground = ground(open, memos);
        land(open, memos, &ground, false);
    }
    picture(open, view, memos, (&filtered, &rows), rows_key);
}

/// The picture that is in front; the others wait until they are.
fn picture(
    open: &OpenDataset,
    view: &ProjectsView,
    memos: &mut ProjectsDerived,
    (filtered, rows): (&FilterResult, &[Row]),
    rows_key: RowsKey,
) {
    let (catalog, table, revision) = (&open.catalog, &open.projects, open.revision);
    let filter = || view.filter.clone();
    match view.picture {
        ProjectsPicture::Chart => {
            let memo = &mut memos.moments;
            memo.get_or_compute((revision, filter()), |_| moments(catalog, filtered));
        }
        ProjectsPicture::Breakdown => {
            let key = (revision, filter(), view.chart, view.breakdown);
            memos.breakdown.get_or_compute(key, |(_, _, options, by)| {
                breakdown(table, filtered, *options, *by)
            });
        }
        ProjectsPicture::Outcomes => {
            let key = (revision, filter(), view.chart, view.outcomes);
            memos.outcomes.get_or_compute(key, |(_, _, options, by)| {
                outcomes(table, filtered, *options, *by)
            });
        }
        ProjectsPicture::Sizes => {
            let key = (revision, filter(), view.chart);
            memos.distribution.get_or_compute(key, |(_, _, options)| {
                distribution(table, filtered, *options)
            });
        }
        ProjectsPicture::Schedule => {
            let memo = &mut memos.schedule;
            memo.get_or_compute(rows_key, |_| schedule(catalog, table, rows));
        }
        ProjectsPicture::Map => map(open, view, memos, filtered),
    }
}

fn is_fine(view: &ProjectsView, ground: &Ground) -> bool {
    let zoom = view.map_frame.map(|frame| frame.zoom);
    Land::is_fine(zoom.unwrap_or_else(|| ground.focus_zoom()))
}

/// The map, which is computed only while it is in front.
fn map(
    open: &OpenDataset,
    view: &ProjectsView,
    memos: &mut ProjectsDerived,
    filtered: &FilterResult,
) {
    let (catalog, table, revision) = (&open.catalog, &open.projects, open.revision);
    let ground = ground(open, memos);
    land(open, memos, &ground, is_fine(view, &ground));
    let InvestmentOptions { stage, stack, .. } = view.chart;
    let key = (revision, view.filter.clone(), stage, stack);
    memos
        .map
        .get_or_compute(key, |_| project_map(catalog, table, filtered, stage, stack));
}

fn ground(open: &OpenDataset, memos: &mut ProjectsDerived) -> Arc<Ground> {
    memos.ground.get_or_compute(open.revision, |_| {
        let spots = open.projects.spots.iter().filter_map(Spot::at);
        let home = open.catalog.home().as_bytes().try_into().ok();
        Ground::new(spots, home, outlines())
    })
}

fn land(open: &OpenDataset, memos: &mut ProjectsDerived, ground: &Ground, fine: bool) {
    let [coarse, close] = &mut memos.land;
    let land = if fine { close } else { coarse };
    land.get_or_compute(open.revision, |_| Land::new(outlines(), ground, fine));
}
