//! A column of small numbers, each of which stands for what a row has: in as few bytes as will do.

use super::places::each;
use fixedbitset::FixedBitSet;
use foldhash::HashMap;
use std::hash::Hash;

/// The code of each row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Codes {
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Longs(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

/// The same, borrowed.
#[derive(Debug, Clone, Copy)]
pub(super) enum View<'a> {
    Bytes(&'a [u8]),
    Shorts(&'a [u16]),
    Longs(&'a [u32]),
}

impl Codes {
    /// Codes below `distinct`.
    pub(super) fn of(codes: Vec<u32>, distinct: usize) -> Self {
        if distinct <= 1 << 8 {
            let small = codes.into_iter().map(u8::try_from);
            Self::Bytes(small.map(|code| code.unwrap_or(u8::MAX)).collect())
        } else if distinct <= 1 << 16 {
            let small = codes.into_iter().map(u16::try_from);
            Self::Shorts(small.map(|code| code.unwrap_or(u16::MAX)).collect())
        } else {
            Self::Longs(codes)
        }
    }

    pub(super) fn view(&self) -> View<'_> {
        match self {
            Self::Bytes(codes) => View::Bytes(codes),
            Self::Shorts(codes) => View::Shorts(codes),
            Self::Longs(codes) => View::Longs(codes),
        }
    }

    pub(super) fn get(&self, row: usize) -> Option<usize> {
        match self {
            Self::Bytes(codes) => codes.get(row).map(|code| usize::from(*code)),
            Self::Shorts(codes) => codes.get(row).map(|code| usize::from(*code)),
            Self::Longs(codes) => codes.get(row).map(|code| *code as usize),
        }
    }

    /// Tells some rows and their codes, in order.
    pub(super) fn each_of(&self, rows: &FixedBitSet, tell: impl FnMut(usize, usize)) {
        match self {
            Self::Bytes(codes) => each_of(codes, rows, usize::from, tell),
            Self::Shorts(codes) => each_of(codes, rows, usize::from, tell),
            Self::Longs(codes) => each_of(codes, rows, |code| code as usize, tell),
        }
    }
}

fn each_of<C: Copy>(
    codes: &[C],
    rows: &FixedBitSet,
    number: impl Fn(C) -> usize,
    mut tell: impl FnMut(usize, usize),
) {
    each(rows, |first, at| {
        let own = codes.get(first..).unwrap_or_default();
        for at in at.iter().map(|at| usize::from(*at)) {
            if let Some(code) = own.get(at) {
                tell(first + at, number(*code));
            }
        }
    });
}

/// What each row has, where many rows have the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numbered<K> {
    pub(super) codes: Codes,
    /// What each code means.
    pub(super) keys: Vec<K>,
}

impl<K> Default for Numbered<K> {
    fn default() -> Self {
        Self {
            codes: Codes::default(),
            keys: Vec::new(),
        }
    }
}

impl<K: Copy + Eq + Hash> Numbered<K> {
    /// Numbers what the rows have in the order in which it comes.
    pub(super) fn new(rows: impl Iterator<Item = K>) -> Self {
        let mut known: HashMap<K, u32> = HashMap::default();
        let mut keys = Vec::new();
        let mut last: Option<(K, u32)> = None;
        let codes = rows.map(|key| match last {
            Some((own, code)) if own == key => code,
            _ => {
                let code = *known.entry(key).or_insert_with(|| {
                    keys.push(key);
                    u32::try_from(keys.len() - 1).unwrap_or(u32::MAX)
                });
                last = Some((key, code));
                code
            }
        });
        let codes: Vec<u32> = codes.collect();
        Self {
            codes: Codes::of(codes, keys.len()),
            keys,
        }
    }
}
