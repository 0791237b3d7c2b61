//! Some projects in an order, without a list of them: which places of a known order are taken.

use super::{
    order::Order,
    places::{WORD, each},
    rows::Row,
};
use fixedbitset::FixedBitSet;
use std::sync::Arc;

/// Words of places of which it is known how many are taken before.
const GROUP: usize = 16;

/// The rows of the table in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// All of them.
    Listed(Vec<Row>),
    /// Those at the places that are taken, of the order of all.
    Placed(Arc<Placed>),
}

/// Some places of an order.
#[derive(Debug, Clone)]
pub struct Placed {
    order: Arc<Order>,
    taken: FixedBitSet,
    /// How many places are taken before each [`GROUP`] of words, and at last in all.
    before: Vec<usize>,
}

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

impl Rows {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Listed(rows) => rows.len(),
            Self::Placed(placed) => placed.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one at a position.
    #[must_use]
    pub fn get(&self, nth: usize) -> Option<Row> {
        match self {
            Self::Listed(rows) => rows.get(nth).copied(),
            Self::Placed(placed) => placed.get(nth),
        }
    }

    /// All of them, in order.
    pub fn iter(&self) -> Box<dyn Iterator<Item = Row> + '_> {
        match self {
            Self::Listed(rows) => Box::new(rows.iter().copied()),
            Self::Placed(placed) => Box::new(placed.iter()),
        }
    }

    /// Some of them, in the same order.
    #[must_use]
    pub(super) fn only(&self, some: &FixedBitSet) -> Self {
        match self {
            Self::Listed(all) => {
                let own = all.iter().filter(|row| some.contains(row.project));
                Self::Listed(own.copied().collect())
            }
            Self::Placed(placed) => {
                let order = Arc::clone(&placed.order);
                Self::Placed(Arc::new(Placed::new(order, some)))
            }
        }
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = Row;
    type IntoIter = Box<dyn Iterator<Item = Row> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Placed {
    /// The places of some rows.
    pub(super) fn new(order: Arc<Order>, rows: &FixedBitSet) -> Self {
        let taken = order.places(rows);
        let mut sum = 0;
        let mut before = vec![0];
        for words in taken.as_slice().chunks(GROUP) {
            sum += words.iter().map(|word| word.count_ones()).sum::<u32>() as usize;
            before.push(sum);
        }
        Self {
            order,
            taken,
            before,
        }
    }

    /// Which places are taken.
    pub(super) fn taken(&self) -> &FixedBitSet {
        &self.taken
    }

    fn len(&self) -> usize {
        self.before.last().copied().unwrap_or_default()
    }

    pub(super) fn get(&self, nth: usize) -> Option<Row> {
        let group = self.before.partition_point(|before| *before <= nth);
        let group = group.checked_sub(1)?;
        let mut left = nth - self.before.get(group)?;
        let from = group * GROUP;
        let words = self.taken.as_slice().get(from..)?;
        for (word, at) in words.iter().zip(from..) {
            let count = word.count_ones() as usize;
            if left < count {
                let rest = (0..left).fold(*word, |word, _| word & (word - 1));
                return self.row(at * WORD + rest.trailing_zeros() as usize);
            }
            left -= count;
        }
        None
    }

    fn row(&self, place: usize) -> Option<Row> {
        let project = *self.order.rows.get(place)? as usize;
        Some(Row { project })
    }

    fn iter(&self) -> impl Iterator<Item = Row> {
        self.taken.ones().filter_map(|place| self.row(place))
    }
}

impl Order {
    /// The places at which some rows stand; of most of them by where the others do.
    pub(super) fn places(&self, rows: &FixedBitSet) -> FixedBitSet {
        let len = self.places.len();
        if rows.count_ones(..) <= len / 2 {
            return FixedBitSet::with_capacity_and_blocks(len, self.marked(rows));
        }
        let mut others = rows.clone();
        others.toggle_range(..);
        let mut places = FixedBitSet::with_capacity_and_blocks(len, self.marked(&others));
        places.toggle_range(..);
        places
    }

    fn marked(&self, rows: &FixedBitSet) -> Vec<usize> {
        let mut words = vec![0; self.places.len().div_ceil(WORD)];
        each(rows, |first, at| {
            let own = self.places.get(first..).unwrap_or_default();
            for at in at {
                let place = own.get(usize::from(*at)).map(|place| *place as usize);
                let place = place.unwrap_or_default();
                if let Some(word) = words.get_mut(place / WORD) {
                    *word |= 1 << (place % WORD);
                }
            }
        });
        words
    }
}
