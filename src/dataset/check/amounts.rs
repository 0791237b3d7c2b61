//! Numbers: there, finite, of the right sign, size and unit, and ranges in order.

use super::walk::{Range, Sign, elements, numbers, programme_numbers, ranges};
use super::{Sink, Slice};
use crate::dataset::place::{At, Root};
use crate::dataset::schema::{Figure, Metric, Quantity};
use crate::dataset::section::Section;

/// Most that one amount in the dataset's currency can plausibly be, in millions.
const MOST_MONEY_M: f64 = 1e6;
/// The same for other currencies, of which one unit may be worth far less.
const MOST_OTHER_MONEY_M: f64 = 1e9;

/// Whether a text is an ISO 4217 code by its form.
pub(super) fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The currency of a unit such as `USD m`.
pub(super) fn money_unit(unit: &str) -> Option<&str> {
    unit.strip_suffix(" m").filter(|code| is_currency(code))
}

/// Calls `visit` for every figure.
fn figures(slice: &Slice<'_>, mut visit: impl FnMut(At, &Figure)) {
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        for (at, figure) in elements(at, "figures", &project.figures) {
            visit(at, figure);
        }
    }
}

pub(super) fn no_value(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    ranges(slice, &mut |at, range, _| {
        // Claims can be words alone, and the days of a leg can be unknown.
        let optional = matches!(at.root(), Root::Item(Section::Claims | Section::Routes, _));
        let fields = range.bounds();
        if !optional && fields.iter().all(|(_, value)| value.is_none()) {
            let names = fields.map(|(name, _)| format!("`{name}`")).join(", ");
            sink.report(at, format_args!("there is no number: none of {names}"));
        }
    });
}

pub(super) fn range_order(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    ranges(slice, &mut |at, range, _| {
        let Range { low, middle, high } = range;
        for (less, more) in [(low, high), (low, middle), (middle, high)] {
            if let (Some(smaller), Some(larger)) = (less.1, more.1)
                && smaller > larger
            {
                let message = format_args!("`{}` {smaller} is above `{}` {larger}", less.0, more.0);
                sink.report(at.field(less.0), message);
                return;
            }
        }
    });
}

pub(super) fn not_finite(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    numbers(slice, &mut |at, value, _| {
        if !value.is_finite() {
            let hint = "leave out what is not known";
            sink.report_with_hint(
                at,
                format_args!("{value} is not a number to work with"),
                hint,
            );
        }
    });
}

pub(super) fn negative(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    numbers(slice, &mut |at, value, sign| {
        let wrong = match sign {
            Sign::Any => false,
            Sign::NotNegative => value < 0.0,
            Sign::Positive => value <= 0.0,
        };
        if wrong {
            let word = if value < 0.0 {
                "negative"
            } else {
                "not above zero"
            };
            sink.report(at, format_args!("{value} is {word}"));
        }
    });
}

pub(super) fn huge(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let own = slice.meta().map_or("", |meta| meta.currency.as_str());
    let mut check = |at: At, value: f64, code: &str| {
        let most = if code == own {
            MOST_MONEY_M
        } else {
            MOST_OTHER_MONEY_M
        };
        if value.is_finite() && value > most {
            let message = format_args!("{value} million {code} is more than {most} million");
            sink.report_with_hint(at, message, "amounts are in millions; is the unit right?");
        }
    };
    figures(slice, |at, figure| {
        if let Some(code) = money_unit(&figure.unit) {
            let bounds = [
                ("low", figure.low),
                ("value", figure.value),
                ("high", figure.high),
            ];
            for (field, value) in bounds {
                if let Some(value) = value {
                    check(at.field(field), value, code);
                }
            }
        }
    });
    programme_numbers(slice, &mut |at, value, _| check(at, value, own));
}

pub(super) fn share(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let mut check = |at: At, bounds: [(&'static str, Option<f64>); 3]| {
        for (field, value) in bounds {
            if let Some(value) = value
                && !(0.0..=100.0).contains(&value)
            {
                let message = format_args!("{value} % is not between 0 and 100 %");
                sink.report(at.field(field), message);
            }
        }
    };
    figures(slice, |at, figure| {
        if matches!(figure.what, Quantity::PartnerStake | Quantity::Progress) {
            let bounds = [
                ("low", figure.low),
                ("value", figure.value),
                ("high", figure.high),
            ];
            check(at, bounds);
        }
    });
    for (at, item) in slice.items(Section::Observations, &slice.data.transit.observations) {
        if item.metric == Metric::Reliability && item.unit == "%" {
            let bounds = [
                ("low", item.low),
                ("typical", item.typical),
                ("high", item.high),
            ];
            check(at, bounds);
        }
    }
}

pub(super) fn wrong_unit(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    figures(slice, |at, figure| {
        let (right, wanted) = match figure.what {
            what if what.is_money() => (
                money_unit(&figure.unit).is_some(),
                "a currency and `m` for millions, such as `USD m`",
            ),
            Quantity::PartnerStake | Quantity::Progress => (figure.unit == "%", "`%`"),
            Quantity::Length => (figure.unit == "km", "`km`"),
            _ => (true, ""),
        };
        if !right && !figure.unit.trim().is_empty() {
            let message = format_args!(
                "`{}` is not a unit of {:?}; expected {wanted}",
                figure.unit, figure.what
            );
            sink.report(at.field("unit"), message);
        }
    });
}

pub(super) fn no_unit(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    let mut check = |at: At, unit: &str| {
        if unit.trim().is_empty() {
            sink.report(at.field("unit"), "a number has no unit");
        }
    };
    figures(slice, |at, figure| check(at, &figure.unit));
    for (at, claim) in slice.items(Section::Claims, &slice.data.claims) {
        let stated = [claim.value, claim.low, claim.high]
            .iter()
            .any(Option::is_some);
        if stated {
            check(at, claim.unit.as_deref().unwrap_or_default());
        }
    }
    for (at, item) in slice.items(Section::Series, &slice.data.series) {
        check(at, &item.unit);
    }
    for (at, item) in slice.items(Section::Observations, &slice.data.transit.observations) {
        check(at, &item.unit);
    }
    for (at, item) in slice.items(Section::Borders, &slice.data.transit.borders) {
        check(at, &item.unit);
    }
}
