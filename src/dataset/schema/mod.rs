//! The file format: one struct a record, one file a section, exactly as a person writes it.
//!
//! These types are not the working types: [`crate::dataset::catalog::Catalog`] is.
//! Missing is an absent field (`None`, empty list), never zero.
//! Money is in **millions of a currency** unless a field says otherwise.

mod claim;
mod date;
mod event;
mod figure;
mod id;
mod list;
mod lookup;
mod meta;
mod organisation;
mod programme;
mod project;
mod series;
mod source;
mod text;
mod transit;
mod years;

pub use claim::{Check, Claim, ListCheck, ListNumber, ListPart, QuoteCheck, Statement};
pub use date::{DateError, PartialDate, Period};
pub use event::{Event, EventKind};
pub use figure::{Figure, FigureKind, Qualifier, Quantity};
pub use id::{Id, Ids};
pub use lookup::{
    Country, CountryKind, Measure, MeasureRole, Recorder, RecorderKind, Region, Sector,
    SectorGroup, Stage, Status,
};
pub use meta::{Attribution, Meta};
pub use organisation::{Organisation, OrganisationKind};
pub use programme::{Programme, ProgrammeState, Scope, StatePart};
pub use project::{
    Controversy, Disagreement, Instrument, Membership, MembershipState, Milestone, MilestoneKind,
    Party, Path, Place, Precision, Project, Role, StatedText, StatusAt, Waypoint,
};
pub use series::{Flow, Mark, MarkKind, Product, Series, Valuation};
pub use source::{Source, SourceKind};
pub use text::Text;
pub(super) use years::TWICE;

pub use transit::{
    BorderMeasure, BorderMetric, CargoPreset, Corridor, Direction, EmissionFactor, EmissionGas,
    EmissionScope, Leg, Metric, Mode, Node, NodeKind, Observation, Route, RouteScope, Transit,
};

use serde::{Deserialize, Serialize};

/// The schema version this program writes and reads.
///
/// When it rises, `read::version` turns files of the versions before into these types.
pub const SCHEMA_VERSION: u32 = 1;

/// The top-level struct of every file of a dataset.
///
/// A dataset is one such file, or a folder of them whose lists are joined in the
/// order of the file names. Exactly one file carries `meta`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dataset {
    /// What the dataset is; required once.
    pub meta: Option<Meta>,
    /// Countries and groups of countries.
    pub countries: Vec<Country>,
    /// First-level regions that projects lie in.
    pub regions: Vec<Region>,
    /// Groups of sectors, in display order; each has a colour slot.
    pub sector_groups: Vec<SectorGroup>,
    /// Sectors, each in one group.
    pub sectors: Vec<Sector>,
    /// Project states in the order a project passes through them.
    pub statuses: Vec<Status>,
    /// Who records statistics, and how.
    pub recorders: Vec<Recorder>,
    /// What the series measure, with definitions.
    pub measures: Vec<Measure>,
    /// Where every figure comes from.
    pub sources: Vec<Source>,
    /// Companies, banks, ministries: one entry under all its names.
    pub organisations: Vec<Organisation>,
    /// Projects and deals.
    pub projects: Vec<Project>,
    /// Official lists of projects, as they were stated over time.
    pub programmes: Vec<Programme>,
    /// Product codes and names.
    pub products: Vec<Product>,
    /// Yearly numbers.
    pub series: Vec<Series>,
    /// Routes, nodes, observations, factors; a file may carry a part of it.
    pub transit: Transit,
    /// Statements that several claims belong to.
    pub statements: Vec<Statement>,
    /// Who said what number (or what point) when.
    pub claims: Vec<Claim>,
    /// Dated events.
    pub events: Vec<Event>,
}
