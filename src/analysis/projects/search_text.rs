//! Everything that a person may search for, in long texts of many projects each.

/// Projects of one text.
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
}

impl Block {
    /// Adds a project: `write` writes what can be searched for.
    pub(super) fn push(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len());
    }

    pub(super) fn of(&self, nth: usize) -> Option<&str> {
        let before = nth.checked_sub(1);
        let from = before.map_or(Some(0), |nth| self.ends.get(nth).copied())?;
        self.text.get(from..*self.ends.get(nth)?)
    }
}

impl SearchText {
    /// Adds the next projects: [`BLOCK`] of them, unless they are the last.
    pub(super) fn push(&mut self, mut block: Block) {
        block.text.shrink_to_fit();
        self.blocks.push(block);
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
