//! Investment between two countries: each recorder's each measure is a line of its own, never added or chained (`formulas` B6).

use super::line::Line;
use crate::dataset::catalog::{Catalog, SeriesKey};
use crate::dataset::schema::MeasureRole;

/// The roles that are investment, in the order in which they are listed.
const ROLES: [MeasureRole; 3] = [
    MeasureRole::InvestmentFlow,
    MeasureRole::InvestmentStock,
    MeasureRole::DealSum,
];

/// One measure of investment by one recorder.
#[derive(Debug, Clone, PartialEq)]
pub struct InvestmentLine {
    /// During a year, held at its end, or the sum of listed deals.
    pub role: MeasureRole,
    /// The numbers.
    pub line: Line,
}

/// All lines of investment between two countries, all branches together: flows, then stocks, then deals.
#[must_use]
pub fn lines(catalog: &Catalog, home: &str, partner: &str) -> Vec<InvestmentLine> {
    let mut lines: Vec<(usize, InvestmentLine)> = catalog
        .series_keys()
        .filter(|key| is_between(key, home, partner))
        .filter_map(|key| {
            let role = catalog.measure_role(&key.measure)?;
            let order = ROLES.iter().position(|other| *other == role)?;
            let line = Line::of(catalog, key)?;
            Some((order, InvestmentLine { role, line }))
        })
        .collect();
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn is_between(key: &SeriesKey, home: &str, partner: &str) -> bool {
    let ends = (key.reporter.as_deref(), key.partner.as_deref());
    let whole = key.branch.is_none() && key.months.is_none() && key.product.is_none();
    whole && (ends == (Some(home), Some(partner)) || ends == (Some(partner), Some(home)))
}
