//! Which projects a filter keeps, and how many each facet value would keep under all other filters.

use super::{
    amount::MoneyStage,
    condition::{self, Condition},
    facets::FACETS,
    measure::{Measure, sums, tallies, told_apart},
    options::YearBasis,
    packs::{self, Pack},
    search::needles,
    sizes::{AmountFilter, sizes},
    table::ProjectTable,
    tally::Tally,
};
use crate::analysis::map::GeoBox;
use fixedbitset::FixedBitSet;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

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

/// The parts of a filter: what the counts leave out one at a time, and the rest.
struct Parts {
    /// Rows for which everything holds that no count leaves out.
    base: Option<FixedBitSet>,
    conditions: Vec<(Condition, Arc<FixedBitSet>)>,
    /// Number of all rows.
    len: usize,
}

impl Parts {
    fn new(table: &ProjectTable, filter: &Filter, stage: MoneyStage) -> Self {
        let needles = needles(&filter.text).into_iter().map(Condition::Needle);
        let always = needles.chain(filter.area.map(Condition::Area));
        let base = always.fold(None, |base: Option<FixedBitSet>, condition| {
            let rows = condition::rows(table, condition);
            Some(match base {
                Some(mut base) => {
                    base.intersect_with(&rows);
                    base
                }
                None => (*rows).clone(),
            })
        });
        let facets = FACETS.iter().enumerate().filter_map(|(position, facet)| {
            let choice = filter.facets.get(facet.id)?;
            (!choice.is_empty()).then(|| Condition::Facet(position, choice.clone()))
        });
        let years = filter.years;
        let years = years.map(|(basis, from, to)| Condition::Years(basis, from, to));
        let amount = filter.amount.map(|amount| Condition::Amount(amount, stage));
        let conditions = facets.chain(years).chain(amount).map(|condition| {
            let rows = condition::rows(table, condition.clone());
            (condition, rows)
        });
        Self {
            base,
            conditions: conditions.collect(),
            len: table.len,
        }
    }

    /// The rows for which all holds but what is left out.
    fn but(&self, left_out: Option<usize>) -> FixedBitSet {
        let base = self.base.clone();
        let mut all = base.unwrap_or_else(|| condition::every(self.len));
        for (position, (_, rows)) in self.conditions.iter().enumerate() {
            if Some(position) != left_out {
                all.intersect_with(rows);
            }
        }
        all
    }

    /// Whether some condition looks at what a measure counts.
    fn left_out(&self, measure: Measure) -> Option<usize> {
        let mut conditions = self.conditions.iter();
        conditions.position(|(condition, _)| match (condition, measure) {
            (Condition::Facet(facet, _), Measure::Facet(own)) => *facet == own,
            (Condition::Years(..), Measure::Years(_)) | (Condition::Amount(..), Measure::Sizes) => {
                true
            }
            _ => false,
        })
    }
}

/// The rows that a filter keeps.
#[must_use]
pub fn kept(table: &ProjectTable, filter: &Filter, stage: MoneyStage) -> FixedBitSet {
    Parts::new(table, filter, stage).but(None)
}

/// Applies a filter: each facet counts what all other parts keep.
#[must_use]
pub fn apply(
    table: &ProjectTable,
    filter: &Filter,
    stage: MoneyStage,
    basis: YearBasis,
) -> FilterResult {
    let parts = Parts::new(table, filter, stage);
    let rows = parts.but(None);
    let facets = (0..table.facets.len()).map(Measure::Facet);
    let measures: Vec<Measure> = facets
        .chain([Measure::Years(basis), Measure::Sizes])
        .collect();
    let is_left_out = |measure: &&Measure| parts.left_out(**measure).is_some();
    let together: Vec<Measure> = measures
        .iter()
        .filter(|measure| !is_left_out(measure))
        .copied()
        .collect();
    let mut counted = unpacked(table, &rows, stage, &together);
    for measure in measures.iter().filter(is_left_out) {
        let rows = parts.but(parts.left_out(*measure));
        let own = tallies(table, &rows, stage, &[*measure]);
        counted.extend(own.into_iter().map(|own| (*measure, own)));
    }
    let mut result = FilterResult {
        count: rows.count_ones(..),
        rows,
        facets: vec![FacetResult::default(); table.facets.len()],
        year_counts: BTreeMap::new(),
        sizes: Sizes::default(),
    };
    for (measure, tallies) in counted {
        result.take(table, measure, &tallies);
    }
    result
}

impl FilterResult {
    /// Takes in what was counted by a measure.
    fn take(&mut self, table: &ProjectTable, measure: Measure, tallies: &[Tally]) {
        match measure {
            Measure::Facet(at) => {
                let column = table.facets.get(at);
                let values = column.map(|column| column.by_value(tallies));
                if let Some(own) = self.facets.get_mut(at) {
                    own.values = values.unwrap_or_default();
                }
            }
            Measure::Years(basis) => {
                let keys = table.years.get(basis.index()).map(|years| &years.keys);
                let years = keys.into_iter().flatten().zip(tallies);
                let years = years.filter(|(_, tally)| tally.count > 0);
                self.year_counts = years
                    .filter_map(|(year, tally)| Some(((*year)?, tally.count)))
                    .collect();
            }
            Measure::Sizes => self.sizes = sizes(tallies),
            _ => {}
        }
    }
}

/// Counts by several measures, where possible by several at once.
fn unpacked(
    table: &ProjectTable,
    rows: &FixedBitSet,
    stage: MoneyStage,
    measures: &[Measure],
) -> Vec<(Measure, Vec<Tally>)> {
    // Packs count sizes at one stage only.
    let has_own = |own: &Measure| *own != Measure::Sizes || stage == packs::STAGE;
    let is_wanted = |own: &&Measure| measures.contains(*own) && has_own(own);
    let packs = table.packs.iter().enumerate();
    // Of a pack of which little is wanted, that is counted by itself.
    let packs = packs.filter(|(_, pack)| pack.members.iter().filter(is_wanted).count() > 1);
    let packs: Vec<(usize, &Pack)> = packs.collect();
    let is_packed = |own: &Measure| {
        let mut packs = packs.iter();
        has_own(own) && packs.any(|(_, pack)| pack.members.contains(own))
    };
    let alone = measures.iter().copied().filter(|own| !is_packed(own));
    let asked = packs.iter().map(|(at, _)| Measure::Pack(*at)).chain(alone);
    let asked: Vec<Measure> = asked.collect();
    let mut counted = Vec::new();
    for (measure, sums) in asked.iter().zip(sums(table, rows, stage, &asked)) {
        match *measure {
            Measure::Pack(at) => {
                let Some(pack) = table.packs.get(at) else {
                    continue;
                };
                let members = pack.members.iter().enumerate();
                let wanted = members.filter(|(_, own)| is_wanted(own));
                counted.extend(wanted.map(|(at, own)| (*own, pack.of_member(at, &sums))));
            }
            measure => counted.push((measure, sums.to_vec())),
        }
    }
    let told = counted.into_iter();
    told.map(|(measure, sums)| (measure, told_apart(table, stage, &sums)))
        .collect()
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
            let count = kept(table, &rest, stage).count_ones(..);
            (part, count)
        })
        .filter(|(_, kept)| *kept > 0)
        .collect();
    parts.sort_by_key(|(_, kept)| std::cmp::Reverse(*kept));
    parts
}
