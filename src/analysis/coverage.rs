//! How much of an official list the dataset can name: stated numbers beside the records that are on it.
//! The stated number is a claim, the records are what is known; neither is made to fit the other.

use super::overview::StageCounts;
use super::programme::{StatePoint, points};
use super::projects::{MoneyStage, ProjectTable, Tally};
use crate::dataset::{
    catalog::Catalog,
    schema::{MembershipState, Programme, Scope},
};

/// An official list as stated, beside what the dataset knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// Id of the list.
    pub programme: String,
    /// The latest statement about the list itself with a number of projects.
    pub count: Option<StatePoint>,
    /// The latest statement about the list itself with money.
    pub money: Option<StatePoint>,
    /// Projects that sources put on the list, and their latest known amounts.
    pub members: Tally,
    /// Members by the stage of their latest status.
    pub stages: StageCounts,
    /// Projects whose place on the list sources dispute, and those said to be dropped from it.
    pub doubtful: usize,
}

/// The coverage of a list.
#[must_use]
pub fn coverage(catalog: &Catalog, table: &ProjectTable, programme: &Programme) -> Coverage {
    let stated = points(programme);
    let latest = |has: fn(&StatePoint) -> bool| {
        let own = stated.iter().rev();
        own.copied()
            .find(|point| point.scope == Scope::List && has(point))
    };
    let mut coverage = Coverage {
        programme: programme.id.clone(),
        count: latest(|point| point.count.is_some()),
        money: latest(|point| point.money_m.is_some()),
        members: Tally::default(),
        stages: StageCounts::default(),
        doubtful: 0,
    };
    for (row, project) in catalog.data().projects.iter().enumerate() {
        let mut own = project.programmes.iter();
        let own = own.find(|membership| membership.programme == programme.id);
        match own.map(|membership| membership.state) {
            Some(MembershipState::Member) => {
                coverage
                    .members
                    .add(table.counted_m(row, MoneyStage::Latest));
                coverage.stages.add(table.stage.get(row).copied().flatten());
            }
            Some(MembershipState::Disputed | MembershipState::Dropped) => coverage.doubtful += 1,
            Some(MembershipState::NotMember) | None => {}
        }
    }
    coverage
}
