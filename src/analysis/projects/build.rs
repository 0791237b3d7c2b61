//! Builds the columns of a catalog: blocks of projects on all cores, each looked at once while it
//! is in the processor's cache, then put together in order.

use super::{
    amount::{Amount, MoneyStage},
    cited::{Cited, LISTS, list},
    codes::Numbered,
    cores,
    dates::Dates,
    facets::{Coder, FACETS, Resolved, Shared, Values},
    map::{Placing, Spot},
    moments::Happened,
    money::FillingAmounts,
    options::YearBasis,
    overlap::{LeftOut, is_linked, left_out},
    packs::Pack,
    schedule::{Span, as_of},
    search_text::{BLOCK, Block},
    table::ProjectTable,
};
use crate::dataset::schema::Id;
use crate::dataset::{
    catalog::Catalog,
    schema::{PartialDate, Project, Stage},
};

/// The columns of some projects.
#[derive(Default)]
struct Part {
    search: Block,
    announced: Vec<Option<i32>>,
    started: Vec<Option<i32>>,
    completed: Vec<Option<i32>>,
    dates: Dates,
    stage: Vec<Option<Stage>>,
    spots: Vec<Spot>,
    amounts: Vec<FillingAmounts>,
    facets: Vec<Coder>,
    /// The sources of each amount and of the project.
    cited: Vec<Coder>,
    /// Positions of the projects that speak of others.
    linked: Vec<usize>,
    /// Positions of the projects with a line.
    lines: Vec<u32>,
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
    let mut amounts = MoneyStage::ALL.map(|_| FillingAmounts::default());
    let mut coders: Vec<Coder> = FACETS.iter().map(|_| Coder::default()).collect();
    let mut cited: Vec<Coder> = (0..LISTS).map(|_| Coder::default()).collect();
    let mut linked = Vec::new();
    for mut part in parts {
        for (list, own) in cited.iter_mut().zip(&part.cited) {
            list.append(own);
        }
        table.search.push(part.search);
        table.announced.append(&mut part.announced);
        table.started.append(&mut part.started);
        table.completed.append(&mut part.completed);
        table.dates.append(&mut part.dates);
        table.stage.append(&mut part.stage);
        table.spots.append(&mut part.spots);
        for (column, own) in amounts.iter_mut().zip(&mut part.amounts) {
            column.append(own);
        }
        for (coder, own) in coders.iter_mut().zip(&part.facets) {
            coder.append(own);
        }
        linked.append(&mut part.linked);
        table.lines.append(&mut part.lines);
    }
    table.amounts = cores::each(amounts.len(), true, |stage| {
        let amounts = amounts.get(stage);
        amounts.map(FillingAmounts::finished).unwrap_or_default()
    });
    let latest = table.amounts.get(MoneyStage::Latest.index());
    let has_money = |row| latest.is_some_and(|latest| latest.money_of(row).is_some());
    table.left_out = left_out(catalog, &table.stage, &linked, has_money);
    late(&shared, &values, &table.left_out, &mut coders);
    let columns = values.into_iter().zip(coders);
    table.facets = columns
        .map(|(values, coder)| values.column(coder))
        .collect();
    let sources = catalog.data().sources.len();
    let cited = cited.into_iter();
    table.cited = cited.map(|lists| Cited::new(lists, sources)).collect();
    table.happened = Happened::new(catalog);
    prepare(&mut table);
    table
}

/// What is counted by, from the columns that say it.
fn prepare(table: &mut ProjectTable) {
    let counts = table.left_out.iter().enumerate();
    let counts = counts.filter(|(_, why)| why.is_none()).map(|(row, _)| row);
    table.counts = counts.collect();
    // Rows behind the last that counts are rows too.
    table.counts.grow(table.len);
    let years = |at: usize| {
        let basis = YearBasis::ALL.get(at).copied().unwrap_or_default();
        Numbered::new(basis.column(table).iter().copied())
    };
    table.years = cores::each(YearBasis::ALL.len(), true, years);
    table.placing = Placing::new(&table.spots);
    table.packs = Pack::all(table);
}

/// The columns of all projects, block by block.
fn parts(shared: &Shared<'_>, values: &[Values]) -> Vec<Part> {
    let blocks: Vec<&[Project]> = shared.catalog.data().projects.chunks(BLOCK).collect();
    cores::each(blocks.len(), true, |block| {
        let projects = blocks.get(block).copied().unwrap_or_default();
        part(shared, values, block * BLOCK, projects)
    })
}

fn part<'a>(
    shared: &'a Shared<'a>,
    values: &[Values],
    first: usize,
    projects: &'a [Project],
) -> Part {
    let mut part = Part::default();
    part.amounts
        .resize_with(MoneyStage::ALL.len(), FillingAmounts::default);
    part.facets.resize_with(FACETS.len(), Coder::default);
    part.cited.resize_with(LISTS, Coder::default);
    let Some(one) = projects.first() else {
        return part;
    };
    let mut known = Resolved::new(shared, one);
    let mut own = Vec::new();
    let as_of = as_of(shared.catalog);
    for (position, project) in (first..).zip(projects) {
        known.look_up(project);
        part.add(position, &mut known, as_of);
        for ((facet, values), coder) in FACETS.iter().zip(values).zip(&mut part.facets) {
            if !is_late(facet.id) {
                values.add(facet, &mut known, &mut own, coder);
            }
        }
        if project.path.is_some() {
            part.lines.extend(u32::try_from(position));
        }
        if is_linked(project) {
            part.linked.push(position);
        }
    }
    part.search.finish();
    part
}

impl Part {
    fn add(&mut self, position: usize, known: &mut Resolved<'_>, as_of: Option<f64>) {
        let (project, catalog) = (known.project, known.catalog());
        self.search.push(|out| known.search_text(out));
        let status = known.status.and_then(|at| catalog.data().statuses.get(at));
        let stage = status.map(|status| status.stage);
        self.stage.push(stage);
        let span = Span::of(position, project, stage, as_of);
        // Of several stated dates of a step the earliest is that of the span.
        let year = |date: fn(&Span) -> Option<PartialDate>| {
            let date = span.as_ref().and_then(date);
            date.map(PartialDate::year)
        };
        self.announced.push(year(|span| span.announced));
        self.started.push(year(|span| span.started));
        self.completed.push(year(|span| span.completed));
        self.dates.push(span);
        self.spots.push(Spot::of(project));
        let mut kind_of = |id| known.kind(id);
        let amounts = Amount::of_stages(project, catalog.currency(), &mut kind_of);
        for (column, amount) in self.amounts.iter_mut().zip(amounts) {
            column.push(amount);
        }
        let mut own = Vec::new();
        for (stage, amount) in MoneyStage::ALL.into_iter().zip(amounts) {
            let figure = amount.and_then(|amount| project.figures.get(amount.figure));
            let sources = figure.map_or(&[][..], |figure| &figure.sources[..]);
            self.cite(Some(stage), sources, known, &mut own);
        }
        self.cite(None, &project.sources, known, &mut own);
    }

    /// Adds the next list of sources; `own` is memory for it.
    fn cite<'a>(
        &mut self,
        stage: Option<MoneyStage>,
        ids: &'a [Id],
        known: &mut Resolved<'a>,
        own: &mut Vec<u32>,
    ) {
        own.clear();
        own.extend(ids.iter().filter_map(|id| known.source(id)));
        if let Some(cited) = self.cited.get_mut(list(stage)) {
            cited.push(own);
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
