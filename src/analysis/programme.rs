//! Official lists as stated over time: their numbers, and parts against the whole (`formulas` E3, E4, E6).
//! What a statement does not say stays unsaid: nothing is spread over parts.

use crate::analysis::levels::ratio;
use crate::analysis::stats::count;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{
    ListNumber, ListPart, PartialDate, Programme, ProgrammeState, Scope, StatePart,
};

/// The parts a list is divided into, in the order a project passes through them.
pub const PARTS: [ListPart; 4] = [
    ListPart::Implemented,
    ListPart::Launching,
    ListPart::UnderWay,
    ListPart::Preparation,
];

/// A part of the list as a statement gives it.
#[must_use]
pub fn part_of(state: &ProgrammeState, part: ListPart) -> StatePart {
    match part {
        ListPart::Total => state.total,
        ListPart::Implemented => state.implemented,
        ListPart::Launching => state.launching,
        ListPart::UnderWay => state.under_way,
        ListPart::Preparation => state.preparation,
    }
}

/// A number of a part, if stated: projects, millions of the dataset's currency, or jobs.
#[must_use]
pub fn list_number(state: &ProgrammeState, part: ListPart, number: ListNumber) -> Option<f64> {
    let of_part = part_of(state, part);
    match number {
        ListNumber::Count => of_part.count.map(f64::from),
        ListNumber::Money => of_part.money_m,
        // Jobs are stated for the whole list alone.
        ListNumber::Jobs if part == ListPart::Total => state
            .jobs
            .and_then(|jobs| usize::try_from(jobs).ok())
            .map(count),
        ListNumber::Jobs => None,
    }
}

/// What remains of a whole when its stated parts are taken away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rest {
    /// The whole is not stated, or no part of it.
    Unknown,
    /// All parts are stated and leave this over: zero if they add up, negative if they exceed the whole.
    Left(f64),
    /// Some parts are not stated: this much is not split among them.
    NotStated(f64),
}

/// A statement about a list, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The whole.
    pub total: StatePart,
    /// The parts with a number, in order.
    pub parts: Vec<(ListPart, StatePart)>,
    /// Number of projects the stated parts leave over.
    pub rest_count: Rest,
    /// Money the stated parts leave over, in millions of the dataset's currency.
    pub rest_money_m: Rest,
}

impl Split {
    /// Takes a statement apart.
    #[must_use]
    pub fn of(state: &ProgrammeState) -> Self {
        let stated = |part: &StatePart| part.count.is_some() || part.money_m.is_some();
        let parts = PARTS.map(|part| (part, part_of(state, part)));
        Self {
            total: state.total,
            rest_count: rest(
                state.total.count.map(f64::from),
                parts.map(|(_, part)| part.count.map(f64::from)),
            ),
            rest_money_m: rest(state.total.money_m, parts.map(|(_, part)| part.money_m)),
            parts: parts.into_iter().filter(|(_, part)| stated(part)).collect(),
        }
    }

    /// Share of the projects that are in these parts; missing unless all are stated.
    #[must_use]
    pub fn share_of(&self, parts: &[ListPart]) -> Option<f64> {
        let counts: Option<Vec<f64>> = parts.iter().map(|part| self.count_of(*part)).collect();
        ratio(counts?.iter().sum(), f64::from(self.total.count?))
    }

    /// Money of a part for each of its projects, in millions; of the whole for `Total`.
    #[must_use]
    pub fn average_m(&self, part: ListPart) -> Option<f64> {
        let of = if part == ListPart::Total {
            self.total
        } else {
            self.find(part)?
        };
        ratio(of.money_m?, f64::from(of.count?))
    }

    /// Whether the stated parts exceed the whole.
    #[must_use]
    pub fn exceeds(&self) -> bool {
        let over =
            |rest: Rest| matches!(rest, Rest::Left(left) | Rest::NotStated(left) if left < 0.0);
        over(self.rest_count) || over(self.rest_money_m)
    }

    fn find(&self, part: ListPart) -> Option<StatePart> {
        self.parts
            .iter()
            .find(|(other, _)| *other == part)
            .map(|(_, part)| *part)
    }

    fn count_of(&self, part: ListPart) -> Option<f64> {
        self.find(part)?.count.map(f64::from)
    }
}

fn rest(total: Option<f64>, parts: [Option<f64>; PARTS.len()]) -> Rest {
    let stated = parts.iter().flatten().count();
    let Some(total) = total.filter(|_| stated > 0) else {
        return Rest::Unknown;
    };
    let left = total - parts.iter().flatten().sum::<f64>();
    if stated == PARTS.len() {
        Rest::Left(left)
    } else {
        Rest::NotStated(left)
    }
}

/// A statement about a list on the time axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatePoint {
    /// Position among the programme's states.
    pub state: usize,
    /// When it was said.
    pub date: PartialDate,
    /// Whether the speaker counted the list itself.
    pub scope: Scope,
    /// Number of projects.
    pub count: Option<f64>,
    /// Money, in millions of the dataset's currency.
    pub money_m: Option<f64>,
}

/// The statements that give the size or the money of the whole list, in order of date.
#[must_use]
pub fn points(programme: &Programme) -> Vec<StatePoint> {
    let mut points: Vec<StatePoint> = programme
        .states
        .iter()
        .enumerate()
        .map(|(state, stated)| StatePoint {
            state,
            date: stated.date,
            scope: stated.scope,
            count: list_number(stated, ListPart::Total, ListNumber::Count),
            money_m: list_number(stated, ListPart::Total, ListNumber::Money),
        })
        .filter(|point| point.count.is_some() || point.money_m.is_some())
        .collect();
    points.sort_by_key(|point| point.date);
    points
}

/// The programme that most statements are about: the one an overview shows.
#[must_use]
pub fn main_programme(catalog: &Catalog) -> Option<&Programme> {
    let programmes = &catalog.data().programmes;
    // The first of equals: `max_by_key` gives the last.
    programmes
        .iter()
        .rev()
        .max_by_key(|programme| programme.states.len())
}

/// Lowest and highest number of the statements about the list itself in the last `years` years
/// before the latest one with that number, and how many they are.
#[must_use]
pub fn latest_range(programme: &Programme, number: ListNumber, years: i32) -> Option<LatestRange> {
    let stated: Vec<(usize, &ProgrammeState, f64)> = programme
        .states
        .iter()
        .enumerate()
        .filter(|(_, state)| state.scope == Scope::List)
        .filter_map(|(at, state)| Some((at, state, list_number(state, ListPart::Total, number)?)))
        .collect();
    let last = stated.iter().map(|(_, state, _)| state.date).max()?;
    let recent: Vec<(usize, f64)> = stated
        .iter()
        .filter(|(_, state, _)| last.year() - state.date.year() <= years)
        .map(|(at, _, value)| (*at, *value))
        .collect();
    let latest = stated
        .iter()
        .rev()
        .find(|(_, state, _)| state.date == last)?;
    Some(LatestRange {
        latest: latest.2,
        date: last,
        values: recent,
    })
}

/// What the latest statements about a list say.
#[derive(Debug, Clone, PartialEq)]
pub struct LatestRange {
    /// The latest number.
    pub latest: f64,
    /// When it was said.
    pub date: PartialDate,
    /// Position of each recent statement and its number, in order of date.
    pub values: Vec<(usize, f64)>,
}
