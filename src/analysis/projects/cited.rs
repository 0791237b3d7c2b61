//! Which sources the amounts and the projects cite, as codes: a picture of many projects says its
//! sources without going through their records.

use super::{
    amount::MoneyStage,
    codes::Codes,
    facets::{Coder, Sets},
    lately::Lately,
};
use fixedbitset::FixedBitSet;
use std::sync::Arc;

/// How many lists of sources a project has: one a stage, and its own.
pub(super) const LISTS: usize = MoneyStage::ALL.len() + 1;
/// How many counts of all projects are kept.
const MOST_KEPT: usize = 2;

/// Lists of sources: one of each project.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cited {
    codes: Codes,
    /// The positions of the sources for each code.
    sets: Sets,
    /// How many of some projects have each code.
    counts: Lately<FixedBitSet, Vec<u32>>,
}

/// Position of a list: of the amounts at a stage, or of the projects.
pub(super) fn list(stage: Option<MoneyStage>) -> usize {
    stage.map_or(LISTS - 1, MoneyStage::index)
}

impl Cited {
    pub(super) fn new(lists: Coder) -> Self {
        let (codes, sets) = lists.into_parts();
        Self {
            codes: Codes::of(codes, sets.len()),
            sets,
            counts: Lately::default(),
        }
    }

    /// Positions of the sources that some projects cite, of `all` that could. Of most of them they are found
    /// by what the others cite.
    pub(super) fn of(&self, all: &FixedBitSet, rows: &FixedBitSet) -> Vec<u32> {
        let mut own = rows.clone();
        own.intersect_with(all);
        let mut others = all.clone();
        others.difference_with(&own);
        let used = if others.count_ones(..) < own.count_ones(..) {
            let mut left = self.counts_of(all).to_vec();
            for code in others.ones().filter_map(|row| self.codes.get(row)) {
                if let Some(count) = left.get_mut(code) {
                    *count -= 1;
                }
            }
            let left = left.iter().enumerate().filter(|(_, count)| **count > 0);
            left.map(|(code, _)| code).collect()
        } else {
            let mut used = FixedBitSet::with_capacity(self.sets.len());
            for code in own.ones().filter_map(|row| self.codes.get(row)) {
                used.insert(code);
            }
            used
        };
        self.sources(&used)
    }

    fn counts_of(&self, all: &FixedBitSet) -> Arc<Vec<u32>> {
        if let Some(counts) = self.counts.get(all) {
            return counts;
        }
        let mut counts = vec![0; self.sets.len()];
        for code in all.ones().filter_map(|row| self.codes.get(row)) {
            if let Some(count) = counts.get_mut(code) {
                *count += 1;
            }
        }
        self.counts.keep(all.clone(), counts, MOST_KEPT)
    }

    fn sources(&self, used: &FixedBitSet) -> Vec<u32> {
        let mut sources = FixedBitSet::new();
        for source in used.ones().flat_map(|code| self.sets.get(code)) {
            sources.grow_and_insert(*source as usize);
        }
        let sources = sources.ones();
        sources.filter_map(|at| u32::try_from(at).ok()).collect()
    }
}
