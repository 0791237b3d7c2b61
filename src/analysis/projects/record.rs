//! One project's record: where its figures conflict.

use crate::dataset::schema::{Figure, FigureKind, Project, Quantity};

/// Several stated values for one quantity (`formulas` E7): shown side by side, never averaged.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureConflict {
    /// What is measured.
    pub what: Quantity,
    /// How firm the figures are.
    pub kind: FigureKind,
    /// The unit they share.
    pub unit: String,
    /// Positions of the figures in the project's list.
    pub figures: Vec<usize>,
    /// Smallest and largest stated value.
    pub range: (f64, f64),
}

impl FigureConflict {
    /// Difference between the largest and the smallest value.
    #[must_use]
    pub fn spread(&self) -> f64 {
        self.range.1 - self.range.0
    }
}

/// The conflicts of a project: figures for the same quantity, about the same part,
/// of the same kind and unit,
/// whose values differ by more than rounding.
#[must_use]
pub fn conflicts_of(project: &Project) -> Vec<FigureConflict> {
    type Key<'a> = (Quantity, FigureKind, &'a str, Option<&'a str>);
    let mut groups: Vec<(Key<'_>, Vec<usize>)> = Vec::new();
    for (position, figure) in project.figures.iter().enumerate() {
        let key = (
            figure.what,
            figure.kind,
            figure.unit.as_str(),
            figure.part.as_deref(),
        );
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, figures)) => figures.push(position),
            None => groups.push((key, vec![position])),
        }
    }
    groups
        .into_iter()
        .filter_map(|((what, kind, unit, _), figures)| {
            let values = figures
                .iter()
                .filter_map(|at| project.figures.get(*at))
                .filter_map(middle);
            let range = values.fold(None, |range: Option<(f64, f64)>, value| {
                Some(range.map_or((value, value), |(low, high)| {
                    (low.min(value), high.max(value))
                }))
            })?;
            // Rounding in the press is not a conflict.
            let differs = range.1 - range.0 > 0.005 * range.1.abs();
            differs.then(|| FigureConflict {
                what,
                kind,
                unit: unit.to_owned(),
                figures,
                range,
            })
        })
        .collect()
}

/// Whether a project has a conflict.
pub(super) fn has_conflict(project: &Project) -> bool {
    let figures = &project.figures;
    let rivals = figures.iter().enumerate().any(|(position, figure)| {
        let others = figures.iter().skip(position + 1);
        let mut others = others.filter(|other| other.what == figure.what);
        others.any(|other| other.kind == figure.kind && other.unit == figure.unit)
    });
    // Most have no two figures of one kind.
    rivals && !conflicts_of(project).is_empty()
}

fn middle(figure: &Figure) -> Option<f64> {
    figure.value.or_else(|| match (figure.low, figure.high) {
        (Some(low), Some(high)) => Some(f64::midpoint(low, high)),
        (low, high) => low.or(high),
    })
}
