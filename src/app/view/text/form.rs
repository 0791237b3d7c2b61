//! The forms a value can take: how it is written, and how it is read back.

use super::{
    Context,
    known::Known,
    problem::{Expected, Reason},
    token::{Token, list, quoted},
    word::{Word, no_such_value, set_read, set_written, value_of},
};
use crate::{
    analysis::{
        projects::{FACETS, SortKey},
        sources::SourceSort,
        transit::{Years, rows::RowSort},
    },
    app::view::OverviewRecord,
};
use std::{collections::BTreeSet, ops::RangeInclusive};

/// A value, and why parts of it were left out.
pub(super) type Read<T> = Result<(T, Vec<Reason>), Reason>;

/// How one kind of value is written and read.
pub(super) trait Form<T> {
    /// The value as text, in quotes where it needs them.
    fn written(&self, value: &T) -> String;

    /// The value of a token.
    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<T>;
}

/// A value of which nothing was left out.
pub(super) fn whole<T>(value: T) -> (T, Vec<Reason>) {
    (value, Vec::new())
}

/// One of a few words.
pub(super) struct OneOf;

impl<T: Word> Form<T> for OneOf {
    fn written(&self, value: &T) -> String {
        value.word().to_owned()
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<T> {
        Ok(whole(value_of(token.value()?)?))
    }
}

/// Any of a few words, or `none`.
pub(super) struct SetOf;

impl<T: Word + Ord> Form<BTreeSet<T>> for SetOf {
    fn written(&self, value: &BTreeSet<T>) -> String {
        set_written(value.iter().copied())
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<BTreeSet<T>> {
        let (values, left_out) = set_read(token)?;
        Ok((values.into_iter().collect(), left_out))
    }
}

/// Several of a few words in an order of their own; each counts once.
pub(super) struct ListOf;

impl<T: Word + PartialEq> Form<Vec<T>> for ListOf {
    fn written(&self, value: &Vec<T>) -> String {
        let words: Vec<&str> = value.iter().map(|value| value.word()).collect();
        words.join(",")
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Vec<T>> {
        let (mut values, mut left_out) = (Vec::new(), Vec::new());
        for item in token.values()? {
            match value_of(&item.text) {
                Ok(value) if values.contains(&value) => {}
                Ok(value) => values.push(value),
                Err(reason) => left_out.push(reason),
            }
        }
        Ok((values, left_out))
    }
}

/// The id of a facet, or none.
pub(super) struct FacetId;

impl Form<Option<String>> for FacetId {
    fn written(&self, value: &Option<String>) -> String {
        value.as_deref().map(quoted).unwrap_or_default()
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Option<String>> {
        let text = token.value()?;
        let known = || FACETS.iter().map(|facet| facet.id);
        match super::projects::facet(text) {
            Some(facet) => Ok(whole(Some(facet.id.to_owned()))),
            None => Err(no_such_value(text, known().collect())),
        }
    }
}

/// A whole number up to another.
pub(super) struct Count(pub usize);

impl Form<usize> for Count {
    fn written(&self, value: &usize) -> String {
        value.to_string()
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<usize> {
        let count: Option<usize> = token.value()?.parse().ok();
        let count = count.filter(|count| *count <= self.0);
        count.map(whole).ok_or(Reason::Malformed(Expected::Number))
    }
}

/// Words of a search.
pub(super) struct Search;

impl Form<String> for Search {
    fn written(&self, value: &String) -> String {
        quoted(value)
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<String> {
        Ok(whole(token.whole()))
    }
}

/// A number between two others, or `off` where there may be none.
pub(super) struct Number(pub RangeInclusive<f64>);

const OFF: &str = "off";

impl Number {
    /// The number that a text is, within the range.
    pub fn parse(&self, text: &str) -> Result<f64, Reason> {
        let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
        let number = number.ok_or(Reason::Malformed(Expected::Number))?;
        let (low, high) = (*self.0.start(), *self.0.end());
        if self.0.contains(&number) {
            Ok(number)
        } else {
            Err(Reason::OutOfRange { low, high })
        }
    }
}

impl Form<f64> for Number {
    fn written(&self, value: &f64) -> String {
        value.to_string()
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<f64> {
        Ok(whole(self.parse(token.value()?)?))
    }
}

impl Form<Option<f64>> for Number {
    fn written(&self, value: &Option<f64>) -> String {
        value.map_or(OFF.to_owned(), |value| value.to_string())
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Option<f64>> {
        match token.value()? {
            OFF => Ok(whole(None)),
            text => Ok(whole(Some(self.parse(text)?))),
        }
    }
}

/// A year, or `latest`.
pub(super) struct Year;

const LATEST: &str = "latest";

impl Form<Option<i32>> for Year {
    fn written(&self, value: &Option<i32>) -> String {
        value.map_or(LATEST.to_owned(), |year| year.to_string())
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Option<i32>> {
        match token.value()? {
            LATEST => Ok(whole(None)),
            text => Ok(whole(Some(year(text)?))),
        }
    }
}

/// The years a date can have: four digits.
const FIRST_YEAR: i32 = 0;
const LAST_YEAR: i32 = 9999;

/// The year that a text is.
pub(super) fn year(text: &str) -> Result<i32, Reason> {
    let year: Option<i32> = text.parse().ok();
    year.filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
        .ok_or(Reason::Malformed(Expected::Year))
}

/// First and last year as they are written.
pub(super) fn years_written((from, to): (i32, i32)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}..{to}")
    }
}

/// First and last year of a text such as `2013..2019`, `2013..`, `..2019` or `2019`.
///
/// An open side means the first or last year that the dataset has, so that nobody reads of the year 9999.
pub(super) fn years_read(
    text: &str,
    widest: impl FnOnce() -> Option<(i32, i32)>,
) -> Result<(i32, i32), Reason> {
    let malformed = Reason::Malformed(Expected::Years);
    let Some((from, to)) = text.split_once("..") else {
        let only = year(text).map_err(|_| malformed)?;
        return Ok((only, only));
    };
    let side = |text: &str| -> Result<Option<i32>, Reason> {
        if text.is_empty() {
            return Ok(None);
        }
        year(text).map(Some).map_err(|_| malformed.clone())
    };
    let open = || widest().unwrap_or((FIRST_YEAR, LAST_YEAR));
    let (from, to) = match (side(from)?, side(to)?) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, open().1.max(from)),
        (None, Some(to)) => (open().0.min(to), to),
        (None, None) => return Err(malformed),
    };
    if from > to {
        return Err(malformed);
    }
    Ok((from, to))
}

/// Years from one to another, or `all`; holds the first and last year that the dataset has.
pub(super) struct YearsOf(pub fn(&Context<'_>) -> Option<(i32, i32)>);

const ALL: &str = "all";

impl Form<Option<(i32, i32)>> for YearsOf {
    fn written(&self, value: &Option<(i32, i32)>) -> String {
        value.map_or(ALL.to_owned(), years_written)
    }

    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<Option<(i32, i32)>> {
        match token.value()? {
            ALL => Ok(whole(None)),
            text => Ok(whole(Some(years_read(text, || (self.0)(cx))?))),
        }
    }
}

impl Form<Option<Years>> for YearsOf {
    fn written(&self, value: &Option<Years>) -> String {
        let value = value.map(|years| (years.from, years.to));
        Form::<Option<(i32, i32)>>::written(self, &value)
    }

    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<Option<Years>> {
        let (years, left_out) = Form::<Option<(i32, i32)>>::read(self, token, cx)?;
        Ok((years.map(|(from, to)| Years { from, to }), left_out))
    }
}

/// Something that the dataset has, or nothing.
pub(super) struct Id(pub Known);

impl Form<Option<String>> for Id {
    fn written(&self, value: &Option<String>) -> String {
        value.as_deref().map(quoted).unwrap_or_default()
    }

    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<Option<String>> {
        Ok(whole(Some(self.0.check(cx.dataset, token.value()?)?)))
    }
}

/// Several things that the dataset has; those that it lacks are left out.
pub(super) struct Ids(pub Known);

impl Form<BTreeSet<String>> for Ids {
    fn written(&self, value: &BTreeSet<String>) -> String {
        list(value)
    }

    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<BTreeSet<String>> {
        let (mut ids, mut left_out) = (BTreeSet::new(), Vec::new());
        for item in token.values()? {
            match self.0.check(cx.dataset, &item.text) {
                Ok(id) => {
                    ids.insert(id);
                }
                Err(reason) => left_out.push(reason),
            }
        }
        Ok((ids, left_out))
    }
}

/// A column and `asc` or `desc`; without either, `asc`.
pub(super) struct Sort;

const ASCENDING: &str = "asc";
const DESCENDING: &str = "desc";

/// Reads one order of a table.
pub(super) trait Order<T> {
    /// The order that a text is.
    fn of(&self, text: &str) -> Result<T, Reason>;
}

/// The order of a table as a column and a direction.
macro_rules! sort_form {
    ($($type:ident: $column:ident,)+) => {$(
        impl Form<$type> for Sort {
            fn written(&self, value: &$type) -> String {
                let direction = if value.descending { DESCENDING } else { ASCENDING };
                format!("{}/{direction}", value.$column.word())
            }

            fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<$type> {
                Ok(whole(self.of(token.value()?)?))
            }
        }

        impl Order<$type> for Sort {
            fn of(&self, text: &str) -> Result<$type, Reason> {
                let (column, descending) = directed(text)?;
                Ok($type { $column: value_of(column)?, descending })
            }
        }
    )+};
}

sort_form! {
    SortKey: column,
    SourceSort: column,
    RowSort: order,
}

fn directed(text: &str) -> Result<(&str, bool), Reason> {
    match text.split_once('/') {
        None => Ok((text, false)),
        Some((column, ASCENDING)) => Ok((column, false)),
        Some((column, DESCENDING)) => Ok((column, true)),
        Some((_, other)) => Err(no_such_value(other, vec![ASCENDING, DESCENDING])),
    }
}

/// A record of the Overview tab: `claim/<id>`, `event/<id>`, `list/<programme>/<position from 1>`.
pub(super) struct Record;

impl Form<Option<OverviewRecord>> for Record {
    fn written(&self, value: &Option<OverviewRecord>) -> String {
        let text = value.as_ref().map(|record| match record {
            OverviewRecord::Claim(id) => format!("claim/{id}"),
            OverviewRecord::Event(id) => format!("event/{id}"),
            OverviewRecord::ListState(id, at) => format!("list/{id}/{}", at + 1),
        });
        quoted(&text.unwrap_or_default())
    }

    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<Option<OverviewRecord>> {
        let malformed = Reason::Malformed(Expected::Record);
        let (kind, id) = token.value()?.split_once('/').ok_or(malformed.clone())?;
        let record = match kind {
            "claim" => OverviewRecord::Claim(super::known::CLAIM.check(cx.dataset, id)?),
            "event" => OverviewRecord::Event(super::known::EVENT.check(cx.dataset, id)?),
            "list" => list_state(id, cx)?,
            _ => return Err(malformed),
        };
        Ok(whole(Some(record)))
    }
}

fn list_state(text: &str, cx: &Context<'_>) -> Result<OverviewRecord, Reason> {
    let malformed = || Reason::Malformed(Expected::Record);
    let (programme, number) = text.rsplit_once('/').ok_or_else(malformed)?;
    let number: usize = number.parse().map_err(|_| malformed())?;
    let at = number.checked_sub(1).ok_or_else(malformed)?;
    let id = super::known::PROGRAMME.check(cx.dataset, programme)?;
    let states = cx.dataset.catalog.programme(&id);
    if states.is_none_or(|programme| at >= programme.states.len()) {
        return Err(super::known::not_in_dataset(text, std::iter::empty()));
    }
    Ok(OverviewRecord::ListState(id, at))
}
