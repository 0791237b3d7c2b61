//! What the chart "time against cost" shows, without a pixel: points with their spread, and the frontier.

use super::compare::Comparison;
use super::frontier::Standing;
use super::{Band, Notice, Years};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::{Id, Mode};

/// State of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeCost {
    /// One point a route compared, the cheapest (by generalised cost) first.
    pub points: Vec<Point>,
    /// Typical (days, USD per forty-foot container) of the undominated, the fastest first.
    pub frontier: Vec<(f64, f64)>,
    /// Routes that could not be drawn.
    pub n_missing: usize,
    /// Ids of the sources, sorted.
    pub sources: Vec<Id>,
    /// What limits the chart.
    pub notices: Vec<Notice>,
}

/// One route.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Position in the dataset's routes.
    pub route: usize,
    /// Its name.
    pub label: String,
    /// Decides its colour and shape.
    pub mode: Mode,
    /// Days: the point and its whiskers.
    pub days: Band,
    /// First and third quartile of the days; missing for few figures.
    pub days_middle_half: Option<(f64, f64)>,
    /// USD per forty-foot container: the point and its whiskers.
    pub cost_usd_feu: Band,
    /// First and third quartile of the cost; missing for few figures.
    pub cost_middle_half: Option<(f64, f64)>,
    /// First and last year of the figures.
    pub years: Option<Years>,
    /// Figures behind the days and behind the cost.
    pub n_figures: (usize, usize),
    /// Whether others beat it; drawn hollow if they do. Positions are those of the points.
    pub standing: Standing,
}

impl TimeCost {
    /// The chart of a comparison, with names in the wanted language.
    #[must_use]
    pub fn of(catalog: &Catalog, comparison: &Comparison, language: &str) -> Self {
        let routes = &catalog.data().transit.routes;
        let points: Vec<Point> = comparison
            .ranked
            .iter()
            .filter_map(|row| {
                let route = routes.get(row.known.route)?;
                let years = [row.known.days.years, row.known.cost.years];
                Some(Point {
                    route: row.known.route,
                    label: catalog.text(&route.name, language).to_owned(),
                    mode: route.mode,
                    days: row.known.days.band?,
                    days_middle_half: row.known.days.middle_half,
                    cost_usd_feu: row.known.cost.band?,
                    cost_middle_half: row.known.cost.middle_half,
                    years: years.into_iter().flatten().reduce(Years::joined),
                    n_figures: (row.known.days.used.len(), row.known.cost.used.len()),
                    standing: row.standing.clone(),
                })
            })
            .collect();
        Self {
            frontier: polyline(&points),
            points,
            n_missing: comparison.n_missing(),
            sources: comparison.sources.clone(),
            notices: comparison.notices.clone(),
        }
    }
}

fn polyline(points: &[Point]) -> Vec<(f64, f64)> {
    let undominated = points.iter().filter(|p| p.standing == Standing::Frontier);
    let mut line: Vec<(f64, f64)> = undominated
        .map(|p| (p.days.typical, p.cost_usd_feu.typical))
        .collect();
    line.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    line.dedup();
    line
}
