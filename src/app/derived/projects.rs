//! Results of the Projects tab.

use super::{Memo, Revision};
use crate::{
    analysis::{
        map::{Ground, Land, outlines},
        projects::{
            Axes, Breakdown, BreakdownBy, Bridge, Comparison, Distribution, Filter, FilterPart,
            FilterResult, Group, InvestmentChart, InvestmentOptions, Moments, MoneyLadder,
            MoneyStage, Outcomes, OutcomesBy, ProjectMap, Related, Rows, Schedule, SortKey, Spot,
            StackBy, YearBasis, apply, around, breakdown, bridge, distribution, grouped,
            investment_chart, median_m, moments, money_ladder, outcomes, project_map, project_rows,
            related, schedule, size_range, what_empties,
        },
    },
    app::{
        state::{AppState, OpenDataset},
        view::{ProjectsPicture, ProjectsView, Side},
    },
};
use std::sync::Arc;

/// What the rows of the table are made from.
type RowsKey = (Revision, Filter, MoneyStage, Vec<SortKey>, String);

/// What is known of the projects of one side: of what the tab is about, and of what it is held against.
#[derive(Debug, Default)]
pub struct SideDerived {
    /// Which projects the filter keeps, and the counts of all facets.
    pub filtered: Memo<(Revision, Filter, MoneyStage, YearBasis), FilterResult>,
    /// Investment over time.
    pub chart: Memo<(Revision, Filter, InvestmentOptions), InvestmentChart>,
    /// What happened and was said in each year.
    pub moments: Memo<(Revision, Filter), Moments>,
    /// From the naive sum to the clean one.
    pub bridge: Memo<(Revision, Filter, MoneyStage), Bridge>,
    /// Parts in rows and columns.
    pub breakdown: Memo<(Revision, Filter, InvestmentOptions, BreakdownBy), Breakdown>,
    /// What became of projects.
    pub outcomes: Memo<(Revision, Filter, InvestmentOptions, OutcomesBy), Outcomes>,
    /// How large projects are.
    pub distribution: Memo<(Revision, Filter, InvestmentOptions), Distribution>,
    /// What empties the result, if it is empty.
    pub empties: Memo<(Revision, Filter, MoneyStage), Vec<(FilterPart, usize)>>,
}

/// What the axes of both sides are made from.
type AxesKey = (
    Revision,
    [Filter; 2],
    InvestmentOptions,
    ProjectsPicture,
    BreakdownBy,
);

/// Results of the Projects tab.
#[derive(Debug, Default)]
pub struct ProjectsDerived {
    /// What the tab is about.
    pub a: Box<SideDerived>,
    /// What it is held against; empty while nothing is.
    pub b: Box<SideDerived>,
    /// How the two differ; out of date while nothing is compared.
    pub comparison: Memo<(Revision, [Filter; 2], MoneyStage), Comparison>,
    /// What the pictures of both sides are measured by; out of date while nothing is compared.
    pub axes: Memo<AxesKey, Axes>,
    /// Steps of the amounts of all projects.
    pub sizes: Memo<(Revision, MoneyStage), Option<(i32, i32)>>,
    /// The middle amount of the projects kept.
    pub median_m: Memo<(Revision, Filter, MoneyStage), Option<f64>>,
    /// Money by stage.
    pub ladder: Memo<(Revision, Filter), MoneyLadder>,
    /// The rows of the table.
    pub rows: Memo<RowsKey, Rows>,
    /// The rows gathered by a facet.
    pub groups: Memo<(RowsKey, Option<String>), Vec<Group>>,
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
}

impl ProjectsDerived {
    /// What is known of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> &SideDerived {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

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
    let (view, memos) = (&view.projects, &mut derived.projects);
    let filtered = refresh_side(open, view, &view.filter, &mut memos.a);
    if let Some(against) = &view.against {
        let other = refresh_side(open, view, against, &mut memos.b);
        compare(open, view, memos, [&filtered, &other]);
    } else {
        // What nobody looks at takes no memory.
        *memos.b = SideDerived::default();
    }
    own_results(open, view, memos, &filtered, &settings.language);
}

/// What the table, the ladder and the record show, and the pictures that only the tab's own side has.
fn own_results(
    open: &OpenDataset,
    view: &ProjectsView,
    memos: &mut ProjectsDerived,
    filtered: &FilterResult,
    language: &str,
) {
    let (catalog, table, revision) = (&open.catalog, &open.projects, open.revision);
    let stage = view.chart.stage;
    memos
        .sizes
        .get_or_compute((revision, stage), |_| size_range(table, stage));
    let key = (revision, view.filter.clone(), stage);
    memos
        .median_m
        .get_or_compute(key, |_| median_m(table, filtered, stage));
    let key = (revision, view.filter.clone());
    memos
        .ladder
        .get_or_compute(key, |_| money_ladder(table, filtered));
    let key = (
        revision,
        view.filter.clone(),
        stage,
        view.order(),
        language.to_owned(),
    );
    let rows = memos
        .rows
        .get_or_compute(key.clone(), |(_, _, stage, sort, language)| {
            project_rows(catalog, table, filtered, *stage, sort, language)
        });
    let rows_key = key.clone();
    let key = (key, view.table.group.clone());
    memos.groups.get_or_compute(key, |(_, group)| {
        let group = group.as_deref();
        group.map_or_else(Vec::new, |facet| grouped(table, &rows, facet, stage))
    });
    record(open, view, memos);
    match view.picture {
        ProjectsPicture::Schedule => {
            let memo = &mut memos.schedule;
            memo.get_or_compute(rows_key, |_| schedule(catalog, table, filtered, &rows));
        }
        ProjectsPicture::Map => map(open, view, memos, filtered),
        ProjectsPicture::Chart
        | ProjectsPicture::Breakdown
        | ProjectsPicture::Outcomes
        | ProjectsPicture::Sizes => {}
    }
}

