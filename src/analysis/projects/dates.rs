//! What a schedule says of many projects at once, in columns.

use super::{places::each, schedule::Span};
use fixedbitset::FixedBitSet;

/// The dates of all projects.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dates {
    /// First and last year of any date; the other way round where there is none.
    years: Vec<(i32, i32)>,
    /// Projects with a date.
    pub(super) dated: FixedBitSet,
    /// With a planned and a real end.
    pub(super) compared: FixedBitSet,
    /// That ended later than planned.
    pub(super) late: FixedBitSet,
    /// Past their planned end and not known to have ended.
    pub(super) overdue: FixedBitSet,
    /// Being built when the facts were collected.
    pub(super) open: FixedBitSet,
}

/// The years of a project without dates.
const NONE: (i32, i32) = (i32::MAX, i32::MIN);

impl Dates {
    /// Adds the next project.
    pub(super) fn push(&mut self, span: Option<Span>) {
        let at = self.years.len();
        let years = span.as_ref().and_then(Span::range);
        self.years.push(years.unwrap_or(NONE));
        let Some(span) = span else {
            return;
        };
        let late = span.late_years.is_some_and(|years| years > 0.0);
        let facts = [
            (&mut self.dated, true),
            (&mut self.compared, span.late_years.is_some()),
            (&mut self.late, late),
            (&mut self.overdue, span.overdue_years.is_some()),
            (&mut self.open, span.open),
        ];
        for (set, _) in facts.into_iter().filter(|(_, holds)| *holds) {
            set.grow_and_insert(at);
        }
    }

    /// Adds the projects of another one behind its own.
    pub(super) fn append(&mut self, other: &mut Self) {
        let first = self.years.len();
        self.years.append(&mut other.years);
        let all = self.years.len();
        for (set, own) in self.sets().into_iter().zip(other.sets()) {
            set.grow(all);
            own.ones().for_each(|row| set.insert(first + row));
        }
    }

    fn sets(&mut self) -> [&mut FixedBitSet; 5] {
        let Self {
            dated,
            compared,
            late,
            overdue,
            open,
            ..
        } = self;
        [dated, compared, late, overdue, open]
    }

    /// First and last year of any date of some projects.
    pub(super) fn range(&self, rows: &FixedBitSet) -> Option<(i32, i32)> {
        let (mut first, mut last) = NONE;
        each(rows, |from, at| {
            let own = self.years.get(from..).unwrap_or_default();
            for (from, to) in at.iter().filter_map(|at| own.get(usize::from(*at))) {
                first = first.min(*from);
                last = last.max(*to);
            }
        });
        (first <= last).then_some((first, last))
    }
}
