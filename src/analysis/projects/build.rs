//! Builds the columns of a catalog: blocks of projects on all cores, each looked at once while it
//! is in the processor's cache, then put together in order.

use super::{
    amount::{Amount, MoneyStage},
    facets::{Coder, FACETS, Resolved, Shared, Values},
    map::Spot,
    money::AmountColumn,
    overlap::{LeftOut, is_linked, left_out},
    search_text::{BLOCK, Block},
    table::ProjectTable,
};
use crate::dataset::{
    catalog::Catalog,
    schema::{MilestoneKind, Project, Stage},
};
use std::{
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    sync::{Mutex, PoisonError},
    thread,
};

/// The columns of some projects.
#[derive(Default)]
struct Part {
    search: Block,
    announced: Vec<Option<i32>>,
    started: Vec<Option<i32>>,
    completed: Vec<Option<i32>>,
    stage: Vec<Option<Stage>>,
    spots: Vec<Spot>,
    amounts: Vec<AmountColumn>,
    facets: Vec<Coder>,
    /// Positions of the projects that speak of others.
    linked: Vec<usize>,
}

/// Whether a facet is built when it is known whose money counts.
fn is_late(id: &str) -> bool {
    id == LeftOut::FACET
}

pub(super) fn table(catalog: &Catalog) -> ProjectTable {
    let shared = Shared::new(catalog);
    let values: Vec<Values> = FACETS.iter().map(|f| Values::new(f, catalog)).collect();
    let parts = parts(&shared, &values);
    let projects = &catalog.data().projects;
    let mut table = ProjectTable {
        len: projects.len(),
        ..ProjectTable::default()
    };
    table
        .amounts
        .resize_with(MoneyStage::ALL.len(), AmountColumn::default);
    let mut coders: Vec<Coder> = FACETS.iter().map(|_| Coder::default()).collect();
    let mut linked = Vec::new();
    for mut part in parts {
        table.search.push(part.search);
        table.announced.append(&mut part.announced);
        table.started.append(&mut part.started);
        table.completed.append(&mut part.completed);
        table.stage.append(&mut part.stage);
        table.spots.append(&mut part.spots);
        for (column, own) in table.amounts.iter_mut().zip(&mut part.amounts) {
            column.append(own);
        }
        for (coder, own) in coders.iter_mut().zip(&part.facets) {
            coder.append(own);
        }
        linked.append(&mut part.linked);
    }
    let latest = table.amounts.get(MoneyStage::Latest.index());
    let has_money = |row| latest.is_some_and(|latest| latest.money_of(row).is_some());
    table.left_out = left_out(catalog, &table.stage, &linked, has_money);
    late(&shared, &values, &table.left_out, &mut coders);
    let columns = values.into_iter().zip(coders);
    table.facets = columns
        .map(|(values, coder)| values.column(coder))
        .collect();
    table
}

/// The columns of all projects, block by block.
fn parts(shared: &Shared<'_>, values: &[Values]) -> Vec<Part> {
    let blocks: Vec<&[Project]> = shared.catalog.data().projects.chunks(BLOCK).collect();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let done: Vec<Mutex<Part>> = blocks.iter().map(|_| Mutex::default()).collect();
    let work = || {
        loop {
            let block = next.fetch_add(1, Ordering::Relaxed);
            let (Some(projects), Some(done)) = (blocks.get(block), done.get(block)) else {
                return;
            };
            let part = part(shared, values, block * BLOCK, projects);
            *done.lock().unwrap_or_else(PoisonError::into_inner) = part;
        }
    };
    thread::scope(|scope| {
        for _ in 1..cores.min(blocks.len()) {
            scope.spawn(work);
        }
        work();
    });
    let parts = done.into_iter().map(Mutex::into_inner);
    parts
        .map(|part| part.unwrap_or_else(PoisonError::into_inner))
        .collect()
}

fn part<'a>(
    shared: &'a Shared<'a>,
    values: &[Values],
    first: usize,
    projects: &'a [Project],
) -> Part {
    let mut part = Part::default();
    part.amounts
        .resize_with(MoneyStage::ALL.len(), AmountColumn::default);
    part.facets.resize_with(FACETS.len(), Coder::default);
    let Some(one) = projects.first() else {
        return part;
    };
    let mut known = Resolved::new(shared, one);
    let mut own = Vec::new();
    for (position, project) in (first..).zip(projects) {
        known.look_up(project);
        part.add(&mut known);
        for ((facet, values), coder) in FACETS.iter().zip(values).zip(&mut part.facets) {
            if !is_late(facet.id) {
                values.add(facet, &mut known, &mut own, coder);
            }
        }
        if is_linked(project) {
            part.linked.push(position);
        }
    }
    part
}

impl Part {
    fn add(&mut self, known: &mut Resolved<'_>) {
        let (project, catalog) = (known.project, known.catalog());
        self.search.push(|out| known.search_text(out));
        self.announced
            .push(year_of(project, MilestoneKind::Announced));
        self.started.push(year_of(project, MilestoneKind::Started));
        self.completed
            .push(year_of(project, MilestoneKind::Completed));
        let status = known.status.and_then(|at| catalog.data().statuses.get(at));
        self.stage.push(status.map(|status| status.stage));
        self.spots.push(Spot::of(project));
        let mut kind_of = |id| known.kind(id);
        let amounts = Amount::of_stages(project, catalog.currency(), &mut kind_of);
        for (column, amount) in self.amounts.iter_mut().zip(amounts) {
            column.push(amount);
        }
    }
}

/// The facets that ask whose money counts.
fn late<'a>(
    shared: &'a Shared<'a>,
    values: &[Values],
    left_out: &[Option<LeftOut>],
    coders: &mut [Coder],
) {
    let projects = &shared.catalog.data().projects;
    let Some(first) = projects.first() else {
        return;
    };
    let mut known = Resolved::new(shared, first);
    let mut own = Vec::new();
    let columns = FACETS.iter().zip(values).zip(coders);
    for ((facet, values), coder) in columns.filter(|((facet, _), _)| is_late(facet.id)) {
        for (project, why) in projects.iter().zip(left_out) {
            known.leave_out(project, *why);
            values.add(facet, &mut known, &mut own, coder);
        }
    }
}

/// The year of a step that was reached; of several stated dates the earliest.
fn year_of(project: &Project, kind: MilestoneKind) -> Option<i32> {
    project
        .milestones
        .iter()
        .filter(|milestone| milestone.kind == kind && !milestone.planned)
        .map(|milestone| milestone.date.year())
        .min()
}
