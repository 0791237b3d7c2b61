//! Which projects a filter keeps, and how many each facet value would keep under all other filters.

use super::{
    amount::MoneyStage,
    facets::FACETS,
    map::Spot,
    options::YearBasis,
    search::needles,
    sizes::{self, AmountFilter},
    table::ProjectTable,
    tally::Tally,
};
use crate::analysis::map::GeoBox;
use fixedbitset::FixedBitSet;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a person asked to see.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words that must all occur, in any order; phrases stand in quotes.
    pub text: String,
    /// Facet id to the chosen values.
    pub facets: BTreeMap<String, Choice>,
    /// First and last year, and of which step.
    pub years: Option<(YearBasis, i32, i32)>,
    /// How much money, of the stage that is looked at.
    pub amount: Option<AmountFilter>,
    /// Where on the map.
    pub area: Option<GeoBox>,
}

/// Chosen values of one facet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// At least one of these must hold, unless empty.
    pub include: BTreeSet<String>,
    /// None of these may hold.
    pub exclude: BTreeSet<String>,
}

impl Choice {
    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }
}

/// One part of a filter that can be dropped on its own: a chip.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FilterPart {
    /// The search text.
    Text,
    /// A whole facet.
    Facet(String),
    /// The years.
    Years,
    /// How much money.
    Amount,
    /// Where on the map.
    Area,
}

impl Filter {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }

    /// The parts that are in use, in display order.
    #[must_use]
    pub fn parts(&self) -> Vec<FilterPart> {
        let text = (!self.text.trim().is_empty()).then_some(FilterPart::Text);
        let facets = FACETS
            .iter()
            .filter(|facet| {
                self.facets
                    .get(facet.id)
                    .is_some_and(|choice| !choice.is_empty())
            })
            .map(|facet| FilterPart::Facet(facet.id.to_owned()));
        let years = self.years.map(|_| FilterPart::Years);
        let amount = self.amount.map(|_| FilterPart::Amount);
        let area = self.area.map(|_| FilterPart::Area);
        let parts = text.into_iter().chain(facets);
        parts.chain(years).chain(amount).chain(area).collect()
    }

    /// The filter without one of its parts.
    #[must_use]
    pub fn without(&self, part: &FilterPart) -> Self {
        let mut filter = self.clone();
        match part {
            FilterPart::Text => filter.text.clear(),
            FilterPart::Facet(id) => {
                filter.facets.remove(id);
            }
            FilterPart::Years => filter.years = None,
            FilterPart::Amount => filter.amount = None,
            FilterPart::Area => filter.area = None,
        }
        filter
    }
}

/// What a filter keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterResult {
    /// The projects kept.
    pub rows: FixedBitSet,
    /// Number of projects kept.
    pub count: usize,
    /// Counts for each of [`FACETS`].
    pub facets: Vec<FacetResult>,
    /// Projects by year of the basis under all filters but the years: first year and counts.
    pub year_counts: BTreeMap<i32, usize>,
    /// Projects by the size of their money under all filters but the amount.
    pub sizes: Sizes,
}

/// How many projects have how much money.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sizes {
    /// Projects in each step of the logarithmic scale.
    pub steps: BTreeMap<i32, usize>,
    /// Projects that state no amount.
    pub not_stated: usize,
}

/// Counts of one facet's values under all *other* filters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FacetResult {
    /// One count for each value of the facet's column.
    pub values: Vec<Tally>,
}

/// A filter with its ids resolved to positions.
struct Resolved {
    needles: Vec<String>,
    facets: Vec<(Vec<usize>, Vec<usize>, bool)>,
    years: Option<(YearBasis, i32, i32)>,
}

impl Resolved {
    fn new(table: &ProjectTable, filter: &Filter) -> Self {
        let facets = FACETS.iter().zip(&table.facets).map(|(facet, column)| {
            let choice = filter.facets.get(facet.id);
            let positions = |ids: &BTreeSet<String>| {
                ids.iter()
                    .filter_map(|id| column.position(id))
                    .collect::<Vec<_>>()
            };
            choice.map_or((vec![], vec![], false), |choice| {
                let asked = !choice.include.is_empty();
                (
                    positions(&choice.include),
                    positions(&choice.exclude),
                    asked,
                )
            })
        });
        Self {
            needles: needles(&filter.text),
            facets: facets.collect(),
            years: filter.years,
        }
    }

