//! What the map of projects shows: who has a point of which exactness, how large, and who is not on it.

use super::{
    amount::MoneyStage,
    by_amount::by_amount,
    condition::{self, Condition},
    filter::FilterResult,
    overlap::LeftOut,
    stack::{StackBy, StackPart, drawn_as, drawn_parts},
    table::ProjectTable,
};
use crate::dataset::schema::Id;
use crate::{
    analysis::geo::Position,
    dataset::{
        catalog::Catalog,
        schema::{Precision, Project, Waypoint},
    },
};
use fixedbitset::FixedBitSet;
use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

/// Bubbles that are drawn at most; the largest come first.
pub const MOST_DRAWN: usize = 2_000;
/// Projects off the map that are listed at most.
pub const MOST_LISTED: usize = 200;

/// Where a project is drawn, if it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot {
    /// At a point that is the place itself, or its town.
    Exact(Position),
    /// At a point that stands for the region.
    Region(Position),
    /// Nowhere: only the country is known, and a point would say more.
    Country,
    /// Nowhere: no place is stated.
    None,
}

impl Spot {
    /// Where a project is drawn.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let Some(place) = &project.place else {
            return Self::on_line(project).unwrap_or(Self::None);
        };
        let at = place.lat.zip(place.lon);
        let at = at.map(|(lat, lon)| Position { lat, lon });
        match (place.precision, at) {
            (Precision::Country, _) => Self::on_line(project).unwrap_or(Self::Country),
            (_, None) => Self::on_line(project).unwrap_or(Self::None),
            (Precision::Region, Some(at)) => Self::Region(at),
            (Precision::Site | Precision::Town, Some(at)) => Self::Exact(at),
        }
    }

    /// In the middle of the places that its line passes, if it has one.
    fn on_line(project: &Project) -> Option<Self> {
        let points = &project.path.as_ref()?.points;
        let Waypoint { lat, lon, .. } = points.get(points.len() / 2)?;
        let at = Position {
            lat: *lat,
            lon: *lon,
        };
        Some(Self::Exact(at))
    }

    /// Its point, if it has one.
    #[must_use]
    pub fn at(&self) -> Option<Position> {
        match self {
            Self::Exact(at) | Self::Region(at) => Some(*at),
            Self::Country | Self::None => None,
        }
    }
}

/// Which projects are drawn how.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Placing {
    /// At a point of any kind.
    placed: FixedBitSet,
    /// At the place itself or its town.
    exact: FixedBitSet,
    /// Not at all: only the country is known.
    country: FixedBitSet,
}

impl Placing {
    pub(super) fn new(spots: &[Spot]) -> Self {
        let set = |holds: fn(&Spot) -> bool| {
            let rows = spots.iter().enumerate().filter(|(_, spot)| holds(spot));
            let mut set: FixedBitSet = rows.map(|(row, _)| row).collect();
            set.grow(spots.len());
            set
        };
        Self {
            placed: set(|spot| spot.at().is_some()),
            exact: set(|spot| matches!(spot, Spot::Exact(_))),
            country: set(|spot| matches!(spot, Spot::Country)),
        }
    }
}

/// What the map shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectMap {
    /// The stage of money that the areas of the bubbles show.
    pub stage: MoneyStage,
    /// What gives the bubbles their colour.
    pub stack: StackBy,
    /// The bubbles, the largest first; those without counted money last.
    pub bubbles: Vec<MapBubble>,
    /// The parts that occur among the bubbles, in display order.
    pub parts: Vec<StackPart>,
    /// Every project of the filter, told apart once.
    pub counts: MapCounts,
    /// The first of the projects that are not on the map.
    pub not_drawn: Vec<usize>,
    /// Ids of the sources of the amounts that the bubbles show, and of the records without one; sorted.
    pub sources: Vec<Id>,
}

