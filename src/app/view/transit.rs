//! What the Transit tab shows.

use serde::{Deserialize, Serialize};

/// Cargo, choices and selection of the Transit tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TransitView {
    /// Id of the route in the inspector.
    pub selected: Option<String>,
}
