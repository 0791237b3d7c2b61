//! The same goods recorded by both sides: the gap, and what valuation does to it (`formulas` A1, A2).
//! Why there is a gap is not decided here.

use super::line::Line;
use super::notice::{Notice, spans};
use super::point::{Point, Standing};
use crate::analysis::amount::{Amount, Sources};
use crate::analysis::levels::ratio;
use crate::dataset::schema::Valuation;
use serde::{Deserialize, Serialize};

/// The gap between the exporter's record X and the importer's record M, on every base (`formulas` A1).
///
/// Positive: the exporter records more. A measure that would divide by zero is missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asymmetry {
    /// `X - M`, in the unit of both.
    pub gap: f64,
    /// `(X - M) / X`.
    pub of_exporter: Option<f64>,
    /// `(X - M) / M`.
    pub of_importer: Option<f64>,
    /// `(X - M) / ((X + M) / 2)`, from -2 to 2.
    pub of_mean: f64,
    /// `(X - M) / (X + M)`, from -1 to 1.
    pub half: f64,
    /// `M / X`: what the importer records of what the exporter records.
    pub ratio: Option<f64>,
    /// `ln(X / M)`.
    pub log_ratio: Option<f64>,
}

/// Freight and insurance to the importer's border as a fraction of the FOB value, as a band (`formulas` A2).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64, f64)", into = "(f64, f64, f64)")]
pub struct Margin {
    low: f64,
    typical: f64,
    high: f64,
}

/// The gap after bringing both sides to one valuation with one margin (`formulas` A2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adjusted {
    /// The margin used.
    pub margin: f64,
    /// Importer's record without freight and insurance: `M / (1 + m)`.
    pub importer_fob: f64,
    /// `X - M / (1 + m)`.
    pub gap_fob: f64,
    /// Exporter's record with freight and insurance: `X * (1 + m)`.
    pub exporter_cif: f64,
    /// `X * (1 + m) - M`.
    pub gap_cif: f64,
    /// `(X - M / (1 + m)) / X`; the same on both bases.
    pub of_exporter: Option<f64>,
}

/// The adjusted gap over the band of margins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdjustedBand {
    /// With the lowest margin.
    pub low: Adjusted,
    /// With the typical margin.
    pub typical: Adjusted,
    /// With the highest margin.
    pub high: Adjusted,
}

/// What the valuation margin does to a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValuationEffect {
    /// The exporter records more: freight cannot explain the gap, adjusting widens it.
    Widens,
    /// The importer records more, also after adjusting: freight explains a part.
    Narrows,
    /// The importer records more, but after adjusting it is the exporter: freight can explain all.
    Reverses,
}

/// One year of a mirror.
#[derive(Debug, Clone, PartialEq)]
pub struct MirrorYear {
    /// The year.
    pub year: i32,
    /// The exporter's record X.
    pub exporter: f64,
    /// The importer's record M.
    pub importer: f64,
    /// The gap on every base; missing if both sides record zero.
    pub asymmetry: Option<Asymmetry>,
    /// The adjusted gap; missing unless X is FOB and M is CIF.
    pub adjusted: Option<AdjustedBand>,
    /// Sources of both records.
    pub sources: Sources,
}

/// Who recorded a one-sided year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The exporting country's record.
    Exporter,
    /// The importing country's record.
    Importer,
}

/// A year that one side alone recorded; never read as a zero of the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Orphan {
    /// The year.
    pub year: i32,
    /// Whose record it is.
    pub side: Side,
    /// The record.
    pub value: f64,
    /// Its sources.
    pub sources: Sources,
}

/// One flow as recorded by both of its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Mirror {
    /// The exporter's line.
    pub exporter: Line,
    /// The importer's line.
    pub importer: Line,
    /// Years that both recorded in full.
    pub years: Vec<MirrorYear>,
    /// Years that one side alone recorded in full.
    pub orphans: Vec<Orphan>,
    /// What to know about the comparison.
    pub notices: Vec<Notice>,
}

