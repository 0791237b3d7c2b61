//! Which sources the amounts and the projects cite, as codes: a picture of many projects says its
//! sources without going through their records.

use super::{amount::MoneyStage, codes::Codes, facets::Coder, lately::Lately};
use fixedbitset::FixedBitSet;
use std::sync::Arc;

/// How many lists of sources a project has: one a stage, and its own.
pub(super) const LISTS: usize = MoneyStage::ALL.len() + 1;
/// How many counts of all projects, and how many answers, are kept.
const MOST_KEPT: usize = 2;
/// So many times as many projects must be kept as dropped before it pays to take the dropped ones away: that
/// changes a list of numbers, where otherwise single bytes are set.
const DROPPED: usize = 4;

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
    /// The sources that the last projects cite.
    last: Lately<FixedBitSet, Vec<u32>>,
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
            last: Lately::default(),
        }
    }

    fn distinct(&self) -> usize {
        self.sources + self.sets.len()
    }

    /// Positions of the sources that some projects cite, of `all` that could.
    pub(super) fn of(&self, all: &FixedBitSet, rows: &FixedBitSet) -> Vec<u32> {
        let mut own = rows.clone();
        own.intersect_with(all);
        let sources = self.last.get_or_compute(own, MOST_KEPT, |own| {
            let used = self.used(all, own);
            self.sources(used)
        });
        sources.to_vec()
    }

    /// Which codes some projects have. Of most of them that is found by what the others have.
    fn used(&self, all: &FixedBitSet, own: &FixedBitSet) -> Vec<bool> {
        let count = own.count_ones(..);
        let dropped = all.count_ones(..) - count;
        if dropped.saturating_mul(DROPPED) < count {
            let mut others = all.clone();
            others.difference_with(own);
            let mut left = self.counts_of(all).to_vec();
            self.codes.each_of(&others, |_, code| {
                if let Some(count) = left.get_mut(code) {
                    *count -= 1;
                }
            });
            return left.into_iter().map(|count| count > 0).collect();
        }
        // A byte each: projects beside each other often cite the same, and a bit would have to be read back
        // before it is set again.
        let mut used = vec![false; self.distinct()];
        self.codes.each_of(own, |_, code| {
            if let Some(used) = used.get_mut(code) {
                *used = true;
            }
        });
        used
    }

    fn counts_of(&self, all: &FixedBitSet) -> Arc<Vec<u32>> {
        self.counts.get_or_compute(all.clone(), MOST_KEPT, |all| {
            let mut counts = vec![0; self.distinct()];
            self.codes.each_of(all, |_, code| {
                if let Some(count) = counts.get_mut(code) {
                    *count += 1;
                }
            });
            counts
        })
    }

    /// The sources that codes stand for.
    fn sources(&self, mut used: Vec<bool>) -> Vec<u32> {
        for (code, set) in (self.sources..).zip(&self.sets) {
            if used.get(code) != Some(&true) {
                continue;
            }
            for source in set {
                if let Some(used) = used.get_mut(*source as usize) {
                    *used = true;
                }
            }
        }
        let sources = used.into_iter().zip(0..).take(self.sources);
        let used = sources.filter_map(|(used, source)| used.then_some(source));
        used.collect()
    }
}