/// A project on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapBubble {
    /// Position of the project.
    pub project: usize,
    /// Where.
    pub at: Position,
    /// Whether the point is the place itself or its town, not a region's.
    pub exact: bool,
    /// Money that counts in totals, in millions; the area of the bubble.
    pub counted_m: Option<f64>,
    /// The part that gives the colour, as it is drawn.
    pub part: StackPart,
    /// Whether the project's line is drawn too: of a railway, a road, a pipeline.
    pub has_line: bool,
}

/// Every project of the filter, told apart once: `exact + region + country + nowhere` is all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MapCounts {
    /// Drawn at the place itself or its town.
    pub exact: usize,
    /// Drawn at a point that stands for the region.
    pub region: usize,
    /// Not drawn: only the country is known.
    pub country: usize,
    /// Not drawn: no place is stated.
    pub nowhere: usize,
    /// Of those with a point: without an amount, drawn as a dot.
    pub without_amount: usize,
    /// Of those with a point: with an amount that does not count in totals, drawn as a dot.
    pub left_out: usize,
    /// Of those with a point: too many to be drawn.
    pub beyond: usize,
}

impl MapCounts {
    /// Projects of the filter.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.placed() + self.not_placed()
    }

    /// Projects with a point.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.exact + self.region
    }

    /// Projects without one.
    #[must_use]
    pub fn not_placed(&self) -> usize {
        self.country + self.nowhere
    }
}

/// The map of the projects that a filter keeps.
#[must_use]
pub fn project_map(
    catalog: &Catalog,
    table: &ProjectTable,
    filtered: &FilterResult,
    stage: MoneyStage,
    stack: StackBy,
) -> ProjectMap {
    let mut placed = filtered.rows.clone();
    placed.intersect_with(&table.placing.placed);
    let counts = counts(table, filtered, &placed, stage);
    let mut others = filtered.rows.clone();
    others.difference_with(&placed);
    let not_drawn = others.ones().take(MOST_LISTED).collect();
    let drawn = largest(table, &placed, stage).into_iter();
    let has_line = |project: usize| {
        let row = u32::try_from(project);
        row.is_ok_and(|row| table.lines.binary_search(&row).is_ok())
    };
    let bubbles = drawn.map(|(project, counted_m)| {
        let spot = table.spots.get(project).copied().unwrap_or(Spot::None);
        let bubble = |at| MapBubble {
            project,
            at,
            exact: matches!(spot, Spot::Exact(_)),
            counted_m,
            part: stack.part(table, project),
            has_line: has_line(project),
        };
        spot.at().map(bubble)
    });
    let mut bubbles: Vec<MapBubble> = bubbles.flatten().collect();
    let parts = parts(table, stack, &mut bubbles);
    ProjectMap {
        stage,
        stack,
        sources: sources(catalog, table, &bubbles, stage),
        bubbles,
        parts,
        counts,
        not_drawn,
    }
}

/// How the projects of a filter are told apart.
fn counts(
    table: &ProjectTable,
    filtered: &FilterResult,
    placed: &FixedBitSet,
    stage: MoneyStage,
) -> MapCounts {
    let count = placed.count_ones(..);
    let exact = placed.intersection_count(&table.placing.exact);
    let country = filtered.rows.intersection_count(&table.placing.country);
    let with = |condition| placed.intersection_count(&condition::rows(table, condition));
    let stated = with(Condition::Stated(stage));
    MapCounts {
        exact,
        region: count - exact,
        country,
        nowhere: filtered.count - count - country,
        without_amount: count - stated,
        left_out: stated - with(Condition::Counted(stage)),
        beyond: count.saturating_sub(MOST_DRAWN),
    }
}

/// A project and its money.
type OfSize = (usize, Option<f64>);

/// When fewer than one in so many projects have a point, these are sorted by themselves.
const FEW: usize = 16;

