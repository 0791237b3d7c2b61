//! Visits every number that is stated, and every range. Coordinates are `places`' own.

use super::elements;
use crate::dataset::check::Slice;
use crate::dataset::place::At;
use crate::dataset::schema::{MeasureRole, Metric, ProgrammeState, Project, Quantity, StatePart};
use crate::dataset::section::Section;

/// What sign a number can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::check) enum Sign {
    Any,
    NotNegative,
    Positive,
}

use Sign::{Any, NotNegative, Positive};

/// A stated range; each bound with the name of its field.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::check) struct Range {
    pub low: (&'static str, Option<f64>),
    pub middle: (&'static str, Option<f64>),
    pub high: (&'static str, Option<f64>),
}

impl Range {
    pub(in crate::dataset::check) fn bounds(self) -> [(&'static str, Option<f64>); 3] {
        [self.low, self.middle, self.high]
    }
}

type Visit<'a> = dyn FnMut(At, f64, Sign) + 'a;

/// Visits every range: its record's place, its bounds, the sign they can have.
pub(in crate::dataset::check) fn ranges(slice: &Slice<'_>, visit: &mut dyn FnMut(At, Range, Sign)) {
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        project_ranges(at, project, visit);
    }
    for (at, claim) in slice.items(Section::Claims, &slice.data.claims) {
        let range = Range {
            low: ("low", claim.low),
            middle: ("value", claim.value),
            high: ("high", claim.high),
        };
        visit(at, range, Any);
    }
    for (at, item) in slice.items(Section::Observations, &slice.data.transit.observations) {
        let range = Range {
            low: ("low", item.low),
            middle: ("typical", item.typical),
            high: ("high", item.high),
        };
        let sign = match item.metric {
            // Reliability is a share, and shares have a rule of their own.
            Metric::Change | Metric::Delay | Metric::Reliability => Any,
            _ => NotNegative,
        };
        visit(at, range, sign);
    }
    for (at, route) in slice.items(Section::Routes, &slice.data.transit.routes) {
        for (at, leg) in elements(at, "legs", &route.legs) {
            let range = Range {
                low: ("days_low", leg.days_low),
                middle: ("days_typical", leg.days_typical),
                high: ("days_high", leg.days_high),
            };
            visit(at, range, Positive);
        }
    }
}

fn project_ranges(at: At, project: &Project, visit: &mut dyn FnMut(At, Range, Sign)) {
    for (at, figure) in elements(at, "figures", &project.figures) {
        let range = Range {
            low: ("low", figure.low),
            middle: ("value", figure.value),
            high: ("high", figure.high),
        };
        let sign = match figure.what {
            // Shares have a rule of their own.
            Quantity::Other | Quantity::PartnerStake | Quantity::Progress => Any,
            _ => NotNegative,
        };
        visit(at, range, sign);
    }
}

/// Visits every number with its place, those of ranges too.
pub(in crate::dataset::check) fn numbers(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    ranges(slice, &mut |at, range, sign| {
        for (field, value) in range.bounds() {
            optional(at, field, value, sign, visit);
        }
    });
    programme_numbers(slice, visit);
    for (at, claim) in slice.items(Section::Claims, &slice.data.claims) {
        for (at, check) in elements(at, "checks", &claim.checks) {
            visit(at.field("factor"), check.factor, Positive);
        }
    }
    series_numbers(slice, visit);
    transit_numbers(slice, visit);
}

/// Visits the money of official lists.
pub(in crate::dataset::check) fn programme_numbers(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    for (at, programme) in slice.items(Section::Programmes, &slice.data.programmes) {
        for (at, state) in elements(at, "states", &programme.states) {
            for (field, part) in state_parts(state) {
                optional(at.field(field), "money_m", part.money_m, NotNegative, visit);
            }
        }
    }
}

/// The parts of a programme's state with their fields; the whole comes first.
fn state_parts(state: &ProgrammeState) -> [(&'static str, StatePart); 5] {
    [
        ("total", state.total),
        ("implemented", state.implemented),
        ("launching", state.launching),
        ("under_way", state.under_way),
        ("preparation", state.preparation),
    ]
}

fn optional(at: At, field: &'static str, value: Option<f64>, sign: Sign, visit: &mut Visit<'_>) {
    if let Some(value) = value {
        visit(at.field(field), value, sign);
    }
}

fn series_numbers(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    for (at, series) in slice.items(Section::Series, &slice.data.series) {
        let sign = match slice.role(&series.measure) {
            Some(MeasureRole::PriceIndex | MeasureRole::ExchangeRate) => Positive,
            Some(
                MeasureRole::TradeValue
                | MeasureRole::TradeQuantity
                | MeasureRole::DealSum
                | MeasureRole::Debt
                | MeasureRole::Gdp
                | MeasureRole::Population
                | MeasureRole::Volume,
            ) => NotNegative,
            // Net flows and stocks can be below zero.
            Some(
                MeasureRole::InvestmentFlow | MeasureRole::InvestmentStock | MeasureRole::Other,
            )
            | None => Any,
        };
        for (year, value) in &series.values {
            visit(at.field("values").key(*year), *value, sign);
        }
    }
}

fn transit_numbers(slice: &Slice<'_>, visit: &mut Visit<'_>) {
    for (at, route) in slice.items(Section::Routes, &slice.data.transit.routes) {
        for (at, leg) in elements(at, "legs", &route.legs) {
            optional(at, "distance_km", leg.distance_km, Positive, visit);
        }
    }
    for (at, item) in slice.items(Section::Borders, &slice.data.transit.borders) {
        visit(at.field("value"), item.value, NotNegative);
    }
    for (at, item) in slice.items(Section::Factors, &slice.data.transit.factors) {
        visit(at.field("g_per_tkm"), item.g_per_tkm, NotNegative);
    }
    for (at, item) in slice.items(Section::Corridors, &slice.data.transit.corridors) {
        optional(at, "length_km", item.length_km, Positive, visit);
    }
    for (at, item) in slice.items(Section::CargoPresets, &slice.data.transit.cargo_presets) {
        visit(at.field("value_per_feu"), item.value_per_feu, Positive);
        visit(at.field("tonnes_per_feu"), item.tonnes_per_feu, Positive);
    }
}
