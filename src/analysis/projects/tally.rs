//! Some projects and their money: what facets, groups, rows and columns add up.

use std::ops::AddAssign;

/// How many projects there are, and their money.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    /// Projects.
    pub count: usize,
    /// Projects whose money is in `money_m`: they state an amount and count in totals.
    pub with_money: usize,
    /// Millions of the dataset's currency, each dollar once.
    pub money_m: f64,
}

impl Tally {
    /// Adds a project with the money that counts, if it has some.
    pub(crate) fn add(&mut self, money_m: Option<f64>) {
        self.count += 1;
        self.with_money += usize::from(money_m.is_some());
        self.money_m += money_m.unwrap_or(0.0);
    }

    /// The money; nothing if no project has any.
    #[must_use]
    pub fn stated_m(&self) -> Option<f64> {
        (self.with_money > 0).then_some(self.money_m)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.with_money += other.with_money;
        self.money_m += other.money_m;
    }
}
