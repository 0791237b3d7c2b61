//! What the Trade tab shows.

use crate::analysis::trade::TradeChoice;
use serde::{Deserialize, Serialize};

/// Choices and selection of the Trade tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TradeView {
    /// What is looked at, and how.
    pub choice: TradeChoice,
    /// The year in the inspector; none means the latest.
    pub selected_year: Option<i32>,
}
