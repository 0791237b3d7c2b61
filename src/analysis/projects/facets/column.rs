//! One facet of all projects as a column of small numbers.
//!
//! Many projects have the same values, so what each has is a code, and the values of a code are
//! kept once: counting goes by code, and only then by value.

use super::{FacetValue, Label, NOT_STATED, position};
use crate::analysis::projects::{codes::Codes, tally::Tally};
use foldhash::HashMap;

/// One facet of all projects: the values, and for each project positions in them.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetColumn {
    /// The values that occur, in display order; "not stated" last.
    pub values: Vec<FacetValue>,
    codes: Codes,
    sets: Sets,
}

/// Lists of values, each one kept once.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::analysis::projects) struct Sets {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Sets {
    pub(in crate::analysis::projects) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(in crate::analysis::projects) fn get(&self, code: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let from = code.checked_sub(1).and_then(end).unwrap_or(0);
        end(code)
            .and_then(|to| self.items.get(from..to))
            .unwrap_or(&[])
    }

    fn push(&mut self, items: &[u32]) -> u32 {
        let code = position(self.ends.len());
        self.items.extend(items);
        self.ends.push(position(self.items.len()));
        code
    }
}

impl FacetColumn {
    /// Positions in [`Self::values`] of what a project has.
    #[must_use]
    pub fn of(&self, project: usize) -> &[u32] {
        self.codes
            .get(project)
            .map_or(&[], |code| self.sets.get(code))
    }

    /// Position of the value with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }

    /// What each project has, as a position in [`Self::sets`].
    pub(in crate::analysis::projects) fn codes(&self) -> &Codes {
        &self.codes
    }

    /// How many codes there are.
    pub(in crate::analysis::projects) fn distinct(&self) -> usize {
        self.sets.len()
    }

    /// The values of each code.
    pub(in crate::analysis::projects) fn sets(&self) -> &Sets {
        &self.sets
    }

    /// Tallies of the values, from those of the codes: who has several values is in each of them.
    pub(in crate::analysis::projects) fn by_value(&self, codes: &[Tally]) -> Vec<Tally> {
        let mut values = vec![Tally::default(); self.values.len()];
        let occurs = |(_, tally): &(usize, &Tally)| tally.count > 0;
        for (code, tally) in codes.iter().enumerate().filter(occurs) {
            for value in self.sets.get(code) {
                if let Some(value) = values.get_mut(*value as usize) {
                    *value += *tally;
                }
            }
        }
        values
    }

    /// The column of all values and what the projects have of them; leaves out the values that
    /// no project has. The position behind `all` means "not stated".
    pub(super) fn new(all: Vec<FacetValue>, coder: Coder) -> Self {
        let Coder {
            mut sets, codes, ..
        } = coder;
        let mut used = vec![false; all.len() + 1];
        for item in &sets.items {
            if let Some(used) = used.get_mut(*item as usize) {
                *used = true;
            }
        }
        let not_stated = FacetValue {
            id: NOT_STATED.to_owned(),
            label: Label::Message("facet-not-stated"),
            slot: None,
        };
        let mut values = Vec::new();
        let mut renumbered = Vec::with_capacity(used.len());
        for (value, used) in all.into_iter().chain([not_stated]).zip(used) {
            renumbered.push(position(values.len()));
            if used {
                values.push(value);
            }
        }
        for item in &mut sets.items {
            *item = renumbered.get(*item as usize).copied().unwrap_or(*item);
        }
        Self {
            values,
            codes: Codes::of(codes, sets.len()),
            sets,
        }
    }
}

/// Gives codes to lists of values in the order in which they come.
#[derive(Default)]
pub(in crate::analysis::projects) struct Coder {
    sets: Sets,
    /// Codes of lists of one value, which most are.
    single: HashMap<u32, u32>,
    several: HashMap<Box<[u32]>, u32>,
    codes: Vec<u32>,
}

impl Coder {
    fn code(&mut self, values: &[u32]) -> u32 {
        if let [one] = values {
            return *self
                .single
                .entry(*one)
                .or_insert_with(|| self.sets.push(values));
        }
        if let Some(code) = self.several.get(values) {
            return *code;
        }
        let code = self.sets.push(values);
        self.several.insert(values.into(), code);
        code
    }

    /// Adds what the next project has.
    pub(in crate::analysis::projects) fn push(&mut self, values: &[u32]) {
        let code = self.code(values);
        self.codes.push(code);
    }

    /// The codes, and the list of each.
    pub(in crate::analysis::projects) fn into_parts(self) -> (Vec<u32>, Sets) {
        (self.codes, self.sets)
    }

    /// Adds the projects of another one behind its own.
    pub(in crate::analysis::projects) fn append(&mut self, other: &Self) {
        let codes = (0..other.sets.len()).map(|code| self.code(other.sets.get(code)));
        let codes: Vec<u32> = codes.collect();
        let known = |code: &u32| codes.get(*code as usize).copied().unwrap_or_default();
        self.codes.extend(other.codes.iter().map(known));
    }
}
