//! Where in a dataset something is: a record and the way to a field in it.
//!
//! How such a place is found in the text of a file is in `position`.

use super::section::Section;
use std::fmt;

/// One step from a value to a value inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step<'a> {
    /// A named field of a struct.
    Field(&'a str),
    /// An element of a list or tuple, counted from 0.
    Index(usize),
    /// An entry of a map whose keys are whole numbers, such as years.
    Key(i64),
}

/// The record a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Root {
    /// The dataset as a whole.
    Dataset,
    /// Its `meta`.
    Meta,
    /// A record of a section, by its position in the joined list.
    Item(Section, usize),
}

/// Longest way from a record to a value in it, in steps.
const MAX_STEPS: usize = 6;

/// A place in a dataset. Small and without heap memory, so that checks can pass it along freely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    root: Root,
    steps: [Step<'static>; MAX_STEPS],
    length: usize,
}

impl At {
    /// The dataset as a whole.
    pub const DATASET: Self = Self::root_of(Root::Dataset);
    /// The `meta` of the dataset.
    pub const META: Self = Self::root_of(Root::Meta);

    const fn root_of(root: Root) -> Self {
        Self {
            root,
            steps: [Step::Index(0); MAX_STEPS],
            length: 0,
        }
    }

    /// A record of a section.
    #[must_use]
    pub fn item(section: Section, index: usize) -> Self {
        Self::root_of(Root::Item(section, index))
    }

    /// A field of the struct at this place.
    #[must_use]
    pub fn field(self, name: &'static str) -> Self {
        self.then(Step::Field(name))
    }

    /// An element of the list at this place.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    /// An entry of the map at this place.
    #[must_use]
    pub fn key(self, key: impl Into<i64>) -> Self {
        self.then(Step::Key(key.into()))
    }

    /// Steps beyond the longest way that exists stop at the struct they are in.
    fn then(mut self, step: Step<'static>) -> Self {
        if let Some(free) = self.steps.get_mut(self.length) {
            *free = step;
            self.length += 1;
        }
        self
    }

    /// Whether this place and another are elements of one list.
    #[must_use]
    pub fn is_in_list_of(&self, other: Option<Self>) -> bool {
        let Some(other) = other else {
            return false;
        };
        match (self.steps(), other.steps()) {
            ([own @ .., Step::Index(_)], [others @ .., Step::Index(_)]) => {
                self.root == other.root && own == others
            }
            _ => false,
        }
    }

    /// The record this place is in.
    #[must_use]
    pub fn root(&self) -> Root {
        self.root
    }

    /// The way from the record to this place.
    #[must_use]
    pub fn steps(&self) -> &[Step<'static>] {
        self.steps.get(..self.length).unwrap_or_default()
    }
}

/// The way from the record, as people read it: `figures #2, value`.
impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps().iter().enumerate() {
            match step {
                Step::Field(name) if position == 0 => write!(f, "{name}")?,
                Step::Field(name) => write!(f, ", {name}")?,
                Step::Index(index) => write!(f, " #{}", index + 1)?,
                Step::Key(key) => write!(f, " {key}")?,
            }
        }
        Ok(())
    }
}
