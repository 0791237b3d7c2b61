//! What a reader must know beside the numbers; worded in the interface.

use std::collections::BTreeSet;

/// A run of years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearSpan {
    /// First year.
    pub first: i32,
    /// Last year.
    pub last: i32,
}

/// What to know about some years of a recorder's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearsNotice {
    /// No number.
    NoRecord,
    /// An estimate.
    Estimated,
    /// A part of the year, or a forecast: drawn, never computed with.
    NotFullYear,
    /// How goods are valued is not known.
    ValuationUnknown,
    /// The recorder's own sources differ by more than 5 % of the shown number.
    Conflict,
}

/// Something that limits an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Nothing in the dataset fits the question.
    NoSeries,
    /// Something about some years of a recorder's line.
    Years {
        /// What it is.
        what: YearsNotice,
        /// Id of the recorder.
        recorder: String,
        /// The years.
        years: Vec<YearSpan>,
    },
    /// A recorder has no number for a partner in some of the years shown.
    NoRecordOf {
        /// Id of the partner.
        partner: String,
        /// The years.
        years: Vec<YearSpan>,
    },
    /// These recorders have numbers too, but are not shown: not chosen, or reconciling both sides.
    NotShown {
        /// Their ids.
        recorders: Vec<String>,
    },
    /// Series in another unit are left out.
    OtherUnit {
        /// Their ids.
        series: Vec<String>,
    },
    /// The dataset has no usable price index for the base year: nominal values are shown.
    NoPriceIndex,
    /// No price index for some years: they are missing in constant prices.
    NoDeflator {
        /// The years.
        years: Vec<YearSpan>,
    },
    /// The whole that a share refers to is missing.
    NoBase {
        /// Id of the recorder.
        recorder: String,
    },
    /// The base year of an index has no number.
    NoIndexBase {
        /// Id of the recorder.
        recorder: String,
        /// The base year asked for.
        year: i32,
    },
    /// The listed parts sum up to more than the published whole.
    PartsExceedWhole {
        /// By how much, in the unit of the answer.
        excess: f64,
    },
    /// Products in other editions of the classification are left out.
    OtherEdition {
        /// How many.
        n: usize,
    },
    /// Only one side of the mirror has a record in some years.
    OneSided {
        /// The years.
        years: Vec<YearSpan>,
    },
    /// A valuation adjustment was not made because it needs FOB exports and CIF imports.
    NotAdjusted {
        /// The years.
        years: Vec<YearSpan>,
    },
}

/// Adds notices to a list; years of the same kind and recorder are joined.
pub(super) fn join(notices: &mut Vec<Notice>, more: impl IntoIterator<Item = Notice>) {
    for notice in more {
        let joined = notices.iter_mut().any(|known| known.absorb(&notice));
        if !joined {
            notices.push(notice);
        }
    }
}

impl Notice {
    /// Whether it says that a recorder has no number for some years.
    pub(super) fn is_no_record(&self) -> bool {
        matches!(
            self,
            Self::Years {
                what: YearsNotice::NoRecord,
                ..
            }
        )
    }

    /// Takes in an equal notice, or the years of one of the same kind and recorder.
    fn absorb(&mut self, other: &Self) -> bool {
        let Self::Years {
            what,
            recorder,
            years,
        } = self
        else {
            return self == other;
        };
        match other {
            Self::Years {
                what: other_what,
                recorder: other_recorder,
                years: more,
            } if what == other_what && recorder == other_recorder => {
                let all = years.iter().chain(more);
                *years = spans(all.flat_map(|span| span.first..=span.last));
                true
            }
            _ => false,
        }
    }
}

/// Years as runs.
pub fn spans(years: impl IntoIterator<Item = i32>) -> Vec<YearSpan> {
    let years: BTreeSet<i32> = years.into_iter().collect();
    let mut spans: Vec<YearSpan> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some(span) if span.last + 1 == year => span.last = year,
            _ => spans.push(YearSpan {
                first: year,
                last: year,
            }),
        }
    }
    spans
}
