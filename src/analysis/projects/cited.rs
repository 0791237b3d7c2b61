//! Which sources the amounts and the projects cite, as codes: a picture of many projects says its
//! sources without going through their records.

use super::{amount::MoneyStage, codes::Codes, facets::Coder, lately::Lately};
use fixedbitset::FixedBitSet;
use std::sync::Arc;

/// How many lists of sources a project has: one a stage, and its own.
pub(super) const LISTS: usize = MoneyStage::ALL.len() + 1;
/// How many counts of all projects are kept.
const MOST_KEPT: usize = 2;

/// Lists of sources: one of each project.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cited {
    /// The position of the source, or behind all sources the position in `sets`.
    codes: Codes,
    /// How many sources there are.
    sources: usize,
    /// Lists of none or several sources.
    sets: Vec<Box<[u32]>>,
    /// How many of some projects have each code.
    counts: Lately<FixedBitSet, Vec<u32>>,
}

/// Position of a list: of the amounts at a stage, or of the projects.
pub(super) fn list(stage: Option<MoneyStage>) -> usize {
    stage.map_or(LISTS - 1, MoneyStage::index)
}

impl Cited {
    pub(super) fn new(lists: Coder, sources: usize) -> Self {
        let (codes, lists) = lists.into_parts();
        let mut sets: Vec<Box<[u32]>> = Vec::new();
        let renumbered = (0..lists.len()).map(|code| match lists.get(code) {
            [one] => *one,
            several => {
                sets.push(several.into());
                u32::try_from(sources + sets.len() - 1).unwrap_or(u32::MAX)
            }
        });
        let renumbered: Vec<u32> = renumbered.collect();
        let known = |code: u32| renumbered.get(code as usize).copied().unwrap_or_default();
        let codes = codes.into_iter().map(known).collect();
        Self {
            codes: Codes::of(codes, sources + sets.len()),
            sources,
            sets,
            counts: Lately::default(),
        }
    }

    fn distinct(&self) -> usize {
        self.sources + self.sets.len()
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
            self.codes.each_of(&others, |_, code| {
                if let Some(count) = left.get_mut(code) {
                    *count -= 1;
                }
            });
            let left = left.iter().enumerate().filter(|(_, count)| **count > 0);
            let mut used = FixedBitSet::with_capacity(self.distinct());
            left.for_each(|(code, _)| used.insert(code));
            used
        } else {
            let mut used = FixedBitSet::with_capacity(self.distinct());
            self.codes.each_of(&own, |_, code| used.insert(code));
            used
        };
        self.sources(used)
    }

    fn counts_of(&self, all: &FixedBitSet) -> Arc<Vec<u32>> {
        if let Some(counts) = self.counts.get(all) {
            return counts;
        }
        let mut counts = vec![0; self.distinct()];
        self.codes.each_of(all, |_, code| {
            if let Some(count) = counts.get_mut(code) {
                *count += 1;
            }
        });
        self.counts.keep(all.clone(), counts, MOST_KEPT)
    }

    fn sources(&self, mut used: FixedBitSet) -> Vec<u32> {
        for (code, set) in (self.sources..).zip(&self.sets) {
            if used.contains(code) {
                set.iter().for_each(|source| used.insert(*source as usize));
            }
        }
        let sources = used.ones().take_while(|at| *at < self.sources);
        sources.filter_map(|at| u32::try_from(at).ok()).collect()
    }
}
