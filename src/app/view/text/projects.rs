//! The filter of projects: facets, years and search, unprefixed, as one would type them.

use super::{
    Context,
    form::{Read, whole, years_read, years_written},
    known::not_in_dataset,
    problem::Reason,
    token::{Item, Token, in_quotes, quoted},
    word::{Word as _, value_of},
};
use crate::{
    analysis::projects::{FACETS, Facet, FacetColumn, NOT_STATED, YearBasis},
    app::view::View,
};

/// What stands for the value of records that state none.
pub(super) const NOT_STATED_WORD: &str = "not-stated";

/// The facet with this id.
pub(super) fn facet(key: &str) -> Option<&'static Facet> {
    FACETS
        .iter()
        .find(|facet| facet.id.eq_ignore_ascii_case(key))
}

/// The chosen values of all facets as tokens.
pub(super) fn facets_written(view: &View) -> Vec<String> {
    let mut tokens = Vec::new();
    for facet in FACETS {
        let Some(choice) = view.projects.filter.facets.get(facet.id) else {
            continue;
        };
        for (minus, ids) in [("", &choice.include), ("-", &choice.exclude)] {
            let values: Vec<String> = ids.iter().map(|id| facet_value(id)).collect();
            if !values.is_empty() {
                tokens.push(format!("{minus}{}:{}", facet.id, values.join(",")));
            }
        }
    }
    tokens
}

fn facet_value(id: &str) -> String {
    match id {
        NOT_STATED => NOT_STATED_WORD.to_owned(),
        NOT_STATED_WORD => in_quotes(id),
        id => quoted(id),
    }
}

/// Adds the values of a token to a facet's choice; returns those the dataset lacks.
///
/// A facet given twice means the values of both; a value is never on both sides, the later one counts.
pub(super) fn facet_read(
    view: &mut View,
    facet: &Facet,
    token: &Token<'_>,
    cx: &Context<'_>,
) -> Result<Vec<Reason>, Reason> {
    let mut left_out = Vec::new();
    let facets = FACETS.iter().zip(&cx.dataset.projects.facets);
    let column = facets
        .filter(|(other, _)| other.id == facet.id)
        .map(|(_, column)| column)
        .next();
    for item in token.values()? {
        let id = match known_value(column, item) {
            Ok(id) => id,
            Err(reason) => {
                left_out.push(reason);
                continue;
            }
        };
        let choice = view
            .projects
            .filter
            .facets
            .entry(facet.id.to_owned())
            .or_default();
        let (own, other) = if token.excluded {
            (&mut choice.exclude, &mut choice.include)
        } else {
            (&mut choice.include, &mut choice.exclude)
        };
        other.remove(&id);
        own.insert(id);
    }
    Ok(left_out)
}

fn known_value(column: Option<&FacetColumn>, item: &Item) -> Result<String, Reason> {
    let id = if item.text == NOT_STATED_WORD && !item.quoted {
        NOT_STATED
    } else {
        item.text.as_str()
    };
    let Some(column) = column.filter(|column| column.position(id).is_none()) else {
        return Ok(id.to_owned());
    };
    let all = column.values.iter().map(|value| value.id.as_str());
    Err(not_in_dataset(&item.text, all))
}

/// The years; the step is written where it is not that of the chart.
pub(super) fn years_written_of(view: &View) -> Option<String> {
    let (basis, from, to) = view.projects.filter.years?;
    let years = years_written((from, to));
    if basis == view.projects.chart.basis {
        Some(years)
    } else {
        Some(format!("{}/{years}", basis.word()))
    }
}

/// Years such as `2013..2019` or `completed/2013..`.
pub(super) fn years_read_of(
    view: &View,
    token: &Token<'_>,
    cx: &Context<'_>,
) -> Read<(YearBasis, i32, i32)> {
    let text = token.value()?;
    let (basis, years) = match text.split_once('/') {
        Some((basis, years)) => (value_of(basis)?, years),
        None => (view.projects.chart.basis, text),
    };
    let (from, to) = years_read(years, || cx.dataset.projects.year_range(basis))?;
    Ok(whole((basis, from, to)))
}
