//! The watchdog for slipped units: values off by a thousand or a million against their like.
//!
//! Nothing is ever corrected: the source may really say so.

use super::series::Subject;
use super::walk::{elements, items};
use super::{Context, Sink, Slice};
use crate::dataset::place::At;
use crate::dataset::read::limits::MAX_RIVALS;
use crate::dataset::schema::{Programme, Project, Scope, Series};
use crate::dataset::section::Section;
use std::collections::HashMap;

/// How far two neighbours may differ and still say what lies between them.
const CALM: f64 = 10.0;

/// `thousand` or `million` if two values differ by about that factor.
fn slip(value: f64, other: f64) -> Option<&'static str> {
    let factor = (value / other).max(other / value);
    if (500.0..=2e3).contains(&factor) {
        Some("thousand")
    } else if (5e5..=2e6).contains(&factor) {
        Some("million")
    } else {
        None
    }
}

fn report(sink: &mut Sink<'_>, at: At, value: f64, other: &str, against: f64, factor: &str) {
    let message = format_args!("{value} is about a {factor} times off against {other}, {against}");
    sink.report_with_hint(at, message, "is the unit right?");
}

pub(super) fn neighbours(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, series) in items(Section::Series, &context.data.series) {
        let values: Vec<(i32, f64)> = series.values.iter().map(|(y, v)| (*y, *v)).collect();
        for (position, (year, value)) in values.iter().enumerate() {
            let Some((one, other)) = closest_two(&values, position) else {
                continue;
            };
            if one.1 <= 0.0 || other.1 <= 0.0 || (one.1 / other.1).max(other.1 / one.1) > CALM {
                continue;
            }
            // The geometric mean: values of this kind grow by factors.
            let expected = (one.1 * other.1).sqrt();
            if let Some(factor) = slip(*value, expected) {
                let at = at.field("values").key(*year);
                let around = format!("{} and {}, on average", one.0, other.0);
                let rounded = (expected * 100.0).round() / 100.0;
                report(sink, at, *value, &around, rounded, factor);
            }
        }
    }
}

/// The values on both sides, or the two next to a value at an end.
fn closest_two(values: &[(i32, f64)], position: usize) -> Option<((i32, f64), (i32, f64))> {
    let get = |index: Option<usize>| index.and_then(|index| values.get(index)).copied();
    let before = get(position.checked_sub(1));
    let after = get(position.checked_add(1));
    match (before, after) {
        (Some(before), Some(after)) => Some((before, after)),
        (Some(before), None) => Some((get(position.checked_sub(2))?, before)),
        (None, Some(after)) => Some((after, get(position.checked_add(2))?)),
        (None, None) => None,
    }
}

pub(super) fn siblings(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    series_siblings(slice, sink);
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        project_figures(at, project, sink);
    }
    for (at, programme) in slice.items(Section::Programmes, &slice.data.programmes) {
        programme_states(at, programme, sink);
    }
}

fn series_siblings(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let mut seen: HashMap<Subject<'_>, Vec<&Series>> = HashMap::new();
    for (at, series) in slice.items(Section::Series, &slice.data.series) {
        let earlier = seen.entry(Subject::of(series)).or_default();
        for other in earlier.iter().take(MAX_RIVALS) {
            let mut shared = series.values.iter().filter_map(|(year, value)| {
                let against = *other.values.get(year)?;
                Some((*year, *value, against, slip(*value, against)?))
            });
            // One finding a pair: a slipped unit slips in every year.
            if let Some((year, value, against, factor)) = shared.next() {
                let at = at.field("values").key(year);
                let named = format!("series `{}`", other.id);
                report(sink, at, value, &named, against, factor);
            }
        }
        earlier.push(series);
    }
}

fn project_figures(at: At, project: &Project, sink: &mut Sink<'_>) {
    let stated: Vec<_> = elements(at, "figures", &project.figures)
        .filter_map(|(at, figure)| Some((at, figure, figure.value?)))
        .collect();
    for (position, (at, figure, value)) in stated.iter().enumerate() {
        let earlier = stated.iter().take(position.min(MAX_RIVALS));
        let slipped = earlier
            .filter(|(_, other, _)| {
                other.what == figure.what && other.unit == figure.unit && other.part == figure.part
            })
            .find_map(|(_, _, other)| Some((*other, slip(*value, *other)?)));
        if let Some((other, factor)) = slipped {
            let at = at.field("value");
            report(
                sink,
                at,
                *value,
                "another figure for the same",
                other,
                factor,
            );
        }
    }
}

fn programme_states(at: At, programme: &Programme, sink: &mut Sink<'_>) {
    let stated: Vec<_> = elements(at, "states", &programme.states)
        .filter(|(_, state)| state.scope == Scope::List)
        .filter_map(|(at, state)| Some((at, state.total.money_m?)))
        .collect();
    let mut sorted: Vec<f64> = stated.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    for (at, value) in &stated {
        // The middle of the list without the value itself.
        let middle = stated.len().saturating_sub(1) / 2;
        let own = sorted.partition_point(|other| other.total_cmp(value).is_lt());
        let middle = if own <= middle { middle + 1 } else { middle };
        let Some(median) = sorted.get(middle).copied() else {
            continue;
        };
        if let Some(factor) = slip(*value, median) {
            let at = at.field("total").field("money_m");
            let other = "the median of the other statements";
            report(sink, at, *value, other, median, factor);
        }
    }
}
