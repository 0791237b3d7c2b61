//! Series: not empty, complete enough to be used, and never two for one number.

use super::amounts::money_unit;
use super::walk::items;
use super::{Context, Sink};
use crate::dataset::schema::{Flow, MarkKind, MeasureRole, Series, Text, Valuation};
use crate::dataset::section::Section;
use std::collections::HashMap;

pub(super) fn empty(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, series) in items(Section::Series, &context.data.series) {
        if series.values.is_empty() {
            sink.report(at.field("values"), "there are no values");
        }
    }
}

pub(super) fn months(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, series) in items(Section::Series, &context.data.series) {
        if let Some((first, last)) = series.months
            && !(1 <= first && first <= last && last <= 12)
        {
            let message = format_args!("months {first} to {last} are not a part of a year");
            sink.report(at.field("months"), message);
        }
    }
}

pub(super) fn mark_without_value(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, series) in items(Section::Series, &context.data.series) {
        for (year, mark) in &series.marks {
            if mark.kind != MarkKind::Note && !series.values.contains_key(year) {
                let message = format_args!("{:?} is said of a year without a value", mark.kind);
                sink.report(at.field("marks").key(*year), message);
            }
        }
    }
}

pub(super) fn incomplete(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, series) in items(Section::Series, &context.data.series) {
        let role = context.role(&series.measure);
        if !matches!(
            role,
            Some(MeasureRole::TradeValue | MeasureRole::TradeQuantity)
        ) {
            continue;
        }
        let wanted = [
            ("reporter", series.reporter.is_none()),
            ("partner", series.partner.is_none()),
            ("flow", series.flow.is_none()),
        ];
        let missing: Vec<_> = wanted.iter().filter(|(_, missing)| *missing).collect();
        if !missing.is_empty() {
            let names: Vec<_> = missing
                .iter()
                .map(|(name, _)| format!("`{name}`"))
                .collect();
            let message = format_args!("a trade series needs {} as well", names.join(", "));
            sink.report(at.field("id"), message);
        }
    }
}

pub(super) fn unit(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, series) in items(Section::Series, &context.data.series) {
        let money = matches!(
            context.role(&series.measure),
            Some(
                MeasureRole::TradeValue
                    | MeasureRole::InvestmentFlow
                    | MeasureRole::InvestmentStock
                    | MeasureRole::DealSum
                    | MeasureRole::Debt
            )
        );
        if money && money_unit(&series.unit).is_none() && !series.unit.trim().is_empty() {
            let message = format_args!(
                "`{}` is not a currency and `m` for millions, such as `USD m`",
                series.unit
            );
            sink.report(at.field("unit"), message);
        }
    }
}

/// Everything that tells what a series' numbers are, apart from whose they are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Subject<'a> {
    measure: &'a str,
    name: &'a Text,
    reporter: Option<&'a str>,
    partner: Option<&'a str>,
    flow: Option<Flow>,
    product: Option<&'a str>,
    branch: Option<&'a str>,
    route: Option<&'a str>,
    unit: &'a str,
    months: Option<(u8, u8)>,
}

impl<'a> Subject<'a> {
    pub(super) fn of(series: &'a Series) -> Self {
        Self {
            measure: &series.measure,
            name: &series.name,
            reporter: series.reporter.as_deref(),
            partner: series.partner.as_deref(),
            flow: series.flow,
            product: series.product.as_deref(),
            branch: series.branch.as_deref(),
            route: series.route.as_deref(),
            unit: &series.unit,
            months: series.months,
        }
    }

    /// The same, over all products.
    pub(super) fn all_products(self) -> Self {
        Self {
            product: None,
            ..self
        }
    }
}

pub(super) fn tie(context: &Context<'_>, sink: &mut Sink<'_>) {
    type Key<'a> = (Subject<'a>, &'a str, Option<Valuation>, i32);
    let mut seen: HashMap<Key<'_>, HashMap<i32, &str>> = HashMap::new();
    for (at, series) in items(Section::Series, &context.data.series) {
        let key = (
            Subject::of(series),
            series.recorder.as_str(),
            series.valuation,
            series.preference,
        );
        let earlier = seen.entry(key).or_default();
        let mut shared = full_years(series).filter_map(|year| Some((year, *earlier.get(&year)?)));
        if let Some((year, other)) = shared.next() {
            let message = format_args!(
                "series `{other}` gives {year} too, and nothing says which of them is shown"
            );
            let hint = "give one of them a higher `preference`";
            sink.report_with_hint(at.field("id"), message, hint);
        }
        for year in full_years(series) {
            earlier.entry(year).or_insert(&series.id);
        }
    }
}

/// Years whose values stand for the whole year: others are never shown for it.
fn full_years(series: &Series) -> impl Iterator<Item = i32> {
    series.values.keys().copied().filter(|year| {
        let mark = series.marks.get(year);
        mark.is_none_or(|mark| mark.kind != MarkKind::PartialYear)
    })
}
