//! Which records and figures cite a source. One pass over the dataset; every list of sources is visited.

use crate::analysis::projects::conflicts_of;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Id, Project, Series, Transit};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a source supports, as a place to go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A project, by position.
    Project(usize),
    /// A statement about an official list: programme and state, by position.
    ListState(usize, usize),
    /// A series, by position.
    Series(usize),
    /// A route, its legs, and what is quoted for it; by position.
    Route(usize),
    /// A node of the routes, by position.
    Node(usize),
    /// A measured border performance, by position.
    Border(usize),
    /// An emission factor, by position.
    Factor(usize),
    /// A corridor, by position.
    Corridor(usize),
    /// A typical cargo, by position.
    Cargo(usize),
    /// A statement of several claims, by position.
    Statement(usize),
    /// A claim, by position.
    Claim(usize),
    /// An event, by position.
    Event(usize),
}

/// A part of the dataset that sources are used in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Area {
    /// Projects.
    Projects,
    /// Official lists.
    Lists,
    /// Yearly numbers.
    Series,
    /// Routes, borders, emission factors.
    Transit,
    /// Statements and claims.
    Claims,
    /// Events.
    Events,
}

/// One record that cites a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The record.
    pub target: Target,
    /// How many of its figures rest on the source; 0 where it supports words alone.
    pub figures: usize,
}

/// What a source supports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceUse {
    /// The records by part of the dataset, those with the most figures first.
    pub citations: Vec<Citation>,
    /// Figures that rest on it: stated numbers of projects and lists, yearly values, quotes, claims.
    pub figures: usize,
    /// Conflicting quantities of projects of which it gives a value.
    pub conflicts: usize,
}

impl Area {
    /// All areas in order.
    pub const ALL: [Self; 6] = [
        Self::Projects,
        Self::Lists,
        Self::Series,
        Self::Transit,
        Self::Claims,
        Self::Events,
    ];
}

impl Target {
    /// The part of the dataset it is in.
    #[must_use]
    pub fn area(self) -> Area {
        match self {
            Self::Project(_) => Area::Projects,
            Self::ListState(..) => Area::Lists,
            Self::Series(_) => Area::Series,
            Self::Route(_)
            | Self::Node(_)
            | Self::Border(_)
            | Self::Factor(_)
            | Self::Corridor(_)
            | Self::Cargo(_) => Area::Transit,
            Self::Statement(_) | Self::Claim(_) => Area::Claims,
            Self::Event(_) => Area::Events,
        }
    }
}

impl SourceUse {
    /// Number of citing records and of their figures in a part of the dataset.
    #[must_use]
    pub fn in_area(&self, area: Area) -> (usize, usize) {
        let own = self
            .citations
            .iter()
            .filter(|citation| citation.target.area() == area);
        own.fold((0, 0), |(records, figures), citation| {
            (records + 1, figures + citation.figures)
        })
    }
}

/// What every source supports, in the order of the dataset's sources.
#[must_use]
pub fn index(catalog: &Catalog) -> Vec<SourceUse> {
    let data = catalog.data();
    let mut collector = Collector {
        catalog,
        uses: vec![BTreeMap::new(); data.sources.len()],
        conflicts: vec![0; data.sources.len()],
    };
    for (at, project) in data.projects.iter().enumerate() {
        collector.project(Target::Project(at), project);
    }
    for (at, programme) in data.programmes.iter().enumerate() {
        for (state, stated) in programme.states.iter().enumerate() {
            let parts = [
                stated.total,
                stated.implemented,
                stated.launching,
                stated.under_way,
                stated.preparation,
            ];
            let numbers = parts.iter().map(|part| {
                usize::from(part.count.is_some()) + usize::from(part.money_m.is_some())
            });
            let figures = numbers.sum::<usize>() + usize::from(stated.jobs.is_some());
            collector.cite(Target::ListState(at, state), &stated.sources, figures);
        }
    }
    for (at, series) in data.series.iter().enumerate() {
        collector.series(Target::Series(at), series);
    }
    collector.transit(&data.transit);
    for (at, statement) in data.statements.iter().enumerate() {
        collector.cite(Target::Statement(at), &statement.sources, 0);
    }
    for (at, claim) in data.claims.iter().enumerate() {
        let number = claim.value.is_some() || claim.low.is_some() || claim.high.is_some();
        collector.cite(Target::Claim(at), &claim.sources, usize::from(number));
    }
    for (at, event) in data.events.iter().enumerate() {
        collector.cite(Target::Event(at), &event.sources, 0);
    }
    collector.finish()
}

