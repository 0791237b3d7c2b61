//! The amounts of all projects at one stage of money, apart from what else is known of them.

use super::{
    amount::{Amount, MoneyStage},
    codes::View,
    counting::Column,
    sizes::{CODES, size_code},
};
use crate::dataset::schema::Quantity;

/// The amount that stands for each project at a stage.
#[derive(Debug, Clone, Default)]
pub struct AmountColumn {
    /// In millions; not a number where none is stated.
    money_m: Vec<f64>,
    /// The step of the histogram of sizes, as a code.
    sizes: Vec<u8>,
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

impl AmountColumn {
    /// Adds the next project.
    pub(super) fn push(&mut self, amount: Option<Amount>) {
        self.money_m
            .push(amount.map_or(f64::NAN, |amount| amount.money_m));
        self.sizes
            .push(size_code(amount.map(|amount| amount.money_m)));
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
        self.sizes.append(&mut other.sizes);
        self.details.append(&mut other.details);
    }

    /// The amounts in millions; not a number where none is stated.
    pub(super) fn money_m(&self) -> &[f64] {
        &self.money_m
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
        let money_m = self.money_m.get(project).copied();
        money_m.filter(|money_m| !money_m.is_nan())
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

impl PartialEq for AmountColumn {
    fn eq(&self, other: &Self) -> bool {
        let numbers = |column: &Self| -> Vec<u64> {
            let numbers = column.money_m.iter();
            numbers.map(|money_m| money_m.to_bits()).collect()
        };
        self.details == other.details && numbers(self) == numbers(other)
    }
}
