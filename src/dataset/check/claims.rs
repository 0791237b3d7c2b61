//! Claims: what they are compared with can be compared.

use super::walk::{elements, items};
use super::{Context, Sink};
use crate::dataset::schema::{Check, Series};
use crate::dataset::section::Section;

/// The series of a check that exist.
fn series<'a>(context: &Context<'a>, check: &Check) -> Vec<&'a Series> {
    let known = check.series.iter().filter_map(|id| {
        let index = context.find(Section::Series, id)?;
        context.data.series.get(index)
    });
    known.collect()
}

pub(super) fn comparable(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, claim) in items(Section::Claims, &context.data.claims) {
        for (at, check) in elements(at, "checks", &claim.checks) {
            if check.series.is_empty() && check.list.is_none() && check.quotes.is_none() {
                sink.report(at.field("series"), "it names no series, list or quotes");
            }
            if let Some(since) = check.since
                && since > check.year
            {
                let message = format_args!("{since} is after `year`, {}", check.year);
                sink.report(at.field("since"), message);
            }
            let mut units: Vec<_> = series(context, check).iter().map(|s| &s.unit).collect();
            units.dedup();
            if let [one, other, ..] = units.as_slice() {
                let message = format_args!("series in `{one}` and in `{other}` cannot be added");
                sink.report(at.field("series"), message);
            }
        }
    }
}

pub(super) fn has_value(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, claim) in items(Section::Claims, &context.data.claims) {
        for (at, check) in elements(at, "checks", &claim.checks) {
            let since = check.since.unwrap_or(check.year);
            if since > check.year {
                continue;
            }
            for series in series(context, check) {
                if series.values.range(since..=check.year).next().is_none() {
                    let message = match check.since {
                        Some(_) => format!("from {since} to {}", check.year),
                        None => format!("for {}", check.year),
                    };
                    let message = format_args!("series `{}` has no value {message}", series.id);
                    sink.report(at.field("year"), message);
                }
            }
        }
    }
}
