//! Results of the Transit tab.

use super::{Memo, Revision};
use crate::{
    analysis::transit::{
        Comparison, Question, compare,
        legs::{RouteLegs, route_legs},
        quote::{History, history},
        rows::{RouteRow, RowSort, route_rows},
        time_cost::TimeCost,
        value_cost::ValueCost,
    },
    app::state::AppState,
    dataset::schema::{Metric, Mode},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What the Transit tab draws.
#[derive(Debug, Default)]
pub struct TransitDerived {
    /// The question of the dataset itself.
    pub default: Memo<Revision, Question>,
    /// What is asked.
    pub question: Memo<(Revision, Option<Question>), Question>,
    /// The routes compared.
    pub comparison: Memo<(Revision, Question), Comparison>,
    /// Routes by mode, whatever modes are chosen.
    pub modes: Memo<(Revision, Question), BTreeMap<Mode, ModeCount>>,
    /// Time against cost.
    pub time_cost: Memo<(Revision, Question, String), TimeCost>,
    /// Generalised cost over the value of the cargo.
    pub value_cost: Memo<(Revision, Question, String), ValueCost>,
    /// The rows of the table.
    pub rows: Memo<(Revision, Question, RowSort, String), Vec<RouteRow>>,
    /// The route in the inspector; while none is chosen the first of the ranking, which the
    /// figures about one route then show.
    pub route: Memo<(Revision, Question, Option<usize>), Option<RouteDetail>>,
    /// First and last year of any figure about days or cost.
    pub years: Memo<Revision, Option<(i32, i32)>>,
}

/// How many routes of a mode there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ModeCount {
    /// Routes that can be compared.
    pub compared: usize,
    /// All routes.
    pub all: usize,
}

/// One route in detail.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteDetail {
    /// Position in the dataset's routes.
    pub route: usize,
    /// Its legs and their sums.
    pub legs: RouteLegs,
    /// What sources say of its days.
    pub days: History,
    /// What sources say of its cost.
    pub cost: History,
}

/// The question of the dataset itself.
pub fn default_question(state: &mut AppState) -> Arc<Question> {
    let open = &state.dataset;
    let memo = &mut state.derived.transit.default;
    memo.get_or_compute(open.revision, |_| Question::for_catalog(&open.catalog))
}

pub(super) fn refresh(state: &mut AppState) {
    let default = default_question(state);
    let AppState {
        dataset: open,
        view,
        settings,
        derived,
        ..
    } = state;
    let (catalog, revision) = (&*open.catalog, open.revision);
    let (view, memos) = (&view.transit, &mut derived.transit);
    let key = (revision, view.question.clone());
    let asked = memos
        .question
        .get_or_compute(key, |_| view.asked(catalog, &default));
    let question = || (revision, (*asked).clone());
    let comparison = memos
        .comparison
        .get_or_compute(question(), |(_, question)| compare(catalog, question));
    let all_modes = Question {
        modes: BTreeSet::new(),
        ..(*asked).clone()
    };
    memos
        .modes
        .get_or_compute((revision, all_modes), |(_, question)| {
            mode_counts(catalog, &compare(catalog, question))
        });
    let worded = || (revision, (*asked).clone(), settings.language.clone());
    memos
        .time_cost
        .get_or_compute(worded(), |(_, _, language)| {
            TimeCost::of(catalog, &comparison, language)
        });
    memos
        .value_cost
        .get_or_compute(worded(), |(_, question, language)| {
            ValueCost::of(catalog, &comparison, &question.cargo, language)
        });
    let key = (
        revision,
        (*asked).clone(),
        view.sort,
        settings.language.clone(),
    );
    memos.rows.get_or_compute(key, |(_, _, sort, language)| {
        route_rows(catalog, &comparison, *sort, language)
    });
    let selected = view.selected.as_deref();
    let selected = selected.and_then(|id| catalog.route_index(id));
    let first = comparison.ranked.first().map(|row| row.known.route);
    let route = selected.or(first);
    let key = (revision, (*asked).clone(), route);
    memos.route.get_or_compute(key, |(_, question, route)| {
        route.and_then(|route| detail(catalog, route, question))
    });
    memos
        .years
        .get_or_compute(revision, |_| years_of_figures(catalog));
}

type Catalog = crate::dataset::catalog::Catalog;

fn mode_counts(catalog: &Catalog, comparison: &Comparison) -> BTreeMap<Mode, ModeCount> {
    let mut counts: BTreeMap<Mode, ModeCount> = BTreeMap::new();
    let routes = &catalog.data().transit.routes;
    for route in routes {
        counts.entry(route.mode).or_default().all += 1;
    }
    let compared = comparison.ranked.iter();
    for route in compared.filter_map(|row| routes.get(row.known.route)) {
        counts.entry(route.mode).or_default().compared += 1;
    }
    counts
}

fn detail(catalog: &Catalog, route: usize, question: &Question) -> Option<RouteDetail> {
    Some(RouteDetail {
        route,
        legs: route_legs(catalog, route, question)?,
        days: history(catalog, route, Metric::Days, question)?,
        cost: history(catalog, route, Metric::Cost, question)?,
    })
}

/// First and last year of any figure about days or cost.
pub(in crate::app) fn years_of_figures(catalog: &Catalog) -> Option<(i32, i32)> {
    let figures = catalog.data().transit.observations.iter();
    figures
        .filter(|seen| matches!(seen.metric, Metric::Days | Metric::Cost))
        .filter_map(|seen| seen.period)
        .map(|period| (period.from.year(), period.to.year()))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}
