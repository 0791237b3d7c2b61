//! The projects in columns: everything filters, charts and tables read, computed once a dataset.

use super::{
    amount::{Amount, MoneyStage},
    build,
    facets::FacetColumn,
    map::Spot,
    money::AmountColumn,
    options::YearBasis,
    overlap::LeftOut,
    search_text::SearchText,
};
use crate::dataset::{catalog::Catalog, schema::Stage};

/// The projects of a catalog in columns; rows are positions in the dataset's list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProjectTable {
    /// Number of projects.
    pub len: usize,
    /// One column for each of [`super::FACETS`].
    pub facets: Vec<FacetColumn>,
    /// Everything a person may search for, folded.
    pub search: SearchText,
    /// Year announced.
    pub announced: Vec<Option<i32>>,
    /// Year work started.
    pub started: Vec<Option<i32>>,
    /// Year completed, as far as reached.
    pub completed: Vec<Option<i32>>,
    /// Broad stage of the latest status.
    pub stage: Vec<Option<Stage>>,
    /// The amount that stands for a project, by [`MoneyStage::index`].
    pub amounts: Vec<AmountColumn>,
    /// Where a project is drawn on the map.
    pub spots: Vec<Spot>,
    /// Why a project's money is left out of totals.
    pub left_out: Vec<Option<LeftOut>>,
}

impl ProjectTable {
    /// Builds the columns on all cores.
    #[must_use]
    pub fn build(catalog: &Catalog) -> Self {
        build::table(catalog)
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
        self.amounts.get(stage.index())?.of(project)
    }

    /// The amount that a total at a stage takes from a project: none if left out.
    #[must_use]
    pub fn counted_m(&self, project: usize, stage: MoneyStage) -> Option<f64> {
        if self.left_out.get(project).copied().flatten().is_some() {
            return None;
        }
        self.amounts.get(stage.index())?.money_of(project)
    }
}
