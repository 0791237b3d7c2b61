//! Organisations: one entry under all its names.

use super::{Text, list};
use serde::{Deserialize, Serialize};

/// A company, bank, ministry, university or fund.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Stable id.
    pub id: String,
    /// Names by language; the shortest one people use.
    pub name: Text,
    /// Other names it appears under.
    #[serde(default, deserialize_with = "list::exact")]
    pub aliases: Vec<String>,
    /// Id of the country it is seated in.
    #[serde(default)]
    pub country: Option<String>,
    /// What kind of organisation it is.
    #[serde(default)]
    pub kind: OrganisationKind,
    /// Id of the organisation that owns or controls it.
    #[serde(default)]
    pub parent: Option<String>,
    /// Anything the reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// What kind of organisation an [`Organisation`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum OrganisationKind {
    /// A company.
    #[default]
    Company,
    /// A bank or other lender.
    Bank,
    /// A fund or financial investor.
    Fund,
    /// A government, ministry, city or agency.
    Government,
    /// A university, school or institute.
    Education,
    /// An international organisation.
    International,
    /// Anything else.
    Other,
}
