//! Numbers, money, dates and ranges as text (`formulas` H2). English conventions for now.

use crate::dataset::schema::PartialDate;

/// Minus sign, not a hyphen.
const MINUS: char = '\u{2212}';
const EN_DASH: char = '\u{2013}';

/// A whole number with thousands separated: `27,600`.
#[must_use]
pub fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0.0 && digits != "0" {
        out.push(MINUS);
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number with thousands separated and at most `places` decimals, trailing zeros cut: `1,234.5`.
#[must_use]
pub fn decimal(value: f64, places: usize) -> String {
    let text = format!("{:.places$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_zero = whole == "0" && fraction.is_empty();
    let mut out = grouped(whole.parse().unwrap_or(0.0));
    if value < 0.0 && !is_zero {
        out.insert(0, MINUS);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Money given in millions, with three significant digits: `$27.6bn`, `$310m`, `$0.31m`.
#[must_use]
pub fn money_m(value_m: f64, currency: &str) -> String {
    let (sign, prefix, code) = money_parts(value_m, currency);
    let value = value_m.abs();
    if value >= 999_500.0 {
        format!("{sign}{prefix}{}tn{code}", significant(value / 1_000_000.0))
    } else if value >= 999.5 {
        format!("{sign}{prefix}{}bn{code}", significant(value / 1_000.0))
    } else if value == 0.0 {
        format!("{prefix}0{code}")
    } else {
        format!("{sign}{prefix}{}m{code}", significant(value))
    }
}

/// Money given in millions, in full: `$5,500m`.
#[must_use]
pub fn money_m_exact(value_m: f64, currency: &str) -> String {
    let (sign, prefix, code) = money_parts(value_m, currency);
    format!("{sign}{prefix}{}m{code}", decimal(value_m.abs(), 3))
}

fn money_parts(value_m: f64, currency: &str) -> (&'static str, &'static str, String) {
    let sign = if value_m < 0.0 { "\u{2212}" } else { "" };
    match currency {
        "USD" => (sign, "$", String::new()),
        "EUR" => (sign, "\u{20ac}", String::new()),
        other => (sign, "", format!(" {other}")),
    }
}

/// Money in whole units, rounded to three significant digits: `$85,600`, `$2.39m`.
#[must_use]
pub fn money(value: f64, currency: &str) -> String {
    if value.abs() >= 999_500.0 || !value.is_finite() {
        return money_m(value / 1_000_000.0, currency);
    }
    let (sign, prefix, code) = money_parts(value, currency);
    let value = value.abs();
    let unit = match value {
        _ if value >= 99_950.0 => 1_000.0,
        _ if value >= 9_995.0 => 100.0,
        _ if value >= 999.5 => 10.0,
        _ => 1.0,
    };
    format!(
        "{sign}{prefix}{}{code}",
        grouped((value / unit).round() * unit)
    )
}

/// Money in whole units, in full: `$85,632`.
#[must_use]
pub fn money_exact(value: f64, currency: &str) -> String {
    let (sign, prefix, code) = money_parts(value, currency);
    format!("{sign}{prefix}{}{code}", grouped(value.abs()))
}

/// Three significant digits without trailing zeros after the point.
fn significant(value: f64) -> String {
    let places = if value >= 99.95 {
        0
    } else if value >= 9.995 {
        1
    } else {
        2
    };
    decimal(value, places)
}

/// A tick of a money axis whose step is given: as many decimals as the step needs, no unit.
#[must_use]
pub fn axis_money(value: f64, step: f64) -> String {
    let places = if step >= 1.0 {
        0
    } else if step >= 0.1 {
        1
    } else {
        2
    };
    decimal(value, places)
}

/// A fraction as per cent: one decimal below 10 %, none above.
#[must_use]
pub fn percent(fraction: f64) -> String {
    let value = fraction * 100.0;
    let places = usize::from(value.abs() < 9.95);
    format!("{} %", decimal(value, places))
}

/// A difference of fractions in percentage points.
#[must_use]
pub fn percent_points(difference: f64) -> String {
    format!("{} pp", decimal(difference * 100.0, 1))
}

/// Days: whole above ten, one decimal below.
#[must_use]
pub fn day(days: f64) -> String {
    decimal(days, usize::from(days < 10.0))
}

/// Two texts as a range with an en dash, or one where they are equal.
#[must_use]
pub fn range(low: &str, high: &str) -> String {
    if low == high {
        low.to_owned()
    } else {
        format!("{low}{EN_DASH}{high}")
    }
}

/// Years as a range: `2013-2019` with an en dash.
#[must_use]
pub fn year_range(from: i32, to: i32) -> String {
    range(&from.to_string(), &to.to_string())
}

/// A date as stated: `2019`, `Sep 2019`, `11 Sep 2019`.
#[must_use]
pub fn short_date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = date
        .month()
        .and_then(|month| MONTHS.get(usize::from(month) - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_keeps_three_significant_digits() {
        assert_eq!(money_m(5_500.0, "USD"), "$5.5bn");
        assert_eq!(money_m(21_190.0, "USD"), "$21.2bn");
        assert_eq!(money_m(310.0, "USD"), "$310m");
        assert_eq!(money_m(0.31, "USD"), "$0.31m");
        assert_eq!(money_m(999.7, "USD"), "$1bn");
        assert_eq!(money_m(-7_050.0, "USD"), "\u{2212}$7.05bn");
        assert_eq!(money_m(420_000.0, "JPY"), "420bn JPY");
        assert_eq!(money_m(1_500_000.0, "USD"), "$1.5tn");
    }

    #[test]
    fn money_in_whole_units_is_rounded_where_it_is_large() {
        assert_eq!(money(327.4, "USD"), "$327");
        assert_eq!(money(85_632.1, "USD"), "$85,600");
        assert_eq!(money(2_388_660.0, "USD"), "$2.39m");
        assert_eq!(money(-5_675.0, "EUR"), "\u{2212}\u{20ac}5,680");
        assert_eq!(money_exact(85_632.1, "USD"), "$85,632");
    }

    #[test]
    fn decimals_are_cut_not_padded() {
        assert_eq!(decimal(1234.50, 2), "1,234.5");
        assert_eq!(decimal(-0.001, 2), "0");
        assert_eq!(grouped(-1234.0), "\u{2212}1,234");
        assert_eq!(percent(0.0411), "4.1 %");
        assert_eq!(percent(0.41), "41 %");
    }
}