impl Asymmetry {
    /// The measures for exporter's record `x` and importer's record `m`.
    ///
    /// Missing if both are zero, or if one is negative or not finite.
    #[must_use]
    pub fn of(x: f64, m: f64) -> Option<Self> {
        let valid = |value: f64| value.is_finite() && value >= 0.0;
        if !valid(x) || !valid(m) {
            return None;
        }
        let gap = x - m;
        let half = ratio(gap, x + m)?;
        Some(Self {
            gap,
            of_exporter: ratio(gap, x),
            of_importer: ratio(gap, m),
            of_mean: 2.0 * half,
            half,
            ratio: ratio(m, x),
            log_ratio: ratio(x, m).filter(|r| *r > 0.0).map(f64::ln),
        })
    }
}

impl Margin {
    /// Transport cost over FOB value, world: 2018, 2021 and 2016 (`formulas` A2, from UNCTAD).
    pub const WORLD: Self = Self {
        low: 0.062,
        typical: 0.081,
        high: 0.104,
    };
    /// Landlocked importer and its overland neighbour: the product's assumption (`formulas` A2).
    pub const LANDLOCKED_NEIGHBOUR: Self = Self {
        low: 0.04,
        typical: 0.08,
        high: 0.15,
    };

    /// A band of margins; nothing unless `0 <= low <= typical <= high <= 1`.
    #[must_use]
    pub fn new(low: f64, typical: f64, high: f64) -> Option<Self> {
        let ordered = 0.0 <= low && low <= typical && typical <= high && high <= 1.0;
        ordered.then_some(Self { low, typical, high })
    }

    /// Lowest margin.
    #[must_use]
    pub fn low(self) -> f64 {
        self.low
    }

    /// Typical margin.
    #[must_use]
    pub fn typical(self) -> f64 {
        self.typical
    }

    /// Highest margin.
    #[must_use]
    pub fn high(self) -> f64 {
        self.high
    }

    /// The band with another typical margin; the ends move only as far as they must.
    #[must_use]
    pub fn with_typical(self, typical: f64) -> Self {
        let typical = if typical.is_finite() {
            typical.clamp(0.0, 1.0)
        } else {
            self.typical
        };
        Self {
            low: self.low.min(typical),
            typical,
            high: self.high.max(typical),
        }
    }

    /// A margin on FOB as a share of CIF: `m / (1 + m)`.
    #[must_use]
    pub fn share_of_cif(margin: f64) -> f64 {
        margin / (1.0 + margin)
    }

    /// The adjusted gap of exporter's record `x` (FOB) and importer's record `m` (CIF).
    #[must_use]
    pub fn adjust(self, x: f64, m: f64) -> AdjustedBand {
        AdjustedBand {
            low: Adjusted::of(x, m, self.low),
            typical: Adjusted::of(x, m, self.typical),
            high: Adjusted::of(x, m, self.high),
        }
    }
}

impl TryFrom<(f64, f64, f64)> for Margin {
    type Error = &'static str;

    fn try_from((low, typical, high): (f64, f64, f64)) -> Result<Self, Self::Error> {
        Self::new(low, typical, high).ok_or("margins lie between 0 and 1, in order")
    }
}

impl From<Margin> for (f64, f64, f64) {
    fn from(margin: Margin) -> Self {
        (margin.low, margin.typical, margin.high)
    }
}

impl Adjusted {
    fn of(x: f64, m: f64, margin: f64) -> Self {
        let importer_fob = m / (1.0 + margin);
        let exporter_cif = x * (1.0 + margin);
        Self {
            margin,
            importer_fob,
            gap_fob: x - importer_fob,
            exporter_cif,
            gap_cif: exporter_cif - m,
            of_exporter: ratio(x - importer_fob, x),
        }
    }
}

