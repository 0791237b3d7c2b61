//! What the Trade tab shows.

use serde::{Deserialize, Serialize};

/// Choices and selection of the Trade tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TradeView {
    /// The year in the inspector.
    pub selected_year: Option<i32>,
}