/// The largest projects, as many as are drawn, the largest first; ties keep the order of the file.
fn largest(table: &ProjectTable, placed: &FixedBitSet, stage: MoneyStage) -> Vec<OfSize> {
    let of = |project: usize| {
        let money_m = table.counted_m(project, stage);
        (project, money_m.filter(|money_m| *money_m > 0.0))
    };
    if placed.count_ones(..) < table.len / FEW {
        let mut all: Vec<OfSize> = placed.ones().map(of).collect();
        if all.len() > MOST_DRAWN {
            all.select_nth_unstable_by(MOST_DRAWN, largest_first);
            all.truncate(MOST_DRAWN);
        }
        all.sort_unstable_by(largest_first);
        return all;
    }
    let mut counted = placed.clone();
    counted.intersect_with(&condition::rows(table, Condition::Counted(stage)));
    let order = by_amount(table, stage);
    // Those with money come in order until it is none.
    let in_order = order.rows.iter().map(|row| *row as usize);
    let counted = in_order.filter(|row| counted.contains(*row)).map(of);
    let with_money = counted.take_while(|(_, money_m)| money_m.is_some());
    let others = placed
        .ones()
        .map(of)
        .filter(|(_, money_m)| money_m.is_none());
    with_money.chain(others).take(MOST_DRAWN).collect()
}

fn largest_first(a: &OfSize, b: &OfSize) -> Ordering {
    let money = |own: &OfSize| own.1.unwrap_or(-1.0);
    money(b).total_cmp(&money(a)).then(a.0.cmp(&b.0))
}

/// The parts to tell apart by colour; each bubble gets the one that it is drawn as.
fn parts(table: &ProjectTable, stack: StackBy, bubbles: &mut [MapBubble]) -> Vec<StackPart> {
    let mut sizes: BTreeMap<StackPart, f64> = BTreeMap::new();
    for bubble in &*bubbles {
        *sizes.entry(bubble.part).or_default() += bubble.counted_m.unwrap_or(0.0);
    }
    let parts = drawn_parts(table, stack, &sizes);
    for bubble in bubbles {
        bubble.part = drawn_as(bubble.part, &parts);
    }
    parts
}

/// Where the amounts come from; for a dot, where the record does.
fn sources(
    catalog: &Catalog,
    table: &ProjectTable,
    bubbles: &[MapBubble],
    stage: MoneyStage,
) -> Vec<Id> {
    let all = &catalog.data().projects;
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for bubble in bubbles {
        let Some(project) = all.get(bubble.project) else {
            continue;
        };
        ids.extend(spot_sources(table, project, bubble, stage).map(Id::as_str));
    }
    ids.into_iter().map(Id::from).collect()
}

fn spot_sources<'a>(
    table: &ProjectTable,
    project: &'a Project,
    bubble: &MapBubble,
    stage: MoneyStage,
) -> impl Iterator<Item = &'a Id> {
    let amount = table.amount(bubble.project, stage);
    let figure = amount
        .filter(|_| bubble.counted_m.is_some())
        .and_then(|amount| project.figures.get(amount.figure));
    let own = figure.map_or(&project.sources, |figure| &figure.sources);
    let path = project.path.iter().flat_map(|path| &path.sources);
    let path = path.filter(|id| !own.contains(id));
    own.iter().chain(path)
}

impl MapBubble {
    /// Sources of what is shown: of the amount, or of the record where there is none, and of the line.
    #[must_use]
    pub fn sources<'a>(
        &self,
        table: &ProjectTable,
        project: &'a Project,
        stage: MoneyStage,
    ) -> Vec<&'a Id> {
        spot_sources(table, project, self, stage).collect()
    }

    /// Why the bubble shows no money although an amount is stated.
    #[must_use]
    pub fn left_out(&self, table: &ProjectTable) -> Option<LeftOut> {
        table.left_out.get(self.project).copied().flatten()
    }
}

/// Three round amounts for a legend, the largest first and none above `most_m`; nothing without money.
#[must_use]
pub fn round_sizes(most_m: f64) -> Option<[f64; 3]> {
    if !(most_m.is_finite() && most_m > 0.0) {
        return None;
    }
    let power = 10_f64.powf(most_m.log10().floor());
    // A hair's breadth for rounding.
    let fits = |step: &f64| step * power <= most_m * (1.0 + 1e-9);
    let first = [5.0, 2.0, 1.0].into_iter().find(fits).unwrap_or(1.0) * power;
    Some([first, first / 5.0, first / 20.0])
}
