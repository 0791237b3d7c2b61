//! What the Overview tab shows.

use serde::{Deserialize, Serialize};

/// Choices and selection of the Overview tab.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OverviewView {
    /// Whether statements about more or less than the official list are drawn too.
    pub all_statements: bool,
    /// The record in the inspector.
    pub selected: Option<OverviewRecord>,
}

/// A record that the Overview tab can show in the inspector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OverviewRecord {
    /// The claim with this id.
    Claim(String),
    /// The event with this id.
    Event(String),
    /// A statement about the official list: id of the programme, position of the state.
    ListState(String, usize),
}
