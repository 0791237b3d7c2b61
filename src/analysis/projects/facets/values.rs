//! The values of the facets, and which of them a project has.

use super::{FacetValue, Has, Label, Resolved};
use crate::{
    analysis::projects::overlap::LeftOut,
    dataset::{
        catalog::Catalog,
        schema::{Instrument, MembershipState, Precision, Role, SourceKind, Text},
    },
};
use std::borrow::Cow;

/// Forms of money.
pub(super) const INSTRUMENTS: Closed<Instrument, 6> = [
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

pub(super) fn dataset(id: &str, name: &Text, slot: Option<u8>) -> FacetValue {
    FacetValue {
        id: id.to_owned(),
        label: Label::Dataset(name.clone()),
        slot,
    }
}

pub(super) fn programme_id(programme: &str, state: MembershipState) -> Cow<'_, str> {
    match state {
        MembershipState::Member => Cow::Borrowed(programme),
        MembershipState::NotMember => Cow::Owned(format!("{programme}/not")),
        MembershipState::Disputed => Cow::Owned(format!("{programme}/disputed")),
        MembershipState::Dropped => Cow::Owned(format!("{programme}/dropped")),
    }
}

pub(super) fn programmes(catalog: &Catalog) -> Vec<FacetValue> {
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
                id: programme_id(&programme.id, state).into_owned(),
                label: Label::MessageWith(key, programme.name.clone()),
                slot: None,
            })
        })
        .collect()
}

/// The organisations whose country passes.
pub(super) fn organisations(
    catalog: &Catalog,
    passes: impl Fn(Option<&str>) -> bool,
) -> Vec<FacetValue> {
    let organisations = catalog.data().organisations.iter();
    organisations
        .filter(|organisation| passes(organisation.country.as_deref()))
        .map(|organisation| dataset(&organisation.id, &organisation.name, None))
        .collect()
}

/// The organisations of a project whose country and role pass.
pub(super) fn parties(
    known: &Resolved<'_>,
    has: &mut Has<'_>,
    passes: impl Fn(Option<&str>, Role) -> bool,
) {
    for (organisation, country, role) in known.parties() {
        if passes(country, role) {
            has.record(Some(organisation));
        }
    }
}

/// The kinds of the sources of a project, of its states and of its figures.
pub(super) fn evidence(known: &mut Resolved<'_>, has: &mut Has<'_>) {
    let project = known.project;
    let figures = project.figures.iter().flat_map(|figure| &figure.sources);
    let states = project.status.iter().flat_map(|state| &state.sources);
    let mut told = None;
    for id in project.sources.iter().chain(figures).chain(states) {
        let kind = known.kind(id);
        if kind != told {
            one_of(&SOURCE_KINDS, kind, has);
            told = kind;
        }
    }
}

/// The best source of a project, of its states and of its figures.
pub(super) fn proof(known: &mut Resolved<'_>, has: &mut Has<'_>) {
    let project = known.project;
    let figures = project.figures.iter().flat_map(|figure| &figure.sources);
    let states = project.status.iter().flat_map(|state| &state.sources);
    let ids = project.sources.iter().chain(figures).chain(states);
    let best = ids.filter_map(|id| known.kind(id)).map(Proof::of).min();
    one_of(&PROOF, best, has);
}

/// How far a record is proven, by the best of its sources (after `formulas` E7, which also asks which side a
/// source is on; sources do not say that).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// A state body or an official statistic.
    Official,
    /// A data collection or research, which have looked at several sources.
    Collected,
    /// A company about itself.
    Company,
    /// Press or a wiki alone.
    Press,
}

impl Proof {
    fn of(kind: SourceKind) -> Self {
        match kind {
            SourceKind::Official | SourceKind::Statistics => Self::Official,
            SourceKind::Dataset | SourceKind::Research => Self::Collected,
            SourceKind::Company => Self::Company,
            SourceKind::News | SourceKind::Wiki => Self::Press,
        }
    }
}

/// How far records are proven.
pub(super) const PROOF: Closed<Proof, 4> = [
    (Proof::Official, "official", "proof-official"),
    (Proof::Collected, "collected", "proof-collected"),
    (Proof::Company, "company", "proof-company"),
    (Proof::Press, "press", "proof-press"),
];

/// A closed list of values: what it stands for, its id, the message key of its name.
type Closed<T, const N: usize> = [(T, &'static str, &'static str); N];

/// The values of a closed list.
pub(super) fn named<T, const N: usize>(list: &Closed<T, N>) -> Vec<FacetValue> {
    list.iter()
        .map(|(_, id, key)| FacetValue {
            id: (*id).to_owned(),
            label: Label::Message(key),
            slot: None,
        })
        .collect()
}

/// One of a closed list, if there is something.
pub(super) fn one_of<T: PartialEq + Copy, const N: usize>(
    list: &Closed<T, N>,
    wanted: Option<T>,
    has: &mut Has<'_>,
) {
    let found = list.iter().position(|(value, _, _)| wanted == Some(*value));
    if let Some(found) = found {
        has.at(found);
    }
}

/// How exact places are.
pub(super) const PRECISIONS: Closed<Precision, 4> = [
    (Precision::Site, "site", "precision-site"),
    (Precision::Town, "town", "precision-town"),
    (Precision::Region, "region", "precision-region"),
    (Precision::Country, "country", "precision-country"),
];

/// Kinds of sources.
pub(super) const SOURCE_KINDS: Closed<SourceKind, 7> = [
    (SourceKind::Official, "official", "source-kind-official"),
    (
        SourceKind::Statistics,
        "statistics",
        "source-kind-statistics",
    ),
    (SourceKind::Dataset, "dataset", "source-kind-dataset"),
    (SourceKind::Research, "research", "source-kind-research"),
    (SourceKind::Company, "company", "source-kind-company"),
    (SourceKind::News, "news", "source-kind-news"),
    (SourceKind::Wiki, "wiki", "source-kind-wiki"),
];

/// Whether sources differ about it.
pub(super) const CONFLICT: Closed<bool, 2> =
    [(true, "yes", "conflict-yes"), (false, "no", "conflict-no")];

/// Whether it is contested.
pub(super) const CONTESTED: Closed<bool, 2> = [
    (true, "yes", "contested-yes"),
    (false, "no", "contested-no"),
];

/// The value of projects whose money counts in totals.
pub(super) const COUNTS: &str = "yes";

/// Whether the money counts in totals, and if not why.
pub(super) fn counted() -> Vec<FacetValue> {
    let reasons = LeftOut::ALL.map(|reason| (reason.id(), left_out_key(reason)));
    let all = [(COUNTS, "counted-yes")].into_iter().chain(reasons);
    all.map(|(id, key)| FacetValue {
        id: id.to_owned(),
        label: Label::Message(key),
        slot: None,
    })
    .collect()
}

fn left_out_key(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::Umbrella => "left-out-umbrella",
        LeftOut::Replaced => "left-out-replaced",
        LeftOut::Overlap => "left-out-overlap",
        LeftOut::Stopped => "left-out-stopped",
    }
}
