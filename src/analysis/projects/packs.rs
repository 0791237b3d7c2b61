//! Columns that are always counted by, several in one: what is counted by all of them at once is then told apart,
//! which takes one pass instead of several.

use super::{
    amount::MoneyStage,
    codes::{Codes, View},
    counting::Sum,
    facets::FACETS,
    measure::Measure,
    options::YearBasis,
    places::WORD,
    table::ProjectTable,
};
use fixedbitset::FixedBitSet;

/// Most codes of a pack: the sums of more would not stay in the processor's caches.
const MOST: usize = 1 << 15;
/// A pack has fewer codes than one in so many rows, since telling them apart takes time too.
const ROWS: usize = 16;
/// Most pairs of codes among which those that occur are looked for.
const MOST_PAIRS: usize = 1 << 28;

/// Up to so many codes are added up in several lists.
const FEW: usize = 32;
/// How many lists that are.
const IN_TURN: usize = 4;

/// Several columns as one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pack {
    /// What is counted by.
    pub(super) members: Vec<Measure>,
    pub(super) codes: Codes,
    /// For each member and code of the pack, the member's code.
    digits: Vec<Digits>,
    distinct: usize,
}

/// What each code of a pack means for a member.
#[derive(Debug, Clone, PartialEq)]
struct Digits {
    of: Vec<u32>,
    distinct: usize,
}

/// A pack that is being filled.
struct Filling {
    members: Vec<Measure>,
    codes: Vec<u32>,
    digits: Vec<Digits>,
    distinct: usize,
}

/// What packs are made of: the facets, and what else is counted with the choices that a view begins with.
fn candidates() -> impl Iterator<Item = Measure> {
    let facets = (0..FACETS.len()).map(Measure::Facet);
    facets.chain([Measure::Years(YearBasis::default()), Measure::Sizes])
}

/// The stage of money by which packs count sizes.
pub(super) const STAGE: MoneyStage = MoneyStage::Latest;

impl Pack {
    /// Packs the columns that fit together; the others stand alone.
    pub(super) fn all(table: &ProjectTable) -> Vec<Self> {
        let most = (table.len / ROWS).min(MOST);
        let mut packs: Vec<Filling> = Vec::new();
        for measure in candidates() {
            let Some((view, distinct)) = measure.own_column(table, STAGE) else {
                continue;
            };
            let codes = longs(view);
            let mut before = packs.iter_mut();
            if !before.any(|pack| pack.add(measure, (&codes, distinct), most)) {
                packs.push(Filling::new(measure, codes, distinct));
            }
        }
        packs.retain(|pack| pack.members.len() > 1);
        packs.into_iter().map(Filling::finished).collect()
    }

    /// How many codes there are.
    pub(super) fn distinct(&self) -> usize {
        self.distinct
    }

    /// The sums of a member by its own codes.
    pub(super) fn of_member(&self, member: usize, sums: &[Sum]) -> Vec<Sum> {
        let Some(digits) = self.digits.get(member) else {
            return Vec::new();
        };
        if digits.distinct > FEW {
            let mut own = vec![Sum::default(); digits.distinct];
            for (sum, digit) in sums.iter().zip(&digits.of) {
                if let Some(own) = own.get_mut(*digit as usize) {
                    *own += *sum;
                }
            }
            return own;
        }
        // Several lists in turn, since one addition waits for the one before where it is to the same sum.
        let mut own = [[Sum::default(); FEW]; IN_TURN];
        let digits_of = digits.of.chunks(IN_TURN);
        for (sums, digits) in sums.chunks(IN_TURN).zip(digits_of) {
            for (own, (sum, digit)) in own.iter_mut().zip(sums.iter().zip(digits)) {
                if let Some(own) = own.get_mut(*digit as usize) {
                    *own += *sum;
                }
            }
        }
        let all = |at: usize| {
            let mut all = Sum::default();
            let lists = own.iter().filter_map(|own| own.get(at));
            lists.for_each(|own| all += *own);
            all
        };
        (0..digits.distinct).map(all).collect()
    }
}

fn longs(view: View<'_>) -> Vec<u32> {
    match view {
        View::Bytes(codes) => codes.iter().map(|code| u32::from(*code)).collect(),
        View::Shorts(codes) => codes.iter().map(|code| u32::from(*code)).collect(),
        View::Longs(codes) => codes.to_vec(),
    }
}

/// A number of a code; there are fewer than [`MOST_PAIRS`].
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Numbers the pairs that occur, in order.
fn numbers(occurs: &FixedBitSet) -> impl Fn(usize) -> u32 {
    let words = occurs.as_slice();
    let before = words.iter().scan(0, |sum, word| {
        let before = *sum;
        *sum += word.count_ones();
        Some(before)
    });
    let before: Vec<u32> = before.collect();
    move |pair| {
        let at = pair / WORD;
        let word = words.get(at).copied().unwrap_or_default();
        let below = word & ((1 << (pair % WORD)) - 1);
        before.get(at).copied().unwrap_or_default() + below.count_ones()
    }
}

impl Filling {
    fn new(measure: Measure, codes: Vec<u32>, distinct: usize) -> Self {
        let digits = Digits {
            of: (0..small(distinct)).collect(),
            distinct,
        };
        Self {
            members: vec![measure],
            codes,
            digits: vec![digits],
            distinct,
        }
    }

    /// Adds a column, if no more than `most` pairs of codes occur.
    fn add(&mut self, measure: Measure, (codes, own): (&[u32], usize), most: usize) -> bool {
        let pairs = self.distinct.saturating_mul(own);
        if pairs > MOST_PAIRS || self.distinct.max(own) > most {
            return false;
        }
        let pair = |(code, own_code): (&u32, &u32)| *code as usize * own + *own_code as usize;
        let mut occurs = FixedBitSet::with_capacity(pairs);
        let mut left = most;
        for pair in self.codes.iter().zip(codes).map(pair) {
            if occurs.put(pair) {
                continue;
            }
            let Some(fewer) = left.checked_sub(1) else {
                return false;
            };
            left = fewer;
        }
        let number = numbers(&occurs);
        let pairs = self.codes.iter().zip(codes).map(pair);
        self.codes = pairs.map(number).collect();
        for digits in &mut self.digits {
            let before = |pair: usize| digits.of.get(pair / own).copied();
            digits.of = occurs.ones().filter_map(before).collect();
        }
        self.digits.push(Digits {
            of: occurs.ones().map(|pair| small(pair % own)).collect(),
            distinct: own,
        });
        self.distinct = most - left;
        self.members.push(measure);
        true
    }

    fn finished(self) -> Pack {
        Pack {
            codes: Codes::of(self.codes, self.distinct),
            members: self.members,
            digits: self.digits,
            distinct: self.distinct,
        }
    }
}
