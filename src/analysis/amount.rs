//! A total that carries how it was made. Not here: single stated figures, which live in the schema.

use crate::dataset::schema::Id;
use std::collections::BTreeSet;

/// Ids of sources, without repeats, in order.
pub type Sources = BTreeSet<Id>;

/// A sum with its unit, the number of records in it and missing from it, and its sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The sum in `unit`; missing if no record had a value.
    pub value: Option<f64>,
    /// Unit of the value, such as `USD m`.
    pub unit: String,
    /// Records with a value.
    pub n_used: usize,
    /// Records without one.
    pub n_missing: usize,
    /// Sources of the records used.
    pub sources: Sources,
}

impl Amount {
    /// A sum over nothing: missing, not zero.
    #[must_use]
    pub fn empty(unit: &str) -> Self {
        Self {
            value: None,
            unit: unit.to_owned(),
            n_used: 0,
            n_missing: 0,
            sources: Sources::new(),
        }
    }

    /// Adds one record. A missing or non-finite value is counted as missing and its
    /// sources are left out, because they support no part of the sum.
    pub fn add<'a>(&mut self, value: Option<f64>, sources: impl IntoIterator<Item = &'a Id>) {
        match value.filter(|value| value.is_finite()) {
            Some(value) => {
                self.value = Some(self.value.unwrap_or(0.0) + value);
                self.n_used += 1;
                self.sources.extend(sources.into_iter().cloned());
            }
            None => self.n_missing += 1,
        }
    }

    /// All records asked for, with or without a value.
    #[must_use]
    pub fn n_asked(&self) -> usize {
        self.n_used + self.n_missing
    }
}
