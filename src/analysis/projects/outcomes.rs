//! What became of projects: of those announced in the same years, or of the same part, how many are done,
//! being built, planned and stopped (`formulas` E3). The whole of a row never changes: what is not known
//! stays a part of it.

use super::{
    cells::{Fate, fates},
    filter::FilterResult,
    measure::{Measure, tallies},
    options::{InvestmentOptions, InvestmentUnit, YearBasis},
    stack::{StackBy, StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
    tally::Tally,
};
use crate::{
    analysis::{
        levels::ratio,
        stats::{Repeated, count},
    },
    dataset::schema::Stage,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum OutcomesBy {
    /// Projects announced in the same five years.
    #[default]
    Cohort,
    /// Projects of the same part.
    Division,
}

impl OutcomesBy {
    /// All choices.
    pub const ALL: [Self; 2] = [Self::Cohort, Self::Division];
}

/// Years in one cohort.
pub const COHORT: i32 = 5;

/// Which projects a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeKey {
    /// All of them.
    All,
    /// Those announced in the five years from this one on.
    Cohort(i32),
    /// Those without a year of announcement.
    Undated,
    /// Those of a part.
    Part(StackPart),
}

/// The states in the order a project passes through them backwards, what left it, and what is not known.
pub const OUTCOMES: [Option<Stage>; 5] = [
    Some(Stage::Done),
    Some(Stage::UnderWay),
    Some(Stage::Planned),
    Some(Stage::Stopped),
    None,
];

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeRow {
    /// Which projects.
    pub key: OutcomeKey,
    /// All of them.
    pub total: Tally,
    /// One for each of [`OUTCOMES`].
    pub stages: [Tally; 5],
    /// Years from announcement to completion, for those that state both.
    pub years_to_end: Repeated,
}

/// The picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes {
    /// The choices it answers.
    pub options: InvestmentOptions,
    /// What its rows hold.
    pub by: OutcomesBy,
    /// All projects first, then a row a cohort or part.
    pub rows: Vec<OutcomeRow>,
}

/// Gathers what became of the projects that a filter keeps.
#[must_use]
pub fn outcomes(
    table: &ProjectTable,
    filtered: &FilterResult,
    options: InvestmentOptions,
    by: OutcomesBy,
) -> Outcomes {
    let stack = stack_of(options, by);
    let measure = [Measure::Fates(by, stack)];
    let counted = tallies(table, &filtered.rows, options.stage, &measure);
    let known = fates(table, by, stack);
    let counted = known.keys.iter().zip(counted.into_iter().flatten());
    let counted: Vec<(&Fate, Tally)> = counted.filter(|(_, tally)| tally.count > 0).collect();
    let parts = match by {
        OutcomesBy::Cohort => Vec::new(),
        OutcomesBy::Division => parts(table, &counted, options),
    };
    let mut rows: BTreeMap<OutcomeKey, Gathered> = BTreeMap::new();
    for (fate, tally) in counted {
        for key in [OutcomeKey::All, drawn_key(fate.key, &parts)] {
            rows.entry(key).or_default().add(*fate, tally);
        }
    }
    let order = |key: &OutcomeKey| match key {
        OutcomeKey::Part(part) => parts.iter().position(|other| other == part),
        OutcomeKey::All | OutcomeKey::Cohort(_) | OutcomeKey::Undated => None,
    };
    let rows = rows.into_iter().map(|(key, own)| own.finished(key));
    let mut rows: Vec<OutcomeRow> = rows.collect();
    rows.sort_by_key(|row| order(&row.key));
    Outcomes { options, by, rows }
}

/// What the rows divide by; cohorts are the same whatever that is.
fn stack_of(options: InvestmentOptions, by: OutcomesBy) -> StackBy {
    match by {
        OutcomesBy::Cohort => StackBy::default(),
        OutcomesBy::Division => options.stack,
    }
}

/// The row of a project, before small parts are gathered.
pub(super) fn outcome_key(
    table: &ProjectTable,
    by: OutcomesBy,
    stack: StackBy,
    row: usize,
) -> OutcomeKey {
    match by {
        OutcomesBy::Division => OutcomeKey::Part(stack.part(table, row)),
        OutcomesBy::Cohort => match YearBasis::Announced.year(table, row) {
            Some(year) => OutcomeKey::Cohort(year.div_euclid(COHORT) * COHORT),
            None => OutcomeKey::Undated,
        },
    }
}

/// The row as it is drawn.
fn drawn_key(key: OutcomeKey, parts: &[StackPart]) -> OutcomeKey {
    match key {
        OutcomeKey::Part(part) => OutcomeKey::Part(drawn_as(part, parts)),
        key => key,
    }
}

/// The parts that have a row.
fn parts(
    table: &ProjectTable,
    counted: &[(&Fate, Tally)],
    options: InvestmentOptions,
) -> Vec<StackPart> {
    let mut sizes: BTreeMap<StackPart, f64> = BTreeMap::new();
    for (fate, tally) in counted {
        let OutcomeKey::Part(part) = fate.key else {
            continue;
        };
        let size = match options.unit {
            InvestmentUnit::Count => count(tally.count),
            _ => tally.money_m,
        };
        *sizes.entry(part).or_default() += size;
    }
    drawn_parts(table, options.stack, &sizes)
}

/// A row that is being filled.
#[derive(Default)]
struct Gathered {
    total: Tally,
    stages: [Tally; 5],
    years_to_end: Repeated,
}

impl Gathered {
    fn add(&mut self, fate: Fate, tally: Tally) {
        self.total += tally;
        let at = OUTCOMES.iter().position(|own| *own == fate.stage);
        if let Some(own) = at.and_then(|at| self.stages.get_mut(at)) {
            *own += tally;
        }
        if let Some(years) = fate.years {
            self.years_to_end.add(years, tally.count);
        }
    }

    fn finished(self, key: OutcomeKey) -> OutcomeRow {
        OutcomeRow {
            key,
            total: self.total,
            stages: self.stages,
            years_to_end: self.years_to_end,
        }
    }
}

impl OutcomeRow {
    /// Share of the row that is in a state: of its projects, or of their money; nothing of nothing.
    #[must_use]
    pub fn share(&self, outcome: usize, unit: InvestmentUnit) -> Option<f64> {
        let part = self.stages.get(outcome)?;
        match unit {
            InvestmentUnit::Count => ratio(count(part.count), count(self.total.count)),
            _ => ratio(part.money_m, self.total.stated_m()?),
        }
    }
}

impl Outcomes {
    /// Which projects each row and state is made of, the row of all left aside: positions, in the order of
    /// the dataset.
    #[must_use]
    pub fn members(
        &self,
        table: &ProjectTable,
        filtered: &FilterResult,
    ) -> BTreeMap<(OutcomeKey, usize), Vec<usize>> {
        let parts = self.rows.iter().filter_map(|row| match row.key {
            OutcomeKey::Part(part) => Some(part),
            OutcomeKey::All | OutcomeKey::Cohort(_) | OutcomeKey::Undated => None,
        });
        let parts: Vec<StackPart> = parts.collect();
        let mut members: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for row in filtered.rows.ones() {
            let key = outcome_key(table, self.by, self.options.stack, row);
            let key = drawn_key(key, &parts);
            let stage = table.stage.get(row).copied().flatten();
            if let Some(at) = OUTCOMES.iter().position(|own| *own == stage) {
                members.entry((key, at)).or_default().push(row);
            }
        }
        members
    }
}
