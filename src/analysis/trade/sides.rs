//! Both directions of trade as one recorder sees them: turnover, balance, share of all trade (`formulas` B1).

use super::find::{Goods, is_own_record, is_trade};
use super::line::Line;
use super::point::{Points, Standing, combine, growth};
use super::ranking::Traded;
use crate::analysis::levels::{Balance, ratio};
use crate::dataset::catalog::{Catalog, SeriesKey};
use crate::dataset::schema::{Flow, RecorderKind};
use std::cmp::Reverse;

/// One recorder's exports and imports of one reporting country with one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeSide {
    /// The reporter's exports to the partner.
    pub exports: Line,
    /// The reporter's imports from the partner.
    pub imports: Line,
    /// Whether it is the reporting country's own national record.
    pub is_own_record: bool,
}

impl TradeSide {
    /// The side of a reporter by a recorder; nothing unless both directions are there in one unit.
    #[must_use]
    pub fn of(catalog: &Catalog, measure: &str, recorder: &str, out: &Goods) -> Option<Self> {
        let line = |key: &SeriesKey| Line::of(catalog, key);
        let exports = line(&out.key(measure, recorder, Flow::Export))?;
        let imports = line(&out.reversed().key(measure, recorder, Flow::Import))?;
        (exports.unit == imports.unit).then(|| Self {
            is_own_record: is_own_record(catalog, &exports),
            exports,
            imports,
        })
    }

    /// Id of the recorder.
    #[must_use]
    pub fn recorder(&self) -> &str {
        &self.exports.key.recorder
    }

    /// What kind of recorder it is.
    #[must_use]
    pub fn recorder_kind(&self) -> RecorderKind {
        self.exports.recorder_kind
    }

    /// Exports, imports or their sum; the sum where both are there.
    #[must_use]
    pub fn traded(&self, traded: Traded) -> Points {
        match traded {
            Traded::Exports => self.exports.points.clone(),
            Traded::Imports => self.imports.points.clone(),
            Traded::Turnover => self.turnover(),
        }
    }

    /// Exports plus imports, in years with both.
    #[must_use]
    pub fn turnover(&self) -> Points {
        self.combine(|x, m| Some(Balance::of(x, m).turnover))
    }

    /// Exports less imports, in years with both.
    #[must_use]
    pub fn balance(&self) -> Points {
        self.combine(|x, m| Some(Balance::of(x, m).balance))
    }

    /// Exports over imports, in years with both.
    #[must_use]
    pub fn cover_ratio(&self) -> Points {
        self.combine(|x, m| Balance::of(x, m).cover_ratio)
    }

    /// Growth of the turnover on the year before, as a fraction.
    #[must_use]
    pub fn turnover_growth(&self) -> Points {
        growth(&self.turnover())
    }

    /// Share of this trade in `whole`, the reporter's trade with the world by the same recorder.
    /// Missing where a number is, or where the whole is not above zero.
    #[must_use]
    pub fn share_of(&self, whole: &Self, traded: Traded) -> Points {
        let share = |part: f64, whole: f64| {
            let valid = part >= 0.0 && whole > 0.0;
            valid.then(|| ratio(part, whole)).flatten()
        };
        combine(&self.traded(traded), &whole.traded(traded), share)
    }

    /// The reporter's trade with the world by the same recorder, all goods: the base of shares.
    #[must_use]
    pub fn whole(&self, catalog: &Catalog) -> Option<Self> {
        let key = &self.exports.key;
        let out = Goods {
            from: key.reporter.clone()?,
            to: catalog.world()?.id.clone(),
            product: key.product.clone(),
        };
        Self::of(catalog, &key.measure, &key.recorder, &out)
            .filter(|whole| whole.exports.unit == self.exports.unit)
    }

    fn combine(&self, f: impl Fn(f64, f64) -> Option<f64>) -> Points {
        combine(&self.exports.points, &self.imports.points, f)
    }
}

/// All sides of the trade between two countries: those of `out.from` as reporter first, in each
/// the own record with the most years first.
#[must_use]
pub fn sides(catalog: &Catalog, out: &Goods) -> Vec<TradeSide> {
    let of_reporter = |out: &Goods| {
        let wanted = |key: &&SeriesKey| {
            is_trade(catalog, key) && **key == out.key(&key.measure, &key.recorder, Flow::Export)
        };
        let keys = catalog.series_keys().filter(wanted);
        let mut sides: Vec<TradeSide> = keys
            .filter_map(|key| TradeSide::of(catalog, &key.measure, &key.recorder, out))
            .collect();
        sides.sort_by_key(|side| (!side.is_own_record, Reverse(side.turnover().len())));
        sides
    };
    let mut all = of_reporter(out);
    all.extend(of_reporter(&out.reversed()));
    all
}

/// Difference of two sides' turnover, `first` less `second`, in years with both (`formulas` A1).
/// It is the sum of the two directional gaps, which can cancel. Like them it is made of records
/// only, because estimates are often made from the other side's numbers.
#[must_use]
pub fn turnover_gap(first: &TradeSide, second: &TradeSide) -> Points {
    if first.exports.unit != second.exports.unit {
        return Points::new();
    }
    let mut gap = combine(&first.turnover(), &second.turnover(), |a, b| Some(a - b));
    gap.retain(|_, point| point.standing == Standing::Record);
    gap
}
