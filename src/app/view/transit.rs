//! What the Transit tab shows.

use crate::{
    analysis::transit::{Ends, Question, rows::RowSort},
    dataset::catalog::Catalog,
};
use serde::{Deserialize, Serialize};

/// Cargo, choices and selection of the Transit tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TransitView {
    /// What is asked; the dataset's own question if missing.
    pub question: Option<Question>,
    /// The picture in front, where there is room for only one.
    pub picture: TransitPicture,
    /// Order of the table.
    pub sort: RowSort,
    /// Id of the route in the inspector.
    pub selected: Option<String>,
}

/// A picture of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TransitPicture {
    /// Days against cost.
    #[default]
    TimeCost,
    /// Generalised cost over the value of the cargo.
    ValueCost,
}

impl TransitPicture {
    /// All pictures in order.
    pub const ALL: [Self; 2] = [Self::TimeCost, Self::ValueCost];
}

impl TransitView {
    /// What is asked of this dataset; `default` is the dataset's own question.
    ///
    /// A remembered trip between nodes that the dataset no longer has would find nothing.
    #[must_use]
    pub fn asked(&self, catalog: &Catalog, default: &Question) -> Question {
        let mut question = self.question.clone().unwrap_or_else(|| default.clone());
        if let Ends::Near {
            origin,
            destination,
        } = &question.ends
            && [origin, destination]
                .into_iter()
                .any(|id| catalog.node(id).is_none())
        {
            question.ends.clone_from(&default.ends);
        }
        question
    }
}
