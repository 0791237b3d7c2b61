//! Everything that a person may search for, in long texts of many projects each.

use super::{
    cores,
    places::WORD,
    words::{Words, longest_word},
};
use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

/// Projects of one text: as many as two bytes can number.
pub(super) const BLOCK: usize = 1 << 14;

/// What can be searched for in each project, folded; no word leads from one to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchText {
    blocks: Vec<Block>,
}

/// The projects of a text one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    text: String,
    ends: Vec<usize>,
    words: Words,
}

impl Block {
    /// Adds a project: `write` writes what can be searched for.
    pub(super) fn push(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len());
    }

    /// Ends the block: lists its words.
    pub(super) fn finish(&mut self) {
        self.text.shrink_to_fit();
        let texts = (0..self.ends.len()).map(|nth| self.of(nth).unwrap_or_default());
        self.words = Words::new(texts);
    }

    fn of(&self, nth: usize) -> Option<&str> {
        let before = nth.checked_sub(1);
        let from = before.map_or(Some(0), |nth| self.ends.get(nth).copied())?;
        self.text.get(from..*self.ends.get(nth)?)
    }

    /// The projects in which something stands, as words of a set.
    fn find(&self, needle: &str, longest: Option<&str>) -> Vec<usize> {
        let count = self.ends.len();
        let mut rows = match longest {
            Some(word) => self.words.find(word),
            None => vec![0; count.div_ceil(WORD)],
        };
        if longest == Some(needle) {
            return rows;
        }
        let finder = Finder::new(needle);
        for row in 0..count {
            let Some(own) = rows.get_mut(row / WORD) else {
                break;
            };
            let bit = 1 << (row % WORD);
            let has_word = longest.is_none() || *own & bit != 0;
            let text = self.of(row).filter(|_| has_word);
            if text.is_some_and(|text| finder.find(text.as_bytes()).is_some()) {
                *own |= bit;
            } else {
                *own &= !bit;
            }
        }
        rows
    }
}

impl SearchText {
    /// Adds the next projects: [`BLOCK`] of them, unless they are the last.
    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// The projects in which a folded word or phrase stands, of so many.
    pub(super) fn find(&self, needle: &str, projects: usize) -> FixedBitSet {
        let longest = longest_word(needle);
        let shared = self.blocks.len() > 2;
        let found = cores::each(self.blocks.len(), shared, |at| {
            let block = self.blocks.get(at);
            block.map_or_else(Vec::new, |block| block.find(needle, longest))
        });
        FixedBitSet::with_capacity_and_blocks(projects, found.into_iter().flatten())
    }

    /// What can be searched for in a project.
    #[must_use]
    pub fn of(&self, project: usize) -> &str {
        let block = self.blocks.get(project / BLOCK);
        block
            .and_then(|block| block.of(project % BLOCK))
            .unwrap_or_default()
    }
}
