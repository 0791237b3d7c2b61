//! Dates as people state them: a year, a month or a day; and periods of them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// A year, a month of a year, or a day: `2019`, `2019-09`, `2019-09-11`.
///
/// Ordering is by the earliest day it can mean, then coarser before finer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    /// 0 where only the year is stated.
    month: u8,
    /// 0 where no day is stated.
    day: u8,
}

impl PartialDate {
    /// A date of which only the year is known.
    #[must_use]
    pub fn from_year(year: i16) -> Self {
        Self {
            year,
            month: 0,
            day: 0,
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12, if stated.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, if stated.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Position on a time axis in years: the middle of the stated year, month or day.
    #[must_use]
    pub fn as_year_fraction(self) -> f64 {
        let year = f64::from(self.year);
        match (self.month(), self.day()) {
            (None, _) => year + 0.5,
            (Some(month), None) => year + (f64::from(month) - 0.5) / 12.0,
            (Some(month), Some(day)) => {
                year + (f64::from(month) - 1.0 + (f64::from(day) - 0.5) / 31.0) / 12.0
            }
        }
    }
}

/// Why a text is not a date or period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DateError {}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = || {
            DateError(format!(
                "`{}` is not a date; write `2019`, `2019-09` or `2019-09-11`",
                text.chars().take(40).collect::<String>()
            ))
        };
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4).ok_or_else(fail)?;
        let month = parts.next().map(|part| digits(Some(part), 2));
        let day = parts.next().map(|part| digits(Some(part), 2));
        if parts.next().is_some() {
            return Err(fail());
        }
        let (month, day) = match (month, day) {
            (None, _) => (0, 0),
            (Some(Some(month @ 1..=12)), None) => (month, 0),
            (Some(Some(month)), Some(Some(day))) => {
                let date = jiff::civil::Date::new(year, as_i8(month), as_i8(day));
                date.map_err(|_| DateError(format!("there is no day `{text}` in the calendar")))?;
                (month, day)
            }
            _ => return Err(fail()),
        };
        Ok(Self {
            year,
            month: u8::try_from(month).map_err(|_| fail())?,
            day: u8::try_from(day).map_err(|_| fail())?,
        })
    }
}

fn digits(part: Option<&str>, length: usize) -> Option<i16> {
    let part = part?;
    let valid = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| part.parse().ok()).flatten()
}

fn as_i8(value: i16) -> i8 {
    i8::try_from(value).unwrap_or(i8::MAX)
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// A date, or everything from one date to another: `2019`, `2005..2019`, `2019-01..2019-09`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First date.
    pub from: PartialDate,
    /// Last date, included; equal to `from` for a single date.
    pub to: PartialDate,
}

impl Period {
    /// The year if the whole period lies in one.
    #[must_use]
    pub fn single_year(self) -> Option<i32> {
        (self.from.year() == self.to.year()).then(|| self.from.year())
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let (from, to): (PartialDate, PartialDate) = (from.parse()?, to.parse()?);
        if from.year() > to.year() || (from > to && from.year() != to.year()) {
            return Err(DateError(format!(
                "the period `{text}` ends before it starts"
            )));
        }
        Ok(Self { from, to })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            self.from.fmt(f)
        } else {
            write!(f, "{}..{}", self.from, self.to)
        }
    }
}

macro_rules! serde_as_text {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextVisitor;
                impl de::Visitor<'_> for TextVisitor {
                    type Value = $type;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(
                            "a date in quotes, such as \"2019\", \"2019-09\" or \"2019-09-11\"",
                        )
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(TextVisitor)
            }
        }
    };
}

serde_as_text!(PartialDate);
serde_as_text!(Period);
