//! Dated events, shown on timelines and as markers on charts.

use super::{Ids, PartialDate, Text};
use serde::{Deserialize, Serialize};

/// Something that happened on a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Stable id.
    pub id: String,
    /// When.
    pub date: PartialDate,
    /// Headline by language.
    pub title: Text,
    /// What kind of event.
    pub kind: EventKind,
    /// What happened.
    #[serde(default)]
    pub description: Text,
    /// Ids of the projects it concerns.
    #[serde(default)]
    pub projects: Ids,
    /// Ids of the sources; never empty.
    pub sources: Ids,
}

/// What kind of event an [`Event`] is: a lane of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventKind {
    /// A signed agreement or memorandum.
    Agreement,
    /// A state visit or summit.
    Visit,
    /// A law, a decision, a programme.
    Policy,
    /// Something opened, started or finished.
    Infrastructure,
    /// A loan, a share deal, a fund.
    Finance,
    /// A deal or a turn in trade.
    Trade,
    /// A conflict, a court case, an accident.
    Dispute,
    /// A protest.
    Protest,
}

impl EventKind {
    /// All kinds in lane order.
    pub const ALL: [Self; 8] = [
        Self::Agreement,
        Self::Visit,
        Self::Policy,
        Self::Infrastructure,
        Self::Finance,
        Self::Trade,
        Self::Dispute,
        Self::Protest,
    ];
}
