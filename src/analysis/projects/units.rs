//! From sums of years to what the bars measure.

use super::{chart::YearBar, options::InvestmentUnit};

/// Turns the sums of each year into the unit.
pub(super) fn transform(bars: &mut [YearBar], unit: InvestmentUnit) {
    match unit {
        InvestmentUnit::Money | InvestmentUnit::Count => {}
        InvestmentUnit::Cumulative => cumulate(bars),
        InvestmentUnit::Share => share(bars),
        InvestmentUnit::Change => change(bars),
    }
}

fn cumulate(bars: &mut [YearBar]) {
    let mut sums: Vec<(f64, f64)> = Vec::new();
    for bar in bars {
        sums.resize(bar.parts.len(), (0.0, 0.0));
        for (part, sum) in bar.parts.iter_mut().zip(&mut sums) {
            *sum = (sum.0 + part.0, sum.1 + part.1);
            *part = *sum;
        }
    }
}

fn share(bars: &mut [YearBar]) {
    for bar in bars {
        let total = bar.total();
        if total > 0.0 {
            for part in &mut bar.parts {
                *part = (part.0 / total, part.1 / total);
            }
        }
    }
}

/// What each part adds to the year before or takes from it. Nothing was before the first year; and a year
/// whose projects all lack an amount, or prices, is not known, so that nothing is said of it and of the year after.
fn change(bars: &mut [YearBar]) {
    let before: Vec<YearBar> = bars.to_vec();
    let is_known = |bar: &YearBar| bar.count == 0 || bar.priced && bar.count > bar.without_amount;
    for (at, bar) in bars.iter_mut().enumerate() {
        let earlier = at.checked_sub(1).and_then(|at| before.get(at));
        let earlier = earlier.filter(|earlier| is_known(earlier) && is_known(bar));
        for (position, part) in bar.parts.iter_mut().enumerate() {
            let earlier = earlier.and_then(|earlier| earlier.parts.get(position));
            *part = earlier.map_or((0.0, 0.0), |(firm, planned)| {
                (part.0 - firm, part.1 - planned)
            });
        }
    }
}