/// What stands beside the figures of the selected project: what is related to it, and its place on a small map.
fn record(open: &OpenDataset, view: &ProjectsView, memos: &mut ProjectsDerived) {
    let catalog = &open.catalog;
    let key = (open.revision, view.selected.clone());
    memos.related.get_or_compute(key, |(_, selected)| {
        let id = selected.as_deref();
        id.map_or_else(Related::default, |id| related(catalog, id))
    });
    let selected = view.selected.as_deref();
    let selected = selected.and_then(|id| catalog.project_index(id));
    let spot = selected.and_then(|at| open.projects.spots.get(at));
    if spot.is_some_and(|spot| spot.at().is_some()) {
        let ground = ground(open, memos);
        land(open, memos, &ground, false);
    }
}

/// What a filter keeps, and the pictures of it that both sides of a comparison have.
fn refresh_side(
    open: &OpenDataset,
    view: &ProjectsView,
    filter: &Filter,
    memos: &mut SideDerived,
) -> Arc<FilterResult> {
    let (catalog, table, revision) = (&open.catalog, &open.projects, open.revision);
    let InvestmentOptions { stage, basis, .. } = view.chart;
    let key = (revision, filter.clone(), stage, basis);
    let filtered = memos
        .filtered
        .get_or_compute(key, |(_, filter, stage, basis)| {
            apply(table, filter, *stage, *basis)
        });
    let key = (revision, filter.clone(), view.chart);
    memos.chart.get_or_compute(key, |(_, filter, options)| {
        let around = match filter.years {
            Some(_) => &around(table, filter, *options),
            None => &filtered.rows,
        };
        investment_chart(catalog, table, &filtered.rows, around, *options)
    });
    let key = (revision, filter.clone(), stage);
    memos
        .bridge
        .get_or_compute(key.clone(), |_| bridge(table, &filtered.rows, stage));
    memos.empties.get_or_compute(key, |(_, filter, _)| {
        if filtered.count == 0 {
            what_empties(table, filter, stage)
        } else {
            Vec::new()
        }
    });
    picture(open, view, filter, memos, &filtered);
    filtered
}

/// The picture that is in front; the others wait until they are.
fn picture(
    open: &OpenDataset,
    view: &ProjectsView,
    filter: &Filter,
    memos: &mut SideDerived,
    filtered: &FilterResult,
) {
    let (table, revision) = (&open.projects, open.revision);
    let filter = || filter.clone();
    match view.picture {
        ProjectsPicture::Chart => {
            let memo = &mut memos.moments;
            memo.get_or_compute((revision, filter()), |_| moments(table, filtered));
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
        ProjectsPicture::Schedule | ProjectsPicture::Map => {}
    }
}

/// How the two sides differ, and what their pictures are measured by.
fn compare(
    open: &OpenDataset,
    view: &ProjectsView,
    memos: &mut ProjectsDerived,
    [filtered, other]: [&FilterResult; 2],
) {
    let ProjectsDerived {
        a,
        b,
        comparison,
        axes,
        ..
    } = memos;
    let filters = [Side::A, Side::B].map(|side| view.filter_of(side).clone());
    if let (Some(of_a), Some(of_b)) = (a.bridge.get(), b.bridge.get()) {
        let key = (open.revision, filters.clone(), view.chart.stage);
        comparison.get_or_compute(key, |_| {
            Comparison::new((&filtered.rows, of_a), (&other.rows, of_b))
        });
    }
    let table = &open.projects;
    let key = (
        open.revision,
        filters,
        view.chart,
        view.picture,
        view.breakdown,
    );
    axes.get_or_compute(key, |_| {
        let made = match view.picture {
            ProjectsPicture::Chart => {
                let both = a.chart.get().zip(b.chart.get());
                both.map(|(a, b)| Axes::of_charts(table, a, b))
            }
            ProjectsPicture::Breakdown => {
                let both = a.breakdown.get().zip(b.breakdown.get());
                both.map(|(a, b)| Axes::of_breakdowns(table, a, b))
            }
            ProjectsPicture::Sizes => {
                let both = a.distribution.get().zip(b.distribution.get());
                both.map(|(a, b)| Axes::of_sizes(table, a, b))
            }
            // Shares are of the whole on both sides; the others show one side.
            ProjectsPicture::Outcomes | ProjectsPicture::Schedule | ProjectsPicture::Map => None,
        };
        made.unwrap_or_default()
    });
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
