//! The projects in columns: everything filters, charts and tables read, computed once a dataset.

use super::{
    amount::{Amount, MoneyStage},
    breakdown::BreakdownColumn,
    build,
    by_amount::Parted,
    cells::{Cell, Crossing, Fate, Kind, Sized},
    cited::Cited,
    codes::Numbered,
    condition::Condition,
    counting::Sum,
    dates::Dates,
    facets::FacetColumn,
    in_order::Placed,
    lately::Lately,
    map::{Placing, Spot},
    measure::{Counted, Measure},
    moments::Happened,
    money::AmountColumn,
    options::YearBasis,
    order::{Order, OrderKey},
    outcomes::OutcomesBy,
    overlap::LeftOut,
    packs::Pack,
    search_text::SearchText,
    stack::{StackBy, StackPart},
    tally::Tally,
};
use crate::dataset::{catalog::Catalog, schema::Stage};
use fixedbitset::FixedBitSet;

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
    /// The projects with a line, in order.
    pub(super) lines: Vec<u32>,
    /// The projects by whether they are.
    pub(super) placing: Placing,
    /// What a schedule says.
    pub(super) dates: Dates,
    /// What happened and was said.
    pub(super) happened: Happened,
    /// Why a project's money is left out of totals.
    pub left_out: Vec<Option<LeftOut>>,
    /// The projects whose money is not left out.
    pub(super) counts: FixedBitSet,
    /// The years by [`YearBasis::index`].
    pub(super) years: Vec<Numbered<Option<i32>>>,
    /// Which sources are cited, by [`super::cited::list`].
    pub(super) cited: Vec<Cited>,
    /// Facets that are counted together.
    pub(super) packs: Vec<Pack>,
    /// The rows for which parts of the last filters hold.
    pub(super) conditions: Lately<Condition, FixedBitSet>,
    /// Where projects stand in the last pictures.
    pub(super) cells: Lately<(StackBy, YearBasis), Numbered<Cell>>,
    /// What was to be said about money at the last stages.
    pub(super) kinds: Lately<(MoneyStage, YearBasis), Numbered<Kind>>,
    /// Rows and columns of projects in the last breakdowns.
    pub(super) crossed: Lately<Crossing, Numbered<(StackPart, BreakdownColumn)>>,
    /// What became of projects, for the last outcomes.
    pub(super) fates: Lately<(OutcomesBy, StackBy), Numbered<Fate>>,
    /// What projects were for the last sizes.
    pub(super) sized: Lately<(MoneyStage, StackBy), Numbered<Sized>>,
    /// All projects in the order of their amounts.
    pub(super) by_amount: Lately<MoneyStage, Order>,
    /// The last places in this order.
    pub(super) placed: Lately<(MoneyStage, FixedBitSet), Placed>,
    /// Their parts in this order.
    pub(super) parted: Lately<(MoneyStage, StackBy), Parted>,
    /// The last counts of all projects.
    pub(super) totals: Lately<(Measure, MoneyStage), Vec<Sum>>,
    /// The last projects that were counted, and their counts.
    pub(super) last: Lately<(Measure, MoneyStage), Counted>,
    /// The last counts by what is to be said about money.
    pub(super) by_kind: Lately<(MoneyStage, YearBasis, FixedBitSet), Vec<Tally>>,
    /// How many of the projects that count state each amount.
    pub(super) stated: Lately<MoneyStage, Vec<u32>>,
    /// The same of the last projects, and which these were.
    pub(super) last_stated: Lately<MoneyStage, (FixedBitSet, Vec<u32>)>,
    /// The orders of all projects that the table was last shown in.
    pub(super) orders: Lately<OrderKey, Order>,
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
        let years = self.years.get(basis.index())?.keys.iter().flatten();
        years.clone().min().copied().zip(years.max().copied())
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
