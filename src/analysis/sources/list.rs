//! The list of sources under a filter: which pass, in which order, and the counts of the facets.

use super::citation::{Area, SourceUse};
use crate::analysis::projects::fold;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Source, SourceKind};
use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

/// Which sources are shown. Values of one facet add up, facets narrow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceFilter {
    /// Words that must all occur in title, publisher, address or notes.
    pub text: String,
    /// Kinds; none means all.
    pub kinds: BTreeSet<SourceKind>,
    /// Publishers; none means all.
    pub publishers: BTreeSet<String>,
    /// Parts of the dataset the source is used in; none means all.
    pub areas: BTreeSet<Area>,
    /// First and last year of publication; none means all.
    pub years: Option<(i32, i32)>,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SourceColumn {
    /// Title.
    Title,
    /// Publisher.
    Publisher,
    /// Date.
    Date,
    /// Kind.
    Kind,
    /// Figures that rest on it.
    #[default]
    Figures,
    /// Records that cite it.
    Records,
    /// Conflicts it is part of.
    Conflicts,
}

/// The order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceSort {
    /// By which column.
    pub column: SourceColumn,
    /// Largest first.
    pub descending: bool,
}

impl Default for SourceSort {
    fn default() -> Self {
        Self {
            column: SourceColumn::default(),
            descending: true,
        }
    }
}

/// The sources that pass, and the facets' counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceList {
    /// Positions of the sources, in order.
    pub rows: Vec<usize>,
    /// Figures that rest on the shown sources; one that rests on two counts for both.
    pub figures: usize,
    /// Counts of each facet's values under the other facets.
    pub facets: SourceFacets,
}

/// How many sources each value would show under the other facets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceFacets {
    /// By kind.
    pub kinds: BTreeMap<SourceKind, usize>,
    /// By publisher, most sources first.
    pub publishers: Vec<(String, usize)>,
    /// By part of the dataset.
    pub areas: BTreeMap<Area, usize>,
    /// By year of publication.
    pub years: BTreeMap<i32, usize>,
    /// Without a date.
    pub undated: usize,
}

impl SourceFilter {
    /// Whether everything is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A facet, as a place in the list of tests.
const FACETS: usize = 4;

/// The sources that pass a filter, sorted, with the counts of the facets.
#[must_use]
pub fn list(
    catalog: &Catalog,
    uses: &[SourceUse],
    filter: &SourceFilter,
    sort: SourceSort,
) -> SourceList {
    let words: Vec<String> = fold(&filter.text)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let mut result = SourceList::default();
    let mut publishers: BTreeMap<&str, usize> = BTreeMap::new();
    let sources = &catalog.data().sources;
    for (position, (source, used)) in sources.iter().zip(uses).enumerate() {
        if !has_words(source, &words) {
            continue;
        }
        let passes = passes(filter, source, used);
        // A facet counts what all the others let through.
        let others = |own: usize| {
            passes
                .iter()
                .enumerate()
                .all(|(at, pass)| at == own || *pass)
        };
        let facets = &mut result.facets;
        if others(0) {
            *facets.kinds.entry(source.kind).or_default() += 1;
        }
        if let Some(publisher) = source.publisher.as_deref().filter(|_| others(1)) {
            *publishers.entry(publisher).or_default() += 1;
        }
        if others(2) {
            for area in areas(used) {
                *facets.areas.entry(area).or_default() += 1;
            }
        }
        if others(3) {
            match source.date {
                Some(date) => *facets.years.entry(date.year()).or_default() += 1,
                None => facets.undated += 1,
            }
        }
        if passes == [true; FACETS] {
            result.rows.push(position);
            result.figures += used.figures;
        }
    }
    result.facets.publishers = publishers
        .into_iter()
        .map(|(name, n)| (name.to_owned(), n))
        .collect();
    result
        .facets
        .publishers
        .sort_by_key(|(_, count)| Reverse(*count));
    sort_rows(sources, uses, sort, &mut result.rows);
    result
}

fn passes(filter: &SourceFilter, source: &Source, used: &SourceUse) -> [bool; FACETS] {
    let publisher = source.publisher.as_ref();
    [
        filter.kinds.is_empty() || filter.kinds.contains(&source.kind),
        filter.publishers.is_empty()
            || publisher.is_some_and(|name| filter.publishers.contains(name)),
        filter.areas.is_empty() || areas(used).iter().any(|area| filter.areas.contains(area)),
        filter.years.is_none_or(|(first, last)| {
            source
                .date
                .is_some_and(|date| (first..=last).contains(&date.year()))
        }),
    ]
}

fn areas(used: &SourceUse) -> BTreeSet<Area> {
    used.citations
        .iter()
        .map(|citation| citation.target.area())
        .collect()
}

fn has_words(source: &Source, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = [
        Some(source.title.as_str()),
        source.publisher.as_deref(),
        source.url.as_deref(),
        source.method.as_deref(),
        source.note.as_deref(),
        Some(source.id.as_str()),
    ];
    let all: Vec<&str> = texts.into_iter().flatten().collect();
    let folded = fold(&all.join(" "));
    words.iter().all(|word| folded.contains(word.as_str()))
}

/// Sorts; what a source does not state comes last in either direction, equals by title.
fn sort_rows(sources: &[Source], uses: &[SourceUse], sort: SourceSort, rows: &mut [usize]) {
    let turned = |order: Ordering| {
        if sort.descending {
            order.reverse()
        } else {
            order
        }
    };
    let stated = |a: Option<Ordering>, has: (bool, bool)| match has {
        (true, true) => turned(a.unwrap_or(Ordering::Equal)),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => Ordering::Equal,
    };
    let titles: Vec<String> = sources.iter().map(|source| fold(&source.title)).collect();
    let title = |at: usize| titles.get(at).map_or("", String::as_str);
    rows.sort_by(|a, b| {
        let (Some(first), Some(second)) = (sources.get(*a), sources.get(*b)) else {
            return Ordering::Equal;
        };
        let number =
            |of: fn(&SourceUse) -> usize| turned(uses.get(*a).map(of).cmp(&uses.get(*b).map(of)));
        let order = match sort.column {
            SourceColumn::Title => turned(title(*a).cmp(title(*b))),
            SourceColumn::Publisher => {
                let (x, y) = (
                    first.publisher.as_deref().map(fold),
                    second.publisher.as_deref().map(fold),
                );
                stated(Some(x.cmp(&y)), (x.is_some(), y.is_some()))
            }
            SourceColumn::Date => stated(
                Some(first.date.cmp(&second.date)),
                (first.date.is_some(), second.date.is_some()),
            ),
            SourceColumn::Kind => turned(first.kind.cmp(&second.kind)),
            SourceColumn::Figures => number(|used| used.figures),
            SourceColumn::Records => number(|used| used.citations.len()),
            SourceColumn::Conflicts => number(|used| used.conflicts),
        };
        order.then_with(|| title(*a).cmp(title(*b)))
    });
}
