//! The amounts of all projects at one stage of money, apart from what else is known of them.

use super::{
    amount::{Amount, MoneyStage},
    codes::{Codes, Numbered, View},
    counting::Column,
    sizes::{CODES, size_code},
};
use crate::dataset::schema::Quantity;
use fixedbitset::FixedBitSet;

/// The amount that stands for each project at a stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AmountColumn {
    money: Coded,
    /// The step of the histogram of sizes, as a code.
    sizes: Vec<u8>,
    details: Vec<Detail>,
}

/// Amounts as small numbers: people state round ones, so that many projects have the same.
///
/// They are added up in whole units where there is a decimal unit in which all of them are whole, so that a sum is
/// the same in whatever order and by whatever way it is found.
#[derive(Debug, Clone, Default)]
pub(super) struct Coded {
    codes: Codes,
    /// What each code stands for, in units; not a number where none is stated.
    units: Vec<f64>,
    units_a_million: f64,
}

/// Units that are tried: a million, tenths of it, and so on to single dollars.
const UNITS_A_MILLION: [f64; 7] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];
/// Whole numbers up to this one are added up exactly.
const EXACT: f64 = 9e15;

impl Coded {
    /// Numbers amounts, which are not a number where none is stated.
    fn new(money_m: &[f64]) -> Self {
        let Numbered { codes, keys } = Numbered::new(money_m.iter().map(|own| own.to_bits()));
        let values_m: Vec<f64> = keys.into_iter().map(f64::from_bits).collect();
        let stated = money_m.iter().filter(|money_m| !money_m.is_nan());
        let whole_m: f64 = stated.map(|money_m| money_m.abs()).sum();
        let is_exact = |scale: &f64| {
            let rounded = |own: &f64| (own * scale).round() / scale;
            let is_whole = |own: &f64| own.is_nan() || rounded(own).total_cmp(own).is_eq();
            whole_m * scale < EXACT && values_m.iter().all(is_whole)
        };
        let exact = UNITS_A_MILLION.into_iter().find(is_exact);
        let unit = |value_m: &f64| exact.map_or(*value_m, |scale| (value_m * scale).round());
        Self {
            codes,
            units: values_m.iter().map(unit).collect(),
            units_a_million: exact.unwrap_or(1.0),
        }
    }

    /// The code of each project.
    pub(super) fn codes(&self) -> View<'_> {
        self.codes.view()
    }

    /// What each code stands for, in units; not a number where none is stated.
    pub(super) fn units(&self) -> &[f64] {
        &self.units
    }

    /// How many units are a million.
    pub(super) fn units_a_million(&self) -> f64 {
        self.units_a_million
    }

    /// What each code stands for, in millions; nothing where none is stated.
    pub(super) fn values_m(&self) -> impl Iterator<Item = Option<f64>> {
        self.units.iter().map(|units| self.value_m(*units))
    }

    fn value_m(&self, units: f64) -> Option<f64> {
        (!units.is_nan()).then_some(units / self.units_a_million)
    }

    /// The amount of a project.
    fn get(&self, project: usize) -> Option<f64> {
        let code = self.codes.get(project)?;
        self.value_m(*self.units.get(code)?)
    }

    /// How many of some projects have each code.
    pub(super) fn counts(&self, rows: &FixedBitSet) -> Vec<u32> {
        let mut counts = vec![0; self.units.len()];
        self.codes.each_of(rows, |_, code| {
            if let Some(count) = counts.get_mut(code) {
                *count += 1;
            }
        });
        counts
    }

    /// What so many of each code are together, in millions.
    pub(super) fn sum_m(&self, counts: &[u32]) -> f64 {
        let own = counts.iter().zip(&self.units);
        let own = own.filter(|(count, _)| **count > 0);
        let units: f64 = own.map(|(count, units)| f64::from(*count) * units).sum();
        units / self.units_a_million
    }
}

