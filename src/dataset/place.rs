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

/// Most fields on the way from a record to a value in it.
const MAX_LEVELS: usize = 3;

/// A place in a dataset. Small and without heap memory, because the rules make one for every value
/// that they look at, and nearly none of these is ever reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    root: Root,
    levels: [Level; MAX_LEVELS],
    /// How many levels there are; one more than there can be if the way went on.
    length: usize,
}

/// A field, and what is meant of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Level {
    field: &'static str,
    of_it: OfIt,
}

/// What of a field is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OfIt {
    All,
    /// An element of the list.
    Index(u32),
    /// An entry of the map.
    Key(i32),
}

impl At {
    /// The dataset as a whole.
    pub const DATASET: Self = Self::root_of(Root::Dataset);
    /// The `meta` of the dataset.
    pub const META: Self = Self::root_of(Root::Meta);

    const fn root_of(root: Root) -> Self {
        let none = Level {
            field: "",
            of_it: OfIt::All,
        };
        Self {
            root,
            levels: [none; MAX_LEVELS],
            length: 0,
        }
    }

    /// A record of a section.
    #[must_use]
    #[inline]
    pub fn item(section: Section, index: usize) -> Self {
        Self::root_of(Root::Item(section, index))
    }

    /// A field of the struct at this place. Fields beyond the longest way that exists stop at the
    /// struct they are in.
    #[must_use]
    #[inline]
    pub fn field(mut self, name: &'static str) -> Self {
        if let Some(free) = self.levels.get_mut(self.length) {
            free.field = name;
            free.of_it = OfIt::All;
        }
        self.length = (self.length + 1).min(MAX_LEVELS + 1);
        self
    }

    /// An element of the list at this place.
    #[must_use]
    #[inline]
    pub fn index(self, index: usize) -> Self {
        self.of_it(OfIt::Index(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    /// An entry of the map at this place.
    #[must_use]
    #[inline]
    pub fn key(self, key: i32) -> Self {
        self.of_it(OfIt::Key(key))
    }

    #[inline]
    fn of_it(mut self, of_it: OfIt) -> Self {
        let last = self.length.checked_sub(1);
        if let Some(last) = last.and_then(|last| self.levels.get_mut(last)) {
            last.of_it = of_it;
        }
        self
    }

    /// Its position in the list in which it is an element, counted from 0.
    #[must_use]
    #[inline]
    pub fn position_in_list(&self) -> Option<u32> {
        let last = self.length.checked_sub(1)?;
        match self.levels.get(last)?.of_it {
            OfIt::Index(index) => Some(index),
            OfIt::All | OfIt::Key(_) => None,
        }
    }

    /// The record this place is in.
    #[must_use]
    pub fn root(&self) -> Root {
        self.root
    }

    /// Whether this is a record as a whole, or the dataset or its `meta`.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.length == 0
    }

    /// The way from the record to this place.
    pub fn steps(&self) -> impl Iterator<Item = Step<'static>> {
        self.levels.iter().take(self.length).flat_map(|level| {
            let of_it = match level.of_it {
                OfIt::All => None,
                OfIt::Index(index) => Some(Step::Index(index as usize)),
                OfIt::Key(key) => Some(Step::Key(key.into())),
            };
            [Some(Step::Field(level.field)), of_it]
                .into_iter()
                .flatten()
        })
    }
}

/// The way from the record, as people read it: `figures #2, value`.
impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps().enumerate() {
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
