//! How much of an official list the dataset can name: stated numbers beside the records that are on it.
//! The stated number is a claim, the records are what is known; neither is made to fit the other.

use super::programme::{StatePoint, points};
use super::projects::{MoneyStage, ProjectTable};
use crate::dataset::{
    catalog::Catalog,
    schema::{MembershipState, Programme, Scope, Stage},
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
    /// Projects that sources put on the list.
    pub members: usize,
    /// Of these, projects whose money is in `money_m`.
    pub with_money: usize,
    /// Their money in millions of the dataset's currency, latest known amounts that count in totals.
    pub money_m: f64,
    /// Members by the stage of their latest status: done, under way, planned, stopped, unknown.
    pub stages: [usize; 5],
    /// Projects whose place on the list sources dispute, and those said to be dropped from it.
    pub doubtful: usize,
}

/// Position in [`Coverage::stages`].
fn stage_index(stage: Option<Stage>) -> usize {
    match stage {
        Some(Stage::Done) => 0,
        Some(Stage::UnderWay) => 1,
        Some(Stage::Planned) => 2,
        Some(Stage::Stopped) => 3,
        None => 4,
    }
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
        members: 0,
        with_money: 0,
        money_m: 0.0,
        stages: [0; 5],
        doubtful: 0,
    };
    for (row, project) in catalog.data().projects.iter().enumerate() {
        let mut own = project.programmes.iter();
        let own = own.find(|membership| membership.programme == programme.id);
        match own.map(|membership| membership.state) {
            Some(MembershipState::Member) => coverage.add(table, row),
            Some(MembershipState::Disputed | MembershipState::Dropped) => coverage.doubtful += 1,
            Some(MembershipState::NotMember) | None => {}
        }
    }
    coverage
}

impl Coverage {
    fn add(&mut self, table: &ProjectTable, row: usize) {
        self.members += 1;
        if let Some(money_m) = table.counted_m(row, MoneyStage::Latest) {
            self.with_money += 1;
            self.money_m += money_m;
        }
        let stage = stage_index(table.stage.get(row).copied().flatten());
        if let Some(count) = self.stages.get_mut(stage) {
            *count += 1;
        }
    }
}