    fn text_holds(&self, table: &ProjectTable, row: usize) -> bool {
        let text = table.search.of(row);
        self.needles
            .iter()
            .all(|needle| text.contains(needle.as_str()))
    }

    fn facet_holds(&self, table: &ProjectTable, facet: usize, row: usize) -> bool {
        let (Some((include, exclude, asked)), Some(column)) =
            (self.facets.get(facet), table.facets.get(facet))
        else {
            return true;
        };
        let has = |wanted: &[usize]| {
            column
                .of(row)
                .iter()
                .any(|value| wanted.contains(&(*value as usize)))
        };
        (!asked || has(include)) && !has(exclude)
    }

    fn years_hold(&self, table: &ProjectTable, row: usize) -> bool {
        self.years.is_none_or(|(basis, from, to)| {
            basis
                .year(table, row)
                .is_some_and(|year| (from..=to).contains(&year))
        })
    }
}

/// Applies a filter in one pass: a project that fails exactly one facet still counts in that facet.
#[must_use]
pub fn apply(
    table: &ProjectTable,
    filter: &Filter,
    stage: MoneyStage,
    basis: YearBasis,
) -> FilterResult {
    let resolved = Resolved::new(table, filter);
    let mut rows = FixedBitSet::with_capacity(table.len);
    let mut facets: Vec<FacetResult> = table
        .facets
        .iter()
        .map(|column| FacetResult {
            values: vec![Tally::default(); column.values.len()],
        })
        .collect();
    let mut year_counts = BTreeMap::new();
    let mut sizes = Sizes::default();
    for row in 0..table.len {
        if !in_area(table, filter, row) || !resolved.text_holds(table, row) {
            continue;
        }
        let years_hold = resolved.years_hold(table, row);
        let mut failing =
            (0..facets.len()).filter(|facet| !resolved.facet_holds(table, *facet, row));
        let (first, second) = (failing.next(), failing.next());
        if second.is_some() {
            continue;
        }
        let stated_m = table.amount(row, stage).map(|amount| amount.money_m);
        let amount_holds = filter.amount.is_none_or(|amount| amount.holds(stated_m));
        if first.is_none()
            && amount_holds
            && let Some(year) = basis.year(table, row)
        {
            *year_counts.entry(year).or_insert(0) += 1;
        }
        if first.is_none() && years_hold {
            sizes::count(&mut sizes, stated_m);
        }
        if !years_hold || !amount_holds {
            continue;
        }
        rows.set(row, first.is_none());
        let money_m = table.counted_m(row, stage);
        for (position, result) in facets.iter_mut().enumerate() {
            if first.is_none() || first == Some(position) {
                count(table, result, position, row, money_m);
            }
        }
    }
    FilterResult {
        count: rows.count_ones(..),
        rows,
        facets,
        year_counts,
        sizes,
    }
}

/// Whether a project is drawn in the chosen area.
fn in_area(table: &ProjectTable, filter: &Filter, row: usize) -> bool {
    filter.area.is_none_or(|area| {
        let spot = table.spots.get(row).and_then(Spot::at);
        spot.is_some_and(|at| area.holds(at))
    })
}

fn count(
    table: &ProjectTable,
    result: &mut FacetResult,
    facet: usize,
    row: usize,
    money_m: Option<f64>,
) {
    let values = table
        .facets
        .get(facet)
        .map_or(&[][..], |column| column.of(row));
    for value in values {
        if let Some(tally) = result.values.get_mut(*value as usize) {
            tally.add(money_m);
        }
    }
}

/// For an empty result: each part of the filter whose removal alone would show projects, with how many.
#[must_use]
pub fn what_empties(
    table: &ProjectTable,
    filter: &Filter,
    stage: MoneyStage,
) -> Vec<(FilterPart, usize)> {
    let mut parts: Vec<(FilterPart, usize)> = filter
        .parts()
        .into_iter()
        .map(|part| {
            let rest = filter.without(&part);
            let kept = apply(table, &rest, stage, YearBasis::Announced).count;
            (part, kept)
        })
        .filter(|(_, kept)| *kept > 0)
        .collect();
    parts.sort_by_key(|(_, kept)| std::cmp::Reverse(*kept));
    parts
}
