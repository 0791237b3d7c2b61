//! What the Sources tab shows.

use serde::{Deserialize, Serialize};

/// Search and selection of the Sources tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourcesView {
    /// Words that must all occur.
    pub text: String,
    /// Id of the source in the inspector.
    pub selected: Option<String>,
}
