//! From the sum of everything stated to the sum that counts each dollar once (`formulas` E2).

use super::{
    amount::MoneyStage, cells::kinds, measure::by_kind, options::YearBasis, overlap::LeftOut,
    table::ProjectTable, tally::Tally,
};
use fixedbitset::FixedBitSet;
use std::collections::BTreeMap;

/// Some records and their money.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pile {
    /// Records that state an amount.
    pub with_money: usize,
    /// Records that state none.
    pub without_money: usize,
    /// Millions of the dataset's currency.
    pub money_m: f64,
}

impl Pile {
    fn add(&mut self, tally: Tally) {
        self.with_money += tally.with_money;
        self.without_money += tally.count - tally.with_money;
        self.money_m += tally.money_m;
    }

    /// All its records.
    #[must_use]
    pub fn count(&self) -> usize {
        self.with_money + self.without_money
    }
}

/// The way from the naive sum to the clean one: naive = clean + all that is taken off.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bridge {
    /// Everything added up, as if no record spoke of another's money.
    pub naive: Pile,
    /// What is taken off, by reason; only reasons that occur.
    pub taken_off: Vec<(LeftOut, Pile)>,
    /// What counts.
    pub clean: Pile,
    /// Records that count by the stage of their amount, if more than one stage is mixed.
    pub mixed_stages: BTreeMap<MoneyStage, usize>,
    /// The one stage of all amounts that count; none if they are of several, or there are none.
    pub stage: Option<MoneyStage>,
}

/// The bridge over some projects at a stage of money.
#[must_use]
pub fn bridge(table: &ProjectTable, rows: &FixedBitSet, stage: MoneyStage) -> Bridge {
    let mut bridge = Bridge::default();
    let mut piles = LeftOut::ALL.map(|reason| (reason, Pile::default()));
    let basis = YearBasis::default();
    let counted = by_kind(table, rows, stage, basis);
    let known = kinds(table, stage, basis);
    for (kind, tally) in known.keys.iter().zip(counted.iter().copied()) {
        bridge.naive.add(tally);
        let pile = piles
            .iter_mut()
            .find(|(own, _)| Some(*own) == kind.left_out);
        if let Some((_, pile)) = pile {
            pile.add(tally);
            continue;
        }
        bridge.clean.add(tally);
        if let Some(stage) = kind.stage.filter(|_| tally.count > 0) {
            *bridge.mixed_stages.entry(stage).or_default() += tally.count;
        }
    }
    // One stage alone is not a mix.
    if bridge.mixed_stages.len() < 2 {
        let only = bridge.mixed_stages.keys().next();
        bridge.stage = only.copied();
        bridge.mixed_stages.clear();
    }
    let occurs = |(_, pile): &(LeftOut, Pile)| pile.count() > 0;
    bridge.taken_off = piles.into_iter().filter(occurs).collect();
    bridge
}