/// Counts while the dataset is walked; a record that cites a source several times is one entry.
struct Collector<'a> {
    catalog: &'a Catalog,
    uses: Vec<BTreeMap<Target, usize>>,
    conflicts: Vec<usize>,
}

impl Collector<'_> {
    fn cite(&mut self, target: Target, sources: &[Id], figures: usize) {
        for id in sources {
            let position = self.catalog.source_index(id);
            if let Some(uses) = position.and_then(|position| self.uses.get_mut(position)) {
                *uses.entry(target).or_default() += figures;
            }
        }
    }

    fn project(&mut self, target: Target, project: &Project) {
        self.cite(target, &project.sources, 0);
        for figure in &project.figures {
            self.cite(target, &figure.sources, 1);
        }
        let status = project.status.iter().map(|item| &item.sources);
        let milestones = project.milestones.iter().map(|item| &item.sources);
        let lists = project.programmes.iter().map(|item| &item.sources);
        let parties = project.parties.iter().map(|item| &item.sources);
        let path = project.path.iter().map(|path| &path.sources);
        let contested = project.controversy.iter().map(|item| &item.sources);
        let statements = project
            .disagreements
            .iter()
            .flat_map(|item| &item.statements);
        let words = status
            .chain(milestones)
            .chain(path)
            .chain(lists)
            .chain(parties)
            .chain(contested);
        for sources in words.chain(statements.map(|item| &item.sources)) {
            self.cite(target, sources, 0);
        }
        for conflict in conflicts_of(project) {
            let figures = conflict
                .figures
                .iter()
                .filter_map(|at| project.figures.get(*at));
            let mut positions: Vec<usize> = figures
                .flat_map(|figure| &figure.sources)
                .filter_map(|id| self.catalog.source_index(id))
                .collect();
            positions.sort_unstable();
            positions.dedup();
            for position in positions {
                if let Some(count) = self.conflicts.get_mut(position) {
                    *count += 1;
                }
            }
        }
    }

    /// A year with sources of its own rests on these, any other on those of the series.
    fn series(&mut self, target: Target, series: &Series) {
        self.cite(target, &series.sources, 0);
        for year in series.values.keys() {
            let own = series.marks.get(year).map(|mark| &mark.sources);
            let own = own.filter(|own| !own.is_empty());
            self.cite(target, own.unwrap_or(&series.sources), 1);
        }
    }

    fn transit(&mut self, transit: &Transit) {
        for (at, route) in transit.routes.iter().enumerate() {
            let target = Target::Route(at);
            self.cite(target, &route.sources, 0);
            for leg in &route.legs {
                let numbers = [
                    leg.distance_km,
                    leg.days_low,
                    leg.days_typical,
                    leg.days_high,
                ];
                self.cite(target, &leg.sources, numbers.iter().flatten().count());
            }
        }
        for observation in &transit.observations {
            if let Some(route) = self.catalog.route_index(&observation.route) {
                self.cite(Target::Route(route), &observation.sources, 1);
            }
        }
        for (at, node) in transit.nodes.iter().enumerate() {
            self.cite(Target::Node(at), &node.sources, 0);
        }
        for (at, border) in transit.borders.iter().enumerate() {
            self.cite(Target::Border(at), &border.sources, 1);
        }
        for (at, factor) in transit.factors.iter().enumerate() {
            self.cite(Target::Factor(at), &factor.sources, 1);
        }
        for (at, corridor) in transit.corridors.iter().enumerate() {
            let figures = usize::from(corridor.length_km.is_some());
            self.cite(Target::Corridor(at), &corridor.sources, figures);
        }
        for (at, cargo) in transit.cargo_presets.iter().enumerate() {
            self.cite(Target::Cargo(at), &cargo.sources, 2);
        }
    }

    fn finish(self) -> Vec<SourceUse> {
        let uses = self.uses.into_iter().zip(self.conflicts);
        uses.map(|(uses, conflicts)| {
            let figures = uses.values().sum();
            let citations = uses
                .into_iter()
                .map(|(target, figures)| Citation { target, figures });
            let mut citations: Vec<Citation> = citations.collect();
            citations.sort_by_key(|citation| (citation.target.area(), Reverse(citation.figures)));
            SourceUse {
                citations,
                figures,
                conflicts,
            }
        })
        .collect()
    }
}
