//! Projects and deals: what, where, who, in which state, for how much of which kind of money.

use super::{Figure, Id, Ids, PartialDate, Text, list};
use serde::{Deserialize, Serialize};

/// A project or deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub name: Text,
    /// Id of the sector.
    pub sector: Id,
    /// What exactly, such as `cement` or `upstream oil`.
    #[serde(default)]
    pub subsector: Option<String>,
    /// What it is.
    #[serde(default)]
    pub description: Text,
    /// Its states, oldest first; the last one is the latest known. Empty means unknown.
    #[serde(default, deserialize_with = "list::exact")]
    pub status: Vec<StatusAt>,
    /// Dated steps. Two of the same kind with different dates are a conflict to be shown.
    #[serde(default, deserialize_with = "list::exact")]
    pub milestones: Vec<Milestone>,
    /// Official lists it is on, or is said not to be on. A list not named here: not known.
    #[serde(default, deserialize_with = "list::exact")]
    pub programmes: Vec<Membership>,
    /// Ids of the regions it lies in.
    #[serde(default)]
    pub regions: Ids,
    /// Where it is.
    #[serde(default)]
    pub place: Option<Place>,
    /// The line it follows, of a railway, a road or a pipeline.
    #[serde(default)]
    pub path: Option<Box<Path>>,
    /// How it is paid for.
    #[serde(default)]
    pub instrument: Option<Instrument>,
    /// Who takes part.
    #[serde(default, deserialize_with = "list::exact")]
    pub parties: Vec<Party>,
    /// Everything stated in numbers: money, capacity, jobs, shares.
    #[serde(default, deserialize_with = "list::exact")]
    pub figures: Vec<Figure>,
    /// What is contested.
    #[serde(default)]
    pub controversy: Option<Controversy>,
    /// Where sources differ in words rather than numbers.
    #[serde(default, deserialize_with = "list::exact")]
    pub disagreements: Vec<Disagreement>,
    /// Id of the umbrella project it is a part of; totals count the parts.
    #[serde(default)]
    pub part_of: Option<String>,
    /// Id of an earlier record that this one replaces; totals count this one.
    #[serde(default)]
    pub replaces: Option<String>,
    /// Ids of records that hold some of the same money; totals count the first of the group.
    #[serde(default)]
    pub overlaps: Ids,
    /// Ids of all sources of the record; never empty.
    pub sources: Ids,
    /// What the editor decided while entering the record, and why.
    #[serde(default)]
    pub note: Option<String>,
}

/// A state on a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusAt {
    /// Id of the status.
    pub status: Id,
    /// The date on which it was so.
    #[serde(default)]
    pub date: Option<PartialDate>,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// A dated step of a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Which step.
    pub kind: MilestoneKind,
    /// When.
    pub date: PartialDate,
    /// Planned, not reached when the source was written.
    #[serde(default)]
    pub planned: bool,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// Which step a [`Milestone`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MilestoneKind {
    /// First announced, agreed or signed.
    Announced,
    /// Building started.
    Started,
    /// Finished, opened, or the deal closed.
    Completed,
}

/// Membership of an official list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Id of the programme.
    pub programme: Id,
    /// Whether it is on the list.
    pub state: MembershipState,
    /// Ids of the sources; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// Whether a project is on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MembershipState {
    /// On the list.
    Member,
    /// Not on it.
    NotMember,
    /// Sources differ.
    Disputed,
    /// Was on it, then dropped.
    Dropped,
}

/// Where a project is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Town, district or site.
    #[serde(default)]
    pub name: Text,
    /// Latitude in degrees north.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Longitude in degrees east.
    #[serde(default)]
    pub lon: Option<f64>,
    /// How exact the position is.
    pub precision: Precision,
    /// Id of the country, where it is not the home country.
    #[serde(default)]
    pub country: Option<String>,
}

/// The line that a railway, a road or a pipeline follows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// The places it passes, in order; at least both ends.
    #[serde(deserialize_with = "list::exact")]
    pub points: Vec<Waypoint>,
    /// Whether it is only known which places it passes: the map then joins them by straight, dashed lines.
    pub schematic: bool,
    /// Ids of the sources of the line and its positions; never empty.
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// A place that a line passes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waypoint {
    /// Town, station or border crossing.
    #[serde(default)]
    pub name: Text,
    /// Latitude in degrees north.
    pub lat: f64,
    /// Longitude in degrees east.
    pub lon: f64,
}

/// How exact a position is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// The site itself.
    Site,
    /// The town or settlement.
    Town,
    /// Only the region is known: the point stands for it.
    Region,
    /// Only the country is known.
    Country,
}

/// How a project is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Instrument {
    /// A share bought or a company founded.
    Equity,
    /// A company of both sides.
    JointVenture,
    /// A construction contract.
    Contract,
    /// A loan.
    Loan,
    /// A grant.
    Grant,
    /// Several of these.
    Mixed,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Id of the organisation.
    pub organisation: Id,
    /// What it does in the project.
    pub role: Role,
    /// Ids of the sources; empty means those of the record.
    #[serde(default)]
    pub sources: Ids,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a party does in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Takes part on the partner country's side: invests, builds or supplies; which is not stated.
    PartnerSide,
    /// Takes part on the home country's side: owns, hosts or invests; which is not stated.
    HostSide,
    /// Invests.
    Investor,
    /// Builds or supplies.
    Contractor,
    /// Lends.
    Lender,
    /// Runs it.
    Operator,
    /// Sold the share or the company.
    Seller,
    /// Takes part in another way, or from a third country.
    Other,
}

/// What is contested about a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controversy {
    /// What is contested, and by whom.
    pub text: Text,
    /// Ids of the sources; never empty.
    pub sources: Ids,
}

/// Where sources differ in words rather than numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// What they differ about.
    pub about: String,
    /// What each says.
    #[serde(deserialize_with = "list::exact")]
    pub statements: Vec<StatedText>,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// What one source says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedText {
    /// In the dataset's own words.
    pub text: String,
    /// Ids of the sources; never empty.
    pub sources: Ids,
}
