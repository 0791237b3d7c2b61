//! The projects in columns: everything filters, charts and tables read, computed once a dataset.

use super::{
    amount::{Amount, MoneyStage},
    chart::YearBasis,
    facets::{FACETS, FacetColumn},
    fold::fold,
    map::Spot,
    overlap::{LeftOut, left_out},
};
use crate::dataset::{
    catalog::Catalog,
    schema::{MilestoneKind, Project, Stage, Text},
};
use std::{panic::resume_unwind, thread};

/// The projects of a catalog in columns; rows are positions in the dataset's list.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectTable {
    /// Number of projects.
    pub len: usize,
    /// One column for each of [`FACETS`].
    pub facets: Vec<FacetColumn>,
    /// Everything a person may search for, folded.
    pub search: Vec<String>,
    /// Year announced.
    pub announced: Vec<Option<i32>>,
    /// Year work started.
    pub started: Vec<Option<i32>>,
    /// Year completed, as far as reached.
    pub completed: Vec<Option<i32>>,
    /// Broad stage of the latest status.
    pub stage: Vec<Option<Stage>>,
    /// The amount that stands for a project, by [`MoneyStage::index`].
    pub amounts: Vec<Vec<Option<Amount>>>,
    /// Where a project is drawn on the map.
    pub spots: Vec<Spot>,
    /// Why a project's money is left out of totals.
    pub left_out: Vec<Option<LeftOut>>,
}

impl ProjectTable {
    /// Builds the columns; the two groups of them that take longest at the same time.
    #[must_use]
    pub fn build(catalog: &Catalog) -> Self {
        thread::scope(|scope| {
            let search = scope.spawn(|| {
                let projects = catalog.data().projects.iter();
                projects
                    .map(|project| search_text(catalog, project))
                    .collect()
            });
            let table = Self::without_search(catalog);
            let search = search.join().unwrap_or_else(|panic| resume_unwind(panic));
            Self { search, ..table }
        })
    }

    fn without_search(catalog: &Catalog) -> Self {
        let projects = &catalog.data().projects;
        let each = |kind| {
            projects
                .iter()
                .map(|project| year_of(project, kind))
                .collect()
        };
        let stage: Vec<Option<Stage>> = projects
            .iter()
            .map(|project| {
                let latest = project.status.last()?;
                catalog.status(&latest.status).map(|status| status.stage)
            })
            .collect();
        let amounts: Vec<Vec<Option<Amount>>> = MoneyStage::ALL
            .iter()
            .map(|stage| {
                let chosen = projects
                    .iter()
                    .map(|project| Amount::choose(catalog, project, *stage));
                chosen.collect()
            })
            .collect();
        let has_money: Vec<bool> = amounts
            .get(MoneyStage::Latest.index())
            .map(|latest| latest.iter().map(Option::is_some).collect())
            .unwrap_or_default();
        let left_out = left_out(catalog, &stage, &has_money);
        Self {
            len: projects.len(),
            facets: FACETS
                .iter()
                .map(|facet| FacetColumn::build(catalog, facet, &left_out))
                .collect(),
            search: Vec::new(),
            announced: each(MilestoneKind::Announced),
            started: each(MilestoneKind::Started),
            completed: each(MilestoneKind::Completed),
            spots: projects.iter().map(Spot::of).collect(),
            left_out,
            stage,
            amounts,
        }
    }

    /// First and last year of any project on this basis.
    #[must_use]
    pub fn year_range(&self, basis: YearBasis) -> Option<(i32, i32)> {
        let years = || (0..self.len).filter_map(|row| basis.year(self, row));
        years().min().zip(years().max())
    }

    /// The amount that stands for a project at a stage.
    #[must_use]
    pub fn amount(&self, project: usize, stage: MoneyStage) -> Option<Amount> {
        self.amounts
            .get(stage.index())?
            .get(project)
            .copied()
            .flatten()
    }

    /// The amount that a total at a stage takes from a project: none if left out.
    #[must_use]
    pub fn counted_m(&self, project: usize, stage: MoneyStage) -> Option<f64> {
        if self.left_out.get(project).copied().flatten().is_some() {
            return None;
        }
        self.amount(project, stage).map(|amount| amount.money_m)
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

fn search_text(catalog: &Catalog, project: &Project) -> String {
    let mut texts: Vec<&Text> = vec![&project.name, &project.description];
    let mut words: Vec<&str> = vec![&project.id];
    words.extend(project.subsector.as_deref());
    for party in &project.parties {
        if let Some(organisation) = catalog.organisation(&party.organisation) {
            texts.push(&organisation.name);
            words.extend(organisation.aliases.iter().map(String::as_str));
        }
    }
    texts.extend(project.place.as_ref().map(|place| &place.name));
    let regions = project.regions.iter().filter_map(|id| catalog.region(id));
    texts.extend(regions.map(|region| &region.name));
    words.extend(
        texts
            .iter()
            .flat_map(|text| text.values())
            .map(String::as_str),
    );
    // Folded one by one, so that a search cannot match across two texts.
    words.into_iter().map(fold).collect::<Vec<_>>().join("\n")
}
