//! Which routes no other route beats in every criterion (`formulas` D8); all criteria are minimised.

use super::Band;

/// Where a route stands among the others for one set of criteria.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// No other is at least as good in all criteria and better in one.
    Frontier,
    /// Others beat it at typical figures; positions in the list that was asked about.
    Dominated {
        /// Who beats it, in ascending order.
        by: Vec<usize>,
        /// Whether one of them beats it however the ranges turn out.
        surely: bool,
    },
    /// A criterion is missing: neither beats nor is beaten.
    NotComparable,
}

/// Standing of each item among all of them.
#[must_use]
pub fn standings<const N: usize>(items: &[[Option<Band>; N]]) -> Vec<Standing> {
    let complete: Vec<Option<[Band; N]>> = items.iter().map(all_present).collect();
    complete
        .iter()
        .map(|item| match item {
            None => Standing::NotComparable,
            Some(item) => standing(item, &complete),
        })
        .collect()
}

fn standing<const N: usize>(item: &[Band; N], all: &[Option<[Band; N]>]) -> Standing {
    let rivals = all.iter().enumerate();
    let by: Vec<(usize, bool)> = rivals
        .filter_map(|(i, rival)| {
            let rival = rival.as_ref()?;
            let beaten = dominates(rival, item, |r| r.typical, |b| b.typical);
            beaten.then(|| (i, dominates(rival, item, |r| r.high, |b| b.low)))
        })
        .collect();
    if by.is_empty() {
        return Standing::Frontier;
    }
    Standing::Dominated {
        surely: by.iter().any(|(_, surely)| *surely),
        by: by.into_iter().map(|(i, _)| i).collect(),
    }
}

/// Whether `a` is at most `b` in all criteria and below it in one, at the chosen ends.
fn dominates<const N: usize>(
    a: &[Band; N],
    b: &[Band; N],
    end_of_a: fn(&Band) -> f64,
    end_of_b: fn(&Band) -> f64,
) -> bool {
    let mut pairs = a.iter().zip(b).map(|(a, b)| (end_of_a(a), end_of_b(b)));
    pairs.clone().all(|(a, b)| a <= b) && pairs.any(|(a, b)| a < b)
}

fn all_present<const N: usize>(item: &[Option<Band>; N]) -> Option<[Band; N]> {
    let mut present = [Band::exact(0.0); N];
    for (slot, value) in present.iter_mut().zip(item) {
        *slot = (*value)?;
    }
    Some(present)
}
