//! From the sum of everything stated to the sum that counts each dollar once (`formulas` E2).

use super::{amount::MoneyStage, overlap::LeftOut, table::ProjectTable};
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
    fn add(&mut self, money_m: Option<f64>) {
        match money_m {
            Some(money_m) => {
                self.with_money += 1;
                self.money_m += money_m;
            }
            None => self.without_money += 1,
        }
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
}

/// The bridge over some projects at a stage of money.
#[must_use]
pub fn bridge(table: &ProjectTable, rows: &FixedBitSet, stage: MoneyStage) -> Bridge {
    let mut bridge = Bridge::default();
    let mut piles = LeftOut::ALL.map(|reason| (reason, Pile::default()));
    for row in rows.ones() {
        let amount = table.amount(row, stage);
        let money_m = amount.map(|amount| amount.money_m);
        bridge.naive.add(money_m);
        let reason = table.left_out.get(row).copied().flatten();
        if let Some((_, pile)) = piles.iter_mut().find(|(other, _)| Some(*other) == reason) {
            pile.add(money_m);
            continue;
        }
        bridge.clean.add(money_m);
        if let Some(amount) = amount {
            *bridge.mixed_stages.entry(amount.stage).or_default() += 1;
        }
    }
    // One stage alone is not a mix.
    if bridge.mixed_stages.len() < 2 {
        bridge.mixed_stages.clear();
    }
    let occurs = |(_, pile): &(LeftOut, Pile)| pile.count() > 0;
    bridge.taken_off = piles.into_iter().filter(occurs).collect();
    bridge
}
