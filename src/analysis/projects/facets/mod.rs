//! The facets projects can be filtered by: one table, one row a facet.
//!
//! A facet knows which values a project has; counting, filtering, chips, sentences and
//! the panel loop over [`FACETS`].

use crate::dataset::{
    catalog::Catalog,
    schema::{Instrument, MembershipState, Project, Text},
};
use std::collections::HashMap;

/// The value of records that state none.
pub const NOT_STATED: &str = "";

/// A way to divide the projects.
pub struct Facet {
    /// Stable id, used in saved views.
    pub id: &'static str,
    /// Message key of its name.
    pub name: &'static str,
    /// Whether the panel opens it at first.
    pub open: bool,
    /// All values the dataset can have, in display order.
    values: fn(&Catalog) -> Vec<FacetValue>,
    /// The ids of the values a project has.
    of: fn(&Catalog, &Project) -> Vec<String>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetValue {
    /// Stable id; [`NOT_STATED`] for none.
    pub id: String,
    /// How it is called.
    pub label: Label,
    /// Colour slot, where the value has a colour of its own.
    pub slot: Option<u8>,
}

/// A name from the dataset or from the messages.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// A name in the dataset's languages.
    Dataset(Text),
    /// A message key.
    Message(&'static str),
    /// A message key with `$name` from the dataset.
    MessageWith(&'static str, Text),
}

/// The facets, in panel order.
pub const FACETS: &[Facet] = &[
    Facet {
        id: "group",
        name: "facet-group",
        open: true,
        values: |catalog| {
            let groups = catalog.data().sector_groups.iter();
            groups
                .map(|group| value(&group.id, &group.name, Some(group.slot)))
                .collect()
        },
        of: |catalog, project| {
            let sector = catalog.sector(&project.sector);
            sector
                .map(|sector| sector.group.clone())
                .into_iter()
                .collect()
        },
    },
    Facet {
        id: "status",
        name: "facet-status",
        open: true,
        values: |catalog| {
            let statuses = catalog.data().statuses.iter();
            statuses
                .map(|status| value(&status.id, &status.name, None))
                .collect()
        },
        of: |_, project| {
            let latest = project.status.last();
            latest
                .map(|entry| entry.status.clone())
                .into_iter()
                .collect()
        },
    },
    Facet {
        id: "programme",
        name: "facet-programme",
        open: true,
        values: programme_values,
        of: |_, project| {
            let memberships = project.programmes.iter();
            memberships
                .map(|membership| programme_value(&membership.programme, membership.state))
                .collect()
        },
    },
    Facet {
        id: "party",
        name: "facet-party",
        open: true,
        values: |catalog| {
            let partner = catalog.partner();
            let organisations = catalog.data().organisations.iter();
            organisations
                .filter(|organisation| organisation.country.as_deref() == Some(partner))
                .map(|organisation| value(&organisation.id, &organisation.name, None))
                .collect()
        },
        of: partner_parties,
    },
    Facet {
        id: "region",
        name: "facet-region",
        open: true,
        values: |catalog| {
            let regions = catalog.data().regions.iter();
            regions
                .map(|region| value(&region.id, &region.name, None))
                .collect()
        },
        of: |_, project| project.regions.clone(),
    },
    Facet {
        id: "sector",
        name: "facet-sector",
        open: false,
        values: |catalog| {
            let sectors = catalog.data().sectors.iter();
            sectors
                .map(|sector| {
                    let group = catalog.sector_group(&sector.group);
                    value(&sector.id, &sector.name, group.map(|group| group.slot))
                })
                .collect()
        },
        of: |_, project| vec![project.sector.clone()],
    },
    Facet {
        id: "instrument",
        name: "facet-instrument",
        open: false,
        values: |_| {
            let instruments = INSTRUMENTS.iter();
            instruments
                .map(|(_, id, key)| FacetValue {
                    id: (*id).to_owned(),
                    label: Label::Message(key),
                    slot: None,
                })
                .collect()
        },
        of: |_, project| {
            let own = INSTRUMENTS
                .iter()
                .find(|(kind, _, _)| Some(*kind) == project.instrument);
            own.map(|(_, id, _)| (*id).to_owned()).into_iter().collect()
        },
    },
];

const INSTRUMENTS: [(Instrument, &str, &str); 6] = [
    (Instrument::Equity, "equity", "instrument-equity"),
    (
        Instrument::JointVenture,
        "joint-venture",
        "instrument-joint-venture",
    ),
    (Instrument::Contract, "contract", "instrument-contract"),
    (Instrument::Loan, "loan", "instrument-loan"),
    (Instrument::Grant, "grant", "instrument-grant"),
    (Instrument::Mixed, "mixed", "instrument-mixed"),
];

fn value(id: &str, name: &Text, slot: Option<u8>) -> FacetValue {
    FacetValue {
        id: id.to_owned(),
        label: Label::Dataset(name.clone()),
        slot,
    }
}

fn programme_value(programme: &str, state: MembershipState) -> String {
    match state {
        MembershipState::Member => programme.to_owned(),
        MembershipState::NotMember => format!("{programme}/not"),
        MembershipState::Disputed => format!("{programme}/disputed"),
        MembershipState::Dropped => format!("{programme}/dropped"),
    }
}

fn programme_values(catalog: &Catalog) -> Vec<FacetValue> {
    let states = [
        (MembershipState::Member, "programme-on"),
        (MembershipState::Disputed, "programme-disputed"),
        (MembershipState::Dropped, "programme-dropped"),
        (MembershipState::NotMember, "programme-not"),
    ];
    let programmes = catalog.data().programmes.iter();
    programmes
        .flat_map(|programme| {
            states.map(|(state, key)| FacetValue {
                id: programme_value(&programme.id, state),
                label: Label::MessageWith(key, programme.name.clone()),
                slot: None,
            })
        })
        .collect()
}

fn partner_parties(catalog: &Catalog, project: &Project) -> Vec<String> {
    let partner = catalog.partner();
    let mut ids: Vec<String> = project
        .parties
        .iter()
        .filter_map(|party| catalog.organisation(&party.organisation))
        .filter(|organisation| organisation.country.as_deref() == Some(partner))
        .map(|organisation| organisation.id.clone())
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// One facet of all projects as columns: the values, and for each project positions in them.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetColumn {
    /// The values that occur, in display order; "not stated" last.
    pub values: Vec<FacetValue>,
    offsets: Vec<u32>,
    items: Vec<u32>,
}

impl FacetColumn {
    pub(super) fn build(catalog: &Catalog, facet: &Facet) -> Self {
        let projects = &catalog.data().projects;
        let all = (facet.values)(catalog);
        let of: Vec<Vec<String>> = projects
            .iter()
            .map(|project| (facet.of)(catalog, project))
            .collect();
        let used: std::collections::HashSet<&str> =
            of.iter().flatten().map(String::as_str).collect();
        let mut values: Vec<FacetValue> = all
            .into_iter()
            .filter(|value| used.contains(value.id.as_str()))
            .collect();
        if of.iter().any(Vec::is_empty) {
            values.push(FacetValue {
                id: NOT_STATED.to_owned(),
                label: Label::Message("facet-not-stated"),
                slot: None,
            });
        }
        let positions: HashMap<&str, u32> = values
            .iter()
            .zip(0..)
            .map(|(value, position)| (value.id.as_str(), position))
            .collect();
        let mut offsets = vec![0];
        let mut items = Vec::new();
        for ids in &of {
            if ids.is_empty() {
                items.extend(positions.get(NOT_STATED));
            }
            items.extend(ids.iter().filter_map(|id| positions.get(id.as_str())));
            offsets.push(u32::try_from(items.len()).unwrap_or(u32::MAX));
        }
        Self {
            values,
            offsets,
            items,
        }
    }

    /// Positions in [`Self::values`] of what a project has.
    #[must_use]
    pub fn of(&self, project: usize) -> &[u32] {
        let bound = |at: usize| self.offsets.get(at).map(|offset| *offset as usize);
        match (bound(project), bound(project + 1)) {
            (Some(from), Some(to)) => self.items.get(from..to).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Position of the value with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }
}
