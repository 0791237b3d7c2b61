//! Counting some rows by what changed since others were counted: a key or a click changes few of many.

use fixedbitset::FixedBitSet;

/// The way from rows that were counted before.
pub(super) struct Change {
    /// Which of the sets that were counted before.
    pub(super) from: usize,
    /// What is counted besides.
    pub(super) added: FixedBitSet,
    /// What is taken off.
    pub(super) removed: FixedBitSet,
}

/// The way with the fewest rows to count from one of some sets; nothing if counting the rows alone is less.
pub(super) fn shortest(rows: &FixedBitSet, counted: &[&FixedBitSet]) -> Option<Change> {
    let alone = rows.count_ones(..);
    let changed = counted
        .iter()
        .map(|own| own.symmetric_difference_count(rows));
    let (changed, from) = changed.zip(0..).min()?;
    let own = counted.get(from).filter(|_| changed < alone)?;
    let mut added = rows.clone();
    added.difference_with(own);
    let mut removed = (*own).clone();
    removed.difference_with(rows);
    Some(Change {
        from,
        added,
        removed,
    })
}

#[cfg(test)]
mod tests {
    use super::shortest;
    use fixedbitset::FixedBitSet;

    fn rows(rows: impl IntoIterator<Item = usize>) -> FixedBitSet {
        let mut set = FixedBitSet::with_capacity(100);
        set.extend(rows);
        set
    }

    #[test]
    fn the_fewest_rows_are_counted() {
        let (all, half) = (rows(0..100), rows(0..50));
        let way = |wanted: &FixedBitSet| {
            let change = shortest(wanted, &[&all, &half])?;
            let removed = change.removed.ones().collect::<Vec<_>>();
            Some((change.from, change.added.ones().collect(), removed))
        };
        assert_eq!(way(&rows([3, 60])), None);
        assert_eq!(way(&rows(1..100)), Some((0, vec![], vec![0])));
        assert_eq!(way(&rows(2..51)), Some((1, vec![50], vec![0, 1])));
        assert_eq!(way(&half), Some((1, vec![], vec![])));
    }
}
