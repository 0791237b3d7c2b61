//! All projects in the order of their amounts, sorted once: the middle of some of them, or the largest, are then
//! found by going along the order.

use super::{
    amount::MoneyStage,
    codes::{Codes, Numbered},
    in_order::Placed,
    order::Order,
    stack::{StackBy, StackPart},
    table::ProjectTable,
};
use fixedbitset::FixedBitSet;
use std::sync::Arc;

/// How many orders, and how many divisions of them, are kept.
const MOST_KEPT: usize = 3;
/// How many sets of places are kept: the table, the middle amount and the sizes ask for the same.
const MOST_PLACED: usize = 2;

/// The order at a stage: the largest first, those without an amount last; ties keep the order of the file.
pub(super) fn by_amount(table: &ProjectTable, stage: MoneyStage) -> Arc<Order> {
    table.by_amount.get_or_compute(stage, MOST_KEPT, |_| {
        let amounts = table.amounts.get(stage.index());
        let key = |row: usize| {
            let money_m = amounts.and_then(|amounts| amounts.money_of(row));
            money_m.map_or(u64::MAX, |money_m| !in_order(money_m))
        };
        let all = (0..table.len).zip(0_u32..);
        let mut rows: Vec<(u64, u32)> = all.map(|(row, number)| (key(row), number)).collect();
        rows.sort_unstable();
        Order::new(rows.into_iter().map(|(_, row)| row).collect())
    })
}

/// A number that is larger where another one is, as `f64::total_cmp` says.
fn in_order(number: f64) -> u64 {
    let bits = number.to_bits();
    let sign = 1 << 63;
    if bits & sign == 0 { bits | sign } else { !bits }
}

/// Where some projects stand in the order at a stage.
pub(super) fn placed(table: &ProjectTable, stage: MoneyStage, rows: &FixedBitSet) -> Arc<Placed> {
    let key = (stage, rows.clone());
    table.placed.get_or_compute(key, MOST_PLACED, |_| {
        Placed::new(by_amount(table, stage), rows)
    })
}

/// The parts of projects in the order of their amounts.
#[derive(Debug, Clone)]
pub(super) struct Parted {
    pub(super) stage: MoneyStage,
    order: Arc<Order>,
    /// The part of each place, as a position in `keys`.
    codes: Codes,
    /// The parts; nothing for projects whose money does not count or is not above zero.
    keys: Vec<Option<StackPart>>,
    /// The amount of each place.
    money_m: Vec<f64>,
}

impl Parted {
    pub(super) fn of(table: &ProjectTable, stage: MoneyStage, stack: StackBy) -> Arc<Self> {
        let key = (stage, stack);
        table.parted.get_or_compute(key, MOST_KEPT, |_| {
            let order = by_amount(table, stage);
            let rows = || order.rows.iter().map(|row| *row as usize);
            let numbered = Numbered::new(rows().map(|row| {
                let counted_m = table.counted_m(row, stage);
                let drawn = counted_m.filter(|money_m| *money_m > 0.0);
                drawn.map(|_| stack.part(table, row))
            }));
            let amount = |row| table.amount(row, stage).map(|amount| amount.money_m);
            let money_m = rows().map(|row| amount(row).unwrap_or(f64::NEG_INFINITY));
            Self {
                stage,
                codes: numbered.codes,
                keys: numbered.keys,
                money_m: money_m.collect(),
                order: Arc::clone(&order),
            }
        })
    }

    /// The amount of a place.
    pub(super) fn money_m(&self, place: usize) -> Option<f64> {
        self.money_m.get(place).copied()
    }

    /// The project of a place.
    pub(super) fn project(&self, place: usize) -> Option<usize> {
        self.order.rows.get(place).map(|row| *row as usize)
    }

    /// The first place with an amount that is not above another one.
    pub(super) fn first_to(&self, high: f64) -> usize {
        self.money_m.partition_point(|money_m| *money_m > high)
    }

    /// The place behind the last with an amount that is not below another one.
    pub(super) fn behind(&self, low: f64) -> usize {
        self.money_m.partition_point(|money_m| *money_m >= low)
    }

    /// Goes along some projects in order. `group` tells in which group a part is; `wanted` says for each group the
    /// positions among its own of which the places are looked for, in order.
    pub(super) fn walk(
        &self,
        placed: Arc<Placed>,
        group: impl Fn(StackPart) -> usize,
        wanted: Vec<Vec<usize>>,
    ) -> Walk<'_> {
        let group_of = |part: &Option<StackPart>| part.map_or(usize::MAX, &group);
        let groups: Vec<usize> = self.keys.iter().map(group_of).collect();
        let mut looked_for: Vec<LookedFor> = wanted.into_iter().map(LookedFor::new).collect();
        self.codes.each_of(placed.taken(), |place, code| {
            let group = groups.get(code).copied().unwrap_or(usize::MAX);
            if let Some(own) = looked_for.get_mut(group) {
                own.pass(place);
            }
        });
        Walk {
            parted: self,
            placed,
            groups,
            found: looked_for.into_iter().map(|own| own.found).collect(),
        }
    }
}

/// What is looked for among the projects of a group.
struct LookedFor {
    /// Projects that were passed.
    passed: usize,
    next: usize,
    /// The positions behind the next, the last first.
    later: Vec<usize>,
    found: Vec<usize>,
}

impl LookedFor {
    fn new(mut wanted: Vec<usize>) -> Self {
        wanted.reverse();
        Self {
            passed: 0,
            next: wanted.pop().unwrap_or(usize::MAX),
            found: Vec::with_capacity(wanted.len() + 1),
            later: wanted,
        }
    }

    fn pass(&mut self, place: usize) {
        if self.passed == self.next {
            self.found.push(place);
            self.next = self.later.pop().unwrap_or(usize::MAX);
        }
        self.passed += 1;
    }
}

/// What was found along the way.
pub(super) struct Walk<'a> {
    parted: &'a Parted,
    placed: Arc<Placed>,
    groups: Vec<usize>,
    /// For each group the places that were looked for.
    pub(super) found: Vec<Vec<usize>>,
}

impl Walk<'_> {
    /// The first or last of some places at which a project of a group stands.
    pub(super) fn nearest(
        &self,
        group: usize,
        mut places: impl Iterator<Item = usize>,
    ) -> Option<usize> {
        places.find(|place| {
            let code = self.parted.codes.get(*place);
            self.placed.taken().contains(*place)
                && code.and_then(|code| self.groups.get(code)) == Some(&group)
        })
    }
}
