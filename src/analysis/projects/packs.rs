//! Facets with few values, several in one column: what is counted by all of them at once is then
//! told apart, which takes one pass instead of several.

use super::{
    codes::Codes,
    cores,
    facets::{FACETS, FacetColumn},
    tally::Tally,
};

/// Most codes of a pack: the sums of more would not stay in the processor's own cache.
const MOST: usize = 1 << 11;

/// Several facets as one column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pack {
    /// Positions in [`FACETS`].
    pub(super) facets: Vec<usize>,
    pub(super) codes: Codes,
    /// How many codes each of the facets has.
    distinct: Vec<usize>,
}

impl Pack {
    /// Packs the facets that fit together; the others stand alone.
    pub(super) fn all(columns: &[FacetColumn], rows: usize) -> Vec<Self> {
        let mut packs: Vec<(usize, Vec<usize>)> = Vec::new();
        for (facet, column) in columns.iter().enumerate().take(FACETS.len()) {
            let distinct = column.distinct().max(1);
            match packs.iter_mut().find(|(all, _)| all * distinct <= MOST) {
                Some((all, facets)) => {
                    *all *= distinct;
                    facets.push(facet);
                }
                None => packs.push((distinct, vec![facet])),
            }
        }
        packs.retain(|(_, facets)| facets.len() > 1);
        cores::each(packs.len(), true, |at| {
            let facets = packs.get(at).map_or(&[][..], |(_, facets)| facets);
            Self::new(columns, facets, rows)
        })
    }

    fn new(columns: &[FacetColumn], facets: &[usize], rows: usize) -> Self {
        let columns: Vec<&FacetColumn> = facets.iter().filter_map(|at| columns.get(*at)).collect();
        let code = |row: usize| {
            // As digits of a number, each with a base of its own.
            columns.iter().rev().fold(0, |code, column| {
                code * column.distinct() + column.codes().get(row).unwrap_or_default()
            })
        };
        let codes = (0..rows).map(|row| u32::try_from(code(row)).unwrap_or_default());
        let distinct: Vec<usize> = columns.iter().map(|column| column.distinct()).collect();
        Self {
            codes: Codes::of(codes.collect(), distinct.iter().product()),
            facets: facets.to_vec(),
            distinct,
        }
    }

    /// How many codes there are.
    pub(super) fn distinct(&self) -> usize {
        self.distinct.iter().product()
    }

    /// The tallies of each facet by its own codes.
    pub(super) fn apart(&self, tallies: &[Tally]) -> Vec<Vec<Tally>> {
        let nothing = |distinct: &usize| vec![Tally::default(); *distinct];
        let mut apart: Vec<Vec<Tally>> = self.distinct.iter().map(nothing).collect();
        for (mut code, tally) in tallies.iter().enumerate() {
            if tally.count == 0 {
                continue;
            }
            for (distinct, own) in self.distinct.iter().zip(&mut apart) {
                if let Some(sum) = own.get_mut(code % distinct) {
                    *sum += *tally;
                }
                code /= distinct;
            }
        }
        apart
    }
}