impl MirrorYear {
    /// What the typical margin does to the gap; missing without a gap or an adjustment.
    #[must_use]
    pub fn valuation_effect(&self) -> Option<ValuationEffect> {
        let gap = self.asymmetry?.gap;
        let adjusted = self.adjusted?.typical.gap_fob;
        if gap > 0.0 {
            Some(ValuationEffect::Widens)
        } else if gap < 0.0 && adjusted > 0.0 {
            Some(ValuationEffect::Reverses)
        } else {
            (gap < 0.0).then_some(ValuationEffect::Narrows)
        }
    }
}

impl Mirror {
    /// Compares the exporter's line with the importer's.
    ///
    /// Only records enter: estimates are often made from the other side's numbers.
    /// Nothing if the units differ.
    #[must_use]
    pub fn of(exporter: Line, importer: Line, margin: Margin) -> Option<Self> {
        if exporter.unit != importer.unit {
            return None;
        }
        let (mut years, mut orphans) = (Vec::new(), Vec::new());
        for (year, point) in records(&exporter) {
            match importer.points.get(&year) {
                Some(other) if other.standing == Standing::Record => {
                    years.push(mirror_year(year, point, other, margin));
                }
                _ => orphans.push(Orphan::of(year, Side::Exporter, point)),
            }
        }
        for (year, point) in records(&importer) {
            let other = exporter.points.get(&year).map(|point| point.standing);
            if other != Some(Standing::Record) {
                orphans.push(Orphan::of(year, Side::Importer, point));
            }
        }
        orphans.sort_by_key(|orphan| orphan.year);
        let mut mirror = Self {
            exporter,
            importer,
            years,
            orphans,
            notices: Vec::new(),
        };
        mirror.notices = mirror.find_notices();
        Some(mirror)
    }

    /// Sum of what one side alone recorded: a diagnostic, not a part of the gap.
    #[must_use]
    pub fn orphan_sum(&self, side: Side) -> Amount {
        let mut sum = Amount::empty(&self.exporter.unit);
        for orphan in self.orphans.iter().filter(|orphan| orphan.side == side) {
            sum.add(Some(orphan.value), &orphan.sources);
        }
        sum
    }

    /// Sum of the gaps of the compared years.
    #[must_use]
    pub fn gap_sum(&self) -> Amount {
        let mut sum = Amount::empty(&self.exporter.unit);
        for year in &self.years {
            let gap = year.asymmetry.map(|asymmetry| asymmetry.gap);
            sum.add(gap, &year.sources);
        }
        sum
    }

    fn find_notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        let years = spans(self.orphans.iter().map(|orphan| orphan.year));
        if !years.is_empty() {
            notices.push(Notice::OneSided { years });
        }
        let unadjusted = self.years.iter().filter(|year| year.adjusted.is_none());
        let years = spans(unadjusted.map(|year| year.year));
        if !years.is_empty() {
            notices.push(Notice::NotAdjusted { years });
        }
        notices
    }
}

impl Orphan {
    fn of(year: i32, side: Side, point: &Point) -> Self {
        Self {
            year,
            side,
            value: point.value,
            sources: point.sources.clone(),
        }
    }
}

fn records(line: &Line) -> impl Iterator<Item = (i32, &Point)> {
    let records = |(_, point): &(&i32, &Point)| point.standing == Standing::Record;
    let points = line.points.iter().filter(records);
    points.map(|(year, point)| (*year, point))
}

fn mirror_year(year: i32, x: &Point, m: &Point, margin: Margin) -> MirrorYear {
    let valuations = (x.valuation, m.valuation);
    let adjustable = valuations == (Some(Valuation::Fob), Some(Valuation::Cif));
    MirrorYear {
        year,
        exporter: x.value,
        importer: m.value,
        asymmetry: Asymmetry::of(x.value, m.value),
        adjusted: adjustable.then(|| margin.adjust(x.value, m.value)),
        sources: x.sources.union(&m.sources).cloned().collect(),
    }
}
