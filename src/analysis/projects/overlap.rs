//! The rule against counting money twice (`formulas` E2), on by default and always visible.

use crate::dataset::{
    catalog::Catalog,
    schema::{Project, Stage},
};

/// Why a record's money is left out of totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// It is an umbrella; its parts are counted.
    Umbrella,
    /// A later record replaces it.
    Replaced,
    /// Another record holds the same money and is counted.
    Overlap,
    /// It was suspended or cancelled.
    Stopped,
}

impl LeftOut {
    /// All reasons.
    pub const ALL: [Self; 4] = [Self::Umbrella, Self::Replaced, Self::Overlap, Self::Stopped];

    /// Id of the facet whose values are these reasons.
    pub const FACET: &'static str = "counted";

    /// Stable id, which is also the facet's value.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Umbrella => "umbrella",
            Self::Replaced => "replaced",
            Self::Overlap => "overlap",
            Self::Stopped => "stopped",
        }
    }
}

/// Whether a project speaks of the money of others.
pub(super) fn is_linked(project: &Project) -> bool {
    let one = project.part_of.is_some() || project.replaces.is_some();
    one || !project.overlaps.is_empty()
}

/// For each project, why its money is left out of totals, if it is.
///
/// Only parts that state money of their own displace their umbrella: otherwise the
/// umbrella's sum is all that is known. `linked` are the projects that speak of others, in order.
pub(super) fn left_out(
    catalog: &Catalog,
    stages: &[Option<Stage>],
    linked: &[usize],
    has_money: impl Fn(usize) -> bool,
) -> Vec<Option<LeftOut>> {
    let projects = &catalog.data().projects;
    let mut reasons: Vec<Option<LeftOut>> = stages
        .iter()
        .map(|stage| (*stage == Some(Stage::Stopped)).then_some(LeftOut::Stopped))
        .collect();
    for position in linked {
        let Some(project) = projects.get(*position) else {
            continue;
        };
        let with_money = has_money(*position);
        let umbrella = project.part_of.as_deref().filter(|_| with_money);
        mark(catalog, &mut reasons, umbrella, LeftOut::Umbrella);
        mark(
            catalog,
            &mut reasons,
            project.replaces.as_deref(),
            LeftOut::Replaced,
        );
        // Of two records of the same money the first in the file is counted.
        let earlier = project
            .overlaps
            .iter()
            .filter_map(|id| catalog.project_index(id))
            .filter(|other| has_money(*other));
        for other in earlier {
            let later = (*position).max(other);
            if let Some(reason) = reasons.get_mut(later) {
                reason.get_or_insert(LeftOut::Overlap);
            }
        }
    }
    reasons
}

fn mark(catalog: &Catalog, reasons: &mut [Option<LeftOut>], id: Option<&str>, why: LeftOut) {
    let Some(position) = id.and_then(|id| catalog.project_index(id)) else {
        return;
    };
    if let Some(reason) = reasons.get_mut(position) {
        reason.get_or_insert(why);
    }
}