impl PartialEq for Coded {
    fn eq(&self, other: &Self) -> bool {
        let bits = |own: &Self| -> Vec<u64> {
            let units = own.units.iter().chain([&own.units_a_million]);
            units.map(|units| units.to_bits()).collect()
        };
        self.codes == other.codes && bits(self) == bits(other)
    }
}

/// A column that is being filled.
#[derive(Default)]
pub(super) struct FillingAmounts {
    /// In millions; not a number where none is stated.
    money_m: Vec<f64>,
    details: Vec<Detail>,
}

/// What an [`Amount`] says besides its number.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Detail {
    figure: u32,
    midpoint: bool,
    what: Quantity,
    stage: MoneyStage,
}

/// Of projects without an amount.
const NOTHING: Detail = Detail {
    figure: 0,
    midpoint: false,
    what: Quantity::Other,
    stage: MoneyStage::Latest,
};

impl FillingAmounts {
    /// Adds the next project.
    pub(super) fn push(&mut self, amount: Option<Amount>) {
        self.money_m
            .push(amount.map_or(f64::NAN, |amount| amount.money_m));
        self.details.push(amount.map_or(NOTHING, |amount| Detail {
            figure: u32::try_from(amount.figure).unwrap_or(u32::MAX),
            midpoint: amount.midpoint,
            what: amount.what,
            stage: amount.stage,
        }));
    }

    /// Adds the projects of another column behind its own.
    pub(super) fn append(&mut self, other: &mut Self) {
        self.money_m.append(&mut other.money_m);
        self.details.append(&mut other.details);
    }

    /// The column.
    pub(super) fn finished(&self) -> AmountColumn {
        let money = Coded::new(&self.money_m);
        let sizes: Vec<u8> = money.values_m().map(size_code).collect();
        let size = |project| {
            let code = money.codes.get(project)?;
            sizes.get(code).copied()
        };
        let projects = 0..self.money_m.len();
        AmountColumn {
            sizes: projects.map(|own| size(own).unwrap_or_default()).collect(),
            money,
            details: self.details.clone(),
        }
    }
}

impl AmountColumn {
    /// The amounts.
    pub(super) fn money(&self) -> &Coded {
        &self.money
    }

    /// The steps of the histogram of sizes.
    pub(super) fn sizes(&self) -> &[u8] {
        &self.sizes
    }

    /// The same, to count by.
    pub(super) fn sizes_column(&self) -> Column<'_> {
        (View::Bytes(&self.sizes), CODES)
    }

    /// The amount of a project in millions.
    #[must_use]
    pub fn money_of(&self, project: usize) -> Option<f64> {
        self.money.get(project)
    }

    /// The amount of a project.
    #[must_use]
    pub fn of(&self, project: usize) -> Option<Amount> {
        let money_m = self.money_of(project)?;
        let detail = self.details.get(project)?;
        Some(Amount {
            money_m,
            figure: detail.figure as usize,
            midpoint: detail.midpoint,
            what: detail.what,
            stage: detail.stage,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Coded;
    use fixedbitset::FixedBitSet;

    fn sum_m(money_m: &[f64]) -> f64 {
        let coded = Coded::new(money_m);
        for (at, own) in money_m.iter().enumerate() {
            assert_eq!(coded.get(at), (!own.is_nan()).then_some(*own));
        }
        let mut stated: FixedBitSet = (0..money_m.len()).collect();
        stated.set(0, false);
        coded.sum_m(&coded.counts(&stated))
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "that they are equal is what is shown")]
    fn decimals_are_added_up_as_they_are_written() {
        assert_eq!(sum_m(&[f64::NAN, 0.1, 0.2]), 0.3);
        assert_eq!(sum_m(&[f64::NAN, 0.7, 0.1, 0.3, -1e-6]), 1.099_999);
    }

    #[test]
    fn amounts_without_a_common_decimal_are_added_up_too() {
        let third = 1.0 / 3.0;
        for own in [third, 1e300, 9e15] {
            let sum = sum_m(&[f64::NAN, own, own, 0.5]);
            assert!((sum - (2.0 * own + 0.5)).abs() <= sum * 1e-15);
        }
    }
}
